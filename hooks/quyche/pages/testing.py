"""What trainers test with: practice, an exam maker, situations; and the bank of questions as files."""

from collections.abc import Mapping
from typing import Any

from quyche import addresses
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.project import Project
from quyche.regulation.citations import article_name, citation, html_id
from quyche.regulation.index import Index, grouped
from quyche.scripts import data_script
from quyche.teaching.questions.exports import article_label, gift, table
from quyche.teaching.questions.model import CognitiveLevel, Question, QuestionBank
from quyche.teaching.situations import FULL_MARKS, Situations

STYLES = ("assets/css/form.css", "assets/css/teaching.css")


def testing_pages(renderer: Renderer, project: Project) -> tuple[Page, ...]:
    """Return the pages of what there is to test with: none where nobody has written any."""
    found = []
    if project.questions.questions:
        found += [practice_page(renderer, project.questions), exam_page(renderer, project.questions)]
    if project.situations.all:
        found.append(situations_page(renderer, project.situations))
    return tuple(found)


def testing_files(project: Project) -> Mapping[str, str | bytes]:
    """Return the bank as files, by path from the root."""
    bank, index = project.questions, project.index
    if not bank.questions:
        return {}
    return {
        addresses.QUESTIONS_SCRIPT: bank_script(bank, index),
        addresses.QUESTIONS_GIFT: gift(bank, index),
        addresses.QUESTIONS_TABLE: table(bank, index),
    }


def practice_page(renderer: Renderer, bank: QuestionBank) -> Page:
    """Return the page on which one practises."""
    return renderer.page(
        "practice",
        addresses.PRACTICE,
        columns=Columns.NO_CONTENTS,
        styles=STYLES,
        count=len(bank.questions),
        articles=_articles(bank, renderer.duties.index),
        levels=_counts(bank),
    )


def exam_page(renderer: Renderer, bank: QuestionBank) -> Page:
    """Return the page on which a trainer makes a test."""
    return renderer.page(
        "exam",
        addresses.EXAM,
        columns=Columns.NO_CONTENTS,
        styles=STYLES,
        count=len(bank.questions),
        written=sum(question.duty is None for question in bank.questions),
        levels=_counts(bank),
    )


def situations_page(renderer: Renderer, situations: Situations) -> Page:
    """Return the page of situations, the marking guides folded."""
    return renderer.page(
        "situations",
        addresses.SITUATIONS,
        styles=STYLES[-1:],
        situations=situations.all,
        full_marks=FULL_MARKS,
        points_words=points_words,
    )


def points_words(points: float) -> str:
    """Return points as they are written: ``1,5``; ``2``."""
    return f"{points:g}".replace(".", ",")


def bank_script(bank: QuestionBank, index: Index) -> str:
    """Return the bank as a script that two pages share: one opened from a disk may read no JSON."""
    regulation = index.regulation
    data = {
        "regulation": {"id": regulation.id, "title": regulation.title, "line": regulation.status.print_line},
        "levels": [{"id": level.value, "label": level.label} for level in CognitiveLevel],
        "articles": _articles(bank, index),
        "questions": [_record(question, index) for question in bank.questions],
    }
    return data_script("ngan-hang", data)


def _record(question: Question, index: Index) -> dict[str, Any]:
    place = index.place[question.provision]
    path = addresses.article_path(place.article) if place.article else addresses.TEXT
    return {
        "id": question.id,
        "provision": question.provision,
        "article": place.article.id if place.article else "",
        "citation": citation(place),
        "path": path,
        "anchor": html_id(question.provision),
        "level": question.level.value,
        "text": question.text,
        "options": list(question.options),
        "explanation": question.explanation,
        "lead": question.lead,
        "quote": question.quote,
        "tail": question.tail,
    }


def _articles(bank: QuestionBank, index: Index) -> list[dict[str, str | int]]:
    places = [index.place[question.provision] for question in bank.questions]
    found = grouped((place.article.id if place.article else "", place) for place in places)
    outside = "Phần căn cứ"
    return [
        {
            "id": name,
            "name": article_name(first.article) if first.article else outside,
            "label": article_label(first) if first.article else outside,
            "count": 1 + len(others),
        }
        for name, (first, *others) in found.items()
    ]


def _counts(bank: QuestionBank) -> list[tuple[CognitiveLevel, int]]:
    return [(level, len(bank.at(level))) for level in CognitiveLevel]
