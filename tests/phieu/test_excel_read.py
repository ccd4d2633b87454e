"""A filled workbook read in the browser: by code and by head; what cannot be read is named, never guessed."""

import base64
import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from playwright.sync_api import Browser, Page

from quyche.checklists.building import build_checklist
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.record import Assessment, AssessmentRecord, Unit
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet as PrintedSheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from tests.phieu.conftest import BODY
from tests.phieu.filling import full
from tests.phieu.office import READ, Sheet, coded, fill, lines, opened, saved
from tests.scripts.loading import add_modules

RESULT, EVIDENCE, STATE, NOTE = "Kết quả", "Minh chứng", "Tự đánh giá", "Ghi chú"
CAUSE, REMEDY = "Nguyên nhân", "Biện pháp"
Reader = Callable[[bytes], dict[str, Any]]
ANSWER: dict[str, Any] = {"state": "", "result": "", "note": "", "reason": "", "cause": "", "evidence": []} | {
    "remedy": None,
    "points": None,
}
FILL = fill("excel")


@pytest.fixture(scope="module")
def model(ours: Index, duties: Duties, setup: Setup) -> PrintedSheet:
    """Return the sheet of a body, not filled."""
    return worded(build_checklist(duties, setup, ours.bodies[BODY]), setup)


@pytest.fixture(scope="module")
def blank(model: PrintedSheet) -> bytes:
    """Return its blank workbook."""
    return write_excel(filled(model))


@pytest.fixture(scope="module")
def data(model: PrintedSheet) -> dict[str, Any]:
    """Return the sheet as the page holds it."""
    found: dict[str, Any] = json.loads(model.model_dump_json())
    return found


