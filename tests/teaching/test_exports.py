"""GIFT and CSV opened again by readers written from the formats' descriptions, and counted."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from quyche.project import QUESTIONS
from quyche.regulation.index import Index
from quyche.teaching.questions.exports import GIFT_SIGNS, HEADS, gift, gift_words, table
from quyche.teaching.questions.loading import load_questions
from quyche.teaching.questions.making import made_questions
from quyche.teaching.questions.model import QuestionBank

NASTY = r"50% {a} = b ~ c # d : e \n <b>&amp;</b> “f” -> 1/2"


@pytest.fixture(scope="module")
def bank(project: Path, ours: Index) -> QuestionBank:
    return load_questions(project / QUESTIONS, ours)


def plain(words: str) -> str:
    return re.sub(r"\\(.)", r"\1", words)


def read_gift(text: str) -> dict[str, tuple[str, dict[str, bool], str, str]]:
    """Return id -> (question, option -> whether it is right, feedback, category), read by GIFT's rules."""
    found = {}
    category = ""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in block.split("\n") if line.strip() and not line.startswith("//")]
        if not lines:
            continue
        if lines[0].startswith("$CATEGORY: "):
            category = lines[0].removeprefix("$CATEGORY: ")
            continue
        opened = re.split(r"(?<!\\)\{", "\n".join(lines))
        assert len(opened) == 2, block
        closed = re.split(r"(?<!\\)\}", opened[1])
        assert [len(closed), closed[1].strip()] == [2, ""], block
        title = re.fullmatch(r"::((?:[^:\\]|\\.)+)::(.*)", opened[0].strip(), re.DOTALL)
        assert title, block
        answers, feedback = re.split(r"(?<!\\)####", closed[0])
        options = re.findall(r"(?<!\\)([=~])((?:[^=~\\#]|\\.)*)", answers, re.DOTALL)
        name = plain(title[1])
        assert name not in found
        found[name] = (
            plain(title[2].strip()),
            {plain(words.strip()): sign == "=" for sign, words in options},
            plain(feedback.strip()),
            category,
        )
    return found


def test_gift_read_again_holds_every_question_once_with_one_right_option(bank: QuestionBank, ours: Index) -> None:
    read = read_gift(gift(bank, ours))
    assert set(read) == {question.id for question in bank.questions}
    for question in bank.questions:
        text, options, feedback, category = read[question.id]
        assert text == question.text
        assert options == {option: option == question.right for option in question.options}
        assert feedback.endswith(f"“{question.line}”")
        assert question.explanation in feedback
        article = ours.place[question.provision].article
        assert article is not None
        assert category == f"{ours.regulation.short_title}/Điều {article.num}"


def test_gift_takes_every_sign_of_its_own_as_a_letter(small: Index) -> None:
    (question, *_) = made_questions(small)
    hard = replace(question, text=NASTY, right=NASTY + "!", explanation=NASTY)
    text, options, feedback, _ = read_gift(gift(QuestionBank((hard,)), small))[question.id]
    assert (text, feedback.startswith(NASTY)) == (NASTY, True)
    assert options == {option: option == hard.right for option in hard.options}


def test_gift_words_escape_exactly_the_signs() -> None:
    assert gift_words("a~b=c#d{e}f:g\\h") == r"a\~b\=c\#d\{e\}f\:g\\h"
    assert plain(gift_words(GIFT_SIGNS)) == GIFT_SIGNS


def test_csv_opened_again_holds_every_question_and_its_letter(bank: QuestionBank, ours: Index) -> None:
    data = table(bank, ours)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEADS
    assert [row["Mã"] for row in rows] == [question.id for question in bank.questions]
    for row, question in zip(rows, bank.questions, strict=True):
        assert row[row["Đáp án"]] == question.right
        assert {row[letter] for letter in "ABCD"} == set(question.options)
        assert row["Lời trích nguyên văn"] == question.line
    letters = [row["Đáp án"] for row in rows]
    assert min(letters.count(letter) for letter in "ABCD") > len(rows) / 8


def test_no_cell_of_the_csv_is_a_formula(small: Index) -> None:
    (question, *_) = made_questions(small)
    bank = QuestionBank((replace(question, text="=1+1", right="@SUM(A1)", wrong=("+1", "-2", "3")),))
    (_, row) = csv.reader(io.StringIO(table(bank, small).decode("utf-8-sig"), newline=""))
    assert [cell for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
