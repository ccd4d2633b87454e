"""Addresses that other people link to, what stands on every page, and where links lead."""

import json
from itertools import pairwise

from quyche.addresses import NO_NETWORK
from quyche.instruments.checking import REGISTER
from quyche.instruments.loading import load_register
from quyche.regulation.index import Index
from quyche.vietnamese.days import day_words
from tests.site.building import Site
from tests.site.reading import (
    DAY,
    SHORT_DAY,
    content,
    dead_links,
    elements,
    flat,
    foreign,
    links,
    page,
    pages,
    style_links,
    target,
)

BODIES = (
    *("ban-thuong-vu-thuong-truc-huyen-uy", "ban-dan-van-huyen-uy", "van-phong-huyen-uy", "ban-tuyen-giao-huyen-uy"),
    *(
        "ban-to-chuc-huyen-uy",
        "uy-ban-kiem-tra-huyen-uy",
        "chi-dang-bo-truc-thuoc",
        "chinh-quyen-cac-cap",
        "hdnd-huyen",
    ),
    *("ubnd-huyen", "co-quan-don-vi", "co-quan-tu-phap", "luc-luong-vu-trang", "ubmttq-huyen"),
    *("to-chuc-chinh-tri-xa-hoi", "khoi-dan-van", "can-bo-dang-vien", "hoi-quan-chung", "trung-tam-chinh-tri"),
)
ARTICLES = tuple(f"quy-che/dieu-{number}/" for number in range(1, 29))
CONTRACT = (
    *("", "quy-che/", *ARTICLES, "co-quan/", *(f"co-quan/{body}/" for body in BODIES)),
    *("ma-tran/", "lich/", "do-phu/", "du-lieu/", "huong-dan/", "404.html", "tu-danh-gia/tong-hop/"),
)
WRITTEN, PROSE = ("docs", "checklists"), {".md", ".yaml", ".yml"}


def test_every_address_of_the_contract_is_there(site: Site) -> None:
    assert set(CONTRACT) - set(site.pages) == set()
    assert (site.folder / "du-lieu" / "quy-che.json").is_file()
    assert list((site.folder / "du-lieu").glob("*.schema.json"))


def test_the_data_file_holds_the_regulation(site: Site, ours: Index) -> None:
    data = json.loads((site.folder / "du-lieu" / "quy-che.json").read_text(encoding="utf-8"))
    assert [duty["id"] for duty in data["regulation"]["duties"]] == [duty.id for duty in ours.regulation.duties]
    (provision,) = [provision for provision in data["provisions"] if provision["id"] == "d5.k8"]
    assert provision["words"] == ours.place["d5.k8"].provision.text
    assert provision["address"] == "quy-che/dieu-5/#dieu-5-khoan-8"


def test_every_page_tells_the_status_of_the_text(site: Site, ours: Index) -> None:
    status = ours.regulation.status
    for address, tree in pages(site):
        if address == NO_NETWORK:  # it shows nothing of the text
            continue
        text = flat(tree)
        missing = [
            line for line in (status.label, status.summary, *status.notice, status.print_line) if line not in text
        ]
        assert missing == [], address


def test_every_page_has_one_main_heading_a_title_and_a_language(site: Site) -> None:
    titles: dict[str, str] = {}
    for address, tree in pages(site):
        assert len(elements(tree, "//h1")) == 1, address
        assert tree.get("lang") == "vi", address
        titles[address] = flat(elements(tree, "//title")[0])
    assert len(set(titles.values())) == len(titles), "two pages share a title"


def neighbour(site: Site, address: str, relation: str) -> str | None:
    links = elements(content(page(site, address)), f".//a[@rel='{relation}']")
    assert len(links) <= 1, address
    return target(address, links[0].get("href", ""))[0] if links else None


def test_previous_and_next_chain_through_all_articles(site: Site) -> None:
    assert neighbour(site, ARTICLES[0], "prev") is None
    assert neighbour(site, ARTICLES[-1], "next") is None
    for before, after in pairwise(ARTICLES):
        assert neighbour(site, before, "next") == after
        assert neighbour(site, after, "prev") == before


def test_every_link_and_anchor_leads_somewhere(site: Site, small_site: Site) -> None:
    for built in (site, small_site):
        assert dead_links(built) == set(), built.folder


def test_nothing_points_at_another_host(site: Site) -> None:
    strangers = {(address, link) for address, tree in pages(site) for link in links(tree) if foreign(link)}
    for path in [*site.folder.rglob("*.css"), *site.folder.rglob("*.svg")]:
        text = path.read_text(encoding="utf-8")
        strangers |= {(path.name, link) for link in style_links(text) if foreign(link)}
    assert strangers == set()


def test_style_sheets_point_at_files_that_are_there(site: Site) -> None:
    for path in site.folder.rglob("*.css"):
        for link in style_links(path.read_text(encoding="utf-8")):
            if not link.startswith(("data:", "#")):
                assert (path.parent / link.split("?")[0]).resolve().is_file(), f"{path.name}: {link}"


def test_the_calendar_names_no_day(site: Site) -> None:
    calendar = content(page(site, "lich/"))
    for day_of_note in elements(calendar, ".//*[@class='note']/*[@class='src']"):
        day_of_note.drop_tree()
    text = flat(calendar)
    assert DAY.findall(text) + SHORT_DAY.findall(text) == []


def test_no_page_names_a_day_that_is_not_in_the_data(site: Site, ours: Index) -> None:
    """Days stand only where the text, the status or what people wrote has them, letter for letter."""
    written = [path for part in WRITTEN for path in sorted((site.project / part).rglob("*.*")) if path.suffix in PROSE]
    known = ours.regulation.model_dump_json() + "".join(path.read_text(encoding="utf-8") for path in written)
    status = ours.regulation.status
    days = [status.as_of, status.issued, status.effective]
    days += [body.successor.ended for body in ours.regulation.bodies if body.successor]
    for one in load_register(site.project / REGISTER, ours).by_id.values():
        days.append(one.checked)
        known += "".join(f"ngày {day_words(day)} " for day in (one.date, one.in_force) if day)
    known += " ".join(f"ngày {day_words(day)}" for day in days if day)
    invented = {(address, day) for address, tree in pages(site) for day in DAY.findall(flat(tree)) if day not in known}
    assert invented == set()
