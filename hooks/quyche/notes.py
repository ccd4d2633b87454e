"""The editors' notes: a layer that points at provisions and, where it speaks of particular words, quotes them.

One file for each article under ``docs/chu-thich/``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.faults import AllFaults, Problem
from quyche.regulation.index import Index, grouped
from quyche.regulation.loading import read_layer
from quyche.regulation.model import ProvisionId, Record, Words
from quyche.regulation.references import ids, misquoted, repeated, unknown, unknown_provision
from quyche.regulation.vocabulary import Confidence, Labelled


class NoteKind(Labelled):
    """What a note is for."""

    SUMMARY = "summary", "Tóm lược"
    PRACTICE = "practice", "Cách làm"
    LINK = "link", "Liên hệ"
    CAUTION = "caution", "Lưu ý"
    ODDITY = "oddity", "Chỗ khác thường của bản nguồn"
    CHANGE = "change", "Đã thay đổi"


class Note(Record):
    """One note. ``quote`` is verbatim: a note whose quote is no longer in its provision stops the build.

    ``calendar`` shows it on the page of periodic duties too.
    """

    id: Annotated[str, StringConstraints(pattern=r"^cd[0-9a-z]+\.[1-9][0-9]*$")]
    provision: ProvisionId
    quote: Words | None = None
    kind: NoteKind
    text: Annotated[Words, Field(max_length=600)]
    source: Words
    confidence: Confidence
    date: date
    calendar: bool = False


class Related(Record):
    """Another article that a reader should see, and why; shown at both ends."""

    article: ProvisionId
    why: Words


class ArticleNotes(Record):
    """The file of one article."""

    article: ProvisionId
    related: tuple[Related, ...] = ()
    notes: Annotated[tuple[Note, ...], Field(min_length=1)]

    def reversed(self, related: Related) -> Related:
        """Return ``related`` as the other article sees it."""
        return Related(article=self.article, why=related.why)


@dataclass(frozen=True)
class Notes:
    """All notes, in order of the articles."""

    articles: tuple[ArticleNotes, ...] = ()

    @cached_property
    def by_provision(self) -> dict[str, tuple[Note, ...]]:
        """Provision id -> its notes, in order."""
        return grouped((note.provision, note) for article in self.articles for note in article.notes)

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
    faults = AllFaults()
    taken: set[str] = set()
    check = partial(_problems, index, taken)
    read = [faults.take(partial(read_layer, path, ArticleNotes, check)) for path in sorted(folder.glob("*.yaml"))]
    faults.tell()
    order = {place.id: number for number, place in enumerate(index.articles)}
    return Notes(tuple(sorted((notes for notes in read if notes), key=lambda notes: order[notes.article])))


def _problems(index: Index, taken: set[str], notes: ArticleNotes) -> Iterator[Problem]:
    """Yield what is wrong in one file; ``taken`` are the ids of the files before it."""
    articles = {place.id for place in index.articles}
    yield from unknown(("article",), "điều", notes.article, articles, "ghi mã của một điều, ví dụ d5")
    for number, related in enumerate(notes.related):
        if related.article not in articles or related.article == notes.article:
            yield Problem(("related", number, "article"), f"“{related.article}” không phải điều khác", "ghi mã điều")
    if sum(note.kind is NoteKind.SUMMARY for note in notes.notes) != 1:
        yield Problem(("notes",), "phải có đúng một ghi chú kind: summary", "mỗi điều một phần tóm lược")
    yield from repeated(ids("notes", notes.notes), "mỗi ghi chú một mã", taken)
    for number, note in enumerate(notes.notes):
        if note.quote is None:
            yield from unknown_provision(("notes", number, "provision"), note.provision, index)
        else:
            yield from misquoted(("notes", number, "quote"), note.provision, note.quote, index)
