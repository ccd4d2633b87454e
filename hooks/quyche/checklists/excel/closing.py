"""The end of the sheet: part VI (shortcomings, proposals), part VII (the reviewer) and the signatures."""

from collections.abc import Sequence

from quyche.checklists.excel.book import Page
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.sheet import Heading
from quyche.checklists.workbook import BOX, ENTRY, TITLE, copies, left_half, signed

ROOM_TO_SIGN = 64
ROOM_TO_WRITE = 52
ROW = 18


def write_closing(page: Page, row: int, widths: Sequence[float]) -> int:
    """Write parts VI and VII and the signatures from ``row`` on, and return the last row."""
    last = len(widths) - 1
    sheet = page.book.sheet
    row = _heading(page, row, last, sheet.remarks_heading)
    middle = left_half(widths)
    halves = (sum(widths[: middle + 1]), sum(widths[middle + 1 :]))
    for pair in (sheet.remarks[:2], sheet.remarks[2:]):
        for columns, box in zip(((0, middle), (middle + 1, last)), pair, strict=True):
            page.mark(box.id, row + 1, columns[0])
            page.across(row, columns, box.title, **BOX, bold=True, indent=1)
            page.across(row + 1, columns, box.words, **ENTRY)
        needed = max(height(box.words, half, 12) for box, half in zip(pair, halves, strict=True))
        page.sheet.set_row(row, 19)
        page.sheet.set_row(row + 1, min(TALLEST, max(ROOM_TO_WRITE, needed)))
        row += 2
    row = _heading(page, row, last, sheet.opinion.heading)
    page.across(row, (0, last), "", **ENTRY)
    page.sheet.set_row(row, 44)
    page.across(
        row + 1, (0, last), f"{sheet.opinion.reviewer} {'…' * 16}", locked=False, font_size=11, valign="vcenter"
    )
    page.sheet.set_row(row + 1, 24)
    return _signatures(page, row + 2, middle, last)


def _heading(page: Page, row: int, last: int, heading: Heading) -> int:
    page.across(row, (0, last), heading.line, **{**TITLE, "valign": "bottom"})
    page.sheet.set_row(row, 26)
    return row + 1


def _signatures(page: Page, row: int, middle: int, last: int) -> int:
    head = page.book.sheet.head
    for pair in signed(head):
        for columns, (words, look) in zip(((0, middle), (middle + 1, last)), pair, strict=True):
            page.across(row, columns, words, align="center", locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    # not empty, for LibreOffice leaves out an empty last row, and with it the room to sign
    name = head.signatures.preparer_name or "\u00a0"
    page.across(row, (0, middle), name, align="center", valign="bottom", locked=False, bold=True)
    page.sheet.set_row(row, ROOM_TO_SIGN)
    for words, look in copies(head):
        row += 1
        page.across(row, (0, last), words, locked=False, **look)
        page.sheet.set_row(row, ROW)
    return row
