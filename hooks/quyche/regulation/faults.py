"""Faults in the data, told to the editor who made the slip: file, line, id, what is wrong, what is allowed."""

import errno
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

from quyche.beside import beside

ResultT = TypeVar("ResultT")

Trail: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys and list places from the top of the file."""

MOST_LETTERS = 300
"""Of a message, an id or an advice as it is told: words that somebody pasted by the megabyte hide what is wrong."""
SYSTEM: Final[Mapping[str, str]] = beside(__file__, "system.yaml")
"""Why the system refuses, by the name of its error."""


@dataclass(frozen=True)
class Problem:
    """A broken rule at ``trail`` in the data: what is wrong, what is allowed. A file with lines makes a fault of it."""

    trail: Trail
    message: str
    allowed: str = ""


@dataclass(frozen=True)
class Fault:
    """One slip. ``line`` counts from 1; ``id`` names the nearest entry, ``""`` where there is none."""

    file: str
    line: int
    id: str
    message: str
    allowed: str = ""

    def __str__(self) -> str:
        """Return the fault as one line: ``regulation.yaml:12: d5.k8: what is wrong; what is allowed``."""
        where = f"{_told(self.file)}:{self.line}: " + (f"{_told(self.id)}: " if self.id else "")
        return where + _told(self.message) + (f" — {_told(self.allowed)}" if self.allowed else "")


def _told(words: str) -> str:
    """Return ``words`` cut to what can be read, with what a terminal would obey or could not show as its code."""
    half = MOST_LETTERS // 2
    short = words if len(words) <= MOST_LETTERS else f"{words[:half]} … {words[-half:]}"
    return "".join(letter if letter.isprintable() else f"[U+{ord(letter):04X}]" for letter in short)


class DataError(Exception):
    """The data cannot be used. ``faults`` holds every slip found, in order of lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep ``faults`` sorted by file and line."""
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.id)))
        super().__init__("\n".join(map(str, self.faults)))


def refusal(file: str, message: str, allowed: str = "", line: int = 1) -> DataError:
    """Return the error that tells one thing wrong with a whole ``file``."""
    return DataError([Fault(file, line, "", message, allowed)])


class AllFaults:
    """The faults of one step after another, ``found`` so far, so that an editor is told all of them at once."""

    def __init__(self) -> None:
        self.found: list[Fault] = []

    def take(self, step: Callable[[], ResultT]) -> ResultT | None:
        """Return what ``step`` returns; ``None`` where it finds faults."""
        try:
            return step()
        except DataError as error:
            self.found += error.faults
            return None

    def tell(self) -> None:
        """Tell what was found.

        Raises:
            DataError: there is any fault.
        """
        if self.found:
            raise DataError(self.found)


def relative(path: Path) -> str:
    """Return ``path`` as an editor knows it: from the working folder where possible."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def system_words(error: OSError) -> str:
    """Return why a file cannot be read or written, in words for an editor."""
    return SYSTEM.get(errno.errorcode.get(error.errno or 0, ""), "máy không mở được")
