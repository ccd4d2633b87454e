"""Where formulas find what they need: the columns of the sheet ``Phiếu``, the answers of the scale in ``_meta``."""

from dataclasses import dataclass
from typing import NamedTuple

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from quyche.checklists.setup import Scale
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import WORDS
from quyche.checklists.workbook import DUTIES_TAB, on_paper

META = "_meta"
FIRST_STATE = 20
"""Row of the first answer in ``_meta``, from 0; fixed, so that a reader finds them whatever stands above."""
STATE_COLUMNS = ("state", "label", "counts_as_done", "excluded", "needs_reason", "needs_remedy")
"""What stands there of each answer."""


class Column(NamedTuple):
    """A column: ``width`` counts digits of the workbook's font."""

    key: str
    label: str
    width: float
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """Where the lines stand: ``columns`` in order, ``head`` row and ``last`` row, from 0."""

    columns: tuple[Column, ...]
    head: int
    last: int

    @property
    def last_open(self) -> str:
        """The last column that is not hidden."""
        return next(column.key for column in reversed(self.columns) if not column.hidden)

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
        Column("check", words["check"], 12),
        *((Column("cause", cause, 26), Column("remedy", measure, 36)) if remedies else ()),
        Column("part", words["part"], 8, hidden=True),
        Column("code", words["code"], 10, hidden=True),
        Column("task", words["task"], 20, hidden=True),
        *((Column("due", words["due"], 8, hidden=True),) if remedies else ()),
    )


def state_label(number: int) -> str:
    """Return the cell with the label of the state with running ``number``, from 0."""
    return f"{META}!$B${FIRST_STATE + number + 1}"


def state_span(scale: Scale, key: str) -> str:
    """Return the range of what each answer has under ``key``: labels for drop-downs, ones and noughts for formulas."""
    at = STATE_COLUMNS.index(key)
    return f"{META}!{xl_range_abs(FIRST_STATE, at, FIRST_STATE + len(scale.states) - 1, at)}"
