"""The bodies that a text names, with every spelling found: proposals for a person to confirm."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from quyche.importer.drafting.duties import draft_duties
from quyche.importer.drafting.wordlists import BLOCKS, HEADS, POSTS, TAILS, WHOLE
from quyche.importer.grammar import FOLLOWED
from quyche.regulation.index import Index
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import Block
from quyche.vietnamese.letters import fold, slug

SIGNS = ".,;:()“”\"'"
FEWEST = 2
"""A name that the text says once, and not in a title, is not proposed."""
MOST = 40


AGREE = 0.3
"""A small syllable belongs to the capital one before it (“Thanh tra”) if it follows it in this share of the text."""
WORD = re.compile(r"\w+")

Pairs = dict[str, Counter[str]]


def draft_bodies(index: Index) -> tuple[Body, ...]:
    """Return the bodies named in the articles of ``index``, most often named first, each a draft with a page.

    Those that a sentence seems to give something to do have a checklist too.
    """
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    titled: set[str] = set()
    pairs = _pairs(index)
    for place in index.places:
        if place.article is None:
            continue
        for words in (place.provision.heading, place.provision.text):
            for name in _names(words or "", pairs):
                if name.isupper() or len(name.split()) == 1:
                    continue
                spellings[slug(name)][name] += 1
                if words == place.provision.heading:
                    titled.add(slug(name))
    ranked = sorted(spellings, key=lambda name: -sum(spellings[name].values()))
    kept = [name for name in ranked if name in titled or sum(spellings[name].values()) >= FEWEST][:MOST]
    bodies = tuple(_body(name, spellings[name]) for name in kept)
    duties = draft_duties(Index(index.regulation.model_copy(update={"bodies": bodies})))
    acting = {name for duty in duties for name in duty.by}
    return tuple(body.model_copy(update={"checklist": body.id in acting}) for body in bodies)


def _pairs(index: Index) -> Pairs:
    """Return capital syllable, alone and with the one before it -> how often each other one follows."""
    found: Pairs = defaultdict(Counter)
    for place in index.places:
        words = (place.provision.text or "").split()
        for before, word, following in zip(["", *words], words, words[1:], strict=False):
            if word[0].isupper() and word.isalpha():
                for key in (word, f"{before} {word}"):
                    found[key][following.strip(SIGNS)] += 1
    return found


def _names(words: str, pairs: Pairs) -> Iterator[str]:
    """Yield the names in ``words``: a head, then capitals, the small syllables that go with them, and tails."""
    tokens = [(found[0], *found.span()) for found in WORD.finditer(words)]
    number = 0
    while number < len(tokens):
        end = _end_of_name(words, tokens, number, pairs)
        if end > number:
            yield words[tokens[number][1] : tokens[end - 1][2]]
        number = max(end, number + 1)


def _end_of_name(words: str, tokens: list[tuple[str, int, int]], number: int, pairs: Pairs) -> int:
    """Return the token after the name that begins at ``number``; ``number`` where none does."""

    def opens(group: tuple[str, ...], place: int) -> int:
        rest = words[tokens[place][1] :]
        sizes = [len(one.split()) for one in group if re.match(rf"{one}(?!\w)", rest)]
        return max(sizes, default=0)

    whole = opens(WHOLE, number)
    place = number + (whole or opens(HEADS, number))
    first = place
    while number < place < len(tokens) and words[tokens[place - 1][2] : tokens[place][1]] == " ":
        word, before = tokens[place][0], tokens[place - 1][0]
        if word[0].isupper():
            place += 1
        elif tail := opens(TAILS, place):
            place += tail
        elif (
            before[0].isupper()
            and place > first
            and _belongs((before, f"{tokens[place - 2][0]} {before}"), word, pairs)
        ):
            place += 1
        else:
            break
    return place if place > first or whole else number


def _belongs(contexts: tuple[str, str], word: str, pairs: Pairs) -> bool:
    shares = [pairs[context][word] / max(1, pairs[context].total()) for context in contexts]
    return word not in FOLLOWED and max(shares) >= AGREE


def _body(name: str, spellings: Counter[str]) -> Body:
    usual = spellings.most_common(1)[0][0]
    return Body(id=name, name=usual, block=_block(usual), page=True, spellings=tuple(spellings), draft=True)


def _block(name: str) -> Block:
    folded = fold(name)
    if folded.startswith(POSTS):
        return Block.PEOPLE
    return next((block for block, words in BLOCKS if any(word in folded for word in words)), Block.STATE)
