"""An office's own template: other fonts, margins, ids, pages."""

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table

from quyche.checklists.word.names import FOOT_MARKER
from quyche.checklists.word.writing import write_word
from tests.checklists.word.making import Make, office_template, template_faults
from tests.checklists.word.reading import duty_rows, everything, misplaced, opened, saved


def test_an_offices_own_template_is_used(make: Make, template: bytes) -> None:
    own = office_template(template)
    assert template_faults(own, "mau.docx") == ()
    for letterhead in (None, "ubnd-huyen"):
        sheet = make("ubnd-huyen", letterhead)
        data = write_word(sheet, own)
        assert misplaced(data) == []
        document = opened(data)
        assert [row[1] for row in duty_rows(document)] == [[line.line] for line in sheet.rows]
        styles = {style.style_id for style in document.styles}
        used = {style.get(qn("w:val")) for style in document.element.body.iter(qn("w:pStyle"))}
        assert used <= styles
        words = everything(document)
        assert words.index("ĐOÀN KIỂM TRA SỐ 1") < words.index("I. NHIỆM VỤ RIÊNG") < words.index("Chữ trước chữ ký")
        assert words.index("Chữ trước chữ ký") < words.index("NGƯỜI LẬP PHIẾU") < words.index("Trang sau")
        assert "[[" not in words
        assert len(document.sections) == 2
        (wide,) = {_width(table) for table in document.tables if table.rows[0].cells[0].text == "TT"}
        assert abs(wide / Mm(1) - 247) < 1


def _width(table: Table) -> int:
    return sum(column.width or 0 for column in table.columns)


def test_a_narrow_upright_page_elsewhere_is_no_fault(template: bytes) -> None:
    document = opened(template)
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.page_width, section.page_height = Mm(210), Mm(297)
    assert template_faults(saved(document), "mau.docx") == ()


def test_even_pages_need_their_foot_too(template: bytes) -> None:
    document = opened(template)
    document.settings.odd_and_even_pages_header_footer = True
    (fault,) = template_faults(saved(document), "mau.docx")
    assert fault.id == FOOT_MARKER
    assert "trang chẵn" in fault.message
    document.sections[0].even_page_footer.paragraphs[0].text = FOOT_MARKER
    assert template_faults(saved(document), "mau.docx") == ()
