"""Loading eight times the text costs about eight times the time, not sixty-four times."""

import hashlib
import re
import time
from pathlib import Path
from typing import Any

import pytest

from quyche.regulation.faults import DataError
from quyche.regulation.fidelity import printed_lines
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.model import Regulation
from quyche.vietnamese.numerals import to_roman
from tests.fixtures.editing import dumped, small_data

TIMES = 8
ARTICLES, CHAPTERS = 7, 2


def renumbered(node: Any, copy: int) -> Any:  # noqa: ANN401 -- YAML holds anything
    """Return ``node`` with every article and chapter moved on by ``copy`` regulations."""
    if isinstance(node, list):
        return [renumbered(item, copy) for item in node]
    if not isinstance(node, dict):
        return node
    moved = {key: renumbered(value, copy) for key, value in node.items()}
    for key in ("id", "provision"):
        if re.match(r"[cd]\d", str(moved.get(key))):
            moved[key] = re.sub(r"^d(\d+)", lambda m: f"d{int(m[1]) + ARTICLES * copy}", moved[key])
            moved[key] = re.sub(r"^c(\d+)", lambda m: f"c{int(m[1]) + CHAPTERS * copy}", moved[key])
    if moved.get("kind") == "article":
        moved["num"] = moved["id"].removeprefix("d")
        moved.pop("label", None)
    if moved.get("kind") == "chapter":
        moved["num"] = to_roman(int(moved["id"].removeprefix("c")))
    return moved


def grown(folder: Path, times: int) -> Path:
    """Write the small regulation with its articles ``times`` over, and a raw source to match."""
    data = small_data()
    parts = [("body", data["text"]), ("duties", data), ("waivers", data)]
    for key, holder in parts:
        holder[key] = [item for copy in range(times) for item in renumbered(holder[key], copy)]
    data["source"]["repairs"] = []
    lines = printed_lines(Index(Regulation.model_validate(data)))
    raw = "\n".join(line.text for line in lines).encode()
    data["source"]["sha256"] = hashlib.sha256(raw).hexdigest()
    folder.mkdir()
    (folder / "nguon.txt").write_bytes(raw)
    path = folder / "regulation.yaml"
    path.write_text(dumped(data), "utf-8")
    return path


def best_time(path: Path) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        load(path)
        times.append(time.process_time() - start)
    return min(times)


def test_the_cost_of_loading_grows_in_step_with_the_text(tmp_path: Path) -> None:
    one, eight = grown(tmp_path / "one", 1), grown(tmp_path / "eight", TIMES)
    assert len(load(eight).articles) == TIMES * len(load(one).articles) == TIMES * ARTICLES
    assert best_time(eight) < best_time(one) * TIMES * 2.5


def test_a_fault_far_down_a_long_text_is_told_at_its_line(tmp_path: Path) -> None:
    path = grown(tmp_path / "eight", TIMES)
    words = path.read_text("utf-8")
    path.write_text(words.replace("- id: d47.k1\n", "- id: d47.k3\n"), "utf-8")
    with pytest.raises(DataError) as caught:
        load(path)
    line = words.count("\n", 0, words.index("- id: d47.k1\n")) + 1
    assert (line, "d47.k3") in {(fault.line, fault.id) for fault in caught.value.faults}
