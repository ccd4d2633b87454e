"""Load the questions and hold them against the text: every slip at once, each with its line."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import read_layer
from quyche.regulation.references import absent, ids, repeated, unknown_citations, unknown_provision
from quyche.teaching.questions.making import made_questions
from quyche.teaching.questions.model import Question, QuestionBank, QuestionFile, WrittenQuestion
from quyche.vietnamese.letters import fold, words


def load_questions(path: Path, index: Index) -> QuestionBank:
    """Return the questions in the YAML file at ``path``, with those that the duties of the regulation give.

    Raises:
        DataError: anything is wrong; it holds every fault of the file.
    """
    file = read_layer(path, QuestionFile, partial(_problems, index))
    written = [Question(**question.model_dump(exclude={"key"})) for question in file.questions]
    order = {place.id: number for number, place in enumerate(index.places)}
    found = [*written, *made_questions(index, {question.text for question in written})]
    return QuestionBank(tuple(sorted(found, key=lambda question: order[question.provision])))


def _problems(index: Index, file: QuestionFile) -> Iterator[Problem]:
    yield from repeated(ids("questions", file.questions), "mỗi câu hỏi một mã")
    texts: set[str] = set()
    for number, question in enumerate(file.questions):
        trail = ("questions", number)
        if plain(question.text) in texts:
            yield Problem((*trail, "text"), "lời hỏi này đã có ở câu trên", "mỗi câu hỏi một lời hỏi")
        texts.add(plain(question.text))
        yield from unknown_citations((*trail, "explanation"), question.explanation, index)
        missing = tuple(unknown_provision((*trail, "provision"), question.provision, index, headings=False))
        yield from missing or _question_problems(trail, question, index.place[question.provision])


def _question_problems(trail: Trail, question: WrittenQuestion, place: Place) -> Iterator[Problem]:
    article = place.article
    if article is not None and not question.id.startswith(f"ch{article.id.removeprefix('d')}."):
        message = f"mã “{question.id}” không theo điều của câu hỏi"
        yield Problem((*trail, "id"), message, f"ghi ch{article.id.removeprefix('d')}. rồi số thứ tự")
    yield from absent((*trail, "quote"), question.quote, place.words, place.id)
    yield from _option_problems(trail, question, (article.heading if article else None) or "")


def _option_problems(trail: Trail, question: WrittenQuestion, heading: str) -> Iterator[Problem]:
    if question.key is None and not any(_within(question.right, words) for words in (question.quote, heading)):
        yield Problem(
            (*trail, "right"),
            f"đáp án đúng “{question.right}” không có trong lời trích và tên điều",
            "chép chữ của lời trích, hoặc ghi ở “key” các chữ của lời trích làm căn cứ cho đáp án",
        )
    if question.key is not None:
        allowed = "chép đúng từng chữ của lời trích"
        yield from absent((*trail, "key"), question.key, question.quote, "lời trích", allowed)
    counts = Counter(map(plain, (question.right, *question.wrong)))
    for number, option in enumerate(question.wrong):
        where = (*trail, "wrong", number)
        if counts[plain(option)] > 1:
            yield Problem(where, f"phương án “{option}” trùng phương án khác", "bốn phương án khác nhau")
        elif _within(option, question.quote):
            message = f"phương án sai “{option}” đứng nguyên chữ trong lời trích, dễ thành đáp án đúng thứ hai"
            yield Problem(where, message, "đổi phương án, hoặc trích hẹp lại")


def plain(text: str) -> str:
    """Return ``text`` so that only words count: without marks, capitals, punctuation."""
    return " ".join(words(fold(text)))


def _within(part: str, whole: str) -> bool:
    return f" {plain(part)} " in f" {plain(whole)} "
