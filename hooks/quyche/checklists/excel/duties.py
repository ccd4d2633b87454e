"""The sheet ``Phiếu``: the head, and parts I to III, a line a duty, to be filled in the yellow cells."""

from quyche.checklists.excel import meta
from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table, columns, has_remedies
from quyche.checklists.filling import BLANKS
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.setup import Scale
from quyche.checklists.sheet import Head, Part, Row
from quyche.checklists.workbook import (
    BOX,
    DUTIES_TAB,
    EDITORIAL,
    GREY,
    HEAD,
    INNER,
    LOWEST,
    POINTS,
    RULE_SIZE,
    TO_FILL,
    Look,
    block_edges,
    sides,
    titles,
)

HEAD_ROW = 20
UNIT_COLUMNS = 1
"""The last column of the cell with the unit's name."""
MISSING_REASON = "Thiếu lý do"
MISSING_REMEDY = "Thiếu khắc phục"
BAND: Look = {"bold": True, "bg_color": "#F5F5F5", "valign": "vcenter", "text_wrap": False, "top": 1, "bottom": 1}


def write_duties(book: Book) -> Table:
    """Write the sheet and return where its table stands."""
    sheet = book.sheet
    shape = columns(sheet)
    page = book.page(DUTIES_TAB, [column.width for column in shape])
    widths = [column.width for column in shape if column.place == "paper"]
    head = _head(page, len(widths) - 1, sum(widths))
    table = Table(shape, head, head + len(sheet.parts) + len(sheet.rows))
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


def _head(page: Page, last: int, width: float) -> int:
    """Write the head over the columns up to ``last``, together ``width`` wide, and return the next free row."""
    sheet = page.book.sheet
    row = _letterhead(page, sheet.head, last)
    page.mark("unit", row, 0)
    unit = f"{sheet.unit.label} {sheet.unit.words or BLANKS['unit']}"
    page.across(row, (0, UNIT_COLUMNS), unit, valign="vcenter", **TO_FILL)
    kind = f"{sheet.kind.label} {sheet.kind.words}. {sheet.basis.label} {sheet.basis.words}"
    page.across(row, (UNIT_COLUMNS + 1, last), kind, valign="vcenter", indent=1)
    _, needed = page.fitted(row, kind, width * 0.6)
    page.sheet.set_row(row, max(HEAD_ROW, needed))
    row += 1
    words = f"{sheet.key.notices_label}: {' '.join(sheet.key.notices)}"
    size, needed = page.fitted(row, words, width, most=10)
    page.across(row, (0, last), words, needed, valign="vcenter", **{**EDITORIAL, "font_size": size})
    return row + 1


def _letterhead(page: Page, head: Head, last: int) -> int:
    row = 0
    centred: Look = {"align": "center", "valign": "vcenter", "locked": False}
    middle = last // 2 - 1
    for left, right in sides(head):
        for half, line in (((0, middle), left), ((middle + 1, last), right)):
            words, look = line or ("", {})
            page.across(row, half, words, **centred, **look)
        page.sheet.set_row(row, 9 if left and left[1]["font_size"] == RULE_SIZE and not right else HEAD_ROW)
        row += 1
    page.mark("title", row + (1 if head.annex or head.kind else 0), 0)
    if head.annex:
        page.mark("annex", row + 2, 0)
    for words, look in titles(head):
        page.across(row, (0, last), words, HEAD_ROW, **centred, **look)
        row += 1
    return row


def _write_table(page: Page, table: Table) -> None:
    row = table.head + 1
    for part in page.book.sheet.parts:
        _band(page, table, row, part)
        row += 1
        _choices(page, table, row, len(part.rows))
        for block in part.blocks:
            for place, line in enumerate(block.rows):
                _line(page, table, row, (part, line, block_edges(place, len(block.rows))))
                row += 1


def _band(page: Page, table: Table, row: int, part: Part) -> None:
    """Write the heading of a part without merged cells, over which Excel would refuse to sort."""
    words = f"{part.heading.line}. {part.empty}" if part.empty else part.heading.line
    edges = {number for number, column in enumerate(table.columns) if column.key in ("note", table.last_open)}
    for number in range(1, max(edges) + 1):
        page.text(row, number, "", **BAND, right=int(number in edges))
    page.text(row, 0, words, **BAND, left=1, indent=1)
    page.sheet.set_row(row, 21)


def _choices(page: Page, table: Table, row: int, count: int) -> None:
    if not count:
        return
    scale = page.book.sheet.scale
    choice = {
        "validate": "list",
        "source": f"={meta.column(scale, 'label')}",
        "error_title": "Tự đánh giá",
        "error_message": "Chọn một mức trong danh sách.",
    }
    page.sheet.data_validation(row, table.at("state"), row + count - 1, table.at("state"), choice)


def _line(page: Page, table: Table, row: int, what: tuple[Part, Row, Look]) -> None:
    part, line, edges = what
    widths = {column.key: column.width for column in table.columns}
    size, needed = page.fitted(row, line.quote, widths["quote"], what=line.id)
    page.sheet.write_number(row, 0, line.number, page.book.look(**edges, align="center"))
    page.text(row, table.at("quote"), line.quote, **edges, font_size=size, indent=1)
    _citation(page, table, row, (line, edges))
    period: Look = {**edges, "align": "center", "font_size": 11, "italic": True}
    page.text(row, table.at("period"), line.period, **period)
    entries = _entries(page, table, row, (line, edges))
    _checks(page, table, row, (line, edges))
    for key, words in (("part", part.number), ("code", line.id), ("task", line.task)):
        page.text(row, table.at(key), words)
    others = (
        height(f"{_broken(line)}\n{line.id}", widths["citation"], 11),
        height(line.period, widths["period"], 11),
        *(height(words, widths[key], 12) for key, words in entries.items() if words and key in widths),
    )
    page.sheet.set_row(row, min(TALLEST, max(needed, LOWEST, *others)))


