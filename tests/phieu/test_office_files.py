"""Word and Excel files made in the form, and a workbook taken back: every answer, or a sentence; nothing lost."""

import io
import json
import random
import subprocess
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe
from openpyxl.workbook import Workbook
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visit, Visitor
from tests.phieu.conftest import BODY
from tests.phieu.office import Sheet, lines, opened, saved
from tests.phieu.test_form import CHECKLIST, EMPTY, bare, full_record, open_file, saved_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HOSTILE = (
    "=1+1",
    "+84 912",
    "-5%",
    "@SUM(A1)",
    "</w:t><script>&amp;\"'",
    "😀 ố ộ 👩‍👩‍👧",
    "_x005F_x000D_",  # as Excel writes _x000D_
    "một\nhai\n\nbốn",
    " đầu và cuối ",
    "Lý do: a",
    "Ghi chú: b",
    "số: 5; số: 6",
    "\\số: 7",
    "]]> <!-- <?xml?>",
    "x" * 4000,
)
WIDE = """() => [...document.querySelectorAll("dialog, dialog *")]
  .filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 80))"""
NOT_OURS = ("TT", "Nội dung", "Điều, khoản", "Kỳ", "Kiểm tra", "Phần", "Mã", "Việc", "Phải khắc phục")


def xlsx(page: Page, content: bytes | Path, name: str = "phieu.xlsx") -> None:
    """Open a workbook through the button of files."""
    picker = page.locator("input[type=file]")
    picker.set_input_files(content if isinstance(content, Path) else {"name": name, "mimeType": "", "buffer": content})


def made(page: Page, kind: str) -> bytes:
    """Return the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Tải bản {kind} đã điền").click()
    return Path(download.value.path()).read_bytes()


def ready(visit: Visitor, address: str) -> Visit:
    """Return the form with the year 2025 chosen."""
    found = visit(address)
    found.page.get_by_label("Năm đánh giá").fill("2025")
    found.page.wait_for_function("() => Phieu.blank")
    return found


@pytest.fixture(scope="module")
def blank(form_folder: Path) -> bytes:
    """Return the blank workbook that the form holds."""
    words = (form_folder / "tu-danh-gia" / BODY / "phieu-trong.js").read_text("utf-8")
    return next(data for kind, data in _blanks(words) if kind == "xlsx")


def _blanks(words: str) -> Iterator[tuple[str, bytes]]:
    held = json.loads(words[words.index("freeze(") + 7 : words.rindex(")")])
    yield from ((kind, b64decode(text)) for kind, text in held.items())


def generated(blank: bytes, seed: int) -> Workbook:
    """Return the blank workbook with answers of every kind in all its yellow cells."""
    draw = random.Random(seed)  # noqa: S311 -- test data
    sheet = opened(blank)
    labels = [str(cell.value) for cell in sheet.cells[sheet.head] if cell.value not in NOT_OURS]
    states = ["Đã thực hiện", "Thực hiện một phần", "Chưa thực hiện", "Không phát sinh", None]
    for row in sheet.rows.values():
        for label in labels:
            if not label.startswith(NOT_OURS):
                words = (
                    draw.choice(states) if label == "Tự đánh giá" else draw.choice((None, *HOSTILE, "Báo cáo; số: 1"))
                )
                if label.startswith("Minh chứng") and words:
                    words = words.strip().replace("\n\n", "\n")[:300]
                _write(sheet.cells.cell(row, sheet.column(label)), words)
    title, annex = (sheet.cells.cell(row, 1) for row in (2, 3))
    title.value = str(title.value).replace("………", "2025")
    annex.value = str(annex.value)[: str(annex.value).rindex(" của ")] + " của Ban & Ủy)"
    sheet.cells.cell(4, 1).value = "Đơn vị: Ban & Ủy"
    log = sheet.book["Theo kỳ"]
    for row in range(3, log.max_row + 1):
        for column, words in zip(range(3, 7), ("30/06/2025", "05/7/2025", "=2", "một\nhai"), strict=True):
            _write(log.cell(row, column), words)
    totals = sheet.book["Tổng hợp"]
    places = {
        name: place.attr_text.rpartition("!")[2].replace("$", "") for name, place in sheet.book.defined_names.items()
    }
    for name in ("rating", "shortcomings", "causes", "commendations", "proposals"):
        _write(totals[places[f"phieu_{name}"]], f"-{name}")
    return sheet.book


def _write(cell: Any, words: str | None) -> None:  # noqa: ANN401 -- a cell of openpyxl
    cell.value = words
    if words is not None:
        cell.data_type = "s"


def values(data: bytes) -> dict[tuple[str, str], object]:
    """Return every cell that holds something; formulas as they are written."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found: dict[tuple[str, str], object] = {}
    for sheet in book:
        for row in sheet.iter_rows():
            found |= {(sheet.title, cell.coordinate): cell.value for cell in row if cell.value is not None}
    return {key: value for key, value in found.items() if key != ("_meta", "B6")}  # the year


