"""Its sheets: PDF, Word, Excel, ODS, opened again by other libraries, with its scale, points and letterhead."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from quyche.checklists.setup import Setup
from quyche.cli import main
from tests.checklists.excel.reading import opened
from tests.checklists.formats.workbooks import ods_cells
from tests.poppler import text_of
from tests.site.building import Site

BODIES = ("ban-quan-tri", "ban-kiem-soat", "to-thuy-nong", "doi-may-keo")
THEIRS = ("Trọn vẹn", "Dở dang", "Được miễn")
SHARE = "Số tính tỷ lệ = số nhiệm vụ đã đánh giá trừ số được miễn. Tỷ lệ = trọn vẹn : số tính tỷ lệ × 100."

Read = Callable[[bytes], str]


def pdf_words(data: bytes) -> str:
    return " ".join(text_of(data, "-raw").split())


def word_words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    paragraphs = ("".join(map(str, paragraph.xpath(".//w:t/text()"))) for paragraph in document.element.xpath("//w:p"))
    return " ".join(" ".join(paragraphs).split())


def excel_words(data: bytes) -> str:
    book = opened(data)
    return " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)


def ods_words(data: bytes) -> str:
    return " ".join(words for row in ods_cells(data) for words in row)


FORMATS = [
    ("phieu-tu-danh-gia.pdf", pdf_words),
    ("phieu-tu-danh-gia.docx", word_words),
    ("phieu-tu-danh-gia.xlsx", excel_words),
    ("phieu-tu-danh-gia.ods", ods_words),
]


@pytest.fixture(scope="module")
def our_answers(setup: Setup) -> list[str]:
    """Return the answers of our own scale, which no sheet of another regulation may hold."""
    states = setup.checklist.scale.states
    return [word for state in states for word in {state.label, state.short_label, state.label.lower()}]


@pytest.mark.parametrize(("name", "read"), FORMATS)
@pytest.mark.parametrize("body", BODIES)
def test_every_sheet_has_its_lines_and_its_scale_and_nothing_of_ours(
    second_site: Site, our_answers: list[str], body: str, name: str, read: Read
) -> None:
    found = read((second_site.folder / "tu-danh-gia" / body / name).read_bytes())
    for words in (*THEIRS, SHARE, "cử người gác kênh ban đêm", "Phiếu chấm việc giữ kênh, chia nước"):
        assert words.lower() in found.lower(), words
    assert [word for word in our_answers if word in found] == []


@pytest.mark.parametrize(("name", "read"), FORMATS)
def test_points_are_printed_where_the_regulation_gives_them(second_site: Site, name: str, read: Read) -> None:
    found = read((second_site.folder / "tu-danh-gia" / "to-thuy-nong" / name).read_bytes())
    assert "điểm" in found.lower()
    assert "9" in found.split()


@pytest.mark.parametrize(("name", "read"), FORMATS)
def test_the_letterhead_is_its_own(
    second_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, read: Read
) -> None:
    monkeypatch.chdir(second_site.project)
    arguments = ["--letterhead", "cac-ban", "--commune", "Đồng Sen", "--year", "2025", "--output", str(tmp_path)]
    assert main(["checklist", "ban-quan-tri", *arguments]) == 0
    found = read((tmp_path / name).read_bytes())
    for words in ("ĐOÀN KẾT - CẦN CÙ - SẠCH NƯỚC", "BAN CỦA XÃ ĐỒNG SEN", "/PC-HTX", "TRƯỞNG BAN"):
        assert words in found, words
    for words in ("CỘNG HÒA", "ĐẢNG CỘNG SẢN"):
        assert words not in found
