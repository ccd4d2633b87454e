"""What each format must hold, row by row and cell by cell, and what other libraries read from its files.

Cells are compared without white space, for lines break anywhere, and without what is drawn to be written on (dots,
empty boxes). Empty cells keep their place, but for those at the end of a row.
"""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest
from typing import NamedTuple
from zipfile import ZipFile

import openpyxl
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from openpyxl.cell import MergedCell
from openpyxl.utils import get_column_letter
from pypdf import PdfReader

from quyche.checklists.excel.book import shortened
from quyche.checklists.sheet import Head, Heading, Row, Sheet
from tests.poppler import text_of

Cells = tuple[str, ...]
Rows = list[Cells]
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, STYLE = ODF % "table", ODF % "style"


class Difference(NamedTuple):
    """Where a file says something else than its sheet: row and cell from 0."""

    row: int
    cell: int
    found: str
    wanted: str


def bare(words: object) -> str:
    if isinstance(words, float):
        return f"{words:g}".replace(".", ",")
    return re.sub(r"[\s\u00a0…_☐]+", "", "" if words is None else str(words))


def row(*cells: object) -> Cells:
    found = [bare(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def compared(found: Iterable[Cells], wanted: Iterable[Cells]) -> Iterator[Difference]:
    """Yield every cell that differs; rows that are empty in both are none."""
    pairs = zip_longest(filter(any, found), filter(any, wanted), fillvalue=())
    for number, (one, other) in enumerate(pairs):
        for place, (here, there) in enumerate(zip_longest(one, other, fillvalue="")):
            if here != there:
                yield Difference(number, place, here, there)


# ---------- what all formats print ----------


def label_of(sheet: Sheet, state: str) -> str:
    return next((one.label for one in sheet.scale.states if one.id == state), "")


def line(heading: Heading) -> Cells:
    return row(heading.line)


def named(head: Head) -> tuple[str, ...]:
    """Return the title, as the cells of a table have it."""
    if head.annex:
        return (head.annex[0], head.title.upper(), head.annex[1])
    return (head.kind.upper(), head.subject, head.family.subject_mark or "")


def left(head: Head) -> tuple[str, ...]:
    mark = (head.family.left_mark,) if head.family.left_mark else ()
    return (*head.superior, *head.issuer, *mark)


def key(sheet: Sheet) -> Cells:
    states = (
        f"{one.label}{f'* {sheet.key.reason}' if one.needs_reason else ''}: {one.definition}"
        for one in sheet.scale.states
    )
    notices = (f"– {words}" for words in sheet.key.notices)
    return row("".join((sheet.key.states, *states)), "".join((sheet.key.notices_label, *notices)))


def points(sheet: Sheet, of: Row, *reviewer: str) -> tuple[object, ...]:
    return (of.points, of.entry.points, *reviewer) if sheet.points else ()


def occasions(sheet: Sheet, told: int = 0) -> Iterator[Cells]:
    """Yield the rows of the log; the task stands with the occasion number ``told``, where it is written or drawn."""
    for task in sheet.log.tasks:
        words = f"{task.citation} {task.task} {task.recipients}"
        for place, one in enumerate(task.occasions):
            yield row(
                words if place == told % len(task.occasions) else "", one.name, one.due, one.held, one.number, one.note
            )


def totals(sheet: Sheet) -> Iterator[Cells]:
    for one in sheet.totals.rows:
        yield row(one.title, one.count, *one.cells)


def signed(head: Head) -> list[tuple[str, str]]:
    """Return the lines above the names, side by side where a format sets them so."""
    words = head.signatures
    right = [one for one in (words.date, words.on_behalf, words.position, words.signed_name) if one]
    beside = [""] * (len(right) - 2) + [words.preparer, words.preparer_note]
    return list(zip(beside, right, strict=True))


def copies(head: Head) -> tuple[str, ...]:
    return (head.signatures.copies_label, *head.signatures.copies) if head.signatures.copies else ()


def remedies(sheet: Sheet) -> Iterator[Cells]:
    if sheet.remedies.rows:
        yield line(sheet.remedies.heading)
        yield row(*sheet.remedies.labels)
        yield from (row(*values) for values in sheet.remedies.rows)


BOX = r"0\.7 w 4 M 0 0 m 10\.2\d* 0 l"
TICK = r"0\.9 w 4 M 0 0 m 7\.37\d* 7\.37\d* l"
"""How Typst draws the square of an answer, and the first stroke through it."""

# ---------- PDF: the words as they are drawn, one after another ----------


def pdf_wanted(sheet: Sheet) -> Rows:
    """Return the cells of the full sheet, in the order in which it is drawn."""
    log = (line(sheet.log.heading), row(*sheet.log.labels), *occasions(sheet, -1)) if sheet.log.tasks else ()
    totals_, rating = sheet.totals, sheet.totals.rating
    return [
        *_pdf_top(sheet),
        key(sheet),
        *(each for part in sheet.parts for each in (line(part.heading), row(part.empty), *_pdf_rows(sheet, part.rows))),
        *log,
        line(totals_.heading),
        row(*totals_.labels),
        *totals(sheet),
        row(totals_.standing, totals_.share),
        row(rating.label, rating.words, totals_.rating_note),
        line(sheet.remarks_heading),
        *(row(box.title, box.words) for box in sheet.remarks),
        *remedies(sheet),
        line(sheet.opinion.heading),
        row(sheet.opinion.reviewer),
        *_pdf_end(sheet.head),
    ]


def short_wanted(sheet: Sheet) -> Rows:
    """Return the cells of the short form, which has no room for what was written, in the order of its drawing."""
    short, states = sheet.short, sheet.scale.states
    marks = [state.marked_label for state in states]
    definitions = [f"{state.marked_label}: {state.definition}" for state in states]
    counts = sheet.totals.rows[-1].cells or ("",) * len(states)
    counted = (f"{one.short_label} {count}" for one, count in zip(states, counts, strict=False))
    rows: Rows = []
    for part in sheet.parts:
        rows.append(row(f"{part.heading.line}{':' if part.empty else ''}{part.empty}"))
        for one in part.rows:
            period = f"{short.period} {one.period_short}" if one.period_short else ""
            rows.append(row(f"{one.number}{one.id}", f"{one.task}{period}", "".join(one.citation_lines)))
    rating = sheet.totals.rating
    return [
        *_pdf_top(sheet),
        row(short.states, *definitions, short.reason, short.note),
        row(*short.labels, *marks, short.last_label),
        *rows,
        row(short.sum, f"{'; '.join(counted)}."),
        row(rating.label, rating.words, sheet.totals.rating_note),
        *_pdf_end(sheet.head),
    ]


def _pdf_top(sheet: Sheet) -> Iterator[Cells]:
    head = sheet.head
    if not head.annex:
        yield row(*left(head))
        yield row(*(one.text for one in head.family.right))
        yield row(head.number, head.symbol, head.date)
    yield row(*named(head))
    for one in (sheet.unit, sheet.kind, sheet.basis):
        yield row(one.label, one.words)


def _pdf_rows(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[Cells]:
    if rows:
        yield row(*sheet.labels)
    states = "".join(state.marked_label for state in sheet.scale.states)
    for one in rows:
        start = (f"{one.number}{one.id}", one.quote, "".join(one.citation_lines), one.period)
        filled = (one.entry.result, f"{one.entry.evidence}{one.hint}", states, *points(sheet, one))
        yield row(*start, *filled, f"{one.entry.note}{''.join(one.hints)}")


def _pdf_end(head: Head) -> Iterator[Cells]:
    words = head.signatures
    yield row(*copies(head))
    yield row(words.preparer, words.preparer_note, words.preparer_name)
    yield row(words.date, words.on_behalf, words.position, words.signed_name)


def pdf_differences(pdf: bytes, sheets: Iterable[Sheet], *, short: bool = False) -> Iterator[Difference]:
    """Yield where the words of a PDF, without what every page repeats, are not the cells one after another."""
    cells = [
        (number, place, words, sheet)
        for sheet in sheets
        for number, cells in enumerate(short_wanted(sheet) if short else pdf_wanted(sheet))
        for place, words in enumerate(cells)
    ]
    told = "".join(words for _, _, words, _ in cells)
    owners = [cell for cell in cells for _ in cell[2]]
    at = 0
    for page in text_of(pdf, "-raw").split("\f")[:-1]:
        if at >= len(told):
            yield Difference(len(cells), 0, page, "")
            return
        sheet = owners[at][3]
        foot = bare((sheet.short.foot if short else sheet.foot) + sheet.body)
        words = bare(re.sub(r"\A\d+\n", "", page))
        assert words.endswith(foot), "the foot stands on every page"
        words = words.removesuffix(foot)
        for labels in _repeated(sheet, short=short):
            if words.startswith(labels) and not told.startswith(labels, at):
                words = words.removeprefix(labels)
        if not told.startswith(words, at):
            where = next(n for n, (one, other) in enumerate(zip_longest(words, told[at:])) if one != other)
            number, place, wanted_words, _ = owners[min(at + where, len(owners) - 1)]
            yield Difference(number, place, words[max(0, where - 20) : where + 60], wanted_words)
            return
        at += len(words)
    if at < len(told):
        number, place, words, _ = owners[at]
        yield Difference(number, place, "", words)


def tick_differences(pdf: bytes, sheets: Iterable[Sheet]) -> Iterator[Difference]:
    """Yield where the boxes, in the order of their drawing, are not ticked as the lines were answered."""
    pages = [page.get_contents() for page in PdfReader(io.BytesIO(pdf)).pages]
    drawn = "".join(page.get_data().decode("latin-1") for page in pages if page is not None)
    found = ["☒" if box[1] else "☐" for box in re.finditer(rf"{BOX}(?:(?!{BOX}|{TICK}).)*({TICK})?", drawn, re.DOTALL)]
    wanted: list[str] = []
    for sheet in sheets:
        ids = [state.id for state in sheet.scale.states]
        wanted += "☐" * len(ids)  # those of the key
        wanted += ["☒" if one.entry.state == state else "☐" for one in sheet.rows for state in ids]
    for place, (here, there) in enumerate(zip_longest(found, wanted, fillvalue="")):
        if here != there:
            yield Difference(-1, place, here, there)


def _repeated(sheet: Sheet, *, short: bool) -> Iterator[str]:
    """Yield the heads of tables, which stand again on each page."""
    marks = [state.marked_label for state in sheet.scale.states]
    full = (sheet.labels, sheet.log.labels, sheet.remedies.labels)
    for labels in ((*sheet.short.labels, *marks, sheet.short.last_label),) if short else full:
        yield bare("".join(labels))


# ---------- Word ----------


def word_wanted(sheet: Sheet) -> Rows:
    """Return the rows of the tables, and the paragraphs between them, of the Word file."""
    head, part = sheet.head, sheet.totals
    parts = (
        each
        for one in sheet.parts
        for each in (
            line(one.heading),
            row(one.empty),
            row(*sheet.labels) if one.rows else (),
            *(_word_row(sheet, each) for each in one.rows),
        )
    )
    ends = head.signatures
    signer = f"{ends.date}{ends.on_behalf}{ends.position}{ends.signed_name}"
    preparer = f"{ends.preparer}{ends.preparer_note}{ends.preparer_name}"
    top = (
        []
        if head.annex
        else [
            row("".join(left(head)), "".join(one.text for one in head.family.right)),
            row(f"{head.number}{head.symbol}", head.date),
        ]
    )
    return [
        *top,
        *(row(words) for words in named(head)),
        row(f"{sheet.unit.label}{sheet.unit.words}{sheet.kind.label}{sheet.kind.words}"),
        row(f"{sheet.basis.label}{sheet.basis.words}"),
        key(sheet),
        *parts,
        line(sheet.log.heading),
        row(sheet.log.empty) if sheet.log.empty else row(*sheet.log.labels),
        *occasions(sheet),
        line(part.heading),
        row(*part.labels),
        *totals(sheet),
        row(f"{part.share}{part.standing}"),
        row(f"{part.rating.label}{part.rating.words}{part.rating_note}"),
        line(sheet.remarks_heading),
        *(row(*(f"{box.title}{box.words}" for box in pair)) for pair in (sheet.remarks[:2], sheet.remarks[2:])),
        *remedies(sheet),
        line(sheet.opinion.heading),
        row(sheet.opinion.reviewer),
        row(preparer, signer) if head.annex else row("".join(copies(head)), preparer, signer),
    ]


def _word_row(sheet: Sheet, one: Row) -> Cells:
    entry = one.entry
    ticked = ("☒" if state.id == entry.state else "" for state in sheet.scale.states)
    states = "".join(f"{tick}{state.marked_label}" for tick, state in zip(ticked, sheet.scale.states, strict=True))
    start = (f"{one.number}{one.id}", one.quote, "".join(one.citation_lines), one.period)
    filled = (entry.result, f"{one.hint}{entry.evidence}", states, *points(sheet, one, ""))
    return row(*start, *filled, f"{''.join(one.hints)}{entry.note}")


def word_found(data: bytes) -> Iterator[Cells]:
    for block in Document(io.BytesIO(data)).element.body.iterchildren():
        if block.tag == qn("w:p"):
            yield row(_words(block))
        elif block.tag == qn("w:tbl"):
            for line_ in block.iter(qn("w:tr")):
                yield row(*(_words(cell) for cell in line_.iter(qn("w:tc"))))


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def words_in(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


# ---------- workbooks ----------


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
    start = (one.number, one.quote, f"{''.join(one.citation_lines)}{one.id}", one.period)
    filled = (entry.result, entry.evidence, label_of(sheet, entry.state), *points(sheet, one, ""), entry.note)
    return row(*start, *filled, *beside)


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
        row(f"{sheet.foot}[{sheet.body}]"),
        *((bare(words),) for one in sheet.rows for words in (one.question, one.hint, "".join(one.hints))),
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
                *(one.number, one.task, f"{''.join(one.citation_lines)}{one.id}", label_of(sheet, one.entry.state)),
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
    return tuple(shortened(words, 255) for words in (one.question, one.hint, ". ".join(one.hints)))


OWN = ("Trang này tự lấy", "Số dòng cần khắc phục", "Số tính tỷ lệ =", "Số dòng mà cột")
"""How rows begin that only a workbook has."""


def _own(label: str, tab: str) -> bool:
    """Tell a column of codes, checks or shares that only a workbook has."""
    codes = ("Kiểm tra", "Phần", "Mã", "Phải khắc phục", "Điều khoản", "Nhiệm vụ", "Lần")
    shares = ("Chưa đánh giá", "Khi còn dòng chưa đánh giá")
    return label in (*codes, *shares, "None") or "%" in label or "/" in label or (label == "Việc" and tab == "Phiếu")


def excel_found(data: bytes) -> Iterator[Cells]:
    """Yield the rows of the tabs without the columns that only a workbook has; then what is shown beside cells."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
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


# ---------- sizes of letters ----------


def word_sizes(data: bytes) -> dict[str, float]:
    """Return words of a paragraph -> size of its first letters that are not those of its style."""
    found = {}
    for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        sizes = [int(size.get(qn("w:val"), "0")) / 2 for size in paragraph.iter(qn("w:sz"))]
        if sizes:
            found[bare(_words(paragraph))] = sizes[0]
    return found


def excel_sizes(data: bytes) -> dict[str, float]:
    cells = (cell for row_ in openpyxl.load_workbook(io.BytesIO(data)) for cells in row_.iter_rows() for cell in cells)
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
