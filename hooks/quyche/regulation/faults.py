"""Faults in the data, told to the editor who made the slip: file, line, id, what is wrong, what is allowed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


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
        where = f"{self.file}:{self.line}: " + (f"{self.id}: " if self.id else "")
        return where + self.message + (f" — {self.allowed}" if self.allowed else "")


class DataError(Exception):
    """The data cannot be used. ``faults`` holds every slip found, in order of lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep ``faults`` sorted by file and line."""
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line, fault.id)))
        super().__init__("\n".join(map(str, self.faults)))


def relative(path: Path) -> str:
    """Return ``path`` as an editor knows it: from the working folder where possible."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
