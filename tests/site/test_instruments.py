"""Instruments on the built site: the page of the register, the first mention on a page, no name but the register's."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from quyche.addresses import INSTRUMENTS, LINEAGE, instrument_id
from quyche.instruments.checking import REGISTER, slips
from quyche.instruments.finding import Mentions
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.regulation.index import Index
from tests.site.building import Site
from tests.site.reading import content, elements, flat, page, pages, target

WRITTEN = {".html", ".json", ".js", ".csv", ".gift", ".xml", ".ics", ".txt"}
ZIPPED = {".docx", ".xlsx", ".pptx", ".ods", ".zip"}
BLOCK = re.compile(r"</?(?:p|li|td|th|dd|dt|div|tr|h[1-6]|option|summary|br|button|small|w:p|a:p|text:p|si|c)\b[^>]*>")
EXAMPLE = "12-BC/HU"
"""Of a unit's own document, in the comment of a script."""
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def register(project: Path, ours: Index) -> Register:
    return load_register(project / REGISTER, ours)


def files(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield what is written in a file, and in those that it holds: their names and words without markup."""
    suffix = Path(name).suffix
    if suffix in ZIPPED:
        with ZipFile(BytesIO(data)) as archive:
            for inner in archive.namelist():
                yield from files(f"{name}/{inner}", archive.read(inner))
    elif suffix in WRITTEN:
        words = data.decode("utf-8", "replace")
        yield name, unescape(TAG.sub("", BLOCK.sub(" ¶ ", words))) if suffix in {".html", ".xml"} else words


def test_nothing_published_names_what_the_register_does_not_hold(site: Site, register: Register, ours: Index) -> None:
    mentions, text = Mentions(register), " ".join(place.words for place in ours.places)
    found, wrong = set(), []
    for path in sorted(site.folder.rglob("*")):
        for name, words in files(path.relative_to(site.folder).as_posix(), path.read_bytes()) if path.is_file() else ():
            for one in mentions.found(words):
                wrong += [(name, *slip) for slip in slips(one, register, quoted=one.whole in text)]
                found.add(one.instrument.id if one.instrument else one.written)
    assert [slip for slip in wrong if EXAMPLE not in slip[1]] == []
    assert len(found) > 30


def test_the_page_tells_of_each_what_the_register_knows(site: Site, register: Register) -> None:
    tree = page(site, INSTRUMENTS)
    rows = {row.get("id"): row for row in elements(tree, "//tr[@id]")}
    assert list(rows) == [instrument_id(one) for one in register.by_id]
    for one in register.by_id.values():
        told = flat(rows[instrument_id(one.id)])
        assert told.startswith(one.name)
        assert one.source in told
        assert one.checked_words.lower() in told.lower()
        assert one.status.label in told.lower()
        links = {link.get("href") for link in elements(rows[instrument_id(one.id)], "td[1]//a")}
        changed = (*one.replaces, *one.amends, *(by.id for by in register.replaced_by.get(one.id, ())))
        assert links >= {f"#{instrument_id(other)}" for other in changed}


def test_each_row_leads_to_the_pages_that_lead_to_it(site: Site, register: Register) -> None:
    there = {
        one: {
            target(INSTRUMENTS, link.get("href", ""))[0]
            for link in elements(
                page(site, INSTRUMENTS), f"//tr[@id='{instrument_id(one)}']/td[last()]//a[not(@class)]"
            )
        }
        for one in register.by_id
    }
    here: dict[str, set[str]] = {one: set() for one in register.by_id}
    for address, tree in pages(site):
        for link in elements(tree, "//a[@class='named']"):
            path, fragment = target(address, link.get("href", ""))
            assert path == INSTRUMENTS
            here[fragment.removeprefix(instrument_id(""))].add(address)
    for link in elements(page(site, LINEAGE), "//th/a[@href]"):
        here.get(link.get("href", "").partition("#vb-")[2], set()).add(LINEAGE)
    assert there == {one: found - {"quy-che/"} for one, found in here.items()}
    assert "quy-che/dieu-27/" in here["366-qd-tw"]


def test_a_page_opens_each_document_once_where_it_names_it_first(site: Site, register: Register) -> None:
    for address, tree in pages(site):
        links = elements(tree, "//a[@class='named']")
        fragments = [target(address, link.get("href", ""))[1] for link in links]
        assert len(set(fragments)) == len(fragments), address
        for link in links:
            one = register.by_id[link.get("href", "").partition("#vb-")[2]]
            assert flat(link) in one.names, address
            assert not elements(link, "ancestor::*[@data-provision or @data-quote or self::summary or self::button]")
            (told,) = elements(tree, f"//*[@data-meaning='{instrument_id(one.id)}']")
            assert one.name in flat(told)
            assert one.checked_words in flat(told)


@pytest.mark.parametrize("address", ["quy-che/dieu-27/", "co-quan/trung-tam-chinh-tri/", "thuat-ngu/", LINEAGE])
def test_notes_bodies_terms_and_lineage_name_documents(site: Site, address: str) -> None:
    assert elements(content(page(site, address)), ".//a[@class='named']")


def test_the_menu_leads_to_the_page(site: Site) -> None:
    links = elements(page(site, "quy-che/dieu-1/"), "//nav//a")
    assert (INSTRUMENTS, "") in {target("quy-che/dieu-1/", link.get("href", "")) for link in links}
