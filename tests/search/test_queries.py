"""Queries of readers: a list of them, citations in every habit, names, questions, and what is not there."""

import csv
from pathlib import Path

import pytest

from tests.search.engine import Engine, Hit, prefixes

QUERIES = Path(__file__).with_name("queries.tsv")
NOTHING = "-"


def expected(hit: Hit, wanted: list[str]) -> bool:
    return any(hit.provision == name or hit.provision.startswith(f"{name}.") for name in wanted)


@pytest.fixture(scope="module")
def listed() -> list[tuple[str, list[str]]]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [(row["query"], row["expected"].split(",")) for row in csv.DictReader(file, delimiter="\t")]


def test_every_listed_query_finds_what_it_means(engine: Engine, listed: list[tuple[str, list[str]]]) -> None:
    asked = [(query, wanted) for query, wanted in listed if wanted != [NOTHING]]
    found = engine.all_hits(query for query, _ in asked)
    lost = [
        query
        for (query, wanted), hits in zip(asked, found, strict=True)
        if not any(expected(hit, wanted) for hit in hits)
    ]
    late = [
        query for (query, wanted), hits in zip(asked, found, strict=True) if not hits or not expected(hits[0], wanted)
    ]
    assert lost == []
    assert len(late) <= 0.05 * len(asked), late


def test_no_beginning_of_a_listed_query_is_empty(engine: Engine, listed: list[tuple[str, list[str]]]) -> None:
    typed = [prefix for query, wanted in listed if wanted != [NOTHING] for prefix in prefixes(query)]
    assert [prefix for prefix, count in zip(typed, engine.counts(typed), strict=True) if not count] == []


@pytest.mark.parametrize(
    "query",
    [
        *(
            "đăng ký kết hôn",
            "lương cơ sở",
            "luong co so",
            "dang ky ket hon",
            "giá vàng",
            "bóng đá",
            "thời tiết hôm nay",
        ),
        *("giao thông đường bộ", "thủ tục ly hôn", "mua xe máy", "tuyển sinh đại học", "bảo hiểm y tế", "lịch âm"),
        *("thuế thu nhập cá nhân", "vay vốn ngân hàng", "đăng ký khai sinh", "nghỉ phép năm", "hộ chiếu", "đất đai"),
        *("hợp đồng lao động", "asdfgh", "qwerty uiop", "zzz", "covid vaccine", "phim hay", "điều 99", "d99k1", "!!!"),
    ],
)
def test_what_is_not_there_is_not_found(engine: Engine, query: str) -> None:
    assert engine.hits(query) == []


def test_a_mere_space_finds_nothing(engine: Engine) -> None:
    assert engine.hits(" ") == []


@pytest.mark.parametrize(
    ("query", "provision"),
    [
        *(
            (query, "d27")
            for query in ("điều 27", "dieu 27", "ĐIỀU 27", "Đ27", "đ 27", "d27", "27", "điều27", "ddieefu 27")
        ),
        *(
            (query, "d5.k8")
            for query in ("điều 5 khoản 8", "dieu 5 khoan 8", "khoản 8 điều 5", "khoản 8, Điều 5", "d5k8")
        ),
        *(
            (query, "d5.k8")
            for query in ("d5 k8", "đ5 k8", "đ.5 k.8", "k8 đ5", "5.8", "5.8?", "d5.k8", "Điều 5, khoản 8 ?")
        ),
        *(
            (query, "d6.k2.3")
            for query in ("điểm 2.3 điều 6", "d6.k2.3", "điểm 2.3 khoản 2 điều 6", "6.2.3", "diem 2.3 dieu 6")
        ),
        *((query, "c3") for query in ("chương III", "chương 3", "chuong iii", "CHƯƠNG III")),
        *((query, "c2.m2") for query in ("mục II", "muc 2", "mục II chương II")),
        ("khoản 2 điều 23", "d23.k2"),
        ("điều 5 giao ban", "d5.k8"),
        ("báo cáo khoản 2 điều 23", "d23.k2"),
    ],
)
def test_citations_in_any_habit(engine: Engine, query: str, provision: str) -> None:
    assert engine.hits(query)[0].provision == provision


def test_a_clause_that_does_not_exist_leads_to_its_article(engine: Engine) -> None:
    first = engine.hits("khoản 99 điều 5")[0]
    assert first.provision == "d5"
    assert first.terms == {"khoản 99 điều 5": False}


@pytest.mark.parametrize(
    "words", [("sáu tháng", "6 tháng", "6T", "06 tháng", "6t"), ("hằng năm", "hàng năm"), ("kỷ luật", "kỉ luật")]
)
def test_other_spellings_find_the_same(engine: Engine, words: tuple[str, ...]) -> None:
    first, *others = ({hit.location for hit in hits} for hits in engine.all_hits(words))
    assert all(other == first for other in others)


def test_the_article_and_the_page_of_a_body_come_first_for_its_name(engine: Engine) -> None:
    for query, article, page in (
        ("UBND", "d10", "ubnd-huyen"),
        ("mttq", "d14", "ubmttq-huyen"),
        ("công an", "d13", "luc-luong-vu-trang"),
        ("ban dan van", "d5", "ban-dan-van-huyen-uy"),
    ):
        pages = list(dict.fromkeys(hit.location.split("#")[0] for hit in engine.hits(query)))
        assert engine.hits(query)[0].provision == article
        assert pages[1] == f"co-quan/{page}/"


def test_a_body_and_a_subject_find_the_provision_that_joins_them(engine: Engine) -> None:
    assert {"d4.k4", "d5.k8"} <= {hit.provision for hit in engine.hits("UBND giao ban")}


def test_words_are_marked_as_the_text_spells_them(engine: Engine) -> None:
    hit = engine.hits("dan van kheo")[0]
    assert "<mark>dân vận khéo</mark>" in hit.text.lower()
    assert all(hit.terms.values())


def test_results_name_the_bodies_responsible(engine: Engine) -> None:
    assert engine.hits("d5k8")[0].tags == ("Ban Dân vận",)


def test_filters_by_kind_and_by_body(engine: Engine) -> None:
    [plain, bodies, one, browse] = engine.ask(
        [
            "giao ban",
            {"text": "giao ban", "kind": "body", "body": ""},
            {"text": "giao ban", "kind": "", "body": "1"},
            {"text": "", "kind": "body", "body": ""},
        ]
    )
    assert 0 < bodies["total"] < plain["total"]
    assert all(item["location"].startswith("co-quan/") for group in bodies["items"] for item in group)
    assert 0 < one["total"] <= plain["total"]
    assert one["filtered"] == plain["total"] - one["total"]
    assert browse["total"] == sum(1 for document in engine.found if document.kind == "body")


def test_nothing_found_comes_with_a_phrase_of_the_text_or_none(engine: Engine) -> None:
    near, far = engine.ask(["lương cơ sở", "đăng ký kết hôn"])
    assert near["suggestion"] == "cơ sở"
    assert far["suggestion"] == ""


def test_markup_in_the_query_and_the_text_stays_text(small_engine: Engine, engine: Engine) -> None:
    for tested in (small_engine, engine):
        for answer in tested.ask(["<b>", "&amp;", '"><img src=x>', "\\", "(", "[a-z]", "\u200b", "a" * 500]):
            assert "items" in answer


def test_another_regulation_is_searched_as_well(small_engine: Engine) -> None:
    for document in small_engine.found:
        if document.provision and document.text:
            words = " ".join(document.text.split()[:6])
            assert document.location in {hit.location for hit in small_engine.hits(words)[:3]}
