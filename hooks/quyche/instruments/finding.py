"""Find in any words where they name an instrument: by its number, in whatever form, or by a name of the register.

A number is told from a date or a fraction by the sign of a kind in it. What stands before it (“Quyết định số”, the
beginning of a list) and after it (“, ngày 30/8/2025”) is read along, so that both can be held against the register.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from quyche.instruments.model import SEPARATORS, Instrument, InstrumentKind, Register
from quyche.vietnamese.letters import slug

_BY_YEAR = (InstrumentKind.CODE, InstrumentKind.LAW, InstrumentKind.ORDINANCE, InstrumentKind.DECREE)
"""Kinds whose instruments people call by number and year alone."""
_SIGN = "|".join(sorted({kind.sign for kind in InstrumentKind if kind.sign}, key=len, reverse=True))
_PART = r"[A-Za-zĐđ][\wĐđ]*"
_BETWEEN = rf"[ \xa0]?{SEPARATORS}[ \xa0]?"
NUMBER = re.compile(
    rf"(?<![\w/.-])\d+(?:\.\d+)?(?:{_BETWEEN}\d{{4}})?{_BETWEEN}(?:{_SIGN.replace('Đ', '[ĐD]')})(?!\w)"
    rf"(?:{SEPARATORS}{_PART})*"
)
_SHORT = re.compile(rf"\b(?:{'|'.join(_BY_YEAR)})(?:\s+số)?\s+(?P<number>\d+/\d{{4}})(?![\w/-])")
_KINDS = "|".join(sorted(InstrumentKind, key=len, reverse=True))
_BEFORE = re.compile(rf"(?<!\w)(?P<kind>{_KINDS})(?:\s+số)?:?\s+$", re.IGNORECASE)
_LIST = re.compile(r"\s*(?:,\s*(?:và\s+)?|(?:và|hoặc|hay)\s+)(?:số\s+)?")
_BY = r"(?:\s+của\s+[^,;.:()\d]{2,60}?)?"
_AFTER = re.compile(
    rf"{_BY}(?:,?\s+ngày\s+|\s*\()(?P<day>\d{{1,2}})(?:/|\s+tháng\s+)(?P<month>\d{{1,2}})(?:/|\s+năm\s+)(?P<year>\d{{4}})"
    rf"|{_BY}(?:,?\s+năm\s+|\s*\()(?P<only>\d{{4}})\b"
)


@dataclass(frozen=True)
class Mention:
    """Words that name an instrument: letters ``start`` to ``end`` are its number or name, as ``written``.

    ``kind`` stands before it, in front of it or at the head of its list, ``day`` after it: all of that is ``whole``, on
    one line. ``instrument`` is ``None`` where the register holds none of that number.
    """

    start: int
    end: int
    whole: str
    written: str
    kind: InstrumentKind | None = None
    day: str | None = None
    instrument: Instrument | None = None


@dataclass(frozen=True)
class Mentions:
    """Finds what any words name of one register."""

    register: Register

    def found(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in ``text``, which is in Unicode normal form C, from left to right."""
        yield from sorted(chain(self._numbers(text), self._names(text)), key=lambda mention: mention.start)

    def _numbers(self, text: str) -> Iterator[Mention]:
        kind, begins, listed = None, 0, -1
        spans = [found.span() for found in NUMBER.finditer(text)]
        spans += [found.span("number") for found in _SHORT.finditer(text)]
        for start, end in sorted(spans):
            before = _BEFORE.search(text, max(listed, start - _REACH, 0), start)
            follows = listed >= 0 and _LIST.fullmatch(text, listed, start)
            if before:
                kind, begins = _kind(before["kind"]), before.start()
            elif not follows:
                kind, begins = None, start
            after, written = _AFTER.match(text, end), text[start:end]
            listed = after.end() if after else end
            whole = " ".join(text[begins:listed].split())
            day = _day(after) if after else None
            yield Mention(start, end, whole, written, kind, day, self._by_number.get(slug(written)))

    def _names(self, text: str) -> Iterator[Mention]:
        if self._named is not None:
            for found in self._named.finditer(text):
                yield Mention(*found.span(), found[0], found[0], instrument=self._by_name[found[0]])

    @cached_property
    def _by_number(self) -> dict[str, Instrument]:
        """Number, however its parts are joined -> instrument; the short form of a law's number too."""
        found: dict[str, Instrument] = {}
        for instrument in self.register.by_id.values():
            numbers = [name for name in instrument.names if name[0].isdecimal()]
            if instrument.kind in _BY_YEAR and instrument.number:
                numbers.append(instrument.number.rpartition("/")[0])
            found |= {slug(number): instrument for number in numbers}
        return found

    @cached_property
    def _by_name(self) -> dict[str, Instrument]:
        return {name: one for one in self.register.by_id.values() for name in one.names if not name[0].isdecimal()}

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        names = sorted(map(re.escape, self._by_name), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None


_REACH = 40
"""Letters before a number in which its kind stands."""


def _kind(words: str) -> InstrumentKind:
    return InstrumentKind(words[:1].upper() + words[1:].lower())


def _day(after: re.Match[str]) -> str:
    if after["only"]:
        return after["only"]
    return f"{after['year']}-{int(after['month']):02d}-{int(after['day']):02d}"
