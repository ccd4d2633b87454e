"""The sheet: every printed word of a self-assessment, in the order of the paper, blank or filled.

PDF, short PDF, Word, Excel, ODS and the browser's print are functions of this one object; they know the look and no
words. ``wording.py`` words the sheet of a checklist, ``filling.py`` fills it with a record. Until it is filled, words
that the unit gives stand as marks in braces, and there is a head for each letterhead to choose from.
"""

from datetime import date
from typing import Final

from quyche.checklists.model import RegulationRef
from quyche.checklists.setup import Family, Scale, State
from quyche.duties.assignment import Level
from quyche.regulation.cuts import Cut
from quyche.regulation.model import Record

POINTS: Final = ("most", "points", "reviewer")
"""The columns of parts I to III that only a sheet with points has."""


class Named(Record):
    """Words behind a label: “Đơn vị:” and the unit's name; no words leave a blank."""

    label: str
    words: str


class Heading(Record):
    """The heading of a part; the remark behind it is set lighter."""

    words: str
    remark: str = ""

    @property
    def line(self) -> str:
        """Both, as one line."""
        return f"{self.words} {self.remark}".rstrip()


class Signatures(Record):
    """Who made the sheet, who signs it and, under a letterhead, who receives it; ``date`` only on an annex."""

    date: str
    preparer: str
    preparer_note: str
    preparer_name: str
    on_behalf: str
    position: str
    signed_name: str
    copies_label: str
    copies: tuple[str, ...]


class Head(Record):
    """The head and the signatures, as an annex to a report (no ``id``) or under the letterhead ``id``.

    ``family`` has the measures for all formats. ``kind`` and ``subject`` are the title as a letterhead sets it, in two
    lines, of which the first may be empty; an annex sets it as one, below ``annex[0]`` and above ``annex[1]``.
    """

    id: str
    family: Family
    annex: tuple[str, str] | None
    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    symbol: str
    date: str
    kind: str
    subject: str
    signatures: Signatures

    @property
    def title(self) -> str:
        """The title in one line."""
        return f"{self.kind} {self.subject}".lstrip()


class Key(Record):
    """How to fill the sheet in: the answers of the scale with their meaning, and what else must be known."""

    states: str
    reason: str
    notices_label: str
    notices: tuple[str, ...]


class Entry(Record):
    """What the unit says of a line, a cell each; lines of a cell are parted by line feeds.

    ``state`` is an id of the scale, ``points`` a number with a comma. Causes and remedies have a table of their own.
    """

    state: str = ""
    result: str = ""
    evidence: str = ""
    note: str = ""
    points: str = ""
    cause: str = ""
    remedy: str = ""


class Row(Record):
    """A line of parts I to III. ``number`` is its running number (TT), ``id`` the permanent code of its duty.

    ``formerly`` are the codes that it had, in files of then.
    ``lead`` and ``tail`` are the words that the quote does not go without, as ``Cut`` says. ``instead`` stands where
    others have the answers of the scale: the line is answered by another, or by a reference, and does not count.
    ``same`` is the number of that other: nothing need be written here then.
    ``citation_lines`` break the citation for a narrow column; ``period_short`` is empty where the text names none.
    ``hint`` and ``hints`` (of the columns of evidence and of notes), ``question`` and ``reading`` are the editors'.
    """

    id: str
    formerly: tuple[str, ...]
    number: int
    task: str
    lead: str
    quote: str
    tail: str
    instead: str
    same: int | None
    citation: str
    citation_lines: tuple[str, ...]
    period: str
    period_short: str
    hint: str
    hints: tuple[str, ...]
    question: str
    reading: str
    points: int | None
    entry: Entry = Entry()

    @property
    def line(self) -> str:
        """The words of the line: the quote with what it does not go without."""
        return Cut(self.lead, self.quote, self.tail).line

    @property
    def counts(self) -> bool:
        """Whether the line is answered on the scale."""
        return not self.instead


