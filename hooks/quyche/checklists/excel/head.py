"""The head of the sheet: as an annex to a report, or under a letterhead."""

from itertools import zip_longest

from quyche.checklists.excel.book import EDITORIAL, TO_FILL, Look, Page
from quyche.checklists.filling import BLANKS
from quyche.checklists.sheet import Head
from quyche.checklists.widths import ems

Line = tuple[str, Look]
ROW = 20
RULE_SIZE = 6
UNIT_COLUMNS = 1
"""The last column of the cell with the unit's name."""


def write_head(page: Page, last: int, width: float) -> int:
    """Write the head over the columns up to ``last``, together ``width`` wide, and return the next free row."""
    sheet = page.book.sheet
    row = _annex(page, sheet.head, last) if sheet.head.annex else _letterhead(page, sheet.head, last)
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


def _annex(page: Page, head: Head, last: int) -> int:
    over, under = head.annex or ("", "")
    lines: tuple[Line, ...] = (
        (over, {"bold": True, "font_size": 14, "locked": False}),
        (head.title.upper(), {"bold": True, "font_size": 14, "locked": False}),  # for the year
        (under, {"italic": True, "font_size": 13, "locked": False}),
    )
    for row, (words, look) in enumerate(lines):
        page.across(row, (0, last), words, align="center", valign="vcenter", **look)
        page.sheet.set_row(row, ROW)
    page.mark("title", 1, 0)
    page.mark("annex", 2, 0)
    return len(lines)


def _letterhead(page: Page, head: Head, last: int) -> int:
    family = head.family
    middle = last // 2 - 1
    row = 0
    for left, right in _sides(head):
        for columns, line in (((0, middle), left), ((middle + 1, last), right)):
            words, look = line or ("", {})
            page.across(row, columns, words, align="center", valign="vcenter", locked=False, **look)
        page.sheet.set_row(row, 9 if left and left[1]["font_size"] == RULE_SIZE and not right else ROW)
        row += 1
    kind: list[Line] = [(head.kind.upper(), {"bold": True, "font_size": family.title_size})] if head.kind else []
    title: list[Line] = [*kind, (head.subject, {"bold": True, "font_size": family.subject_size})]
    page.mark("title", row + len(kind), 0)
    if family.subject_mark:
        title.append((family.subject_mark, {"font_size": family.subject_size}))
    for words, look in title:
        page.across(row, (0, last), words, align="center", valign="vcenter", locked=False, **look)
        page.sheet.set_row(row, ROW)
        row += 1
    return row


def _sides(head: Head) -> list[tuple[Line | None, Line | None]]:
    """Return the rows of the letterhead; number and date stand in the same, last row."""
    family = head.family
    plain: Look = {"font_size": family.left_size}
    left: list[Line] = [(line, plain) for line in head.superior]
    left += [(line, {**plain, "bold": True}) for line in head.issuer]
    if family.left_mark:
        left.append((family.left_mark, plain))
    elif family.left_rule:
        left.append(
            (_rule(head.issuer[-1], family.left_size, family.left_rule), {"font_size": RULE_SIZE, "bold": True})
        )
    right: list[Line] = [(line.text, {"font_size": line.size, "bold": True}) for line in family.right]
    right[-1][1]["underline"] = 1  # a rule as long as the text
    rows = list(zip_longest(left, right))
    number = f"{head.number} ………{head.symbol}"
    date: Line = (head.date, {"font_size": family.date_size, "italic": True})
    return [*rows, ((number, {"font_size": family.number_size}), date)]


def _rule(words: str, size: float, share: float) -> str:
    """Return a rule of ``share`` of the length of ``words``, drawn with underscores of ``RULE_SIZE``."""
    return "_" * round(ems(words) * size * share / (ems("_") * RULE_SIZE))
