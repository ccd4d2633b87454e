"""The sheet ``Khắc phục``, for print: the lines that need a remedy, drawn live from what is written beside ``Phiếu``.

The words are written beside their line, never here: a list that grows and shrinks would carry them to another line.
"""

from quyche.checklists.excel.book import BOX, EDITORIAL, TITLE, Book, Look, Page
from quyche.checklists.excel.columns import SHEET as DUTIES
from quyche.checklists.excel.columns import Table

SHEET = "Khắc phục"
COLUMNS = (
    ("number", "TT", 5),
    ("task", "Việc", 30),
    ("citation", "Điều, khoản", 11),
    ("state", "Tự đánh giá", 13),
    ("cause", "Nguyên nhân", 30),
    ("remedy", "Biện pháp, người chịu trách nhiệm, thời hạn", 38),
)
FIRST = 4
ROW = 62
SHOWN = 7
"""Rows that fill a page; more are there, but hidden, so that a list that is not long takes no blank pages."""


def write_remedies(book: Book, table: Table) -> None:
    """Write the sheet, with as many rows as there are lines."""
    page = book.page(SHEET, [width for _, _, width in COLUMNS])
    count = len(book.checklist.requirements)
    _head(page, table, count)
    look, centred = book.look(**BOX, font_size=11, indent=1), book.look(**BOX, font_size=11, align="center")
    task = book.look(**BOX, **EDITORIAL, font_size=11, indent=1)
    looks = {"number": centred, "task": task, "citation": centred, "state": centred}
    sources = {key: table.span(key) for key, _, _ in COLUMNS}
    due = table.span("due")
    page.mark("remedies", FIRST, 0)
    for number in range(1, count + 1):
        row = FIRST + number - 1
        here = f"$A{row + 1}"
        page.sheet.write_formula(row, 0, f'=IFERROR(SMALL({due},{number}),"")', looks["number"], "")
        line = f"MATCH({here},{sources['number']},0)"
        for column, (key, _, _) in enumerate(COLUMNS[1:], 1):
            found = f'=IFERROR(INDEX({sources[key]},{line})&"","")'
            page.sheet.write_formula(row, column, found, looks.get(key, look), "")
        page.sheet.set_row(row, ROW, None, {"hidden": number > SHOWN})
    page.sheet.print_area(0, 0, FIRST + count - 1, len(COLUMNS) - 1)
    page.sheet.repeat_rows(FIRST - 1)
    page.sheet.freeze_panes(FIRST, 0)


def _head(page: Page, table: Table, count: int) -> None:
    last = len(COLUMNS) - 1
    states = ", ".join(f"“{state.label}”" for state in page.book.checklist.scale.states if state.needs_remedy)
    page.across(0, (0, last), "KHẮC PHỤC HẠN CHẾ (kèm phần VI)", **TITLE)
    page.sheet.set_row(0, 22)
    note = (
        f"Trang này tự lấy các dòng tự đánh giá {states}, với nguyên nhân và biện pháp ghi ở hai cột bên phải của "
        f"trang “{DUTIES}”. Nếu chữ bị che, kéo cho dòng cao hơn."
    )
    size, needed = page.fitted(1, note, sum(width for _, _, width in COLUMNS), most=10)
    page.across(1, (0, last), note, **{**EDITORIAL, "font_size": size})
    page.sheet.set_row(1, needed)
    number = f"COUNT({table.span('due')})"
    more = ""
    if count > SHOWN:
        hint = f" Còn dòng đang ẩn: chọn từ dòng {FIRST + SHOWN} trở xuống, bấm chuột phải, chọn Bỏ ẩn (Unhide)."
        more = f'&IF({number}>{SHOWN},"{hint}","")'
    look: Look = {"font_size": 11, "bold": True, "valign": "vcenter"}
    page.across(2, (0, last), "", **look)
    page.formula(2, 0, f'="Số dòng cần khắc phục: "&{number}&"."{more}', "Số dòng cần khắc phục: 0.", **look)
    page.sheet.set_row(2, 20)
    page.heads(FIRST - 1, [label for _, label, _ in COLUMNS], 22)
