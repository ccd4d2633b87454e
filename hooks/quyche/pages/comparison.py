"""Two regulations side by side: a page for each comparison, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quyche.addresses import COMPARISONS, comparison_path
from quyche.comparing.comparison import Comparison, Row, Status, compare
from quyche.comparing.loading import Compared, Comparisons
from quyche.comparing.touched import DutyChange, SheetChange, duty_changes, sheet_changes
from quyche.duties.assignment import Duties
from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer
from quyche.vietnamese.letters import upper_first

STYLES = ("assets/css/compare.css",)


@dataclass(frozen=True)
class Group:
    """Rows under one article (or outside the articles); ``same`` are those whose words and place are the same."""

    name: str
    rows: tuple[Row, ...]

    @property
    def same(self) -> tuple[Row, ...]:
        """The rows without a difference."""
        return tuple(row for row in self.rows if row.status is Status.SAME)

    @property
    def different(self) -> tuple[Row, ...]:
        """The rows to look at."""
        return tuple(row for row in self.rows if row.status is not Status.SAME)


@dataclass(frozen=True)
class View:
    """One comparison, worked out. ``ours`` is the side (``old``, ``new``) on which the site's own regulation stands."""

    compared: Compared
    comparison: Comparison
    duties: tuple[DutyChange, ...]
    sheets: tuple[SheetChange, ...]

    @property
    def ours(self) -> str:
        """The side of the site's own regulation."""
        return self.compared.settings.ours

    @property
    def groups(self) -> tuple[Group, ...]:
        """The rows by article."""
        return tuple(Group(name, tuple(rows)) for name, rows in groupby(self.comparison.rows, _group_of))


def comparison_pages(renderer: Renderer, comparisons: Comparisons) -> Iterator[Page]:
    """Yield the list of comparisons and the page of each; nothing where there are none."""
    views = [_view(renderer.duties, compared) for compared in comparisons]
    if views:
        yield renderer.page("comparisons", COMPARISONS, columns=Columns.NO_CONTENTS, styles=STYLES, views=views)
    yield from (_page(renderer, view) for view in views)


def _view(duties: Duties, compared: Compared) -> View:
    ours, other = duties, Duties(compared.other)
    old, new = (ours, other) if compared.settings.ours == "old" else (other, ours)
    return View(compared, compare(old.index, new.index), duty_changes(old.index, new.index), sheet_changes(old, new))


def _page(renderer: Renderer, view: View) -> Page:
    settings = view.compared.settings
    different = [(number, group) for number, group in enumerate(view.groups) if group.different]
    return renderer.page(
        "comparison",
        comparison_path(view.compared.name),
        settings.title,
        styles=STYLES,
        description=f"{settings.title}: điều khoản nào giữ nguyên, sửa, chuyển chỗ, mới, bỏ; phiếu nào bị ảnh hưởng.",
        headings=(
            Heading("so-sanh", settings.title, 1),
            Heading("dieu-khoan", "Từng điều khoản"),
            *(Heading(f"khac-{number}", group.name, 3) for number, group in different),
            Heading("anh-huong", "Nhiệm vụ và phiếu"),
        ),
        columns=Columns.NO_CONTENTS,
        view=view,
        groups=tuple(enumerate(view.groups)),
        Status=Status,
        old=view.comparison.old,
        new=view.comparison.new,
    )


def _group_of(row: Row) -> str:
    """Return the article under which a row stands, by the new text where it is there; else what the row itself is."""
    piece = row.new or row.old
    place = piece.place if piece else None
    if place is None or place.article is None:
        return upper_first(piece.name) if piece else ""
    return f"{place.article.kind.label} {place.article.num}"
