"""How long words are in Times New Roman: for rules below words, and for rows that must be high enough."""

import unicodedata
from itertools import chain

WIDTHS = {
    180: "'",
    200: "|",
    250: " ,.\u00a0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxy–đ",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
"""Widths of the letters in thousandths of the size; marks above and below add nothing."""
LETTERS = dict(chain.from_iterable(((letter, width) for letter in letters) for width, letters in WIDTHS.items()))
HORN = "\u031b"
HORN_WIDTH = 42


def ems(text: str) -> float:
    """Return the length of ``text`` in ems of Times New Roman."""
    return sum(map(_letter, unicodedata.normalize("NFD", text))) / 1000


def _letter(letter: str) -> int:
    width = LETTERS.get(letter)
    if width is not None:
        return width
    if letter == HORN:
        return HORN_WIDTH
    return 0 if unicodedata.combining(letter) else 1000
