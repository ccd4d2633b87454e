"""Other regulations beside this one."""

from quyche.addresses import COMPARISONS, comparison_path
from quyche.pages.comparison import comparison_pages
from quyche.pages.page import Menu, Section
from quyche.pages.rendering import Renderer
from quyche.project import Project


def comparisons_section(render: Renderer, project: Project) -> Section:
    """Return the comparisons that ``docs/so-sanh/`` asks for."""
    if not project.comparisons:
        return Section()
    each = (Menu(one.settings.title, comparison_path(one.name)) for one in project.comparisons)
    menu = Menu("So sánh", entries=(Menu("Các bản so sánh", COMPARISONS), *each))
    return Section(tuple(comparison_pages(render, project.comparisons)), (menu,))
