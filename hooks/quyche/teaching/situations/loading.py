"""Load the situations and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.references import ids, misquoted, repeated, unknown_citations
from quyche.teaching.situations.model import FULL_MARKS, SituationFile, SituationQuestion, Situations


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
