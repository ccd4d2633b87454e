"""The head of the sheet: as an annex to a report, or under a letterhead."""

from quyche.checklists.excel.book import Page
from quyche.checklists.filling import BLANKS
from quyche.checklists.sheet import Head
from quyche.checklists.workbook import EDITORIAL, RULE_SIZE, TO_FILL, Look, sides, titles

ROW = 20
UNIT_COLUMNS = 1
"""The last column of the cell with the unit's name."""


def write_head(page: Page, last: int, width: float) -> int:
    """Write the head over the columns up to ``last``, together ``width`` wide, and return the next free row."""
    sheet = page.book.sheet
    row = _rows(page, sheet.head, last)
    page.mark("unit", row, 0)
    unit = f"{sheet.unit.label} {sheet.unit.words or BLANKS['unit']}"
    page.across(row, (0, UNIT_COLUMNS), unit, valign="vcenter", **TO_FILL)
    kind = f"{sheet.kind.label} {sheet.kind.words}. {sheet.basis.label} {sheet.basis.words}"
    page.across(row, (UNIT_COLUMNS + 1, last), kind, valign="vcenter", indent=1)
    size, height = page.fitted(row, kind, width * 0.6)
    page.sheet.set_row(row, max(ROW, height))
    row += 1
    words = f"{sheet.key.notices_label}: {' '.join(sheet.key.notices)}"
    size, height = page.fitted(row, words, width, most=10)
    page.across(row, (0, last), words, valign="vcenter", **{**EDITORIAL, "font_size": size})
    page.sheet.set_row(row, height)
    return row + 1


def _rows(page: Page, head: Head, last: int) -> int:
    row = 0
    centred: Look = {"align": "center", "valign": "vcenter", "locked": False}
    middle = last // 2 - 1
    for left, right in sides(head):
        for columns, line in (((0, middle), left), ((middle + 1, last), right)):
            words, look = line or ("", {})
            page.across(row, columns, words, **centred, **look)
        page.sheet.set_row(row, 9 if left and left[1]["font_size"] == RULE_SIZE and not right else ROW)
        row += 1
    page.mark("title", row + (1 if head.annex or head.kind else 0), 0)
    if head.annex:
        page.mark("annex", row + 2, 0)
    for words, look in titles(head):
        page.across(row, (0, last), words, **centred, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    return row
