"""Terms on the pages: all of them in order, each first use a link, in exactly the words of the text; the documents."""

import json

import pytest

from quyche.addresses import article_path
from quyche.project import Project, load_project
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.alphabet import alphabetical
from quyche.vietnamese.days import day_words
from quyche.vietnamese.letters import upper_first
from tests.site.building import Site
from tests.site.reading import elements, flat, page, pages, target, words


@pytest.fixture(scope="module", params=["ours", "small"])
def built(request: pytest.FixtureRequest) -> tuple[Site, Project]:
    site = request.getfixturevalue({"ours": "site", "small": "small_site"}[request.param])
    return site, load_project(site.project)


def test_the_page_shows_every_term_in_dictionary_order_with_its_source(built: tuple[Site, Project]) -> None:
    site, terms = built[0], built[1].terms
    shown = elements(page(site, "thuat-ngu/"), "//dl[@class='terms']/div")
    names = [flat(elements(entry, "dt")[0]) for entry in shown]
    assert names == sorted((term.term for term in terms.glossary.terms), key=alphabetical)
    for entry in shown:
        term = terms.by_id[entry.get("id", "").removeprefix("tn-")]
        lines = [flat(line) for line in elements(entry, "dd")]
        assert lines[0] == term.definition
        told = [
            f"{upper_first(mark.label)}{f': {words}' if words else ''}" for mark, words in terms.backings[term.id].told
        ]
        assert set(told) <= set(lines)
        assert term.outside is None or lines[-1] == term.outside


def test_each_letter_leads_to_its_terms(site: Site) -> None:
    tree = page(site, "thuat-ngu/")
    (letters,) = elements(tree, "//nav[@class='letters screen']")
    names = [flat(letter) for letter in elements(letters, ".//li")]
    assert "".join(names) == "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY"
    for link in elements(letters, ".//a"):
        (heading,) = elements(tree, f"//*[@id='{link.get('href', '')[1:]}']")
        assert flat(heading) == flat(link)


def test_a_definition_leads_to_other_terms_never_to_itself(site: Site) -> None:
    found = 0
    for entry in elements(page(site, "thuat-ngu/"), "//dl[@class='terms']/div"):
        links = [link.get("href") for link in elements(entry, "dd[1]/a")]
        assert f"#{entry.get('id')}" not in links
        assert len(set(links)) == len(links)
        found += len(links)
    assert found > 20


def test_the_first_use_in_each_article_leads_to_its_meaning(built: tuple[Site, Project]) -> None:
    site, index, terms = built[0], built[1].index, built[1].terms
    for article in index.articles:
        address = article_path(article.provision)
        tree = page(site, address)
        links = elements(tree, "//p[@data-provision]//a[@class='term']")
        assert [target(address, link.get("href", "")) for link in links] == [
            ("thuat-ngu/", f"tn-{use.term}")
            for uses in terms.first_in(p.id for p in index.within(article.provision) if p.provision.text).values()
            for use in uses
        ]
        assert len({link.get("href") for link in links}) == len(links)
        named = elements(tree, "//a[@class='named']")
        meanings = [entry.get("data-meaning") for entry in elements(tree, "//*[@data-meaning]")]
        assert meanings == [link.get("href", "").split("#")[1] for link in (*links, *named)]
        assert bool(elements(tree, "//*[@role='dialog'][contains(@class, 'meaning')]")) == bool(meanings)


def test_a_term_stands_in_italics_as_in_plain_words(small_site: Site, small: Index) -> None:
    (clause,) = elements(page(small_site, "quy-che/dieu-3/"), "//*[@data-provision='d3.k1']")
    assert words(clause) == small.place["d3.k1"].provision.text
    assert [flat(link) for link in elements(clause, "em/a")] == ["sách rách"]


def test_no_inline_style_or_script_came_in(site: Site) -> None:
    for address in ("thuat-ngu/", "luoc-do/", "quy-che/dieu-5/"):
        (article,) = elements(page(site, address), "//article")
        assert elements(article, ".//*[@style or @onclick]") == []
        assert elements(article, ".//script[not(@src or @type='application/ld+json')]") == []


