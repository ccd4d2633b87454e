"""The whole site as one value: pages, menu, files, what can be found. Pure: one project gives one, byte for byte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from quyche.addresses import ACCESSIBILITY, HOME, MANIFEST, PAGE_FOOT, icon_path
from quyche.checklists.files import AllSheets, all_sheets
from quyche.pages.home import home_page
from quyche.pages.page import Menu, Page, Section
from quyche.pages.rendering import Renderer, renderer
from quyche.pages.sections import (
    assessment_section,
    bodies_section,
    comparisons_section,
    duties_section,
    help_entries,
    help_section,
    register_section,
    teaching_section,
    text_section,
)
from quyche.project import CACHE, Project
from quyche.publishing.app import ICON_SIZES, icon, manifest
from quyche.regulation.model import Regulation
from quyche.search.documents import Document, documents, page_document, term_documents, term_names
from quyche.search.names import Name, names

BUILD = "quyche"
"""The key under which MkDocs' ``extra`` holds the ``Build``."""
CROWDED = 150
"""With more pages than this, a page's menu unfolds only the group that it is in."""


@dataclass(frozen=True)
class Build:
    """What the events of one build hand on. ``pages`` go by address; ``documents`` and ``names`` are for the search.

    ``guide`` is where a lost reader reads on, ``accessibility`` the page about it, where somebody wrote one.
    """

    project: Project
    site: Section
    pages: Mapping[str, Page]
    guide: Menu
    accessibility: Menu | None
    documents: tuple[Document, ...]
    names: tuple[Name, ...]

    @property
    def regulation(self) -> Regulation:
        """The regulation."""
        return self.project.index.regulation

    @property
    def crowded(self) -> bool:
        """Whether menus unfold only what they must."""
        return len(self.pages) > CROWDED


def build(project: Project) -> Build:
    """Return the build of ``project``; its documents lack those of the pages that people write."""
    site = generate(project)
    guides = help_entries(project)
    return Build(
        project,
        site,
        pages={page.path: page for page in site.pages},
        guide=guides[0],
        accessibility=next((entry for entry in guides if entry.path == ACCESSIBILITY), None),
        documents=tuple(_documents(project, site)),
        names=(*names(project.index, project.synonyms), *term_names(project.terms)),
    )


def _documents(project: Project, site: Section) -> Iterator[Document]:
    found = tuple(documents(project.duties))
    known = {HOME, *(document.location for document in found)}
    yield from found
    for page in site.pages:
        if page.path not in known:
            yield page_document(page.path, page.title, page.description)
    yield from term_documents(project.terms)


def generate(project: Project) -> Section:
    """Return the site of ``project`` as one section. Files made before from the same data come from its cache."""
    render = renderer(project.duties, project.root / CACHE / "templates", project.register)
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
    last = (teaching_section(render, project, pages), help_section(render, project))
    named = (*pages, *chain.from_iterable(section.pages for section in last))
    sections = (*before, register_section(render, project, named), *last)
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
        (Menu("Trang chủ", HOME),),
        {
            PAGE_FOOT: page_foot(regulation, sheets),
            MANIFEST: manifest(regulation.title, regulation.short_title),
            **{icon_path(size): icon(size) for size in ICON_SIZES},
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
