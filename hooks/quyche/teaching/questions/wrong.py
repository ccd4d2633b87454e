"""When a row of the data is surely a wrong option: bodies wear hats, and one period may lie within another."""

from collections.abc import Collection
from typing import TypeAlias

from quyche.duties.calendar import CYCLES
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Period, Role

Bodies: TypeAlias = tuple[str, ...]

OCCASIONS = frozenset({Period.AS_NEEDED, Period.PROMPT, Period.EVENT, Period.AD_HOC})
"""Periods without a cycle that say nearly the same: none is a wrong option for another."""


def related(index: Index, one: str, other: str) -> bool:
    """Tell whether two bodies are the same, one is in the other, some body is in both, or one holds everybody."""
    return index.bodies[one].common or index.bodies[other].common or other in index.related[one]


def leads_in(index: Index, provision: str) -> Bodies:
    """Return the ids of all bodies that lead some duty of ``provision``."""
    duties = index.duties.get(provision, ())
    return tuple(dict.fromkeys(body for duty in duties for body in duty.by if Role.LEAD in duty.roles(body)))


def surely_others(index: Index, right: Bodies, row: Bodies) -> bool:
    """Tell whether the bodies of ``row`` are surely others: none has to do with any of ``right``."""
    return not any(related(index, one, other) for one in right for other in row)


def surely_other_period(right: Collection[Period], row: Collection[Period]) -> bool:
    """Tell whether ``row`` is surely another answer than ``right``: neither lies within the other.

    “Định kỳ” without a cycle is no wrong option where the text names a cycle, and the other way round it is wrong only
    to name a cycle; occasions are too near to one another.
    """
    one, other = set(right), set(row)
    if one <= other or other <= one:
        return False
    if one & OCCASIONS and other & OCCASIONS and not (one & CYCLES.keys() and other & CYCLES.keys()):
        return False
    return not (Period.PERIODIC in other and one & CYCLES.keys())
