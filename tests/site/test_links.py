"""Every address that the site gives, wherever it stands: pages, data, office files, PDF, the copy for a disk."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pypdf
import pytest
from lxml import etree

from quyche.publishing.finishing import read_site
from quyche.publishing.offline import offline_files
from tests.site.building import Site
from tests.site.reading import dead_links, elements, foreign, links, pages, target, tree

LINKED_DATA = {"@id", "url", "contentUrl"}
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EXCEL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def ids(site: Site) -> dict[str, set[str]]:
    """Return address -> the anchors of its page; every other file has none."""
    files = [path for path in site.folder.rglob("*") if path.is_file()]
    found: dict[str, set[str]] = {path.relative_to(site.folder).as_posix(): {""} for path in files}
    return found | {
        address: {"", *(element.get("id", "") for element in elements(page, "//*[@id]"))}
        for address, page in pages(site)
    }


def lost(site: Site, addresses: Iterator[str]) -> list[str]:
    """Return which of the addresses (from the root) lead nowhere; there must be some to ask about."""
    known, asked = ids(site), list(addresses)
    assert asked
    split = [(address, *target("", address)) for address in asked]
    return [address for address, to, fragment in split if fragment not in known.get(to, ())]


def copied(site: Site, folder: Path) -> Site:
    """Return the copy of ``site`` for a disk, unpacked in ``folder``."""
    for path, data in offline_files(read_site(site.folder)).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return Site(folder, "", site.project)


def linked_data(site: Site) -> Iterator[tuple[str, str]]:
    """Yield (address of the page, address) of what is said to other programs in the pages."""
    for address, page in pages(site):
        for script in elements(page, "//script[@type='application/ld+json']"):
            for thing in things(json.loads(script.text or "")):
                yield from ((address, thing[key]) for key in sorted(LINKED_DATA & thing.keys()))


def things(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 -- any JSON
    """Yield every object in a value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from things(inner)


def office_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with the links of a Word, Excel or PowerPoint file: none may leave it or lead nowhere."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = set(parts.namelist())
        for name in sorted(names):
            if name.endswith(".rels"):
                owner = PurePosixPath(name).parent.parent
                for one in etree.fromstring(parts.read(name)).iter(RELATIONSHIP):
                    to = one.get("Target", "")
                    if one.get("TargetMode") == "External":
                        yield f"{name}: leaves the file: {to}"
                    elif inside(owner, to) not in names:
                        yield f"{name}: leads nowhere: {to}"
            elif name.endswith(".xml"):
                yield from (f"{name}: {fault}" for fault in anchors_missing(etree.fromstring(parts.read(name))))


def inside(owner: PurePosixPath, to: str) -> str:
    """Return the part that ``to`` means in the relationships of ``owner``'s folder."""
    return target(f"{owner}/" if str(owner) != "." else "", to.partition("#")[0])[0]


def anchors_missing(part: etree._Element) -> Iterator[str]:
    bookmarks = {one.get(f"{WORD}name") for one in part.iter(f"{WORD}bookmarkStart")}
    for one in part.iter(f"{WORD}hyperlink"):
        if (anchor := one.get(f"{WORD}anchor")) not in bookmarks:
            yield f"no bookmark: {anchor}"
    for one in part.iter(f"{EXCEL}hyperlink"):
        if not re.fullmatch(r"'?[^'!]+'?![A-Z$]+[0-9$]+(?::[A-Z$]+[0-9$]+)?", one.get("location") or ""):
            yield f"no place: {one.get('location')}"


def pdf_links(path: Path) -> Iterator[str]:
    """Yield what a link in a PDF opens outside it."""
    for page in pypdf.PdfReader(path).pages:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A")
            if action and action.get_object().get("/S") not in {None, "/GoTo"}:
                yield str(action.get_object())


def test_the_data_gives_addresses_that_are_there(site: Site) -> None:
    data = json.loads((site.folder / "du-lieu" / "quy-che.json").read_text(encoding="utf-8"))
    assert lost(site, (thing["address"] for thing in things(data) if "address" in thing)) == []
    search = json.loads((site.folder / "search" / "documents.json").read_text(encoding="utf-8"))
    assert lost(site, (document["location"] for document in search["docs"])) == []
    bank = (site.folder / "giang-day" / "ngan-hang.js").read_text(encoding="utf-8")
    pairs = re.findall(r'"path":"([^"]*)","anchor":"([^"]*)"', bank)
    assert lost(site, (f"{path}#{anchor}" for path, anchor in pairs)) == []


