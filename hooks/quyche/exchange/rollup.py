"""The roll-up of many self-assessments: the file that the page of the roll-up saves; the published shapes of both.

The browser writes it; this model is its published shape. It names every file that was read by its SHA-256, says which
were counted and why the others were not, and holds the figures, so that anybody with the files can work them out again.
"""

from datetime import date, datetime
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from quyche.checklists.record import AssessmentRecord, Note, RecordRegulation, Short, Unit, Year
from quyche.exchange.data import schema_words
from quyche.exchange.fields import described
from quyche.regulation.model import DutyId, Record, Slug

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)] | None
"""From 0 to 1; ``null`` where no line is applicable."""


class Tally(Record):
    """Figures of some lines. ``share`` is done : applicable; while lines are blank it lies from lowest to highest."""

    lines: Count
    answered: Count
    blank: Count
    excluded: Count
    applicable: Count
    done: Count
    undone: Count
    states: dict[Slug, Count]
    share: Share
    lowest: Share
    highest: Share
    provisional: bool


class SkippedRow(Record):
    """A row of an Excel file that was not read, and why."""

    sheet: str
    row: int
    code: str
    reason: str


class Input(Record):
    """A file that was given. Refused: ``reason`` says why, in a sentence, and nothing of it was read.

    A file that is too large or cannot be opened is not read at all, so it has no hash (``null``).
    An Excel file does not say whether it is final (``null``), and its ``saved`` is when the file was last changed.
    """

    name: str
    size: Count
    sha256: Sha256 | None
    counted: bool
    reason: str | None
    regulation: RecordRegulation | None
    body: Slug | None
    year: Year | None
    unit: Unit | None
    final: bool | None
    saved: datetime | None
    notes: tuple[str, ...]
    skipped: tuple[SkippedRow, ...]


class UnitPart(Record):
    """Figures of a part of a unit's checklist."""

    id: Slug
    tally: Tally


class YearOnYear(Record):
    """A unit's earlier year; only lines that are answered and applicable in both years are compared."""

    input: Sha256
    year: Year
    all: Tally
    both: Count
    before: Count
    after: Count
    gained: Count
    lost: Count


class UnitFigures(Record):
    """Figures of one unit for the year of the roll-up; ``input`` is the SHA-256 of its file."""

    input: Sha256
    body: Slug
    parts: tuple[UnitPart, ...]
    all: Tally
    earlier: YearOnYear | None


class LineFigures(Record):
    """One line over the units of one kind of body."""

    line: DutyId
    tally: Tally


class BodyFigures(Record):
    """One kind of body: all its units together, and each line over them."""

    body: Slug
    units: Count
    all: Tally
    lines: tuple[LineFigures, ...]


class PlannedRemedy(Record):
    """What a unit will do about a line. Overdue is not said: it depends on the day of reading."""

    input: Sha256
    line: DutyId
    action: Note
    owner: Short
    deadline: date | None
    done: bool


class RollUp(Record):
    """One roll-up for one year."""

    format: Literal["quyche-roll-up"] = "quyche-roll-up"
    format_version: Literal[1] = 1
    regulation: RecordRegulation
    scale: Slug
    year: Year
    made: datetime
    provisional: bool
    inputs: tuple[Input, ...]
    expected: tuple[str, ...]
    missing: tuple[str, ...]
    units: tuple[UnitFigures, ...]
    bodies: tuple[BodyFigures, ...]
    remedies: tuple[PlannedRemedy, ...]


@cache
def rollup_schema() -> str:
    """Return the JSON Schema of the file of a roll-up."""
    return schema_words(RollUp.model_json_schema(mode="validation"))


@cache
def record_schema() -> str:
    """Return the JSON Schema of the file of one self-assessment."""
    return schema_words(described(AssessmentRecord.model_json_schema(mode="validation")))
