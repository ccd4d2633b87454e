"""The sheet ``Tổng hợp``: part V works itself out, in Excel and in LibreOffice; parts VI and VII stand below it.

Lines are counted with SUMPRODUCT and the labels in ``_meta``: COUNTIF takes ``*`` or ``>`` in a label for a pattern.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from quyche.checklists.excel import meta
from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table, has_remedies
from quyche.checklists.excel.duties import MISSING_REASON, MISSING_REMEDY, lack
from quyche.checklists.figures import NO_SHARE, Tally, percent, tally
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.sheet import Heading, Part, Sheet
from quyche.checklists.workbook import (
    BOX,
    EDITORIAL,
    ENTRY,
    POINTS,
    TITLE,
    TO_FILL,
    TOTALS_TAB,
    Look,
    copies,
    left_half,
    quoted,
    signed,
)

HEAD_ROW = 1
CENTRED: Look = {**BOX, "align": "center", "valign": "vcenter"}
ROOM_TO_SIGN, ROOM_TO_WRITE, CLOSING_ROW = 64, 52, 18
FIRST_STATE = 2
"""The column of the first answer."""


@dataclass(frozen=True)
class Shape:
    """Where the columns after the answers stand."""

    blank: int
    base: int
    ratio: int
    share: int
    provisional: int

    @property
    def last_state(self) -> int:
        """The column of the last answer."""
        return self.blank - 1


def write_totals(book: Book, table: Table) -> None:
    """Write the sheet."""
    sheet = book.sheet
    columns = tuple(_columns(sheet))
    first = FIRST_STATE + len(sheet.scale.states)
    shape = Shape(*range(first, first + 5))
    widths = [width for _, width in columns]
    last = len(widths) - 1
    page = book.page(TOTALS_TAB, widths)
    page.across(0, (0, last), sheet.totals.heading.line, 24, **TITLE)
    page.heads(HEAD_ROW, [label for label, _ in columns], 50)
    row = HEAD_ROW + 1
    page.mark("totals", row, 0)
    *parts, everything = sheet.totals.rows
    for part, line in zip(sheet.parts, parts, strict=True):
        page.text(row, 0, line.title, **BOX, valign="vcenter", indent=1)
        figures = tally([one.entry.state for one in part.rows], sheet.scale)
        _count(page, row, table, (part, figures))
        _conclude(page, row, shape, figures)
        row += 1
    page.text(row, 0, everything.title, **BOX, valign="vcenter", indent=1, bold=True)
    figures = tally([one.entry.state for one in sheet.rows], sheet.scale)
    _sums(page, row, shape, figures)
    _conclude(page, row, shape, figures, bold=True)
    if sheet.points:
        row = _points(page, row + 2, table)
    row = _remarks(page, row + 1, table, last)
    row = _closing(page, row, widths)
    page.sheet.print_area(0, 0, row, last)
    page.sheet.fit_to_pages(1, 1)


def _columns(sheet: Sheet) -> Iterator[tuple[str, float]]:
    part, count, *states, base, share = sheet.totals.labels
    blank, ratio, provisional = sheet.totals.workings
    yield from ((part, 27), (count, 9), *((state, 11) for state in states))
    yield from ((blank, 10), (base, 10), (ratio, 14), (share, 12), (provisional, 23))


def _count(page: Page, row: int, table: Table, what: tuple[Part, Tally]) -> None:
    part, figures = what
    here = f"({table.span('part')}={quoted(part.number)})"
    page.formula(row, 1, f"=SUMPRODUCT({here}*1)", len(part.rows), **CENTRED)
    for number, count in enumerate(figures.states.values()):
        formula = f"=SUMPRODUCT({here}*({table.span('state')}={meta.label(number)}))"
        page.formula(row, FIRST_STATE + number, formula, count, **CENTRED)


def _sums(page: Page, row: int, shape: Shape, figures: Tally) -> None:
    stored = (figures.lines, *figures.states.values())
    for column, count in zip(range(1, shape.last_state + 1), stored, strict=True):
        letter = xl_col_to_name(column)
        formula = f"=SUM({letter}{HEAD_ROW + 2}:{letter}{row})"
        page.formula(row, column, formula, count, **CENTRED, bold=True)


def _conclude(page: Page, row: int, shape: Shape, figures: Tally, *, bold: bool = False) -> None:
    """Write the columns after the answers, which are the same for a part and for all."""
    look: Look = {**CENTRED, "bold": bold}
    states = page.book.sheet.scale.states
    blank, base = xl_rowcol_to_cell(row, shape.blank), xl_rowcol_to_cell(row, shape.base)
    cells = [xl_rowcol_to_cell(row, FIRST_STATE + number) for number in range(len(states))]
    applicable = "+".join(cell for cell, state in zip(cells, states, strict=True) if not state.excluded)
    done = next(cell for cell, state in zip(cells, states, strict=True) if state.counts_as_done)
    page.formula(row, shape.blank, f"={xl_rowcol_to_cell(row, 1)}-({'+'.join(cells)})", figures.blank, **look)
    page.formula(row, shape.base, f"={applicable}", figures.applicable, **look)
    share = NO_SHARE if figures.share is None else figures.share
    ratio = NO_SHARE if figures.share is None else f"{figures.done}/{figures.applicable}"
    page.formula(row, shape.ratio, f'=IF({base}=0,"{NO_SHARE}",{done}&"/"&{base})', ratio, **look)
    page.formula(row, shape.share, f'=IF({base}=0,"{NO_SHARE}",{done}/{base})', share, **look, num_format="0.0%")
    low, high = (f'ROUND(100*{most}/({base}+{blank}),1)&"%"' for most in (done, f"({done}+{blank})"))
    provisional = f'=IF({blank}=0,"","TẠM TÍNH: "&{low}&"–"&{high})'
    lowest, highest = map(percent, figures.bounds)
    stored = f"TẠM TÍNH: {lowest}–{highest}" if figures.blank else ""
    page.formula(row, shape.provisional, provisional, stored, **look)
    page.sheet.set_row(row, 24)


def _remarks(page: Page, row: int, table: Table, last: int) -> int:
    """Write what the columns mean and what is missing, and return the next free row."""
    sheet = page.book.sheet
    words = (
        f"{sheet.totals.share} Khi còn dòng chưa đánh giá, tỷ lệ là tạm tính: "
        "thấp nhất là khi các dòng đó đều không đạt, cao nhất là khi đều đạt."
    )
    width = sum(width for _, width in _columns(sheet))
    size, needed = page.fitted(row, words, width, most=10)
    page.across(row, (0, last), words, needed, **{**EDITORIAL, "font_size": size})
    row += 1
    lacks = (MISSING_REASON, MISSING_REMEDY) if has_remedies(sheet.scale) else (MISSING_REASON,)
    counted = '&"; "&'.join(f'"“{words}”: "&SUMPRODUCT(({table.span("check")}="{words}")*1)' for words in lacks)
    start = "Số dòng mà cột “Kiểm tra” báo "
    found = [lack(line, sheet.scale) for line in sheet.rows]
    stored = start + "; ".join(f"“{words}”: {found.count(words)}" for words in lacks)
    page.sheet.merge_range(row, 0, row, last, "", page.book.look(valign="vcenter"))
    page.formula(row, 0, f'="{start}"&{counted}', stored, valign="vcenter")
    page.sheet.set_row(row, 20)
    row += 1
    page.text(row, 0, sheet.totals.rating.label, bold=True, valign="vcenter")
    page.across(row, (1, 4), sheet.totals.rating.words, **TO_FILL, bottom=4)
    page.mark("rating", row, 1)
    page.across(row, (5, last), sheet.totals.rating_note, 22, valign="vcenter", indent=1)
    return row + 1


def _points(page: Page, row: int, table: Table) -> int:
    """Write the sums of the points, and return the last row."""
    sheet = page.book.sheet
    excluded = [number for number, state in enumerate(sheet.scale.states) if state.excluded]
    *_, most_label, own, reviewer, _ = sheet.labels
    heads = ["Điểm", most_label, own, reviewer]
    if excluded:
        names = ", ".join(sheet.scale.states[number].label.lower() for number in excluded)
        heads.append(f"{most_label}, trừ {names}")
    page.heads(row, heads, 50)
    parts = sheet.parts
    for number, (part, line) in enumerate(zip(parts, sheet.totals.rows[:-1], strict=True), 1):
        here = f"({table.span('part')}={quoted(part.number)})"
        page.text(row + number, 0, line.title, **BOX, valign="vcenter", indent=1)
        most = sum(one.points or 0 for one in part.rows)
        for column, key in enumerate(POINTS, 1):
            formula = f"=SUMPRODUCT({here}*1,{table.span(key)})"
            page.formula(row + number, column, formula, most if key == "most" else 0, **CENTRED)
        if excluded:
            left_out = "+".join(f"({table.span('state')}={meta.label(state)})" for state in excluded)
            formula = f"=SUMPRODUCT({here}*(1-({left_out})),{table.span('most')})"
            page.formula(row + number, len(POINTS) + 1, formula, most, **CENTRED)
        page.sheet.set_row(row + number, 22)
    last = row + len(parts) + 1
    page.text(last, 0, sheet.totals.rows[-1].title, **BOX, valign="vcenter", indent=1, bold=True)
    everything = sum(one.points or 0 for one in sheet.rows)
    for column in range(1, len(heads)):
        letter = xl_col_to_name(column)
        stored = everything if column in (1, len(POINTS) + 1) else 0
        page.formula(last, column, f"=SUM({letter}{row + 2}:{letter}{last})", stored, **CENTRED, bold=True)
    page.sheet.set_row(last, 22)
    return last


def _closing(page: Page, row: int, widths: Sequence[float]) -> int:
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
    page.across(row, (0, last), "", 44, **ENTRY)
    reviewer = f"{sheet.opinion.reviewer} {'…' * 16}"
    page.across(row + 1, (0, last), reviewer, 24, locked=False, font_size=11, valign="vcenter")
    return _signatures(page, row + 2, middle, last)


def _heading(page: Page, row: int, last: int, heading: Heading) -> int:
    page.across(row, (0, last), heading.line, 26, **{**TITLE, "valign": "bottom"})
    return row + 1


def _signatures(page: Page, row: int, middle: int, last: int) -> int:
    head = page.book.sheet.head
    for pair in signed(head):
        for columns, (words, look) in zip(((0, middle), (middle + 1, last)), pair, strict=True):
            page.across(row, columns, words, align="center", locked=False, **look)
        page.sheet.set_row(row, CLOSING_ROW)
        row += 1
    # not empty, for LibreOffice leaves out an empty last row, and with it the room to sign
    name = head.signatures.preparer_name or "\u00a0"
    page.across(row, (0, middle), name, ROOM_TO_SIGN, align="center", valign="bottom", locked=False, bold=True)
    for words, look in copies(head):
        row += 1
        page.across(row, (0, last), words, CLOSING_ROW, locked=False, **look)
    return row
