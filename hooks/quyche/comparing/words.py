"""What changed inside a piece, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+|[^\w\s]")
FEWEST = 2
"""So many words must stay together to be told apart from changes on both sides; fewer make confetti."""


@dataclass(frozen=True)
class Step:
    """A stretch that stayed (``same``), or was replaced. All ``old`` joined are the old words, all ``new`` the new."""

    same: bool
    old: str
    new: str


def compare_words(old: str, new: str) -> tuple[Step, ...]:
    """Return the steps that lead from ``old`` to ``new``, letter for letter, cut at words and signs."""
    before, after = (list(TOKEN.finditer(words)) for words in (old, new))
    matcher = SequenceMatcher(None, [match[0] for match in before], [match[0] for match in after], autojunk=False)
    cuts = [
        Step(tag == "equal", _stretch(old, before, a1, a2), _stretch(new, after, b1, b2))
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
    ]
    return tuple(_joined(cuts)) or (Step(same=True, old=old, new=new),)


def _stretch(words: str, tokens: list[re.Match[str]], start: int, end: int) -> str:
    """Return the tokens from ``start`` to before ``end`` with the space before each; the last takes what follows."""
    first = tokens[start - 1].end() if start else 0
    last = len(words) if end == len(tokens) else tokens[end - 1].end() if end else 0
    return words[first:last] if end > start else ""


def _joined(steps: list[Step]) -> Iterator[Step]:
    """Yield ``steps`` with changes joined over stretches of too few words."""
    change: list[Step] = []
    for number, step in enumerate(steps):
        inside = 0 < number < len(steps) - 1
        few = inside and len(re.findall(r"\w+", step.new)) < FEWEST
        if not step.same or (few and change):
            change.append(step)
            continue
        yield from _change(change)
        change = []
        yield step
    yield from _change(change)


def _change(steps: list[Step]) -> Iterator[Step]:
    if steps:
        yield Step(same=False, old="".join(step.old for step in steps), new="".join(step.new for step in steps))
