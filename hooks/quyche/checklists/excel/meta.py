"""The very hidden sheet ``_meta``: what a filled file says of itself, and the states with what follows from each.

Beside the states stand the heads of all columns, by which a reader finds them again, wherever they were moved.
"""

import hashlib
from collections.abc import Iterator

from xlsxwriter.utility import xl_range_abs

from quyche.checklists.excel.book import Book
from quyche.checklists.excel.columns import Table
from quyche.checklists.excel.log import log_heads
from quyche.checklists.setup import Scale
from quyche.checklists.sheet import Sheet

NAME = "_meta"
FIRST_STATE = 20
"""Row of the first state, from 0; fixed, so that a reader finds them whatever stands above."""
STATE_COLUMNS = ("state", "label", "counts_as_done", "excluded", "needs_reason", "needs_remedy")
HEADS_AT = 7
"""The column of the keys of the sheets' columns, beside the states; their labels stand in the next one."""


def write_meta(book: Book, table: Table) -> None:
    """Write the sheet."""
    sheet = book.file.add_worksheet(NAME)
    for row, (key, value) in enumerate(_facts(book.sheet)):
        sheet.write_string(row, 0, key)
        if value:
            sheet.write_string(row, 1, value)
    for at, key in enumerate(STATE_COLUMNS):
        sheet.write_string(FIRST_STATE - 1, at, key)
    for row, state in enumerate(book.sheet.scale.states, FIRST_STATE):
        sheet.write_string(row, 0, state.id)
        sheet.write_string(row, 1, state.label, book.look(quote_prefix=True))
        for at, flag in enumerate(STATE_COLUMNS[2:], 2):
            sheet.write_number(row, at, int(getattr(state, flag)))
    heads = (*((found.key, found.label) for found in table.columns), *log_heads(book.sheet.log))
    for row, (key, label_) in enumerate((("column", "label"), *heads), FIRST_STATE - 1):
        sheet.write_string(row, HEADS_AT, key)
        sheet.write_string(row, HEADS_AT + 1, label_)
    sheet.protect()
    sheet.very_hidden()


def _facts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    regulation = sheet.regulation
    yield "schema_version", str(sheet.schema_version)
    yield "regulation", regulation.id
    yield "version", regulation.version
    yield "source_sha256", regulation.sha256
    yield "body", sheet.body
    yield "year", sheet.year
    yield "scale", sheet.scale.id
    yield "sheet_sha256", hashlib.sha256(sheet.model_dump_json().encode()).hexdigest()
    yield "document_date", sheet.document_date.isoformat()
    yield "head", sheet.head.id


def label(number: int) -> str:
    """Return the cell with the label of the state with running ``number``, from 0."""
    return f"{NAME}!$B${FIRST_STATE + number + 1}"


def column(scale: Scale, key: str) -> str:
    """Return the range of what each answer has under ``key``: labels for drop-downs, ones and noughts for formulas."""
    at = STATE_COLUMNS.index(key)
    return f"{NAME}!{xl_range_abs(FIRST_STATE, at, FIRST_STATE + len(scale.states) - 1, at)}"
