"""Workbooks of Excel and LibreOffice: the rows of their tabs, what is shown beside cells, and the sizes of letters."""

import io
from collections.abc import Iterator
from itertools import pairwise, zip_longest
from zipfile import ZipFile

from lxml import etree
from openpyxl.cell import MergedCell
from openpyxl.utils import get_column_letter

from quyche.checklists.excel.book import shortened
from quyche.checklists.sheet import Head, Row, Sheet
from tests.checklists.excel.reading import opened
from tests.checklists.formats.cells import (
    Cells,
    Rows,
    bare,
    copies,
    key,
    label_of,
    left,
    line,
    named,
    occasions,
    points,
    question,
    remedies,
    row,
    signed,
    totals,
)

ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, STYLE = ODF % "table", ODF % "style"


def words_in(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _tops(head: Head) -> Iterator[Cells]:
    """Yield the rows of a letterhead: left and right side by side, number and date in the last one."""
    if not head.annex:
        beside = zip_longest(left(head), (one.text for one in head.family.right), fillvalue="")
        yield from (row(*pair) for pair in beside)
        yield row(f"{head.number}{head.symbol}", head.date)
    yield from (row(words) for words in named(head))


def _closing(sheet: Sheet) -> Iterator[Cells]:
    yield line(sheet.remarks_heading)
    for pair in (sheet.remarks[:2], sheet.remarks[2:]):
        yield row(*(box.title for box in pair))
        yield row(*(box.words for box in pair))


def _ending(sheet: Sheet) -> Iterator[Cells]:
    head = sheet.head
    yield line(sheet.opinion.heading)
    yield row(sheet.opinion.reviewer)
    yield from (row(*pair) for pair in signed(head))
    yield row(head.signatures.preparer_name)
    yield from (row(words) for words in copies(head))


def _book_row(sheet: Sheet, one: Row, *beside: object) -> Cells:
    entry = one.entry
    start = (one.number, one.line, "".join(one.citation_lines), one.period)
    state = one.instead or label_of(sheet, entry.state)
    return row(*start, entry.result, entry.evidence, state, *points(sheet, one, ""), entry.note, *beside)


def ods_wanted(sheet: Sheet) -> Rows:
    """Return the rows of the tabs of the ODS file."""
    part = sheet.totals
    return [
        *_tops(sheet.head),
        *(row(f"{one.label}{one.words}") for one in (sheet.unit, sheet.kind, sheet.basis)),
        key(sheet),
        row(*sheet.labels),
        *(
            each
            for one in sheet.parts
            for each in (line(one.heading), row(one.empty), *(_book_row(sheet, each) for each in one.rows))
        ),
        line(sheet.log.heading),
        row(*sheet.log.labels),
        *occasions(sheet),
        row(sheet.log.empty),
        line(part.heading),
        row(*part.labels),
        *totals(sheet),
        row(part.standing),
        row(part.share),
        row(part.rating.label, part.rating.words, part.rating_note),
        *_closing(sheet),
        *remedies(sheet),
        *_ending(sheet),
        row(f"{sheet.foot}{sheet.body_name}."),
        *((bare(words),) for one in sheet.rows for words in (question(one), one.hint, "".join(one.hints))),
    ]


def ods_cells(data: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the words of the cells of all tabs, row by row, as they are written."""
    with ZipFile(io.BytesIO(data)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    for line_ in content.iter(f"{TABLE}table-row"):
        yield tuple(" ".join(words_in(cell).split()) for cell in line_.iter(f"{TABLE}table-cell"))


def ods_found(data: bytes) -> Iterator[Cells]:
    """Yield the rows of all tabs; then the foot, and what is shown beside the cells of each line."""
    with ZipFile(io.BytesIO(data)) as archive:
        content, styles = (etree.fromstring(archive.read(name)) for name in ("content.xml", "styles.xml"))
    told = {rule.get(f"{TABLE}name"): words_in(rule) for rule in content.iter(f"{TABLE}content-validation")}
    beside = []
    for line_ in content.iter(f"{TABLE}table-row"):
        cells = line_.findall(f"{TABLE}table-cell")
        under = len(list(line_)) and line_[0].tag == f"{TABLE}covered-table-cell"
        yield row(*([""] if under else []), *(words_in(cell) for cell in cells))
        rules = [told.get(cell.get(f"{TABLE}content-validation-name"), "") for cell in cells]
        if len(cells) > 7 and bare(cells[0].xpath("string()")).isdigit():
            beside += [(bare(rules[place]),) for place in (4, 5, -1)]
    yield row(styles.xpath("string(//*[local-name()='footer'])"))
    yield from beside


def excel_wanted(sheet: Sheet) -> Rows:
    """Return the rows of the tabs of the workbook that hold the sheet; its guide and its codes are its own."""
    part = sheet.totals
    kind, remedy = f"{sheet.kind.label}{sheet.kind.words}.", sheet.remedies.labels[-2:]
    top = [
        row(
            f"{sheet.unit.label}{sheet.unit.words}",
            f"{kind}{sheet.basis.label}{sheet.basis.words}",
        ),
        row(f"{sheet.key.notices_label}: {' '.join(sheet.key.notices)}"),
        row(*sheet.labels, *remedy),
    ]
    rows = (
        each
        for one in sheet.parts
        for each in (
            row(f"{one.heading.line}{'. ' if one.empty else ''}{one.empty}"),
            *(_book_row(sheet, each, each.entry.cause, each.entry.remedy) for each in one.rows),
        )
    )
    need = {state.id for state in sheet.scale.states if state.needs_remedy}
    return [
        *_tops(sheet.head),
        *top,
        *rows,
        *(row(f"{one.label}: {one.definition}") for one in sheet.scale.states),
        line(sheet.log.heading),
        row(*sheet.log.labels),
        *occasions(sheet),
        row(sheet.log.empty),
        line(sheet.remedies.heading),
        row(*sheet.remedies.labels),
        *(
            row(
                *(one.number, one.task, "".join(one.citation_lines), label_of(sheet, one.entry.state)),
                *(one.entry.cause, one.entry.remedy),
            )
            for one in sheet.rows
            if one.entry.state in need
        ),
        line(part.heading),
        row(*part.labels[:-1]),
        *(row(one.title, one.count, *(one.cells[:-1] or "0" * (len(sheet.scale.states) + 1))) for one in part.rows),
        row(part.rating.label, part.rating.words, part.rating_note),
        *_closing(sheet),
        *_ending(sheet),
        *((bare(words),) for one in sheet.rows for words in _prompts(one)),
    ]


def _prompts(one: Row) -> tuple[str, ...]:
    """Return what is shown beside the cells of a line, as much as Excel allows."""
    return tuple(shortened(words, 255) for words in (question(one), one.hint, ". ".join(one.hints)))


OWN = ("Trang tính này tự lấy", "Số dòng cần khắc phục", "Số tính tỷ lệ =", "Số dòng mà cột")
"""How rows begin that only a workbook has."""


def _own(label: str, tab: str) -> bool:
    """Tell a column of codes, checks or shares that only a workbook has."""
    codes = ("Kiểm tra", "Phần", "Mã", "Phải khắc phục", "Điều khoản", "Nhiệm vụ", "Lần")
    shares = ("Chưa đánh giá", "Khi còn dòng chưa đánh giá")
    return label in (*codes, *shares, "None") or "%" in label or "/" in label or (label == "Việc" and tab == "Phiếu")


def excel_found(data: bytes) -> Iterator[Cells]:
    """Yield the rows of the tabs without the columns that only a workbook has; then what is shown beside cells."""
    book = opened(data, results=True)
    for sheet in (book["Phiếu"], book["Theo kỳ"], book["Khắc phục"], book["Tổng hợp"]):
        kept: list[int] = []
        points = False
        for cells in sheet.iter_rows():
            values = [cell.value for cell in cells]
            head = values[0] in ("TT", "Việc", "Phần")
            if head:
                kept = [
                    at for at, label in enumerate(values) if not at or (label and not _own(str(label), sheet.title))
                ]
            points = values[0] == "Điểm" or (points and values[0] is not None)
            if not points and not str(values[0]).startswith(OWN):
                table = head or isinstance(values[0], int) or isinstance(values[1], int) or sheet.title == "Theo kỳ"
                whole = [cell.value for cell in cells if not isinstance(cell, MergedCell)]
                yield row(*(values[at] for at in kept)) if table and kept else row(*whole)
            points = points and values[0] != "Cộng"
    prompts = {
        address: rule.prompt
        for rule in book["Phiếu"].data_validations.dataValidation
        if rule.prompt
        for address in str(rule.sqref).split()
    }
    note = ""
    for cells in book["Phiếu"].iter_rows():
        for cell, after in pairwise(cells):
            note = get_column_letter(cell.column or 0) if after.value == "Kiểm tra" else note
        if isinstance(cells[0].value, int):
            for letter in ("E", "F", note):
                yield (bare(prompts.get(f"{letter}{cells[0].row}", "")),)


def excel_sizes(data: bytes) -> dict[str, float]:
    cells = (cell for row_ in opened(data) for cells in row_.iter_rows() for cell in cells)
    return {bare(cell.value): cell.font.size for cell in cells if cell.value}


def ods_sizes(data: bytes) -> dict[str, float]:
    with ZipFile(io.BytesIO(data)) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    sizes = {
        style.get(f"{STYLE}name"): float(words.get(f"{ODF % 'xsl-fo-compatible'}font-size", "").removesuffix("pt"))
        for style in content.iter(f"{STYLE}style")
        for words in style.iter(f"{STYLE}text-properties")
    }
    return {bare(words_in(cell)): sizes[cell.get(f"{TABLE}style-name")] for cell in content.iter(f"{TABLE}table-cell")}
