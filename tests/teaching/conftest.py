"""Our lessons, and the files made of them."""

from pathlib import Path

import pytest

from quyche.regulation.index import Index
from quyche.teaching.lessons.loading import Lessons, load_lessons
from quyche.teaching.lessons.model import Lesson

FOLDER = Path("docs", "giang-day")


@pytest.fixture(scope="session")
def lessons(project: Path, ours: Index) -> Lessons:
    """Return our lessons and plans of classes."""
    return load_lessons(project / FOLDER, ours)


@pytest.fixture(params=range(4), ids=lambda number: f"bai-{number + 1}")
def lesson(request: pytest.FixtureRequest, lessons: Lessons) -> Lesson:
    """Return each of our lessons."""
    number: int = request.param
    return lessons.lessons[number]
