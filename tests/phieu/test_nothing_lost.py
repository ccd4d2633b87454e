"""A killed tab, full or closed storage, a second tab, a broken draft: told at once, and nothing is lost."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor
from tests.phieu.test_form import EMPTY, open_file, opened, saved_file
from tests.phieu.test_store import FILL, MENDED, THROWS

UNLOAD = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}"""
DRAFT = "() => localStorage.getItem(Object.keys(localStorage).find((key) => /^quyche:.*:2025$/.test(key)))"
FREE = "() => Object.keys(localStorage).filter((k) => k.startsWith('đầy')).forEach((k) => localStorage.removeItem(k))"
PAUSE = 60  # milliseconds from key to key
TYPE = """([input, pause]) => new Promise((done) => {
  window.typed = [];
  const timer = setInterval(() => {
    input.value += "a";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    window.typed.push(performance.now());
    if (window.typed.length === 50) { clearInterval(timer); done(); }
  }, pause);
})"""


def name(page: Page) -> str:
    """Return the name of the unit on the form."""
    return page.get_by_label("Tên đơn vị").input_value()


def test_a_tab_killed_mid_word_would_lose_at_most_the_last_second(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    field = page.get_by_label("Tên đơn vị").element_handle()
    last, typed, draft = page.evaluate(
        f"(given) => ({TYPE})(given).then(() => [performance.now(), window.typed, ({DRAFT})()])", [field, PAUSE]
    )
    older = [moment for moment in typed if moment < last - 1000]
    assert len(json.loads(draft)["unit"]["name"]) >= len(older) > 0


def test_a_word_is_kept_soon_after_the_last_key(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").press_sequentially("Ban")
    page.wait_for_function(
        f"() => {{ const text = ({DRAFT})(); return text && JSON.parse(text).unit.name === 'Ban'; }}"
    )
    assert page.evaluate(UNLOAD) is False


def test_hiding_the_page_keeps_what_was_typed(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    found = page.evaluate(
        f"""(input) => {{
          input.value = "Ban";
          input.dispatchEvent(new InputEvent("input", {{ bubbles: true }}));
          dispatchEvent(new Event("pagehide"));
          return JSON.parse(({DRAFT})()).unit.name;
        }}""",
        page.get_by_label("Tên đơn vị").element_handle(),
    )
    assert found == "Ban"


@pytest.mark.parametrize(("trouble", "words"), [(FILL, "đã đầy"), (THROWS, "không cho trang này giữ")])
def test_a_failed_write_is_told_until_one_succeeds(visit: Visitor, form: str, trouble: str, words: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("Ban")
    page.evaluate(trouble)
    page.get_by_label("1. Hạn chế").fill("chưa " * 500)
    page.get_by_label("1. Hạn chế").blur()
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text(words)
    expect(page.locator(".saved")).to_have_text("CHƯA LƯU")
    assert page.evaluate(UNLOAD) is True
    page.get_by_label("Năm đánh giá").fill("2024")  # would throw it away
    expect(page.get_by_label("Năm đánh giá")).to_have_value("2025")
    expect(alert.filter(has_text="trước khi chuyển sang năm khác")).to_be_visible()
    assert saved_file(page)["remarks"]["shortcomings"] == "chưa " * 500
    assert page.evaluate(UNLOAD) is False
    expect(alert.filter(has_text=words)).to_be_visible()
    page.evaluate(FREE)
    if trouble == THROWS:
        page.evaluate(MENDED)
    page.get_by_role("button", name="Thử lưu lại").click()
    expect(alert.filter(has_text=words)).to_have_count(0)
    assert json.loads(page.evaluate(DRAFT))["remarks"]["shortcomings"] == "chưa " * 500


def test_closed_storage_is_told_at_once(visit: Visitor, form: str) -> None:
    closed = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    found = visit(form, script=closed)
    page = found.page
    expect(page.get_by_role("alert")).to_contain_text("không cho trang này giữ")
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("Ban")
    expect(page.locator(".saved")).to_have_text("CHƯA LƯU")
    expect(page.get_by_role("alert")).to_contain_text("Hãy bấm “Lưu tệp”")
    assert saved_file(page)["unit"]["name"] == "Ban"
    assert found.complaints == []


def test_a_second_tab_is_noticed_and_cannot_overwrite(visit: Visitor, form: str) -> None:
    first = opened(visit, form)
    first.get_by_label("Tên đơn vị").fill("một")
    first.get_by_label("Tên đơn vị").blur()
    second = first.context.new_page()
    second.goto(form)
    expect(second.get_by_label("Tên đơn vị")).to_have_value("một")
    first.get_by_label("Tên đơn vị").fill("hai")
    first.get_by_label("Tên đơn vị").blur()
    expect(second.get_by_role("alert")).to_contain_text("ở một thẻ khác")
    expect(second.get_by_label("Tên đơn vị")).to_be_disabled()
    assert json.loads(first.evaluate(DRAFT))["unit"]["name"] == "hai"
    second.get_by_role("button", name="Dùng bản mới nhất").click()
    expect(second.get_by_label("Tên đơn vị")).to_have_value("hai")
    second.get_by_label("Tên đơn vị").fill("ba")
    expect(first.get_by_role("alert")).to_contain_text("ở một thẻ khác")
    assert json.loads(first.evaluate(DRAFT))["unit"]["name"] == "ba"


def test_a_tab_that_did_not_hear_of_the_other_cannot_overwrite(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("một")
    page.get_by_label("Tên đơn vị").blur()
    page.evaluate(
        f"""() => {{
          const key = Object.keys(localStorage).find((one) => one.endsWith(":2025"));
          localStorage.setItem(key, JSON.stringify({{ ...JSON.parse(({DRAFT})()),
            revision: 9, unit: {{ name: "khác" }} }}));
        }}"""
    )
    page.get_by_label("Tên đơn vị").fill("hai")
    expect(page.get_by_role("alert")).to_contain_text("chưa được giữ")
    assert saved_file(page)["unit"]["name"] == "hai"
    assert json.loads(page.evaluate(DRAFT))["unit"]["name"] == "khác"


def test_a_broken_draft_stays_until_its_owner_decides(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("một")
    page.get_by_label("Tên đơn vị").blur()
    page.evaluate("() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, '{hỏng'))")
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("giữ nguyên, không ghi đè")
    expect(page.get_by_label("Tên đơn vị")).to_be_disabled()
    assert page.evaluate(DRAFT) == "{hỏng"
    page.get_by_text("Phiếu trên máy này (1)").click()
    page.get_by_role("button", name="Xoá…").click()
    confirm = page.get_by_role("button", name="Xoá hẳn")
    word = page.get_by_label("Gõ XOÁ để xoá")
    for wrong in ("", "xo", "có"):
        word.fill(wrong)
        expect(confirm).to_be_disabled()
    word.fill("xoá")
    confirm.click()
    expect(page.get_by_text("Chưa có phiếu nào.")).to_be_visible()
    expect(page.get_by_label("Tên đơn vị")).to_be_enabled()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("() => localStorage.length") == 0


def test_a_file_may_take_the_place_of_a_broken_draft(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    record = page.evaluate(EMPTY) | {"unit": {"name": "Trong tệp"}}
    key = f"quyche:{record['regulation']['id']}:{record['body']}:2025"
    page.evaluate("key => localStorage.setItem(key, 'hỏng')", key)
    open_file(page, record)
    page.get_by_role("button", name="Thay bằng tệp").click()
    expect(page.get_by_label("Tên đơn vị")).to_have_value("Trong tệp")
    assert json.loads(page.evaluate(DRAFT))["unit"]["name"] == "Trong tệp"
    assert json.loads(page.evaluate(DRAFT))["revision"] == 1
