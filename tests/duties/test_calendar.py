"""Periods: words of the text, never days."""

from quyche.duties.calendar import CYCLES, by_period
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Period


def test_each_period_has_its_duties_in_order(small: Index) -> None:
    found = {row.period: [duty.id for duty in row.duties] for row in by_period(small)}
    other = {Period.DAY, Period.WEEK, Period.INTERVAL}  # of other texts
    assert list(found) == [period for period in Period if period not in other]
    assert found[Period.QUARTER] == ["d3.k1.1"]
    assert found[Period.HALF_YEAR] == found[Period.YEAR] == found[Period.AS_NEEDED] == ["d3.k3.1", "d3.k3.2"]


def test_periods_that_do_not_occur_are_left_out(ours: Index) -> None:
    rows = by_period(ours)
    used = {period for duty in ours.regulation.duties for period in duty.period}
    assert [row.period for row in rows] == [period for period in Period if period in used]
    assert sum(len(row.duties) for row in rows) == sum(len(set(duty.period)) for duty in ours.regulation.duties)


def test_cycles_close_at_the_ends_of_months() -> None:
    assert CYCLES[Period.QUARTER] == (3, 6, 9, 12)
    assert len(CYCLES[Period.MONTH]) == 12
    assert all(set(months) <= set(range(1, 13)) for months in CYCLES.values())