class Block(Record):
    """The lines of one provision."""

    rows: tuple[Row, ...]


class Part(Record):
    """Part I, II or III; one without lines says ``empty``."""

    id: Level
    number: str
    title: str
    heading: Heading
    empty: str
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines of the part in order."""
        return tuple(row for block in self.blocks for row in block.rows)


class OccasionRow(Record):
    """A line of the log: an occasion of the year, and what the unit wrote of it."""

    name: str
    due: str = ""
    held: str = ""
    number: str = ""
    note: str = ""

    @property
    def written(self) -> tuple[str, ...]:
        """What the unit wrote, in the order of the columns."""
        return (self.due, self.held, self.number, self.note)


class Task(Record):
    """A periodic task of the log, with its occasions; ``due`` is what the text says of the day."""

    id: str
    duties: tuple[str, ...]
    citation: str
    task: str
    recipients: str
    due: str
    occasions: tuple[OccasionRow, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """What stands below the task: what the text says of the day, who receives it."""
        return tuple(filter(None, (self.due, self.recipients)))


class Log(Record):
    """Part IV; ``more`` names an occasion that a unit has added, with ``{number}``."""

    heading: Heading
    labels: tuple[str, ...]
    empty: str
    more: str
    tasks: tuple[Task, ...]


class TotalsRow(Record):
    """A part in part V, or all of them (“all”): how many lines it has and, once answered, the cells behind that."""

    id: str
    title: str
    count: int
    cells: tuple[str, ...] = ()


class Totals(Record):
    """Part V. ``share`` says how the share is worked out, ``standing`` how far it can be trusted.

    ``workings`` are the heads of the columns that a workbook needs beside those of the paper.
    """

    heading: Heading
    labels: tuple[str, ...]
    workings: tuple[str, str, str]
    rows: tuple[TotalsRow, ...]
    share: str
    standing: str = ""
    rating: Named
    rating_note: str


class Box(Record):
    """A box of part VI; ``id`` is the field of the record."""

    id: str
    title: str
    words: str = ""


class Remedies(Record):
    """Causes and remedies, with part VI; no rows where no line has any."""

    heading: Heading
    labels: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class Opinion(Record):
    """Part VII, for the reviewer."""

    heading: Heading
    reviewer: str


class Short(Record):
    """What only the short form says."""

    labels: tuple[str, ...]
    last_label: str
    states: str
    reason: str
    note: str
    period: str
    sum: str
    foot: str


class Sheet(Record):
    """Every printed word of the self-assessment of one body."""

    schema_version: int
    regulation: RegulationRef
    body: str
    body_name: str
    author: str
    disclaimer: str
    document_date: date
    scale: Scale
    points: bool
    heads: tuple[Head, ...]
    year: str = ""
    unit: Named
    kind: Named
    basis: Named
    key: Key
    labels: tuple[str, ...]
    parts: tuple[Part, ...]
    log: Log
    totals: Totals
    remarks_heading: Heading
    remarks: tuple[Box, ...]
    remedies: Remedies
    opinion: Opinion
    foot: str
    short: Short

    @property
    def head(self) -> Head:
        """The head that was chosen; of a sheet that is not filled yet, that of the annex."""
        return self.heads[0]

    def answer(self, row: Row) -> State | None:
        """Return the answer of ``row``; ``None`` while it is blank."""
        return next((state for state in self.scale.states if state.id == row.entry.state), None)

    @property
    def name(self) -> str:
        """What the document is called in a list of files or windows."""
        return f"{self.head.title} – {self.body_name}"

    @property
    def foot_line(self) -> str:
        """What stands below every page, and whose it is."""
        return f"{self.foot} {self.body_name}."

    @property
    def rows(self) -> tuple[Row, ...]:
        """All lines in order."""
        return tuple(row for part in self.parts for row in part.rows)
