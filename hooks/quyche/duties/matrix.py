"""The matrix: which body has which role in which article, and whom an article binds in person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quyche.duties.assignment import BodyDuties, Duties, Level
from quyche.regulation.index import Place
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import PartnerRole, Role, WaiverKind

Part: TypeAlias = Role | PartnerRole | WaiverKind
"""What a sign stands for: a role, or what is asked of each person."""


@dataclass(frozen=True)
class Sign:
    """One role of a body in an article, and how it comes to it; ``level`` is ``None`` where the body is only named."""

    role: Part
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
    ranks = [Sign(role, level) for level in Level for role in (*Role, WaiverKind.INDIVIDUAL)]
    ranks += [Sign(role, None) for role in PartnerRole]
    signs: dict[tuple[str, str], set[Sign]] = {}
    place = duties.index.place
    for body_id, found in duties.of.items():
        for provision, sign in _signs(found):
            article = place[provision].article
            if article is not None:
                signs.setdefault((article.id, body_id), set()).add(sign)

    def cell(article: str, body: Body) -> Cell:
        once: dict[Part, Sign] = {}
        for sign in sorted(signs.get((article, body.id), ()), key=ranks.index):
            once.setdefault(sign.role, sign)
        return Cell(body, tuple(once.values()))

    return tuple(
        Row(article, tuple(cell(article.id, body) for body in bodies or duties.index.pages))
        for article in duties.index.articles
    )


def _signs(found: BodyDuties) -> Iterator[tuple[str, Sign]]:
    """Yield each sign of a body with the provision that gives it."""
    for assignment in found.assignments:
        yield from ((assignment.duty.provision, Sign(role, assignment.level)) for role in assignment.roles)
    for waiver in found.personal:
        yield waiver.provision, Sign(waiver.kind, Level.OWN)
    for mention in found.named:
        yield mention.duty.provision, Sign(mention.role, None)
