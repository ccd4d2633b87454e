"""Each kind of page in Chromium: quiet, alone, accessible in light and dark, at home on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.visiting import Scheme, Visit, Visitor

KINDS = {
    "home": "",
    "whole text": "quy-che/",
    "article with points": "quy-che/dieu-6/",
    "article without a title": "quy-che/dieu-1/",
    "body": "co-quan/ban-dan-van-huyen-uy/",
    "bodies": "co-quan/",
    "glossary": "thuat-ngu/",
    "lineage": "luoc-do/",
    "matrix": "ma-tran/",
    "calendar": "lich/",
    "proof": "do-phu/",
    "data": "du-lieu/",
    "guide": "huong-dan/",
    "searcher's guide": "huong-dan/tim-kiem/",
    "guide to the form": "huong-dan/tu-danh-gia/",
    "editors' guide": "huong-dan/quy-che-cua-don-vi/",
    "guide to publishing": "huong-dan/dua-len-mang/",
    "checklists": "tu-danh-gia/",
    "checklist, filled on the page": "tu-danh-gia/ban-to-chuc-huyen-uy/",
    "roll-up": "tu-danh-gia/tong-hop/",
    "practice": "giang-day/luyen-tap/",
    "exam maker": "giang-day/de-kiem-tra/",
    "situations": "giang-day/tinh-huong/",
    "for trainers": "giang-day/",
    "lesson": "giang-day/bai-2/",
    "exercise": "giang-day/bai-tap/",
    "not found": "khong/co/trang-nay/",
}
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => getComputedStyle(e).overflowX !== "visible";
  const holds = e => e && e !== document.body && (scrolls(e) || holds(e.parentElement));
  const wide = [...document.querySelectorAll("article *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !holds(e.parentElement));
  return [document.documentElement.scrollWidth - width, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 100))];
}"""


def complaints(visit: Visit) -> list[str]:
    """Return what the page complained about, but for the status of a page that is meant to be missing."""
    return [line for line in visit.complaints if not ("404" in line and "/khong/co/trang-nay/" in line)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_page_is_quiet_alone_and_accessible(visit: Visitor, address: str, kind: str, scheme: Scheme) -> None:
    found = visit(address + KINDS[kind], scheme=scheme)
    page = found.page
    page.wait_for_load_state("networkidle")
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, scheme) == [], width
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == [0]
    assert complaints(found) == []
    assert [url for url in found.requests if not url.startswith((address, "data:", "blob:"))] == []


def violations(page: Page, scheme: Scheme) -> list[str]:
    """Return what axe finds; in the dark, what has to do with colours, for nothing else is different there."""
    colours = {"runOnly": {"type": "tag", "values": ["cat.color"]}} if scheme == "dark" else {}
    results = Axe().run(page, options={"resultTypes": ["violations"]} | colours).response
    return [
        f"{violation['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:240]}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def test_a_form_in_use_is_accessible(visit: Visitor, address: str) -> None:
    """Panels open, another year beside it, a sentence that something is wrong."""
    found = visit(f"{address}{KINDS['checklist, filled on the page']}")
    page = found.page
    for year, answer in (("2024", "Chưa thực hiện"), ("2025", "Thực hiện một phần")):
        page.get_by_label("Năm đánh giá").fill(year)
        page.locator("fieldset[data-code]").first.get_by_label(answer).check()
    page.get_by_label("Việc sẽ làm").first.fill("Bù")
    page.get_by_label("Thời hạn").first.fill("2025-06-30")
    page.evaluate("() => document.querySelectorAll('#phieu-thanh details').forEach((one) => { one.open = true; })")
    page.get_by_role("button", name="Dùng phiếu năm 2024").click()
    page.get_by_role("button", name="Xoá…").first.click()
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, "light") == [], width
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == [0]
    assert complaints(found) == []