def test_what_other_programs_read_in_a_page_leads_somewhere(site: Site) -> None:
    found = list(linked_data(site))
    assert len(found) > 50
    assert [pair for pair in found if foreign(pair[1])] == []
    resolved = {(address, link): target(address, link) for address, link in found}
    known = ids(site)
    assert [pair for pair, (to, fragment) in resolved.items() if fragment not in known.get(to, ())] == []


def test_the_app_names_files_that_are_there(site: Site) -> None:
    app = json.loads((site.folder / "app.webmanifest").read_text(encoding="utf-8"))
    assert lost(site, iter([app["start_url"], app["scope"], *(icon["src"] for icon in app["icons"])])) == []
    worker = (site.folder / "sw.js").read_text(encoding="utf-8")
    kept = [
        name
        for line in re.findall(r"^const (?:CORE|ALL) = (\[.*\]);$", worker, re.MULTILINE)
        for name in json.loads(line)
    ]
    assert lost(site, (name.removesuffix("index.html") for name in kept)) == []
    sitemap = etree.parse(site.folder / "sitemap.xml")
    assert [one.text for one in sitemap.iter("{*}loc") if not one.text] == []


def test_no_office_file_has_a_link_that_leaves_it_or_leads_nowhere(site: Site) -> None:
    files = [path for path in site.folder.rglob("*") if path.suffix in {".docx", ".xlsx", ".pptx"}]
    assert {path.suffix for path in files} == {".docx", ".xlsx", ".pptx"}
    assert {path.name: faults for path in files if (faults := list(office_faults(path.read_bytes())))} == {}


def test_no_pdf_has_a_link_that_leaves_it(site: Site) -> None:
    files = sorted(site.folder.rglob("*.pdf"))
    assert len(files) > 30
    assert {path.name: found for path in files if (found := list(pdf_links(path)))} == {}


def test_the_copy_for_a_disk_names_files_only(site: Site, tmp_path: Path) -> None:
    copy = copied(site, tmp_path)
    assert dead_links(copy) == set()
    given = {(address, link) for address, page in pages(copy) for link in links(page)}
    assert {
        pair for pair in given if re.search(r"(?:^|/)\.{0,2}(?:[#?].*)?$", pair[1]) and not pair[1].startswith("#")
    } == set()
    script = (copy.folder / "search" / "search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("var __index = ").removesuffix(";\n"))
    locations = [document["location"] for document in index["docs"]]
    assert all(".html" in location for location in locations)
    assert lost(copy, (location.replace("index.html", "") for location in locations)) == []


def test_a_presentation_alone_on_a_stick_finds_all_it_needs(site: Site, tmp_path: Path) -> None:
    archives = sorted(site.folder.rglob("trinh-chieu.zip"))
    assert archives
    for number, path in enumerate(archives):
        folder = tmp_path / str(number)
        zipfile.ZipFile(path).extractall(folder)
        assert dead_links(Site(folder, "", site.project)) == set(), path


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ("a/", False),
        ("a/#here", False),
        ("a/index.html#here", False),
        ("#there", False),
        ("data.json", False),
        ("a/#not-here", True),
        ("a/index.html#not-here", True),
        ("b/", True),
        ("#nowhere", True),
        ("data.csv", True),
        ("../outside/", True),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tmp_path: Path, link: str, *, dead: bool) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<p id="here">', encoding="utf-8")
    (tmp_path / "data.json").write_text("{}", encoding="utf-8")
    (tmp_path / "index.html").write_text(f'<p id="there"><a href="{link}">x</a>', encoding="utf-8")
    tree.cache_clear()
    assert dead_links(Site(tmp_path, "", tmp_path)) == ({("", link)} if dead else set())


@pytest.mark.parametrize(
    ("name", "words", "fault"),
    [
        ("word/_rels/d.xml.rels", '<Relationship Target="x.xml" TargetMode="External"/>', "leaves the file: x.xml"),
        ("word/_rels/d.xml.rels", '<Relationship Target="none.xml"/>', "leads nowhere: none.xml"),
        ("word/d.xml", '<w:hyperlink w:anchor="none"/>', "no bookmark: none"),
        ("xl/s.xml", '<s:hyperlink location="none"/>', "no place: none"),
    ],
)
def test_a_link_of_an_office_file_that_leads_nowhere_is_told(name: str, words: str, fault: str) -> None:
    spaces = f'xmlns="{RELATIONSHIP[1:-13]}" xmlns:w="{WORD[1:-1]}" xmlns:s="{EXCEL[1:-1]}"'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(name, f"<all {spaces}>{words}</all>")
    assert list(office_faults(file.getvalue())) == [f"{name}: {fault}"]