def apply(page: Page) -> None:
    """Let the form take what the preview shows."""
    page.get_by_role("button", name="Ghi vào phiếu").click()
    expect(page.locator(".notes")).to_contain_text("Đã lấy nội dung từ tệp Excel")


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_workbook_goes_through_the_form_and_comes_out_the_same(
    visit: Visitor, form: str, form_folder: Path, blank: bytes, scheme: str
) -> None:
    address = form if scheme == "http" else (form_folder / "tu-danh-gia" / BODY / "index.html").as_uri()
    found = ready(visit, address)
    page = found.page
    filled = saved(generated(blank, 1 if scheme == "http" else 2))
    asked = len(found.requests)
    xlsx(page, filled)
    expect(page.get_by_role("dialog")).not_to_contain_text("bị bỏ qua")
    apply(page)
    mine, theirs = values(made(page, "Excel")), values(filled)
    dates = {("Theo kỳ", f"C{row}") for row in range(3, 40)}
    assert {key: value for key, value in mine.items() if key not in dates} == {
        key: value for key, value in theirs.items() if key not in dates
    }
    assert all(mine[key].strftime("%d/%m/%Y") == theirs[key] for key in dates & set(theirs))  # type: ignore[attr-defined]  # all are days
    made(page, "Word")
    assert [address for address in found.requests[asked:] if not address.startswith("blob:")] == []
    assert found.complaints == []
    again = made(page, "Excel")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.get_by_label("Năm đánh giá").fill("2025")
    page.wait_for_function("() => Phieu.blank")
    xlsx(page, again)
    apply(page)
    assert values(made(page, "Excel")) == mine


def test_the_words_of_a_cell_hold_every_field(visit: Visitor, form: str) -> None:
    page = ready(visit, form).page
    draw = random.Random(3)  # noqa: S311 -- test data
    pieces = ["số: ", "ngày: ", "; ", "\n", "Lý do: ", "Ghi chú: ", "Thời hạn: ", "\\", "a", " ", "Đã xong: có", ": "]

    def words(*, line: bool) -> str:
        text = "".join(draw.choices(pieces, k=draw.randrange(7)))
        return text.replace("\n", "") if line else text

    rows = [{name: words(line=True) for name in ("kind", "number", "date", "place")} for _ in range(1500)]
    rows = [row for row in rows if "".join(row.values()).strip()]
    notes = [{"note": words(line=False), "reason": words(line=False)} for _ in range(1500)]
    free = [words(line=True) for _ in range(1500)]
    read = """([rows, notes, free]) => {
      const text = Phieu.officeText;
      const states = [null, { needs_reason: true }];
      return [
        rows.map((row) => text.evidenceRows(text.evidenceWords([row]))[0]),
        states.map((state) => notes.map((one) => text.noteParts(text.noteWords(one, state), state))),
        free.map((words) => text.evidenceWords(text.evidenceRows(words))),
      ];
    }"""
    back = page.evaluate(read, [rows, notes, free])
    assert back[0] == rows
    assert back[1] == [notes, notes]
    assert [words.strip() for words in back[2]] == [words.strip() for words in free]


def full(page: Page) -> dict[str, Any]:
    """Return a record with an answer to every line, and nothing that a sheet has no place for."""
    record = full_record(page)
    codes = {line["id"] for line in lines(page.evaluate(CHECKLIST))}
    states = {state["id"] for state in page.evaluate(CHECKLIST)["scale"]["states"]}
    record["answers"] = {code: one for code, one in record["answers"].items() if code in codes}
    for answer in record["answers"].values():
        answer["points"] = None
        if answer["state"] not in states:
            answer["state"] = "partly"
    return record