@pytest.fixture(scope="module")
def page(browser: Browser, forms: str) -> Iterator[Page]:
    """Give a blank page with the modules of the office files."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(forms.replace("tu-danh-gia/", "blank.html"))
    add_modules(page, "office/excel-file", "office/excel-read")
    yield page
    context.close()


@pytest.fixture
def read(page: Page, data: dict[str, Any]) -> Reader:
    """Return what reads the bytes of a workbook."""
    return lambda content: page.evaluate(READ, [coded(content), data, data["regulation"]["id"]])


@pytest.fixture
def sheet(blank: bytes) -> Sheet:
    """Return a blank sheet to fill."""
    return opened(blank)


@pytest.fixture
def codes(data: dict[str, Any]) -> list[str]:
    """Return the codes of its lines."""
    return [line["id"] for line in lines(data)]


def test_a_blank_workbook_says_nothing(read: Reader, blank: bytes) -> None:
    found = read(blank)
    assert found["skipped"] == []
    assert found["record"]["answers"] == found["record"]["log"] == {}
    assert found["record"]["year"] is None


def test_every_kind_of_cell_is_read(read: Reader, sheet: Sheet, codes: list[str]) -> None:
    first, second, third = codes[:3]
    sheet.at(first, RESULT).value = "hai dòng\nchữ _x005F_x000D_ <b>&amp; "  # as Excel writes it
    sheet.at(first, STATE).value = "  đã THỰC hiện"
    sheet.at(first, EVIDENCE).value = "Báo cáo; số: 12-BC/HU; ngày: 05/3/2026; nơi lưu: Văn phòng\nẢnh chụp"
    sheet.at(first, NOTE).value = "ghi thêm"
    sheet.at(second, RESULT).value = 12.5
    sheet.at(second, EVIDENCE).value = dt.date(2026, 3, 5)
    sheet.at(second, STATE).value = "Không phát sinh"
    sheet.at(second, NOTE).value = CellRichText("không ", TextBlock(InlineFont(b=True), "có"))
    sheet.at(third, RESULT).value = True
    sheet.at(third, STATE).value = "Thực hiện một phần"
    sheet.at(third, CAUSE).value = "Thiếu người"
    sheet.at(third, REMEDY).value = "Cử người\nNgười chịu trách nhiệm: Lê Thị Ơ\nThời hạn: 31/12/2026"
    found = read(saved(sheet.book))
    assert found["skipped"] == []
    answers = found["record"]["answers"]
    assert answers[first]["result"] == "hai dòng\nchữ _x000D_ <b>&amp; "
    assert answers[first]["state"] == "done"
    assert answers[first]["evidence"] == [
        {"kind": "Báo cáo", "number": "12-BC/HU", "date": "05/3/2026", "place": "Văn phòng"},
        {"kind": "Ảnh chụp", "number": "", "date": "", "place": ""},
    ]
    assert (answers[first]["note"], answers[first]["reason"]) == ("ghi thêm", "")
    assert answers[second]["result"] == "12,5"
    assert answers[second]["evidence"][0]["kind"] == "05/03/2026"
    assert (answers[second]["note"], answers[second]["reason"]) == ("", "không có")
    assert answers[third]["result"] == "TRUE"
    assert answers[third]["remedy"] == {
        "action": "Cử người",
        "owner": "Lê Thị Ơ",
        "deadline": "2026-12-31",
        "done": False,
    }


def test_rows_may_be_sorted_filtered_and_moved(read: Reader, sheet: Sheet, codes: list[str]) -> None:
    for number, code in enumerate(codes):
        sheet.at(code, RESULT).value = f"kết quả {number}"
    before = read(saved(sheet.book))["record"]["answers"]
    cells = sheet.cells
    rows = list(sheet.rows.values())
    values = [[cells.cell(row, column).value for column in range(1, cells.max_column + 1)] for row in rows]
    values = values[7:] + values[:7][::-1]
    for row, content in zip(rows, values, strict=True):
        for column, value in enumerate(content, 1):
            cells.cell(row, column).value = value
    for row in rows[::2]:
        cells.row_dimensions[row].hidden = True
    cells.insert_rows(2, 3)
    found = read(saved(sheet.book))
    assert found["skipped"] == []
    assert found["record"]["answers"] == before
    assert len(before) == len(codes)


def test_a_row_that_cannot_be_read_is_left_out_whole_and_named(read: Reader, sheet: Sheet, codes: list[str]) -> None:
    for code in codes:
        sheet.at(code, RESULT).value = "có"
    wrong = codes[:5]
    rows = [sheet.rows[code] for code in wrong]
    sheet.at(wrong[0], EVIDENCE).value = "#N/A"
    sheet.at(wrong[0], EVIDENCE).data_type = "e"
    sheet.at(wrong[1], STATE).value = "Tốt"
    sheet.at(wrong[2], NOTE).value = "=A1&1"  # openpyxl works nothing out
    sheet.at(wrong[3], RESULT).value = "x" * 4001
    sheet.cells.cell(rows[4], sheet.column("Mã")).value = "d99.1"
    found = read(saved(sheet.book))
    named = {item["row"]: item["reason"] for item in found["skipped"]}
    assert list(named) == rows
    assert all(
        words in named[row]
        for row, words in zip(rows, ("#N/A", "Tốt", "chưa có kết quả", "4000", "không có trong phiếu"), strict=True)
    )
    assert set(found["record"]["answers"]) == set(codes[5:])
    assert found["skipped"][0]["code"] == wrong[0]


def test_a_code_in_two_rows_is_neither(read: Reader, sheet: Sheet, codes: list[str]) -> None:
    for code in codes[:3]:
        sheet.at(code, RESULT).value = "có"
    rows = [sheet.rows[code] for code in codes[:2]]
    sheet.cells.cell(rows[1], sheet.column("Mã")).value = codes[0]
    found = read(saved(sheet.book))
    assert [item["row"] for item in found["skipped"]] == rows
    assert set(found["record"]["answers"]) == {codes[2]}


@pytest.fixture(scope="module")
def pointed_model(ours: Index, duties: Duties, setup: Setup) -> PrintedSheet:
    """Return the sheet of a body with columns for points, not filled."""
    checklist = build_checklist(duties, setup, ours.bodies[BODY])
    return worded(checklist.model_copy(update={"points": True}), setup)


@pytest.fixture(scope="module")
def pointed(pointed_model: PrintedSheet) -> dict[str, Any]:
    """Return it as the page holds it."""
    found: dict[str, Any] = json.loads(pointed_model.model_dump_json())
    return found


def test_points_go_out_and_come_back_and_a_bad_number_leaves_out_its_row(
    page: Page, pointed_model: PrintedSheet, pointed: dict[str, Any], model: PrintedSheet
) -> None:
    data = pointed
    codes = [line["id"] for line in lines(data)]
    record = page.evaluate("checklist => quyche['record/record'].empty(checklist, 2025)", data)
    record["answers"] = {code: ANSWER | {"points": number / 2} for number, code in enumerate(codes)}
    blank = coded(write_excel(filled(pointed_model)))
    text, left = page.evaluate(FILL, [blank, data, record])
    assert left == []
    sheet = opened(base64.b64decode(text))
    assert [sheet.at(code, "Tự chấm").value for code in codes] == [number / 2 for number in range(len(codes))]
    wrongs: tuple[str | int, ...] = ("mười", -1, "1e5", "8,5", " 7 ")
    for code, wrong in zip(codes, wrongs, strict=False):
        sheet.at(code, "Tự chấm").value = wrong
    found = page.evaluate(READ, [coded(saved(sheet.book)), data, data["regulation"]["id"]])
    assert [item["code"] for item in found["skipped"]] == codes[:3]
    assert all("không phải số hợp lệ" in item["reason"] for item in found["skipped"])
    assert [found["record"]["answers"][code]["points"] for code in codes[3:6]] == [8.5, 7, 2.5]
    text, left = page.evaluate(FILL, [coded(write_excel(filled(model))), json.loads(model.model_dump_json()), record])
    assert len(left) == 1
    assert "điểm của các dòng" in left[0]


def test_a_workbook_of_the_command_line_tells_its_year_unit_and_letterhead(
    page: Page, model: PrintedSheet, data: dict[str, Any]
) -> None:
    for head in model.heads:
        made = filled(model, Assessment(year=2024, unit=Unit(name="Ban: một"), letterhead=head.id or None))
        found = page.evaluate(READ, [coded(write_excel(made)), data, data["regulation"]["id"]])
        assert found["record"]["year"] == 2024
        assert found["record"]["unit"]["name"] == "Ban: một"
        assert found["record"]["letterhead"] == (head.id or None)


def test_a_workbook_filled_by_the_command_line_comes_back_field_by_field(
    page: Page, model: PrintedSheet, data: dict[str, Any]
) -> None:
    record = full(model)
    made = filled(model, AssessmentRecord.model_validate_json(json.dumps(record)))
    found = page.evaluate(READ, [coded(write_excel(made)), data, data["regulation"]["id"]])
    assert found["skipped"] == []
    assert found["record"]["answers"] == {code: one | {"points": None} for code, one in record["answers"].items()}
    assert found["record"]["log"] == record["log"]
    assert found["record"]["remarks"] == record["remarks"]


def test_a_workbook_with_columns_of_old_names_is_read(page: Page, project: Path, data: dict[str, Any]) -> None:
    old = (project / "tests/phieu/samples/phieu-2026-11.xlsx").read_bytes()
    found = page.evaluate(READ, [coded(old), data, data["regulation"]["id"]])
    sample = json.loads((project / "tests/phieu/samples/phieu-2026-11.json").read_text("utf-8"))
    assert found["skipped"] == []
    assert {key: found["record"][key] for key in ("answers", "log", "remarks", "year")} == {
        key: sample[key] for key in ("answers", "log", "remarks", "year")
    }
    assert found["record"]["letterhead"] is None


def test_points_under_their_old_name_are_read(page: Page, pointed: dict[str, Any], project: Path) -> None:
    old = (project / "tests/phieu/samples/phieu-diem-2026-11.xlsx").read_bytes()
    found = page.evaluate(READ, [coded(old), pointed, pointed["regulation"]["id"]])
    assert found["skipped"] == []
    expected = {line["id"]: number + 0.5 for number, line in enumerate(lines(pointed))}
    assert {code: answer["points"] for code, answer in found["record"]["answers"].items()} == expected


def test_a_record_that_excel_cannot_hold_is_refused_by_its_row(page: Page, data: dict[str, Any], blank: bytes) -> None:
    record = page.evaluate("checklist => quyche['record/record'].empty(checklist, 2025)", data)
    row = dict.fromkeys(("kind", "number", "date", "place"), "x" * 300)
    record["answers"][next(lines(data))["id"]] = ANSWER | {"evidence": [row] * 40}
    tried = f"(given) => ({FILL})(given).catch((error) => error.message)"
    assert "dài quá 32767 ký tự" in page.evaluate(tried, [coded(blank), data, record])


def test_what_xml_cannot_hold_comes_back_from_excel(page: Page, data: dict[str, Any], blank: bytes) -> None:
    words = "\x00\x01\x0b\x1f \ufffe _x0041_ _x005F_ __x000D_ \ud800 😀 \t ]]>"
    record = page.evaluate("checklist => quyche['record/record'].empty(checklist, 2025)", data)
    code = next(lines(data))["id"]
    record["answers"][code] = ANSWER | {"result": words}
    text, _ = page.evaluate(FILL, [coded(blank), data, record])
    opened(base64.b64decode(text))
    found = page.evaluate(READ, [text, data, data["regulation"]["id"]])
    assert found["record"]["answers"][code]["result"] == words
