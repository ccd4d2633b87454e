"""Loading eight times the text costs about eight times the time, not sixty-four times."""

import time
from pathlib import Path

import pytest

from quyche.regulation.faults import DataError
from quyche.regulation.loading import load
from tests.conftest import SMALL
from tests.fixtures.growing import grown

TIMES = 8
ARTICLES = 7


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "one" / "regulation.yaml"
    path.parent.mkdir()
    grown(SMALL / "regulation.yaml", path, 1)
    return path


@pytest.fixture
def eight(tmp_path: Path) -> Path:
    path = tmp_path / "eight" / "regulation.yaml"
    path.parent.mkdir()
    assert grown(SMALL / "regulation.yaml", path, TIMES) == TIMES * ARTICLES
    return path


def best_time(path: Path) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        load(path)
        times.append(time.process_time() - start)
    return min(times)


def test_the_cost_of_loading_grows_in_step_with_the_text(one: Path, eight: Path) -> None:
    assert len(load(eight).articles) == TIMES * len(load(one).articles) == TIMES * ARTICLES
    assert best_time(eight) < best_time(one) * TIMES * 2.5


def test_a_fault_far_down_a_long_text_is_told_at_its_line(eight: Path) -> None:
    words = eight.read_text("utf-8")
    eight.write_text(words.replace("- id: d47.k1\n", "- id: d47.k3\n"), "utf-8")
    with pytest.raises(DataError) as caught:
        load(eight)
    line = words.count("\n", 0, words.index("- id: d47.k1\n")) + 1
    assert (line, "d47.k3") in {(fault.line, fault.id) for fault in caught.value.faults}
