"""All files of all bodies: there, the same twice, the formats agree, one archive of everything."""

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import get_ident

import pytest
from docx import Document
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from quyche.checklists import files
from quyche.checklists.files import AllSheets
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.duties.assignment import Duties
from tests.checklists.excel.reading import opened
from tests.checklists.formats.workbooks import ODF, words_in
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
        word = Document(io.BytesIO(body.files[NAMES[1]]))
        tags = {str(tag) for tag in word.element.xpath("//w:sdt/w:sdtPr/w:tag/@w:val")}
        assert all(f"{code}:result" in tags for code in codes), body.body.id
        book = opened(body.files[NAMES[4]])
        cells = [str(cell.value) for row in book["Phiếu"].iter_rows() for cell in row if cell.value is not None]
        assert [value for value in cells if value in codes] == codes, body.body.id


OURS = re.compile(r"\bd\d+\.(?:\d|[kpm]\d)|\b[a-z]+-[a-z]+-[a-z-]+\b|[Tt]rang này|do trang\b|ban biên tập trang")
"""Codes of lines, ids of bodies, and a page where a sheet should speak of itself."""


def seen(name: str, data: bytes) -> Iterator[str]:
    """Yield what somebody reads who opens or prints the file."""
    if name.endswith(".pdf"):
        yield text_of(data)
    elif name.endswith(".docx"):
        document = Document(io.BytesIO(data))
        yield from map(str, document.element.body.xpath(".//w:t/text()"))
        yield from (line.text for section in document.sections for line in section.footer.paragraphs)
    elif name.endswith(".ods"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = (etree.fromstring(archive.read(member)) for member in ("content.xml", "styles.xml"))
            yield from (words_in(line) for root in found for line in root.iter(f"{ODF % 'text'}p"))
    else:
        book = opened(data)
        for sheet in book.worksheets[:-1]:
            columns = (cells for number, cells in enumerate(sheet.iter_cols(), 1) if not is_hidden(sheet, number))
            yield from (str(cell.value) for cells in columns for cell in cells if cell.data_type == "s")
            yield str(sheet.oddFooter and sheet.oddFooter.left.text)


def is_hidden(sheet: Worksheet, column: int) -> bool:
    """Tell whether a column is hidden, by itself or in a group that one entry describes."""
    return any(one.hidden and (one.min or 0) <= column <= (one.max or 0) for one in sheet.column_dimensions.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_file_shows_a_code_or_speaks_as_a_page(kept: AllSheets, name: str) -> None:
    for body in kept.bodies:
        assert [words for words in seen(name, body.files[name]) if OURS.search(words)] == [], body.body.id


def test_codes_and_pages_are_really_found() -> None:
    for words in (
        "Khoản 1 Điều 11 d11.k1.1",
        "d24.1",
        "[co-quan-don-vi]",
        "Trang này giới thiệu",
        "gợi ý do trang đặt",
    ):
        assert OURS.search(words), words
    for words in ("Trang tính này tự lấy", "Khoản 1 Điều 11", "số 12-BC/HU", "2020 - 2025"):
        assert not OURS.search(words), words


def test_the_archive_holds_everything(kept: AllSheets) -> None:
    archive = zipfile.ZipFile(io.BytesIO(kept.bundles["tat-ca.zip"]))
    assert archive.testzip() is None
    expected = {f"{body.body.id}/{name}" for body in kept.bodies for name in NAMES}
    assert set(archive.namelist()) == {"tat-ca.pdf", *expected}
    pages = sum(len(PdfReader(io.BytesIO(body.files[NAMES[3]])).pages) for body in kept.bodies)
    assert len(PdfReader(io.BytesIO(kept.bundles["tat-ca.pdf"])).pages) == pages


def test_office_files_are_written_in_one_thread(
    duties: Duties, setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two threads that make XML share lxml's table of names without a lock: one build in some hundreds crashed."""
    threads: dict[str, set[int]] = defaultdict(set)

    def writer(name: str) -> Callable[[Sheet], bytes]:
        def write(_: Sheet) -> bytes:
            threads[name].add(get_ident())
            return b""

        return write

    monkeypatch.setattr(files, "writers", lambda _: {name: writer(name) for name in NAMES})
    monkeypatch.setattr(files, "write_sheet", lambda *_: b"")
    files.all_sheets(duties, setup, tmp_path)
    assert sorted(threads) == NAMES
    for name in NAMES:
        assert (threads[name] == {get_ident()}) == (not name.endswith(".pdf")), name
