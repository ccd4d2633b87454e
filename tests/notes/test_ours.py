"""The notes on our text, promise by promise: every oddity to be shown, links both ways, knowledge marked as such."""

from pathlib import Path

import pytest

from quyche.notes import NoteKind, Notes, load_notes
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Confidence

ODDITIES = {
    "the head of the document is missing": ("can-cu.p1", "thiếu phần đầu"),
    "TW for TU": ("can-cu.p2", "310-QĐ/TU"),
    "no day of signature": ("d28", "Ngày hiệu lực: chưa rõ"),
    "trung for trưng": ("d9.k6", "trưng cầu ý dân"),
    "a word is missing": ("d9.k3", "đối với các cơ quan"),
    "a comma is missing": ("d12.k3", "công khai, minh bạch và sự giám sát"),
    "a committee among the departments": ("d6", "Ủy ban Kiểm tra"),
    "the one who supervises is supervised": ("d7.k2", "bên chịu giám sát"),
    "who reports is not complete": ("d23.k2", "cơ quan tư pháp"),
}
"""Class G of the list of oddities: kept, and noted in sight. Articles without a title are the last of the class."""


@pytest.fixture(scope="module")
def notes(project: Path, ours: Index) -> Notes:
    return load_notes(project / "docs" / "chu-thich", ours)


@pytest.mark.parametrize("oddity", ODDITIES)
def test_every_oddity_to_be_shown_has_its_note(oddity: str, notes: Notes) -> None:
    provision, words = ODDITIES[oddity]
    found = [note for note in notes.by_provision[provision] if note.kind is NoteKind.ODDITY]
    assert any(words in note.text for note in found), oddity


def test_every_article_without_a_title_says_whose_its_title_is(notes: Notes, ours: Index) -> None:
    untitled = [place for place in ours.articles if place.provision.heading is None]
    assert [place.provision.num for place in untitled] == [*"123", *map(str, (*range(16, 23), *range(24, 29)))]
    for place in untitled:
        found = [note.text for note in notes.by_provision[place.id] if note.kind is NoteKind.ODDITY]
        assert any("không đặt tên cho Điều này" in text for text in found), place.id


def test_related_articles_know_each_other(notes: Notes) -> None:
    for article, others in notes.related.items():
        for other in others:
            assert article in {back.article for back in notes.related[other.article]}, (article, other.article)
            assert other.why


def test_advice_without_a_document_is_marked(notes: Notes) -> None:
    for article in notes.articles:
        for note in article.notes:
            if note.kind is NoteKind.PRACTICE and note.source == "editorial":
                assert note.confidence is Confidence.TO_CHECK, note.id
            if note.kind is NoteKind.CHANGE:
                assert note.source != "editorial", note.id
            assert note.date.year >= 2026
