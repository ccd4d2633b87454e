"""The matrix: which body has which role in which article."""

from collections.abc import Sequence
from dataclasses import dataclass

from quyche.duties.assignment import Duties, Level
from quyche.regulation.index import Place
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import PartnerRole, Role


@dataclass(frozen=True)
class Sign:
    """One role of a body in an article, and how it comes to it; ``level`` is ``None`` where the body is only named."""

    role: Role | PartnerRole
    level: Level | None


@dataclass(frozen=True)
class Cell:
    """All roles of ``body`` in one article, strongest first; empty where the article says nothing of it."""

    body: Body
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Row:
    """One article and its cells, one for each body with a page."""

    article: Place
    cells: tuple[Cell, ...]


def matrix(duties: Duties, bodies: Sequence[Body] = ()) -> tuple[Row, ...]:
    """Return the matrix, a row an article in reading order. What merely names everybody is left out.

    Its columns are ``bodies``; without any, all with a page in order.
    """
    ranks = [Sign(role, level) for level in Level for role in Role] + [Sign(role, None) for role in PartnerRole]
    signs: dict[tuple[str, str], set[Sign]] = {}
    place = duties.index.place
    for body_id, found in duties.of.items():
        for assignment in found.assignments:
            article = place[assignment.duty.provision].article
            if article is not None:
                together = signs.setdefault((article.id, body_id), set())
                together.update(Sign(role, assignment.level) for role in assignment.roles)
        for mention in found.named:
            article = place[mention.duty.provision].article
            if article is not None:
                signs.setdefault((article.id, body_id), set()).add(Sign(mention.role, None))

    def cell(article: str, body: Body) -> Cell:
        once: dict[Role | PartnerRole, Sign] = {}
        for sign in sorted(signs.get((article, body.id), ()), key=ranks.index):
            once.setdefault(sign.role, sign)
        return Cell(body, tuple(once.values()))

    return tuple(
        Row(article, tuple(cell(article.id, body) for body in bodies or duties.index.pages))
        for article in duties.index.articles
    )