def _citation(page: Page, table: Table, row: int, what: tuple[Row, Look]) -> None:
    """Write citation and code into every line; grey from a block's second line on, so that the block reads as one."""
    line, edges = what
    look = page.book.look
    shade: Look = {"font_color": GREY} if edges["top"] == INNER else {}
    page.sheet.write_rich_string(
        row,
        table.at("citation"),
        look(font_size=11, **shade),
        _broken(line),
        look(font_size=8.5, font_color=GREY),
        f"\n{line.id}",
        look(**edges, align="center", font_size=11, **shade),
    )


def _broken(line: Row) -> str:
    return "\n".join(line.citation_lines).replace("\u00a0", " ")


def _entries(page: Page, table: Table, row: int, what: tuple[Row, Look]) -> dict[str, str]:
    """Write what the unit wrote, or cells to fill, and return it by column."""
    line, edges = what
    sheet, entry = page.book.sheet, line.entry
    label = next((state.label for state in sheet.scale.states if state.id == entry.state), "")
    remedies = {"cause": entry.cause, "remedy": entry.remedy} if has_remedies(sheet.scale) else {}
    words = {"result": entry.result, "evidence": entry.evidence, "note": entry.note, **remedies}
    for key, written in words.items():
        page.text(row, table.at(key), written, **edges, **TO_FILL)
    page.text(row, table.at("state"), label, **edges, **TO_FILL, align="center", font_size=11)
    page.message(row, table.at("quote"), "Cách hiểu của ban biên tập", line.reading)
    page.message(row, table.at("result"), "Câu hỏi gợi ý", line.question)
    page.message(row, table.at("evidence"), "Gợi ý minh chứng", line.hint)
    page.message(row, table.at("note"), sheet.labels[-1], ". ".join(line.hints))
    if sheet.points:
        _points(page, table, row, what)
    return words


def _points(page: Page, table: Table, row: int, what: tuple[Row, Look]) -> None:
    line, edges = what
    centred: Look = {**edges, "align": "center", "font_size": 11}
    most = table.cell("most", row)
    own = line.entry.points.replace(",", ".")
    numbers = {"most": line.points, "points": float(own) if own else None}
    for key in POINTS:
        column, cell = table.at(key), table.cell(key, row)
        fixed = key == "most" and line.points is not None
        look: Look = centred if fixed else {**centred, **TO_FILL}
        number = numbers.get(key)
        if number is None:
            page.text(row, column, "", **look)
        else:
            page.sheet.write_number(row, column, number, page.book.look(**look))
        if fixed:
            continue
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


def _checks(page: Page, table: Table, row: int, what: tuple[Row, Look]) -> None:
    """Write what the line lacks; and, hidden, its number where it needs a remedy."""
    line, edges = what
    scale = page.book.sheet.scale
    state = table.cell("state", row)

    def asks(key: str) -> str:
        return f"SUMPRODUCT(({meta.column(scale, 'label')}={state})*{meta.column(scale, key)})>0"

    remedy = '""'
    if has_remedies(scale):
        number, cause, measure = (table.cell(key, row) for key in ("number", "cause", "remedy"))
        page.formula(
            row,
            table.at("due"),
            f'=IF({asks("needs_remedy")},{number},"")',
            line.number if needs_remedy(line, scale) else "",
        )
        missing = f'OR(TRIM({cause})="",TRIM({measure})="")'
        remedy = f'IF(AND({table.cell("due", row)}<>"",{missing}),"{MISSING_REMEDY}","")'
    reason = f'AND(TRIM({table.cell("note", row)})="",{asks("needs_reason")})'
    look: Look = {**BOX, **edges, "align": "center", "font_size": 10, "bold": True}
    formula = f'=IF({reason},"{MISSING_REASON}",{remedy})'
    page.formula(row, table.at("check"), formula, lack(line, scale), **look)


def needs_remedy(line: Row, scale: Scale) -> bool:
    """Return whether the answer of ``line`` asks for a remedy."""
    return any(state.needs_remedy for state in scale.states if state.id == line.entry.state)


def lack(line: Row, scale: Scale) -> str:
    """Return what the column of checks says of ``line``; nothing if it lacks nothing."""
    reason = any(state.needs_reason for state in scale.states if state.id == line.entry.state)
    if reason and not line.entry.note.strip():
        return MISSING_REASON
    complete = line.entry.cause.strip() and line.entry.remedy.strip()
    return MISSING_REMEDY if needs_remedy(line, scale) and not complete else ""


def _definitions(page: Page, row: int, last: int, width: float) -> int:
    """Write under the table what each answer means, and return the last row."""
    for number, state in enumerate(page.book.sheet.scale.states, 1):
        words = f"{state.label}: {state.definition}"
        size, needed = page.fitted(row + number, words, width, most=10, what=state.id)
        page.across(row + number, (0, last), words, needed - 3, **{**EDITORIAL, "font_size": size})
    page.sheet.set_row(row, 8)
    return row + len(page.book.sheet.scale.states)
