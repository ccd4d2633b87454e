"""The sheet ``Tổng hợp``: part V works itself out, in Excel and in LibreOffice; parts VI and VII stand below it.

Lines are counted with SUMPRODUCT and the labels in ``_meta``: COUNTIF takes ``*`` or ``>`` in a label for a pattern.
"""

from collections.abc import Iterable, Iterator

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table, state_label
from quyche.checklists.excel.duties import lack
from quyche.checklists.figures import NO_SHARE, Tally, percent, tally
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.setup import Scale
from quyche.checklists.sheet import POINTS, Row, Sheet
from quyche.checklists.wording import WORDS, put
from quyche.checklists.workbook import (
    BOX,
    EDITORIAL,
    ENTRY,
    TITLE,
    TO_FILL,
    TOTALS_TAB,
    Look,
    copies,
    joined,
    left_half,
    quoted,
    signed,
)

HEAD_ROW = 1
CENTRED: Look = {**BOX, "align": "center", "valign": "vcenter"}
DERIVED: Look = {**CENTRED, "bold": False}
HEADING: Look = {**TITLE, "valign": "bottom"}
ROOM_TO_SIGN, ROOM_TO_WRITE, CLOSING_ROW = 64, 52, 18

Figure = tuple[str, str | float, Look]
"""A cell that is worked out: the formula, its result, how it looks."""


def write_totals(book: Book, table: Table) -> None:
    """Write the sheet."""
    sheet = book.sheet
    columns = tuple(_columns(sheet))
    page = book.page(TOTALS_TAB, [width for _, width in columns])
    last = len(columns) - 1
    page.across(0, (0, last), sheet.totals.heading.line, 24, **TITLE)
    page.heads(HEAD_ROW, [label for label, _ in columns], 50)
    page.mark("totals", HEAD_ROW + 1, 0)
    row = _rows(page, HEAD_ROW, 24, _figures(sheet, table))
    if sheet.points:
        row = _points(page, row + 2, table)
    row = _remarks(page, row + 1, table, last)
    row = _closing(page, row, last)
    page.sheet.print_area(0, 0, row, last)
    page.sheet.fit_to_pages(1, 1)


def _columns(sheet: Sheet) -> Iterator[tuple[str, float]]:
    part, count, *states, base, share = sheet.totals.labels
    blank, ratio, provisional = sheet.totals.workings
    yield from ((part, 27), (count, 9), *((state, 11) for state in states))
    yield from ((blank, 10), (base, 10), (ratio, 14), (share, 12), (provisional, 23))


def _rows(page: Page, head: int, least: float, rows: Iterable[Iterable[Figure]]) -> int:
    """Write a row for each part, and one for all, below the row ``head``, and return the last."""
    lines = page.book.sheet.totals.rows
    for row, (line, figures) in enumerate(zip(lines, rows, strict=True), head + 1):
        bold: Look = {"bold": True} if line.id == "all" else {}
        page.text(row, 0, line.title, **BOX, valign="vcenter", indent=1, **bold)
        for column, (formula, result, look) in enumerate(figures, 1):
            page.formula(row, column, formula, result, **{**look, **bold})
        page.sheet.set_row(row, least)
    return head + len(lines)


def _sum(column: int, head: int, row: int) -> str:
    """Return the formula of what stands in a column between the rows ``head`` and ``row``."""
    letter = xl_col_to_name(column)
    return f"=SUM({letter}{head + 2}:{letter}{row})"


def _figures(sheet: Sheet, table: Table) -> Iterator[Iterator[Figure]]:
    """Yield the cells of each row of part V."""
    scale = sheet.scale
    for row, part in enumerate(sheet.parts, HEAD_ROW + 1):
        here = f"({table.span('part')}={quoted(part.number)})"
        labels = (f"({table.span('state')}={state_label(number)})" for number in range(len(scale.states)))
        counts = [f"=SUMPRODUCT({here}*{wanted})" for wanted in ("1", *labels)]
        yield _row(scale, row, counts, tally([one.entry.state for one in part.rows if one.counts], scale))
    row = HEAD_ROW + 1 + len(sheet.parts)
    sums = [_sum(column, HEAD_ROW, row) for column in range(1, len(scale.states) + 2)]
    yield _row(scale, row, sums, tally([one.entry.state for one in sheet.rows if one.counts], scale))


def _row(scale: Scale, row: int, counts: Iterable[str], figures: Tally) -> Iterator[Figure]:
    """Yield the cells of a row: lines and answers as ``counts`` says, then what follows from them."""
    for formula, count in zip(counts, (figures.lines, *figures.states.values()), strict=True):
        yield formula, count, CENTRED
    lines, *cells, blank, base = (xl_rowcol_to_cell(row, 1 + number) for number in range(len(scale.states) + 3))
    applicable = "+".join(cell for cell, state in zip(cells, scale.states, strict=True) if not state.excluded)
    done = cells[scale.states.index(scale.done)]
    yield f"={lines}-({'+'.join(cells)})", figures.blank, DERIVED
    yield f"={applicable}", figures.applicable, DERIVED
    ratio = NO_SHARE if figures.share is None else f"{figures.done}/{figures.applicable}"
    yield f'=IF({base}=0,"{NO_SHARE}",{done}&"/"&{base})', ratio, DERIVED
    share = NO_SHARE if figures.share is None else figures.share
    yield f'=IF({base}=0,"{NO_SHARE}",{done}/{base})', share, {**DERIVED, "num_format": "0.0%"}
    words = WORDS["excel"]["totals"]["provisional"]
    bounds = (f'ROUND(100*{most}/({base}+{blank}),1)&"%"' for most in (done, f"({done}+{blank})"))
    provisional = words.format(*map(percent, figures.bounds)) if figures.blank else ""
    yield f'=IF({blank}=0,"",{joined(words, *bounds)})', provisional, DERIVED


