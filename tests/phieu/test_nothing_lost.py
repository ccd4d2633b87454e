"""A killed tab, full or closed storage, a second tab, a broken draft: told at once, and nothing is lost.

What has to do with storage, other tabs and files that a page asks for is tried from a disk too.
"""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visiting import Visitor, launched, settled, until
from tests.phieu.test_form import EMPTY, bare, line, open_file, opened, payload, saved_file, take_file
from tests.phieu.test_store import FILL, MENDED, THROWS

UNLOAD = """() => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}"""
DRAFT = "() => localStorage.getItem(Object.keys(localStorage).find((key) => /^quyche:.*:2025$/.test(key)))"
KEY = "() => Object.keys(localStorage).find((key) => /^quyche:.*:2025$/.test(key))"
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


def test_a_tab_killed_mid_word_loses_at_most_the_last_second(anywhere: str, mortal: Browser) -> None:
    """The process of the tab is killed without a word, as the system does when memory is short."""
    context = mortal.new_context()
    page = context.new_page()
    page.goto(anywhere)
    page.get_by_label("Năm đánh giá").fill("2025")
    field = page.get_by_label("Tên đơn vị")
    begun = page.evaluate("() => performance.now()")
    field.press_sequentially("a", delay=PAUSE)
    page.evaluate(f"(given) => {{ ({TYPE})(given); }}", [field.element_handle(), PAUSE])
    until(page, "window.typed.length > 35")
    typed, last = page.evaluate("() => [window.typed, performance.now()]")
    with page.expect_event("crash"):
        kill_tab(mortal)
    assert begun < typed[0]
    again = context.new_page()
    again.goto(anywhere)
    expect(again.get_by_label("Năm đánh giá")).to_have_value("2025")
    kept = again.get_by_label("Tên đơn vị").input_value()
    older = [moment for moment in typed if moment < last - 1000]
    assert len(kept) >= len(older) > 0
    assert set(kept) == {"a"}


