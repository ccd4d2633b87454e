"""Periodic and event-bound duties, by period. A day that the text names stands in its words, with the duty."""

from dataclasses import dataclass

from quyche.regulation.index import Index
from quyche.regulation.model import Duty
from quyche.regulation.vocabulary import Period

CYCLES = {
    Period.DAY: tuple(range(1, 13)),
    Period.WEEK: tuple(range(1, 13)),
    Period.MONTH: tuple(range(1, 13)),
    Period.QUARTER: (3, 6, 9, 12),
    Period.HALF_YEAR: (6,),
    Period.NINE_MONTHS: (9,),
    Period.YEAR: (12,),
}
"""The months at whose end a cycle closes. That is arithmetic, and no day on which to report."""


@dataclass(frozen=True)
class PeriodDuties:
    """All duties of one period, in reading order."""

    period: Period
    duties: tuple[Duty, ...]


def by_period(index: Index) -> tuple[PeriodDuties, ...]:
    """Return the duties of each period that occurs, in the order of the closed list."""
    rows = (
        PeriodDuties(period, tuple(duty for duty in index.regulation.duties if period in duty.period))
        for period in Period
    )
    return tuple(row for row in rows if row.duties)
