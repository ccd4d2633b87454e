"""Several fields of a record in the words of one cell: ``Báo cáo; số: 12-BC/HU; ngày: 05/3/2026``.

People write freely in a cell: words that do not have this exact shape are the first field, whole. Nothing is lost
either way: ``decoded(encoded(x)) == x`` and ``encoded(decoded(words)) == words``. A label inside a field gets a
backslash. The scripts do the same (``docs/assets/js/office``); both are held by ``tests/vectors/cells.json``.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from quyche.checklists.record import LONGEST_LINE, LONGEST_NOTE, Answer, EvidenceItem, Remedy
from quyche.checklists.wording import WORDS
from quyche.vietnamese.days import day_of

LABELS: Final[Mapping[str, str]] = WORDS["fields"]
"""What stands before a field in its cell; the scripts take them from here (``contract.py``)."""


class Field(NamedTuple):
    """A field of a cell, and which words may be its value."""

    key: str
    fits: Callable[[str], bool]


class Codec(NamedTuple):
    """The fields of a cell in their order, the first without a label, and what stands between them."""

    fields: tuple[Field, ...]
    between: str

    def encoded(self, value: Mapping[str, str]) -> str:
        """Return the words of the cell that holds ``value``."""
        first = value[self.fields[0].key]
        told = [field.key for field in self.fields[1:] if value[field.key]]
        if not told and self.decoded(first)[self.fields[0].key] == first:
            return first
        parts = [self._hidden(first)] if first else []
        return self.between.join([*parts, *(f"{LABELS[key]}: {self._hidden(value[key])}" for key in told)])

    def decoded(self, words: str) -> dict[str, str]:
        """Return the fields in ``words``."""
        whole = {field.key: "" for field in self.fields} | {self.fields[0].key: words}
        value = self._shaped(words)
        return whole if value is None or value == whole or self.encoded(value) != words else value

    def _shaped(self, words: str) -> dict[str, str] | None:
        """Return the fields if ``words`` have labels in their order, each once, with something behind that fits."""
        marks = list(re.finditer(rf"({self._edge})({self._names}): ", words))
        ends = [*(mark.start() for mark in marks), len(words)]
        value = {field.key: "" for field in self.fields} | {self.fields[0].key: self._revealed(words[: ends[0]])}
        named = [LABELS[field.key] for field in self.fields[1:]]
        last = -1
        for mark, end in zip(marks, ends[1:], strict=True):
            place = named.index(mark[2])
            inside = self._revealed(words[mark.end() : end])
            if place <= last or not inside or not self.fields[place + 1].fits(inside):
                return None
            value[self.fields[place + 1].key] = inside
            last = place
        return value if self.fields[0].fits(value[self.fields[0].key]) else None

    @property
    def _edge(self) -> str:
        return rf"\A|{re.escape(self.between)}"

    @property
    def _names(self) -> str:
        return "|".join(re.escape(LABELS[field.key]) for field in self.fields[1:])

    def _hidden(self, words: str) -> str:
        return re.sub(rf"({self._edge})(\\*(?:{self._names}): )", r"\1\\\2", words)

    def _revealed(self, words: str) -> str:
        return re.sub(rf"({self._edge})\\(\\*(?:{self._names}): )", r"\1\2", words)


def _is_line(words: str) -> bool:
    return len(words) <= LONGEST_LINE and "\n" not in words


def _is_long(words: str) -> bool:
    return len(words) <= LONGEST_NOTE


EVIDENCE: Final = Codec(tuple(Field(key, _is_line) for key in ("kind", "number", "date", "place")), "; ")
NOTE: Final = Codec((Field("note", _is_long), Field("reason", _is_long)), "\n")
REASON: Final = Codec((Field("reason", _is_long), Field("note", _is_long)), "\n")
"""Of a line whose answer asks for a reason: the reason stands without its label."""
REMEDY: Final = Codec(
    (
        Field("action", _is_long),
        Field("owner", _is_line),
        Field("deadline", lambda words: day_of(words) is not None),
        Field("done", lambda words: words == LABELS["yes"]),
    ),
    "\n",
)


def evidence_words(rows: tuple[EvidenceItem, ...]) -> str:
    """Return references to papers as the words of a cell, a line each."""
    return "\n".join(EVIDENCE.encoded(row.model_dump()) for row in rows)


def note_words(answer: Answer, *, needs_reason: bool) -> str:
    """Return reason and note of a line as the words of a cell."""
    return (REASON if needs_reason else NOTE).encoded({"note": answer.note, "reason": answer.reason})


def remedy_words(remedy: Remedy | None) -> str:
    """Return a remedy as the words of a cell: what, by whom, until when, whether it is done."""
    if remedy is None:
        return ""
    deadline = f"{remedy.deadline:%d/%m/%Y}" if remedy.deadline else ""
    done = LABELS["yes"] if remedy.done else ""
    return REMEDY.encoded({"action": remedy.action, "owner": remedy.owner, "deadline": deadline, "done": done})
