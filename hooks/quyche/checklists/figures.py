"""Work out the figures of a filled sheet, as ``docs/assets/js/record/figures.js`` does for the page and the roll-up.

Blank is neither “no” nor “not applicable”. A share is done : (answered and applicable). While lines are blank it is
provisional, and lies between the lowest (every blank line not done) and the highest (every blank line done). Both
languages are held by ``tests/vectors/figures.json``.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quyche.checklists.setup import Scale

NO_SHARE = "–"


@dataclass(frozen=True)
class Tally:
    """How many lines there are, how many are blank, how many have each answer of the scale (by its id)."""

    lines: int
    blank: int
    done: int
    excluded: int
    states: Mapping[str, int]

    @property
    def answered(self) -> int:
        """Lines with an answer."""
        return self.lines - self.blank

    @property
    def applicable(self) -> int:
        """Lines with an answer that counts in the share."""
        return self.answered - self.excluded

    @property
    def share(self) -> float | None:
        """Done among the applicable, from 0 to 1; ``None`` where there are none."""
        return self.done / self.applicable if self.applicable else None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The lowest and the highest share that the blank lines leave open."""
        whole = self.applicable + self.blank
        return (self.done / whole, (self.done + self.blank) / whole) if whole else (None, None)


def tally(states: Iterable[str], scale: Scale) -> Tally:
    """Return the figures of lines with these answers; what is not on the scale is blank."""
    found = list(states)
    counts = {state.id: found.count(state.id) for state in scale.states}
    return Tally(
        lines=len(found),
        blank=len(found) - sum(counts.values()),
        done=sum(counts[state.id] for state in scale.states if state.counts_as_done and not state.excluded),
        excluded=sum(counts[state.id] for state in scale.states if state.excluded),
        states=counts,
    )


def percent(share: float | None) -> str:
    """Return a share as officials write it: “66,7%”, halves upwards as in Excel; a dash where there is none."""
    if share is None:
        return NO_SHARE
    tenths = math.floor(share * 1000 + 1e-9 + 0.5)  # 9/80 is 11,25% in numbers, a little less in the machine
    return f"{tenths / 10:.1f}".replace(".", ",").replace(",0", "") + "%"
