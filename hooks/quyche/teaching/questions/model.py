"""Questions with four options, one of them right, as people write them in ``docs/giang-day/cau-hoi.yaml``."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.cuts import Cut
from quyche.regulation.model import DutyId, ProvisionId, Record, Words
from quyche.regulation.vocabulary import Labelled


class CognitiveLevel(Labelled):
    """What a question asks of a learner, in the order in which papers put them."""

    RECALL = "recall", "nhận biết"
    UNDERSTAND = "understand", "thông hiểu"
    APPLY = "apply", "vận dụng"


class WrittenQuestion(Record):
    """One question that people wrote.

    ``quote`` is verbatim and bears the answer. ``right`` stands word for word in it or in the heading of the article;
    where it does not (“đúng”, “không”, a number in words), ``key`` holds the words of the quote that it rests on.
    """

    id: Annotated[str, StringConstraints(pattern=r"^ch[0-9a-z]+\.[1-9][0-9]*$")]
    provision: ProvisionId
    level: CognitiveLevel
    text: Annotated[Words, Field(max_length=400)]
    right: Annotated[Words, Field(max_length=250)]
    wrong: Annotated[tuple[Words, ...], Field(min_length=3, max_length=3)]
    quote: Words
    key: Words | None = None
    explanation: Annotated[Words, Field(max_length=500)]


class QuestionFile(Record):
    """The file of questions."""

    questions: Annotated[tuple[WrittenQuestion, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Question:
    """A question of the bank, ``right`` apart from the three ``wrong`` options.

    ``quote`` stands word for word in ``provision``. ``duty`` is the row of the data that a made question comes from,
    ``lead`` and ``tail`` what its quote does not go without; ``None`` and nothing for one that people wrote.
    """

    id: str
    provision: str
    level: CognitiveLevel
    text: str
    right: str
    wrong: tuple[str, ...]
    quote: str
    explanation: str
    duty: DutyId | None = None
    lead: str = ""
    tail: str = ""

    @property
    def line(self) -> str:
        """The quote with what it does not go without."""
        return Cut(self.lead, self.quote, self.tail).line

    @property
    def options(self) -> tuple[str, ...]:
        """The right option first, then the wrong ones; whoever shows them shuffles."""
        return (self.right, *self.wrong)


@dataclass(frozen=True)
class QuestionBank:
    """All questions, in reading order of their provisions; those that people wrote before those made from duties."""

    questions: tuple[Question, ...] = ()

    def at(self, level: CognitiveLevel) -> tuple[Question, ...]:
        """Return the questions of ``level``."""
        return tuple(question for question in self.questions if question.level is level)
