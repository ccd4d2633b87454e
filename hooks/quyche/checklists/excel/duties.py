"""The sheet ``Phiếu``: parts I to III, a line a duty, to be filled in the yellow cells."""

from collections.abc import Iterator

from quyche.checklists import paper
from quyche.checklists.excel import meta
from quyche.checklists.excel.book import BOX, EDITORIAL, GREY, HEAD, TO_FILL, Book, Look, Page
from quyche.checklists.excel.columns import SHEET, Table, columns, has_remedies
from quyche.checklists.excel.fitting import height
from quyche.checklists.excel.head import write_head
from quyche.checklists.model import Part, Requirement

MISSING_REASON = "Thiếu lý do"
MISSING_REMEDY = "Thiếu khắc phục"
LOWEST = 56
"""Of a line, in points: room for three lines to write."""
NO_PERIOD = "–"
INNER = 4
"""The dotted border between the lines of one block."""
BAND: Look = {"bold": True, "bg_color": "#F5F5F5", "valign": "vcenter", "text_wrap": False, "top": 1, "bottom": 1}


def write_duties(book: Book) -> Table:
    """Write the sheet and return where its table stands."""
    checklist = book.checklist
    shape = columns(checklist)
    page = book.page(SHEET, [column.width for column in shape])
    widths = [column.width for column in shape if column.place == "paper"]
    head = write_head(page, len(widths) - 1, sum(widths))
    table = Table(shape, head, head + len(checklist.parts) + len(checklist.requirements))
    for number, column in enumerate(shape):
        page.text(head, number, column.label, **HEAD)
        if column.place == "hidden":
            page.sheet.set_column(number, number, column.width, None, {"hidden": True})
    page.sheet.set_row(head, 36)
    _write_table(page, table)
    last = _definitions(page, table.last + 1, len(widths) - 1, sum(widths))
    page.sheet.autofilter(head, 0, table.last, len(shape) - 1)
    page.sheet.freeze_panes(head + 1, table.at("citation"))
    page.sheet.repeat_rows(head)
    page.sheet.print_area(0, 0, last, len(widths) - 1)
    page.sheet.set_start_page(1)
    page.sheet.activate()
    return table


def _write_table(page: Page, table: Table) -> None:
    row = table.head + 1
    for part in page.book.checklist.parts:
        _band(page, table, row, part)
        row += 1
        _choices(page, table, row, len(part.requirements))
        for requirement, edges in _with_edges(part):
            _line(page, table, row, (part, requirement, edges))
            row += 1


def _with_edges(part: Part) -> Iterator[tuple[Requirement, Look]]:
    """Give each line its borders: whole ones around a block, dotted ones between its acts."""
    for block in part.blocks:
        for requirement in block.requirements:
            first, last = requirement is block.requirements[0], requirement is block.requirements[-1]
            yield requirement, {"left": 1, "right": 1, "top": 1 if first else INNER, "bottom": 1 if last else INNER}


def _band(page: Page, table: Table, row: int, part: Part) -> None:
    """Write the heading of a part without merged cells, over which Excel would refuse to sort."""
    words = " ".join(paper.part_line(part)).rstrip()
    hats = "; ".join(dict.fromkeys(requirement.via for requirement in part.requirements if requirement.via))
    if not part.blocks:
        words += f". {paper.empty_part()}"
    elif hats:
        words += f". Theo nhóm: {hats}"
    edges = {number for number, column in enumerate(table.columns) if column.key in ("note", table.last_open)}
    for number in range(1, max(edges) + 1):
        page.text(row, number, "", **BAND, right=int(number in edges))
    page.text(row, 0, words, **BAND, left=1, indent=1)
    page.sheet.set_row(row, 21)


def _choices(page: Page, table: Table, row: int, count: int) -> None:
    if not count:
        return
    scale = page.book.checklist.scale
    choice = {
        "validate": "list",
        "source": f"={meta.labels(scale)}",
        "error_title": "Tự đánh giá",
        "error_message": "Chọn một mức trong danh sách.",
    }
    page.sheet.data_validation(row, table.at("state"), row + count - 1, table.at("state"), choice)


def _line(page: Page, table: Table, row: int, what: tuple[Part, Requirement, Look]) -> None:
    part, requirement, edges = what
    widths = {column.key: column.width for column in table.columns}
    size, needed = page.fitted(row, requirement.quote, widths["quote"], what=requirement.id)
    page.sheet.write_number(row, 0, requirement.number, page.book.look(**edges, align="center"))
    page.text(row, table.at("quote"), requirement.quote, **edges, font_size=size, indent=1)
    _citation(page, table, row, (requirement, edges))
    period: Look = {**edges, "align": "center", "font_size": 11, "italic": True}
    page.text(row, table.at("period"), requirement.period_label or NO_PERIOD, **period)
    _entries(page, table, row, (requirement, edges))
    _checks(page, table, row, edges)
    for key, words in (("part", part.number), ("code", requirement.id), ("task", requirement.task)):
        page.text(row, table.at(key), words)
    others = (
        height(f"{_broken(requirement.citation)}\n{requirement.id}", widths["citation"], 11),
        height(requirement.period_label, widths["period"], 11),
    )
    page.sheet.set_row(row, max(needed, LOWEST, *others))


