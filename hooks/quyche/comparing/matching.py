"""Which old piece became which new one: by identical words, else by number and likeness. Cost grows with the text.

Words that stay the same tell most: a clause put in before others moves them all, and each is found by its words, not by
the number that now belongs to another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from quyche.comparing.pieces import OUTSIDE, Piece
from quyche.vietnamese.letters import WORD

ALIKE_IN_PLACE = 0.3
"""Likeness (0 to 1) from which words at the same number are the same provision, changed."""
ALIKE_ELSEWHERE = 0.6
"""Likeness from which words at another number are the same provision, moved and changed."""
HOME = 0.2
"""How much likeness the same number is worth where two new pieces compete for an old one."""
COMMON = 20
"""Pairs of words in more pieces than this say nothing of where a piece went."""
TRIED = 5

Pair = tuple[str, str]


def match(old: Iterable[Piece], new: Iterable[Piece]) -> dict[str, str]:
    """Return key of an old piece -> key of the new piece that it became, each new piece at most once."""
    olds, news = ({piece.key: piece for piece in pieces} for pieces in (old, new))
    found = {key: key for key in OUTSIDE if key in olds and key in news} | _identical(olds, news)
    taken = set(found.values())
    left = {key: _pairs(piece.words) for key, piece in olds.items() if key not in found and piece.place}
    free = {key: _pairs(piece.words) for key, piece in news.items() if key not in taken and piece.place}
    for _, before, after in sorted(_candidates(left, free), key=lambda candidate: -candidate[0]):
        if before not in found and after not in taken:
            found[before] = after
            taken.add(after)
    return found


def _identical(olds: dict[str, Piece], news: dict[str, Piece]) -> dict[str, str]:
    """Pair what has the same words: at the same number first, then in order."""
    found = {key: key for key, piece in olds.items() if key in news and news[key].words == piece.words}
    waiting: dict[str, list[str]] = defaultdict(list)
    for key, piece in news.items():
        if key not in found and piece.place:
            waiting[piece.words].append(key)
    for key, piece in olds.items():
        if key not in found and piece.place and waiting[piece.words]:
            found[key] = waiting[piece.words].pop(0)
    return found


def _candidates(left: dict[str, Counter[Pair]], free: dict[str, Counter[Pair]]) -> Iterator[tuple[float, str, str]]:
    """Yield (likeness, old key, new key) of what may belong together."""
    holders: dict[Pair, list[str]] = defaultdict(list)
    for key, pairs in free.items():
        for pair in pairs:
            holders[pair].append(key)
    for key, pairs in left.items():
        shared: Counter[str] = Counter()
        for pair in pairs:
            if len(holders.get(pair, ())) <= COMMON:
                shared.update(holders.get(pair, ()))
        likely = dict.fromkeys((*([key] if key in free else []), *(name for name, _ in shared.most_common(TRIED))))
        for other in likely:
            alike = likeness(pairs, free[other])
            if other == key and alike >= ALIKE_IN_PLACE:
                yield alike + HOME, key, other
            elif other != key and alike >= ALIKE_ELSEWHERE:
                yield alike, key, other


def likeness(one: Counter[Pair], other: Counter[Pair]) -> float:
    """Return how much two pieces have in common, 0 to 1: Dice's measure over pairs of neighbouring words."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _pairs(words: str) -> Counter[Pair]:
    """Return the pairs of neighbouring words, with the edges as words, in small letters."""
    found = ["", *(found[0].lower() for found in WORD.finditer(words)), ""]
    return Counter(pairwise(found))
