"""Who says what the editors write: the text itself, another document, or nobody but the editors.

What a note or a definition rests on is written once, as its sources; its mark follows from them and from what the
register knows of the documents. So nothing is marked as held against a text that nobody has read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from quyche.instruments.model import Assurance, Instrument, InstrumentKind, Register, Standing
from quyche.regulation.citations import citation
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index, grouped
from quyche.regulation.model import ProvisionId, Record, Slug, Words
from quyche.regulation.references import unknown, unknown_provision
from quyche.regulation.vocabulary import Labelled
from quyche.vietnamese.days import day_words

READ = (Assurance.TEXT, Assurance.PART)
CALLED_BY_TITLE = (InstrumentKind.CONSTITUTION, InstrumentKind.CODE, InstrumentKind.LAW)
QUOTED = re.compile(r"“[^”]*”")
OPINION = re.compile(
    r"\b(?:nên|(?<!bồi )thường(?! (?:trực|xuyên|vụ|lệ))|có lẽ|dễ|hiểu là|ban biên tập)\b", re.IGNORECASE
)
"""Words that advise, guess or generalise: no text says them."""


class Mark(Labelled):
    """How far words can be relied on."""

    TEXT = "text", "theo lời văn"
    DOCUMENT = "document", "đã đối chiếu văn bản"
    REPORTED = "reported", "chưa đối chiếu văn bản"
    EDITORS = "editors", "ý kiến của ban biên tập"


class Citation(Record):
    """A ``document`` of the register, by its id, or something ``other`` that is none; ``place`` is where in it."""

    document: Slug | None = None
    other: Words | None = None
    place: Words | None = None


Source: TypeAlias = ProvisionId | Citation
"""A provision of the text, or something else."""


@dataclass(frozen=True)
class Backing:
    """What stands behind words: each mark that their sources have, from the best to the least, with these in words."""

    told: tuple[tuple[Mark, str], ...]

    @property
    def mark(self) -> Mark:
        """The mark of the whole: that of its weakest source."""
        return self.told[-1][0]

    @property
    def words(self) -> str:
        """All sources; the editors' own words have none."""
        return "; ".join(words for _, words in self.told if words)


def backing(sources: tuple[Source, ...], index: Index, register: Register) -> Backing:
    """Return what stands behind words with these ``sources``, which are known; without any they are the editors'."""
    if not sources:
        return Backing(((Mark.EDITORS, ""),))
    found = grouped((_mark(source, register), _words(source, index, register)) for source in sources)
    return Backing(tuple((mark, "; ".join(found[mark])) for mark in Mark if mark in found))


def source_problems(trail: Trail, sources: tuple[Source, ...], index: Index, register: Register) -> Iterator[Problem]:
    """There are such provisions and documents; ``trail`` leads to ``sources``."""
    for at, source in enumerate(sources):
        if isinstance(source, str):
            yield from unknown_provision((*trail, at), source, index)
        elif (source.document is None) == (source.other is None):
            yield Problem((*trail, at), "nguồn phải có đúng một trong hai mục document, other", "bỏ một mục")
        elif source.document is not None:
            allowed = "ghi mã có trong docs/tai-lieu.yaml"
            yield from unknown((*trail, at, "document"), "văn bản", source.document, register.by_id, allowed)


def opinions(trail: Trail, words: str, sources: Iterable[Source], allowed: str) -> Iterator[Problem]:
    """``words`` that name sources hold no opinion: only the editors' own may, and those cannot be marked verified."""
    found = OPINION.search(QUOTED.sub("", words))
    if found and tuple(sources):
        yield Problem(trail, f"“{found[0]}” là lời của ban biên tập, không phải của nguồn", allowed)


def _mark(source: Source, register: Register) -> Mark:
    if isinstance(source, str):
        return Mark.TEXT
    read = source.document is not None and register.by_id[source.document].sure in READ
    return Mark.DOCUMENT if read else Mark.REPORTED


def _words(source: Source, index: Index, register: Register) -> str:
    if isinstance(source, str):
        return citation(index.place[source])
    instrument = register.by_id[source.document] if source.document else None
    name = _name(instrument) if instrument else source.other
    known = f" ({known})" if instrument and (known := _known(instrument)) else ""
    return f"{name}{f', {source.place}' if source.place else ''}{known}"


def _name(instrument: Instrument) -> str:
    """Return what readers call it: laws by their title too, but for those that only amend others."""
    if instrument.kind in CALLED_BY_TITLE and instrument.title and instrument.number and not instrument.amends:
        return f"{instrument.title} {instrument.number}"
    return instrument.also[0] if instrument.also and not instrument.number else instrument.name


def _known(instrument: Instrument) -> str:
    """Whether it is in force, where that is not certain, and what says so, where nobody has read it."""
    standing = "chưa rõ còn hiệu lực hay không" if instrument.status is Standing.UNKNOWN else instrument.status.label
    told = [] if instrument.status is Standing.IN_FORCE else [standing]
    if instrument.sure is Assurance.UNCHECKED and instrument.checked:
        told.append(f"chưa kiểm lại từ ngày {day_words(instrument.checked)}")
    elif instrument.sure not in READ:
        told.append(instrument.sure.label)
    return "; ".join(told)
