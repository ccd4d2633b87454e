"""The words of the regulation on the pages: exact, everywhere, at their permanent address."""

import pytest
from lxml import html

from quyche.addresses import article_path
from quyche.regulation.citations import html_id
from quyche.regulation.index import Index, Place
from quyche.regulation.vocabulary import Kind
from tests.site.building import Site
from tests.site.reading import content, elements, page, pages, words


@pytest.fixture(scope="module", params=["ours", "small"])
def built(request: pytest.FixtureRequest) -> tuple[Site, Index]:
    sites = {"ours": "site", "small": "small_site"}
    return request.getfixturevalue(sites[request.param]), request.getfixturevalue(request.param)


def verbatim(place: Place) -> str | None:
    return place.provision.text if place.provision.text is not None else place.provision.heading


def shown(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Return (provision, words) of every element that shows verbatim words, in document order."""
    return [(element.get("data-provision", ""), words(element)) for element in elements(tree, "//*[@data-provision]")]


def test_ours_is_whole(ours: Index) -> None:
    kinds = [place.provision.kind for place in ours.places]
    assert [kinds.count(kind) for kind in (Kind.ARTICLE, Kind.CLAUSE, Kind.POINT)] == [28, 71, 4]


def test_article_pages_show_every_provision_once_in_order(built: tuple[Site, Index]) -> None:
    site, index = built
    for article in index.articles:
        expected = [(place.id, verbatim(place)) for place in index.within(article.provision) if verbatim(place)]
        assert shown(page(site, article_path(article.provision))) == expected


def test_whole_text_shows_every_provision_once_in_order(built: tuple[Site, Index]) -> None:
    site, index = built
    assert shown(page(site, "quy-che/")) == [(place.id, verbatim(place)) for place in index.places if verbatim(place)]


def test_verbatim_elements_of_every_page_hold_exactly_their_words(built: tuple[Site, Index]) -> None:
    site, index = built
    quotes = {duty.id: duty.quote for duty in index.regulation.duties}
    for address, tree in pages(site):
        for provision, text in shown(tree):
            assert text == verbatim(index.place[provision]), f"{address}: {provision}"
        for element in elements(tree, "//*[@data-quote]"):
            duty = element.get("data-quote", "")
            assert words(element) == quotes[duty], f"{address}: {duty}"


def test_every_duty_is_quoted_on_the_proof_page(built: tuple[Site, Index]) -> None:
    site, index = built
    quoted = [element.get("data-quote") for element in elements(page(site, "do-phu/"), "//*[@data-quote]")]
    assert sorted(map(str, quoted)) == sorted(duty.id for duty in index.regulation.duties)


def test_editorial_words_never_stand_inside_verbatim_ones(built: tuple[Site, Index]) -> None:
    site, _ = built
    allowed = {"em", "br", "a"}
    for address, tree in pages(site):
        inside = {str(element.tag) for element in elements(tree, "//*[@data-provision or @data-quote]//*")}
        assert inside <= allowed, address


def test_words_follow_their_permanent_anchor(built: tuple[Site, Index]) -> None:
    """Nothing stands between a provision's HTML id and its words that belongs to another provision."""
    site, index = built
    ids = {html_id(place.id) for place in index.places}
    for address, tree in pages(site):
        if not address.startswith("quy-che/"):
            continue
        last = ""
        for element in elements(tree, "//article//*"):
            anchor, provision = (element.get(name, "") for name in ("id", "data-provision"))
            last = anchor if anchor in ids else last
            if provision:
                assert last == html_id(provision), f"{address}: {provision}"


def test_permanent_anchors_read_as_people_cite(site: Site) -> None:
    def anchors(address: str) -> set[str]:
        return {element.get("id", "") for element in elements(page(site, address), "//*[@id]")}

    assert {"dieu-5", "dieu-5-khoan-8"} <= anchors("quy-che/dieu-5/")
    assert {"dieu-6-khoan-2-1", "dieu-6-khoan-2-4"} <= anchors("quy-che/dieu-6/")
    assert {"dieu-22-doan-1", "dieu-22-doan-2"} <= anchors("quy-che/dieu-22/")
    assert {"chuong-1", "chuong-2-muc-3", "dieu-28", "dieu-5-khoan-8"} <= anchors("quy-che/")


def test_whole_text_prints_front_distribution_and_signature(built: tuple[Site, Index]) -> None:
    site, index = built
    text = index.regulation.text
    shown_lines = [line.strip() for line in content(page(site, "quy-che/")).itertext()]
    lines = [*text.front]
    if text.distribution:
        lines += [text.distribution.heading, *text.distribution.items]
    if text.signature:
        lines += text.signature.lines
    assert [line for line in lines if line not in shown_lines] == []
