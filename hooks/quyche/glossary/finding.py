"""Find terms in words: whole words only, the longest first, blind to case and to where tone marks are placed.

The forms of all terms stand in one tree of words, so the cost is that of reading the text once, however many terms.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from quyche.glossary.model import Term
from quyche.vietnamese.alphabet import spelling

TOKEN = re.compile(r"\w+|[^\w\s]")
SAME = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}


@dataclass(frozen=True)
class Use:
    """A term's words in a text: letters ``start`` to ``end``."""

    start: int
    end: int
    term: str


@dataclass
class _Node:
    """A word in the tree: what may follow it, and the terms whose form ends here; ``blocks`` if a longer word does."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    terms: list[tuple[Term, str]] = field(default_factory=list)
    blocks: bool = False


class Finder:
    """Finds the terms of one glossary."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Lay the forms of ``terms``, and the longer words that are none of them, into a tree."""
        self._root = _Node()
        for term in terms:
            for form in term.spellings:
                self._leaf(form).terms.append((term, form))
            for longer in term.not_in:
                self._leaf(longer).blocks = True

    def uses(self, text: str, around: Iterable[str] = ()) -> Iterator[Use]:
        """Yield the uses in ``text`` from left to right, none inside another.

        ``around`` are the ids of the provision that the text is and of those that hold it: a term that has its meaning
        only within certain provisions is found only there.
        """
        places = frozenset(around)
        tokens = [(_key(found[0]), found.start(), found.end()) for found in TOKEN.finditer(text)]
        at = 0
        while at < len(tokens):
            length, term = self._longest(tokens, at, text, places)
            if term is not None:
                yield Use(tokens[at][1], tokens[at + length - 1][2], term)
            at += max(length, 1)

    def _longest(
        self, tokens: list[tuple[str, int, int]], at: int, text: str, places: frozenset[str]
    ) -> tuple[int, str | None]:
        """Return how many tokens from ``at`` are one word, and the id of its term; ``None`` where it is no term."""
        node, length, term = self._root, 0, None
        for last in range(at, len(tokens)):
            following = node.following.get(tokens[last][0])
            if following is None:
                break
            node = following
            written = text[tokens[at][1] : tokens[last][2]]
            meant = next((found.id for found, form in node.terms if _means(found, form, written, places)), None)
            if meant or node.blocks:
                length, term = last - at + 1, meant
        return length, term

    def _leaf(self, form: str) -> _Node:
        node = self._root
        for token in TOKEN.findall(form):
            node = node.following.setdefault(_key(token), _Node())
        return node


def flat(text: str) -> str:
    """Return ``text`` as it is compared: a space around each token, so that whole words can be looked for in it."""
    return f" {' '.join(map(_key, TOKEN.findall(text)))} "


def _means(term: Term, form: str, written: str, places: frozenset[str]) -> bool:
    return (not term.within or not places.isdisjoint(term.within)) and (not term.match_case or written == form)


@cache
def _key(token: str) -> str:
    return SAME.get(token) or spelling(token)
