"""The documents around the text as a drawing, how each stands to it, and what became of each body."""

from dataclasses import replace

from quyche.addresses import LINEAGE
from quyche.lineage import Lineage, Relation
from quyche.pages.meanings import changes
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import Block


def lineage_page(renderer: Renderer, lineage: Lineage) -> Page:
    """Return the page of the documents around the text."""
    register = renderer.mentions.register
    page = renderer.page(
        "lineage",
        LINEAGE,
        styles=("assets/css/lineage.css",),
        columns=Columns.NO_CONTENTS,
        groups={relation: lineage.of(relation) for relation in Relation},
        Relation=Relation,
        instruments=register.by_id,
        changes={one.id: changes(one, register) for one in register.by_id.values()},
        bodies=_bodies(renderer.duties.index),
        as_of=lineage.as_of,
    )
    drawn = (other.document for other in lineage.documents)
    return replace(page, instruments=tuple(dict.fromkeys((*drawn, *page.instruments))))


def _bodies(index: Index) -> tuple[Body, ...]:
    """Return the bodies of which something is known today, and those with a page of which nothing is; no persons."""
    return tuple(
        body
        for body in index.regulation.bodies
        if body.successor is not None or (body.page and body.block is not Block.PEOPLE)
    )
