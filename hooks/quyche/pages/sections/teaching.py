"""For trainers: lessons with what belongs to each, practice and tests, the exercise."""

from collections.abc import Iterator, Sequence

from quyche import addresses
from quyche.pages.page import Menu, Page, Section
from quyche.pages.presentation import presentation_pack, presentation_page
from quyche.pages.rendering import Renderer
from quyche.pages.teaching import exercise_page, lesson_pages, teaching_page
from quyche.pages.testing import testing_files, testing_pages
from quyche.project import CACHE, Project
from quyche.teaching.exercise.record import key_json
from quyche.teaching.files import ALL_HANDOUTS, TeachingFiles, teaching_files


def teaching_section(render: Renderer, project: Project, before: Sequence[Page]) -> Section:
    """Return the part for trainers; it leads to the pages ``before`` it where they are there."""
    lessons = project.lessons
    testing = (
        *testing_pages(render, project),
        *((exercise_page(render, project.exercise),) if project.exercise else ()),
    )
    made = teaching_files(lessons, project.duties, project.root / CACHE / "teaching") if lessons.lessons else None
    entries = (*_lesson_entries(project), *(Menu(page.menu, page.path) for page in testing))
    return Section(
        (*testing, *(_lesson_pages(render, project, made, (*before, *testing)) if made else ())),
        (Menu("Giảng dạy", entries=entries),) if entries else (),
        {**testing_files(project), **dict(_files(render, project, made))},
    )


def _lesson_entries(project: Project) -> Iterator[Menu]:
    lessons = project.lessons.lessons
    if lessons:
        yield Menu("Cho giảng viên", addresses.TEACHING)
    yield from (Menu(f"Bài {lesson.number}. {lesson.title}", addresses.lesson_path(lesson.id)) for lesson in lessons)


def _lesson_pages(render: Renderer, project: Project, made: TeachingFiles, others: tuple[Page, ...]) -> Iterator[Page]:
    yield teaching_page(render, project.lessons, made, others)
    yield from lesson_pages(
        render, project.lessons, made, frozenset((addresses.TEACHING, *(page.path for page in others)))
    )


def _files(render: Renderer, project: Project, made: TeachingFiles | None) -> Iterator[tuple[str, str | bytes]]:
    if project.exercise:
        yield addresses.EXERCISE_KEY, key_json(project.exercise)
    if made is None:
        return
    yield f"{addresses.HANDOUTS}{ALL_HANDOUTS}", made.all_handouts
    yield from ((addresses.handout_path(project.index.bodies[body]), data) for body, data in made.handouts.items())
    for lesson in project.lessons.lessons:
        path = addresses.lesson_path(lesson.id)
        yield from ((f"{path}{name}", data) for name, data in made.lessons[lesson.id].items())
        yield f"{path}{addresses.PRESENTATION}index.html", presentation_page(render, lesson, root="../" * 3, back="../")
        yield f"{path}{addresses.PRESENTATION_PACK}", presentation_pack(render, lesson, project.root / "docs")
