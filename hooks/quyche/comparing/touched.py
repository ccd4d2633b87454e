"""What a change of the text does to the layers over it: duties, lines of checklists, answers in kept records.

Records hold answers by the permanent code of their line. An answer whose code is no longer on the body's sheet has no
line to stand in; an answer whose line now quotes other words was given about those that stood there before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from quyche.beside import beside
from quyche.comparing.comparison import Status
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty

FIELDS: Final[Mapping[str, str]] = beside(__file__, "fields.yaml")
"""What may differ between two duties of one code, and how it is called."""


@dataclass(frozen=True)
class DutyChange:
    """A duty that is new, gone or changed, by its permanent code and its newest name; ``fields`` says what changed."""

    status: Status
    id: str
    task: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetChange:
    """The checklist of one body before and after; each field holds codes of lines, in order.

    ``body`` is as it is now, or as it was where its sheet is gone (``status``).
    """

    status: Status
    body: Body
    gone: tuple[str, ...]
    reworded: tuple[str, ...]
    new: tuple[str, ...]


def duty_changes(old: Index, new: Index) -> tuple[DutyChange, ...]:
    """Return the duties that are not the same at both sides: first those there are now, then those gone."""
    before, after = ({duty.id: duty for duty in index.regulation.duties} for index in (old, new))
    return (
        *_now(before, after),
        *(DutyChange(Status.GONE, code, duty.task) for code, duty in before.items() if code not in after),
    )


def _now(before: dict[str, Duty], after: dict[str, Duty]) -> Iterator[DutyChange]:
    for code, duty in after.items():
        earlier = before.get(code)
        if earlier is None:
            yield DutyChange(Status.NEW, code, duty.task)
        elif earlier != duty:
            fields = tuple(words for name, words in FIELDS.items() if getattr(earlier, name) != getattr(duty, name))
            yield DutyChange(Status.CHANGED, code, duty.task, fields)


def sheet_changes(old: Duties, new: Duties) -> tuple[SheetChange, ...]:
    """Return the checklists that are not the same at both sides: of the bodies there are now, then of those gone."""
    before, after = _lines(old), _lines(new)
    changes = [_sheet(new.index.bodies[body], before.get(body), lines) for body, lines in after.items()]
    changes += [_sheet(old.index.bodies[body], lines, None) for body, lines in before.items() if body not in after]
    return tuple(change for change in changes if change.status is not Status.SAME)


def _lines(duties: Duties) -> dict[str, dict[str, str]]:
    """Return body id -> code of each line of its checklist -> the words that the line quotes."""
    return {
        body: {assignment.duty.id: assignment.duty.quote for assignment in found.assignments}
        for body, found in duties.of.items()
        if found.body.checklist
    }


def _sheet(body: Body, before: dict[str, str] | None, after: dict[str, str] | None) -> SheetChange:
    old, new = before or {}, after or {}
    gone = tuple(code for code in old if code not in new)
    reworded = tuple(code for code in old if code in new and old[code] != new[code])
    added = tuple(code for code in new if code not in old)
    if before is None:
        status = Status.NEW
    elif after is None:
        status = Status.GONE
    else:
        status = Status.CHANGED if gone or reworded or added else Status.SAME
    return SheetChange(status, body, gone, reworded, added)
