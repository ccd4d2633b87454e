"""Two regulations compared provision by provision."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from quyche.comparing.matching import match
from quyche.comparing.pieces import Piece, pieces
from quyche.comparing.words import Step, compare_words
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Labelled


class Status(Labelled):
    """What became of a provision. A moved one may have changed, too."""

    SAME = "same", "giữ nguyên"
    CHANGED = "changed", "sửa"
    MOVED = "moved", "chuyển chỗ"
    NEW = "new", "mới"
    GONE = "gone", "bỏ"


@dataclass(frozen=True)
class Row:
    """One provision at both sides. ``steps`` lead from the old words to the new; empty for what is new or gone."""

    status: Status
    old: Piece | None
    new: Piece | None
    steps: tuple[Step, ...] = ()

    @property
    def reworded(self) -> bool:
        """Whether the words differ."""
        return self.old is None or self.new is None or self.old.words != self.new.words


@dataclass(frozen=True)
class Comparison:
    """``rows`` in the order of the new text; what is gone stands after what was before it."""

    old: Index
    new: Index
    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many rows have each status."""
        found = Counter(row.status for row in self.rows)
        return {status: found[status] for status in Status}


def compare(old: Index, new: Index) -> Comparison:
    """Return the comparison of two regulations."""
    before, after = list(pieces(old)), {piece.key: piece for piece in pieces(new)}
    became = match(before, after.values())
    followers, beginning = _gone_after(before, became)
    came_from = {became[piece.key]: piece for piece in before if piece.key in became}
    rows = [Row(Status.GONE, piece, None) for piece in beginning]
    for key, piece in after.items():
        source = came_from.get(key)
        rows.append(_row(source, piece, became) if source else Row(Status.NEW, None, piece))
        rows += [Row(Status.GONE, gone, None) for gone in followers.get(key, ())]
    return Comparison(old, new, tuple(rows))


def _row(old: Piece, new: Piece, became: Mapping[str, str]) -> Row:
    steps = compare_words(old.words, new.words)
    held = new.holder in (old.holder, became.get(old.holder))  # an article may have gone to another chapter
    if old.key != new.key or not held:
        return Row(Status.MOVED, old, new, steps)
    changed = old.words != new.words or old.number != new.number
    return Row(Status.CHANGED if changed else Status.SAME, old, new, steps)


def _gone_after(before: list[Piece], became: Mapping[str, str]) -> tuple[dict[str, list[Piece]], list[Piece]]:
    """Return key of a new piece -> the old pieces that stood after it and are gone; and those before everything."""
    followers: dict[str, list[Piece]] = {}
    beginning: list[Piece] = []
    last = beginning
    for piece in before:
        if piece.key in became:
            last = followers.setdefault(became[piece.key], [])
        else:
            last.append(piece)
    return followers, beginning


def differing(comparison: Comparison) -> Iterator[Row]:
    """Yield the rows that are not the same at both sides."""
    return (row for row in comparison.rows if row.status is not Status.SAME)
