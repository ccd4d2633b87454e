"""PDF: the words as they are drawn, one after another, and the boxes with their ticks."""

import io
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from pypdf import PdfReader

from quyche.checklists.sheet import Head, Row, Sheet
from tests.checklists.formats.cells import (
    Cells,
    Difference,
    Rows,
    bare,
    copies,
    key,
    left,
    line,
    named,
    occasions,
    points,
    remedies,
    row,
    totals,
)
from tests.poppler import text_of

BOX = r"0\.7 w 4 M 0 0 m 10\.2\d* 0 l"
TICK = r"0\.9 w 4 M 0 0 m 7\.37\d* 7\.37\d* l"
"""How Typst draws the square of an answer, and the first stroke through it."""


def full_wanted(sheet: Sheet) -> Rows:
    """Return the cells of the full sheet, in the order in which it is drawn."""
    log = (line(sheet.log.heading), row(*sheet.log.labels), *occasions(sheet, -1)) if sheet.log.tasks else ()
    totals_, rating = sheet.totals, sheet.totals.rating
    return [
        *_top(sheet),
        key(sheet),
        *(each for part in sheet.parts for each in (line(part.heading), row(part.empty), *_rows(sheet, part.rows))),
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
        *_end(sheet.head),
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
            rows.append(row(one.number, f"{one.task}{period}", "".join(one.citation_lines), one.instead))
    rating = sheet.totals.rating
    return [
        *_top(sheet),
        row(short.states, *definitions, short.reason, short.note),
        row(*short.labels, *marks, short.last_label),
        *rows,
        row(short.sum, f"{'; '.join(counted)}."),
        row(rating.label, rating.words, sheet.totals.rating_note),
        *_end(sheet.head),
    ]


def _top(sheet: Sheet) -> Iterator[Cells]:
    head = sheet.head
    if not head.annex:
        yield row(*left(head))
        yield row(*(one.text for one in head.family.right))
        yield row(head.number, head.symbol, head.date)
    yield row(*named(head))
    for one in (sheet.unit, sheet.kind, sheet.basis):
        yield row(one.label, one.words)


def _rows(sheet: Sheet, rows: tuple[Row, ...]) -> Iterator[Cells]:
    if rows:
        yield row(*sheet.labels)
    states = "".join(state.marked_label for state in sheet.scale.states)
    for one in rows:
        start = (one.number, one.line, "".join(one.citation_lines), one.period)
        filled = (one.entry.result, f"{one.entry.evidence}{one.hint}", one.instead or states, *points(sheet, one))
        yield row(*start, *filled, f"{one.entry.note}{''.join(one.hints)}")


def _end(head: Head) -> Iterator[Cells]:
    words = head.signatures
    yield row(*copies(head))
    yield row(words.preparer, words.preparer_note, words.preparer_name)
    yield row(words.date, words.on_behalf, words.position, words.signed_name)


def differences(pdf: bytes, sheets: Iterable[Sheet], *, short: bool = False) -> Iterator[Difference]:
    """Yield where the words of a PDF, without what every page repeats, are not the cells one after another."""
    cells = [
        (number, place, words, sheet)
        for sheet in sheets
        for number, cells in enumerate(short_wanted(sheet) if short else full_wanted(sheet))
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
        foot = bare((sheet.short.foot if short else sheet.foot) + sheet.kind.words)
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
        wanted += ["☒" if one.entry.state == state else "☐" for one in sheet.rows if one.counts for state in ids]
    for place, (here, there) in enumerate(zip_longest(found, wanted, fillvalue="")):
        if here != there:
            yield Difference(-1, place, here, there)


def _repeated(sheet: Sheet, *, short: bool) -> Iterator[str]:
    """Yield the heads of tables, which stand again on each page."""
    marks = [state.marked_label for state in sheet.scale.states]
    full = (sheet.labels, sheet.log.labels, sheet.remedies.labels)
    for labels in ((*sheet.short.labels, *marks, sheet.short.last_label),) if short else full:
        yield bare("".join(labels))
