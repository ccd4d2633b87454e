"""Word and Excel files made in the form, opened by other programs: every answer is there."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import openpyxl
from playwright.sync_api import expect

from tests.browser.visiting import Visitor
from tests.libreoffice import converted
from tests.phieu.office import Sheet
from tests.phieu.office_form import full, made, ready, xlsx
from tests.phieu.test_form import take_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def convert(data: bytes, kind: str, target: str, folder: Path) -> Path:
    """Return what LibreOffice makes of a file."""
    file = folder / f"phieu.{kind}"
    file.write_bytes(data)
    (made_of_it,) = converted([file], target, folder / "out")
    return made_of_it


def test_libreoffice_opens_both_with_every_answer(visit: Visitor, whole_form: str, tmp_path: Path) -> None:
    page = ready(visit, whole_form).page
    record = full(page)
    take_file(page, record)
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


def test_word_holds_every_answer_whatever_it_is(visit: Visitor, whole_form: str) -> None:
    page = ready(visit, whole_form).page
    record = full(page)
    nasty = "\x00\x0b\x1f\ufffe" + "\ud800" + 'a\tb & < > " ' + "😀" * 5 + "\nhai " + "x" * 3000
    codes = list(record["answers"])
    record["answers"][codes[0]]["result"] = nasty
    record["unit"]["name"] = "=Ban & <Ủy>"
    take_file(page, record)
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
    assert "".join(found["remarks:shortcomings"])
    words = "\n".join(one.text or "" for one in docx.Document(io.BytesIO(data)).element.iter(f"{W}t"))
    assert all(answer["cause"] in words for answer in record["answers"].values())
