"""The columns of the sheet ``Phiếu``: those on paper, those beside it on the screen, those hidden."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from xlsxwriter.utility import xl_col_to_name

from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import WORDS
from quyche.checklists.workbook import DUTIES_TAB, on_paper

Place = Literal["paper", "screen", "hidden"]


class Column(NamedTuple):
    """A column: ``width`` counts digits of the workbook's font."""

    key: str
    label: str
    width: float
    place: Place = "paper"


@dataclass(frozen=True)
class Table:
    """Where the lines stand: ``columns`` in order, ``head`` row and ``last`` row, from 0."""

    columns: tuple[Column, ...]
    head: int
    last: int

    @property
    def last_open(self) -> str:
        """The last column that is not hidden."""
        return next(column.key for column in reversed(self.columns) if column.place != "hidden")

    def at(self, key: str) -> int:
        """Return the number of the column ``key``, from 0."""
        return [column.key for column in self.columns].index(key)

    def cell(self, key: str, row: int) -> str:
        """Return the address of a cell in its own row: ``$G12``."""
        return f"${xl_col_to_name(self.at(key))}{row + 1}"

    def span(self, key: str) -> str:
        """Return the address of a whole column of the table, as other sheets write it."""
        letter = xl_col_to_name(self.at(key))
        return f"'{DUTIES_TAB}'!${letter}${self.head + 2}:${letter}${self.last + 1}"


def columns(sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns that this sheet needs."""
    words = WORDS["excel"]["columns"]
    remedies = sheet.scale.asks_remedies
    *_, cause, measure = sheet.remedies.labels
    return (
        *(Column(key, label, width) for (key, width), label in zip(on_paper(sheet).items(), sheet.labels, strict=True)),
        Column("check", words["check"], 12, "screen"),
        *((Column("cause", cause, 26, "screen"), Column("remedy", measure, 36, "screen")) if remedies else ()),
        Column("part", words["part"], 8, "hidden"),
        Column("code", words["code"], 10, "hidden"),
        Column("task", words["task"], 20, "hidden"),
        *((Column("due", words["due"], 8, "hidden"),) if remedies else ()),
    )