def _remarks(page: Page, row: int, table: Table, last: int) -> int:
    """Write what the columns mean and what is missing, and return the next free row."""
    sheet, told, words = page.book.sheet, WORDS["excel"], WORDS["excel"]["totals"]
    page.note(row, (0, last), put(words["share"], share=sheet.totals.share), **EDITORIAL)
    row += 1
    kinds = ("missing_reason", "missing_remedy") if sheet.scale.asks_remedies else ("missing_reason",)
    lacks = {told[kind]: words["lack"].format(told[kind]) for kind in kinds}
    counts = (f"{quoted(said)}&SUMPRODUCT(({table.span('check')}={quoted(one)})*1)" for one, said in lacks.items())
    found = [lack(line, sheet) for line in sheet.rows]
    result = words["lacks"] + "; ".join(f"{said}{found.count(one)}" for one, said in lacks.items())
    page.across(row, (0, last), "", 20, valign="vcenter")
    page.formula(row, 0, f"={quoted(words['lacks'])}&" + '&"; "&'.join(counts), result, valign="vcenter")
    row += 1
    page.text(row, 0, sheet.totals.rating.label, bold=True, valign="vcenter")
    page.across(row, (1, 4), sheet.totals.rating.words, **TO_FILL, bottom=4)
    page.mark("rating", row, 1)
    page.across(row, (5, last), sheet.totals.rating_note, 22, valign="vcenter", indent=1)
    return row + 1


def _points(page: Page, row: int, table: Table) -> int:
    """Write the sums of the points, and return the last row."""
    sheet, words = page.book.sheet, WORDS["excel"]["totals"]
    *_, most, own, reviewer, _ = sheet.labels
    heads = [words["points"], most, own, reviewer]
    excluded = [number for number, state in enumerate(sheet.scale.states) if state.excluded]
    if excluded:
        states = ", ".join(sheet.scale.states[number].label.lower() for number in excluded)
        heads.append(put(words["without"], most=most, states=states))
    page.heads(row, heads, 50)
    left_out = "+".join(f"({table.span('state')}={state_label(number)})" for number in excluded)

    def scored(formulas: Iterable[str], lines: Iterable[Row]) -> Iterator[Figure]:
        most = sum(line.points or 0 for line in lines)
        return ((formula, points, CENTRED) for formula, points in zip(formulas, (most, 0, 0, most), strict=False))

    def rows() -> Iterator[Iterator[Figure]]:
        for part in sheet.parts:
            here = f"({table.span('part')}={quoted(part.number)})"
            formulas = [f"=SUMPRODUCT({here}*1,{table.span(key)})" for key in POINTS]
            formulas += [f"=SUMPRODUCT({here}*(1-({left_out})),{table.span('most')})"] if excluded else []
            yield scored(formulas, part.rows)
        yield scored([_sum(at, row, row + len(sheet.parts) + 1) for at in range(1, len(heads))], sheet.rows)

    return _rows(page, row, 22, rows())


def _closing(page: Page, row: int, last: int) -> int:
    """Write parts VI and VII and the signatures from ``row`` on, and return the last row."""
    sheet = page.book.sheet
    page.across(row, (0, last), sheet.remarks_heading.line, 26, **HEADING)
    row += 1
    middle = left_half(page.widths)
    halves = ((0, middle), (middle + 1, last))
    widths = (sum(page.widths[: middle + 1]), sum(page.widths[middle + 1 :]))
    for boxes in (sheet.remarks[:2], sheet.remarks[2:]):
        for columns, box in zip(halves, boxes, strict=True):
            page.mark(box.id, row + 1, columns[0])
            page.across(row, columns, box.title, **BOX, bold=True, indent=1)
            page.across(row + 1, columns, box.words, **ENTRY)
        needed = max(height(box.words, width, 12) for box, width in zip(boxes, widths, strict=True))
        page.sheet.set_row(row, 19)
        page.sheet.set_row(row + 1, min(TALLEST, max(ROOM_TO_WRITE, needed)))
        row += 2
    page.across(row, (0, last), sheet.opinion.heading.line, 26, **HEADING)
    page.across(row + 1, (0, last), "", 44, **ENTRY)
    reviewer = f"{sheet.opinion.reviewer} {'…' * 16}"
    page.across(row + 2, (0, last), reviewer, 24, locked=False, font_size=11, valign="vcenter")
    row += 3
    for pair in signed(sheet.head):
        for columns, (words, look) in zip(halves, pair, strict=True):
            page.across(row, columns, words, CLOSING_ROW, align="center", locked=False, **look)
        row += 1
    # not empty, for LibreOffice leaves out an empty last row, and with it the room to sign
    name = sheet.head.signatures.preparer_name or "\u00a0"
    page.across(row, halves[0], name, ROOM_TO_SIGN, align="center", valign="bottom", locked=False, bold=True)
    for words, look in copies(sheet.head):
        row += 1
        page.across(row, (0, last), words, CLOSING_ROW, locked=False, **look)
    return row
