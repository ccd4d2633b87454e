"""The sheet ``Khắc phục``, for print: the lines that need a remedy, drawn live from what is written beside ``Phiếu``.

The words are written beside their line, never here: a list that grows and shrinks would carry them to another line.
"""

from collections.abc import Mapping

from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table
from quyche.checklists.excel.duties import needs_remedy
from quyche.checklists.sheet import Row
from quyche.checklists.workbook import BOX, DUTIES_TAB, EDITORIAL, TITLE, Look

SHEET = "Khắc phục"
COLUMNS = {"number": 5, "task": 30, "citation": 11, "state": 13, "cause": 30, "remedy": 38}
"""Widths, in the order of the sheet's labels."""
FIRST = 4
ROW = 62
SHOWN = 7
"""Rows that fill a page; more are there, but hidden, so that a list that is not long takes no blank pages."""


def write_remedies(book: Book, table: Table) -> None:
    """Write the sheet, with as many rows as there are lines."""
    page = book.page(SHEET, COLUMNS.values())
    count = len(book.sheet.rows)
    _head(page, table, count)
    look, centred = book.look(**BOX, font_size=11, indent=1), book.look(**BOX, font_size=11, align="center")
    task = book.look(**BOX, **EDITORIAL, font_size=11, indent=1)
    looks = {"number": centred, "task": task, "citation": centred, "state": centred}
    sources = {key: table.span(key) for key in COLUMNS}
    due = table.span("due")
    page.mark("remedies", FIRST, 0)
    due_lines = [line for line in book.sheet.rows if needs_remedy(line, book.sheet.scale)]
    labels = {state.id: state.label for state in book.sheet.scale.states}
    for number, line in enumerate([*due_lines, *[None] * (count - len(due_lines))], 1):
        row = FIRST + number - 1
        here = f"$A{row + 1}"
        stored = _stored(line, labels)
        page.sheet.write_formula(row, 0, f'=IFERROR(SMALL({due},{number}),"")', looks["number"], stored[0])
        place = f"MATCH({here},{sources['number']},0)"
        for column, key in enumerate(list(COLUMNS)[1:], 1):
            found = f'=IFERROR(INDEX({sources[key]},{place})&"","")'
            page.sheet.write_formula(row, column, found, looks.get(key, look), stored[column])
        page.sheet.set_row(row, ROW, None, {"hidden": number > max(SHOWN, len(due_lines))})
    page.sheet.print_area(0, 0, FIRST + count - 1, len(COLUMNS) - 1)
    page.sheet.repeat_rows(FIRST - 1)
    page.sheet.freeze_panes(FIRST, 0)


def _stored(line: Row | None, labels: Mapping[str, str]) -> tuple[str | int, ...]:
    """Return what a row shows in a program that does not work it out."""
    if line is None:
        return ("",) * len(COLUMNS)
    entry = line.entry
    citation = "\n".join((*line.citation_lines, line.id)).replace("\u00a0", " ")
    return (line.number, line.task, citation, labels[entry.state], entry.cause, entry.remedy)


def _head(page: Page, table: Table, count: int) -> None:
    last = len(COLUMNS) - 1
    states = ", ".join(f"“{state.label}”" for state in page.book.sheet.scale.states if state.needs_remedy)
    page.across(0, (0, last), page.book.sheet.remedies.heading.line, 22, **TITLE)
    note = (
        f"Trang này tự lấy các dòng tự đánh giá {states}, với nguyên nhân và biện pháp ghi ở hai cột bên phải của "
        f"trang “{DUTIES_TAB}”. Nếu chữ bị che, kéo cho dòng cao hơn."
    )
    size, needed = page.fitted(1, note, sum(COLUMNS.values()), most=10)
    page.across(1, (0, last), note, needed, **{**EDITORIAL, "font_size": size})
    number = f"COUNT({table.span('due')})"
    more = ""
    if count > SHOWN:
        hint = f" Còn dòng đang ẩn: chọn từ dòng {FIRST + SHOWN} trở xuống, bấm chuột phải, chọn Bỏ ẩn (Unhide)."
        more = f'&IF({number}>{SHOWN},"{hint}","")'
    look: Look = {"font_size": 11, "bold": True, "valign": "vcenter"}
    page.across(2, (0, last), "", 20, **look)
    due = sum(needs_remedy(line, page.book.sheet.scale) for line in page.book.sheet.rows)
    page.formula(2, 0, f'="Số dòng cần khắc phục: "&{number}&"."{more}', f"Số dòng cần khắc phục: {due}.", **look)
    page.heads(FIRST - 1, page.book.sheet.remedies.labels, 22)
