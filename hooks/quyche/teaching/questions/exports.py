"""The bank for other programs: Moodle's GIFT, a table in CSV."""

import csv
import io
from hashlib import sha256

from quyche.regulation.citations import citation
from quyche.regulation.index import Index, Place
from quyche.regulation.vocabulary import Kind
from quyche.teaching.questions.model import Question, QuestionBank
from quyche.vietnamese.letters import upper_first

LETTERS = "ABCD"
GIFT_SIGNS = "\\~=#{}:"
"""What GIFT reads as its own; a backslash before a sign makes it a letter."""
HEADS = (
    *("Mã", "Điều", "Trích dẫn", "Mức độ", "Câu hỏi", *LETTERS),
    *("Đáp án", "Giải thích", "Lời trích nguyên văn", "Nguồn"),
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def gift(bank: QuestionBank, index: Index) -> str:
    """Return the bank in Moodle's GIFT: a category for each article, the citation and the words as feedback."""
    lines = [f"// {index.regulation.title}. {index.regulation.status.print_line}", ""]
    category = ""
    for question in bank.questions:
        parts = (index.regulation.short_title, article_label(index.place[question.provision]))
        found = "/".join(part.replace("/", "//") for part in parts)
        if found != category:
            category = found
            lines += [f"$CATEGORY: {category}", ""]
        lines += [*_gift_question(question, index), ""]
    return "\n".join(lines)


def _gift_question(question: Question, index: Index) -> list[str]:
    cited = upper_first(citation(index.place[question.provision]))
    feedback = f"{question.explanation} {cited}: “{question.line}”"
    return [
        f"// [id:{question.id}] [tag:{question.level.label}]",
        f"::{gift_words(question.id)}::{gift_words(question.text)} {{",
        *(f"\t{'=' if option == question.right else '~'}{gift_words(option)}" for option in shuffled_options(question)),
        f"\t####{gift_words(feedback)}",
        "}",
    ]


def gift_words(words: str) -> str:
    """Return ``words`` so that GIFT reads every sign in them as a letter."""
    return "".join(f"\\{letter}" if letter in GIFT_SIGNS else letter for letter in words)


def table(bank: QuestionBank, index: Index) -> bytes:
    """Return the bank as CSV that Excel opens by itself: UTF-8 with a mark, commas, no cell that acts as a formula."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(HEADS)
    for question in bank.questions:
        place = index.place[question.provision]
        options = shuffled_options(question)
        row = (
            question.id,
            article_label(place),
            citation(place),
            question.level.label,
            question.text,
            *options,
            LETTERS[options.index(question.right)],
            question.explanation,
            question.line,
            "biên soạn" if question.duty is None else f"lập từ dữ liệu ({question.duty})",
        )
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in row])
    return rows.getvalue().encode("utf-8-sig")


def article_label(place: Place) -> str:
    """Return ``Điều 5``, or how a provision outside the articles is cited."""
    return f"{Kind.ARTICLE.label} {place.article.num}" if place.article else upper_first(citation(place))


def shuffled_options(question: Question) -> tuple[str, ...]:
    """Return the options in an order that is always the same and has the right one anywhere."""
    return tuple(sorted(question.options, key=lambda option: sha256(f"{question.id} {option}".encode()).hexdigest()))
