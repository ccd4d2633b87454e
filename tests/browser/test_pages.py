"""Pages in use, in Chromium: what opens, fills or appears is accessible too, at home on a phone, and quiet.

The pages as they are loaded: ``test_every_page.py``.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.looking import OVERFLOW, complaints, violations
from tests.browser.visiting import Scheme, Visitor

FORM = "tu-danh-gia/ban-to-chuc-huyen-uy/"


def test_a_form_in_use_is_accessible(visit: Visitor, address: str) -> None:
    """Panels open, another year beside it, a sentence that something is wrong."""
    found = visit(f"{address}{FORM}")
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_search_is_accessible(visit: Visitor, address: str, scheme: Scheme) -> None:
    found = visit(address, scheme=scheme)
    page = found.page
    assert page.locator("body").get_attribute("data-md-color-scheme") == {"light": "default", "dark": "slate"}[scheme]
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially("giao ban")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, scheme) == [], width
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == [0]
    assert complaints(found) == []


def test_an_open_menu_on_a_phone_is_accessible(visit: Visitor, address: str) -> None:
    found = visit(address + "quy-che/dieu-5/", width=360)
    found.page.get_by_role("button", name="Mở danh mục").click()
    expect(found.page.locator(".menu a").first).to_be_in_viewport()
    assert violations(found.page, "light") == []
    assert complaints(found) == []
