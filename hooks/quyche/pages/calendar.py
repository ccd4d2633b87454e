"""The calendar: which duties fall due in which period, and for whom. No day that the text does not name."""

from dataclasses import dataclass

from quyche.addresses import CALENDAR
from quyche.duties.calendar import CYCLES, PeriodDuties, by_period
from quyche.notes import Notes
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import Period
from quyche.vietnamese.numerals import to_roman

MONTHS = range(1, 13)
SIGNS = {
    Period.DAY: "Ngày",
    Period.WEEK: "Tuần",
    Period.MONTH: "T{month}",
    Period.QUARTER: "{quarter}",
    Period.HALF_YEAR: "6T",
    Period.NINE_MONTHS: "9T",
    Period.YEAR: "Năm",
}


@dataclass(frozen=True)
class Tick:
    """A mark in the table of the year: the end of a cycle; ``big`` for the longer cycles."""

    words: str
    big: bool


def calendar_page(renderer: Renderer, notes: Notes) -> Page:
    """Return the page with the periodic duties."""
    periods = by_period(renderer.duties.index)
    cycles = tuple(row for row in periods if row.period in CYCLES)
    others = tuple(row for row in periods if row.period not in CYCLES)
    return renderer.page(
        "calendar",
        CALENDAR,
        columns=Columns.NONE,
        cycles=cycles,
        notes=tuple(note for article in notes.articles for note in article.notes if note.calendar),
        backings=notes.backings,
        others=others,
        year=[(month, [_tick(row.period, month) for row in cycles]) for month in MONTHS],
        by_body=_by_body(renderer, periods),
    )


def _tick(period: Period, month: int) -> Tick | None:
    words = SIGNS[period].format(month=month, quarter=to_roman(month // 3))
    return Tick(words, big=len(CYCLES[period]) == 1) if month in CYCLES[period] else None


def _by_body(renderer: Renderer, periods: tuple[PeriodDuties, ...]) -> list[tuple[Body, list[tuple[Period, int]]]]:
    counts = []
    for found in renderer.duties.of.values():
        own = {assignment.duty.id for assignment in found.assignments}
        row = [(p.period, sum(1 for duty in p.duties if duty.id in own)) for p in periods]
        if any(count for _, count in row):
            counts.append((found.body, row))
    return counts
