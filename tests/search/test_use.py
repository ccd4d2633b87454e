"""Searching in Chromium: typing, marks, filters, keyboard, the address."""

import re

from playwright.sync_api import expect

from tests.browser.visiting import Visitor, settled


def test_typing_shows_results_with_marks_and_bodies(visit: Visitor, address: str) -> None:
    found = visit(f"{address}lich/")
    found.page.keyboard.press("s")
    found.page.keyboard.type("giao ban sau thang")
    result = found.page.locator(".md-search-result__item").first
    expect(result.locator("mark", has_text="sáu tháng").first).to_be_visible()
    expect(found.page.locator(".md-search-result__item .md-tag", has_text="Ban Dân vận").first).to_be_visible()
    expect(found.page.get_by_role("status")).to_contain_text(re.compile(r"^Có \d+ kết quả"))
    expect(found.page).to_have_url(re.compile(r"\?q=giao\+ban\+sau\+thang$"))
    assert found.complaints == []


def test_words_that_come_without_keys_are_searched_too(visit: Visitor, address: str) -> None:
    """Pasted, dictated or put right by a phone's keyboard: an input, but no key that comes up."""
    found = visit(f"{address}lich/")
    found.page.locator(".md-search__input").click()
    found.page.keyboard.insert_text("giao ban sau thang")
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    expect(found.page).to_have_url(re.compile(r"\?q=giao\+ban\+sau\+thang$"))
    assert found.complaints == []


def test_the_address_opens_the_search_and_the_page_opened_marks_the_words(visit: Visitor, address: str) -> None:
    found = visit(f"{address}?q=dan+van+kheo")
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    found.page.keyboard.press("ArrowDown")
    expect(found.page.locator("a.md-search-result__link").first).to_be_focused()
    found.page.keyboard.press("Enter")
    found.page.wait_for_url(re.compile(r"/quy-che/dieu-\d+/\?h=."))
    expect(
        found.page.locator("mark[data-md-highlight]").filter(has_text=re.compile("^dân vận khéo$", re.IGNORECASE)).first
    ).to_be_attached()
    assert found.complaints == []


def test_enter_opens_the_first_result(visit: Visitor, address: str) -> None:
    found = visit(f"{address}?q=d5k8")
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    found.page.locator(".md-search__input").press("Enter")
    found.page.wait_for_url(re.compile(r"/quy-che/dieu-5/.*#dieu-5-khoan-8$"))


def test_filters_by_keyboard(visit: Visitor, address: str) -> None:
    found = visit(f"{address}?q=giao+ban")
    expect(found.page.get_by_role("status")).to_contain_text("kết quả")
    found.page.locator(".md-search__input").press("Tab")
    kind = found.page.get_by_role("combobox", name="Loại")
    expect(kind).to_be_focused()
    kind.select_option("body")
    expect(found.page.locator(".md-search-result__item a").first).to_have_attribute("href", re.compile("/co-quan/"))
    expect(found.page).to_have_url(re.compile("loai=body"))
    found.page.keyboard.press("Escape")
    expect(found.page.locator("#__search")).not_to_be_checked()
    expect(found.page).not_to_have_url(re.compile(r"[?&](q|loai)="))
    assert found.complaints == []


def test_nothing_found_is_said_and_a_way_out_is_offered(visit: Visitor, address: str) -> None:
    found = visit(f"{address}?q=l%C6%B0%C6%A1ng+c%C6%A1+s%E1%BB%9F")
    status = found.page.get_by_role("status")
    expect(status).to_contain_text("Không tìm thấy “lương cơ sở”")
    status.get_by_role("button", name="cơ sở").click()
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    expect(found.page.locator(".md-search__input")).to_have_value("cơ sở")


def test_results_fit_a_phone(visit: Visitor, address: str) -> None:
    found = visit(f"{address}?q=ubnd", width=320)
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    box = found.page.locator(".md-search__scrollwrap").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["width"] <= 320
    assert found.page.evaluate("document.querySelector('.md-search__scrollwrap').scrollWidth") <= 320


def test_a_page_that_is_only_read_loads_nothing_of_the_search(visit: Visitor, address: str) -> None:
    found = visit(f"{address}quy-che/dieu-1/")
    settled(found.page)
    assert [request for request in found.requests if "documents.json" in request or "/workers/" in request] == []
    found.page.keyboard.press("s")
    found.page.keyboard.type("giao ban")
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
    assert sum("documents.json" in request for request in found.requests) == 1
    assert found.complaints == []


def test_documents_that_do_not_come_are_said_and_asked_for_again(visit: Visitor, address: str) -> None:
    found = visit(address, alone=True)  # a worker of the site would answer what the page asks for
    found.page.context.route("**/search/documents.json", lambda route: route.abort())
    found.page.keyboard.press("s")
    found.page.keyboard.type("giao ban")
    expect(found.page.get_by_role("status")).to_contain_text("Chưa tải được dữ liệu tìm kiếm")
    found.page.context.unroute("**/search/documents.json")
    found.page.keyboard.type(" ")
    expect(found.page.locator(".md-search-result__item").first).to_be_visible()
