"""The sheet as a LibreOffice workbook (ODS), to be filled in the yellow cells; part V works itself out.

The tabs have the words and the columns of the paper and none of their own.
"""

from collections.abc import Iterator

from quyche.archive import frozen
from quyche.checklists.figures import NO_SHARE
from quyche.checklists.ods_book import LONG, WHOLE, Book, Item, Tab
from quyche.checklists.setup import Scale
from quyche.checklists.sheet import Row, Sheet
from quyche.checklists.wording import WORDS
from quyche.checklists.workbook import (
    BOX,
    DUTIES_TAB,
    EDITORIAL,
    ENTRY,
    HEAD,
    INNER,
    INSTEAD,
    LOG_LOWEST,
    LOG_PAGE,
    LOG_TAB,
    LOG_WIDTHS,
    LOWEST,
    ON_PAPER,
    RULE_SIZE,
    TITLE,
    TO_FILL,
    TOTALS_TAB,
    Line,
    Look,
    block_edges,
    copies,
    joined,
    left_half,
    on_paper,
    quoted,
    sides,
    signed,
    titles,
    unit_line,
)

CENTRED: Look = {"align": "center", "valign": "vcenter"}
OPEN: Look = {"locked": False}
NOTES: Look = {**BOX, "font_size": 10}
PART_WIDTHS = (5, 22, 9)
"""Of the first column of part V in two, and of the numbers of lines."""
FIGURE_WIDTH, SHARE_WIDTH = 11, 26
ROOM_TO_WRITE, ROOM_TO_SIGN, LINE = 52, 64, 18

Spans = dict[str, tuple[int, int]]
"""Id of a part -> first and last row of its lines on the first tab; “all” -> those of all parts."""


