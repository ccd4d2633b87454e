"""The repairs that lead from the raw source to the paragraphs of the text, worked out from where each letter stands."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from quyche.importer.passage import INSERTED, Passage
from quyche.regulation.model import Repair

NEXT_WORD = re.compile(r"\s*\S*")


@dataclass(frozen=True)
class Edit:
    """The letters of the source from ``start`` to ``end`` give way to ``after``."""

    start: int
    end: int
    after: str


def edits(raw: str, paragraphs: Iterable[Passage]) -> Iterator[Edit]:
    """Yield what must change in ``raw`` so that its paragraphs are ``paragraphs``, in order.

    White space counts as the text's fidelity to its source counts it: a line break, a space, or nothing.
    """
    cursor, pending, begun = 0, "", False
    for number, paragraph in enumerate(paragraphs):
        pending += "\n\n" if number else ""
        for letter, place in zip(paragraph.text, paragraph.at, strict=True):
            if place == INSERTED or letter.isspace():
                pending += letter
                continue
            if place != cursor or pending:
                gone = raw[cursor:place]
                if (_gap(gone) != _gap(pending)) if begun else gone.strip():
                    yield Edit(cursor, place, pending)
            cursor, pending, begun = place + 1, "", True
    if raw[cursor:].strip():
        yield Edit(cursor, len(raw), "")


def _gap(letters: str) -> str:
    if letters.strip():
        return letters
    return "\n" if "\n" in letters else letters[:1] and " "


def repairs(raw: str, paragraphs: Iterable[Passage]) -> tuple[Repair, ...]:
    """Return the edits as logged repairs: each with words around it, so that it stands exactly once in ``raw``."""
    groups: list[list[Edit]] = []
    bounds: list[tuple[int, int]] = []
    for edit in edits(raw, paragraphs):
        start, end = _unique(raw, edit.start, edit.end)
        group = [edit]
        while bounds and start < bounds[-1][1]:
            before = bounds.pop()
            group = groups.pop() + group
            start, end = _unique(raw, min(before[0], start), max(before[1], end))
        groups.append(group)
        bounds.append((start, end))
    lines = list(accumulate((len(line) + 1 for line in raw.split("\n")), initial=0))
    return tuple(
        Repair(
            line=bisect_right(lines, start),
            before=raw[start:end],
            after=_applied(raw, start, end, group),
            reason=" ".join(dict.fromkeys(_reason(raw[edit.start : edit.end], edit.after) for edit in group)),
        )
        for (start, end), group in zip(bounds, groups, strict=True)
    )


def _unique(raw: str, start: int, end: int) -> tuple[int, int]:
    """Widen the stretch by whole words until it stands once in ``raw``."""
    step = 1
    while True:
        for _ in range(step):
            start = _word_start(raw, start)
            end = NEXT_WORD.match(raw, end).end()  # type: ignore[union-attr] # it matches anywhere
        stretch = raw[start:end]
        first = raw.find(stretch)
        if first == start and raw.find(stretch, start + 1) < 0:
            return start, end
        step *= 2


def _word_start(raw: str, place: int) -> int:
    while place > 0 and raw[place - 1].isspace():
        place -= 1
    while place > 0 and not raw[place - 1].isspace():
        place -= 1
    return place


def _applied(raw: str, start: int, end: int, group: list[Edit]) -> str:
    parts, cursor = [], start
    for edit in group:
        parts += [raw[cursor : edit.start], edit.after]
        cursor = edit.end
    return "".join(parts) + raw[cursor:end]


def _reason(gone: str, after: str) -> str:
    """Return why: told from what goes and what comes."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in gone).split())
    hidden = [f"U+{ord(letter):04X}" for letter in gone if not (letter.isprintable() or letter.isspace())]
    if any(letter.isalnum() for letter in words):
        return f"Bỏ số trang “{words}”."
    if hidden and not words:
        return f"Bỏ ký tự ẩn {hidden[0]}."
    if words:
        splits = "\n" in after and "\n" not in gone
        return "Tách dòng, bỏ dấu của bản nguồn." if splits else "Bỏ dấu định dạng, nét kẻ của bản nguồn."
    if "\n" in gone:
        return "Nối câu, tên bị ngắt dòng."
    return "Tách dòng bị dính." if "\n" in after else "Tách chữ dính vào số."
