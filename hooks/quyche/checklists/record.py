"""The record of a self-assessment: what a unit says of itself, and the file that keeps it (*Lưu tệp*, *Mở tệp*).

Answers are keyed by the permanent code of their line, occasions by the id of their task in the log. No total is ever
stored: figures are worked out from the answers wherever they are shown. The scripts of the page know the fields, limits
and patterns from here (``contract.py``); a field is added here and nowhere else.
"""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from quyche.regulation.model import DutyId, ProvisionId, Record, Slug

Year = Annotated[int, Field(ge=1990, le=2200)]
LONGEST_NOTE: Final = 4000
LONGEST_LINE: Final = 300
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]
"""Words of several lines."""
Short = Annotated[str, StringConstraints(max_length=LONGEST_LINE, pattern=r"^[^\r\n]*$")]
"""Words of one line."""
Code = Annotated[str, StringConstraints(max_length=40)]
TaskId = ProvisionId
"""Of a task in the log: its provision, or its first duty where the provision has a task before it."""
MOST_ROWS: Final = 500


class RecordRegulation(Record):
    """Which text the answers are about."""

    id: Slug
    version: Short
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class EvidenceItem(Record):
    """A reference to a paper, never the paper: its kind, number, date and where it is kept."""

    kind: Short = ""
    number: Short = ""
    date: Short = ""
    place: Short = ""


class Remedy(Record):
    """What will be done about a line that is not fully done: by whom, until when."""

    action: Note = ""
    owner: Short = ""
    deadline: date | None = None
    done: bool = False


class Answer(Record):
    """What a unit says of a line; ``state`` is an id of the scale or empty. Blank is neither no nor not applicable."""

    state: Code = ""
    result: Note = ""
    evidence: Annotated[tuple[EvidenceItem, ...], Field(max_length=MOST_ROWS)] = ()
    note: Note = ""
    reason: Note = ""
    cause: Note = ""
    remedy: Remedy | None = None
    points: Annotated[float, Field(ge=0)] | None = None


class Occasion(Record):
    """One line of the log by period."""

    due: Short = ""
    held: Short = ""
    number: Short = ""
    note: Note = ""


Occasions = Annotated[tuple[Occasion, ...], Field(max_length=MOST_ROWS)]


class Unit(Record):
    """Who assesses itself; every field is the unit's own words."""

    name: Short = ""
    province: Short = ""
    district: Short = ""
    commune: Short = ""
    preparer: Short = ""


class Remarks(Record):
    """Part VI, and the unit's own rating, which nothing computes."""

    shortcomings: Note = ""
    causes: Note = ""
    commendations: Note = ""
    proposals: Note = ""
    rating: Short = ""


class Assessment(Record):
    """What fills a sheet; nothing of it makes the blank sheet of any year and unit.

    ``letterhead``: under which the sheet is printed; ``None`` as an annex to a report.
    """

    year: Year | None = None
    letterhead: Slug | None = None
    unit: Unit = Unit()
    answers: dict[DutyId, Answer] = Field(default_factory=dict)
    log: dict[TaskId, Occasions] = Field(default_factory=dict)
    remarks: Remarks = Remarks()


class AssessmentRecord(Assessment):
    """One self-assessment of one unit for one year, as a file."""

    format: Literal["quyche-self-assessment"] = "quyche-self-assessment"
    format_version: Literal[1] = 1
    regulation: RecordRegulation
    body: Slug
    year: Year
    scale: Slug
    final: bool = False
    saved: datetime
    revision: Annotated[int, Field(ge=0)] = 0
