"""Load the notes and hold them against the text: every slip of every file at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from quyche.notes.model import ArticleNotes, Note, NoteKind, Related
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.yaml_lines import Document


@dataclass(frozen=True)
class Notes:
    """All notes, in order of the articles."""

    articles: tuple[ArticleNotes, ...] = ()

    @cached_property
    def by_provision(self) -> dict[str, tuple[Note, ...]]:
        """Provision id -> its notes, in order."""
        found: dict[str, list[Note]] = {}
        for article in self.articles:
            for note in article.notes:
                found.setdefault(note.provision, []).append(note)
        return {provision: tuple(notes) for provision, notes in found.items()}

    @cached_property
    def related(self) -> dict[str, tuple[Related, ...]]:
        """Article id -> related articles with the reason, given at either end; each once."""
        found: dict[str, dict[str, Related]] = {}
        for article in self.articles:
            for related in article.related:
                found.setdefault(article.article, {}).setdefault(related.article, related)
                found.setdefault(related.article, {}).setdefault(article.article, article.reversed(related))
        return {article: tuple(others.values()) for article, others in found.items()}


def load_notes(folder: Path, index: Index) -> Notes:
    """Return the notes in the YAML files of ``folder``, checked against the regulation; none where there is no folder.

    Raises:
        DataError: anything is wrong; it holds every fault of every file.
    """
    faults: list[Fault] = []
    read: list[ArticleNotes] = []
    ids: set[str] = set()
    for path in sorted(folder.glob("*.yaml")):
        try:
            document, notes = read_record(path, ArticleNotes)
        except DataError as error:
            faults += error.faults
            continue
        faults += _faults(document, notes, index, ids)
        read.append(notes)
    if faults:
        raise DataError(faults)
    order = {place.id: number for number, place in enumerate(index.articles)}
    return Notes(tuple(sorted(read, key=lambda notes: order[notes.article])))


def _faults(document: Document, notes: ArticleNotes, index: Index, ids: set[str]) -> Iterator[Fault]:
    articles = {place.id for place in index.articles}
    if notes.article not in articles:
        yield document.fault(("article",), f"không có điều “{notes.article}”", "ghi mã của một điều, ví dụ d5")
    for number, related in enumerate(notes.related):
        if related.article not in articles or related.article == notes.article:
            yield document.fault(
                ("related", number, "article"), f"“{related.article}” không phải điều khác", "ghi mã điều"
            )
    if sum(note.kind is NoteKind.SUMMARY for note in notes.notes) != 1:
        yield document.fault(("notes",), "phải có đúng một ghi chú kind: summary", "mỗi điều một phần tóm lược")
    for number, note in enumerate(notes.notes):
        trail = ("notes", number)
        if note.id in ids:
            yield document.fault((*trail, "id"), f"mã “{note.id}” lặp lại", "mỗi ghi chú một mã")
        ids.add(note.id)
        place = index.place.get(note.provision)
        if place is None:
            yield document.fault(
                (*trail, "provision"), f"không có điều khoản “{note.provision}”", "xem regulation.yaml"
            )
        elif note.quote is not None and note.quote not in (place.provision.text or place.provision.heading or ""):
            yield document.fault(
                (*trail, "quote"),
                f"“{note.quote}” không có trong {note.provision}",
                "chép đúng từng chữ của điều khoản",
            )
