"""Fill a sheet with what a unit says of itself; ``docs/assets/js/paper/filling.js`` does the same in the page.

Both are held by the same records (``tests/phieu/test_filling.py`` compares what they make, word by word).
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, repeat

from quyche.checklists.cells import evidence_words, note_words, remedy_words
from quyche.checklists.figures import Tally, percent, tally
from quyche.checklists.record import Answer, Assessment, Occasion, Unit
from quyche.checklists.setup import State
from quyche.checklists.sheet import Entry, Head, Log, OccasionRow, Part, Row, Sheet, Task, Totals, TotalsRow
from quyche.checklists.wording import WORDS


def filled(sheet: Sheet, found: Assessment = Assessment()) -> Sheet:  # noqa: B008 -- frozen
    """Return ``sheet`` under the head that was chosen, with the answers in their places; by itself the blank sheet.

    A letterhead that the body does not have, an answer for a line or of a state that the sheet does not have: left out.
    """
    head = next((one for one in sheet.heads if one.id == found.letterhead), sheet.heads[0])
    states = {state.id: state for state in sheet.scale.states}
    year = "" if found.year is None else str(found.year)
    parts = tuple(_part(part, found.answers, states) for part in sheet.parts)
    return sheet.model_copy(
        update={
            "heads": (_head(head, found.unit, year),),
            "year": year,
            "unit": sheet.unit.model_copy(update={"words": found.unit.name.strip()}),
            "parts": parts,
            "log": _log(sheet.log, found.log),
            "totals": _totals(sheet, parts, found.remarks.rating),
            "remarks": tuple(box.model_copy(update={"words": getattr(found.remarks, box.id)}) for box in sheet.remarks),
            "remedies": sheet.remedies.model_copy(update={"rows": tuple(_remedies(parts, states))}),
        }
    )


def _head(head: Head, unit: Unit, year: str) -> Head:
    commune = re.sub(r"^(xã|phường|thị trấn) ", "", unit.commune.strip(), flags=re.IGNORECASE)
    values = {
        "year": year,
        "unit": unit.name.strip(),
        "where": commune or unit.district.strip(),
        **{name: getattr(unit, name).strip().upper() for name in ("province", "district", "commune")},
    }

    def put(words: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda mark: values.get(mark[1]) or WORDS["blanks"].get(mark[1], mark[0]), words)

    signatures = head.signatures
    return head.model_copy(
        update={
            "annex": head.annex and tuple(put(words) for words in head.annex),
            "superior": tuple(put(words) for words in head.superior),
            "issuer": tuple(put(words) for words in head.issuer),
            "date": put(head.date),
            "kind": put(head.kind),
            "subject": put(head.subject),
            "signatures": signatures.model_copy(
                update={"date": put(signatures.date), "preparer_name": unit.preparer.strip()}
            ),
        }
    )


def _part(part: Part, answers: Mapping[str, Answer], states: Mapping[str, State]) -> Part:
    blocks = tuple(
        block.model_copy(update={"rows": tuple(_row(row, answers.get(row.id), states) for row in block.rows)})
        for block in part.blocks
    )
    return part.model_copy(update={"blocks": blocks})


def _row(row: Row, answer: Answer | None, states: Mapping[str, State]) -> Row:
    if answer is None:
        return row
    state = states.get(answer.state) if row.counts else None
    entry = Entry(
        state=state.id if state else "",
        result=answer.result,
        evidence=evidence_words(answer.evidence),
        note=note_words(answer, needs_reason=bool(state and state.needs_reason)),
        points="" if answer.points is None else f"{answer.points:g}".replace(".", ","),
        cause=answer.cause,
        remedy=remedy_words(answer.remedy),
    )
    return row.model_copy(update={"entry": entry})


def _log(log: Log, kept: Mapping[str, tuple[Occasion, ...]]) -> Log:
    return log.model_copy(update={"tasks": tuple(_task(log, task, kept.get(task.id, ())) for task in log.tasks)})


def _task(log: Log, task: Task, written: tuple[Occasion, ...]) -> Task:
    """Return the task with what was written; occasions that the unit has added follow its own."""
    names = [row.name for row in task.occasions]
    names += [log.more.format(number=number + 1) for number in range(len(names), len(written))]
    rows = tuple(
        OccasionRow(name=name, **occasion.model_dump())
        for name, occasion in zip(names, chain(written, repeat(Occasion())), strict=False)
    )
    return task.model_copy(update={"occasions": rows})


def _totals(sheet: Sheet, parts: tuple[Part, ...], rating: str) -> Totals:
    """Return part V. While nothing is answered its cells stay blank, for a pen."""
    counted = [[row.entry.state for row in part.rows if row.counts] for part in parts]
    tallies = [tally(states, sheet.scale) for states in counted]
    everything = tally(chain.from_iterable(counted), sheet.scale)
    totals = sheet.totals.model_copy(update={"rating": sheet.totals.rating.model_copy(update={"words": rating})})
    if not everything.answered:
        return totals
    lowest, highest = map(percent, everything.bounds)
    words = WORDS["standing"] if everything.blank else ""
    standing = words.format(blank=everything.blank, lowest=lowest, highest=highest)
    rows = map(_totals_row, totals.rows, (*tallies, everything))
    return totals.model_copy(update={"rows": tuple(rows), "standing": standing})


def _totals_row(row: TotalsRow, figures: Tally) -> TotalsRow:
    share = percent(figures.share)
    words = WORDS["so_far"].format(share=share, blank=figures.blank) if figures.blank else share
    cells = (*(str(count) for count in figures.states.values()), str(figures.applicable), words)
    return row.model_copy(update={"cells": cells})


def _remedies(parts: tuple[Part, ...], states: Mapping[str, State]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each line with a cause or a remedy: its column of the sheet is too narrow for them."""
    for row in (row for part in parts for row in part.rows):
        entry = row.entry
        if entry.cause or entry.remedy:
            label = states[entry.state].label if entry.state else ""
            yield (str(row.number), row.task, row.citation, label, entry.cause, entry.remedy)