def kill_tab(browser: Browser) -> None:
    """Kill the process of the only page in ``browser``: the busiest, for another may stand ready for the next page."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    tabs = [process for process in processes if process["type"] == "renderer"]
    os.kill(max(tabs, key=lambda process: float(process["cpuTime"]))["id"], signal.SIGKILL)


@pytest.fixture
def mortal(browser: Browser) -> Iterator[Browser]:
    """Give a browser of its own, whose tabs may be killed."""
    own = launched(browser.browser_type)
    yield own
    own.close()


def test_a_word_is_kept_soon_after_the_last_key(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").press_sequentially("Ban")
    until(page, f"JSON.parse(({DRAFT})() || '{{\"unit\":{{}}}}').unit.name === 'Ban'")
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
def test_a_failed_write_is_told_until_one_succeeds(visit: Visitor, anywhere: str, trouble: str, words: str) -> None:
    page = opened(visit, anywhere)
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


def test_closed_storage_is_told_at_once(visit: Visitor, anywhere: str) -> None:
    closed = (
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    found = visit(anywhere, script=closed)
    page = found.page
    expect(page.get_by_role("alert")).to_contain_text("không cho trang này giữ")
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("Ban")
    expect(page.locator(".saved")).to_have_text("CHƯA LƯU")
    expect(page.get_by_role("alert")).to_contain_text("Hãy bấm “Lưu tệp”")
    assert saved_file(page)["unit"]["name"] == "Ban"
    assert found.complaints == []


def test_a_second_tab_is_noticed_and_cannot_overwrite(visit: Visitor, anywhere: str) -> None:
    first = opened(visit, anywhere)
    first.get_by_label("Tên đơn vị").fill("một")
    first.get_by_label("Tên đơn vị").blur()
    second = first.context.new_page()
    second.goto(anywhere)
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


def test_a_broken_draft_stays_until_its_owner_decides(visit: Visitor, anywhere: str) -> None:
    page = opened(visit, anywhere)
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


def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(visit: Visitor, form: str, tmp_path: Path) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("Đang ghi")
    record = page.evaluate(EMPTY)
    other = record | {"regulation": record["regulation"] | {"id": "quy-che-khac"}}
    refused = (
        (json.dumps(record)[:-30], "bị hỏng, nên không nhận"),
        (json.dumps(record | {"format_version": 2, "more": {}}), "bản mới hơn của trang"),
        (json.dumps(record) + " " * 50 * 1024 * 1024, "trên 5 MB"),
        (json.dumps(other), "quy chế khác (quy-che-khac)"),
        (json.dumps(record | {"body": "ubnd-huyen"}), "cơ quan khác (ubnd-huyen)"),
    )
    file = tmp_path / "phieu.json"
    for text, words in refused:
        file.write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_role("alert")).to_contain_text(words)
        expect(page.get_by_label("Tên đơn vị")).to_have_value("Đang ghi")
        assert saved_file(page)["unit"]["name"] == "Đang ghi"


def test_a_draft_from_the_future_is_kept_and_not_read(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("một")
    page.get_by_label("Tên đơn vị").blur()
    newer = json.dumps(json.loads(page.evaluate(DRAFT)) | {"format_version": 2, "more": 1})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [page.evaluate(KEY), newer])
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("bản mới hơn của trang")
    expect(page.get_by_label("Người lập")).to_be_disabled()
    assert page.evaluate(DRAFT) == newer
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu bản hỏng ra tệp").click()
    assert Path(download.value.path()).read_text("utf-8") == newer


def test_a_clock_moved_back_loses_nothing(visit: Visitor, form: str) -> None:
    found = visit(form, alone=True)  # a clock that was set stays so
    page = found.page
    page.clock.install(time="2025-12-31T10:00:00")
    page.reload()
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("trước")
    page.get_by_label("Tên đơn vị").blur()
    page.clock.set_fixed_time("2001-01-01T00:00:00")
    page.get_by_label("Tên đơn vị").fill("sau")
    page.get_by_label("Tên đơn vị").blur()
    assert json.loads(page.evaluate(DRAFT))["unit"]["name"] == "sau"
    page.reload()
    expect(page.get_by_label("Tên đơn vị")).to_have_value("sau")


def test_two_units_of_one_kind_do_not_overwrite_each_other(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    name_field, preparer = page.get_by_label("Tên đơn vị"), page.get_by_label("Người lập")
    page.get_by_text("Phiếu trên máy này (").click()
    page.get_by_role("button", name="Thêm phiếu của đơn vị khác").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy ghi tên đơn vị của phiếu đang mở trước")
    name_field.fill("Xã Một")
    preparer.fill("Lê")
    page.get_by_role("button", name="Thêm phiếu của đơn vị khác").click()
    expect(name_field).to_have_value("")
    name_field.fill("Xã Hai")
    preparer.fill("Trần")
    line(page, 0).get_by_label("Đã thực hiện").check()
    name_field.fill(" xã  MỘT")  # the other's name: not taken
    name_field.blur()
    expect(page.get_by_role("alert")).to_contain_text("đã có phiếu năm 2025 của đơn vị “Xã Một”")
    expect(name_field).to_have_value("Xã Hai")
    name_field.fill("Xã Hai Mới")  # a name is mended, the draft stays one
    name_field.blur()
    expect(page.get_by_text("Phiếu trên máy này (2)")).to_be_visible()
    page.get_by_role("button", name="Mở: Năm 2025").filter(visible=True).first.click()
    expect(preparer).to_have_value("Lê")
    expect(page.get_by_role("status").filter(has_text="có 2 phiếu năm 2025")).to_contain_text("Xã Một")
    expect(line(page, 0).get_by_label("Đã thực hiện")).not_to_be_checked()
    page.reload()
    expect(name_field).to_have_value("Xã Một")
    kept = page.evaluate("() => Object.entries(localStorage).map(([key, text]) => [key, JSON.parse(text).unit.name])")
    assert sorted(unit for _, unit in kept) == ["Xã Hai Mới", "Xã Một"]
    open_file(page, page.evaluate(EMPTY) | {"unit": {"name": "Xã Ba"}})  # a third, from a file: beside the others
    expect(name_field).to_have_value("Xã Ba")
    expect(page.get_by_text("Phiếu trên máy này (3)")).to_be_visible()


def test_a_draft_kept_under_the_key_of_before_opens_as_it_was(visit: Visitor, form: str) -> None:
    page = visit(form).page
    old = page.evaluate(EMPTY) | {"unit": {"name": "Cũ"}, "revision": 7, "saved": "2025-01-01T00:00:00.000Z"}
    key = f"quyche:{old['regulation']['id']}:{old['body']}:2025"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(old)])
    page.reload()
    expect(page.get_by_label("Tên đơn vị")).to_have_value("Cũ")
    page.get_by_label("Tên đơn vị").fill("Mới")
    page.get_by_label("Tên đơn vị").blur()
    assert page.evaluate("() => Object.keys(localStorage)") == [key]
    assert json.loads(page.evaluate(DRAFT))["revision"] > 7


def test_a_draft_deleted_in_another_tab_is_not_written_again_unasked(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("một")
    page.get_by_label("Tên đơn vị").blur()
    other = page.context.new_page()
    other.goto(form)
    expect(other.get_by_text("Phiếu trên máy này (1)")).to_be_visible()  # what it can delete
    other.evaluate("() => localStorage.clear()")
    expect(page.get_by_role("alert")).to_contain_text("vừa bị xoá ở một thẻ khác")
    expect(page.get_by_label("Tên đơn vị")).to_be_disabled()
    assert page.evaluate("() => localStorage.length") == 0
    page.get_by_role("button", name="Giữ phiếu ở thẻ này").click()
    expect(page.get_by_label("Tên đơn vị")).to_be_enabled()
    assert json.loads(page.evaluate(DRAFT))["unit"]["name"] == "một"


UNREADABLE = "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));"


@pytest.mark.parametrize("name", ["phieu.json", "phieu.xlsx", "phieu"])
@pytest.mark.parametrize("button", ["Mở tệp", "Mở tệp năm trước"])
def test_a_file_taken_away_after_it_was_chosen_is_told(visit: Visitor, form: str, button: str, name: str) -> None:
    found = visit(form, script=UNREADABLE)
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("Đang ghi")
    page.get_by_text("So với năm trước").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button, exact=True).click()
    chooser.value.set_files(payload(page.evaluate(EMPTY), name))
    expect(page.get_by_role("alert")).to_contain_text("Không mở được tệp")
    assert saved_file(page)["unit"]["name"] == "Đang ghi"
    assert found.complaints == []


def test_an_older_text_opens_and_what_has_no_line_is_set_aside(visit: Visitor, form: str) -> None:
    page = visit(form).page
    record = page.evaluate(EMPTY)
    record["regulation"] |= {"version": "0", "sha256": "b" * 64}
    record["answers"] = {"d99.k9.9": {"state": "done", "result": "Việc cũ", "note": "còn giữ"}}
    record["log"] = {"d98": [{"held": "01/2/2025"}]}
    open_file(page, record)
    status = page.get_by_role("status").filter(has_text="Đã mở tệp")
    expect(status).to_contain_text("Tệp được lưu theo bản 0 của quy chế")
    expect(status).to_contain_text("dòng chưa có câu trả lời trong tệp")
    aside = page.locator(".aside-answers")
    for words in ("Câu trả lời để riêng (2)", "d99.k9.9", "Đã thực hiện", "Việc cũ", "còn giữ", "01/2/2025"):
        expect(aside).to_contain_text(words)
    line(page, 0).get_by_label("Đã thực hiện").check()
    page.reload()
    expect(aside).to_contain_text("Việc cũ")
    saved = bare(saved_file(page))
    assert saved["answers"]["d99.k9.9"]["result"] == "Việc cũ"
    assert saved["log"]["d98"][0]["held"] == "01/2/2025"


def test_after_it_has_loaded_the_page_asks_nobody_for_anything(visit: Visitor, anywhere: str) -> None:
    found = visit(anywhere)
    page = found.page
    settled(page)
    found.requests.clear()
    page.get_by_label("Năm đánh giá").fill("2025")
    line(page, 0).get_by_label("Chưa thực hiện").check()
    line(page, 0).get_by_label("Thời hạn").fill("2025-06-30")
    take_file(page, saved_file(page))
    page.get_by_text("Nhắc việc (tệp lịch .ics)").click()
    with page.expect_download():
        page.get_by_role("button", name="Lưu tệp lịch").click()
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert [request for request in found.requests if not request.startswith("blob:")] == []
    assert found.complaints == []
