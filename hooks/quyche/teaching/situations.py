"""Situations for discussion, as people write them in ``docs/giang-day/tinh-huong.yaml``.

A made-up story, questions, the provisions expected, how to mark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.model import ProvisionId, Record, Words
from quyche.regulation.references import ids, misquoted, repeated, unknown_citations

FULL_MARKS = 10
"""What the points of one situation add up to: an editorial proposal, told as such wherever it is shown."""

Points = Annotated[float, Field(gt=0, le=FULL_MARKS, multiple_of=0.5)]


class Expected(Record):
    """A provision that a good answer cites, with the verbatim words that matter."""

    provision: ProvisionId
    quote: Words


class Criterion(Record):
    """What an answer must say, and for how many points."""

    text: Words
    points: Points


class SituationQuestion(Record):
    """A question on the story, with what is expected of an answer."""

    text: Words
    expected: Annotated[tuple[Expected, ...], Field(min_length=1)]
    guide: Annotated[tuple[Criterion, ...], Field(min_length=1)]


class Situation(Record):
    """A story about made-up units, and the questions on it. ``caution`` says what a trainer should not let pass."""

    id: Annotated[str, StringConstraints(pattern=r"^th[1-9][0-9]*$")]
    title: Annotated[Words, Field(max_length=90)]
    story: Annotated[tuple[Words, ...], Field(min_length=1)]
    questions: Annotated[tuple[SituationQuestion, ...], Field(min_length=1)]
    caution: Words | None = None

    @property
    def points(self) -> float:
        """The sum of all points."""
        return sum(criterion.points for question in self.questions for criterion in question.guide)


class SituationFile(Record):
    """The file of situations."""

    situations: Annotated[tuple[Situation, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Situations:
    """All situations in the order of the file."""

    all: tuple[Situation, ...] = ()

    @cached_property
    def quotes(self) -> dict[str, tuple[str, str]]:
        """Id of an expected provision (``th1.2.1``) -> provision and verbatim words."""
        return {
            f"{situation.id}.{number}.{place}": (expected.provision, expected.quote)
            for situation in self.all
            for number, question in enumerate(situation.questions, 1)
            for place, expected in enumerate(question.expected, 1)
        }


def load_situations(path: Path, index: Index) -> Situations:
    """Return the situations in the YAML file at ``path``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault of the file.
    """
    return Situations(read_layer(path, SituationFile, partial(_problems, index)).situations)


def _problems(index: Index, file: SituationFile) -> Iterator[Problem]:
    yield from repeated(ids("situations", file.situations), "mỗi tình huống một mã")
    for number, situation in enumerate(file.situations):
        trail = ("situations", number)
        if situation.points != FULL_MARKS:
            message = f"tổng điểm của tình huống là {situation.points:g}"
            yield Problem(trail, message, f"cộng các mục “points” phải được {FULL_MARKS}")
        for at, question in enumerate(situation.questions):
            yield from _question_problems((*trail, "questions", at), question, index)


def _question_problems(trail: Trail, question: SituationQuestion, index: Index) -> Iterator[Problem]:
    for number, criterion in enumerate(question.guide):
        yield from unknown_citations((*trail, "guide", number, "text"), criterion.text, index)
    for number, expected in enumerate(question.expected):
        where = (*trail, "expected", number, "quote")
        yield from misquoted(where, expected.provision, expected.quote, index, headings=False)
