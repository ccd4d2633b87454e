"""A workbook opened in the form: shown first, nothing written over."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.visiting import Visitor
from tests.phieu.office import Sheet, generated, lines, opened, saved, sheet_with
from tests.phieu.office_form import apply, full, ready, xlsx
from tests.phieu.test_form import CHECKLIST, EMPTY, bare, saved_file, take_file

WIDE = """() => [...document.querySelectorAll("dialog, dialog *")]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 80))"""


def test_the_preview_applies_nothing_by_itself_and_names_what_is_left_out(
    visit: Visitor, whole_form: str, blank: bytes
) -> None:
    page = ready(visit, whole_form).page
    codes = [line["id"] for line in lines(page.evaluate(CHECKLIST))]
    record = page.evaluate(EMPTY)
    for code in codes[:3]:
        record["answers"][code] = {"state": "done", "result": "đang có"}
    record["unit"]["preparer"] = "Lê Thị Ơ"
    take_file(page, record)
    before = saved_file(page)

    def change(sheet: Sheet) -> None:
        sheet.at(codes[0], "Kết quả").value = "từ tệp"
        sheet.at(codes[0], "Tự đánh giá").value = "Chưa thực hiện"
        sheet.at(codes[1], "Kết quả").value = "#N/A"
        sheet.at(codes[1], "Kết quả").data_type = "e"

    data = sheet_with(blank, change)
    row = opened(data).rows[codes[1]]
    xlsx(page, data)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Chưa có gì được ghi")
    expect(dialog.get_by_role("row").filter(has_text="từ tệp")).to_contain_text("đang có")
    expect(dialog.get_by_role("row").filter(has_text="#N/A")).to_contain_text(f"{row}")
    page.get_by_role("button", name="Không đổi gì").click()
    expect(dialog).to_have_count(0)
    assert bare(saved_file(page)) == bare(before)
    xlsx(page, data)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert bare(saved_file(page)) == bare(before)
    xlsx(page, data)
    apply(page)
    expect(page.locator(".notes")).to_contain_text("#N/A")
    after = saved_file(page)
    assert after["answers"][codes[0]]["result"] == "từ tệp"
    assert after["answers"][codes[1]] == before["answers"][codes[1]]
    assert codes[2] not in after["answers"]
    assert after["unit"]["preparer"] == "Lê Thị Ơ"


def test_a_finished_sheet_is_not_written_over(visit: Visitor, whole_form: str, blank: bytes) -> None:
    page = ready(visit, whole_form).page
    record = full(page) | {"final": True}
    take_file(page, record)
    before = saved_file(page)
    xlsx(page, blank)
    expect(page.get_by_role("alert").filter(has_text="đã được đánh dấu đã xong")).to_be_visible()
    assert bare(saved_file(page)) == bare(before)


def test_a_workbook_does_not_write_over_what_another_tab_wrote(visit: Visitor, whole_form: str, blank: bytes) -> None:
    first = ready(visit, whole_form).page
    first.get_by_label("Tên đơn vị").fill("một")
    first.get_by_label("Tên đơn vị").blur()
    second = first.context.new_page()
    second.goto(whole_form)
    expect(second.get_by_label("Tên đơn vị")).to_have_value("một")
    data = sheet_with(blank, lambda sheet: setattr(sheet.cells.cell(4, 1), "value", "Đơn vị: một"))
    data = sheet_with(data, lambda sheet: setattr(sheet.at(next(iter(sheet.rows)), "Kết quả"), "value", "từ tệp"))
    xlsx(second, data)
    expect(second.get_by_role("dialog")).to_be_visible()
    first.get_by_label("Người lập").fill("Lê Thị Ơ")
    first.get_by_label("Người lập").blur()
    expect(second.get_by_role("alert").filter(has_text="ở một thẻ khác")).to_have_count(1)
    second.get_by_role("button", name="Ghi vào phiếu").click()
    expect(second.get_by_role("alert").filter(has_text="Phiếu vừa thay đổi ở một thẻ khác")).to_be_visible()
    xlsx(second, data)
    expect(second.get_by_role("alert").filter(has_text="đang tạm khoá")).to_be_visible()
    assert saved_file(first)["unit"]["preparer"] == "Lê Thị Ơ"
    second.get_by_role("button", name="Dùng bản mới nhất").click()
    xlsx(second, data)
    apply(second)
    after = saved_file(second)
    assert after["unit"]["preparer"] == "Lê Thị Ơ"
    assert [answer["result"] for answer in after["answers"].values()] == ["từ tệp"]


def test_the_preview_fits_a_narrow_phone(visit: Visitor, whole_form: str, blank: bytes) -> None:
    found = visit(whole_form, width=320)
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    xlsx(page, saved(generated(blank, 4)))
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(WIDE) == []
    assert Axe().run(page, context="dialog").response["violations"] == []
