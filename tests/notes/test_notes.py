"""The notes: a slip in a quote, a provision, an id, and an opinion told as a fact stop the build with their line."""

from pathlib import Path

import pytest

from quyche.instruments.model import Register
from quyche.notes import load_notes
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.sources import Mark
from tests.fixtures.slips import slipped

NOTES = """\
article: d5
date: 2025-01-15
related:
  - {article: d2, why: Cùng nói về mượn sách}
notes:
  - id: cd5.1
    provision: d5
    kind: summary
    text: Tóm lược điều này.
    sources: [d5]
  - id: cd5.2
    provision: d5
    kind: silent
    text: Điều này không ghi ngày mở cửa.
    advice: Nên hỏi thủ thư.
    sources: [d5]
  - id: cd5.3
    provision: d5
    kind: practice
    text: Thường mở cửa buổi sáng.
  - id: cd5.4
    provision: d5
    kind: change
    text: Nay đã khác.
    sources:
      - {other: Tin của thư viện}
"""

SLIPS = {
    "unknown article": ("article: d5", "article: d99", 1, "không có điều “d99”"),
    "no date": ("date: 2025-01-15\n", "", 1, "thiếu “date”"),
    "unknown related": ("article: d2", "article: d98", 4, "“d98” không phải điều khác"),
    "related to itself": ("article: d2", "article: d5", 4, "“d5” không phải điều khác"),
    "unknown provision": ("provision: d5", "provision: d5.k99", 7, "không có điều khoản “d5.k99”"),
    "two summaries": ("kind: silent", "kind: summary", 13, "đã có một ghi chú kind: summary"),
    "two of what is left open": ("kind: summary", "kind: silent", 13, "đã có một ghi chú kind: silent"),
    "unknown kind": ("kind: summary", "kind: joke", 8, "“joke” không có trong danh mục"),
    "unknown key": ("sources:", "source:", 10, "không có mục “source”"),
    "lost quote": ("kind: summary", "quote: chữ không có\n    kind: summary", 8, "“chữ không có” không có trong d5"),
    "unknown source": ("sources: [d5]", "sources: [d5, d97]", 10, "không có điều khoản “d97”"),
    "no document of the register": (
        "sources: [d5]",
        "sources: [{document: 1-qd}]",
        10,
        "không có văn bản “1-qd”",
    ),
    "two things in one source": (
        "{other: Tin của thư viện}",
        "{other: Tin của thư viện, document: 1-qd}",
        26,
        "đúng một trong hai mục",
    ),
    "advice told as the text's": ("Tóm lược điều này.", "Nên đọc kỹ.", 9, "“Nên” là lời của ban biên tập"),
    "a guess told as the text's": ("Tóm lược điều này.", "Có lẽ là sách.", 9, "“Có lẽ” là lời của ban biên tập"),
    "what is usual told as the text's": (
        "Tóm lược điều này.",
        "Thủ thư thường đọc sách.",
        9,
        "“thường” là lời của ban biên tập",
    ),
    "a way of working that claims a source": (
        "Thường mở cửa buổi sáng.",
        "Mở cửa.\n    sources: [d5]",
        21,
        "cách làm là ý kiến của ban biên tập",
    ),
    "a change that rests on nothing": (
        "    sources:\n      - {other: Tin của thư viện}\n",
        "",
        23,
        "điều đã thay đổi phải dẫn văn bản",
    ),
    "advice without a source": (
        "Thường mở cửa buổi sáng.",
        "Mở cửa.\n    advice: Hỏi trước.",
        21,
        "cả ghi chú là của ban biên tập",
    ),
    "a second warning": ("Nay đã khác.", "Khoản 1 cũng không nêu ngày.", 24, "lời nhắc chỗ văn bản để ngỏ"),
    "a warning in a reason": (
        "Cùng nói về mượn sách",
        "Điều 2 không nêu số sách",
        4,
        "lời nhắc chỗ văn bản để ngỏ",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    (tmp_path / "dieu-5.yaml").write_text(slipped(NOTES, before, after), "utf-8")
    with pytest.raises(DataError) as caught:
        load_notes(tmp_path, small, Register())
    assert (line, True) in [(fault.line, message in fault.message) for fault in caught.value.faults], caught.value


def test_good_notes_are_read_and_related_articles_know_each_other(small: Index, tmp_path: Path) -> None:
    (tmp_path / "dieu-5.yaml").write_text(NOTES, "utf-8")
    notes = load_notes(tmp_path, small, Register())
    assert [note.id for note in notes.by_provision["d5"]] == ["cd5.1", "cd5.2", "cd5.3", "cd5.4"]
    assert [related.article for related in notes.related["d5"]] == ["d2"]
    assert [related.article for related in notes.related["d2"]] == ["d5"]
    marks = [notes.backings[note.id].mark for note in notes.by_provision["d5"]]
    assert marks == [Mark.TEXT, Mark.TEXT, Mark.EDITORS, Mark.REPORTED]


def test_two_files_with_one_id_are_told(small: Index, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(NOTES, "utf-8")
    with pytest.raises(DataError, match=r"mã “cd5\.1” lặp lại"):
        load_notes(tmp_path, small, Register())


def test_no_folder_is_no_notes(small: Index, tmp_path: Path) -> None:
    assert load_notes(tmp_path / "chu-thich", small, Register()).articles == ()
