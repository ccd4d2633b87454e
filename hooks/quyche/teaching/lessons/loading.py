"""Load the lessons and the plans of classes, and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.yaml_lines import Document, Trail
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
    faults: list[Fault] = []
    read: dict[int, Lesson] = {}
    for path in sorted(folder.glob(LESSONS)):
        try:
            document, lesson = read_record(path, Lesson)
        except DataError as error:
            faults += error.faults
            continue
        faults += _lesson_faults(document, lesson, index)
        if path.stem != lesson.id:
            faults.append(document.fault(("id",), f"mã “{lesson.id}” khác tên tệp", f"ghi id: {path.stem}"))
        if lesson.number in read:
            faults.append(document.fault(("number",), f"số bài {lesson.number} lặp lại", "mỗi bài một số"))
        read[lesson.number] = lesson
    lessons = tuple(read[number] for number in sorted(read))
    classes = None
    if (folder / CLASSES).exists():
        try:
            document, classes = read_record(folder / CLASSES, Classes)
        except DataError as error:
            faults += error.faults
        else:
            faults += _class_faults(document, classes, lessons)
    if faults:
        raise DataError(faults)
    return Lessons(lessons, classes)


def _lesson_faults(document: Document, lesson: Lesson, index: Index) -> Iterator[Fault]:
    total = sum(step.minutes for step in lesson.steps) + lesson.wrap_up.minutes
    yield from _sum_fault(document, ("minutes",), total, lesson.minutes)
    faults = [*_citation_faults(document, lesson, index)]
    yield from faults
    if faults:  # what cannot be cited cannot be shown, and so not counted
        return
    for slide in deck(lesson, index):
        if slide.words > MOST_WORDS:
            message = f"trang chiếu “{slide.title}” có {slide.words} từ, kể cả dòng dẫn điều khoản"
            yield document.fault(slide.trail, message, f"nhiều nhất {MOST_WORDS} từ; rút gọn hoặc tách thành hai trang")


def _citation_faults(document: Document, lesson: Lesson, index: Index) -> Iterator[Fault]:
    for place, step in enumerate(lesson.steps):
        for number, slide in enumerate(step.slides):
            yield from _slide_faults(document, ("steps", place, "slides", number), slide, index)
    for number, question in enumerate(lesson.wrap_up.questions):
        trail = ("wrap_up", "questions", number)
        yield from provision_faults(document, (*trail, "provisions"), question.provisions, index)
        yield from excerpt_faults(document, (*trail, "quotes"), question.quotes, index)


def _slide_faults(document: Document, trail: Trail, slide: Slide, index: Index) -> Iterator[Fault]:
    yield from excerpt_faults(document, (*trail, "quotes"), slide.quotes, index)
    yield from provision_faults(document, (*trail, "cites"), slide.cites, index)
    if not slide.provisions:
        yield document.fault(trail, "trang chiếu không dẫn điều khoản nào", "thêm quotes hoặc cites")
    if not slide.quotes and not slide.points:
        yield document.fault(trail, "trang chiếu không có nội dung", "thêm quotes hoặc points")


def excerpt_faults(document: Document, trail: Trail, excerpts: tuple[Excerpt, ...], index: Index) -> Iterator[Fault]:
    """Yield a fault for each excerpt whose provision is not there or does not hold its words."""
    for number, excerpt in enumerate(excerpts):
        place = index.place.get(excerpt.provision)
        if place is None:
            yield document.fault((*trail, number, "provision"), *_unknown(excerpt.provision))
        elif excerpt.words not in (place.provision.text or place.provision.heading or ""):
            yield document.fault(
                (*trail, number, "words"),
                f"“{excerpt.words}” không có trong {excerpt.provision}",
                "chép đúng từng chữ của điều khoản",
            )


def provision_faults(document: Document, trail: Trail, provisions: tuple[str, ...], index: Index) -> Iterator[Fault]:
    """Yield a fault for each of ``provisions`` that is not there."""
    for number, provision in enumerate(provisions):
        if provision not in index.place:
            yield document.fault((*trail, number), *_unknown(provision))


def _unknown(provision: str) -> tuple[str, str]:
    return f"không có điều khoản “{provision}”", "ghi mã có trong regulation.yaml"


def _class_faults(document: Document, classes: Classes, lessons: tuple[Lesson, ...]) -> Iterator[Fault]:
    by_id = {lesson.id: lesson for lesson in lessons}
    for number, plan in enumerate(classes.plans):
        trail = ("plans", number)
        total = sum(step.minutes for step in plan.steps)
        yield from _sum_fault(document, (*trail, "minutes"), total, plan.minutes)
        for place, step in enumerate(plan.steps):
            if step.lesson is not None and step.lesson not in by_id:
                yield document.fault(
                    (*trail, "steps", place, "lesson"),
                    f"không có bài “{step.lesson}”",
                    f"được dùng: {', '.join(by_id)}",
                )


def _sum_fault(document: Document, trail: Trail, total: int, minutes: int) -> Iterator[Fault]:
    if total != minutes:
        yield document.fault(
            trail, f"các bước cộng lại {total} phút, không phải {minutes}", "số phút các bước phải đủ thời gian"
        )