def write_ods(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a workbook, blank or filled; the same twice, byte for byte."""
    book = Book(sheet)
    spans = _duties(book)
    _log(book)
    _totals(book, spans)
    return frozen(book.saved())


def _duties(book: Book) -> Spans:
    sheet = book.sheet
    tab = Tab(book, DUTIES_TAB, tuple(on_paper(sheet).values()))
    _head(tab, sheet)
    tab.row([Item(label, HEAD) for label in sheet.labels], 36, repeated=True)
    spans, first = {}, tab.height + 1
    for part in sheet.parts:
        start = tab.across(part.heading.line, {**BOX, "bold": True, "bg_color": "#F5F5F5"}, 21)
        if part.empty:
            tab.across(part.empty, {**BOX, **EDITORIAL})
        for block in part.blocks:
            for place, row in enumerate(block.rows):
                least = LOWEST if row.same is None else 0
                tab.row(_line(book, row, block_edges(place, len(block.rows))), least)
        spans[part.id.value] = (start + 1, tab.height)
    return {**spans, "all": (first, tab.height)}


def _head(tab: Tab, sheet: Sheet) -> None:
    last = len(tab.widths) - 1
    halves = (last // 2, last + 1 - last // 2)
    for pair in sides(sheet.head):
        rule = pair[0] is not None and pair[0][1]["font_size"] == RULE_SIZE and pair[1] is None
        _beside(tab, pair, halves, 9 if rule else LINE)
    for words, look in titles(sheet.head):
        tab.across(words, {**CENTRED, **OPEN, **look}, LINE)
    tab.across(unit_line(sheet), TO_FILL, LINE)
    for named in (sheet.kind, sheet.basis):
        tab.across(f"{named.label} {named.words}", {}, LINE)
    key = sheet.key
    states = (
        f"{state.label}{f'* {key.reason}' if state.needs_reason else ''}: {state.definition}"
        for state in sheet.scale.states
    )
    left, right = (key.states, *states), (key.notices_label, *(f"– {words}" for words in key.notices))
    tab.row([Item("\n".join(lines), NOTES, half) for lines, half in zip((left, right), halves, strict=True)])


def _beside(tab: Tab, pair: tuple[Line | None, Line | None], spans: tuple[int, int], least: float) -> None:
    lines = [line or ("", {}) for line in pair]
    tab.row(
        [Item(words, {**CENTRED, **OPEN, **look}, span) for (words, look), span in zip(lines, spans, strict=True)],
        least,
    )


def _line(book: Book, row: Row, edges: Look) -> Iterator[Item]:
    sheet, entry = book.sheet, row.entry
    result, evidence, state, *_, note = sheet.labels[4:]
    small: Look = {**edges, "align": "center", "font_size": 11}
    fill: Look = {**edges, **(TO_FILL if row.same is None else {}), "font_size": 11}
    yield Item(row.number, {**edges, "align": "center"})
    yield Item(row.line, edges)
    yield Item("\n".join(row.citation_lines), small)
    yield Item(row.period, {**small, "italic": True})
    yield Item(entry.result, fill, rule=book.rule(result, row.question if row.same is None else ""))
    yield Item(entry.evidence, fill, rule=book.rule(evidence, row.hint))
    states = {state.id: state.label for state in sheet.scale.states}
    listed = ";".join(quoted(words) for words in states.values())
    choice = book.rule(state, "", f"of:cell-content-is-in-list({listed})")
    if row.counts:
        yield Item(states.get(entry.state, ""), {**small, **TO_FILL}, rule=choice)
    else:
        yield Item(row.instead, {**small, **INSTEAD})
    if sheet.points:
        number = book.rule("", "", "of:cell-content-is-decimal-number() and cell-content()>=0") if row.counts else ""
        given: Look = {**small, **(TO_FILL if row.counts else {})}
        most, points = row.points, entry.points.replace(",", ".")
        yield Item("", given, rule=number) if most is None else Item(most, small)
        yield Item(float(points) if points else "", given, rule=number)
        yield Item("", given, rule=number)
    yield Item(entry.note, fill, rule=book.rule(note, "\n".join(row.hints)))


def _log(book: Book) -> None:
    log = book.sheet.log
    count = sum(len(task.occasions) for task in log.tasks)
    tab = Tab(book, LOG_TAB, LOG_WIDTHS, kind=WHOLE if count <= LOG_PAGE else LONG)
    tab.across(log.heading.line, TITLE, 24)
    tab.row([Item(label, HEAD) for label in log.labels], 22, repeated=True)
    for task in log.tasks:
        words = "\n".join((f"{task.citation} {task.task}", *task.told))
        first = Item(words, {**BOX, "italic": True, "font_size": 11}, rows=len(task.occasions))
        least = max(LOG_LOWEST, tab.needed(first, 0))
        for place, occasion in enumerate(task.occasions):
            name = Item(occasion.name, {**BOX, "font_size": 11, "valign": "vcenter"})
            tab.row([None if place else first, name, *(Item(entry, ENTRY) for entry in occasion.written)], least)
    if log.empty:
        tab.across(log.empty, {**BOX, **EDITORIAL})


def _totals(book: Book, spans: Spans) -> None:
    sheet = book.sheet
    part, states = sheet.totals, sheet.scale.states
    widths = (*PART_WIDTHS, *[FIGURE_WIDTH] * (len(states) + 1), SHARE_WIDTH)
    tab = Tab(book, TOTALS_TAB, widths, kind=LONG if sheet.remedies.rows else WHOLE, locked=False)
    wide = len(tab.widths)
    tab.across(part.heading.line, TITLE, 24)
    first, *others = part.labels
    tab.row([Item(first, HEAD, 2), *(Item(label, HEAD) for label in others)], 36)
    for line in part.rows:
        look: Look = {**BOX, "valign": "vcenter", "bold": line.id == "all"}
        number = tab.height + 1
        formulas = _formulas(sheet, spans, line.id, number)
        cells = line.cells or ("",) * (len(states) + 2)
        results = [int(words) if words.isdigit() else words for words in cells]
        figures = (
            Item(result, {**look, "align": "center"}, formula=formula)
            for result, formula in zip(results, formulas, strict=True)
        )
        tab.row([Item(line.title, look, 2), Item(line.count, {**look, "align": "center"}), *figures], 24)
    tab.across(part.standing, {"bold": True}, LINE, formula=_standing(sheet, spans, tab.height))
    tab.across(part.share, {**EDITORIAL, "font_size": 10})
    rating = Item(part.rating.words, {**TO_FILL, "bottom": INNER}, 3)
    tab.row([Item(part.rating.label, {"bold": True}, 2), rating, Item(part.rating_note, {}, wide - 5)], 22)
    _closing(tab, sheet)


def _cells(scale: Scale, row: int) -> tuple[list[str], str, str, str]:
    """Return the cells of a row of part V, as formulas name them: the answers, those that count, done, blank."""
    lines, *states, base = (f"[.{chr(ord('C') + column)}{row}]" for column in range(len(scale.states) + 2))
    return states, base, states[scale.states.index(scale.done)], f"({lines}-{'-'.join(states)})"


def _formulas(sheet: Sheet, spans: Spans, part: str, row: int) -> Iterator[str]:
    """Yield how the cells of a row of part V are worked out; they stay blank while nothing is answered at all."""
    states, (cells, base, done, blank) = sheet.scale.states, _cells(sheet.scale, row)
    guarded = f'IF({_answered(sheet, spans)}=0;"";{{}})'.format
    for state in states:
        yield guarded(_counted(spans[part], f"={quoted(state.label)}"))
    yield guarded("+".join(cell for cell, state in zip(cells, states, strict=True) if not state.excluded))
    share = f"IF({base}=0;{quoted(NO_SHARE)};{_percent(f'{done}/{base}')})"
    so_far = joined(WORDS["so_far"].format(share="", blank="{}"), blank)
    yield guarded(f'{share}&IF({blank}=0;"";{so_far})')


def _standing(sheet: Sheet, spans: Spans, row: int) -> str:
    """Return how the line that says how far the share can be trusted is worked out from the last row of part V."""
    _, base, done, blank = _cells(sheet.scale, row)
    bounds = (_percent(f"{most}/({base}+{blank})") for most in (done, f"({done}+{blank})"))
    words = joined(WORDS["standing"].format(blank="{}", lowest="{}", highest="{}"), blank, *bounds)
    return f'IF({_answered(sheet, spans)}=0;"";IF({blank}=0;"";{words}))'


def _answered(sheet: Sheet, spans: Spans) -> str:
    """Return how many lines have an answer: all that say anything but those that never have one."""
    said = _counted(spans["all"], '<>""')
    return f"({said}-{sum(not row.counts for row in sheet.rows)})"


def _counted(span: tuple[int, int], wanted: str) -> str:
    """Return the formula of how many lines have the ``wanted`` answer; COUNTIF would take a label for a pattern."""
    first, last = span
    column = chr(ord("A") + list(ON_PAPER).index("state"))
    return f"SUMPRODUCT(([$'{DUTIES_TAB}'.${column}${first}:.${column}${last}]{wanted})*1)" if first <= last else "0"


def _percent(share: str) -> str:
    """Return the formula of a share as ``figures.percent`` writes it, whatever the machine's decimal sign."""
    return f'SUBSTITUTE(ROUND(100*{share};1);".";",")&"%"'


def _closing(tab: Tab, sheet: Sheet) -> None:
    half = left_half(tab.widths) + 1
    spans = (half, len(tab.widths) - half)
    tab.across(sheet.remarks_heading.line, TITLE, 26)
    for pair in (sheet.remarks[:2], sheet.remarks[2:]):
        tab.row([Item(box.title, {**BOX, "bold": True}, span) for box, span in zip(pair, spans, strict=True)], LINE)
        tab.row([Item(box.words, ENTRY, span) for box, span in zip(pair, spans, strict=True)], ROOM_TO_WRITE)
    _remedies(tab, sheet)
    tab.across(sheet.opinion.heading.line, TITLE, 26, breaks=bool(sheet.remedies.rows))
    tab.across("", ENTRY, ROOM_TO_WRITE)
    tab.across(f"{sheet.opinion.reviewer} {'…' * 16}", {**OPEN, "font_size": 11}, 24)
    for lines in signed(sheet.head):
        _beside(tab, lines, spans, LINE)
    # not empty, for LibreOffice leaves out an empty last row, and with it the room to sign
    name = sheet.head.signatures.preparer_name or "\u00a0"
    _beside(tab, ((name, {"bold": True, "valign": "bottom"}), None), spans, ROOM_TO_SIGN)
    for words, look in copies(sheet.head):
        tab.across(words, {**OPEN, **look}, LINE)


def _remedies(tab: Tab, sheet: Sheet) -> None:
    """Write causes and remedies over the columns of part V, the last two cells over what is left of them."""
    if not sheet.remedies.rows:
        return
    left = len(tab.widths) - 5
    cause = max(1, left - 2)
    spans = (1, 2, 1, 1, cause, left - cause)
    tab.across(sheet.remedies.heading.line, TITLE, 26)
    look: Look = {**BOX, "font_size": 11}
    for values, shown in ((sheet.remedies.labels, HEAD), *((row, look) for row in sheet.remedies.rows)):
        tab.row(Item(words, shown, span) for words, span in zip(values, spans, strict=True))
