"""Load the situations and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from pathlib import Path

from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.yaml_lines import Document, Trail
from quyche.teaching.questions.loading import unknown_citations
from quyche.teaching.situations.model import FULL_MARKS, Situation, SituationFile, SituationQuestion, Situations


def load_situations(path: Path, index: Index) -> Situations:
    """Return the situations in the YAML file at ``path``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault of the file.
    """
    document, file = read_record(path, SituationFile)
    faults: list[Fault] = []
    ids: set[str] = set()
    for number, situation in enumerate(file.situations):
        trail = ("situations", number)
        if situation.id in ids:
            faults.append(document.fault((*trail, "id"), f"mã “{situation.id}” lặp lại", "mỗi tình huống một mã"))
        ids.add(situation.id)
        faults += _faults(document, trail, situation, index)
    if faults:
        raise DataError(faults)
    return Situations(file.situations)


def _faults(document: Document, trail: Trail, situation: Situation, index: Index) -> Iterator[Fault]:
    if situation.points != FULL_MARKS:
        yield document.fault(
            trail,
            f"tổng điểm của tình huống là {situation.points:g}",
            f"cộng các mục “points” phải được {FULL_MARKS}",
        )
    for number, question in enumerate(situation.questions):
        yield from _question_faults(document, (*trail, "questions", number), question, index)


def _question_faults(document: Document, trail: Trail, question: SituationQuestion, index: Index) -> Iterator[Fault]:
    for number, criterion in enumerate(question.guide):
        yield from unknown_citations(document, (*trail, "guide", number, "text"), criterion.text, index)
    for number, expected in enumerate(question.expected):
        where = (*trail, "expected", number)
        place = index.place.get(expected.provision)
        if place is None or place.provision.kind.is_heading:
            yield document.fault(
                (*where, "provision"), f"không có điều khoản “{expected.provision}”", "xem regulation.yaml"
            )
        elif expected.quote not in (place.provision.text or place.provision.heading or ""):
            yield document.fault(
                (*where, "quote"),
                f"“{expected.quote}” không có trong {expected.provision}",
                "chép đúng từng chữ của điều khoản",
            )
