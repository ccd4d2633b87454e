"""The sheet ``Phiếu``: the head, and parts I to III, a line a duty, to be filled in the yellow cells."""

from dataclasses import dataclass
from itertools import chain

from quyche.checklists.excel.book import Book, Page
from quyche.checklists.excel.columns import Table, columns, state_span
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.sheet import POINTS, Head, Part, Row, Sheet
from quyche.checklists.wording import WORDS
from quyche.checklists.workbook import (
    BOX,
    DUTIES_TAB,
    EDITORIAL,
    GREY,
    HEAD,
    INNER,
    INSTEAD,
    LOWEST,
    RULE_SIZE,
    TO_FILL,
    Look,
    block_edges,
    quoted,
    sides,
    titles,
    unit_line,
)

HEAD_ROW = 20
UNIT_COLUMNS = 1
"""The last column of the cell with the unit's name."""
BAND: Look = {"bold": True, "bg_color": "#F5F5F5", "valign": "vcenter", "text_wrap": False, "top": 1, "bottom": 1}
SMALL: Look = {"align": "center", "font_size": 11}


@dataclass(frozen=True)
class Place:
    """A line while it is written: its row of the page, its part, the borders that its place in its block gives it."""

    page: Page
    table: Table
    row: int
    part: Part
    line: Row
    edges: Look

    def cell(self, key: str) -> str:
        """Return the address of the cell in the column ``key``."""
        return self.table.cell(key, self.row)

    def text(self, key: str, words: str, **look: str | float | bool) -> None:
        """Write ``words`` into the column ``key``."""
        self.page.text(self.row, self.table.at(key), words, **{**self.edges, **look})

    def number(self, key: str, number: float, **look: str | float | bool) -> None:
        """Write ``number`` into the column ``key``."""
        form = self.page.book.look(**{**self.edges, **look})
        self.page.sheet.write_number(self.row, self.table.at(key), number, form)


def write_duties(book: Book) -> Table:
    """Write the sheet and return where its table stands."""
    sheet = book.sheet
    shape = columns(sheet)
    page = book.page(DUTIES_TAB, [column.width for column in shape])
    end = len(sheet.labels) - 1
    head = _head(page, end)
    table = Table(shape, head, head + len(sheet.parts) + len(sheet.rows))
    for number, column in enumerate(shape):
        page.text(head, number, column.label, **HEAD)
        if column.hidden:
            page.sheet.set_column(number, number, column.width, None, {"hidden": True})
    page.sheet.set_row(head, 36)
    _write_table(page, table)
    last = table.last + 1 + len(sheet.scale.states)
    for row, state in enumerate(sheet.scale.states, table.last + 2):
        needed = page.note(row, (0, end), f"{state.label}: {state.definition}", 10, state.id, **EDITORIAL)
        page.sheet.set_row(row, needed - 3)
    page.sheet.set_row(table.last + 1, 8)
    page.sheet.autofilter(head, 0, table.last, len(shape) - 1)
    page.sheet.freeze_panes(head + 1, table.at("citation"))
    page.sheet.repeat_rows(head)
    page.sheet.print_area(0, 0, last, end)
    page.sheet.set_start_page(1)
    page.sheet.activate()
    return table


def _head(page: Page, last: int) -> int:
    """Write the head over the columns up to ``last``, and return the next free row."""
    sheet = page.book.sheet
    row = _letterhead(page, sheet.head, last)
    page.mark("unit", row, 0)
    page.across(row, (0, UNIT_COLUMNS), unit_line(sheet), valign="vcenter", **TO_FILL)
    kind = f"{sheet.kind.label} {sheet.kind.words}. {sheet.basis.label} {sheet.basis.words}"
    page.across(row, (UNIT_COLUMNS + 1, last), kind, valign="vcenter", indent=1)
    _, needed = page.fitted(row, kind, sum(page.widths[: last + 1]) * 0.6)
    page.sheet.set_row(row, max(HEAD_ROW, needed))
    words = f"{sheet.key.notices_label}: {' '.join(sheet.key.notices)}"
    page.note(row + 1, (0, last), words, valign="vcenter", **EDITORIAL)
    return row + 2


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
    scale = page.book.sheet.scale
    choice = {"validate": "list", "source": f"={state_span(scale, 'label')}", **WORDS["excel"]["wrong_state"]}
    for part in page.book.sheet.parts:
        _band(page, table, row, part)
        row += 1
        for block in part.blocks:
            for place, line in enumerate(block.rows):
                _line(Place(page, table, row, part, line, block_edges(place, len(block.rows))))
                if line.counts:
                    page.sheet.data_validation(row, table.at("state"), row, table.at("state"), choice)
                row += 1


def _band(page: Page, table: Table, row: int, part: Part) -> None:
    """Write the heading of a part without merged cells, over which Excel would refuse to sort."""
    words = f"{part.heading.line}. {part.empty}" if part.empty else part.heading.line
    edges = {number for number, column in enumerate(table.columns) if column.key in ("note", table.last_open)}
    for number in range(1, max(edges) + 1):
        page.text(row, number, "", **BAND, right=int(number in edges))
    page.text(row, 0, words, **BAND, left=1, indent=1)
    page.sheet.set_row(row, 21)


