"""The PPTX opened again: slides and words counted, a citation and notes on each, each word inside its frame."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from quyche.regulation.index import Index
from quyche.teaching.lessons.loading import Lessons
from quyche.teaching.lessons.model import Lesson
from quyche.teaching.lessons.pptx import write_slides
from quyche.teaching.lessons.slides import MOST_WORDS, deck
from tests.libreoffice import converted

POINTS = 12700
"""Length units of the file in a point."""
SLACK = 2.0
"""Points by which a letter may lean over the edge of its frame."""
TALLER = 0.08
"""The share by which pdftotext draws the box of a word above and below its line."""


class Frame(NamedTuple):
    """A text frame in points, and how many words stand in it."""

    left: float
    top: float
    right: float
    bottom: float
    words: int


Opened: TypeAlias = dict[str, Any]
"""Id of a lesson -> its PPTX, opened; python-pptx has no public type for it."""


def texts(slide: Any) -> dict[str, str]:  # noqa: ANN401 -- python-pptx's slide
    """Return name of shape (numbered) -> its words."""
    return {
        f"{number} {shape.name}": frame_text(shape) for number, shape in enumerate(slide.shapes) if shape.has_text_frame
    }


def frame_text(shape: Any) -> str:  # noqa: ANN401 -- python-pptx's shape
    """Return the words of a shape, fields with them."""
    return "\n".join("".join(node.text or "" for node in p._p.iter("{*}t")) for p in shape.text_frame.paragraphs)  # noqa: SLF001 -- fields are not runs


@pytest.fixture(scope="module")
def files(lessons: Lessons, ours: Index) -> dict[str, bytes]:
    return {lesson.id: write_slides(lesson, ours) for lesson in lessons.lessons}


@pytest.fixture(scope="module")
def opened(files: dict[str, bytes]) -> Opened:
    return {name: Presentation(io.BytesIO(data)) for name, data in files.items()}


def test_slides_hold_what_the_deck_says(opened: Opened, lesson: Lesson, ours: Index) -> None:
    slides, shown = list(opened[lesson.id].slides), deck(lesson, ours)
    assert len(slides) == len(shown) == len(lesson.slides) + 2 + len(lesson.wrap_up.questions)
    for number, (slide, expected) in enumerate(zip(slides, shown, strict=True), 1):
        words = list(texts(slide).values())
        assert slide.shapes.title.text_frame.text == expected.title
        assert expected.citation in words
        assert str(number) in words
        for quote in expected.quotes:
            assert quote.words in words
            assert quote.words in (ours.place[quote.provision].provision.text or "")
        assert slide.notes_slide.notes_text_frame.text == "\n".join(expected.notes)
        assert expected.notes[-1]


def test_no_slide_has_over_sixty_words(opened: Opened, lesson: Lesson) -> None:
    for number, slide in enumerate(opened[lesson.id].slides, 1):
        count = sum(len(words.split()) for words in texts(slide).values())
        assert 0 < count <= MOST_WORDS, f"{lesson.id}: {number}"


def test_words_are_set_in_letters_of_windows_and_in_vietnamese(opened: Opened, lesson: Lesson) -> None:
    for slide in opened[lesson.id].slides:
        for shape in slide.shapes:
            for run in (run for p in shape.text_frame.paragraphs for run in p.runs) if shape.has_text_frame else ():
                assert run.font.name in {"Arial", "Times New Roman"}
                assert run.font.size.pt >= 15
                assert run._r.rPr.get("lang") == "vi-VN"  # noqa: SLF001 -- no public way


def test_a_lecturer_can_edit_the_slides(opened: Opened, lesson: Lesson, ours: Index) -> None:
    presentation = opened[lesson.id]
    assert presentation.slide_width * 9 == pytest.approx(presentation.slide_height * 16, rel=1e-3)
    for slide in presentation.slides:
        assert slide.shapes.title.is_placeholder
        assert all(shape.text_frame.text for shape in slide.placeholders), "an empty place would ask for words"
    assert presentation.core_properties.created.year == ours.regulation.status.as_of.year


def test_slides_are_the_same_twice(files: dict[str, bytes], lessons: Lessons, ours: Index) -> None:
    first = lessons.lessons[0]
    assert write_slides(first, ours) == files[first.id]


@pytest.fixture(scope="module")
def printed(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what LibreOffice makes of every PPTX as PDF."""
    folder = tmp_path_factory.mktemp("slides")
    for name, data in files.items():
        (folder / f"{name}.pptx").write_bytes(data)
    converted(sorted(folder.glob("*.pptx")), "pdf", folder)
    return folder


def frames(slide: Any) -> list[Frame]:  # noqa: ANN401 -- python-pptx's slide
    """Return the frames that hold words, in points."""
    return [
        Frame(
            shape.left / POINTS,
            shape.top / POINTS,
            (shape.left + shape.width) / POINTS,
            (shape.top + shape.height) / POINTS,
            len(frame_text(shape).split()),
        )
        for shape in slide.shapes
        if shape.has_text_frame and frame_text(shape)
    ]


def boxes(pdf: Path) -> list[list[tuple[float, float, float, float]]]:
    """Return for each page the boxes of its words in points: left, top, right, bottom; bullets left out."""
    words = subprocess.run(["pdftotext", "-bbox", pdf, "-"], check=True, capture_output=True).stdout
    pages = etree.fromstring(words, etree.XMLParser(recover=True)).iter("{*}page")
    sides = ("xMin", "yMin", "xMax", "yMax")
    return [
        [
            tuple(float(word.get(side, "")) for side in sides)  # type: ignore[misc] # four of them
            for word in page.iter("{*}word")
            if re.search(r"\w", word.text or "") or len(word.text or "") > 1 or word.text == "-"
        ]
        for page in pages
    ]


def inside(box: tuple[float, float, float, float], frame: Frame) -> bool:
    left, top, right, bottom = box
    within = frame.left - SLACK <= left and right <= frame.right + SLACK
    slack = (bottom - top) * TALLER
    return within and frame.top - slack <= top and bottom <= frame.bottom + slack


def test_every_word_stands_inside_its_frame(opened: Opened, printed: Path, lesson: Lesson) -> None:
    presentation = opened[lesson.id]
    pages = boxes(printed / f"{lesson.id}.pdf")
    slides = list(presentation.slides)
    assert len(pages) == len(slides)
    height = Emu(presentation.slide_height or 0).pt
    for number, (slide, words) in enumerate(zip(slides, pages, strict=True), 1):
        found = frames(slide)
        assert len(words) == sum(frame.words for frame in found), f"{lesson.id}: {number}"
        for frame in found:
            assert sum(inside(box, frame) for box in words) == frame.words, f"{lesson.id}: {number}: {frame}"
            assert frame.bottom <= height


def test_a_word_outside_its_frame_would_be_seen() -> None:
    frame = Frame(0, 0, 100, 50, 1)
    assert inside((1, 1, 99, 49), frame)
    assert not inside((1, 40, 99, 60), frame)
    assert not inside((60, 1, 120, 20), frame)
