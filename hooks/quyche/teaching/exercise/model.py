"""The exercise as it is written in ``docs/giang-day/bai-tap.yaml``: a fictional unit, its year, the right answers."""

from typing import Annotated

from pydantic import Field

from quyche.checklists.record import Answer, Occasion, Remarks, TaskId, Year
from quyche.regulation.model import DutyId, Record, Slug, Words


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
