"""Terms in the text, documents in what editors wrote: opened by mouse, finger, keys; without script a plain link."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import OVERFLOW, complaints, inside, violations
from tests.browser.visiting import Scheme, Visitor
from tests.site.building import Site

ARTICLE = "quy-che/dieu-5/"


def term(page: Page, name: str) -> tuple[str, str]:
    """Return the selectors of the term with the words ``name`` and of the box."""
    assert page.locator(".law a.term", has_text=name).count() == 1
    return f".law a.term:has-text('{name}')", ".meaning"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_meaning_is_accessible_and_stays_on_the_screen(visit: Visitor, address: str, scheme: Scheme) -> None:
    found = visit(address + ARTICLE, scheme=scheme)
    link, box = term(found.page, "Thẩm định")
    for width in (1440, 360, 320):
        found.page.set_viewport_size({"width": width, "height": 800})
        found.page.locator(link).click()
        expect(found.page.locator(box)).to_be_in_viewport(ratio=1)
        assert found.page.evaluate(OVERFLOW) == [0], width
        assert (violations(found.page, scheme) if width == 1440 else inside(found.page, box)) == [], width
        found.page.keyboard.press("Escape")
        expect(found.page.locator(box)).to_be_hidden()
    assert complaints(found) == []
    found.page.locator(link).click()
    faint = "element => { element.style.cssText = 'color: #777; background: #888'; }"
    found.page.locator(f"{box} .name").evaluate(faint)
    assert {line.split(":")[0] for line in inside(found.page, box)} == {"color-contrast"}


@pytest.mark.parametrize(
    "path", ["quy-che/dieu-27/", "co-quan/ban-dan-van-huyen-uy/", "thuat-ngu/", "luoc-do/", "giang-day/bai-1/"]
)
def test_a_document_opens_what_the_register_knows(visit: Visitor, address: str, path: str) -> None:
    found = visit(address + path)
    page, box = found.page, found.page.locator(".meaning")
    link = page.locator("a.named").last
    number = link.text_content() or ""
    link.evaluate("link => link.closest('details')?.setAttribute('open', '')")
    for width in (1440, 768, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        link.click()
        expect(box.locator(".name")).to_contain_text(number)
        expect(box.locator(".src")).to_contain_text("Tình trạng: ")
        expect(box).to_be_in_viewport(ratio=1)
        assert page.evaluate(OVERFLOW) == [0], width
        assert inside(page, ".meaning") == [], width
        page.keyboard.press("Escape")
        expect(link).to_be_focused()
    link.click()
    page.get_by_role("link", name="Trong danh mục văn bản").click()
    page.wait_for_url("**/tai-lieu/#vb-*")
    expect(page.locator("tr:target")).to_contain_text(number)
    assert complaints(found) == []


def test_keys_open_read_close_and_come_back(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE).page
    link, box = term(page, "Thẩm định")
    words = page.locator("[data-provision='d5.k4']").inner_text()
    for key in ("Enter", "Space"):
        page.locator(link).focus()
        page.keyboard.press(key)
        expect(page.locator(box)).to_be_focused()
        expect(page.locator(link)).to_have_attribute("aria-expanded", "true")
        expect(page.get_by_role("dialog", name="thẩm định")).to_contain_text("trước khi trình cấp quyết định")
        page.keyboard.press("Tab")
        expect(page.locator(f"{box} a")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(box)).to_be_hidden()
        expect(page.locator(link)).to_be_focused()
        expect(page.locator(link)).to_have_attribute("aria-expanded", "false")
    assert page.locator("[data-provision='d5.k4']").inner_text() == words
    page.keyboard.press("Enter")
    for _ in range(3):  # the link, the button, and on to what follows
        page.keyboard.press("Tab")
    expect(page.locator(box)).to_be_hidden()


def test_one_box_for_all_and_a_click_elsewhere_closes(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE).page
    link, box = term(page, "Thẩm định")
    page.locator(link).click()
    page.locator(".law a.term", has_text="Ban Thường vụ Huyện ủy").click()
    expect(page.locator(f"{box} .name")).to_have_text("Ban Thường vụ Huyện ủy")
    expect(page.locator(".law a.term[aria-expanded='true']")).to_have_count(1)
    page.get_by_role("heading", level=1).click()
    expect(page.locator(box)).to_be_hidden()
    page.locator(link).click()
    page.get_by_role("button", name="Đóng").click()
    expect(page.locator(box)).to_be_hidden()
    page.locator(link).click()
    page.get_by_role("link", name="Trong bảng thuật ngữ").click()
    page.wait_for_url("**/thuat-ngu/#tn-tham-dinh")
    expect(page.locator("#tn-tham-dinh")).to_be_in_viewport()


def test_a_finger_opens_it_too(browser_touch: Page, address: str) -> None:
    browser_touch.goto(address + ARTICLE)
    link, box = term(browser_touch, "Thẩm định")
    browser_touch.locator(link).tap()
    expect(browser_touch.locator(box)).to_be_in_viewport(ratio=1)


@pytest.fixture
def browser_touch(visit: Visitor, address: str) -> Page:
    """Return a page of a phone."""
    browser = visit(address).context.browser
    assert browser is not None
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, locale="vi-VN"
    )
    return context.new_page()


def test_without_script_it_is_a_link(visit: Visitor, address: str) -> None:
    browser = visit(address).context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ARTICLE)
    link, box = term(page, "Thẩm định")
    expect(page.locator(box)).to_be_hidden()
    page.locator(link).click()
    page.wait_for_url("**/thuat-ngu/#tn-tham-dinh")
    context.close()


def test_from_a_disk(visit: Visitor, site: Site) -> None:
    found = visit(Path(site.folder, ARTICLE, "index.html").as_uri())
    link, box = term(found.page, "Thẩm định")
    found.page.locator(link).click()
    expect(found.page.locator(box)).to_contain_text("Xem xét, đánh giá bằng văn bản")
    assert [line for line in complaints(found) if "terms.js" in line] == []


def test_on_paper_there_is_the_text_alone(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE).page
    link, box = term(page, "Thẩm định")
    page.locator(link).click()
    page.emulate_media(media="print")
    expect(page.locator(box)).to_be_hidden()
    style = "element => [getComputedStyle(element).textDecorationLine, getComputedStyle(element).color]"
    assert page.locator(link).evaluate(style) == ["none", page.locator("[data-provision='d5.k4']").evaluate(style)[1]]
