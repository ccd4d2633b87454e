"""Words that know where in the source each letter stands: whatever is cut, joined or left out can be proved later."""

from dataclasses import dataclass

INSERTED = -1


@dataclass(frozen=True)
class Passage:
    """A stretch of the source: ``at`` holds the offset of each letter of ``text`` in the source, or ``INSERTED``."""

    text: str
    at: tuple[int, ...]

    def cut(self, start: int, end: int | None = None) -> "Passage":
        """Return the letters from ``start`` to ``end``, without space at either end."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return Passage(words.strip(), self.at[start : start + len(words.strip())])

    def without(self, spans: list[tuple[int, int]]) -> "Passage":
        """Return the passage without the letters in ``spans`` (start, end), in order, without space at either end."""
        if not spans:
            return self
        kept: list[int] = []
        cursor = 0
        for start, end in spans:
            kept += range(cursor, max(cursor, start))
            cursor = max(cursor, end)
        kept += range(cursor, len(self.text))
        return Passage("".join(self.text[n] for n in kept), tuple(self.at[n] for n in kept)).cut(0)

    def joined(self, other: "Passage") -> "Passage":
        """Return this passage, a space and ``other``; either alone where one of them is empty."""
        if not self.text or not other.text:
            return self if self.text else other
        return Passage(f"{self.text} {other.text}", (*self.at, INSERTED, *other.at))

    @property
    def words(self) -> str:
        """The text with each run of white space as one space."""
        return " ".join(self.text.split())

    @property
    def start(self) -> int:
        """Where the first letter stands in the source."""
        return next((place for place in self.at if place != INSERTED), 0)


@dataclass(frozen=True)
class Line:
    """A line of the source after cleaning. ``number`` counts from 1; ``apart`` tells that a blank line is before it.

    ``length`` is that of the line as it came, for telling texts whose lines were broken at a width.
    """

    passage: Passage
    number: int
    apart: bool
    length: int

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.passage.text
