"""The key of the exercise as the file of a self-assessment, which the form opens."""

from datetime import UTC, datetime, time

from quyche.checklists.record import AssessmentRecord, RecordRegulation, Unit
from quyche.teaching.exercise.loading import SetExercise


def key_record(found: SetExercise) -> AssessmentRecord:
    """Return the record that the exercise should come to; dated by the state of the data, not by the clock."""
    exercise, checklist = found.exercise, found.checklist
    regulation = checklist.regulation
    return AssessmentRecord(
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


def key_json(found: SetExercise) -> str:
    """Return the key as a file."""
    return key_record(found).model_dump_json(indent=1) + "\n"
