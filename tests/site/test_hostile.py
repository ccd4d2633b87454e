"""Text from YAML is data: markup in it is shown letter for letter, and none of it works."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import TypeAlias

import tinycss2
from lxml import html

from quyche.pages.rendering import law_words
from quyche.regulation.loading import load
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind
from tests.site.building import Site
from tests.site.hostile import HARMLESS, HOSTILE
from tests.site.reading import content, elements, flat, page, pages, words

Shape: TypeAlias = tuple[str, tuple[tuple[str, str], ...], str, str]
PAIRS = tuple((getattr(HOSTILE, key), getattr(HARMLESS, key)) for key in ("long", "short", "mend"))
COUNTS = re.compile(r"\d+/\d+|[0-9a-f]{64}")
HASH = re.compile(r"\.[0-9a-f]{8}(?=\.)")
"""What follows from the number of words and from the letters: covered words, SHA-256."""


def as_written(addition: str) -> tuple[str, ...]:
    """Return the ways in which pages write ``addition``: plain, in an example of JSON, in a data block of JSON-LD."""
    example = json.dumps(addition, ensure_ascii=False)[1:-1]
    block = re.sub("[<>&]", lambda letter: f"\\u{ord(letter[0]):04x}", example)
    return addition, example, block


def tamed(text: str | None) -> str:
    """Return ``text`` with every hostile addition, letter for letter, turned into its harmless one.

    Counts and hashes are left out.
    """
    text = HASH.sub(".…", " ".join((text or "").split()))
    for hostile, harmless in PAIRS:
        for words_ in as_written(hostile):
            text = text.replace(words_, harmless)
    return COUNTS.sub("…", text)


def shapes(tree: html.HtmlElement) -> Iterator[Shape]:
    for element in elements(tree, "//*"):
        attributes = sorted((str(name), tamed(str(value))) for name, value in element.attrib.items())
        yield str(element.tag), tuple(attributes), tamed(element.text), tamed(element.tail)


def test_pages_differ_from_harmless_ones_in_their_words_alone(hostile: Site, harmless: Site) -> None:
    """No element, no attribute came from the data, and each word of it is there as text, in titles and menus too."""
    assert list(hostile.pages) == list(harmless.pages)
    for (address, wild), (_, tame) in zip(pages(hostile), pages(harmless), strict=True):
        pairs = zip(shapes(wild), shapes(tame), strict=True)
        assert [(here, there) for here, there in pairs if here != there] == [], address


def test_hostile_words_are_where_words_go(hostile: Site) -> None:
    article = page(hostile, "quy-che/dieu-3/")
    title = flat(elements(article, "//title")[0])
    assert title.count(HOSTILE.long) == 2  # the article's name and the regulation's
    assert HOSTILE.long in elements(article, "//meta[@name='description']")[0].get("content", "")
    menus = [flat(link) for link in elements(article, "//nav//a")]
    assert any(link.startswith("3. ") and HOSTILE.long in link for link in menus)
    assert any(HOSTILE.short in link for link in menus)
    contents = [flat(link) for link in elements(article, "//nav//a[starts-with(@href, '#')]")]
    assert any(HOSTILE.long in link for link in contents)
    (duty,) = [duty for duty in load(hostile.project / "regulation.yaml").regulation.duties if duty.id == "d3.k1.1"]
    text = flat(content(article))
    assert [line for line in (duty.task, duty.question, *duty.evidence, duty.reading or "") if line not in text] == []


def test_verbatim_words_keep_every_letter(hostile: Site) -> None:
    index = load(hostile.project / "regulation.yaml")
    found = set()
    for address, tree in pages(hostile):
        for element in elements(tree, "//*[@data-provision]"):
            provision = index.place[element.get("data-provision", "")].provision
            found.add(provision.id)
            assert words(element) == (provision.text or provision.heading), f"{address}: {provision.id}"
            assert words(element).endswith(HOSTILE.long)
    assert found == {place.id for place in index.places if place.provision.text or place.provision.heading}


def test_italics_never_cut_into_markup() -> None:
    text = "<b> & lt, amp; em"
    emphasis = ("lt", "amp", "em")
    provision = Provision(id="d1", kind=Kind.ARTICLE, num="1", text=text, emphasis=emphasis)
    shown = html.fragment_fromstring(f"<p>{law_words(provision)}</p>")
    assert words(shown) == text
    assert [words(element) for element in elements(shown, ".//em")] == list(emphasis)


def test_no_script_image_or_handler_came_from_the_data(hostile: Site) -> None:
    for address, tree in pages(hostile):
        handlers = [
            name for element in elements(tree, "//*") for name in element.attrib if str(name).lower().startswith("on")
        ]
        assert handlers == [], address
        assert elements(tree, "//img[@src='x']") == [], address
        assert elements(tree, "//a[starts-with(translate(@href, 'JAVSCRIPT', 'javscript'), 'javascript:')]") == [], (
            address
        )
        scripts = elements(tree, "//script[not(@type='application/ld+json')]")
        assert [script for script in scripts if "alert" in words(script)] == [], address
        blocks = elements(tree, "//script[@type='application/ld+json']")
        assert all(json.loads(words(block))["@type"] == "Legislation" for block in blocks), address


def test_nothing_was_computed(hostile: Site, harmless: Site) -> None:
    def count(site: Site) -> int:
        return sum(len(re.findall(r"\b49\b", flat(tree))) for _, tree in pages(site))

    assert count(hostile) == count(harmless), "{{ 7*7 }} was worked out"


def test_data_and_search_files_hold_the_words_as_words(hostile: Site, harmless: Site) -> None:
    data = json.loads((hostile.folder / "du-lieu" / "quy-che.json").read_text(encoding="utf-8"))
    assert data["regulation"]["status"]["summary"].endswith(HOSTILE.long)
    for path in (hostile.folder / "search").glob("*.json"):
        twin = json.loads((harmless.folder / "search" / path.name).read_text(encoding="utf-8"))
        found = json.loads(path.read_text(encoding="utf-8"))
        assert len(found["docs"]) == len(twin["docs"])
    for path in hostile.folder.glob("*.xml"):
        ET.parse(path)  # noqa: S314 -- our own file


def test_foot_of_printed_pages_holds_the_words_as_a_string(hostile: Site) -> None:
    status = load(hostile.project / "regulation.yaml").regulation.status
    (sheet,) = (hostile.folder / "assets" / "css").glob("page-foot.*.css")
    rules = tinycss2.parse_stylesheet(sheet.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
    *_, rule = rules
    assert (rule.type, rule.at_keyword) == ("at-rule", "page")
    (box,) = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
    declared = {
        item.lower_name: item.value
        for item in tinycss2.parse_blocks_contents(box.content)
        if item.type == "declaration"
    }
    assert declared.keys() == {"content", "font"}
    (words,) = [token for token in declared["content"] if token.type != "whitespace"]
    assert words.type == "string"
    assert words.value.endswith(status.print_line)
