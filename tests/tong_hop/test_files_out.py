"""What the roll-up gives out, opened again by others: CSV in Python and LibreOffice, JSON by its schema, the print."""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, FilePayload, Page
from pypdf import PdfReader

from quyche.addresses import ROLLUP
from quyche.checklists.sheet import Sheet
from quyche.exchange.rollup import RollUp
from tests.libreoffice import converted
from tests.schemas import misfits
from tests.site.building import Site
from tests.tong_hop.making import Record, figures, lines_of, on_disk, payload, percent, record, states_of, workbook

BAD = (payload(b"{", "hỏng.json"), payload(b" " * (21 * 1024 * 1024), "quá lớn.json"))
EVIL = '=HYPERLINK("x";"y")'
NAMES = ("Đảng uỷ xã Hoà Bình", EVIL, "+84 Ủy ban; “Mặt trận”", "Xã Tấn Lập")
TABLES = {"Sổ nhận phiếu": "so-nhan-phieu", "Đơn vị và phần": "don-vi-va-phan", "Từng dòng": "tung-dong"} | {
    "So với năm trước": "so-voi-nam-truoc",
    "Biện pháp": "bien-phap",
}


@pytest.fixture(scope="module")
def made(checklists: tuple[Sheet, ...]) -> dict[str, Record]:
    """Return file name -> the record in it: four units, one of them in two years."""
    found = {f"{number}.json": record(checklists[number % 2], name, number) for number, name in enumerate(NAMES)}
    return found | {"cũ.json": record(checklists[0], NAMES[0], 40, year=2024)}


@pytest.fixture(scope="module")
def files(checklists: tuple[Sheet, ...], made: dict[str, Record]) -> list[FilePayload]:
    """Return the records as files, the last unit's as Excel, and a broken one."""
    plain = [payload(one, name) for name, one in made.items() if name != "3.json"]
    return [*plain, payload(workbook(checklists[1], made["3.json"]), "3.xlsx"), *BAD]


