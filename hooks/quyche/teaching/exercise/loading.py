"""Load the exercise and hold it against the checklist of its body: every slip at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup, State
from quyche.duties.assignment import Duties
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.yaml_lines import Document, Trail
from quyche.teaching.exercise.model import Exercise, RightAnswer


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
    document, exercise = read_record(path, Exercise)
    bodies = {body.id: body for body in checklist_bodies(index)}
    if exercise.body not in bodies:
        message = f"“{exercise.body}” không phải cơ quan có phiếu"
        raise DataError([document.fault(("body",), message, f"được dùng: {', '.join(bodies)}")])
    checklist = build_checklist(Duties(index), setup, bodies[exercise.body])
    faults = tuple(_faults(document, exercise, checklist))
    if faults:
        raise DataError(faults)
    return SetExercise(exercise, checklist)


def _faults(document: Document, exercise: Exercise, checklist: Checklist) -> Iterator[Fault]:
    lines = [requirement.id for requirement in checklist.requirements]
    for code in lines:
        if code not in exercise.answers:
            yield document.fault(("answers",), f"thiếu đáp án của dòng {code}", "mỗi dòng của phiếu một đáp án")
    yield from _fact_faults(document, exercise)
    states = {state.id: state for state in checklist.scale.states}
    for code, right in exercise.answers.items():
        if code not in lines:
            message = f"phiếu của {exercise.body} không có dòng “{code}”"
            yield document.fault(("answers", code), message, "xem mã trên phiếu")
        yield from _state_faults(document, ("answers", code, "answer"), right, states)
    log = {task.id: len(task.occasions) for task in checklist.log}
    for task, occasions in exercise.log.items():
        if len(occasions) > log.get(task, 0):
            allowed = f"được dùng: {', '.join(log)}"
            yield document.fault(("log", task), f"phần theo kỳ không có chỗ cho “{task}”", allowed)


def _fact_faults(document: Document, exercise: Exercise) -> Iterator[Fault]:
    facts = [fact.id for fact in exercise.facts]
    used = {fact for right in exercise.answers.values() for fact in right.facts}
    for number, fact in enumerate(facts):
        if fact in facts[:number]:
            yield document.fault(("facts", number, "id"), f"mã “{fact}” lặp lại", "mỗi sự việc một mã")
        if fact not in used:
            yield document.fault(("facts", number), f"sự việc “{fact}” không dùng ở đáp án nào", "ghi vào facts")
    for code, right in exercise.answers.items():
        for number, fact in enumerate(right.facts):
            if fact not in facts:
                trail = ("answers", code, "facts", number)
                yield document.fault(trail, f"không có sự việc “{fact}”", f"được dùng: {', '.join(facts)}")


def _state_faults(document: Document, trail: Trail, right: RightAnswer, states: dict[str, State]) -> Iterator[Fault]:
    answer, state = right.answer, states.get(right.answer.state)
    if state is None:
        yield document.fault((*trail, "state"), f"không có mức “{answer.state}”", f"được dùng: {', '.join(states)}")
        return
    if state.needs_reason and not answer.reason:
        yield document.fault(trail, f"mức “{state.label}” phải ghi lý do", "thêm reason")
    if state.needs_remedy and not (answer.cause and answer.remedy):
        yield document.fault(trail, f"mức “{state.label}” phải ghi nguyên nhân, việc khắc phục", "thêm cause và remedy")
    if state.counts_as_done and not answer.evidence:
        yield document.fault(trail, f"mức “{state.label}” phải có minh chứng", "thêm evidence")
