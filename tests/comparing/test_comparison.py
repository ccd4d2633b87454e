"""Provision by provision: each change of a text is told as what it is, and only it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from quyche.comparing.comparison import Comparison, Status, compare, differing
from quyche.comparing.matching import match
from quyche.comparing.pieces import Piece, pieces
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import load
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind
from tests.fixtures.deriving import derived, entry, provision
from tests.fixtures.editing import dumped
from tests.timing import ratio, seconds

Editing = Callable[[dict[str, Any]], None]


@pytest.fixture
def compared(tmp_path: Path, small: Index, small_folder: Path) -> Callable[..., Comparison]:
    """Give a function that compares the small regulation with itself after edits."""

    def run(*edits: Editing) -> Comparison:
        return compare(small, load(derived(small_folder, tmp_path, *edits)))

    return run


def told(comparison: Comparison) -> list[tuple[Status, str | None, str | None]]:
    return [
        (row.status, row.old.key if row.old else None, row.new.key if row.new else None)
        for row in differing(comparison)
    ]


def put_first(data: dict[str, Any]) -> None:
    """Put a new clause before the two of Điều 5; what was there moves on by one, with its duties."""
    clauses = provision(data, "d5")["children"]
    for number in (2, 1):
        clauses[number - 1] |= {"id": f"d5.k{number + 1}", "num": str(number + 1)}
        for duty in data["duties"]:
            if duty["provision"] == f"d5.k{number}":
                duty |= {"provision": f"d5.k{number + 1}", "id": f"d5.k{number + 1}.{duty['id'][-1]}"}
    text = "Các tổ cùng nhau bảo vệ cây xanh trước cửa."
    clauses.insert(0, {"id": "d5.k1", "kind": "clause", "num": "1", "text": text})
    data["waivers"].append({"provision": "d5.k1", "kind": "principle", "reason": "Thử."})


def reword(data: dict[str, Any]) -> None:
    found = provision(data, "d5.k1")
    found["text"] = found["text"].replace("tặng sách", "tặng báo")
    entry(data, "duties", "d5.k1.1")["quote"] = "Tổ Bạn đọc vận động bạn đọc tặng báo"


def drop(data: dict[str, Any]) -> None:
    provision(data, "d4")["children"].pop()
    data["duties"] = [duty for duty in data["duties"] if duty["id"] != "d4.k2.1"]
    words = dumped(data["text"])
    for body in data["bodies"]:
        body["spellings"] = [spelling for spelling in body.get("spellings", ()) if spelling in words]


def test_a_text_is_the_same_as_itself(small: Index, ours: Index) -> None:
    for index in (small, ours):
        comparison = compare(index, index)
        assert {row.status for row in comparison.rows} == {Status.SAME}
        assert [row.new.words for row in comparison.rows if row.new] == [piece.words for piece in pieces(index)]


def test_words_put_in_at_the_end_are_new(compared: Callable[..., Comparison]) -> None:
    def added(data: dict[str, Any]) -> None:
        text = "Nhóm Thiếu nhi trồng hoa."
        provision(data, "d5")["children"].append({"id": "d5.k3", "kind": "clause", "num": "3", "text": text})
        data["waivers"].append({"provision": "d5.k3", "kind": "principle", "reason": "Thử."})

    assert told(compared(added)) == [(Status.NEW, None, "d5.k3")]


def test_a_clause_put_in_before_others_moves_them_and_changes_none(compared: Callable[..., Comparison]) -> None:
    assert told(compared(put_first)) == [
        (Status.NEW, None, "d5.k1"),
        (Status.MOVED, "d5.k1", "d5.k2"),
        (Status.MOVED, "d5.k2", "d5.k3"),
    ]


def test_a_changed_word_is_a_change(compared: Callable[..., Comparison]) -> None:
    comparison = compared(reword)
    assert told(comparison) == [(Status.CHANGED, "d5.k1", "d5.k1")]
    (row,) = differing(comparison)
    assert [(step.old, step.new) for step in row.steps if not step.same] == [(" sách", " báo")]


def test_what_is_moved_and_changed_is_both(compared: Callable[..., Comparison]) -> None:
    comparison = compared(reword, put_first)
    moved = next(row for row in comparison.rows if row.old and row.old.key == "d5.k1")
    assert moved.status is Status.MOVED
    assert moved.reworded
    assert moved.new is not None
    assert moved.new.key == "d5.k2"


def test_what_is_taken_out_is_gone_and_stands_where_it_was(compared: Callable[..., Comparison]) -> None:
    comparison = compared(drop)
    assert told(comparison) == [(Status.GONE, "d4.k2", None)]
    keys = [(row.new or row.old).key for row in comparison.rows]  # type: ignore[union-attr]  # one of them is there
    assert keys[keys.index("d4.k2") - 1] == "d4.k1.dd"


def test_other_words_at_the_same_number_are_not_a_change(compared: Callable[..., Comparison]) -> None:
    def replaced(data: dict[str, Any]) -> None:
        provision(data, "d2")["text"] = "Không ai mang thức ăn vào phòng."

    assert told(compared(replaced)) == [(Status.GONE, "d2", None), (Status.NEW, None, "d2")]


def test_a_number_printed_otherwise_is_a_change(compared: Callable[..., Comparison]) -> None:
    def relabelled(data: dict[str, Any]) -> None:
        provision(data, "d7")["label"] = "Điều 7:"

    assert told(compared(relabelled)) == [(Status.CHANGED, "d7", "d7")]


def test_an_article_in_another_section_has_moved(compared: Callable[..., Comparison]) -> None:
    def elsewhere(data: dict[str, Any]) -> None:
        article = provision(data, "c2.m2")["children"].pop(0)
        provision(data, "c2.m1")["children"].append(article)

    assert told(compared(elsewhere)) == [(Status.MOVED, "d5", "d5")]


def test_the_parts_outside_the_provisions_are_compared_line_by_line(compared: Callable[..., Comparison]) -> None:
    def other_lines(data: dict[str, Any]) -> None:
        data["text"]["distribution"]["items"].insert(1, "- Phòng đọc lưu động,")
        data["text"]["signature"]["lines"] = ["CHỦ TỊCH"]

    assert told(compared(other_lines)) == [
        (Status.CHANGED, "distribution", "distribution"),
        (Status.CHANGED, "signature", "signature"),
    ]


def test_every_piece_of_both_stands_once(compared: Callable[..., Comparison], small: Index) -> None:
    comparison = compared(drop, reword, put_first)
    assert sorted(row.old.key for row in comparison.rows if row.old) == sorted(piece.key for piece in pieces(small))
    new = [row.new.key for row in comparison.rows if row.new]
    assert new == [piece.key for piece in pieces(comparison.new)]


def test_two_regulations_of_other_matters_have_little_in_common(small: Index, ours: Index) -> None:
    counts = compare(small, ours).counts
    assert counts[Status.SAME] + counts[Status.MOVED] <= 2
    assert counts[Status.NEW] > 100


def many(ours: Index, times: int) -> list[Piece]:
    """Return the pieces of our regulation ``times`` over, each copy with a word of its own in each piece."""
    found = []
    for number in range(times):
        for piece in pieces(ours):
            made = Place(Provision(id="d1", kind=Kind.ARTICLE), (), ())
            words = " ".join(
                f"{word}{number}" if not place % 3 else word for place, word in enumerate(piece.words.split())
            )
            found.append(Piece(f"{number}.{piece.key}", "", "", words, made))
    return found


def test_the_cost_grows_with_the_text_not_with_its_square(ours: Index) -> None:
    def matching(times: int) -> float:
        old = many(ours, times)
        new = [Piece(f"x{piece.key}", "", "", f"{piece.words} thêm chữ", piece.place) for piece in old]
        assert len(match(old, new)) > 0.9 * len(old)
        return seconds(lambda: match(old, new))

    assert ratio(partial(matching, 8), partial(matching, 1), below=24) < 24
