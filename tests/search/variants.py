"""Queries made from the text: random runs of its words in every habit of spelling, the same for the same seed."""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quyche.vietnamese.letters import fold

TONES = {"\u0300": ("f", "2"), "\u0301": ("s", "1"), "\u0303": ("x", "4"), "\u0309": ("r", "3"), "\u0323": ("j", "5")}
LETTERS = {
    "\u0302": {"a": ("aa", "a6"), "e": ("ee", "e6"), "o": ("oo", "o6")},
    "\u0306": {"a": ("aw", "a8")},
    "\u031b": {"o": ("ow", "o7"), "u": ("uw", "u7")},
}
WORD = re.compile(r"[^\W\d_]+")
OLD_PLACE = re.compile(r"(o)([ae])([\u0300\u0301\u0303\u0309\u0323])$|(u)(y)([\u0300\u0301\u0303\u0309\u0323])$")
NEW_PLACE = re.compile(r"(o)([\u0300\u0301\u0303\u0309\u0323])([ae])$|(u)([\u0300\u0301\u0303\u0309\u0323])(y)$")


@dataclass(frozen=True)
class Variant:
    """A query in one ``habit``, and the words of the text that were meant."""

    habit: str
    query: str
    words: str


def variants(texts: Iterable[str], count: int, seed: int) -> Iterator[Variant]:
    """Yield ``count`` queries for each habit, each a run of 2 to 6 words from one of ``texts``."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    sentences = [stretch.split() for text in texts for stretch in re.split(r"[^\w\s]+", text)]
    sentences = [words for words in sentences if len(words) > 1 and all(WORD.fullmatch(word) for word in words)]
    for habit, write in HABITS.items():
        for _ in range(count):
            words = chance.choice(sentences)
            length = min(chance.randint(2, 6), len(words))
            first = chance.randint(0, len(words) - length)
            run = [word.lower() for word in words[first : first + length]]
            yield Variant(habit, " ".join(write(list(run), chance)), " ".join(run))


def _each(write: Callable[[str], str]) -> Callable[[list[str], random.Random], list[str]]:
    return lambda words, _: [write(word) for word in words]


def _one(write: Callable[[str, random.Random], str]) -> Callable[[list[str], random.Random], list[str]]:
    """Change one word, the longest or another that can be changed."""

    def written(words: list[str], chance: random.Random) -> list[str]:
        places = [place for place, word in enumerate(words) if len(word) >= 4]
        if places:
            place = chance.choice(places)
            words[place] = write(words[place], chance)
        return words

    return written


def _some(words: list[str], chance: random.Random) -> list[str]:
    return [word if chance.random() < 0.5 else fold(word) for word in words]


def _wrong_tone(word: str, chance: random.Random) -> str:
    letters = [letter for letter in unicodedata.normalize("NFD", word) if letter not in TONES]
    vowels = [place for place, letter in enumerate(letters) if letter in "aeiouy"]
    if not vowels:
        return word
    place = vowels[-1] + 1
    while place < len(letters) and unicodedata.combining(letters[place]):
        place += 1
    letters.insert(place, chance.choice(list(TONES)))
    return unicodedata.normalize("NFC", "".join(letters))


def _question_tones(word: str) -> str:
    """Write hỏi for ngã and ngã for hỏi."""
    swapped = {"\u0303": "\u0309", "\u0309": "\u0303"}
    return unicodedata.normalize(
        "NFC", "".join(swapped.get(letter, letter) for letter in unicodedata.normalize("NFD", word))
    )


def _old_place(word: str) -> str:
    moved = OLD_PLACE.sub(lambda m: f"{m[1] or m[4]}{m[3] or m[6]}{m[2] or m[5]}", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", moved)


def _new_place(word: str) -> str:
    moved = NEW_PLACE.sub(lambda m: f"{m[1] or m[4]}{m[3] or m[6]}{m[2] or m[5]}", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", moved)


def _short_i(word: str) -> str:
    return re.sub(r"(?<=[hklmst])([yýỳỷỹỵ])$", lambda m: "iíìỉĩị"["yýỳỷỹỵ".index(m[1])], word)


def _slip(word: str, chance: random.Random) -> str:
    """Swap two letters, drop one, or strike a key twice; never at the first letter."""
    place = chance.randint(1, len(word) - 2)
    match chance.randint(0, 2):
        case 0:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case 1:
            return word[:place] + word[place + 1 :]
        case _:
            return word[:place] + word[place] + word[place:]


def _keys(word: str, which: int) -> str:
    """Return the keys that Telex (0) or VNI (1) would turn into ``word``, its tone typed last."""
    typed: list[str] = []
    tone = ""
    for letter in unicodedata.normalize("NFD", word):
        if letter in TONES:
            tone = TONES[letter][which]
        elif letter in LETTERS:
            typed[-1] = LETTERS[letter][typed[-1]][which]
        else:
            typed.append(("dd", "d9")[which] if letter == "đ" else letter)
    return "".join(typed) + tone


HABITS: dict[str, Callable[[list[str], random.Random], list[str]]] = {
    "as written": _each(str),
    "capitals": _each(str.upper),
    "no marks": _each(fold),
    "some marks": _some,
    "NFD": _each(lambda word: unicodedata.normalize("NFD", word)),
    "tone at the old place": _each(_old_place),
    "tone at the new place": _each(_new_place),
    "i for y": _each(_short_i),
    "d for đ": _each(lambda word: word.replace("đ", "d")),
    "hỏi and ngã confused": _each(_question_tones),
    "one wrong tone": _one(_wrong_tone),
    "one slip": _one(_slip),
    "one slip, no marks": lambda words, chance: _one(_slip)([fold(word) for word in words], chance),
    "Telex left over": _each(lambda word: _keys(word, 0)),
    "VNI left over": _each(lambda word: _keys(word, 1)),
}
