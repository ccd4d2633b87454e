"""A record with other words in every field of every line, so that no answer can be taken for another's."""

from collections.abc import Iterator
from typing import Any

from quyche.checklists.record import Occasion
from quyche.checklists.sheet import Sheet

YEAR = 2025


def full(sheet: Sheet, letterhead: str | None = None) -> dict[str, Any]:
    """Return the record as the page holds it: each field of each line, occasion, box and of the unit has its own word.

    States, deadlines and marks of what is done go round.
    """
    states = [state.id for state in sheet.scale.states]
    answers = {row.id: _answer(number, states[number % len(states)]) for number, row in enumerate(sheet.rows)}
    log = {task.id: list(_occasions(number, len(task.occasions))) for number, task in enumerate(sheet.log.tasks)}
    return {
        "format": "quyche-self-assessment",
        "format_version": 1,
        "regulation": sheet.regulation.model_dump(include={"id", "version", "sha256"}),
        "body": sheet.body,
        "year": YEAR,
        "scale": sheet.scale.id,
        "letterhead": letterhead,
        "unit": {name: f"{name}Đơnvị" for name in ("name", "province", "district", "commune", "preparer")},
        "answers": answers,
        "log": log,
        "remarks": {
            name: f"{name}Phầnsáu" for name in ("shortcomings", "causes", "commendations", "proposals", "rating")
        },
        "final": False,
        "saved": "2025-12-20T08:00:00Z",
        "revision": 0,
    }


def _answer(number: int, state: str) -> dict[str, Any]:
    evidence = [
        {
            "kind": f"loại{number}x{row}",
            "number": f"số{number}x{row}",
            "date": f"ngày{number}x{row}",
            "place": f"nơi{number}x{row}",
        }
        for row in range(1 + number % 2)
    ]
    remedy = {
        "action": f"việc{number}",
        "owner": f"người{number}",
        "deadline": f"2026-0{1 + number % 9}-15",
        "done": number % 2 == 0,
    }
    return {
        "state": state,
        "result": f"kếtquả{number}",
        "evidence": evidence,
        "note": f"ghichú{number}",
        "reason": f"lýdo{number}",
        "cause": f"nguyênnhân{number}",
        "remedy": remedy,
        "points": number + 0.5,
    }


def _occasions(task: int, count: int) -> Iterator[dict[str, str]]:
    """Yield one more than the task has."""
    for place in range(count + 1):
        yield {name: f"{name}{task}x{place}" for name in Occasion.model_fields}
