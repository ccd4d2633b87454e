"""The notes on our text, promise by promise: every oddity to be shown, links both ways, each with what it adds."""

from pathlib import Path

import pytest

from quyche.instruments.model import Register
from quyche.notes import NoteKind, Notes, load_notes
from quyche.regulation.index import Index
from quyche.sources import Mark

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
def notes(project: Path, ours: Index, register: Register) -> Notes:
    return load_notes(project / "docs" / "chu-thich", ours, register)


@pytest.mark.parametrize("oddity", ODDITIES)
def test_every_oddity_to_be_shown_has_its_note(oddity: str, notes: Notes) -> None:
    provision, words = ODDITIES[oddity]
    found = [note for note in notes.by_provision[provision] if note.kind is NoteKind.ODDITY]
    assert any(words in f"{note.text} {note.advice}" for note in found), oddity


def test_every_article_has_notes_and_none_of_them_only_sums_it_up(notes: Notes, ours: Index) -> None:
    assert [article.article for article in notes.articles] == [place.id for place in ours.articles]
    for article in notes.articles:
        kinds = [note.kind for note in article.notes]
        assert set(kinds) - {NoteKind.SUMMARY}, article.article
        assert notes.related[article.article]
        one_sentence = ours.place[article.article].provision.text is not None
        assert not (one_sentence and NoteKind.SUMMARY in kinds), article.article
        assert "do ban biên tập đặt" not in " ".join(note.text for note in article.notes)  # the page says so itself


def test_related_articles_know_each_other(notes: Notes) -> None:
    for article, others in notes.related.items():
        for other in others:
            assert article in {back.article for back in notes.related[other.article]}, (article, other.article)
            assert other.why


def test_no_opinion_is_marked_verified(notes: Notes) -> None:
    for article in notes.articles:
        for note in article.notes:
            mark = notes.backings[note.id].mark
            assert (mark is Mark.EDITORS) == (not note.sources), note.id
            if note.kind is NoteKind.PRACTICE:
                assert mark is Mark.EDITORS, note.id
