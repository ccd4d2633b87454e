"""The template of the Word sheets: what it holds, what it may not lack."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from openpyxl.workbook import Workbook

from quyche.checklists.word.names import Marker, Style
from quyche.checklists.word.writing import write_word
from quyche.regulation.faults import DataError
from tests.checklists.word.making import Make, template_faults
from tests.checklists.word.reading import members, misplaced, opened, saved
from tests.template import make_template


def test_the_committed_template_is_the_one_that_the_code_makes(template: bytes) -> None:
    assert members(template) == members(make_template())
    assert template_faults(template, "template.docx") == ()
    assert misplaced(template) == []


def test_the_template_is_a4_landscape_in_vietnamese_times(template: bytes) -> None:
    document = opened(template)
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin, section.top_margin)
    assert [round(size / Mm(1)) for size in (*sizes, section.bottom_margin) if size] == [297, 210, 30, 15, 20, 20]
    assert section.different_first_page_header_footer
    assert "PAGE" in "".join(section.header._element.itertext())  # noqa: SLF001 -- the element itself
    assert section.first_page_header.paragraphs[0].text == ""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"
    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"
    modes = [
        setting.get(qn("w:val"))
        for setting in document.settings.element.iter(qn("w:compatSetting"))
        if setting.get(qn("w:name")) == "compatibilityMode"
    ]
    assert modes == ["15"]


@pytest.mark.parametrize("marker", Marker)
def test_a_template_without_a_marker_is_refused_by_its_name(template: bytes, marker: Marker) -> None:
    document = opened(template)
    for paragraph in document.paragraphs:
        if paragraph.text == marker:
            paragraph.runs[0].text = f"Xem {marker} ở dưới"
    (fault,) = template_faults(saved(document), "mau.docx")
    assert fault.file == "mau.docx"
    assert f"thiếu dấu chỗ {marker}" in fault.message
    assert "đoạn riêng" in fault.allowed


@pytest.mark.parametrize("style", Style)
def test_a_template_without_a_style_is_refused_by_its_name(template: bytes, style: Style) -> None:
    document = opened(template)
    document.styles[style].name = "Khác"
    (fault,) = template_faults(saved(document), "mau.docx")
    assert f"thiếu kiểu chữ “{style}”" in fault.message


def test_a_style_of_letters_is_no_style_of_paragraphs(template: bytes) -> None:
    document = opened(template)
    document.styles[Style.CELL].element.set(qn("w:type"), "character")
    assert [fault.id for fault in template_faults(saved(document), "mau.docx")] == [Style.CELL]


def test_all_that_a_template_lacks_is_told_at_once(template: bytes, make: Make) -> None:
    document = opened(template)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for foot in (section.footer, section.first_page_footer):
        foot.paragraphs[0].text = "Chân trang"
    document.paragraphs[0].text = "[[dau phieu]]"
    document.add_paragraph(Marker.LOG)
    document.styles[Style.HINT].delete()
    data = saved(document)
    assert {fault.message for fault in template_faults(data, "mau.docx")} == {
        "thiếu dấu chỗ [[đầu phiếu]]",
        "dấu chỗ [[theo kỳ]] có ở 2 chỗ",
        "không có dấu chỗ nào tên là [[dau phieu]]",
        "thiếu kiểu chữ “Phiếu gợi ý”",
        "vùng chữ rộng 165 mm, hẹp hơn 240 mm",
        "chân các trang thiếu dấu chỗ [[chân phiếu]]",
        "chân trang đầu thiếu dấu chỗ [[chân phiếu]]",
    }
    with pytest.raises(DataError) as caught:
        write_word(make("ubnd-huyen"), data)
    assert len(caught.value.faults) == 7


def test_a_document_without_a_page_size_is_refused(template: bytes) -> None:
    document = opened(template)
    for size in list(document.element.body.iter(qn("w:pgSz"))):
        size.getparent().remove(size)
    assert [fault.message for fault in template_faults(saved(document), "x")] == ["không nêu khổ giấy hoặc lề"]


def test_a_marker_in_a_table_does_not_count(template: bytes) -> None:
    document = opened(template)
    document.paragraphs[1].text = ""
    document.add_table(1, 1).rows[0].cells[0].text = Marker.UNIT
    assert [fault.id for fault in template_faults(saved(document), "x")] == [Marker.UNIT]


def _spreadsheet() -> bytes:
    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


def _with_part(data: bytes, part: str, content: bytes | None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            if name != part:
                copy.writestr(name, source.read(name))
            elif content is not None:
                copy.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: b"",
        lambda _: b"%PDF-1.7",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old .doc",
        lambda data: data[: len(data) // 2],
        lambda data: data[:600] + b"\0" * 300 + data[900:],
        lambda _: _spreadsheet(),
        lambda data: _with_part(data, "word/document.xml", None),
        lambda data: _with_part(data, "word/document.xml", b"<w:document>"),
        lambda data: _with_part(data, "word/document.xml", b"<x/>"),
        lambda data: _with_part(data, "word/styles.xml", b"<x/>"),
        lambda data: _with_part(data, "[Content_Types].xml", None),
        lambda data: _with_part(data, "_rels/.rels", None),
    ],
)
def test_what_is_no_word_file_is_one_clear_fault(template: bytes, broken: Callable[[bytes], bytes]) -> None:
    (fault,) = template_faults(broken(template), "mau.docx")
    assert "không mở được như một tệp Word" in fault.message
    assert "Lưu thành" in fault.allowed
