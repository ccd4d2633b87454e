"""The notes: every article has them; a slip in a quote, a provision, an id stops the build with its line."""

from pathlib import Path

import pytest

from quyche.notes import NoteKind, load_notes
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index

NOTES = """\
article: d5
related:
  - {article: d2, why: Cùng nói về mượn sách}
notes:
  - id: cd5.1
    provision: d5
    kind: summary
    text: Tóm lược điều này.
    source: editorial
    confidence: verified
    date: 2025-01-15
"""

SLIPS = {
    "unknown article": ("article: d5", "article: d99", 1, "không có điều “d99”"),
    "unknown related": ("article: d2", "article: d98", 3, "“d98” không phải điều khác"),
    "related to itself": ("article: d2", "article: d5", 3, "“d5” không phải điều khác"),
    "unknown provision": ("provision: d5", "provision: d5.k99", 6, "không có điều khoản “d5.k99”"),
    "no summary": ("kind: summary", "kind: caution", 4, "đúng một ghi chú kind: summary"),
    "unknown kind": ("kind: summary", "kind: joke", 7, "“joke” không có trong danh mục"),
    "unknown key": ("source:", "sources:", 9, "không có mục “sources”"),
    "lost quote": (
        "    kind: summary\n",
        "    kind: summary\n    quote: chữ không có\n",
        8,
        "“chữ không có” không có trong d5",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    assert before in NOTES
    (tmp_path / "dieu-5.yaml").write_text(NOTES.replace(before, after, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_notes(tmp_path, small)
    assert [(fault.line, message in fault.message) for fault in caught.value.faults][-1] == (line, True), caught.value


def test_good_notes_are_read_and_related_articles_know_each_other(small: Index, tmp_path: Path) -> None:
    (tmp_path / "dieu-5.yaml").write_text(NOTES, "utf-8")
    notes = load_notes(tmp_path, small)
    assert [note.id for note in notes.by_provision["d5"]] == ["cd5.1"]
    assert [related.article for related in notes.related["d5"]] == ["d2"]
    assert [related.article for related in notes.related["d2"]] == ["d5"]


def test_two_files_with_one_id_are_told(small: Index, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(NOTES, "utf-8")
    with pytest.raises(DataError, match=r"mã “cd5\.1” lặp lại"):
        load_notes(tmp_path, small)


def test_no_folder_is_no_notes(small: Index, tmp_path: Path) -> None:
    assert load_notes(tmp_path / "chu-thich", small).articles == ()


def test_every_article_of_ours_is_annotated(project: Path, ours: Index) -> None:
    notes = load_notes(project / "docs" / "chu-thich", ours)
    assert [article.article for article in notes.articles] == [place.id for place in ours.articles]
    assert all(len(article.notes) >= 2 for article in notes.articles)
    advised = {NoteKind.PRACTICE, NoteKind.CAUTION}
    assert all(advised & {note.kind for note in article.notes} for article in notes.articles)
    assert all(notes.related[article.article] for article in notes.articles)
