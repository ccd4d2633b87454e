"""How long words are in Times New Roman, how high the row that holds them: Excel does not say, so lines are counted."""

import math
import unicodedata
from typing import Final

from quyche.beside import beside

WIDTHS: Final[dict[str, int]] = {
    letter: width for width, letters in beside(__file__, "fitting.yaml").items() for letter in letters
}
TALLEST = 409
"""The highest row that Excel allows, in points."""
DIGIT = 8
"""Pixels of a digit in the workbook's font, Times New Roman 12: the unit of column widths."""
LINE = 15.75 / 12
"""Height of a line as a share of the letters' size."""
SLACK = 1.04
"""Excel on a screen rounds every letter up to whole pixels."""
PADDING = 6


def ems(text: str) -> float:
    """Return the length of ``text`` in ems."""
    letters = unicodedata.normalize("NFD", text)
    return sum(WIDTHS.get(letter, 0 if unicodedata.combining(letter) else 1000) for letter in letters) / 1000


def lines(text: str, width: float, size: float) -> int:
    """Return how many lines ``text`` takes in a column of ``width`` digits (one indent), letters of ``size`` points."""
    room = (width * DIGIT - 12) * 0.75 / size / SLACK
    return sum(_paragraph_lines(paragraph, room) for paragraph in text.split("\n"))


def _paragraph_lines(paragraph: str, room: float) -> int:
    space, used, count = ems(" "), 0.0, 1
    for word in paragraph.split(" "):
        length = ems(word)
        if used and used + space + length > room:
            count, used = count + 1, 0.0
        used += length + (space if used else 0)
        if used > room:  # a word longer than the line is cut by Excel
            more = math.ceil(used / room) - 1
            count, used = count + more, used - more * room
    return count


def height(text: str, width: float, size: float) -> float:
    """Return the height in points of a cell that holds ``text``."""
    return lines(text, width, size) * size * LINE + PADDING
