"""Our regulation, counted: nothing was lost on the way from the source, and every id is the one promised."""

import re
from collections import Counter
from pathlib import Path

from quyche.regulation.citations import citation, html_id, label
from quyche.regulation.coverage import divide
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import words

CLAUSES = {4: 6, 5: 8, 6: 2, 7: 6, 8: 6, 9: 6, 10: 7, 11: 6, 12: 4, 13: 3, 14: 7, 15: 6, 23: 4}
"""Article -> how many khoản it has."""

WHOLE = (2, 3, *range(16, 22), *range(24, 29))
"""Articles of one paragraph."""

CHECKLISTS = (
    "ban-thuong-vu-thuong-truc-huyen-uy",
    "ban-dan-van-huyen-uy",
    "van-phong-huyen-uy",
    "ban-tuyen-giao-huyen-uy",
    "ban-to-chuc-huyen-uy",
    "uy-ban-kiem-tra-huyen-uy",
    "chi-dang-bo-truc-thuoc",
    "chinh-quyen-cac-cap",
    "hdnd-huyen",
    "ubnd-huyen",
    "co-quan-don-vi",
    "co-quan-tu-phap",
    "luc-luong-vu-trang",
    "ubmttq-huyen",
    "to-chuc-chinh-tri-xa-hoi",
)
PAGES_ONLY = ("khoi-dan-van", "can-bo-dang-vien", "hoi-quan-chung", "trung-tam-chinh-tri")


def contract() -> dict[str, tuple[str, str]]:
    """Return provision id -> HTML id and citation, of every provision of the articles that has words."""
    found = {}
    for article in range(1, 29):
        if article in WHOLE:
            found[f"d{article}"] = (f"dieu-{article}", f"Điều {article}")
        for paragraph in (1, 2) if article in (1, 22) else ():
            found[f"d{article}.p{paragraph}"] = (f"dieu-{article}-doan-{paragraph}", f"đoạn {paragraph} Điều {article}")
        for clause in range(1, CLAUSES.get(article, 0) + 1):
            found[f"d{article}.k{clause}"] = (f"dieu-{article}-khoan-{clause}", f"khoản {clause} Điều {article}")
            for point in range(1, 5) if (article, clause) == (6, 2) else ():
                found[f"d6.k2.{point}"] = (f"dieu-6-khoan-2-{point}", f"điểm 2.{point} khoản 2 Điều 6")
    return found


def test_how_many_of_each_kind(ours: Index) -> None:
    kinds = Counter(place.provision.kind for place in ours.places)
    assert kinds[Kind.CHAPTER] == 4
    assert kinds[Kind.SECTION] == 3
    assert kinds[Kind.ARTICLE] == len(ours.articles) == 28
    assert kinds[Kind.CLAUSE] == 71
    assert kinds[Kind.CLAUSE] + kinds[Kind.POINT] == 75


def test_as_many_as_in_the_raw_source(ours: Index, project: Path) -> None:
    raw = (project / "docs" / "du-lieu" / "nguon.txt").read_text("utf-8")
    assert re.findall(r"Điều (\d+)\. ", raw) == [str(number) for number in range(1, 29)]
    clauses = re.findall(r"^(\d+)\. ", raw, re.MULTILINE)
    points = re.findall(r"^(\d+\.\d+)\.? ", raw, re.MULTILINE)
    kinds = {kind: [place.provision.num for place in ours.places if place.provision.kind is kind] for kind in Kind}
    assert clauses == kinds[Kind.CLAUSE]
    assert points == kinds[Kind.POINT] == ["2.1", "2.2", "2.3", "2.4"]
    assert re.findall(r"^Chương ([IVX]+)", raw, re.MULTILINE) == kinds[Kind.CHAPTER]
    assert re.findall(r"^Mục ([IVX]+)", raw, re.MULTILINE) == kinds[Kind.SECTION]


def test_all_ids_addresses_and_citations_are_those_promised(ours: Index) -> None:
    assert len(contract()) == 92
    found = {
        place.id: (html_id(place.id), citation(place))
        for place in ours.places
        if place.article and place.provision.text
    }
    assert found == contract()
    assert list(found) == list(contract())


def test_headings_have_their_ids_too(ours: Index) -> None:
    others = [place.id for place in ours.places if place.id not in contract()]
    headings = [name for name in others if name[0] == "c" and name[1].isdigit()]
    assert headings == ["c1", "c2", "c2.m1", "c2.m2", "c2.m3", "c3", "c4"]
    assert [html_id(name) for name in headings[:3]] == ["chuong-1", "chuong-2", "chuong-2-muc-1"]
    titled = [f"d{number}" for number in range(1, 29) if number not in WHOLE]
    assert [name for name in others if name[0] == "d"] == titled
    assert len(others) == len(headings) + len(titled) + 4


def test_examples_of_the_contract(ours: Index) -> None:
    assert citation(ours.place["d5.k8"]) == "khoản 8 Điều 5"
    assert citation(ours.place["d6.k2.1"]) == "điểm 2.1 khoản 2 Điều 6"
    assert citation(ours.place["d22.p2"]) == "đoạn 2 Điều 22"
    assert html_id("d6.k2.1") == "dieu-6-khoan-2-1"
    assert html_id("d9.k1.a") == "dieu-9-khoan-1-a"
    assert label(ours.place["d5.k8"].provision) == "8."


def test_the_bodies_with_a_checklist_or_only_a_page(ours: Index) -> None:
    assert tuple(body.id for body in ours.regulation.bodies if body.checklist) == CHECKLISTS
    assert tuple(body.id for body in ours.pages if not body.checklist) == PAGES_ONLY
    assert len(CHECKLISTS) == 15
    assert all(body.block for body in ours.pages)


def test_all_words_of_all_articles_are_in_duties_or_waivers(ours: Index) -> None:
    covered = 0
    for article in ours.articles:
        for place in ours.within(article.provision):
            text = place.provision.text
            if text is not None:
                found = divide(text, ours.duties.get(place.id, ()), ours.waivers.get(place.id, ()))
                assert (found.lost, found.strange) == ((), ()), place.id
                assert found.covered == len(words(text)) > 0
                assert found.stretches, place.id
                covered += 1
    assert covered == 92


def test_how_many_acts_some_clauses_hold(ours: Index) -> None:
    assert len(ours.duties["d5.k8"]) == 2
    assert len(ours.duties["d9.k2"]) == 9
    assert len(ours.duties["d23.k2"]) == 2


def test_what_the_source_does_not_say_is_unknown(ours: Index) -> None:
    status = ours.regulation.status
    assert (status.number, status.issued, status.effective, status.replaced_by) == (None, None, None, None)


def test_every_duty_has_a_question_and_its_own_id(ours: Index) -> None:
    duties = ours.regulation.duties
    assert len({duty.id for duty in duties}) == len(duties)
    assert all(duty.question.endswith("?") for duty in duties)
    assert all(
        duty.period_words in (ours.place[duty.provision].provision.text or "") for duty in duties if duty.period_words
    )
