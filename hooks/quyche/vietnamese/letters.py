"""Letters and words: Unicode normal forms, folding for matching, slugs."""

import re
import unicodedata

WORD = re.compile(r"\w+")


def is_nfc(text: str) -> bool:
    """Tell whether ``text`` is in Unicode normal form C (one code point a letter, as the source is)."""
    return unicodedata.is_normalized("NFC", text)


def nfc(text: str) -> str:
    """Return ``text`` in Unicode normal form C."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> list[str]:
    """Return the words of ``text`` in order, without punctuation or spaces."""
    return WORD.findall(text)


def fold(text: str) -> str:
    """Return ``text`` in lower case without marks and with ``đ`` as ``d``: for matching, never for display.

    Folding also makes old and new tone placement alike: ``uỷ`` and ``ủy`` both become ``uy``.
    """
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("đ", "d")


def slug(text: str) -> str:
    """Return ``text`` as an address part: folded, words joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def upper_first(text: str) -> str:
    """Return ``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return ``text`` with a small first letter."""
    return text[:1].lower() + text[1:]


def sentence_case(text: str) -> str:
    """Return a heading written in capitals as a sentence; any other text as it is."""
    return text.capitalize() if text.isupper() else text
