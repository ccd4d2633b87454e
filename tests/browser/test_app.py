"""The site as an app: it can be installed, and what was kept is read without network."""

import json

from playwright.sync_api import expect

from quyche.publishing.app import ICON_SIZES, service_worker
from tests.browser.visiting import Visitor
from tests.site.building import Site

READY = "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null || true)"


def test_the_manifest_names_the_site_and_its_icons(site: Site) -> None:
    manifest = json.loads((site.folder / "app.webmanifest").read_text("utf-8"))
    assert manifest["lang"] == "vi"
    assert manifest["display"] == "standalone"
    icons = [(icon["sizes"], (site.folder / icon["src"]).read_bytes()) for icon in manifest["icons"]]
    for size, (sizes, data) in zip(ICON_SIZES, icons, strict=True):
        assert sizes == f"{size}x{size}"
        assert data.startswith(b"\x89PNG")
        assert int.from_bytes(data[16:20]) == int.from_bytes(data[20:24]) == size


def test_the_version_of_what_is_kept_follows_its_contents() -> None:
    before = service_worker({"index.html": b"a", "phieu.pdf": b"x"})
    assert before == service_worker({"index.html": b"a", "phieu.pdf": b"y"})
    assert before != service_worker({"index.html": b"b", "phieu.pdf": b"x"})
    assert '"phieu.pdf"' not in before


def test_from_the_start_no_page_is_kept_but_the_one_that_says_so() -> None:
    site = {
        "index.html": b'<script src="assets/js/app.js">',
        "khong-co-mang.html": b"",
        "assets/js/app.js": b"",
        "assets/js/form.js": b"",
        "a/index.html": b"",
    }
    core, everything = (json.loads(line.split(" = ")[1].rstrip(";")) for line in service_worker(site).splitlines()[1:3])
    assert core == ["assets/js/app.js", "khong-co-mang.html"]
    assert set(everything) == {"./", "khong-co-mang.html", "a/", "assets/js/app.js", "assets/js/form.js"}


def test_what_was_read_is_there_without_network(address: str, visit: Visitor) -> None:
    opened = visit(address, alone=True)
    assert opened.page.evaluate(READY)
    opened.page.goto(f"{address}quy-che/dieu-27/")
    opened.context.set_offline(True)
    opened.page.reload()
    expect(opened.page.locator("[data-provision=d27]")).to_contain_text("Hằng năm các cơ quan, tổ chức")
    opened.page.goto(f"{address}quy-che/dieu-1/")
    expect(opened.page.locator("h1")).to_have_text("Chưa có mạng")
    assert opened.page.evaluate("document.styleSheets[0].cssRules.length") > 0, "shown in the site's own dress"
    opened.page.get_by_role("link", name="Về trang chủ").click()
    expect(opened.page).to_have_url(address)
    expect(opened.page.get_by_role("button", name="Xem nhiệm vụ")).to_be_visible()


def test_all_is_there_without_network_once_the_reader_asked_for_it(address: str, visit: Visitor) -> None:
    opened = visit(f"{address}huong-dan/", alone=True)
    opened.page.get_by_role("button", name="Lưu toàn bộ trang thông tin trên máy này").click()
    expect(opened.page.get_by_text("Đã lưu toàn bộ")).to_be_visible()
    opened.context.set_offline(True)
    opened.page.goto(f"{address}quy-che/dieu-27/")
    expect(opened.page.locator("[data-provision=d27]")).to_contain_text("Hằng năm các cơ quan, tổ chức")
    opened.page.locator("input.md-search__input").click()
    opened.page.locator("input.md-search__input").press_sequentially("dan van kheo")
    expect(opened.page.locator(".md-search-result__link").first).to_be_visible()
