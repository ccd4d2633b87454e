"""Other regulations beside this one."""

from quyche.pages.comparison import COMPARISONS, comparison_pages, comparison_path
from quyche.pages.page import Menu
from quyche.pages.rendering import Renderer
from quyche.pages.section import Section
from quyche.project import Project


def comparisons_section(render: Renderer, project: Project) -> Section:
    """Return the comparisons that ``docs/so-sanh/`` asks for."""
    if not project.comparisons:
        return Section()
    each = (Menu(one.settings.title, comparison_path(one)) for one in project.comparisons)
    menu = Menu("So sánh", entries=(Menu("Các bản so sánh", COMPARISONS), *each))
    return Section(tuple(comparison_pages(render, project.comparisons)), (menu,))
