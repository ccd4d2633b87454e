"""How a duty's words stand in their provision: what governs them, what limits them, how a line shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from quyche.regulation.model import Duty

LEFT_OUT = " … "
"""Stands in words of the data for words of the text that are left out."""
ENDS = (".", ":", "!", "?")
"""Behind these, letters begin a sentence or a stretch that its colon only announces."""


@dataclass(frozen=True)
class Cut:
    """The quote of a duty as a line shows it, where no words stand around it.

    ``lead`` are the words that govern it, in brackets; only "…" where it begins inside a sentence and none do; empty
    where it begins one. ``tail`` are the words behind it that limit it, in brackets, or empty.
    """

    lead: str
    quote: str
    tail: str

    @property
    def line(self) -> str:
        """The whole line: ``[Giúp Ban Quản thư …] kiểm kê kho sách``."""
        return " ".join(part for part in (self.lead, self.quote, self.tail) if part)


def cut(text: str, start: int, duty: Duty, announced: str = "") -> Cut:
    """Return how ``duty``, whose quote begins at letter ``start`` of ``text``, is shown; its words must stand there.

    ``announced`` are the words, ending in a colon, under which the whole provision stands as one point of several.
    """
    end = start + len(duty.quote)
    return Cut(_lead(text, start, duty, announced), duty.quote, _tail(text, end, duty))


def begins_inside(text: str, start: int) -> bool:
    """Tell whether letter ``start`` of ``text`` stands inside a sentence."""
    before = text[:start].rstrip()
    return bool(before) and not before.endswith(ENDS)


def governing_end(text: str, start: int, words: str) -> int | None:
    """Return the letter behind ``words``, the nearest before letter ``start`` of ``text``; ``None``: not there."""
    end, cursor = None, start
    for part in reversed(words.split(LEFT_OUT)):
        cursor = text.rfind(part, 0, cursor)
        if cursor < 0:
            return None
        end = cursor + len(part) if end is None else end
    return end


def limiting_start(text: str, end: int, words: str) -> int | None:
    """Return the letter at which ``words``, the nearest behind letter ``end`` of ``text``, begin; ``None``: none do."""
    found = [*_forward(text, end, words.split(LEFT_OUT))]
    return None if -1 in found else found[0]


def _forward(text: str, cursor: int, parts: list[str]) -> Iterator[int]:
    for part in parts:
        found = text.find(part, cursor)
        yield found
        cursor = found + len(part)


def _lead(text: str, start: int, duty: Duty, announced: str) -> str:
    end = governing_end(text, start, duty.under) if duty.under else 0
    joined = end is not None and not text[end:start].strip()
    words = [part for part in (announced, duty.under, "" if joined or not begins_inside(text, start) else "…") if part]
    return f"[{' '.join(words)}]" if words not in ([], ["…"]) else "".join(words)


def _tail(text: str, end: int, duty: Duty) -> str:
    if duty.limits is None:
        return ""
    start = limiting_start(text, end, duty.limits)
    joined = start is not None and not text[end:start].strip()
    return f"[{duty.limits}]" if joined else f"[… {duty.limits}]"