def test_the_data_holds_the_terms(built: tuple[Site, Project]) -> None:
    site, terms = built[0], built[1].terms
    data = json.loads((site.folder / "du-lieu" / "quy-che.json").read_text("utf-8"))
    assert [entry["term"]["id"] for entry in data["terms"]] == [term.id for term in terms.in_order]
    for entry in data["terms"]:
        assert tuple(entry["provisions"]) == terms.provisions.get(entry["term"]["id"], ())
        backing = terms.backings[entry["term"]["id"]]
        assert (entry["mark"], entry["source"]) == (backing.mark, backing.words)
        address, anchor = entry["address"].split("#")
        assert elements(page(site, address), f"//*[@id='{anchor}']")


def test_the_drawing_names_what_the_text_rests_on_and_leaves_the_unknown_open(site: Site, ours: Index) -> None:
    tree = page(site, "luoc-do/")
    groups = {flat(elements(group, "h3")[0]): flat(group) for group in elements(tree, "//*[@class='lineage']/section")}
    assert "310-QĐ/TW" in groups["Căn cứ ban hành"]
    assert "522-QĐ/HU" in groups["Văn bản bị thay thế"]
    assert groups["Văn bản thay thế"].endswith("Chưa rõ")
    assert "Số: chưa rõ · Ngày ký: chưa rõ · Hiệu lực: chưa rõ" in groups[ours.regulation.title]
    ids = {element.get("id") for element in elements(tree, "//tr[@id]")}
    for link in elements(tree, "//*[@class='lineage']//a"):
        assert link.get("href", "")[1:] in ids


def test_every_body_has_its_row_of_then_and_now(site: Site, ours: Index) -> None:
    (table,) = elements(page(site, "luoc-do/"), "//table[contains(@class, 'now')]")
    rows = {
        flat(elements(row, "th")[0]): [flat(cell) for cell in elements(row, "td")]
        for row in elements(table, "tbody/tr")
    }
    expected = [body for body in ours.regulation.bodies if body.successor]
    assert [body.name for body in expected] == list(rows)
    assert {body.name for body in ours.pages if body.block != "people"} <= set(rows)
    for body in expected:
        assert body.successor is not None
        status, nearest, source = rows[body.name]
        assert (status, nearest) == (body.successor.status, body.successor.nearest or "Chưa rõ")
        assert body.successor.confidence.label in source
        assert (body.successor.source or "") in source


def test_oddities_are_seen_where_they_stand(site: Site) -> None:
    assert "có lẽ là “310-QĐ/TU”" in flat(elements(page(site, "quy-che/"), "//article")[0])
    notes = elements(page(site, "quy-che/dieu-9/"), "//*[@class='note']")
    assert any("trưng cầu ý dân" in flat(note) for note in notes)
    notes = elements(page(site, "lich/"), "//*[@class='note']")
    assert any("đứng ngoài danh sách" in flat(note) for note in notes)


def test_every_note_has_its_kind_and_mark_and_can_be_left_out_of_print(site: Site, ours: Index) -> None:
    notes = load_project(site.project).notes
    for article in ours.articles:
        tree = page(site, article_path(article.provision))
        shown = elements(tree, "//*[@class='note']")
        assert shown
        for note in shown:
            behind = notes.backings[note.get("id", "").replace("-", ".")]
            assert flat(elements(note, "b")[0]).endswith(".")
            (source,) = elements(note, "small[@class='src']")
            assert all(upper_first(mark.label) in flat(source) and words in flat(source) for mark, words in behind.told)
            assert elements(note, "ancestor::div[contains(@class, 'edit')]")
            assert not elements(note, "ancestor::*[@data-provision]")
        assert elements(tree, "//input[@class='print-editorial']")
    for address, tree in pages(site):
        if address.startswith("quy-che/") and elements(tree, "//*[@class='note']"):
            assert elements(tree, "//input[@class='print-editorial']"), address


def test_a_page_says_once_when_its_notes_were_held_against_their_sources(site: Site, ours: Index) -> None:
    dates = load_project(site.project).notes.dates
    for article in ours.articles:
        words = flat(elements(page(site, article_path(article.provision)), "//article")[0])
        assert words.count(f"Ghi chú đối chiếu ngày {day_words(dates[article.id])}.") == 1
        assert words.count("tên do ban biên tập đặt") == (article.provision.heading is None)


def test_no_term_is_a_link_outside_the_pages_of_articles(site: Site, ours: Index) -> None:
    articles = {article_path(place.provision) for place in ours.articles if place.provision.kind is Kind.ARTICLE}
    assert {address for address, tree in pages(site) if elements(tree, "//a[@class='term']")} <= articles
