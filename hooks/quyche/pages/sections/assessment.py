"""The year's self-assessment: checklists as forms and as files, many units in one view."""

from collections.abc import Iterator

from quyche.addresses import CHECKLISTS, ROLLUP, checklist_path
from quyche.checklists.files import AllSheets
from quyche.pages.checklists import BLANK_SCRIPT, blank_script, checklist_pages, checklists_page
from quyche.pages.page import Menu, Section
from quyche.pages.rendering import Renderer
from quyche.pages.rollup import rollup_page
from quyche.project import Project


def assessment_section(render: Renderer, project: Project, sheets: AllSheets | None) -> Section:
    """Return the part of the self-assessment: none without ``sheets``."""
    if not sheets or not project.setup:
        return Section()
    forms = (Menu(sheet.body.short_name, checklist_path(sheet.body)) for sheet in sheets.bodies)
    entries = (Menu("Các phiếu", CHECKLISTS), Menu("Tổng hợp nhiều đơn vị", ROLLUP), *forms)
    pages = (
        checklists_page(render, sheets, project.setup),
        *checklist_pages(render, sheets, project.setup),
        rollup_page(render, sheets, project.setup),
    )
    return Section(pages, (Menu("Tự đánh giá", entries=entries),), dict(_files(sheets)))


def _files(sheets: AllSheets) -> Iterator[tuple[str, str | bytes]]:
    yield from ((f"{CHECKLISTS}{name}", data) for name, data in sheets.bundles.items())
    for body in sheets.bodies:
        yield from ((f"{checklist_path(body.body)}{name}", data) for name, data in body.files.items())
        yield f"{checklist_path(body.body)}{BLANK_SCRIPT}", blank_script(body)
