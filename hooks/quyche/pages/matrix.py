"""The matrix as a page: a picture to read at a glance, a table that a screen reader can."""

from itertools import groupby

from quyche.addresses import MATRIX
from quyche.duties.matrix import matrix
from quyche.pages.bodies import by_block
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.citations import label
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import PartnerRole, Role, WaiverKind
from quyche.vietnamese.letters import sentence_case


def matrix_page(renderer: Renderer) -> Page:
    """Return the page with the matrix."""
    blocks = by_block(renderer.duties.index)
    columns = tuple(body for members in blocks.values() for body in members)
    rows = matrix(renderer.duties, columns)
    groups = [
        (_chapter_name(chapter), tuple(group))
        for chapter, group in groupby(rows, lambda row: next(iter(row.article.headings), None))
    ]
    used = {(sign.role, sign.level is None) for row in rows for cell in row.cells for sign in cell.signs}
    return renderer.page(
        "matrix",
        MATRIX,
        columns=Columns.NONE,
        body_columns=columns,
        blocks=blocks,
        rows=rows,
        groups=groups,
        legend=[role for role in (*Role, WaiverKind.INDIVIDUAL) if (role, False) in used],
        other_legend=[role for role in PartnerRole if (role, True) in used],
        first={members[0].id for members in blocks.values()},
        name=_name,
    )


def _name(article: Provision) -> str:
    """Return the article's short name; an editorial name in brackets."""
    return article.short_title or article.heading or "" if article.heading else f"[{article.short_title or ''}]"


def _chapter_name(chapter: Provision | None) -> str:
    if chapter is None:
        return ""
    return f"{label(chapter)}. {sentence_case(chapter.heading or '')}"
