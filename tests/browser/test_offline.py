"""From a disk, with no network: the same pages, the same search, no request that leaves, nothing on the console."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visit, Visitor
from tests.site.building import Site

QUERIES = ("dan van kheo", "ubnd", "d5 k8", "điều 27", "giao ban hội quần chúng", "daan vaanj kheos", "phãn biện")
PAGES = ("", "quy-che/", "quy-che/dieu-5/", "co-quan/ubnd-huyen/", "ma-tran/", "lich/", "tu-danh-gia/ubnd-huyen/")

ROOT = "new URL(JSON.parse(document.getElementById('__config').textContent).base, location).href"


def found(page: Page, query: str) -> list[str]:
    """Return the provisions and pages that the search shows for ``query``, in order."""
    box = page.get_by_role("textbox", name="Tìm")
    hits = page.locator(".md-search-result__link")
    box.fill("")
    expect(hits).to_have_count(0)  # so that what is read next is no earlier answer
    box.fill(query)
    expect(page.locator(".md-search-result__meta")).to_contain_text("kết quả")
    expect(hits.first).to_be_attached()
    links: list[str] = hits.evaluate_all("all => all.map(a => a.href)")
    base: str = page.evaluate(ROOT)
    return [link.removeprefix(base).replace("index.html", "").split("?")[0] for link in links]


def searching(visit: Visit) -> Page:
    """Open the search of the page and return the page."""
    visit.page.locator("input.md-search__input").click()
    return visit.page


@pytest.mark.parametrize("path", PAGES)
def test_a_page_from_disk_asks_for_nothing_and_complains_of_nothing(path: str, unpacked: Path, visit: Visitor) -> None:
    opened = visit(f"{(unpacked / path).as_uri()}/index.html".replace("//index", "/index"))
    expect(opened.page.locator("h1")).to_be_visible()
    assert opened.complaints == []
    assert [address for address in opened.requests if not address.startswith(("file:", "blob:", "data:"))] == []


def test_links_from_disk_lead_to_pages(unpacked: Path, visit: Visitor) -> None:
    opened = visit((unpacked / "index.html").as_uri())
    opened.page.get_by_role("link", name="Toàn văn để phát cho lớp").click()
    expect(opened.page.locator("h1")).to_contain_text("Quy chế công tác dân vận")
    assert opened.page.url.endswith("/quy-che/index.html")
    assert opened.complaints == []


def test_the_search_from_disk_answers_as_over_the_network(unpacked: Path, address: str, visit: Visitor) -> None:
    disk, network = searching(visit((unpacked / "index.html").as_uri())), searching(visit(address))
    for query in QUERIES:
        answer = found(disk, query)
        assert answer, query
        assert answer == found(network, query), query


def test_worker_and_index_from_disk_are_those_of_the_network(site: Site, unpacked: Path) -> None:
    """The same worker over the same documents gives the same answers, whatever is asked."""
    (worker,) = (site.folder / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    source = (unpacked / "assets" / "js" / "search-worker-source.js").read_text("utf-8")
    assert json.loads(source.removeprefix("var __searchWorker = ").removesuffix(";\n")) == worker.read_text("utf-8")
    script = (unpacked / "search" / "search_index.js").read_text("utf-8")
    disk = json.loads(script.removeprefix("var __index = ").removesuffix(";\n"))
    network = json.loads((site.folder / "search" / "documents.json").read_text("utf-8"))
    for document in disk["docs"]:
        document["location"] = document["location"].replace("index.html", "")
    assert disk == network


def test_a_hit_from_disk_opens_with_its_words_marked(unpacked: Path, visit: Visitor) -> None:
    opened = visit((unpacked / "index.html").as_uri())
    found(searching(opened), "giao ban hội quần chúng")
    opened.page.locator(".md-search-result__link").first.click()
    expect(opened.page.locator("mark").first).to_be_visible()
    assert opened.complaints == []


def test_the_form_from_disk_keeps_what_was_answered(unpacked: Path, visit: Visitor) -> None:
    opened = visit((unpacked / "tu-danh-gia" / "ban-to-chuc-huyen-uy" / "index.html").as_uri())
    page = opened.page
    page.locator("#nam").fill("2026")
    page.locator("#nam").press("Tab")
    answer = page.locator("fieldset[data-code]").first.locator("input[value=done]")
    answer.check()
    expect(page.get_by_text("Đã trả lời 1/15 dòng").first).to_be_visible()
    expect(page.locator(".saved")).to_contain_text("Đã lưu")
    page.reload()
    expect(answer).to_be_checked()
    assert opened.complaints == []


def test_the_dark_palette_from_disk_stays_on_the_next_page(unpacked: Path, visit: Visitor) -> None:
    opened = visit((unpacked / "index.html").as_uri())
    opened.page.get_by_title("Chuyển sang nền tối").first.click()
    expect(opened.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    opened.page.get_by_role("link", name="Toàn văn để phát cho lớp").click()
    expect(opened.page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_sheet_is_downloaded_from_disk(unpacked: Path, visit: Visitor) -> None:
    opened = visit((unpacked / "tu-danh-gia" / "index.html").as_uri())
    link = opened.page.get_by_role("link", name="Ban Tổ chức Huyện ủy: Excel").first
    target = unpacked / "tu-danh-gia" / str(link.get_attribute("href")).removeprefix("./")
    assert target.read_bytes().startswith(b"PK")
