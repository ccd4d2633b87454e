"""Load the lessons and the plans of classes, and hold them against the text: every slip at once, each with its line."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from quyche.regulation.faults import AllFaults, Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.references import misquoted, unknown, unknown_provision
from quyche.teaching.lessons.model import Classes, Excerpt, Lesson, Slide
from quyche.teaching.lessons.slides import MOST_WORDS, deck

CLASSES = "lop-hoc.yaml"
LESSONS = "bai-[0-9]*.yaml"


@dataclass(frozen=True)
class Lessons:
    """All lessons in order, and the plans of classes; ``classes`` is ``None`` where none are written."""

    lessons: tuple[Lesson, ...] = ()
    classes: Classes | None = None


def load_lessons(folder: Path, index: Index) -> Lessons:
    """Return the lessons and the plans in ``folder``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault of every file, each with its line.
    """
    faults = AllFaults()
    paths = sorted(folder.glob(LESSONS))
    numbers: set[int] = set()
    read = [
        faults.take(partial(read_layer, path, Lesson, partial(_lesson_problems, index, path.stem, numbers)))
        for path in paths
    ]
    classes = None
    if (folder / CLASSES).exists():
        check = partial(_class_problems, [path.stem for path in paths])
        classes = faults.take(partial(read_layer, folder / CLASSES, Classes, check))
    faults.tell()
    return Lessons(tuple(sorted(filter(None, read), key=lambda lesson: lesson.number)), classes)


def _lesson_problems(index: Index, name: str, numbers: set[int], lesson: Lesson) -> Iterator[Problem]:
    """Yield what is wrong in the file called ``name``; ``numbers`` are those of the lessons in files before it."""
    if lesson.id != name:
        yield Problem(("id",), f"mã “{lesson.id}” khác tên tệp", f"ghi id: {name}")
    if lesson.number in numbers:
        yield Problem(("number",), f"số bài {lesson.number} lặp lại", "mỗi bài một số")
    numbers.add(lesson.number)
    total = sum(step.minutes for step in lesson.steps) + lesson.wrap_up.minutes
    yield from _sum_problem(("minutes",), total, lesson.minutes)
    problems = tuple(_citation_problems(lesson, index))
    # what cannot be cited cannot be shown, and so not counted
    yield from problems or _long_slides(lesson, index)


def _long_slides(lesson: Lesson, index: Index) -> Iterator[Problem]:
    for slide in deck(lesson, index):
        if slide.words > MOST_WORDS:
            message = f"trang chiếu “{slide.title}” có {slide.words} từ, kể cả dòng dẫn điều khoản"
            yield Problem(slide.trail, message, f"nhiều nhất {MOST_WORDS} từ; rút gọn hoặc tách thành hai trang")


def _citation_problems(lesson: Lesson, index: Index) -> Iterator[Problem]:
    for place, step in enumerate(lesson.steps):
        for number, slide in enumerate(step.slides):
            yield from _slide_problems(("steps", place, "slides", number), slide, index)
    for number, question in enumerate(lesson.wrap_up.questions):
        trail = ("wrap_up", "questions", number)
        yield from _pointers((*trail, "provisions"), question.provisions, index)
        yield from _excerpts((*trail, "quotes"), question.quotes, index)


def _slide_problems(trail: Trail, slide: Slide, index: Index) -> Iterator[Problem]:
    yield from _excerpts((*trail, "quotes"), slide.quotes, index)
    yield from _pointers((*trail, "cites"), slide.cites, index)
    if not slide.provisions:
        yield Problem(trail, "trang chiếu không dẫn điều khoản nào", "thêm quotes hoặc cites")
    if not slide.quotes and not slide.points:
        yield Problem(trail, "trang chiếu không có nội dung", "thêm quotes hoặc points")


def _excerpts(trail: Trail, excerpts: tuple[Excerpt, ...], index: Index) -> Iterator[Problem]:
    for number, excerpt in enumerate(excerpts):
        yield from misquoted((*trail, number, "words"), excerpt.provision, excerpt.words, index)


def _pointers(trail: Trail, provisions: tuple[str, ...], index: Index) -> Iterator[Problem]:
    for number, provision in enumerate(provisions):
        yield from unknown_provision((*trail, number), provision, index)


def _class_problems(lessons: Collection[str], classes: Classes) -> Iterator[Problem]:
    for number, plan in enumerate(classes.plans):
        trail = ("plans", number)
        yield from _sum_problem((*trail, "minutes"), sum(step.minutes for step in plan.steps), plan.minutes)
        for at, step in enumerate(plan.steps):
            if step.lesson is not None:
                yield from unknown((*trail, "steps", at, "lesson"), "bài", step.lesson, lessons)


def _sum_problem(trail: Trail, total: int, minutes: int) -> Iterator[Problem]:
    if total != minutes:
        message = f"các bước cộng lại {total} phút, không phải {minutes}"
        yield Problem(trail, message, "số phút các bước phải đủ thời gian")
