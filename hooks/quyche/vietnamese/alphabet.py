"""The order of Vietnamese dictionaries, and words compared without regard to where the tone mark is placed.

The order is that of the Vietnam Lexicography Centre (Vũ Xuân Lương, “Quy tắc sắp xếp ABC”): letters a ă â b c d đ e ê
…, tones ngang, huyền, hỏi, ngã, sắc, nặng; syllable by syllable, in each the letters first and then the tone; of words
that differ in nothing else, the one in small letters first. Unicode's CLDR orders letters and tones of ``vi`` likewise.
"""

import unicodedata
from typing import TypeAlias

from quyche.vietnamese.letters import nfc, words

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Combining marks in order: huyền, hỏi, ngã, sắc, nặng. A syllable without one (ngang) comes before."""

Syllable: TypeAlias = tuple[tuple[int, ...], int]
OrderKey: TypeAlias = tuple[tuple[Syllable, ...], str]


def toneless(word: str) -> tuple[str, str]:
    """Return ``word`` in small letters without its tone, and the tone's mark (``""`` for none): ``Uỷ`` -> (uy, hỏi)."""
    tone, letters = "", []
    for letter in unicodedata.normalize("NFD", word.lower()):
        if letter in TONES:
            tone = letter
        else:
            letters.append(letter)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def spelling(word: str) -> str:
    """Return ``word`` in small letters with its tone behind: alike for ``uỷ`` and ``ủy``, not for ``uy``."""
    return "".join(toneless(word))


def alphabetical(text: str) -> OrderKey:
    """Return the key by which ``text`` stands in Vietnamese dictionary order."""
    return tuple(_syllable(word) for word in words(nfc(text))), text.swapcase()


def initial(text: str) -> str:
    """Return the capital letter under which ``text`` stands in a dictionary: ``ấp`` -> ``Â``; ``""`` for no letter."""
    found = words(nfc(text))
    letter = toneless(found[0])[0][:1] if found else ""
    return letter.upper() if letter in LETTERS else ""


def _syllable(word: str) -> Syllable:
    letters, tone = toneless(word)
    return tuple(_rank(letter) for letter in letters), TONES.find(tone) + 1 if tone else 0


def _rank(letter: str) -> int:
    """Figures and signs stand before letters, letters of other alphabets behind."""
    place = LETTERS.find(letter)
    if place >= 0:
        return 1000 + place
    return ord(letter) if ord(letter) < 1000 else 2000 + ord(letter)  # noqa: PLR2004 -- the border above
