"""The presentation of a lesson in the browser: a page without the theme, for a projector and a USB stick."""

from pathlib import Path

from quyche.archive import packed
from quyche.pages.rendering import Renderer
from quyche.scripts import joined, script_paths
from quyche.teaching.lessons.model import Lesson
from quyche.teaching.lessons.slides import deck

STYLE = "assets/css/trinh-chieu.css"
SCRIPT = "teaching/presentation"


def presentation_page(renderer: Renderer, lesson: Lesson, *, root: str, back: str | None) -> str:
    """Return the presentation as HTML; ``root`` leads to the folder of ``assets/``, ``back`` to the lesson's page."""
    template = renderer.environment.get_template("presentation.html.j2")
    slides = deck(lesson, renderer.duties.index)
    [script] = script_paths(renderer.modules, SCRIPT)
    return template.render(here="", lesson=lesson, slides=slides, root=root, back=back, style=STYLE, script=script)


def presentation_pack(renderer: Renderer, lesson: Lesson, docs: Path) -> bytes:
    """Return the presentation as a ZIP that works by itself from a USB stick; ``docs`` holds ``assets/``."""
    name = f"{lesson.id}-trinh-chieu"
    html = presentation_page(renderer, lesson, root="", back=None)
    style = (docs / STYLE).read_bytes()
    [path] = script_paths(renderer.modules, SCRIPT)
    files = {f"{name}.html": html.encode(), STYLE: style, path: joined(renderer.modules, SCRIPT).encode()}
    return packed((f"{name}/{path}", data) for path, data in files.items())
