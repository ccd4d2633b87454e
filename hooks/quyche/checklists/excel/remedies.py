"""The sheet ``Khắc phục``, for print: the lines that need a remedy, drawn live from what is written beside ``Phiếu``.

The words are written beside their line, never here: a list that grows and shrinks would carry them to another line.
"""

from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table
from quyche.checklists.excel.duties import needs_remedy
from quyche.checklists.excel.guide import named
from quyche.checklists.sheet import Row, Sheet
from quyche.checklists.wording import WORDS, put
from quyche.checklists.workbook import BOX, EDITORIAL, TITLE, Look, joined, quoted

COLUMNS = {"number": 5, "task": 30, "citation": 11, "state": 13, "cause": 30, "remedy": 38}
"""Widths, in the order of the sheet's labels."""
FIRST = 4
ROW = 62
SHOWN = 7
"""Rows that fill a page; more are there, but hidden, so that a list that is not long takes no blank pages."""


def write_remedies(book: Book, table: Table) -> None:
    """Write the sheet, with as many rows as there are lines."""
    page = book.page("Khắc phục", COLUMNS.values())
    count = len(book.sheet.rows)
    due = [line for line in book.sheet.rows if needs_remedy(line, book.sheet)]
    _head(page, table, len(due))
    words: Look = {**BOX, "font_size": 11, "indent": 1}
    centred: Look = {**BOX, "font_size": 11, "align": "center"}
    looks = {"number": centred, "task": {**words, **EDITORIAL}, "citation": centred, "state": centred}
    page.mark("remedies", FIRST, 0)
    for number, line in enumerate([*due, *[None] * (count - len(due))], 1):
        row = FIRST + number - 1
        place = f"MATCH($A{row + 1},{table.span('number')},0)"
        for column, (key, stored) in enumerate(zip(COLUMNS, _stored(book.sheet, line), strict=True)):
            found = f'INDEX({table.span(key)},{place})&""' if column else f"SMALL({table.span('due')},{number})"
            page.formula(row, column, f'=IFERROR({found},"")', stored, **looks.get(key, words))
        page.sheet.set_row(row, ROW, None, {"hidden": number > max(SHOWN, len(due))})
    page.sheet.print_area(0, 0, FIRST + count - 1, len(COLUMNS) - 1)
    page.sheet.repeat_rows(FIRST - 1)
    page.sheet.freeze_panes(FIRST, 0)


def _stored(sheet: Sheet, line: Row | None) -> tuple[str | int, ...]:
    """Return what a row shows in a program that does not work it out."""
    answer = sheet.answer(line) if line else None
    if line is None or answer is None:
        return ("",) * len(COLUMNS)
    citation = "\n".join(line.citation_lines).replace("\u00a0", " ")
    return (line.number, line.task, citation, answer.label, line.entry.cause, line.entry.remedy)


def _head(page: Page, table: Table, due: int) -> None:
    sheet, last = page.book.sheet, len(COLUMNS) - 1
    states = named(state for state in sheet.scale.states if state.needs_remedy)
    words = put(WORDS["excel"]["remedies"], states=states, row=FIRST + SHOWN)
    page.across(0, (0, last), sheet.remedies.heading.line, 22, **TITLE)
    page.note(1, (0, last), words["note"], **EDITORIAL)
    number = f"COUNT({table.span('due')})"
    more = f'&IF({number}>{SHOWN},{quoted(words["hidden"])},"")' if len(sheet.rows) > SHOWN else ""
    look: Look = {"font_size": 11, "bold": True, "valign": "vcenter"}
    page.across(2, (0, last), "", 20, **look)
    page.formula(2, 0, f"={joined(words['count'], number)}{more}", words["count"].format(due), **look)
    page.heads(FIRST - 1, sheet.remedies.labels, 22)
