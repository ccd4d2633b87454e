"""Which line goes on with the words before it, and which begins something new."""

from quyche.importer.grammar import is_finished, leads_on
from quyche.importer.passage import Line

WIDEST = 120
FEWEST = 8
FULL = 0.75
SHARE = 0.3


def width(lines: list[Line]) -> int | None:
    """Return the width in letters at which a program broke the lines of the text; ``None`` where none did."""
    lengths = [line.length for line in lines]
    longest = max(lengths, default=0)
    full = sum(1 for length in lengths if length >= FULL * longest)
    return longest if len(lines) >= FEWEST and longest <= WIDEST and full >= SHARE * len(lines) else None


def continues(before: str, last: Line, line: Line, wide: int | None) -> bool:
    """Tell whether ``line`` goes on with the words ``before``, whose last line is ``last``."""
    words = line.text
    if words[0] in "-–—+•" or not before:
        return False
    if was_broken(last, line, wide):
        return True
    if is_finished(before):
        return False
    return words[0].islower() or leads_on(before)


def was_broken(last: Line, line: Line, wide: int | None) -> bool:
    """Tell whether ``line`` stands on its own only because the line before it was full."""
    if wide is None or line.apart:
        return False
    return last.length + 1 + len(line.text.split(maxsplit=1)[0]) > wide
