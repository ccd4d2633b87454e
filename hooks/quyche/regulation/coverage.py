"""Which words of a provision are in which duty or waiver: coverage by the word."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quyche.regulation.model import Duty, Waiver
from quyche.vietnamese.letters import WORD


@dataclass(frozen=True)
class Stretch:
    """The words of a provision from letter ``start`` to letter ``end``, and the duty or waiver that quotes them."""

    start: int
    end: int
    entry: Duty | Waiver


@dataclass(frozen=True)
class Coverage:
    """How the words of a text are divided. ``lost`` are words in no entry; ``strange`` the entries not found in it."""

    stretches: tuple[Stretch, ...]
    lost: tuple[str, ...]
    strange: tuple[Duty | Waiver, ...]
    total: int

    @property
    def covered(self) -> int:
        """How many words stand in a duty or waiver."""
        return self.total - len(self.lost)


def divide(text: str, duties: Iterable[Duty], waivers: Iterable[Waiver]) -> Coverage:
    """Return how ``duties`` and ``waivers``, each in their order, divide the words of ``text``.

    A quote is looked for after the quote before it in its own list and outside words already taken, so a phrase that
    occurs twice is found at its own place. An entry whose quote is not there is ``strange``.
    """
    stretches: list[Stretch] = []
    strange: list[Duty | Waiver] = []
    for entries in (duties, waivers):
        cursor = 0
        for entry in entries:
            quote = text if entry.quote is None else entry.quote
            start = _free_place(text, quote, cursor, stretches)
            if start is None:
                strange.append(entry)
                continue
            cursor = start + len(quote)
            stretches.append(Stretch(start, cursor, entry))
    stretches.sort(key=lambda stretch: stretch.start)
    lost = tuple(_words_outside(text, stretches))
    return Coverage(tuple(stretches), lost, tuple(strange), sum(1 for _ in WORD.finditer(text)))


def _free_place(text: str, quote: str, cursor: int, taken: list[Stretch]) -> int | None:
    start = text.find(quote, cursor)
    while start >= 0:
        end = start + len(quote)
        blocking = [stretch.end for stretch in taken if stretch.start < end and start < stretch.end]
        if not blocking:
            return start
        start = text.find(quote, max(blocking))
    return None


def _words_outside(text: str, stretches: list[Stretch]) -> Iterator[str]:
    rest = iter(stretches)
    stretch = next(rest, None)
    for word in WORD.finditer(text):
        while stretch is not None and stretch.end < word.end():
            stretch = next(rest, None)
        if stretch is None or word.start() < stretch.start:
            yield word.group()
