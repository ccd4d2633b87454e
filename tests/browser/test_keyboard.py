"""From the start page to the roll-up and the practice without a mouse: Tab, Enter, arrows, Escape, and nothing else."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor
from tests.browser.walking import reach

FORM = "tu-danh-gia/ban-to-chuc-huyen-uy/"


def press(page: Page, *keys: str) -> None:
    """Press one key after the other."""
    for key in keys:
        page.keyboard.press(key)


def skip(page: Page) -> None:
    """Go past the menus, as one does: the first stop of every page leads there."""
    press(page, "Tab")
    expect(page.locator("a.md-skip")).to_be_focused()
    press(page, "Enter")


def catch_choosers(page: Page) -> None:
    """Have Chromium hand over the boxes for choosing files; asked only when a key is pressed, it may be late."""
    page.on("filechooser", lambda _: None)


def test_from_the_start_to_a_duty_and_its_article(visit: Visitor, address: str) -> None:
    page = visit(address).page
    skip(page)
    picker = page.get_by_label("Cơ quan đang công tác")
    reach(page, picker)
    press(page, "ArrowDown")
    body = picker.input_value()
    assert body
    reach(page, page.get_by_role("button", name="Xem nhiệm vụ"))
    press(page, "Enter")
    page.wait_for_url(f"**/{body.strip('./')}/**")
    skip(page)
    reach(page, page.locator(".tasks summary").first)
    press(page, "Enter")
    expect(page.locator(".tasks details").first).to_have_attribute("open", "")
    reach(page, page.locator(".tasks a.ref, .tasks .ref a").nth(1))
    press(page, "Enter")
    page.wait_for_url(re.compile(r"/quy-che/dieu-\d+/#"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_search_opens_filters_leads_and_closes(visit: Visitor, address: str) -> None:
    page = visit(address + "lich/").page
    box = page.get_by_role("textbox", name="Tìm")
    reach(page, box)
    page.keyboard.type("giao ban")
    links = page.locator(".md-search-result__link:visible")
    expect(links.first).to_be_visible()
    reach(page, page.get_by_label("Loại"))
    press(page, "Escape")
    expect(page.locator(".search-filters")).to_be_hidden()
    if not box.evaluate("element => element === document.activeElement"):
        reach(page, box, "Shift+Tab")
    press(page, "ArrowLeft")
    links.first.evaluate("link => { link.dataset.before = '' }")
    page.keyboard.type(" ")
    expect(page.locator("[data-before]")).to_have_count(0)  # new results stand in their place, and keep the focus
    expect(links.first).to_be_visible()
    press(page, "ArrowDown", "ArrowDown")
    chosen = page.locator(".md-search-result__link:focus")
    goal = str(chosen.evaluate("link => link.href")).split("?")[0].split("#")[0]
    press(page, "Enter")
    page.wait_for_url(lambda url: url.startswith(goal))


def test_a_term_opens_where_one_is_and_gives_the_place_back(visit: Visitor, address: str) -> None:
    page = visit(address + "quy-che/dieu-5/").page
    skip(page)
    term = page.locator(".law a.term").first
    reach(page, term)
    press(page, "Enter")
    expect(page.locator(".meaning")).to_be_focused()
    press(page, "Escape")
    expect(term).to_be_focused()


def test_a_form_is_filled_saved_and_opened(visit: Visitor, address: str, tmp_path: Path) -> None:
    page = visit(address + FORM).page
    catch_choosers(page)
    skip(page)
    reach(page, page.get_by_label("Năm đánh giá"))
    page.keyboard.type("2025")
    reach(page, page.get_by_label("Tên đơn vị"))
    page.keyboard.type("Đơn vị thử")
    line = page.locator("fieldset[data-code]").first
    reach(page, line.get_by_role("radio").first)
    press(page, "Space", "ArrowDown")
    expect(line.get_by_role("radio").nth(1)).to_be_checked()
    expect(line.get_by_role("radio").nth(1)).to_be_focused()
    evidence = line.locator("[data-list=evidence] .row")
    reach(page, evidence.first.locator("input").first)
    page.keyboard.type("Báo cáo")
    press(page, "Tab")
    expect(evidence).to_have_count(2)
    note = line.get_by_label("Ghi chú").last
    reach(page, note)
    page.keyboard.type("Ghi thêm")
    save = page.get_by_role("button", name="Lưu tệp").first
    reach(page, save, "Shift+Tab")
    with page.expect_download() as download:
        press(page, "Enter")
    saved = tmp_path / "phieu.json"
    download.value.save_as(saved)
    assert "Ghi thêm" in saved.read_text("utf-8")
    reach(page, page.get_by_role("button", name="Mở tệp"))
    with page.expect_file_chooser() as chooser:
        press(page, "Enter")
    chooser.value.set_files(saved)
    expect(page.get_by_text("Đã mở tệp: phiếu năm 2025.")).to_be_visible()  # this draws the list of drafts anew
    reach(page, page.locator(".drafts summary"))
    press(page, "Enter")
    remove = page.get_by_role("button", name="Xoá…").first
    reach(page, remove)
    press(page, "Enter")
    word = page.get_by_label("Gõ XOÁ")
    expect(word).to_be_focused()
    reach(page, page.get_by_role("button", name="Không xoá"))
    press(page, "Enter")
    expect(remove).to_be_focused()


def test_files_are_rolled_up(visit: Visitor, address: str, tmp_path: Path) -> None:
    page = visit(address + FORM).page
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("Đơn vị thử")
    page.locator("fieldset[data-code]").first.get_by_role("radio").first.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu tệp").first.click()
    saved = tmp_path / "phieu.json"
    download.value.save_as(saved)
    page.goto(address + "tu-danh-gia/tong-hop/")
    catch_choosers(page)
    skip(page)
    reach(page, page.locator("#chon-tep"))
    with page.expect_file_chooser() as chooser:
        press(page, "Enter")
    chooser.value.set_files(saved)
    expect(page.get_by_label("Năm tổng hợp")).to_be_visible()
    reach(page, page.get_by_label("Năm tổng hợp"))
    reach(page, page.get_by_role("button", name="Lưu kết quả (JSON)"))
    with page.expect_download():
        press(page, "Enter")
    reach(page, page.get_by_role("button", name="Bỏ tất cả, làm lại"))


def test_practice_is_answered(visit: Visitor, address: str) -> None:
    page = visit(address + "giang-day/luyen-tap/").page
    skip(page)
    reach(page, page.get_by_role("button", name="Bắt đầu"))
    press(page, "Enter")
    reach(page, page.locator("#cau-hoi input").first)
    press(page, "Space", "ArrowDown")
    reach(page, page.get_by_role("button", name="Trả lời"))
    press(page, "Enter")
    expect(page.get_by_role("button", name="Câu tiếp")).to_be_focused()
    press(page, "Enter")
    expect(page.locator("#cau-hoi h2")).to_have_text("Câu 2/10")


def test_letters_choose_only_where_the_question_is(visit: Visitor, address: str) -> None:
    """A key of one letter works where the question has the focus, and nowhere else (WCAG 2.1.4)."""
    page = visit(address + "giang-day/luyen-tap/").page
    page.get_by_role("button", name="Bắt đầu").click()
    page.locator("footer a").first.focus()
    press(page, "b")
    expect(page.locator("#cau-hoi input:checked")).to_have_count(0)
    page.locator("#cau-hoi input").first.focus()
    press(page, "b")
    expect(page.locator("#cau-hoi input").nth(1)).to_be_checked()


HIDDEN_FOCUS = "<style>a:focus { outline: 0 }</style><a href='#a'>Một</a> <a href='#b' id='b'>Hai</a>"
TRAP = "<a href='#a' id='a'>Một</a> <button onkeydown='event.preventDefault()'>Hai</button> <a href='#b' id='b'>Ba</a>"


@pytest.mark.parametrize("page_with_fault", [HIDDEN_FOCUS, TRAP])
def test_a_bad_page_is_found_out(visit: Visitor, tmp_path: Path, page_with_fault: str) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(f"<!doctype html><html lang='vi'><body>{page_with_fault}</body></html>", encoding="utf-8")
    page = visit(bad.as_uri()).page
    with pytest.raises(AssertionError):
        reach(page, page.locator("#b"))
