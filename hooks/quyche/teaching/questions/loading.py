"""Load the questions and hold them against the text: every slip at once, each with its line."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import read_record
from quyche.regulation.vocabulary import Kind
from quyche.regulation.yaml_lines import Document, Trail
from quyche.teaching.questions.making import made_questions
from quyche.teaching.questions.model import Question, QuestionBank, QuestionFile, WrittenQuestion
from quyche.vietnamese.letters import fold, words

CITED = re.compile(rf"\b{Kind.ARTICLE.label} (\d+\w*)")


def load_questions(path: Path, index: Index) -> QuestionBank:
    """Return the questions in the YAML file at ``path``, with those that the duties of the regulation give.

    Raises:
        DataError: anything is wrong; it holds every fault of the file.
    """
    document, file = read_record(path, QuestionFile)
    faults = list(_faults(document, file, index))
    if faults:
        raise DataError(faults)
    written = [_written(question) for question in file.questions]
    order = {place.id: number for number, place in enumerate(index.places)}
    found = [*written, *made_questions(index, {question.text for question in written})]
    return QuestionBank(tuple(sorted(found, key=lambda question: order[question.provision])))


def _written(question: WrittenQuestion) -> Question:
    return Question(
        question.id,
        question.provision,
        question.level,
        question.text,
        question.right,
        question.wrong,
        question.quote,
        question.explanation,
    )


def _faults(document: Document, file: QuestionFile, index: Index) -> Iterator[Fault]:
    ids: set[str] = set()
    texts: set[str] = set()
    for number, question in enumerate(file.questions):
        trail = ("questions", number)
        if question.id in ids:
            yield document.fault((*trail, "id"), f"mã “{question.id}” lặp lại", "mỗi câu hỏi một mã")
        if plain(question.text) in texts:
            yield document.fault((*trail, "text"), "lời hỏi này đã có ở câu trên", "mỗi câu hỏi một lời hỏi")
        ids.add(question.id)
        texts.add(plain(question.text))
        place = index.place.get(question.provision)
        if place is None or place.provision.kind.is_heading:
            yield document.fault(
                (*trail, "provision"), f"không có điều khoản “{question.provision}”", "xem regulation.yaml"
            )
            continue
        yield from _question_faults(document, trail, question, place)
        yield from unknown_citations(document, (*trail, "explanation"), question.explanation, index)


def _question_faults(document: Document, trail: Trail, question: WrittenQuestion, place: Place) -> Iterator[Fault]:
    article = place.article
    if article is not None and not question.id.startswith(f"ch{article.id.removeprefix('d')}."):
        yield document.fault(
            (*trail, "id"),
            f"mã “{question.id}” không theo điều của câu hỏi",
            f"ghi ch{article.id.removeprefix('d')}. rồi số thứ tự",
        )
    if question.quote not in (place.provision.text or place.provision.heading or ""):
        yield document.fault(
            (*trail, "quote"), f"“{question.quote}” không có trong {place.id}", "chép đúng từng chữ của điều khoản"
        )
    yield from _option_faults(document, trail, question, (article.heading if article else None) or "")


def _option_faults(document: Document, trail: Trail, question: WrittenQuestion, heading: str) -> Iterator[Fault]:
    if question.key is None and not any(_within(question.right, words) for words in (question.quote, heading)):
        yield document.fault(
            (*trail, "right"),
            f"đáp án đúng “{question.right}” không có trong lời trích và tên điều",
            "chép chữ của lời trích, hoặc ghi ở “key” các chữ của lời trích làm căn cứ cho đáp án",
        )
    if question.key is not None and question.key not in question.quote:
        yield document.fault(
            (*trail, "key"), f"“{question.key}” không có trong lời trích", "chép đúng từng chữ của lời trích"
        )
    counts = Counter(map(plain, (question.right, *question.wrong)))
    for number, option in enumerate(question.wrong):
        where = (*trail, "wrong", number)
        if counts[plain(option)] > 1:
            yield document.fault(where, f"phương án “{option}” trùng phương án khác", "bốn phương án khác nhau")
        elif _within(option, question.quote):
            yield document.fault(
                where,
                f"phương án sai “{option}” đứng nguyên chữ trong lời trích, dễ thành đáp án đúng thứ hai",
                "đổi phương án, hoặc trích hẹp lại",
            )


def unknown_citations(document: Document, trail: Trail, text: str, index: Index) -> Iterator[Fault]:
    """Yield a fault for every article that ``text`` cites and the regulation does not have."""
    known = {place.provision.num for place in index.articles}
    for number in CITED.findall(text):
        if number not in known:
            yield document.fault(trail, f"không có {Kind.ARTICLE.label} {number}", "dẫn điều có trong quy chế")


def plain(text: str) -> str:
    """Return ``text`` so that only words count: without marks, capitals, punctuation."""
    return " ".join(words(fold(text)))


def _within(part: str, whole: str) -> bool:
    return f" {plain(part)} " in f" {plain(whole)} "
