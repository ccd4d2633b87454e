"""The matrix: which body has which role in which article."""

from quyche.duties.assignment import Duties, Level
from quyche.duties.matrix import Part, Sign, matrix
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import PartnerRole, Role, WaiverKind


def cells(index: Index) -> dict[tuple[str, str], tuple[Sign, ...]]:
    return {(row.article.id, cell.body.id): cell.signs for row in matrix(Duties(index)) for cell in row.cells}


def test_a_row_an_article_and_a_cell_a_body(small: Index, ours: Index) -> None:
    for index in (small, ours):
        rows = matrix(Duties(index))
        assert [row.article.id for row in rows] == [place.id for place in index.articles]
        assert all([cell.body for cell in row.cells] == list(index.pages) for row in rows)


def test_cells_hold_roles_nearest_and_strongest_first(small: Index) -> None:
    found = cells(small)
    assert found["d3", "ban-quan-thu"] == (
        Sign(Role.LEAD, Level.OWN),
        Sign(Role.IMPLEMENT, Level.OWN),
        Sign(Role.GUIDE, Level.OWN),
        Sign(Role.REPORT, Level.OWN),
        Sign(PartnerRole.COORDINATES, None),
    )
    assert found["d3", "to-ban-doc"] == (
        Sign(Role.IMPLEMENT, Level.GROUP),
        Sign(PartnerRole.ATTENDS, None),
        Sign(PartnerRole.INFORMED, None),
        Sign(PartnerRole.DIRECTED, None),
    )
    assert found["d6", "ban-quan-thu"] == (Sign(Role.IMPLEMENT, Level.COMMON),)
    assert found["d1", "ban-quan-thu"] == found["d5", "hoi-dong-thu-vien"] == ()


def test_every_cell_follows_from_the_duties(ours: Index) -> None:
    duties = Duties(ours)
    for (article, body), signs in cells(ours).items():
        found = duties.of[body]
        active: set[Part] = {
            role
            for a in found.assignments
            if (place := ours.place[a.duty.provision].article) and place.id == article
            for role in a.roles
        }
        passive = {
            m.role for m in found.named if (place := ours.place[m.duty.provision].article) and place.id == article
        }
        active |= {
            waiver.kind
            for waiver in found.personal
            if (place := ours.place[waiver.provision].article) and place.id == article
        }
        assert {sign.role for sign in signs if sign.level is not None} == active, (article, body)
        assert {sign.role for sign in signs if sign.level is None} == passive, (article, body)
        assert len({sign.role for sign in signs}) == len(signs)


def test_what_binds_each_person_has_a_sign_of_its_own(ours: Index) -> None:
    assert cells(ours)["d19", "can-bo-dang-vien"] == (Sign(WaiverKind.INDIVIDUAL, Level.OWN),)
    signs = [member.sign for member in (*Role, WaiverKind.INDIVIDUAL)]
    assert len(set(signs)) == len(signs)
