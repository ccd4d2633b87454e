"""Pages of bodies: every duty with its citation, mentions apart."""

from lxml import html

from quyche.addresses import article_path, body_path
from quyche.duties.assignment import BodyDuties, Duties, Level
from quyche.regulation.citations import citation, html_id
from quyche.regulation.index import Index
from tests.site.building import Site
from tests.site.reading import content, elements, flat, page, target

SECTIONS = {Level.OWN: "viec-rieng", Level.GROUP: "theo-nhom", Level.COMMON: "viec-chung"}
MENTIONS = "nhac-den"


def rows(site: Site, found: BodyDuties, section: str) -> list[html.HtmlElement]:
    """Return the list entries that stand under the heading with id ``section``."""
    tree = content(page(site, body_path(found.body)))
    return elements(tree, f".//li[preceding::h2[1]/@id = '{section}']")


def cited(site_address: str, row: html.HtmlElement) -> set[tuple[str, tuple[str, str]]]:
    """Return (words, target) of every link in ``row``."""
    return {(flat(link), target(site_address, link.get("href", ""))) for link in elements(row, ".//a")}


def test_every_duty_stands_under_its_level_with_task_and_citation(site: Site, ours: Index, duties: Duties) -> None:
    for found in duties.of.values():
        address = body_path(found.body)
        for level, section in SECTIONS.items():
            listed = rows(site, found, section)
            expected = found.at(level)
            assert len(listed) == len(expected), f"{address}: {section}"
            for row, assignment in zip(listed, expected, strict=True):
                place = ours.place[assignment.duty.provision]
                assert place.article is not None
                link = (citation(place), (article_path(place.article), html_id(place.id)))
                assert assignment.duty.task in flat(row), f"{address}: {assignment.duty.id}"
                assert link in cited(address, row), f"{address}: {assignment.duty.id}"
                for role in assignment.roles:
                    assert role.label in flat(row), f"{address}: {assignment.duty.id}"
                quoted = [element.get("data-quote") for element in elements(row, ".//*[@data-quote]")]
                assert quoted == [assignment.duty.id], address


def test_mentions_are_listed_apart_and_none_is_a_duty(site: Site, duties: Duties) -> None:
    for found in duties.of.values():
        address = body_path(found.body)
        listed = rows(site, found, MENTIONS)
        assert len(listed) == len(found.mentions), address
        text = "\n".join(map(flat, listed))
        assert [mention.duty.id for mention in found.mentions if mention.duty.task not in text] == [], address
        for row in listed:
            assert elements(row, ".//*[@data-quote]") == [], address


def test_what_became_of_a_body_is_marked_as_editorial(site: Site, duties: Duties) -> None:
    for found in duties.of.values():
        if found.body.successor:
            notes = elements(content(page(site, body_path(found.body))), ".//*[contains(@class, 'edit')]")
            told = [note for note in notes if found.body.successor.status in flat(note)]
            assert told, found.body.id
            assert "Biên tập" in flat(told[0]), found.body.id


def test_every_body_is_listed_once(site: Site, ours: Index) -> None:
    tree = content(page(site, "co-quan/"))
    listed = [target("co-quan/", link.get("href", ""))[0] for link in elements(tree, ".//a")]
    assert sorted(listed) == sorted(body_path(body) for body in ours.pages)
