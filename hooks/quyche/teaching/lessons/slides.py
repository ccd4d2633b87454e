"""The slides of a lesson as they are shown: those that are written, and those that follow (title, wrap-up, questions).

One deck stands behind the PPTX, the presentation in the browser and the count of words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from quyche.regulation.citations import citation
from quyche.regulation.faults import Trail
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Kind
from quyche.teaching.lessons.model import Excerpt, Lesson, ReviewQuestion
from quyche.vietnamese.letters import upper_first

MOST_WORDS = 60
"""On one slide, everything counted: more is read, not listened to."""


class SlideKind(StrEnum):
    """What a slide is for; it decides how the slide looks."""

    TITLE = "title"
    CONTENT = "content"
    QUESTION = "question"


@dataclass(frozen=True)
class ShownSlide:
    """A slide as the class sees it, with what the lecturer says; ``trail`` leads to what it is made from."""

    kind: SlideKind
    title: str
    quotes: tuple[Excerpt, ...]
    points: tuple[str, ...]
    citation: str
    foot: str
    notes: tuple[str, ...]
    trail: Trail

    @property
    def words(self) -> int:
        """How many words stand on the slide, with its citation, its foot and its number."""
        quoted = (quote.words for quote in self.quotes)
        shown = (self.title, *quoted, *self.points, self.citation, self.foot, "1")
        return sum(len(words.split()) for words in shown)


def deck(lesson: Lesson, index: Index) -> tuple[ShownSlide, ...]:
    """Return all slides of ``lesson`` in order. Every provision named in it must be in the regulation."""
    return tuple(_slides(lesson, index))


def _slides(lesson: Lesson, index: Index) -> Iterator[ShownSlide]:
    regulation = index.regulation
    foot = regulation.status.label
    term = f" ({regulation.term})" if regulation.term else ""
    yield ShownSlide(
        SlideKind.TITLE,
        lesson.title,
        (),
        (f"Bài {lesson.number}, {lesson.minutes} phút", f"{regulation.title}{term}"),
        articles_line(lesson, index),
        foot,
        (f"Đối tượng: {lesson.audience}", *regulation.status.notice),
        ("title",),
    )
    for place, step in enumerate(lesson.steps):
        for number, slide in enumerate(step.slides):
            trail = ("steps", place, "slides", number)
            line = citation_line(slide.provisions, index)
            notes = (f"{step.title} ({step.minutes} phút).", *slide.notes)
            yield ShownSlide(SlideKind.CONTENT, slide.title, slide.quotes, slide.points, line, foot, notes, trail)
    yield ShownSlide(
        SlideKind.CONTENT,
        "Củng cố",
        (),
        lesson.wrap_up.points,
        articles_line(lesson, index),
        foot,
        (f"Củng cố, câu hỏi ôn ({lesson.wrap_up.minutes} phút).",),
        ("wrap_up", "points"),
    )
    for number, question in enumerate(lesson.wrap_up.questions):
        yield _question(question, number, foot, index)


def _question(question: ReviewQuestion, number: int, foot: str, index: Index) -> ShownSlide:
    quoted = tuple(f"Nguyên văn {citation(index.place[one.provision])}: “{one.words}”." for one in question.quotes)
    return ShownSlide(
        SlideKind.QUESTION,
        f"Câu hỏi {number + 1}",
        (),
        (question.question,),
        citation_line(question.provisions, index),
        foot,
        (f"Đáp án: {question.answer}", *quoted),
        ("wrap_up", "questions", number),
    )


def describe(properties: Any, title: str, index: Index) -> None:  # noqa: ANN401 -- of python-docx or python-pptx
    """Set what an office file says of itself: its title, whose it is, the day of the data (no clock is asked)."""
    properties.title, properties.subject = title, index.regulation.title
    properties.author = properties.last_modified_by = "Ban biên tập"
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime.combine(index.regulation.status.as_of, time())


def citation_line(provisions: tuple[str, ...], index: Index) -> str:
    """Return ``provisions`` as one line: ``Khoản 2, 4 Điều 23; Điều 27``."""
    together: dict[tuple[str, str], list[str]] = {}
    order = {place.id: number for number, place in enumerate(index.places)}
    for provision in sorted(provisions, key=order.__getitem__):
        label, number, *rest = citation(index.place[provision]).split(" ", 2)
        together.setdefault((label, " ".join(rest)), []).append(number)
    cited = (f"{label} {', '.join(numbers)} {rest}".rstrip() for (label, rest), numbers in together.items())
    return upper_first("; ".join(cited))


def articles_line(lesson: Lesson, index: Index) -> str:
    """Return the articles that the slides of ``lesson`` stand on, as one line: ``Điều 1 - 3, 24, 28``."""
    named = dict.fromkeys(provision for slide in lesson.slides for provision in slide.provisions)
    articles = {place.article.id for place in index.places if place.id in named and place.article is not None}
    runs: list[list[str]] = [[]]
    for place in index.articles:
        if place.id in articles:
            runs[-1].append(place.provision.num or "")
        elif runs[-1]:
            runs.append([])
    spans = (f"{run[0]} - {run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs if run)  # noqa: PLR2004 -- two are no span
    return f"{Kind.ARTICLE.label} {', '.join(spans)}" if articles else citation_line(tuple(named), index)
