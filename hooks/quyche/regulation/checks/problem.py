"""What a check reports."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from quyche.regulation.index import Index


@dataclass(frozen=True)
class Problem:
    """A broken rule at ``trail`` in the data: what is wrong, what is allowed."""

    trail: tuple[str | int, ...]
    message: str
    allowed: str = ""


Check: TypeAlias = Callable[[Index], Iterable[Problem]]
