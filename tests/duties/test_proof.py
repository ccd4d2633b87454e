"""The proof of coverage."""

from quyche.duties.proof import proof
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import WaiverKind
from quyche.vietnamese.letters import words


def test_every_article_is_covered_whole(small: Index, ours: Index) -> None:
    for index, articles in ((small, 7), (ours, 28)):
        rows = proof(index)
        assert len(rows) == articles
        for row in rows:
            assert row.covered == row.words > 0, row.article.id
            assert row.duties or row.waivers, row.article.id
        assert sum(len(row.duties) for row in rows) == len(index.regulation.duties)
        assert sum(len(row.waivers) for row in rows) == len(index.regulation.waivers)
        counted = sum(len(words(place.provision.text or "")) for place in index.places if place.article)
        assert sum(row.words for row in rows) == counted


def test_duties_and_waivers_of_a_provision(small: Index) -> None:
    rows = {row.article.id: row for row in proof(small)}
    first, second = rows["d6"].provisions
    assert [duty.id for duty in first.duties] == ["d6.p1.1"]
    assert [waiver.kind for waiver in first.waivers] == [WaiverKind.FRAMEWORK]
    assert second.waivers == ()
    assert [unit.place.id for unit in rows["d3"].provisions] == ["d3.k1", "d3.k2", "d3.k2.1", "d3.k2.2", "d3.k3"]
    assert rows["d2"].duties == ()


def test_a_lost_duty_is_seen(small: Index) -> None:
    fewer = tuple(duty for duty in small.regulation.duties if duty.id != "d5.k2.2")
    rows = {row.article.id: row for row in proof(Index(small.regulation.model_copy(update={"duties": fewer})))}
    assert rows["d5"].words - rows["d5"].covered == len(words("Nhóm Thiếu nhi giữ gìn tủ sách thiếu nhi"))
