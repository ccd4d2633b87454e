"""Self-assessments made up for the tests, and their figures worked out here in Python, apart from the site's own."""

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.record import Assessment, Unit
from quyche.checklists.setup import Scale
from quyche.checklists.sheet import Part, Sheet
from tests.phieu.office import opened, saved

DONE, EXCLUDED = "done", "not-arisen"
STATES = ("done", "partly", "not-done", "not-arisen", "")
Record = dict[str, Any]


@dataclass(frozen=True)
class Figures:
    """What the roll-up says of some lines."""

    lines: int
    answered: int
    done: int
    applicable: int
    states: dict[str, int]


def figures(states: Iterable[str]) -> Figures:
    """Return the figures of lines with these states; an empty one is blank."""
    counts = Counter(states)
    blank = counts.pop("", 0)
    answered = sum(counts.values())
    return Figures(answered + blank, answered, counts[DONE], answered - counts[EXCLUDED], dict(counts))


def share_words(found: Figures) -> str:
    """Return the share as it is printed: ``12/15 = 80%``."""
    if not found.applicable:
        return "–"
    return f"{found.done}/{found.applicable} = {percent(found.done, found.applicable)}"


def percent(part: int, whole: int) -> str:
    """Return ``part`` of ``whole`` with one decimal at most, halves upwards: ``66,7%``."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}{f',{tenths % 10}' if tenths % 10 else ''}%"


def record(checklist: Sheet, name: str, seed: int, *, year: int = 2025, blank: float = 0.1) -> Record:
    """Return a made-up record, with answers for lines that are in no figure too, as older files have them.

    The share ``blank`` of its lines is not answered.
    """
    dice = random.Random(seed)  # noqa: S311 -- made-up answers, the same in every run
    weights = [(1 - blank) * weight for weight in (0.55, 0.2, 0.13, 0.12)] + [blank]
    answers: dict[str, Any] = {}
    for line in checklist.rows:
        state = dice.choices(STATES, weights)[0]
        if state:
            answers[line.id] = {"state": state, "reason": "Trong năm không có" if state == EXCLUDED else ""}
        if state in {"partly", "not-done"} and dice.random() < 0.6:
            deadline = f"2026-{dice.randint(1, 12):02d}-15" if dice.random() < 0.7 else None
            remedy = {"action": f"Bổ sung việc {line.number}", "owner": "Ông Đỗ Văn Ứng", "deadline": deadline}
            answers[line.id] |= {"cause": "Thiếu người", "remedy": remedy | {"done": dice.random() < 0.2}}
    return {
        "format": "quyche-self-assessment",
        "format_version": 1,
        "regulation": {key: getattr(checklist.regulation, key) for key in ("id", "version", "sha256")},
        "body": checklist.body,
        "year": year,
        "scale": checklist.scale.id,
        "unit": {"name": name, "district": "Huyện Mẫu"},
        "answers": answers,
        "final": blank == 0,
        "saved": f"2025-12-{seed % 28 + 1:02d}T08:30:00Z",
        "revision": seed,
    }


def fifty(checklists: tuple[Sheet, ...]) -> list[Record]:
    """Return fifty records of all checklists; every third is complete and final."""
    made = []
    for number in range(50):
        checklist = checklists[number % len(checklists)]
        name = f"{checklist.body_name} – đơn vị {number // len(checklists) + 1}"
        made.append(record(checklist, name, number, blank=0 if number % 3 == 0 else 0.12))
    return made


def lines_of(part: Sheet | Part) -> list[str]:
    """Return the codes of the lines of a sheet or a part of it that are in figures."""
    return [row.id for row in part.rows if row.counts]


def workbook(checklist: Sheet, made: Record, scale: Scale | None = None) -> bytes:
    """Return the body's Excel sheet, filled with the answers of ``made`` in the words of ``scale``, else its own."""
    whose = Assessment(year=made["year"], unit=Unit(name=made["unit"]["name"]))
    sheet = opened(write_excel(filled(checklist, whose)))
    labels = {state.id: state.label for state in (scale or checklist.scale).states}
    for code in lines_of(checklist):
        if code in made["answers"]:
            sheet.at(code, "Tự đánh giá").value = labels[made["answers"][code]["state"]]
    return saved(sheet.book)


def states_of(made: Record, lines: Iterable[str]) -> Iterator[str]:
    """Yield the state of each of ``lines``, blank where there is no answer."""
    for line in lines:
        yield made["answers"].get(line, {}).get("state", "")


def data_of(made: object) -> bytes:
    """Return ``made`` as the bytes of a file."""
    return made if isinstance(made, bytes) else json.dumps(made, ensure_ascii=False).encode()


def payload(made: object, name: str) -> FilePayload:
    """Return ``made`` as a file to choose."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data_of(made)}


def on_disk(folder: Path, files: Iterable[FilePayload]) -> list[Path]:
    """Write ``files`` into ``folder`` for the browser to read: large ones take long to hand over."""
    paths = []
    for file in files:
        paths.append(folder / file["name"])
        paths[-1].write_bytes(file["buffer"])
    return paths
