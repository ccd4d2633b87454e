"""Lessons and classes: a slip in a quote, a provision, minutes, the words of a slide stops the build with its line."""

from pathlib import Path

import pytest
import yaml

from quyche.cli import main
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.teaching.lessons.loading import Lessons, load_lessons
from tests.fixtures.editing import as_json
from tests.fixtures.slips import assert_told, slipped
from tests.schemas import misfits

LESSON = """\
id: bai-1
number: 1
title: Mượn sách
lede: Một bài ngắn.
minutes: 10
audience: Bạn đọc
aims:
  knowledge: [Biết]
  skills: [Làm]
  attitude: [Quý sách]
methods: [Hỏi - đáp]
materials:
  - {words: Văn bản in}
steps:
  - title: Mở bài
    minutes: 6
    lecturer: Hỏi.
    learners: Đáp.
    slides:
      - title: Điều 2
        quotes:
          - {provision: d2, words: "QUOTE"}
        points: [Một ý]
        notes: [Nói.]
wrap_up:
  minutes: 4
  points: [Nhớ]
  questions:
    - question: Hỏi gì?
      answer: Đáp thế.
      provisions: [d2]
      quotes:
        - {provision: d2, words: "QUOTE"}
"""
CLASSES = """\
lede: Chọn.
plans:
  - minutes: 10
    title: Lớp 10 phút
    suits: Ai cũng được.
    steps:
      - {minutes: 10, words: Dạy, lesson: bai-1}
"""

SLIPS = {
    "lost quote of a slide": (
        'quotes:\n          - {provision: d2, words: "',
        'quotes:\n          - {provision: d2, words: "chữ lạ ',
        22,
        "không có trong d2",
    ),
    "unknown provision of a slide": (
        '- {provision: d2, words: "',
        '- {provision: d99, words: "',
        22,
        "không có điều khoản “d99”",
    ),
    "unknown cited provision": (
        "points: [Một ý]",
        "points: [Một ý]\n        cites: [d98]",
        24,
        "không có điều khoản “d98”",
    ),
    "nothing cited": (
        '        quotes:\n          - {provision: d2, words: "QUOTE"}\n        points',
        "        points",
        20,
        "không dẫn điều khoản nào",
    ),
    "too many words": ("points: [Một ý]", f"points: [{'dài ' * 60}hết]", 20, "từ, kể cả dòng dẫn"),
    "question of too many words": ("question: Hỏi gì?", f"question: {'dài ' * 60}hết", 29, "từ, kể cả dòng dẫn"),
    "minutes that do not sum": ("    minutes: 6", "    minutes: 7", 5, "cộng lại 11 phút, không phải 10"),
    "unknown provision of a right answer": ("provisions: [d2]", "provisions: [d97]", 31, "không có điều khoản “d97”"),
    "lost quote of a right answer": (
        '        - {provision: d2, words: "QUOTE"}\n',
        "        - {provision: d2, words: chữ khác}\n",
        22,
        "“chữ khác” không có trong d2",
    ),
    "other file name": ("id: bai-1", "id: bai-2", 1, "khác tên tệp"),
    "unknown key": ("lede:", "leed:", 4, "không có mục “leed”"),
}


def lesson_words(index: Index) -> str:
    """Return the good lesson, with words that stand in the small regulation."""
    text = index.place["d2"].provision.text or ""
    return LESSON.replace("QUOTE", " ".join(text.split()[:4]))


def written(folder: Path, words: str, classes: str = CLASSES) -> Path:
    """Write the files of the lesson and the classes, and return their folder."""
    (folder / "bai-1.yaml").write_text(words, "utf-8")
    (folder / "lop-hoc.yaml").write_text(classes, "utf-8")
    return folder


def test_a_good_lesson_is_read(small: Index, tmp_path: Path) -> None:
    found = load_lessons(written(tmp_path, lesson_words(small)), small)
    assert [lesson.id for lesson in found.lessons] == ["bai-1"]
    assert found.classes is not None
    assert [plan.minutes for plan in found.classes.plans] == [10]


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    quote = " ".join((small.place["d2"].provision.text or "").split()[:4])
    before, after = before.replace("QUOTE", quote), after.replace("QUOTE", quote)
    words = lesson_words(small)
    assert_told(lambda: load_lessons(written(tmp_path, slipped(words, before, after)), small), line, message)


CLASS_SLIPS = {
    "minutes that do not sum": ("{minutes: 10,", "{minutes: 9,", 3, "cộng lại 9 phút, không phải 10"),
    "unknown lesson": ("lesson: bai-1", "lesson: bai-7", 7, "không có bài “bai-7”"),
    "unknown key": ("suits:", "suit:", 5, "không có mục “suit”"),
}


@pytest.mark.parametrize("slip", CLASS_SLIPS)
def test_a_slip_in_a_class_is_told(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = CLASS_SLIPS[slip]
    files = written(tmp_path, lesson_words(small), slipped(CLASSES, before, after))
    assert_told(lambda: load_lessons(files, small), line, message)


def test_two_lessons_with_one_number_are_told(small: Index, tmp_path: Path) -> None:
    words = lesson_words(small)
    written(tmp_path, words)
    (tmp_path / "bai-2.yaml").write_text(words.replace("id: bai-1", "id: bai-2"), "utf-8")
    with pytest.raises(DataError, match="số bài 1 lặp lại"):
        load_lessons(tmp_path, small)


def test_ours_are_four_lessons_and_classes_of_45_90_and_180_minutes(lessons: Lessons) -> None:
    assert [lesson.number for lesson in lessons.lessons] == [1, 2, 3, 4]
    assert lessons.classes is not None
    assert [plan.minutes for plan in lessons.classes.plans] == [45, 90, 180]
    assert all(lesson.slides and lesson.wrap_up.questions for lesson in lessons.lessons)


def test_each_right_answer_of_ours_is_proved_by_a_quote(lessons: Lessons) -> None:
    for lesson in lessons.lessons:
        for question in lesson.wrap_up.questions:
            assert {quote.provision for quote in question.quotes} == set(question.provisions), question.question


@pytest.mark.parametrize(
    ("model", "pattern"), [("lesson", "bai-[0-9].yaml"), ("classes", "lop-hoc.yaml"), ("exercise", "bai-tap.yaml")]
)
def test_the_schemas_for_editors_fit_our_files(
    model: str, pattern: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", model]) == 0
    schema = capsys.readouterr().out
    files = sorted((project / "docs" / "giang-day").glob(pattern))
    assert files
    for path in files:
        assert misfits(as_json(yaml.safe_load(path.read_text("utf-8"))), schema) == []
