"""The form: everything that is written comes out again, and the figures say what they stand on."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from quyche.checklists.record import AssessmentRecord
from quyche.exchange.rollup import record_schema
from tests.browser.visiting import Visitor
from tests.schemas import misfits

CHECKLIST = "() => JSON.parse(document.getElementById('phieu-du-lieu').textContent)"
EMPTY = "() => quyche['record/record'].empty(JSON.parse(document.getElementById('phieu-du-lieu').textContent), 2025)"
TOLD = """() => {
  window.told = [];
  new MutationObserver((changes) => changes.forEach((change) => {
    const element = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const live = element.closest("[role=alert], [role=status], [aria-live=polite], [aria-live=assertive]");
    const added = [...change.addedNodes].some((node) => node.nodeType === 1 && node.querySelector("[role=alert]"));
    if (live || added) window.told.push(element.outerHTML.slice(0, 200));
  })).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


def opened(visit: Visitor, form: str, year: int = 2025) -> Page:
    """Return the form with ``year`` chosen."""
    page = visit(form).page
    page.get_by_label("Năm đánh giá").fill(str(year))
    return page


def line(page: Page, number: int) -> Locator:
    """Return the line at ``number``, from 0."""
    return page.locator("fieldset[data-code]").nth(number)


def payload(record: Any, name: str = "phieu.json") -> FilePayload:  # noqa: ANN401 -- JSON holds anything
    """Return ``record`` as a file to open."""
    words = record if isinstance(record, str) else json.dumps(record)
    return {"name": name, "mimeType": "application/json", "buffer": words.encode()}


def open_file(page: Page, record: Any) -> None:  # noqa: ANN401 -- JSON holds anything
    """Open ``record`` as a file."""
    page.locator("input[type=file]").set_input_files(payload(record))


def take_file(page: Page, record: Any) -> None:  # noqa: ANN401 -- JSON holds anything
    """Open ``record`` as a file, and wait until the form shows it."""
    open_file(page, record)
    expect(page.locator(".notes")).to_contain_text("Đã mở tệp")


def saved_file(page: Page) -> dict[str, Any]:
    """Return what the button “Lưu tệp” writes."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu tệp").first.click()
    assert re.fullmatch(r"phieu-tu-danh-gia-[a-z-]+-\d{4}\.json", download.value.suggested_filename)
    found = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def bare(record: dict[str, Any]) -> dict[str, Any]:
    """Return ``record`` without what every write changes."""
    return {key: value for key, value in record.items() if key not in {"saved", "revision"}}


def full_record(page: Page) -> dict[str, Any]:
    """Return a record with words in every field of every line, and in what the form does not show."""
    checklist, record = page.evaluate(CHECKLIST), page.evaluate(EMPTY)
    states = [state["id"] for state in checklist["scale"]["states"]]
    codes = [one["id"] for part in checklist["parts"] for block in part["blocks"] for one in block["rows"]]
    for number, code in enumerate([*codes, "d99.k9.9"]):
        record["answers"][code] = {
            "state": states[number % 4] if number != 1 else "muc-cu",
            "result": f" Kết quả {number}\n\nhai “<b>” & \\ 😀 ",
            "evidence": [
                {"kind": "Báo cáo", "number": f"{row}-BC", "date": "quý I", "place": "'\"<i>"}
                for row in range(number % 3)
            ],
            "note": "một\nhai",
            "reason": f"Lý do {number}",
            "cause": f"Nguyên nhân {number}",
            "remedy": {"action": "Việc\nkhác", "owner": "Ông Ă", "deadline": "2026-02-28", "done": number % 2 == 0},
            "points": 2.5 if number == 0 else None,
        }
    for number, task in enumerate(checklist["log"]["tasks"]):
        places = range(len(task["occasions"]) + 1)
        record["log"][task["id"]] = [
            {"due": "", "held": f"{number}/{place}", "number": "", "note": f"n{number}\n"} for place in places
        ]
    record["log"]["d98"] = [{"due": "a", "held": "", "number": "", "note": ""}]
    record["unit"] = {key: f"{key} ơ" for key in record["unit"]}
    record["remarks"] = {key: f"{key} ư" for key in record["remarks"]}
    record["letterhead"] = "mau-cu"
    return dict(record)


def test_a_file_comes_out_as_it_went_in(visit: Visitor, whole_form: str) -> None:
    page = visit(whole_form).page
    record = full_record(page)
    AssessmentRecord.model_validate_json(json.dumps(record))
    open_file(page, record)
    notes = page.get_by_role("status").filter(has_text="Đã mở tệp")
    expect(notes).to_contain_text("d99.k9.9")
    expect(page.get_by_label("Năm đánh giá")).to_have_value("2025")
    line(page, 0).locator("[data-field=result]").press("End")  # and once more after a change that is taken back
    line(page, 0).locator("[data-field=note]").fill("khác")
    line(page, 0).locator("[data-field=note]").fill("một\nhai")
    assert bare(saved_file(page)) == bare(record)
    page.reload()
    expect(page.get_by_label("Năm đánh giá")).to_have_value("2025")
    assert bare(saved_file(page)) == bare(record)


def test_what_is_typed_is_saved_and_fits_the_schema(visit: Visitor, whole_form: str) -> None:
    page = opened(visit, whole_form)
    page.get_by_label("Tên đơn vị").fill("Ban Dân vận")
    page.get_by_label("Kiểu phần đầu khi in").select_option(index=1)
    first = line(page, 0)
    first.get_by_label("Thực hiện một phần").check()
    first.get_by_label("Kết quả trong năm").fill("Một\nhai")
    first.get_by_label("Số, ký hiệu").first.fill("12-KH")
    first.get_by_label("Loại").nth(1).fill("Báo cáo")
    first.get_by_label("Nguyên nhân").fill("Thiếu")
    first.get_by_label("Việc sẽ làm").fill("Bù")
    first.get_by_label("Thời hạn").fill("2026-03-31")
    first.get_by_label("Ghi chú").fill("ghi")
    page.locator("[data-task] [data-name=held]").first.fill("02/4/2025")
    page.get_by_label("1. Hạn chế").fill("không")
    record = saved_file(page)
    assert misfits(record, record_schema()) == []
    AssessmentRecord.model_validate_json(json.dumps(record))
    (answer,) = record["answers"].values()
    assert (answer["state"], answer["result"], answer["cause"], answer["note"]) == (
        "partly",
        "Một\nhai",
        "Thiếu",
        "ghi",
    )
    assert [item["number"] + item["kind"] for item in answer["evidence"]] == ["12-KH", "Báo cáo"]
    assert answer["remedy"] == {"action": "Bù", "owner": "", "deadline": "2026-03-31", "done": False}
    assert record["unit"]["name"] == "Ban Dân vận"
    assert record["letterhead"] == "ban-dan-van"
    assert record["remarks"]["shortcomings"] == "không"
    assert [row["held"] for rows in record["log"].values() for row in rows] == ["02/4/2025"]
    assert record["regulation"] == {
        key: page.evaluate(CHECKLIST)["regulation"][key] for key in ("id", "version", "sha256")
    }
    assert "share" not in json.dumps(record)


def test_nothing_is_written_before_a_year_is_chosen(visit: Visitor, form: str) -> None:
    page = visit(form).page
    field = line(page, 0).get_by_label("Kết quả trong năm")
    expect(field).to_be_disabled()
    page.get_by_role("button", name="Lưu tệp").first.click()
    expect(page.get_by_role("alert")).to_have_text("Hãy ghi năm đánh giá trước.")
    year = page.get_by_label("Năm đánh giá")
    year.fill("1700")
    year.press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("bốn chữ số")
    year.fill("2024")
    expect(field).to_be_enabled()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert page.evaluate("() => localStorage.length") == 0


def test_each_year_has_its_own_draft_and_the_latest_opens(visit: Visitor, form: str, forms: str) -> None:
    page = opened(visit, form, 2024)
    for year in (2024, 2025):
        page.get_by_label("Năm đánh giá").fill(str(year))
        expect(page.get_by_label("Tên đơn vị")).to_have_value(
            "" if year == 2024 else "Đơn vị 2024"
        )  # whose it is stays
        page.get_by_label("Tên đơn vị").fill(f"Đơn vị {year}")
    page.get_by_label("Năm đánh giá").fill("2024")
    expect(page.get_by_label("Tên đơn vị")).to_have_value("Đơn vị 2024")
    other = page.context.new_page()
    other.goto(f"{forms}ubnd-huyen/")
    other.get_by_text("Phiếu trên máy này (2)").click()
    other.get_by_role("link", name=re.compile("Mở: Năm 2025")).click()
    expect(other.get_by_label("Tên đơn vị")).to_have_value("Đơn vị 2025")
    other.goto(form)
    expect(other.get_by_label("Tên đơn vị")).to_have_value("Đơn vị 2025")


def test_figures_say_what_they_stand_on(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    lines = page.locator("fieldset[data-code]").count()
    totals = page.locator("#phieu-tong-hop")
    line(page, 0).get_by_label("Đã thực hiện").check()
    line(page, 1).get_by_label("Chưa thực hiện").check()
    line(page, 2).get_by_label("Không phát sinh").check()
    expect(totals).to_contain_text(f"TẠM TÍNH: còn {lines - 3} dòng chưa trả lời")
    last = totals.locator("tbody tr").last
    expect(last.locator("td").first).to_have_text(f"3/{lines}")
    expect(last.get_by_text("1/2 = 50%")).to_be_visible()
    expect(page.locator(".done output")).to_have_text(f"Đã trả lời 3/{lines} dòng")
    line(page, 0).get_by_role("button", name="Bỏ chọn").click()
    expect(last.locator("td").first).to_have_text(f"2/{lines}")
    for number in range(lines):
        line(page, number).locator("input[value=done]").check()
    expect(totals).to_contain_text(f"Đã trả lời đủ {lines} dòng")
    expect(totals).not_to_contain_text("TẠM TÍNH")


def test_a_reason_is_asked_for_and_finishing_waits_for_it(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    for number in range(page.locator("fieldset[data-code]").count()):
        line(page, number).locator("input[value=done]").check()
    third = line(page, 2)
    expect(third.get_by_label("Lý do")).to_be_hidden()
    third.get_by_label("Không phát sinh").check()
    expect(third.get_by_label("Lý do")).to_be_visible()
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    expect(page.get_by_role("alert")).to_contain_text("Còn 1 dòng")
    page.get_by_role("button", name="Tới dòng chưa xong").first.click()
    expect(third.get_by_label("Lý do")).to_be_focused()
    page.keyboard.type("Không có việc này")
    expect(page.get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    expect(third.get_by_label("Lý do")).to_be_disabled()
    assert saved_file(page)["final"] is True
    page.reload()
    page.get_by_role("button", name="Sửa tiếp").click()
    expect(third.get_by_label("Lý do")).to_be_enabled()
    assert saved_file(page)["final"] is False


def test_a_line_that_another_answers_asks_for_nothing_and_is_not_counted(visit: Visitor, forms: str) -> None:
    page = opened(visit, f"{forms}ubnd-huyen/")
    counted = page.locator("fieldset[data-code]:not([data-asks])")
    same = page.locator("fieldset[data-asks='']")
    lines = counted.count()
    assert (lines + page.locator("fieldset[data-asks]").count(), same.count()) == (43, 6)
    expect(same.locator("input:visible, textarea:visible, .choices")).to_have_count(0)
    expect(page.locator(".done output")).to_have_text(f"Đã trả lời 0/{lines} dòng")
    for radio in counted.locator("input[value=done]").all():
        radio.check()
    expect(page.locator("#phieu-tong-hop")).to_contain_text(f"Đã trả lời đủ {lines} dòng")
    page.get_by_role("button", name="Tới dòng chưa xong").first.click()
    expect(page.locator("#phan-tong-hop")).to_be_focused()
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    expect(page.get_by_role("button", name="Sửa tiếp")).to_be_visible()
    first = same.first.locator(".instead a")
    first.click()
    target = page.locator(str(first.get_attribute("href")).replace(".", "\\."))
    expect(target).to_be_in_viewport()
    expect(target.locator(".choices")).to_have_count(1)


def test_old_words_for_such_a_line_are_shown_and_kept(visit: Visitor, forms: str) -> None:
    page = visit(f"{forms}ubnd-huyen/").page
    record = page.evaluate(EMPTY)
    code = page.locator("fieldset[data-asks='']").first.get_attribute("data-code")
    answer = {"state": "not-arisen", "result": "", "evidence": [], "note": "", "reason": "Lý do cũ", "cause": ""}
    record["answers"][code] = answer | {"remedy": None, "points": None}
    take_file(page, record)
    expect(page.get_by_role("alert")).to_have_count(0)
    field = page.locator(f"fieldset[data-code='{code}']")
    expect(field.locator("[data-field=reason]")).to_have_value("Lý do cũ")
    expect(field.locator("[data-field=reason]")).to_be_visible()
    expect(field.locator("input:visible, textarea:visible")).to_have_count(1)
    expect(page.locator(".done output")).to_contain_text("Đã trả lời 0/")
    assert saved_file(page)["answers"] == record["answers"]


def test_a_file_refused_changes_nothing(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("Đang ghi")
    record = page.evaluate(EMPTY)
    files = (  # no sentence stands twice in a row: each is about its own file
        (payload("{"), "bị hỏng"),
        (payload(record | {"format_version": 99}), "bản mới hơn"),
        (payload(record | {"body": "ubnd-huyen"}), "cơ quan khác"),
        (payload(json.dumps(record) + " " * 6 * 1024 * 1024), "trên 5 MB"),
        (payload("") | {"buffer": json.dumps(record | {"letterhead": None}).encode("utf-16")}, "bị hỏng"),
    )
    for file, words in files:
        page.locator("input[type=file]").set_input_files(file)
        expect(page.get_by_role("alert")).to_contain_text(words)
        expect(page.get_by_label("Tên đơn vị")).to_have_value("Đang ghi")
        assert saved_file(page)["unit"]["name"] == "Đang ghi"


SLOW_FIRST = """
  const read = Blob.prototype.arrayBuffer;
  let slow = true;
  Blob.prototype.arrayBuffer = async function () {
    if (this.size > 2 && slow) { slow = false; await new Promise((done) => setTimeout(done, 700)); }
    return read.call(this);
  };
"""


def test_of_two_files_the_one_opened_last_stays(visit: Visitor, form: str) -> None:
    """A disk may give the first file after the second."""
    page = visit(form, script=SLOW_FIRST).page
    page.get_by_label("Năm đánh giá").fill("2025")
    for name in ("Xã Một", "Xã Hai"):
        open_file(page, page.evaluate(EMPTY) | {"unit": {"name": name}})
    expect(page.get_by_text("Phiếu trên máy này (2)")).to_be_visible()
    expect(page.get_by_label("Tên đơn vị")).to_have_value("Xã Hai")


@pytest.mark.parametrize("choice", ["Thay bằng tệp", "Giữ phiếu đang có"])
def test_a_file_takes_the_place_of_a_draft_only_when_told(visit: Visitor, form: str, choice: str) -> None:
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("Trên máy")
    page.get_by_label("Người lập").fill("Trên máy")
    open_file(page, page.evaluate(EMPTY) | {"unit": {"name": " trên  MÁY ", "preparer": "Trong tệp"}})
    expect(page.get_by_role("alert")).to_contain_text("đã có phiếu năm 2025")
    expect(page.get_by_label("Người lập")).to_have_value("Trên máy")
    page.get_by_role("button", name=choice).click()
    expect(page.get_by_role("alert")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Người lập")).to_have_value("Trong tệp" if choice == "Thay bằng tệp" else "Trên máy")


def test_keyboard_alone_fills_a_line(visit: Visitor, form: str) -> None:
    page = visit(form).page
    page.get_by_label("Năm đánh giá").focus()
    page.keyboard.type("2025")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Năm sau")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Năm đánh giá")).to_have_value("2026")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Tên đơn vị")).to_be_focused()
    for _ in range(5):
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('fieldset[data-code]') === null")
    page.keyboard.press("Tab")  # the citation of the first line
    page.keyboard.press("Tab")
    expect(line(page, 0).locator("input[type=radio]").first).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    expect(line(page, 0).get_by_label("Thực hiện một phần")).to_be_checked()
    page.keyboard.press("Tab")
    expect(line(page, 0).get_by_role("button", name="Bỏ chọn")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Kết quả")
    with page.expect_download() as download:
        page.locator(".done button").last.focus()
        page.keyboard.press("Enter")
    (answer,) = json.loads(Path(download.value.path()).read_text("utf-8"))["answers"].values()
    assert (answer["state"], answer["result"]) == ("partly", "Kết quả")


def test_nobody_is_told_anything_while_typing(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    page.evaluate(TOLD)
    line(page, 0).get_by_label("Đã thực hiện").check()
    line(page, 0).get_by_label("Kết quả trong năm").press_sequentially("Đã làm xong việc này", delay=40)
    expect(page.locator(".saved")).to_contain_text("Đã lưu")
    assert page.evaluate("window.told") == []


def test_without_script_the_page_is_read_and_says_so(browser: Browser, form: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(form)
    expect(page.get_by_text("trình duyệt phải bật JavaScript")).to_be_visible()
    expect(page.locator("form input:visible, form textarea:visible, form button:visible")).to_have_count(0)
    expect(page.locator("fieldset[data-code] .law").last).to_be_visible()
    expect(page.get_by_role("link", name="Word")).to_be_visible()
    context.close()
