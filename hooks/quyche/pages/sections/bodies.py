"""Who does what: a page for each body, the matrix, the calendar."""

from quyche.addresses import BODIES, CALENDAR, MATRIX, body_path
from quyche.pages.bodies import bodies_page, body_pages, by_block
from quyche.pages.calendar import calendar_page
from quyche.pages.matrix import matrix_page
from quyche.pages.page import Menu, Section
from quyche.pages.rendering import Renderer
from quyche.project import Project


def bodies_section(render: Renderer, project: Project) -> Section:
    """Return the part of the bodies: none while the data names none with a page."""
    index = project.index
    if not index.pages:
        return Section()
    blocks = (
        Menu(
            index.regulation.block_label(block),
            entries=tuple(Menu(body.short_name, body_path(body)) for body in members),
        )
        for block, members in by_block(index).items()
    )
    menu = Menu("Cơ quan", entries=(Menu("Danh sách", BODIES), *blocks))
    return Section((bodies_page(render), *body_pages(render)), (menu,))


def duties_section(render: Renderer, project: Project) -> Section:
    """Return the views over all duties: none while the data has none."""
    if not project.index.regulation.stage.has_duties:
        return Section()
    return Section(
        (matrix_page(render), calendar_page(render, project.notes)), (Menu("Ma trận", MATRIX), Menu("Lịch", CALENDAR))
    )