@pytest.fixture(scope="module")
def page(
    browser: Browser, address: str, files: list[FilePayload], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Give the page with the files read."""
    context = browser.new_context(locale="vi-VN", accept_downloads=True)
    page = context.new_page()
    page.goto(address + ROLLUP)
    page.get_by_text("Đối chiếu với danh sách").click()
    page.get_by_label("Danh sách đơn vị").fill("Xã Thiếu\nXã Tấn Lập")
    page.set_input_files("#chon-tep", on_disk(tmp_path_factory.mktemp("files"), files))
    page.locator("#bao-nap", has_text="Đã có 5 phiếu").wait_for()
    page.get_by_text("Lấy số liệu ra Excel").click()
    yield page
    context.close()


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.fixture(scope="module")
def csv_files(page: Page) -> dict[str, bytes]:
    """Return every CSV by the name of its table; each is taken once, for browsers mistrust many downloads."""
    found = {}
    for button, table in TABLES.items():
        name, found[table] = saved(page, button)
        assert name == f"tong-hop-2025-{table}.csv"
    return found


def test_csv_opens_in_python_with_its_letters_and_without_formulas(page: Page, csv_files: dict[str, bytes]) -> None:
    page.get_by_label("Dấu ngăn cột").select_option(",")
    _, with_commas = saved(page, "Đơn vị và phần")
    page.get_by_label("Dấu ngăn cột").select_option(";")
    given = [*((table, data, ";") for table, data in csv_files.items()), ("don-vi-va-phan", with_commas, ",")]
    for table, data, separator in given:
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@")], table
        if table == "don-vi-va-phan":
            assert {row[0] for row in rows[1:]} == {NAMES[0], f"'{NAMES[1]}", f"'{NAMES[2]}", NAMES[3]}


def test_figures_of_the_csv_are_those_of_python(
    csv_files: dict[str, bytes], made: dict[str, Record], checklists: tuple[Sheet, ...]
) -> None:
    rows = list(csv.DictReader(io.StringIO(csv_files["don-vi-va-phan"].decode("utf-8-sig"), newline=""), delimiter=";"))
    whole = {row["Đơn vị"].removeprefix("'"): row for row in rows if row["Phần"] == "Cả phiếu"}
    for number, name in enumerate(NAMES):
        checklist = checklists[number % 2]
        found = figures(states_of(made[f"{number}.json"], lines_of(checklist)))
        row = whole[name]
        numbers = (found.lines, found.answered, found.done, found.applicable)
        assert tuple(int(row[key]) for key in ("Số dòng", "Đã trả lời", "Đã làm", "Áp dụng")) == numbers
        assert row["Tỷ lệ"] == percent(found.done, found.applicable)
        assert row["Tạm tính"] == ("có" if found.answered < found.lines else "không")


def test_csv_opens_in_libreoffice_with_its_letters(csv_files: dict[str, bytes], tmp_path: Path) -> None:
    source = tmp_path / "so.csv"
    source.write_bytes(csv_files["so-nhan-phieu"])
    (book,) = converted([source], "xlsx", tmp_path, "--infilter=CSV:59,34,76")  # semicolon, quotation mark, UTF-8
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:4] == ["Tệp", "Đơn vị", "Phiếu của", "Năm"]
    assert {row[1] for row in rows} >= {NAMES[0], f"'{NAMES[1]}", NAMES[3]}
    assert {"Từ chối", "Excel"} <= {row[4] for row in rows}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@pytest.fixture(scope="module")
def rollup_file(page: Page) -> dict[str, Any]:
    """Return the roll-up that the page saves."""
    name, data = saved(page, "Lưu kết quả")
    assert name == "tong-hop-2025.json"
    found: dict[str, Any] = json.loads(data)
    return found


def test_json_fits_its_published_schema_and_names_its_inputs(
    rollup_file: dict[str, Any], site: Site, files: list[FilePayload]
) -> None:
    schema = (site.folder / "du-lieu" / "tong-hop.schema.json").read_text("utf-8")
    assert misfits(rollup_file, schema) == []
    assert misfits(rollup_file | {"year": "2025"}, schema) != []
    rollup = RollUp.model_validate_json(json.dumps(rollup_file))
    hashes = {file["name"]: hashlib.sha256(file["buffer"]).hexdigest() for file in files} | {"quá lớn.json": None}
    assert {one.name: one.sha256 for one in rollup.inputs} == hashes
    assert {one.name for one in rollup.inputs if not one.counted} == {one["name"] for one in BAD}
    assert all((one.reason is None) == one.counted for one in rollup.inputs)
    assert {one.final for one in rollup.inputs if one.name == "3.xlsx"} == {None}
    assert rollup.expected == ("Xã Thiếu", "Xã Tấn Lập")
    assert rollup.missing == ("Xã Thiếu",)
    assert {unit.input for unit in rollup.units} == {hashes[name] for name in ("0.json", "1.json", "2.json", "3.xlsx")}
    (earlier,) = [unit.earlier for unit in rollup.units if unit.earlier]
    assert (earlier.input, earlier.year) == (hashes["cũ.json"], 2024)


def test_figures_of_the_json_can_be_worked_out_again_from_its_inputs(
    rollup_file: dict[str, Any], made: dict[str, Record], checklists: tuple[Sheet, ...]
) -> None:
    rollup = RollUp.model_validate_json(json.dumps(rollup_file))
    named = {one.sha256: one.name.replace("xlsx", "json") for one in rollup.inputs if one.sha256}
    known = {one.body: one for one in checklists}
    for unit in rollup.units:
        answers = made[named[unit.input]]
        found = figures(states_of(answers, lines_of(known[unit.body])))
        tally = unit.all
        assert (tally.lines, tally.answered, tally.done, tally.applicable) == (
            found.lines,
            found.answered,
            found.done,
            found.applicable,
        )
        assert tally.share == pytest.approx(found.done / found.applicable)
        assert sum(part.tally.lines for part in unit.parts) == found.lines
    for body in rollup.bodies:
        units = [made[named[unit.input]] for unit in rollup.units if unit.body == body.body]
        assert body.units == len(units)
        for line in body.lines:
            counts = Counter(state for one in units for state in states_of(one, [line.line]))
            blank = counts.pop("", 0)
            assert {key: count for key, count in line.tally.states.items() if count} == dict(counts)
            assert line.tally.blank == blank
    planned = [
        (name, code)
        for name, one in made.items()
        for code, answer in one["answers"].items()
        if answer.get("remedy") and name not in {"cũ.json", "3.json"}
    ]
    assert sorted((named[one.input], one.line) for one in rollup.remedies) == sorted(planned)


def test_the_print_is_on_a4_across_and_holds_the_tables(page: Page) -> None:
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sizes = {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in reader.pages}
    assert sizes in ({(842, 595)}, {(842, 596)})
    words = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    for heading in ("Sổ nhận phiếu", "Theo đơn vị và phần", "So với năm trước", "Biện pháp khắc phục"):
        assert heading in words
    assert "TẠM TÍNH" in words
    assert "Chưa nộp năm 2025: 1/2 đơn vị" in words
    assert NAMES[0] in words
    for button in ("Chọn các tệp phiếu", "Bỏ tệp", "Lưu kết quả", "In bảng"):
        assert button not in words
