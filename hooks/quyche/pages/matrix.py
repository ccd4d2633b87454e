"""The matrix as a page: a picture to read at a glance, a table that a screen reader can."""

from dataclasses import dataclass
from itertools import groupby

from quyche.addresses import MATRIX
from quyche.duties.matrix import Cell, Row, Sign, matrix
from quyche.pages.bodies import by_block
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.citations import label
from quyche.regulation.index import Place
from quyche.regulation.model import Body, Provision
from quyche.vietnamese.letters import sentence_case


@dataclass(frozen=True)
class CellView:
    """A cell; ``first`` marks the first column of a block."""

    body: Body
    signs: tuple[Sign, ...]
    first: bool


@dataclass(frozen=True)
class RowView:
    """A row with the article's short name; an editorial name in brackets."""

    article: Place
    title: str
    cells: tuple[CellView, ...]


def matrix_page(renderer: Renderer) -> Page:
    """Return the page with the matrix."""
    blocks = by_block(renderer.duties.index)
    columns = tuple(body for members in blocks.values() for body in members)
    first = {members[0].id for members in blocks.values()}
    rows = tuple(_row(row, columns, first) for row in matrix(renderer.duties))
    groups = [
        (_chapter_name(chapter), tuple(group))
        for chapter, group in groupby(rows, lambda row: next(iter(row.article.headings), None))
    ]
    return renderer.page(
        "matrix", MATRIX, columns=Columns.NONE, body_columns=columns, blocks=blocks, rows=rows, groups=groups
    )


def _row(row: Row, columns: tuple[Body, ...], first: set[str]) -> RowView:
    article = row.article.provision
    title = article.short_title or article.heading or ""
    cells: dict[str, Cell] = {cell.body.id: cell for cell in row.cells}
    return RowView(
        row.article,
        title if article.heading else f"[{title}]",
        tuple(CellView(body, cells[body.id].signs, body.id in first) for body in columns),
    )


def _chapter_name(chapter: Provision | None) -> str:
    if chapter is None:
        return ""
    return f"{label(chapter)}. {sentence_case(chapter.heading or '')}"
