"""The form of a body on a page without the theme, and a blank page for the modules that need no form."""

import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.files import NAME, BodySheets
from quyche.checklists.filling import filled
from quyche.checklists.setup import Setup
from quyche.checklists.word.writing import write_word
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.pages.checklists import BLANK_SCRIPT, FORMATS, blank_script, checklist_page
from quyche.pages.rendering import renderer
from quyche.publishing.bundles import bundled
from quyche.publishing.finishing import read_site, write_over
from quyche.regulation.model import Body
from tests.browser.serving import served
from tests.scripts.loading import add_modules, publish
from tests.site.building import made_once

BODY = "ban-dan-van-huyen-uy"
"""The body with the fullest log: several tasks, two of them of one provision."""
BRIEF = "ban-to-chuc-huyen-uy"
"""The body with the fewest lines, for what does not depend on them: its form opens twice as fast."""
SHELL = (
    '<!doctype html><html lang="vi" dir="ltr"><head><meta charset="utf-8"><title>Phiếu</title>'
    '<link rel="icon" href="data:,">'
)
PURE = ("record/store", "record/calendar", "record/compare-years", "record/figures", "common/days")
"""The modules that know nothing of the form."""
STYLE = "".join(f'<link rel="stylesheet" href="../../assets/css/{name}.css">' for name in ("form", "form-print"))

Evaluate: TypeAlias = Callable[..., Any]


@pytest.fixture(scope="session")
def form_folder(tmp_path_factory: pytest.TempPathFactory, project: Path, duties: Duties, setup: Setup) -> Path:
    """Return a folder with the forms of three bodies as they are on the site, in bundles, and a page ``blank.html``."""

    def make(folder: Path) -> None:
        publish(folder, project)
        (folder / "blank.html").write_text(f"{SHELL}</head><body></body></html>", encoding="utf-8")
        for body in checklist_bodies(duties.index):
            if body.id in {BODY, BRIEF, "ubnd-huyen"}:
                _write_form(folder, body, duties, setup)
        raw = read_site(folder)
        write_over(folder, raw, bundled(raw))

    return made_once(tmp_path_factory, "forms", make)


def _write_form(folder: Path, body: Body, duties: Duties, setup: Setup) -> None:
    model, template = build_checklist(duties, setup, body), (setup.folder / "template.docx").read_bytes()
    sheet = worded(model, setup)
    blanks = {f"{NAME}.docx": write_word(filled(sheet), template), f"{NAME}.xlsx": write_excel(filled(sheet))}
    sheets = BodySheets(body, model, sheet, {name: b"" for name, _, _ in FORMATS} | blanks)
    page = checklist_page(renderer(duties), sheets, setup)
    (folder / page.path).mkdir(parents=True)
    html = f"{SHELL}{STYLE}</head><body><main class='page'>{page.html}</main></body></html>"
    (folder / page.path / "index.html").write_text(html, encoding="utf-8")
    (folder / page.path / BLANK_SCRIPT).write_text(blank_script(sheets), encoding="utf-8")


@pytest.fixture(scope="session")
def forms(form_folder: Path) -> Iterator[str]:
    """Give the address of the folder that holds the forms."""
    with served(form_folder) as found:
        yield f"{found}tu-danh-gia/"


@pytest.fixture(scope="session")
def form(forms: str) -> str:
    """Return the address of a form of few lines."""
    return f"{forms}{BRIEF}/"


@pytest.fixture(scope="session")
def whole_form(forms: str) -> str:
    """Return the address of the form whose workbook is ``blank``."""
    return f"{forms}{BODY}/"


@pytest.fixture(params=["http", "file"])
def anywhere(request: pytest.FixtureRequest, form: str, form_folder: Path) -> str:
    """Return the address of the form: once served, once on the disk, where all files share one storage."""
    return form if request.param == "http" else (form_folder / "tu-danh-gia" / BRIEF / "index.html").as_uri()


@pytest.fixture(scope="module")
def engine(browser: Browser, forms: str) -> Iterator[Page]:
    """Give a blank page with the modules that know nothing of the form."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(forms.replace("tu-danh-gia/", "blank.html"))
    add_modules(page, *PURE)
    yield page
    context.close()


@pytest.fixture
def run(engine: Page) -> Evaluate:
    """Return what runs a function on the blank page, its storage empty before."""
    engine.evaluate("localStorage.clear()")
    return engine.evaluate


@pytest.fixture(scope="session")
def checklist() -> dict[str, Any]:
    """Return a checklist of two parts: three lines and one."""
    states: list[dict[str, Any]] = [
        {"id": "done", "label": "Đã", "counts_as_done": True, "excluded": False},
        {"id": "partly", "label": "Một phần", "counts_as_done": False, "excluded": False},
        {"id": "not-done", "label": "Chưa", "counts_as_done": False, "excluded": False},
        {"id": "not-arisen", "label": "Không phát sinh", "counts_as_done": False, "excluded": True},
    ]

    def block(*codes: str) -> dict[str, Any]:
        return {"rows": [{"id": code, "formerly": [], "instead": ""} for code in codes]}

    return {
        "regulation": {"id": "quy-che", "version": "2", "sha256": "a" * 64},
        "body": "ban",
        "scale": {"id": "four-states", "states": states},
        "parts": [
            {"id": "own", "blocks": [block("d1.k1.1", "d1.k1.2", "d2.1")]},
            {"id": "common", "blocks": [block("d3.1")]},
        ],
        "log": {"tasks": []},
    }


@pytest.fixture(scope="module")
def blank(form_folder: Path) -> bytes:
    """Return the blank workbook that the form holds."""
    words = (form_folder / "tu-danh-gia" / BODY / "phieu-trong.js").read_text("utf-8")
    return next(data for kind, data in _blanks(words) if kind == "xlsx")


def _blanks(words: str) -> Iterator[tuple[str, bytes]]:
    held = json.loads(words.partition(" = ")[2].removesuffix(";\n"))
    yield from ((kind, b64decode(text)) for kind, text in held.items())
