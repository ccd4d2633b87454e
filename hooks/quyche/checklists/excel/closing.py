"""The end of the sheet: part VI (shortcomings, proposals), part VII (the reviewer) and the signatures."""

from collections.abc import Sequence

from quyche.checklists import paper
from quyche.checklists.excel.book import BOX, ENTRY, TITLE, Look, Page
from quyche.checklists.model import Checklist

Line = tuple[str, Look]
REMARKS = ("shortcomings", "causes", "commendations", "proposals")
"""Names of the boxes of part VI, as in the record of a self-assessment."""
ROOM_TO_SIGN = 64
ROOM_TO_WRITE = 52
ROW = 18


def write_closing(page: Page, row: int, widths: Sequence[float]) -> int:
    """Write parts VI and VII and the signatures from ``row`` on, and return the last row."""
    last = len(widths) - 1
    _, _, shortcomings, review = paper.later_headings()
    row = _heading(page, row, last, shortcomings)
    headings = paper.remark_headings(page.book.checklist)
    middle = _middle(widths)
    for pair, names in ((headings[:2], REMARKS[:2]), (headings[2:], REMARKS[2:])):
        for columns, words, name in zip(((0, middle), (middle + 1, last)), pair, names, strict=True):
            page.mark(name, row + 1, columns[0])
            page.across(row, columns, words, **BOX, bold=True, indent=1)
            page.across(row + 1, columns, "", **ENTRY)
        page.sheet.set_row(row, 19)
        page.sheet.set_row(row + 1, ROOM_TO_WRITE)
        row += 2
    row = _heading(page, row, last, review)
    page.across(row, (0, last), "", **ENTRY)
    page.sheet.set_row(row, 44)
    page.across(row + 1, (0, last), paper.reviewer_line(), locked=False, font_size=11, valign="vcenter")
    page.sheet.set_row(row + 1, 24)
    return _signatures(page, row + 2, middle, last)


def _middle(widths: Sequence[float]) -> int:
    """Return the last column of the left half."""
    return next(column for column in range(len(widths)) if sum(widths[: column + 1]) >= sum(widths) * 0.45)


def _heading(page: Page, row: int, last: int, heading: tuple[str, str]) -> int:
    page.across(row, (0, last), " ".join(heading).rstrip(), **{**TITLE, "valign": "bottom"})
    page.sheet.set_row(row, 26)
    return row + 1


def _signatures(page: Page, row: int, middle: int, last: int) -> int:
    checklist = page.book.checklist
    right: list[Line] = [(paper.date_line(checklist), {"italic": True})] if checklist.form.header == "annex" else []
    right += _head_of_unit(checklist)
    preparer: list[Line] = [("NGƯỜI LẬP PHIẾU", {"bold": True}), ("(Ký, ghi rõ họ tên)", {"italic": True})]
    left: list[Line] = [("", {})] * (len(right) - len(preparer)) + preparer
    for sides in zip(left, right, strict=True):
        for columns, (words, look) in zip(((0, middle), (middle + 1, last)), sides, strict=True):
            page.across(row, columns, words, align="center", locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    page.text(row, 0, "\u00a0")  # LibreOffice leaves out an empty last row, and with it the room to sign
    page.sheet.set_row(row, ROOM_TO_SIGN)
    return _copies(page, row + 1, last) if checklist.form.header == "letterhead" else row


def _head_of_unit(checklist: Checklist) -> list[Line]:
    family = checklist.family
    behalf = paper.on_behalf_line(checklist)
    lines: list[Line] = [(behalf, {"bold": True})] if behalf else []
    return [
        *lines,
        (checklist.letterhead.position, {"bold": family.position_bold}),
        (family.signed_name, {"italic": True}),
    ]


def _copies(page: Page, row: int, last: int) -> int:
    """Write the recipients as the family of the letterhead does, and return the last row."""
    style = page.book.checklist.family.copies
    head: Look = {"underline": 1} if style.style == "underline" else {"bold": True, "italic": True}
    lines = [("Nơi nhận:", {**head, "font_size": style.size})]
    lines += [(words, {"font_size": style.list_size}) for words in paper.copies_lines(page.book.checklist)]
    for words, look in lines:
        page.across(row, (0, last), words, locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    return row - 1
