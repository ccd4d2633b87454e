"""Loading eight times the text costs about eight times the time, not sixty-four times."""

from functools import partial
from pathlib import Path

import pytest

from quyche.regulation.faults import DataError
from quyche.regulation.loading import load
from tests.conftest import SMALL
from tests.fixtures.growing import grown
from tests.timing import ratio, seconds

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


def test_the_cost_of_loading_grows_in_step_with_the_text(one: Path, eight: Path) -> None:
    assert len(load(eight).articles) == TIMES * len(load(one).articles) == TIMES * ARTICLES
    most = TIMES * 2.5
    assert ratio(partial(seconds, lambda: load(eight)), partial(seconds, lambda: load(one)), below=most) < most


def test_a_fault_far_down_a_long_text_is_told_at_its_line(eight: Path) -> None:
    words = eight.read_text("utf-8")
    eight.write_text(words.replace("- id: d47.k1\n", "- id: d47.k3\n"), "utf-8")
    with pytest.raises(DataError) as caught:
        load(eight)
    line = words.count("\n", 0, words.index("- id: d47.k1\n")) + 1
    assert (line, "d47.k3") in {(fault.line, fault.id) for fault in caught.value.faults}
