"""The pages for trainers: an index by the length of the class, a page for each lesson, the exercise."""

from collections.abc import Iterator, Mapping, Sequence

from quyche.addresses import EXERCISE, EXERCISE_KEY, TEACHING, lesson_path
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.teaching.exercise import SetExercise
from quyche.teaching.files import PLAN, SLIDES, TeachingFiles
from quyche.teaching.lessons.loading import Lessons
from quyche.teaching.lessons.model import Lesson
from quyche.teaching.lessons.slides import deck


def _index_page(renderer: Renderer, lessons: Lessons, files: TeachingFiles, others: Sequence[Page]) -> Page:
    return renderer.page(
        "teaching",
        TEACHING,
        columns=Columns.NO_CONTENTS,
        lessons=lessons.lessons,
        classes=lessons.classes,
        by_id={lesson.id: lesson for lesson in lessons.lessons},
        known={page.path: page for page in others},
        more=tuple(page for page in others if page.path.startswith(TEACHING)),
        files=files,
        slides_name=SLIDES,
        plan_name=PLAN,
    )


def lesson_pages(renderer: Renderer, lessons: Lessons, files: TeachingFiles, others: Sequence[Page]) -> Iterator[Page]:
    """Yield the index for trainers and the page of each lesson; they lead to the ``others`` that there are."""
    yield _index_page(renderer, lessons, files, others)
    known = frozenset((TEACHING, *(page.path for page in others)))
    for lesson in lessons.lessons:
        yield _lesson_page(renderer, lesson, files.lessons[lesson.id], known)


def _lesson_page(renderer: Renderer, lesson: Lesson, files: Mapping[str, bytes], known: frozenset[str]) -> Page:
    return renderer.page(
        "lesson",
        lesson_path(lesson.id),
        f"Bài {lesson.number}. {lesson.title}",
        description=lesson.lede,
        lesson=lesson,
        files=files,
        known=known,
        slides=deck(lesson, renderer.duties.index),
        slides_name=SLIDES,
        plan_name=PLAN,
    )


def exercise_page(renderer: Renderer, found: SetExercise) -> Page:
    """Return the page of the exercise: the story, what to do, the key folded."""
    exercise = found.exercise
    return renderer.page(
        "exercise",
        EXERCISE,
        exercise.title,
        menu="Bài tập điền phiếu",
        description=exercise.lede,
        exercise=exercise,
        checklist=found.checklist,
        states={state.id: state for state in found.checklist.scale.states},
        facts={fact.id: number for number, fact in enumerate(exercise.facts, 1)},
        key=EXERCISE_KEY.removeprefix(EXERCISE),
    )
