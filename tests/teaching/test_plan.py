"""The plan of a lesson opened again by python-docx: A4, its margins, every step with its minutes, every answer."""

import io
import zipfile

from docx import Document
from docx.shared import Mm

from quyche.regulation.index import Index
from quyche.teaching.lessons.loading import Lessons
from quyche.teaching.lessons.model import Lesson
from quyche.teaching.lessons.slides import deck
from quyche.teaching.lessons.word import write_plan


def test_the_plan_holds_the_lesson(lesson: Lesson, ours: Index) -> None:
    document = Document(io.BytesIO(write_plan(lesson, ours)))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    text = "\n".join(paragraphs)
    for aim in (*lesson.aims.knowledge, *lesson.aims.skills, *lesson.aims.attitude, *lesson.methods):
        assert f"- {aim}" in paragraphs
    for question in lesson.wrap_up.questions:
        assert question.question in text
        assert question.answer in text
    for slide in deck(lesson, ours):
        assert slide.citation in text
        assert all(words in paragraphs for words in slide.notes)


def test_the_minutes_of_the_plan_sum(lesson: Lesson, ours: Index) -> None:
    document = Document(io.BytesIO(write_plan(lesson, ours)))
    _, steps = document.tables
    minutes = [int(row.cells[0].text.split()[0]) for row in steps.rows[1:]]
    assert len(minutes) == len(lesson.steps) + 2
    assert sum(minutes[:-1]) == minutes[-1] == lesson.minutes
    for row, step in zip(steps.rows[1:], lesson.steps, strict=False):
        assert row.cells[2].text == step.lecturer
        assert row.cells[3].text == step.learners


def test_the_plan_is_laid_out_as_an_office_paper(lesson: Lesson, ours: Index) -> None:
    document = Document(io.BytesIO(write_plan(lesson, ours)))
    (section,) = document.sections
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(size / Mm(1), 1) for size in sizes if size] == [210, 297, 30, 15, 20]
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size is not None
    assert document.styles["Normal"].font.size.pt == 13
    assert section.different_first_page_header_footer
    assert ours.regulation.status.print_line in section.footer.paragraphs[0].text
    assert ours.regulation.status.print_line in section.first_page_footer.paragraphs[0].text


def test_plans_are_the_same_twice(lessons: Lessons, ours: Index) -> None:
    plan = write_plan(lessons.lessons[0], ours)
    assert plan == write_plan(lessons.lessons[0], ours)
    with zipfile.ZipFile(io.BytesIO(plan)) as archive:
        assert archive.testzip() is None
