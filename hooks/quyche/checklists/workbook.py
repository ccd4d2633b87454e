"""What the workbooks share, Excel and ODS: how cells look, and the head and the signatures as rows of cells."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from quyche.checklists.fitting import ems
from quyche.checklists.sheet import POINTS, Head, Sheet
from quyche.checklists.wording import WORDS

DUTIES_TAB: Final = "Phiếu"
LOG_TAB: Final = "Theo kỳ"
TOTALS_TAB: Final = "Tổng hợp"
FONT: Final = "Times New Roman"
YELLOW: Final = "#FFFBE6"
GREY: Final = "#595959"
INNER: Final = 4
"""The dotted border between the lines of one block."""
LOWEST: Final = 56
"""Of a line of parts I to III, in points: room for three lines to write."""
RULE_SIZE: Final = 6
ON_PAPER: Final = {
    "number": 4.5,
    "quote": 38,
    "citation": 10,
    "period": 10,
    "result": 18,
    "evidence": 15.5,
    "state": 11,
    "most": 6.5,
    "points": 6.5,
    "reviewer": 6.5,
    "note": 13,
}
"""Widths of the columns of parts I to III, in digits, in the order of the sheet's labels."""
LOG_WIDTHS: Final = (40, 28, 12, 13, 20, 18)
LOG_LOWEST: Final = 22
LOG_PAGE: Final = 22
"""So many occasions go on one page."""

Look = dict[str, str | int | float | bool]
"""How a cell looks: the names are those of XlsxWriter's formats, borders 1 (whole) or ``INNER``."""
Line = tuple[str, Look]

TO_FILL: Final[Look] = {"locked": False, "bg_color": YELLOW}
BOX: Final[Look] = {"border": 1}
ENTRY: Final[Look] = {**BOX, **TO_FILL}
HEAD: Final[Look] = {
    **BOX,
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "bg_color": "#EBEBEB",
    "font_size": 11,
}
EDITORIAL: Final[Look] = {"italic": True, "font_color": GREY}
"""Words that are not the regulation's: italic, so that they differ in black and white too."""
INSTEAD: Final[Look] = {**EDITORIAL, "font_size": 10}
TITLE: Final[Look] = {"bold": True, "font_size": 13, "valign": "vcenter"}


def on_paper(sheet: Sheet) -> dict[str, float]:
    """Return the columns of parts I to III that ``sheet`` has, in the order of its labels: key -> width."""
    return {key: width for key, width in ON_PAPER.items() if sheet.points or key not in POINTS}


def unit_line(sheet: Sheet) -> str:
    """Return the line with the name of the unit, or the room for it."""
    return f"{sheet.unit.label} {sheet.unit.words or WORDS['blanks']['unit']}"


def block_edges(place: int, count: int) -> Look:
    """Return the borders of a line of a block: whole ones around the block, dotted ones between its acts."""
    return {"left": 1, "right": 1, "top": INNER if place else 1, "bottom": INNER if place + 1 < count else 1}


def left_half(widths: Sequence[float]) -> int:
    """Return the last column of the left half of the closing parts."""
    return next(column for column in range(len(widths)) if sum(widths[: column + 1]) >= sum(widths) * 0.45)


def sides(head: Head) -> list[tuple[Line | None, Line | None]]:
    """Return the rows of the letterhead, left and right; number and date stand in the same, last row."""
    if head.annex:
        return []
    family = head.family
    plain: Look = {"font_size": family.left_size}
    left: list[Line] = [(line, plain) for line in head.superior]
    left += [(line, {**plain, "bold": True}) for line in head.issuer]
    if family.left_mark:
        left.append((family.left_mark, plain))
    elif family.left_rule:
        rule = _rule(head.issuer[-1], family.left_size, family.left_rule)
        left.append((rule, {"font_size": RULE_SIZE, "bold": True}))
    right: list[Line] = [(line.text, {"font_size": line.size, "bold": True}) for line in family.right]
    right[-1][1]["underline"] = 1  # a rule as long as the text
    number = f"{head.number} ………{head.symbol}"
    date: Line = (head.date, {"font_size": family.date_size, "italic": True})
    return [*zip_longest(left, right), ((number, {"font_size": family.number_size}), date)]


def _rule(words: str, size: float, share: float) -> str:
    """Return a rule of ``share`` of the length of ``words``, drawn with underscores of ``RULE_SIZE``."""
    return "_" * round(ems(words) * size * share / (ems("_") * RULE_SIZE))


def titles(head: Head) -> list[Line]:
    """Return the lines of the title: an annex's between its number and its report, a letterhead's in two pieces."""
    family = head.family
    if head.annex:
        over, under = head.annex
        large: Look = {"bold": True, "font_size": 14}
        return [(over, large), (head.title.upper(), large), (under, {"italic": True, "font_size": 13})]
    kind: list[Line] = [(head.kind.upper(), {"bold": True, "font_size": family.title_size})] if head.kind else []
    mark: list[Line] = [(family.subject_mark, {"font_size": family.subject_size})] if family.subject_mark else []
    return [*kind, (head.subject, {"bold": True, "font_size": family.subject_size}), *mark]


def signed(head: Head) -> list[tuple[Line, Line]]:
    """Return the rows above the room to sign: who made the sheet, beside who signs it."""
    family, words = head.family, head.signatures
    size: Look = {"font_size": family.sign_size}
    right: list[Line] = [(words.date, {"italic": True})] if words.date else []
    right += [(words.on_behalf, {**size, "bold": True})] if words.on_behalf else []
    right += [(words.position, {**size, "bold": family.position_bold}), (words.signed_name, {"italic": True})]
    left: list[Line] = [(words.preparer, {**size, "bold": True}), (words.preparer_note, {"italic": True})]
    return list(zip([("", {})] * (len(right) - len(left)) + left, right, strict=True))


def copies(head: Head) -> list[Line]:
    """Return the recipients as the family of the letterhead writes them; an annex has none."""
    style = head.family.copies
    label: Look = {"underline": 1} if style.style == "underline" else {"bold": True, "italic": True}
    if head.annex:
        return []
    lines: list[Line] = [(words, {"font_size": style.list_size}) for words in head.signatures.copies]
    return [(head.signatures.copies_label, {**label, "font_size": style.size}), *lines]


def joined(words: str, *formulas: str) -> str:
    """Return the formula of ``words`` with the results of ``formulas`` in the place of their ``{}``."""
    pieces = zip_longest(map(quoted, words.split("{}")), formulas, fillvalue='""')
    return "&".join(piece for pair in pieces for piece in pair if piece != '""')


def quoted(words: str) -> str:
    """Return ``words`` as a string inside a formula."""
    return '"' + words.replace('"', '""') + '"'
