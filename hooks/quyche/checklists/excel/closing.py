"""The end of the sheet: part VI (shortcomings, proposals), part VII (the reviewer) and the signatures."""

from collections.abc import Sequence

from quyche.checklists.excel.book import BOX, ENTRY, TITLE, Look, Page
from quyche.checklists.excel.fitting import TALLEST, height
from quyche.checklists.sheet import Head, Heading

Line = tuple[str, Look]
ROOM_TO_SIGN = 64
ROOM_TO_WRITE = 52
ROW = 18


def write_closing(page: Page, row: int, widths: Sequence[float]) -> int:
    """Write parts VI and VII and the signatures from ``row`` on, and return the last row."""
    last = len(widths) - 1
    sheet = page.book.sheet
    row = _heading(page, row, last, sheet.remarks_heading)
    middle = _middle(widths)
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


def _middle(widths: Sequence[float]) -> int:
    """Return the last column of the left half."""
    return next(column for column in range(len(widths)) if sum(widths[: column + 1]) >= sum(widths) * 0.45)


def _heading(page: Page, row: int, last: int, heading: Heading) -> int:
    page.across(row, (0, last), heading.line, **{**TITLE, "valign": "bottom"})
    page.sheet.set_row(row, 26)
    return row + 1


def _signatures(page: Page, row: int, middle: int, last: int) -> int:
    head = page.book.sheet.head
    signed, size = head.signatures, head.family.sign_size
    right: list[Line] = [(signed.date, {"italic": True})] if signed.date else []
    right += _head_of_unit(head)
    preparer: list[Line] = [
        (signed.preparer, {"bold": True, "font_size": size}),
        (signed.preparer_note, {"italic": True}),
    ]
    left: list[Line] = [("", {})] * (len(right) - len(preparer)) + preparer
    for sides in zip(left, right, strict=True):
        for columns, (words, look) in zip(((0, middle), (middle + 1, last)), sides, strict=True):
            page.across(row, columns, words, align="center", locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    # not empty, for LibreOffice leaves out an empty last row, and with it the room to sign
    name = signed.preparer_name or "\u00a0"
    page.across(row, (0, middle), name, align="center", valign="bottom", locked=False, bold=True)
    page.sheet.set_row(row, ROOM_TO_SIGN)
    return row if head.annex else _copies(page, row + 1, last)


def _head_of_unit(head: Head) -> list[Line]:
    family, words = head.family, head.signatures
    size: Look = {"font_size": family.sign_size}
    lines: list[Line] = [(words.on_behalf, {**size, "bold": True})] if words.on_behalf else []
    return [*lines, (words.position, {**size, "bold": family.position_bold}), (words.signed_name, {"italic": True})]


def _copies(page: Page, row: int, last: int) -> int:
    """Write the recipients as the family of the letterhead does, and return the last row."""
    head = page.book.sheet.head
    style = head.family.copies
    label: Look = {"underline": 1} if style.style == "underline" else {"bold": True, "italic": True}
    lines = [(head.signatures.copies_label, {**label, "font_size": style.size})]
    lines += [(words, {"font_size": style.list_size}) for words in head.signatures.copies]
    for words, look in lines:
        page.across(row, (0, last), words, locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    return row - 1
