"""The editors' notes: a layer that points at provisions and, where it speaks of particular words, quotes them.

One file for each article under ``docs/chu-thich/``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.instruments.model import Register
from quyche.regulation.faults import AllFaults, Problem, Trail
from quyche.regulation.index import Index, grouped
from quyche.regulation.loading import read_layer
from quyche.regulation.model import ProvisionId, Record, Words
from quyche.regulation.references import ids, misquoted, repeated, unknown, unknown_provision
from quyche.regulation.vocabulary import Labelled
from quyche.sources import Backing, Citation, Source, backing, opinions, source_problems

UNSAID = re.compile(
    r"(?:quy chế|điều(?: \d+\w*| này)?|khoản|điểm|đoạn|câu|vế|lời văn|văn bản|bản nguồn)\b[^.;:]{0,40}?"
    r"\bkhông (?:nêu|ghi|nói|kể|quy định|giải thích|đặt|kèm|chỉ rõ|ấn định|nhắc)\b",
    re.IGNORECASE,
)
"""Words that warn of what the text does not say."""


class NoteKind(Labelled):
    """What a note is for."""

    SUMMARY = "summary", "Tóm lược"
    PRACTICE = "practice", "Cách làm"
    LINK = "link", "Liên hệ"
    CAUTION = "caution", "Lưu ý"
    ODDITY = "oddity", "Chỗ khác thường của bản nguồn"
    CHANGE = "change", "Đã thay đổi"
    SILENT = "silent", "Văn bản để ngỏ"


class Note(Record):
    """One note. ``quote`` is verbatim: a note whose quote is no longer in its provision stops the build.

    ``text`` is what its ``sources`` say; without sources it is the editors' own. ``advice`` is what the editors add to
    what the sources say. ``calendar`` shows the note on the page of periodic duties too.
    """

    id: Annotated[str, StringConstraints(pattern=r"^cd[0-9a-z]+\.[1-9][0-9]*$")]
    provision: ProvisionId
    quote: Words | None = None
    kind: NoteKind
    text: Annotated[Words, Field(max_length=600)]
    advice: Annotated[Words, Field(max_length=300)] | None = None
    sources: tuple[Source, ...] = ()
    calendar: bool = False


class Related(Record):
    """Another article that a reader should see, and why; shown at both ends."""

    article: ProvisionId
    why: Words


class ArticleNotes(Record):
    """The file of one article; ``date`` is the day on which its notes were last held against their sources."""

    article: ProvisionId
    date: date
    related: tuple[Related, ...] = ()
    notes: Annotated[tuple[Note, ...], Field(min_length=1)]

    def reversed(self, related: Related) -> Related:
        """Return ``related`` as the other article sees it."""
        return Related(article=self.article, why=related.why)


@dataclass(frozen=True)
class Notes:
    """All notes, in order of the articles, and what stands behind each: ``backings`` by id."""

    articles: tuple[ArticleNotes, ...] = ()
    backings: Mapping[str, Backing] = field(default_factory=dict)

    @cached_property
    def by_provision(self) -> dict[str, tuple[Note, ...]]:
        """Provision id -> its notes, in order."""
        return grouped((note.provision, note) for article in self.articles for note in article.notes)

    @cached_property
    def dates(self) -> dict[str, date]:
        """Article id -> the day on which its notes were last held against their sources."""
        return {article.article: article.date for article in self.articles}

    @cached_property
    def related(self) -> dict[str, tuple[Related, ...]]:
        """Article id -> related articles with the reason, given at either end; each once."""
        found: dict[str, dict[str, Related]] = {}
        for article in self.articles:
            for related in article.related:
                found.setdefault(article.article, {}).setdefault(related.article, related)
                found.setdefault(related.article, {}).setdefault(article.article, article.reversed(related))
        return {article: tuple(others.values()) for article, others in found.items()}


def load_notes(folder: Path, index: Index, register: Register) -> Notes:
    """Return the notes in the YAML files of ``folder``, checked against the regulation and the ``register``.

    Raises:
        DataError: anything is wrong; it holds every fault of every file.
    """
    faults = AllFaults()
    taken: set[str] = set()
    check = partial(_problems, index, register, taken)
    read = [faults.take(partial(read_layer, path, ArticleNotes, check)) for path in sorted(folder.glob("*.yaml"))]
    faults.tell()
    order = {place.id: number for number, place in enumerate(index.articles)}
    articles = tuple(sorted((notes for notes in read if notes), key=lambda notes: order[notes.article]))
    backings = {note.id: backing(note.sources, index, register) for article in articles for note in article.notes}
    return Notes(articles, backings)


def _problems(index: Index, register: Register, taken: set[str], notes: ArticleNotes) -> Iterator[Problem]:
    """Yield what is wrong in one file; ``taken`` are the ids of the files before it."""
    articles = {place.id for place in index.articles}
    yield from unknown(("article",), "điều", notes.article, articles, "ghi mã của một điều, ví dụ d5")
    for number, related in enumerate(notes.related):
        trail = ("related", number)
        if related.article not in articles or related.article == notes.article:
            yield Problem((*trail, "article"), f"“{related.article}” không phải điều khác", "ghi mã điều")
        yield from _warnings((*trail, "why"), related.why)
    for kind in (NoteKind.SUMMARY, NoteKind.SILENT):
        for number in [number for number, note in enumerate(notes.notes) if note.kind is kind][1:]:
            yield Problem(("notes", number, "kind"), f"đã có một ghi chú kind: {kind}", "mỗi điều nhiều nhất một")
    yield from repeated(ids("notes", notes.notes), "mỗi ghi chú một mã", taken)
    for number, note in enumerate(notes.notes):
        trail = ("notes", number)
        if note.quote is None:
            yield from unknown_provision((*trail, "provision"), note.provision, index)
        else:
            yield from misquoted((*trail, "quote"), note.provision, note.quote, index)
        yield from source_problems((*trail, "sources"), note.sources, index, register)
        yield from _opinion_problems(trail, note)
        if note.kind is not NoteKind.SILENT:
            yield from _warnings((*trail, "text"), note.text)
            yield from _warnings((*trail, "advice"), note.advice or "")


def _opinion_problems(trail: Trail, note: Note) -> Iterator[Problem]:
    """What the editors think stands apart from what a source says: ``advice`` beside it, or a note without sources."""
    yield from opinions((*trail, "text"), note.text, note.sources, "chuyển sang advice, hoặc bỏ sources")
    if note.kind is NoteKind.PRACTICE and note.sources:
        yield Problem((*trail, "sources"), "cách làm là ý kiến của ban biên tập, không có nguồn", "bỏ sources")
    if note.kind is NoteKind.CHANGE and not any(isinstance(source, Citation) for source in note.sources):
        yield Problem((*trail, "kind"), "điều đã thay đổi phải dẫn văn bản", "ghi document ở sources")
    if note.advice and not note.sources:
        yield Problem((*trail, "advice"), "không có nguồn thì cả ghi chú là của ban biên tập", "gộp vào text")


def _warnings(trail: Trail, words: str) -> Iterator[Problem]:
    """Only the note of kind ``silent`` warns of what the text does not say, so that no page warns at every clause."""
    if found := UNSAID.search(words):
        yield Problem(trail, f"“{found[0]}”: lời nhắc chỗ văn bản để ngỏ", "gom vào một ghi chú kind: silent")
