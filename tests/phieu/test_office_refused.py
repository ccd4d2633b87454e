"""Workbooks that are broken, foreign or from the future: a sentence, and the form as it was."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from openpyxl.workbook import Workbook
from playwright.sync_api import expect

from tests.browser.visiting import Visitor
from tests.phieu.office import Sheet, saved, sheet_with
from tests.phieu.office_form import full, ready, xlsx
from tests.phieu.test_form import bare, saved_file, take_file


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
    visit: Visitor, whole_form: str, blank: bytes, tmp_path: Path
) -> None:
    found = ready(visit, whole_form)
    page = found.page
    record = full(page)
    take_file(page, record)
    before = saved_file(page)
    path, alert = tmp_path / "phieu.xlsx", page.get_by_role("alert")
    for name, (broken, words) in REFUSED.items():
        path.write_bytes(broken(blank))
        xlsx(page, path)
        expect(alert.filter(has_text=words), name).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        assert bare(saved_file(page)) == bare(before)
        take_file(page, record)
        expect(alert).to_have_count(0)  # what comes next is about the next file
    path.write_bytes(_liar(blank))  # the part that lies is not one that is read
    xlsx(page, path)
    expect(page.get_by_role("dialog")).to_be_visible()
    assert found.complaints == []


def test_an_entry_that_grows_beyond_its_size_is_stopped(visit: Visitor, whole_form: str, blank: bytes) -> None:
    page = ready(visit, whole_form).page
    data = list(_liar(blank))
    unpack = """async (data) => {
      const entries = quyche['office/zip'].open(new Uint8Array(data));
      try { await quyche['office/zip'].unpack(entries.get("xl/media/a.bin")); } catch (error) { return error.message; }
    }"""
    assert "bị hỏng" in page.evaluate(unpack, data)
