"""All files that a lecturer takes away: slides and plan of each lesson, a handout for each body, all in one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from quyche.cache import cached, program
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from quyche.teaching.handouts import write_handouts
from quyche.teaching.lessons.loading import Lessons
from quyche.teaching.lessons.pptx import write_slides
from quyche.teaching.lessons.word import write_plan

SLIDES, PLAN, ALL_HANDOUTS = "trang-chieu.pptx", "giao-an.docx", "tat-ca.pdf"
WRITERS_NEED = ("python-pptx", "python-docx", "typst", "lxml")


@dataclass(frozen=True)
class TeachingFiles:
    """``lessons``: lesson id -> file name -> data; ``handouts``: body id -> PDF; ``all_handouts``: one PDF."""

    lessons: Mapping[str, Mapping[str, bytes]]
    handouts: Mapping[str, bytes]
    all_handouts: bytes


def teaching_files(lessons: Lessons, duties: Duties, cache: Path) -> TeachingFiles:
    """Return every file; what was made from the same data and code comes from ``cache``."""
    index = duties.index
    recipe = _recipe(index)
    bodies = index.pages
    made: dict[str, dict[str, bytes]] = {}
    for lesson in lessons.lessons:
        data = recipe + lesson.model_dump_json().encode()
        made[lesson.id] = {
            SLIDES: cached(cache, SLIDES, data, partial(write_slides, lesson, index)),
            PLAN: cached(cache, PLAN, data, partial(write_plan, lesson, index)),
        }
    return TeachingFiles(
        made,
        {
            body.id: cached(cache, "phat-tay.pdf", recipe + body.id.encode(), partial(write_handouts, duties, [body]))
            for body in bodies
        },
        cached(cache, ALL_HANDOUTS, recipe, partial(write_handouts, duties, bodies)),
    )


def _recipe(index: Index) -> bytes:
    """Return a digest of what decides the files besides a lesson: the regulation, our program, the libraries."""
    digest = hashlib.sha256(program() + index.regulation.model_dump_json().encode())
    digest.update(repr([version(name) for name in WRITERS_NEED]).encode())
    return digest.digest()
