"""The whole site as one value: pages, menu, files. Pure: one project gives one site, byte for byte."""

from itertools import chain

from quyche.checklists.files import AllSheets, all_sheets
from quyche.pages.home import home_page
from quyche.pages.page import Menu
from quyche.pages.rendering import Renderer, renderer
from quyche.pages.section import Section
from quyche.pages.sections.assessment import assessment_section
from quyche.pages.sections.bodies import bodies_section, duties_section
from quyche.pages.sections.comparisons import comparisons_section
from quyche.pages.sections.help import help_section
from quyche.pages.sections.teaching import teaching_section
from quyche.pages.sections.text import text_section
from quyche.project import CACHE, Project
from quyche.publishing.app import ICON_SIZES, icon, manifest
from quyche.regulation.model import Regulation


def generate(project: Project) -> Section:
    """Return the site of ``project`` as one section. Files made before from the same data come from its cache."""
    render = renderer(project.duties, project.root / CACHE / "templates")
    sheets = _sheets(project)
    before = (
        _home(render, project, sheets),
        text_section(render, project),
        bodies_section(render, project),
        duties_section(render, project),
        comparisons_section(render, project),
        assessment_section(render, project, sheets),
    )
    pages = tuple(chain.from_iterable(section.pages for section in before))
    sections = (
        *before,
        teaching_section(render, project, pages),
        help_section(render, project),
    )
    return Section(
        tuple(chain.from_iterable(section.pages for section in sections)),
        tuple(chain.from_iterable(section.menu for section in sections)),
        {path: data for section in sections for path, data in section.files.items()},
    )


def _sheets(project: Project) -> AllSheets | None:
    if not project.setup or not project.has_sheets:
        return None
    return all_sheets(project.duties, project.setup, project.root / CACHE / "sheets")


def _home(render: Renderer, project: Project, sheets: AllSheets | None) -> Section:
    regulation = project.index.regulation
    return Section(
        (home_page(render, has_sheets=sheets is not None, lessons=project.lessons.lessons),),
        (Menu("Trang đầu", ""),),
        {
            "assets/css/page-foot.css": page_foot(regulation, sheets),
            "app.webmanifest": manifest(regulation.title, regulation.short_title),
            **{f"assets/icons/{size}.png": icon(size) for size in ICON_SIZES},
        },
    )


def page_foot(regulation: Regulation, sheets: AllSheets | None = None) -> str:
    """Return the style of the foot of printed pages: which text this is and its standing, from the data.

    A filled form is printed with the foot of its sheet.
    """
    made = _foot("", f"{regulation.title}. {regulation.status.print_line}")
    if not sheets or not sheets.bodies:
        return made
    return made + _foot("sheet ", sheets.bodies[0].sheet.foot, "!important")  # over the foot with the address


def _foot(pages: str, words: str, rank: str = "") -> str:
    letters = "".join(letter if letter.isalnum() or letter in " .,;:()-" else f"\\{ord(letter):x} " for letter in words)
    font = '7.5pt "Be Vietnam Pro", Arial, sans-serif'
    return f'@page {pages}{{ @bottom-left {{ content: "{letters}"{rank}; font: {font}; }} }}\n'
