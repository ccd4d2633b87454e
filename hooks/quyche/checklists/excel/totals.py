"""The sheet ``Tổng hợp``: part V works itself out, in Excel and in LibreOffice; parts VI and VII stand below it.

Lines are counted with SUMPRODUCT and the labels in ``_meta``: COUNTIF takes ``*`` or ``>`` in a label for a pattern.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from quyche.checklists import paper
from quyche.checklists.excel import meta
from quyche.checklists.excel.book import BOX, EDITORIAL, TITLE, TO_FILL, Book, Look, Page, quoted
from quyche.checklists.excel.closing import write_closing
from quyche.checklists.excel.columns import POINTS, Table, has_remedies
from quyche.checklists.excel.duties import MISSING_REASON, MISSING_REMEDY
from quyche.checklists.model import Checklist, Part
from quyche.checklists.setup import Scale
from quyche.vietnamese.letters import lower_first

SHEET = "Tổng hợp"
HEAD_ROW = 1
CENTRED: Look = {**BOX, "align": "center", "valign": "vcenter"}
NO_SHARE = "–"
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
    checklist = book.checklist
    columns = tuple(_columns(checklist))
    shape = _shape(checklist.scale)
    widths = [width for _, width in columns]
    last = len(widths) - 1
    page = book.page(SHEET, widths)
    page.across(0, (0, last), paper.later_headings()[1][0], **TITLE)
    page.sheet.set_row(0, 24)
    page.heads(HEAD_ROW, [label for label, _ in columns], 50)
    row = HEAD_ROW + 1
    page.mark("totals", row, 0)
    for part in checklist.parts:
        page.text(row, 0, f"{part.number}. {part.title}", **BOX, valign="vcenter", indent=1)
        _count(page, row, table, part)
        _conclude(page, row, shape, len(part.requirements))
        row += 1
    page.text(row, 0, "Cộng", **BOX, valign="vcenter", indent=1, bold=True)
    _sums(page, row, shape, len(checklist.requirements))
    _conclude(page, row, shape, len(checklist.requirements), bold=True)
    if checklist.form.points:
        row = _points(page, row + 2, table)
    row = _remarks(page, row + 1, table, last)
    row = write_closing(page, row, widths)
    page.sheet.print_area(0, 0, row, last)
    page.sheet.fit_to_pages(1, 1)


def _columns(checklist: Checklist) -> Iterator[tuple[str, float]]:
    done = paper.done_label(checklist)
    yield from (("Phần", 27), ("Số nhiệm vụ", 9))
    yield from ((state.label, 11) for state in checklist.scale.states)
    yield from (("Chưa đánh giá", 10), ("Số tính tỷ lệ", 10), (f"{done} / số tính tỷ lệ", 14))
    yield from ((f"Tỷ lệ {lower_first(done)}", 12), ("Khi còn dòng chưa đánh giá", 23))


def _shape(scale: Scale) -> Shape:
    start = FIRST_STATE + len(scale.states)
    return Shape(*range(start, start + 5))


def _count(page: Page, row: int, table: Table, part: Part) -> None:
    here = f"({table.span('part')}={quoted(part.number)})"
    page.formula(row, 1, f"=SUMPRODUCT({here}*1)", len(part.requirements), **CENTRED)
    for number in range(len(page.book.checklist.scale.states)):
        formula = f"=SUMPRODUCT({here}*({table.span('state')}={meta.label(number)}))"
        page.formula(row, FIRST_STATE + number, formula, 0, **CENTRED)


def _sums(page: Page, row: int, shape: Shape, total: int) -> None:
    for column in range(1, shape.last_state + 1):
        letter = xl_col_to_name(column)
        formula = f"=SUM({letter}{HEAD_ROW + 2}:{letter}{row})"
        page.formula(row, column, formula, total if column == 1 else 0, **CENTRED, bold=True)


def _conclude(page: Page, row: int, shape: Shape, total: int, *, bold: bool = False) -> None:
    """Write the columns after the answers, which are the same for a part and for all."""
    look: Look = {**CENTRED, "bold": bold}
    states = page.book.checklist.scale.states
    blank, base = xl_rowcol_to_cell(row, shape.blank), xl_rowcol_to_cell(row, shape.base)
    cells = [xl_rowcol_to_cell(row, FIRST_STATE + number) for number in range(len(states))]
    applicable = "+".join(cell for cell, state in zip(cells, states, strict=True) if not state.excluded)
    done = next(cell for cell, state in zip(cells, states, strict=True) if state.counts_as_done)
    page.formula(row, shape.blank, f"={xl_rowcol_to_cell(row, 1)}-({'+'.join(cells)})", total, **look)
    page.formula(row, shape.base, f"={applicable}", 0, **look)
    page.formula(row, shape.ratio, f'=IF({base}=0,"{NO_SHARE}",{done}&"/"&{base})', NO_SHARE, **look)
    page.formula(row, shape.share, f'=IF({base}=0,"{NO_SHARE}",{done}/{base})', NO_SHARE, **look, num_format="0.0%")
    low, high = (f'ROUND(100*{most}/({base}+{blank}),1)&"%"' for most in (done, f"({done}+{blank})"))
    provisional = f'=IF({blank}=0,"","TẠM TÍNH: "&{low}&"–"&{high})'
    page.formula(row, shape.provisional, provisional, "TẠM TÍNH: 0%–100%" if total else "", **look)
    page.sheet.set_row(row, 24)


def _remarks(page: Page, row: int, table: Table, last: int) -> int:
    """Write what the columns mean and what is missing, and return the next free row."""
    checklist = page.book.checklist
    words = (
        f"{paper.share_words(checklist.scale)} Khi còn dòng chưa đánh giá, tỷ lệ là tạm tính: "
        "thấp nhất là khi các dòng đó đều không đạt, cao nhất là khi đều đạt."
    )
    width = sum(width for _, width in _columns(checklist))
    size, needed = page.fitted(row, words, width, most=10)
    page.across(row, (0, last), words, **{**EDITORIAL, "font_size": size})
    page.sheet.set_row(row, needed)
    row += 1
    lacks = (MISSING_REASON, MISSING_REMEDY) if has_remedies(checklist) else (MISSING_REASON,)
    counted = '&"; "&'.join(f'"“{lack}”: "&SUMPRODUCT(({table.span("check")}="{lack}")*1)' for lack in lacks)
    start = "Số dòng mà cột “Kiểm tra” báo "
    stored = start + "; ".join(f"“{lack}”: 0" for lack in lacks)
    page.sheet.merge_range(row, 0, row, last, "", page.book.look(valign="vcenter"))
    page.formula(row, 0, f'="{start}"&{counted}', stored, valign="vcenter")
    page.sheet.set_row(row, 20)
    row += 1
    page.text(row, 0, "Tự xếp loại:", bold=True, valign="vcenter")
    page.across(row, (1, 4), "", **TO_FILL, bottom=4)
    page.mark("rating", row, 1)
    page.across(row, (5, last), f"({checklist.rating})", valign="vcenter", indent=1)
    page.sheet.set_row(row, 22)
    return row + 1


def _points(page: Page, row: int, table: Table) -> int:
    """Write the sums of the points, and return the last row."""
    checklist = page.book.checklist
    excluded = [number for number, state in enumerate(checklist.scale.states) if state.excluded]
    heads = ["Điểm", "Điểm tối đa", "Tự chấm", "Thẩm định"]
    if excluded:
        names = ", ".join(checklist.scale.states[number].label.lower() for number in excluded)
        heads.append(f"Điểm tối đa, trừ {names}")
    page.heads(row, heads, 50)
    parts = checklist.parts
    for number, part in enumerate(parts, 1):
        here = f"({table.span('part')}={quoted(part.number)})"
        page.text(row + number, 0, f"{part.number}. {part.title}", **BOX, valign="vcenter", indent=1)
        most = sum(requirement.points or 0 for requirement in part.requirements)
        for column, key in enumerate(POINTS, 1):
            formula = f"=SUMPRODUCT({here}*1,{table.span(key)})"
            page.formula(row + number, column, formula, most if key == "most" else 0, **CENTRED)
        if excluded:
            left_out = "+".join(f"({table.span('state')}={meta.label(state)})" for state in excluded)
            formula = f"=SUMPRODUCT({here}*(1-({left_out})),{table.span('most')})"
            page.formula(row + number, len(POINTS) + 1, formula, most, **CENTRED)
        page.sheet.set_row(row + number, 22)
    last = row + len(parts) + 1
    page.text(last, 0, "Cộng", **BOX, valign="vcenter", indent=1, bold=True)
    everything = sum(requirement.points or 0 for requirement in checklist.requirements)
    for column in range(1, len(heads)):
        letter = xl_col_to_name(column)
        stored = everything if column in (1, len(POINTS) + 1) else 0
        page.formula(last, column, f"=SUM({letter}{row + 2}:{letter}{last})", stored, **CENTRED, bold=True)
    page.sheet.set_row(last, 22)
    return last
