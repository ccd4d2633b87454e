"""All files of all bodies: there, the same twice, the formats agree, one archive of everything."""

import io
import zipfile

import openpyxl
from docx import Document
from pypdf import PdfReader

from quyche.checklists.files import AllSheets
from tests.poppler import text_of

NAMES = [
    "phieu-gon.pdf",
    "phieu-tu-danh-gia.docx",
    "phieu-tu-danh-gia.ods",
    "phieu-tu-danh-gia.pdf",
    "phieu-tu-danh-gia.xlsx",
]


def test_every_body_has_every_file(kept: AllSheets) -> None:
    assert len(kept.bodies) == 15
    assert all(sorted(body.files) == NAMES for body in kept.bodies)
    assert all(len(data) > 5_000 for body in kept.bodies for data in body.files.values())


def test_the_formats_agree_on_the_lines(kept: AllSheets) -> None:
    for body in kept.bodies:
        codes = [line.id for line in body.checklist.requirements]
        pdf = text_of(body.files[NAMES[3]], "-raw")
        assert all(code in pdf for code in codes), body.body.id
        word = Document(io.BytesIO(body.files[NAMES[1]]))
        tags = {str(tag) for tag in word.element.xpath("//w:sdt/w:sdtPr/w:tag/@w:val")}
        assert all(f"{code}:result" in tags for code in codes), body.body.id
        book = openpyxl.load_workbook(io.BytesIO(body.files[NAMES[4]]))
        cells = [str(cell.value) for row in book["Phiếu"].iter_rows() for cell in row if cell.value is not None]
        assert [value for value in cells if value in codes] == codes, body.body.id


def test_the_archive_holds_everything(kept: AllSheets) -> None:
    archive = zipfile.ZipFile(io.BytesIO(kept.bundles["tat-ca.zip"]))
    assert archive.testzip() is None
    expected = {f"{body.body.id}/{name}" for body in kept.bodies for name in NAMES}
    assert set(archive.namelist()) == {"tat-ca.pdf", *expected}
    pages = sum(len(PdfReader(io.BytesIO(body.files[NAMES[3]])).pages) for body in kept.bodies)
    assert len(PdfReader(io.BytesIO(kept.bundles["tat-ca.pdf"])).pages) == pages