def _line(at: Place) -> None:
    page, line, widths = at.page, at.line, {column.key: column.width for column in at.table.columns}
    size, needed = page.fitted(at.row, line.line, widths["quote"], what=line.id)
    at.number("number", line.number, align="center")
    _quote(at, size)
    broken = "\n".join(line.citation_lines).replace("\u00a0", " ")
    at.text("citation", broken, **SMALL, **({"font_color": GREY} if at.edges["top"] == INNER else {}))
    at.text("period", line.period, **SMALL, italic=True)
    entries = _entries(at)
    if page.book.sheet.points:
        _points(at)
    _checks(at)
    part = at.part.number if line.counts else ""  # by their part lines are counted
    for key, words in (("part", part), ("code", line.id), ("task", line.task)):
        page.text(at.row, at.table.at(key), words)
    others = (
        height(broken, widths["citation"], 11),
        height(line.period, widths["period"], 11),
        height(line.instead, widths["state"], 10),
        *(height(words, widths[key], 12) for key, words in entries.items() if words),
    )
    page.sheet.set_row(at.row, min(TALLEST, max(needed, LOWEST if line.same is None else 0, *others)))


def _quote(at: Place, size: float) -> None:
    """Write the words of a line, those that the quote does not go without lighter."""
    line, look = at.line, at.page.book.look
    carried, quoted_ = look(font_size=size, font_color=GREY), look(font_size=size)
    pieces = [(carried, f"{line.lead} "), (quoted_, line.quote), (carried, f" {line.tail}")]
    told = [piece for piece in pieces if piece[1].strip()]
    at.text("quote", line.line, font_size=size, indent=1)
    if len(told) > 1:
        cell = look(**at.edges, font_size=size, indent=1)
        at.page.sheet.write_rich_string(at.row, at.table.at("quote"), *chain.from_iterable(told), cell)


def _entries(at: Place) -> dict[str, str]:
    """Write what the unit wrote, or cells to fill, and return it by column."""
    line, sheet, page, told = at.line, at.page.book.sheet, at.page, WORDS["excel"]
    keys = ("result", "evidence", "note", *(("cause", "remedy") if sheet.scale.asks_remedies else ()))
    words = {key: getattr(line.entry, key) for key in keys}
    for key, written in words.items():
        at.text(key, written, **(TO_FILL if line.same is None else {}))
    answer = sheet.answer(line)
    if line.counts:
        at.text("state", answer.label if answer else "", **TO_FILL, **SMALL)
    else:
        at.text("state", line.instead, **{**SMALL, **INSTEAD})
    for key, title, message in (
        ("quote", told["reading"], line.reading),
        ("result", told["question"], line.question if line.same is None else ""),
        ("evidence", told["evidence"], line.hint),
        ("note", sheet.labels[-1], ". ".join(line.hints)),
    ):
        page.message(at.row, at.table.at(key), title, message)
    return words


def _points(at: Place) -> None:
    most, own = at.cell("most"), at.line.entry.points.replace(",", ".")
    numbers = {"most": at.line.points, "points": float(own) if own else None}
    for key in POINTS:
        fixed = not at.line.counts or (key == "most" and at.line.points is not None)
        look: Look = SMALL if fixed else {**SMALL, **TO_FILL}
        number, cell = numbers.get(key), at.cell(key)
        if number is None:
            at.text(key, "", **look)
        else:
            at.number(key, number, **look)
        if not fixed:
            bound = "" if key == "most" else f',OR({most}="",{cell}<={most})'
            rule = {"validate": "custom", "value": f"=AND(ISNUMBER({cell}),{cell}>=0{bound})"}
            rule |= WORDS["excel"]["wrong_points"]
            at.page.sheet.data_validation(at.row, at.table.at(key), at.row, at.table.at(key), rule)


def _checks(at: Place) -> None:
    """Write what the line lacks; and, hidden, its number where it needs a remedy."""
    sheet, line, page = at.page.book.sheet, at.line, at.page
    scale = sheet.scale

    def asks(key: str) -> str:
        return f"SUMPRODUCT(({state_span(scale, 'label')}={at.cell('state')})*{state_span(scale, key)})>0"

    remedy = '""'
    if scale.asks_remedies:
        stored = line.number if needs_remedy(line, sheet) else ""
        page.formula(at.row, at.table.at("due"), f'=IF({asks("needs_remedy")},{at.cell("number")},"")', stored)
        missing = f'OR(TRIM({at.cell("cause")})="",TRIM({at.cell("remedy")})="")'
        remedy = f'IF(AND({at.cell("due")}<>"",{missing}),{quoted(WORDS["excel"]["missing_remedy"])},"")'
    reason = f'AND(TRIM({at.cell("note")})="",{asks("needs_reason")})'
    look: Look = {**BOX, **at.edges, "align": "center", "font_size": 10, "bold": True}
    formula = f"=IF({reason},{quoted(WORDS['excel']['missing_reason'])},{remedy})"
    page.formula(at.row, at.table.at("check"), formula, lack(line, sheet), **look)


def needs_remedy(line: Row, sheet: Sheet) -> bool:
    """Return whether the answer of ``line`` asks for a remedy."""
    answer = sheet.answer(line)
    return answer is not None and answer.needs_remedy


def lack(line: Row, sheet: Sheet) -> str:
    """Return what the column of checks says of ``line``; nothing if it lacks nothing."""
    answer, entry, words = sheet.answer(line), line.entry, WORDS["excel"]
    if answer and answer.needs_reason and not entry.note.strip():
        return str(words["missing_reason"])
    complete = entry.cause.strip() and entry.remedy.strip()
    return words["missing_remedy"] if answer and answer.needs_remedy and not complete else ""
