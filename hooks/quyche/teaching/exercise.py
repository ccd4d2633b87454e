"""The exercise in ``docs/giang-day/bai-tap.yaml``: a fictional year as a story, and the record that it should come to.

The key is the file of a self-assessment, which the form opens.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.model import Checklist
from quyche.checklists.record import Answer, AssessmentRecord, Occasion, RecordRegulation, Remarks, TaskId, Unit, Year
from quyche.checklists.setup import Setup, State
from quyche.duties.assignment import Duties
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.model import DutyId, Record, Slug, Words
from quyche.regulation.references import ids, repeated, unknown


class Fact(Record):
    """Something that happened in the year, or did not; ``when`` in words of the story."""

    id: Slug
    when: Words
    text: Words


class RightAnswer(Record):
    """What a line should say, and ``why``, from which ``facts`` of the story."""

    facts: Annotated[tuple[Slug, ...], Field(min_length=1)]
    why: Words
    answer: Answer


class Exercise(Record):
    """A fictional unit's year as a story, and the answer of every line of its checklist by the code of the line."""

    title: Words
    lede: Words
    warning: Words
    body: Slug
    unit: Words
    year: Year
    minutes: Annotated[int, Field(ge=1, le=480)]
    tasks: Annotated[tuple[Words, ...], Field(min_length=1)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    answers: Annotated[dict[DutyId, RightAnswer], Field(min_length=1)]
    log: dict[TaskId, tuple[Occasion, ...]] = Field(default_factory=dict)
    remarks: Remarks = Remarks()


@dataclass(frozen=True)
class SetExercise:
    """An exercise with the checklist that it fills."""

    exercise: Exercise
    checklist: Checklist


def load_exercise(path: Path, index: Index, setup: Setup) -> SetExercise:
    """Return the exercise in ``path``, checked against the checklist of its body.

    Raises:
        DataError: anything is wrong; it holds every fault, each with its line.
    """
    exercise = read_layer(path, Exercise, partial(_problems, index, setup))
    return SetExercise(exercise, _filled(index, setup, exercise))


def _filled(index: Index, setup: Setup, exercise: Exercise) -> Checklist:
    """Return the checklist that ``exercise`` fills."""
    return build_checklist(Duties(index), setup, index.bodies[exercise.body])


def _problems(index: Index, setup: Setup, exercise: Exercise) -> Iterator[Problem]:
    bodies = [body.id for body in checklist_bodies(index)]
    if exercise.body not in bodies:
        message = f"“{exercise.body}” không phải cơ quan có phiếu"
        yield Problem(("body",), message, f"được dùng: {', '.join(bodies)}")
    else:
        yield from _fact_problems(exercise)
        yield from _answer_problems(exercise, _filled(index, setup, exercise))


def _answer_problems(exercise: Exercise, checklist: Checklist) -> Iterator[Problem]:
    lines = [requirement.id for requirement in checklist.requirements if requirement.counts]
    for code in lines:
        if code not in exercise.answers:
            yield Problem(("answers",), f"thiếu đáp án của dòng {code}", "mỗi dòng chọn mức một đáp án")
    states = {state.id: state for state in checklist.scale.states}
    for code, right in exercise.answers.items():
        if code not in lines:
            message = f"phiếu của {exercise.body} không có dòng “{code}” để chọn mức"
            yield Problem(("answers", code), message, "xem mã trên phiếu")
        yield from _state_problems(("answers", code, "answer"), right, states)
    log = {task.id: len(task.occasions) for task in checklist.log}
    for task, occasions in exercise.log.items():
        if len(occasions) > log.get(task, 0):
            allowed = f"được dùng: {', '.join(log)}"
            yield Problem(("log", task), f"phần theo kỳ không có chỗ cho “{task}”", allowed)


def _fact_problems(exercise: Exercise) -> Iterator[Problem]:
    yield from repeated(ids("facts", exercise.facts), "mỗi sự việc một mã")
    facts = [fact.id for fact in exercise.facts]
    used = {fact for right in exercise.answers.values() for fact in right.facts}
    for number, fact in enumerate(facts):
        if fact not in used:
            yield Problem(("facts", number), f"sự việc “{fact}” không dùng ở đáp án nào", "ghi vào facts")
    for code, right in exercise.answers.items():
        for number, fact in enumerate(right.facts):
            yield from unknown(("answers", code, "facts", number), "sự việc", fact, facts)


def _state_problems(trail: Trail, right: RightAnswer, states: dict[str, State]) -> Iterator[Problem]:
    answer, state = right.answer, states.get(right.answer.state)
    yield from unknown((*trail, "state"), "mức", answer.state, states)
    if state is None:
        return
    if state.needs_reason and not answer.reason:
        yield Problem(trail, f"mức “{state.label}” phải ghi lý do", "thêm reason")
    if state.needs_remedy and not (answer.cause and answer.remedy):
        yield Problem(trail, f"mức “{state.label}” phải ghi nguyên nhân, việc khắc phục", "thêm cause và remedy")
    if state.counts_as_done and not answer.evidence:
        yield Problem(trail, f"mức “{state.label}” phải có minh chứng", "thêm evidence")


def key_json(found: SetExercise) -> str:
    """Return the key as a file; dated by the state of the data, not by the clock."""
    exercise, checklist = found.exercise, found.checklist
    regulation = checklist.regulation
    record = AssessmentRecord(
        regulation=RecordRegulation(id=regulation.id, version=regulation.version, sha256=regulation.sha256),
        body=exercise.body,
        year=exercise.year,
        scale=checklist.scale.id,
        unit=Unit(name=exercise.unit),
        answers={code: right.answer for code, right in exercise.answers.items()},
        log=dict(exercise.log),
        remarks=exercise.remarks,
        saved=datetime.combine(checklist.document_date, time(), tzinfo=UTC),
    )
    return record.model_dump_json(indent=1) + "\n"
