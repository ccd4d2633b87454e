"""The checklist of one body: what it must answer each year. Its words on paper are in ``sheet.py``."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from quyche.checklists.record import TaskId
from quyche.checklists.setup import Scale
from quyche.duties.assignment import Level
from quyche.regulation.model import DutyId, ProvisionId, Record, Slug, Words
from quyche.regulation.vocabulary import Method, Period


class RegulationRef(Record):
    """Which regulation, which version: written into every file, so that a filled one can be read back."""

    id: Slug
    version: Words
    sha256: str
    title: Words
    short_title: Words
    term: Words | None
    status: Words
    print_line: Words


class Requirement(Record):
    """A line of the sheet: one duty. ``id`` is its permanent code, ``number`` its running number (TT) on this sheet.

    ``formerly`` are the codes that it had. ``lead`` and ``tail`` stand before and behind the quote, as ``Cut`` says.
    ``same`` is the number of the line that answers for this one too, ``also`` those of the lines for which this one
    does. ``partial``: only some of the body's kind belong to ``via``.
    """

    id: DutyId
    formerly: tuple[DutyId, ...]
    number: int
    task: Words
    lead: str
    quote: Words
    tail: str
    citation: Words
    period: tuple[Period, ...]
    period_label: str
    via: Words | None
    question: Words
    evidence: tuple[Words, ...]
    method: Method
    same: int | None
    also: tuple[int, ...]
    partial: bool
    may_not_arise: bool
    not_arising_if: Words | None
    reading: Words | None
    points: int | None
    draft: bool = False

    @property
    def counts(self) -> bool:
        """Whether the line is answered with a state of the scale, and so is a line of the figures."""
        return self.same is None and self.method is Method.STATE


class Block(Record):
    """One provision with its lines: a clause that holds several acts is one block with a line an act."""

    provision: ProvisionId
    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)]


class Part(Record):
    """One of the parts I to III: own duties, duties by group, common duties. May be empty; the numbers stay fixed."""

    id: Level
    number: Words
    title: Words
    basis: str
    blocks: tuple[Block, ...]

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """The lines of the part in order."""
        return tuple(requirement for block in self.blocks for requirement in block.requirements)


class LogTask(Record):
    """A periodic task in part IV with one line for each occasion of the year; occasions are periods, never days.

    ``recipients`` are named by the words of the text, ``due`` are its words for the day, if it has any; ``inferred``:
    its period is the editors'.
    """

    id: TaskId
    duties: tuple[DutyId, ...]
    citation: Words
    task: Words
    recipients: str
    due: str
    inferred: bool
    occasions: Annotated[tuple[Words, ...], Field(min_length=1)]


class Checklist(Record):
    """What ``body`` must answer; ``points``: whether its lines are also given points."""

    schema_version: Literal[1] = 1
    regulation: RegulationRef
    body: Slug
    body_name: Words
    title: Words
    basis_citation: Words
    disclaimer: Words
    warnings: tuple[Words, ...]
    rating: Words
    document_date: date
    scale: Scale
    points: bool
    parts: tuple[Part, ...]
    log: tuple[LogTask, ...]

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """All lines in order."""
        return tuple(requirement for part in self.parts for requirement in part.requirements)
