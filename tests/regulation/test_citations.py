"""How provisions are cited, numbered and addressed."""

import pytest

from quyche.regulation.citations import citation, expected_id, html_id, label
from quyche.regulation.index import Index
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind


@pytest.mark.parametrize(
    ("provision", "html", "cited", "printed"),
    [
        ("can-cu.p2", "can-cu-doan-2", "đoạn 2 phần căn cứ", ""),
        ("c2", "chuong-2", "Chương II", "Chương II"),
        ("c2.m1", "chuong-2-muc-1", "Mục 1 Chương II", "Mục 1"),
        ("d2", "dieu-2", "Điều 2", "Điều 2."),
        ("d6", "dieu-6", "Điều 6", "Điều 6:"),
        ("d1.p2", "dieu-1-doan-2", "đoạn 2 Điều 1", ""),
        ("d3.k1", "dieu-3-khoan-1", "khoản 1 Điều 3", "1."),
        ("d3.k2.1", "dieu-3-khoan-2-1", "điểm 2.1 khoản 2 Điều 3", "2.1."),
        ("d4.k1.a", "dieu-4-khoan-1-a", "điểm a khoản 1 Điều 4", "a)"),
        ("d4.k1.d", "dieu-4-khoan-1-d", "điểm d khoản 1 Điều 4", "d)"),
        ("d4.k1.dd", "dieu-4-khoan-1-dd", "điểm đ khoản 1 Điều 4", "đ)"),
    ],
)
def test_a_provision_has_one_address_and_one_citation(
    small: Index, provision: str, html: str, cited: str, printed: str
) -> None:
    place = small.place[provision]
    assert html_id(place.id) == html
    assert citation(place) == cited
    assert label(place.provision) == printed


def test_addresses_and_citations_are_all_different(small: Index, ours: Index) -> None:
    for index in (small, ours):
        assert len({html_id(place.id) for place in index.places}) == len(index.places)
        assert len({citation(place) for place in index.places}) == len(index.places)


def test_an_inserted_provision_keeps_its_letter() -> None:
    clause = Provision(id="d9.k1a", kind=Kind.CLAUSE, num="1a", text="Lời")
    article = Provision(id="d9", kind=Kind.ARTICLE, num="9", children=(clause,))
    assert expected_id(clause, article, 0) == "d9.k1a"
    assert html_id("d9a.k1a") == "dieu-9a-khoan-1a"
    assert label(clause) == "1a."


@pytest.mark.parametrize(
    ("kind", "num", "parent", "wanted"),
    [
        (Kind.PART, "I", None, "ph1"),
        (Kind.SUBSECTION, "2", "c1.m1", "c1.m1.t2"),
        (Kind.ARTICLE, "12", "c1.m1", "d12"),
        (Kind.CHAPTER, "XIV", None, "c14"),
        (Kind.PARAGRAPH, None, "d9", "d9.p7"),
    ],
)
def test_ids_follow_from_numbers(kind: Kind, num: str | None, parent: str | None, wanted: str) -> None:
    above = Provision(id=parent, kind=Kind.SECTION, num="1") if parent else None
    assert expected_id(Provision(id="x", kind=kind, num=num), above, 7) == wanted