def test_a_record_comes_back_from_its_workbook(visit: Visitor, form: str) -> None:
    page = ready(visit, form).page
    record = full(page)
    open_file(page, record)
    before = saved_file(page)
    data = made(page, "Excel")
    page.evaluate("localStorage.clear()")
    page.reload()
    xlsx(page, data)  # the year stands in the file
    apply(page)
    after = saved_file(page)
    assert after["answers"] == before["answers"]
    assert after["remarks"] == before["remarks"]
    assert after["unit"]["name"] == before["unit"]["name"]
    rooms = {task["key"]: len(task["occasions"]) for task in page.evaluate(CHECKLIST)["log"]}
    for key, rows in before["log"].items():
        if key in rooms:
            assert after["log"][key] == rows[: rooms[key]]


def convert(data: bytes, kind: str, target: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file."""
    (folder / f"phieu.{kind}").write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", target),
            *("--outdir", folder / "out", folder / f"phieu.{kind}"),
        ],
        check=True,
        capture_output=True,
    )
    return folder / "out" / f"phieu.{target.partition(':')[0]}"


def test_libreoffice_opens_both_with_every_answer(visit: Visitor, form: str, tmp_path: Path) -> None:
    page = ready(visit, form).page
    record = full(page)
    open_file(page, record)
    expect(page.locator(".notes")).to_contain_text("Đã mở tệp")
    filled = made(page, "Excel")
    theirs = convert(filled, "xlsx", "xlsx", tmp_path)
    book = openpyxl.load_workbook(theirs, data_only=True)
    shown, worked_out = openpyxl.load_workbook(io.BytesIO(filled), data_only=True), Sheet(book)
    for code, answer in record["answers"].items():
        assert str(worked_out.at(code, "Kết quả").value).strip() == answer["result"].strip()
        assert worked_out.at(code, "Tự đánh giá").value
    for name in ("Tổng hợp", "Khắc phục"):  # what was written beside the formulas is what they give
        for row in shown[name].iter_rows(max_row=9):
            for cell in row:
                assert _rounded(cell.value) == _rounded(book[name][cell.coordinate].value), (name, cell.coordinate)
    xlsx(page, theirs)  # saved again by LibreOffice
    expect(page.locator(".notes")).to_contain_text("không có gì khác")
    words = convert(made(page, "Word"), "docx", "txt:Text (encoded):UTF8", tmp_path).read_text("utf-8-sig")
    flat = " ".join(words.split())
    for answer in record["answers"].values():
        for field in ("result", "note", "reason", "cause"):
            for line in answer[field].split("\n"):
                assert " ".join(line.split()) in flat
        for row in answer["evidence"]:
            assert " ".join(row["number"].split()) in flat


def _rounded(value: object) -> object:
    if isinstance(value, str):
        return value.replace(",", ".").strip()
    return round(value, 9) if isinstance(value, float) else value or ""


def controls(data: bytes) -> dict[str, list[str]]:
    """Tag -> the words of each control with it, of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 -- made here
    found: dict[str, list[str]] = {}
    for control in root.iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag")
        assert tag is not None
        parts = [
            one.text or "" if one.tag == f"{W}t" else "\n" for one in control.iter() if one.tag in {f"{W}t", f"{W}br"}
        ]
        ticked = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
        assert ticked is None or (ticked.get(f"{W14}val") == "1") == (parts == ["☒"])
        placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        found.setdefault(tag.get(f"{W}val", ""), []).append("" if placeholder else "".join(parts))
    return found


def test_word_holds_every_answer_whatever_it_is(visit: Visitor, form: str) -> None:
    page = ready(visit, form).page
    record = full(page)
    nasty = "\x00\x0b\x1f\ufffe" + "\ud800" + 'a\tb & < > " ' + "😀" * 5 + "\nhai " + "x" * 3000
    codes = list(record["answers"])
    record["answers"][codes[0]]["result"] = nasty
    record["unit"]["name"] = "=Ban & <Ủy>"
    open_file(page, record)
    data = made(page, "Word")
    found = controls(data)
    assert docx.Document(io.BytesIO(data)).core_properties.identifier.startswith("quy-che")
    clean = nasty.translate({0: None, 11: None, 31: None, 0xFFFE: None}).replace("\ud800", "\ufffd").replace("\t", "")
    assert "\n".join(found[f"{codes[0]}:result"]) == clean
    for code in codes[1:]:
        answer = record["answers"][code]
        assert "\n".join(found[f"{code}:result"]) == answer["result"]
        assert [found[f"{code}:{state}"][0] for state in ("done", "partly", "not-done", "not-arisen")].count("☒") == 1
        assert found[f"{code}:{answer['state']}"] == ["☒"]
        assert answer["note"] in "\n".join(found[f"{code}:note"])
    assert set(found["unit"]) == {"=Ban & <Ủy>"}
    assert set(found["year"]) == {"2025"}
    assert "".join(found["remarks:limits"])
    words = "\n".join(one.text or "" for one in docx.Document(io.BytesIO(data)).element.iter(f"{W}t"))
    assert all(answer["cause"] in words for answer in record["answers"].values())


def sheet_with(blank: bytes, change: Callable[[Sheet], None]) -> bytes:
    """Return the blank workbook after ``change``."""
    sheet = opened(blank)
    change(sheet)
    return saved(sheet.book)


def test_the_preview_applies_nothing_by_itself_and_names_what_is_left_out(
    visit: Visitor, form: str, blank: bytes
) -> None:
    page = ready(visit, form).page
    codes = [line["id"] for line in lines(page.evaluate(CHECKLIST))]
    record = page.evaluate(EMPTY)
    for code in codes[:3]:
        record["answers"][code] = {"state": "done", "result": "đang có"}
    record["unit"]["preparer"] = "Lê Thị Ơ"
    open_file(page, record)
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


def test_a_finished_sheet_is_not_written_over(visit: Visitor, form: str, blank: bytes) -> None:
    page = ready(visit, form).page
    record = full(page) | {"final": True}
    open_file(page, record)
    before = saved_file(page)
    xlsx(page, blank)
    expect(page.get_by_role("alert").filter(has_text="đã được đánh dấu đã xong")).to_be_visible()
    assert bare(saved_file(page)) == bare(before)


def test_a_workbook_does_not_write_over_what_another_tab_wrote(visit: Visitor, form: str, blank: bytes) -> None:
    first = ready(visit, form).page
    first.get_by_label("Tên đơn vị").fill("một")
    first.get_by_label("Tên đơn vị").blur()
    second = first.context.new_page()
    second.goto(form)
    expect(second.get_by_label("Tên đơn vị")).to_have_value("một")
    data = sheet_with(blank, lambda sheet: setattr(sheet.cells.cell(4, 1), "value", "Đơn vị: một"))
    data = sheet_with(data, lambda sheet: setattr(sheet.at(next(iter(sheet.rows)), "Kết quả"), "value", "từ tệp"))
    xlsx(second, data)
    expect(second.get_by_role("dialog")).to_be_visible()
    first.get_by_label("Người lập").fill("Lê Thị Ơ")
    first.get_by_label("Người lập").blur()
    expect(second.get_by_role("alert").filter(has_text="ở một thẻ khác")).to_have_count(1)
    second.get_by_role("button", name="Ghi vào phiếu").click()
    expect(second.get_by_role("alert").filter(has_text="Phiếu vừa thay đổi ở nơi khác")).to_be_visible()
    xlsx(second, data)
    expect(second.get_by_role("alert").filter(has_text="đang tạm khoá")).to_be_visible()
    assert saved_file(first)["unit"]["preparer"] == "Lê Thị Ơ"
    second.get_by_role("button", name="Dùng bản mới nhất").click()
    xlsx(second, data)
    apply(second)
    after = saved_file(second)
    assert after["unit"]["preparer"] == "Lê Thị Ơ"
    assert [answer["result"] for answer in after["answers"].values()] == ["từ tệp"]


def _facts(blank: bytes, key: str, value: str) -> bytes:
    def change(sheet: Sheet) -> None:
        meta = sheet.book["_meta"]
        next(row for row in meta.iter_rows(max_row=15) if row[0].value == key)[1].value = value

    return sheet_with(blank, change)


def _bomb(blank: bytes) -> bytes:
    target = io.BytesIO(blank)
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.bin", bytes(25 * 1024 * 1024))
    return target.getvalue()


def _liar(blank: bytes) -> bytes:
    """Return an archive whose directory says that its bomb is small."""
    bomb = _bomb(blank)
    place = bomb.rindex(b"PK\x01\x02")
    return bomb[: place + 24] + (100).to_bytes(4, "little") + bomb[place + 28 :]


def _flipped(blank: bytes) -> bytes:
    start = blank.index(b"xl/worksheets/sheet2.xml") + 500
    return blank[:start] + bytes(byte ^ 0x55 for byte in blank[start : start + 40]) + blank[start + 40 :]


def _word() -> bytes:
    target = io.BytesIO()
    docx.Document().save(target)
    return target.getvalue()


def _doctype(blank: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blank)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/workbook.xml":
                data = data.replace(b"<workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><workbook', 1)
            copy.writestr(name, data)
    return target.getvalue()


REFUSED: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "50 MB": (lambda blank: blank + bytes(50 * 1024 * 1024), "quá lớn"),
    "bomb": (_bomb, "quá lớn"),
    "cut": (lambda blank: blank[:-4000], "bị hỏng"),
    "flipped": (_flipped, "bị hỏng"),
    "empty": (lambda _: b"", "không phải tệp Excel"),
    "old": (lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "loại cũ (.xls) hoặc có mật khẩu"),
    "doctype": (_doctype, "bị hỏng"),
    "json": (lambda _: b'{"format": "quyche-self-assessment"}', "không phải tệp Excel"),
    "word": (lambda _: _word(), "không phải tệp Excel"),
    "other's": (lambda _: saved(Workbook()), "không phải phiếu tải từ trang"),
    "regulation": (lambda blank: _facts(blank, "regulation", "quy-che-khac"), "thuộc quy chế khác (quy-che-khac)"),
    "body": (lambda blank: _facts(blank, "body", "ubnd-huyen"), "phiếu của cơ quan khác (ubnd-huyen)"),
    "future": (lambda blank: _facts(blank, "schema_version", "2"), "bản mới hơn"),
}


def test_what_is_no_sheet_of_ours_is_refused_with_a_sentence(
    visit: Visitor, form: str, blank: bytes, tmp_path: Path
) -> None:
    found = ready(visit, form)
    page = found.page
    record = full(page)
    open_file(page, record)
    before = saved_file(page)
    path = tmp_path / "phieu.xlsx"
    for name, (broken, words) in REFUSED.items():
        path.write_bytes(broken(blank))
        xlsx(page, path)
        alert = page.get_by_role("alert")
        expect(alert.filter(has_text=words), name).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert bare(saved_file(page)) == bare(before)
    path.write_bytes(_liar(blank))  # the part that lies is not one that is read
    xlsx(page, path)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert found.complaints == []


def test_an_entry_that_grows_beyond_its_size_is_stopped(visit: Visitor, form: str, blank: bytes) -> None:
    page = ready(visit, form).page
    data = list(_liar(blank))
    unpack = """async (data) => {
      const entries = Phieu.zip.open(new Uint8Array(data));
      try { await Phieu.zip.unpack(entries.get("xl/media/a.bin")); } catch (error) { return error.message; }
    }"""
    assert "bị hỏng" in page.evaluate(unpack, data)


def test_the_preview_fits_a_narrow_phone(visit: Visitor, form: str, blank: bytes) -> None:
    found = visit(form, width=320)
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    xlsx(page, saved(generated(blank, 4)))
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(WIDE) == []
    assert Axe().run(page, context="dialog").response["violations"] == []


def test_two_tasks_of_one_provision_keep_their_own_log(visit: Visitor, form: str) -> None:
    page = ready(visit, form).page
    tasks = page.evaluate(CHECKLIST)["log"]
    assert len({task["provision"] for task in tasks}) < len(tasks) == len({task["key"] for task in tasks})
    for number, box in enumerate(page.locator("[data-provision-log]").all()):
        box.get_by_label("Số, ký hiệu văn bản").first.fill(f"{number}-BC")
    log = saved_file(page)["log"]
    assert [log[task["key"]][0]["number"] for task in tasks] == [f"{number}-BC" for number in range(len(tasks))]
