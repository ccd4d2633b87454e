"""Situations as people write them in ``docs/giang-day/tinh-huong.yaml``."""

from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.model import ProvisionId, Record, Words

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
