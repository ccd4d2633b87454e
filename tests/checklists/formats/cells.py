"""What all formats print, as rows of cells, and how found cells are compared with wanted ones.

Cells are compared without white space, for lines break anywhere, and without what is drawn to be written on (dots,
empty boxes). Empty cells keep their place, but for those at the end of a row.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from quyche.checklists.sheet import Head, Heading, Row, Sheet

Cells = tuple[str, ...]
Rows = list[Cells]


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


def question(of: Row) -> str:
    """Return what a workbook asks beside a line; nothing where another line answers."""
    return of.question if of.same is None else ""


def points(sheet: Sheet, of: Row, *reviewer: str) -> tuple[object, ...]:
    return (of.points, of.entry.points, *reviewer) if sheet.points else ()


def occasions(sheet: Sheet, told: int = 0) -> Iterator[Cells]:
    """Yield the rows of the log; the task stands with the occasion number ``told``, where it is written or drawn."""
    for task in sheet.log.tasks:
        words = " ".join((task.citation, task.task, *task.told))
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