def _citation(page: Page, table: Table, row: int, what: tuple[Requirement, Look]) -> None:
    """Write citation and code into every line; grey from a block's second line on, so that the block reads as one."""
    requirement, edges = what
    look = page.book.look
    shade: Look = {"font_color": GREY} if edges["top"] == INNER else {}
    page.sheet.write_rich_string(
        row,
        table.at("citation"),
        look(font_size=11, **shade),
        _broken(requirement.citation),
        look(font_size=8.5, font_color=GREY),
        f"\n{requirement.id}",
        look(**edges, align="center", font_size=11, **shade),
    )


def _broken(citation: str) -> str:
    return "\n".join(paper.citation_lines(citation)).replace("\u00a0", " ")


def _entries(page: Page, table: Table, row: int, what: tuple[Requirement, Look]) -> None:
    requirement, edges = what
    entry: Look = {**edges, **TO_FILL}
    keys = ("result", "evidence", "note", *(("cause", "remedy") if has_remedies(page.book.checklist) else ()))
    for key in keys:
        page.text(row, table.at(key), "", **entry)
    page.text(row, table.at("state"), "", **entry, align="center", font_size=11)
    hints = paper.note_hints(page.book.checklist, requirement)
    page.message(row, table.at("quote"), "Cách hiểu của ban biên tập", requirement.reading)
    page.message(row, table.at("result"), "Câu hỏi gợi ý", requirement.question)
    page.message(row, table.at("evidence"), "Gợi ý minh chứng", "; ".join(requirement.evidence))
    page.message(row, table.at("note"), "Ghi chú, lý do", ". ".join(hints))
    if page.book.checklist.form.points:
        _points(page, table, row, what)


def _points(page: Page, table: Table, row: int, what: tuple[Requirement, Look]) -> None:
    requirement, edges = what
    centred: Look = {**edges, "align": "center", "font_size": 11}
    most = table.cell("most", row)
    for key in ("most", "own", "reviewer"):
        column, cell = table.at(key), table.cell(key, row)
        if key == "most" and requirement.points is not None:
            page.sheet.write_number(row, column, requirement.points, page.book.look(**centred))
            continue
        page.text(row, column, "", **{**centred, **TO_FILL})
        bound = "" if key == "most" else f',OR({most}="",{cell}<={most})'
        page.sheet.data_validation(
            row,
            column,
            row,
            column,
            {
                "validate": "custom",
                "value": f"=AND(ISNUMBER({cell}),{cell}>=0{bound})",
                "error_title": "Điểm",
                "error_message": "Ghi một số từ 0 đến điểm tối đa.",
            },
        )


def _checks(page: Page, table: Table, row: int, edges: Look) -> None:
    """Write what the line lacks; and, hidden, its number where it needs a remedy."""
    scale = page.book.checklist.scale
    state = table.cell("state", row)

    def asks(key: str) -> str:
        return f"SUMPRODUCT(({meta.labels(scale)}={state})*{meta.flags(scale, key)})>0"

    remedy = '""'
    if has_remedies(page.book.checklist):
        number, cause, measure = (table.cell(key, row) for key in ("number", "cause", "remedy"))
        page.formula(row, table.at("due"), f'=IF({asks("needs_remedy")},{number},"")', "")
        missing = f'OR(TRIM({cause})="",TRIM({measure})="")'
        remedy = f'IF(AND({table.cell("due", row)}<>"",{missing}),"{MISSING_REMEDY}","")'
    reason = f'AND(TRIM({table.cell("note", row)})="",{asks("needs_reason")})'
    look: Look = {**BOX, **edges, "align": "center", "font_size": 10, "bold": True}
    page.formula(row, table.at("check"), f'=IF({reason},"{MISSING_REASON}",{remedy})', "", **look)


def _definitions(page: Page, row: int, last: int, width: float) -> int:
    """Write under the table what each answer means, and return the last row."""
    for number, state in enumerate(page.book.checklist.scale.states, 1):
        words = f"{state.label}: {state.definition}"
        size, needed = page.fitted(row + number, words, width, most=10, what=state.id)
        page.across(row + number, (0, last), words, **{**EDITORIAL, "font_size": size})
        page.sheet.set_row(row + number, needed - 3)
    page.sheet.set_row(row, 8)
    return row + len(page.book.checklist.scale.states)
