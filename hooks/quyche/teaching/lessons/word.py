"""The plan of a lesson (giáo án) as a Word document: A4, the margins and letters of Nghị định 30/2020/NĐ-CP."""

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quyche.archive import frozen
from quyche.regulation.citations import citation
from quyche.regulation.index import Index
from quyche.teaching.lessons.model import Lesson, ReviewQuestion
from quyche.teaching.lessons.slides import citation_line, deck, describe
from quyche.vietnamese.letters import lower_first

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

FONT = "Times New Roman"
PAGE, MARGINS = (210, 297), {"left": 30, "right": 15, "top": 20, "bottom": 20}
"""Millimetres."""
COLUMNS = {
    "Thời gian": 19,
    "Nội dung, trang chiếu": 56,
    "Hoạt động của giảng viên": 50,
    "Hoạt động của học viên": 40,
}


def write_plan(lesson: Lesson, index: Index) -> bytes:
    """Return the plan of ``lesson`` as a DOCX, the same twice, byte for byte."""
    document = Document()
    _page(document, index)
    _paragraph(document, f"GIÁO ÁN BÀI {lesson.number}", bold=True, centre=True)
    _paragraph(document, lesson.title, bold=True, centre=True, size=16)
    _paragraph(document, lesson.lede, italic=True, centre=True)
    _facts(document, lesson, index)
    _heading(document, "I. Mục tiêu")
    for name, aims in (
        ("Kiến thức", lesson.aims.knowledge),
        ("Kỹ năng", lesson.aims.skills),
        ("Thái độ", lesson.aims.attitude),
    ):
        _paragraph(document, f"{name}:", bold=True)
        _items(document, aims)
    _heading(document, "II. Phương pháp, tài liệu, phương tiện")
    _items(document, (*lesson.methods, *(f"{material.words.rstrip('.')}." for material in lesson.materials)))
    _heading(document, f"III. Tiến trình ({lesson.minutes} phút)")
    _steps(document, lesson, index)
    _heading(document, "IV. Củng cố")
    _items(document, lesson.wrap_up.points)
    _heading(document, "V. Câu hỏi ôn, đáp án")
    for number, question in enumerate(lesson.wrap_up.questions, 1):
        _question(document, question, number, index)
    _heading(document, "VI. Lời giảng theo trang chiếu")
    for number, slide in enumerate(deck(lesson, index), 1):
        _paragraph(document, f"Trang {number}. {slide.title} ({slide.citation})", bold=True, keep=True)
        for quote in slide.quotes:
            _paragraph(document, f"Nguyên văn {citation(index.place[quote.provision])}: “{quote.words}”", italic=True)
        for words in slide.notes:
            _paragraph(document, words)
    describe(document.core_properties, f"Giáo án bài {lesson.number}. {lesson.title}", index)
    document.core_properties.comments = ""
    target = io.BytesIO()
    document.save(target)
    return frozen(target.getvalue())


def _page(document: "WordDocument", index: Index) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    for side, size in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(size))
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(13)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for letters in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(letters), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.rPr.append(language)
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _page_number(number)
    regulation = index.regulation
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        run = foot.add_run(f"{regulation.title}. {regulation.status.print_line} Giáo án do ban biên tập soạn.")
        run.font.size = Pt(9)


def _page_number(paragraph: "Paragraph") -> None:
    for kind in ("begin", None, "end"):
        run = paragraph.add_run()._r  # noqa: SLF001 -- a field has no public way
        if kind is None:
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run.append(code)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)


def _facts(document: "WordDocument", lesson: Lesson, index: Index) -> None:
    rows = (
        ("Thời gian", f"{lesson.minutes} phút"),
        ("Đối tượng", lesson.audience),
        ("Văn bản", f"{index.regulation.title} ({lower_first(index.regulation.status.label)})"),
        ("Căn cứ", deck(lesson, index)[0].citation),
    )
    table = _table(document, (35, 130))
    for name, words in rows:
        cells = _row(table).cells
        _fill(cells[0], name, bold=True)
        _fill(cells[1], words)


def _steps(document: "WordDocument", lesson: Lesson, index: Index) -> None:
    table = _table(document, tuple(COLUMNS.values()))
    head = _row(table)
    for cell, name in zip(head.cells, COLUMNS, strict=True):
        _fill(cell, name, bold=True)
    repeated = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 -- no public way
    number = 1  # the title
    for step in lesson.steps:
        cells = _row(table).cells
        _fill(cells[0], f"{step.minutes} phút")
        _fill(cells[1], step.title, bold=True)
        for slide in step.slides:
            number += 1
            line = citation_line(slide.provisions, index)
            _run(cells[1].add_paragraph(), f"Trang {number}. {slide.title} ({line})", size=12)
        _fill(cells[2], step.lecturer)
        _fill(cells[3], step.learners)
    cells = _row(table).cells
    _fill(cells[0], f"{lesson.wrap_up.minutes} phút")
    _fill(cells[1], "Củng cố, câu hỏi ôn", bold=True)
    _fill(cells[2], "Nhắc lại các ý chính; nêu từng câu hỏi, chữa theo nguyên văn.")
    _fill(cells[3], "Trả lời, đọc đúng điều khoản làm căn cứ.")
    cells = _row(table).cells
    _fill(cells[0], f"{lesson.minutes} phút", bold=True)
    _fill(cells[1].merge(cells[3]), "Cộng", bold=True)
    for row in table.rows:
        row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))  # noqa: SLF001 -- no public way


def _question(document: "WordDocument", question: ReviewQuestion, number: int, index: Index) -> None:
    _paragraph(document, f"Câu {number}. {question.question}", bold=True, keep=True)
    _paragraph(document, f"Đáp án: {question.answer} ({citation_line(question.provisions, index)})")
    for quote in question.quotes:
        _paragraph(document, f"Nguyên văn {citation(index.place[quote.provision])}: “{quote.words}”", italic=True)


def _table(document: "WordDocument", widths: tuple[int, ...]) -> "Table":
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _row(table: "Table") -> "_Row":
    row: _Row = table.add_row()  # type: ignore[no-untyped-call] # python-docx forgot
    return row


def _heading(document: "WordDocument", words: str) -> None:
    paragraph = _paragraph(document, words, bold=True, size=14, keep=True)
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(level)  # noqa: SLF001 -- no public way
    paragraph.paragraph_format.space_before = Pt(12)


def _items(document: "WordDocument", items: tuple[str, ...]) -> None:
    for words in items:
        _paragraph(document, f"- {words}")


def _paragraph(  # noqa: PLR0913 -- looks, all by name
    document: "WordDocument",
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    centre: bool = False,
    keep: bool = False,
    size: float | None = None,
) -> "Paragraph":
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.space_after = Pt(6)
    paragraph.paragraph_format.keep_with_next = keep
    run = _run(paragraph, words, size=size)
    run.bold, run.italic = bold, italic
    return paragraph


def _fill(cell: "_Cell", words: str, *, bold: bool = False) -> None:
    _run(cell.paragraphs[0], words, size=12).bold = bold


def _run(paragraph: "Paragraph", words: str, *, size: float | None = None) -> "Run":
    run = paragraph.add_run(words)
    if size:
        run.font.size = Pt(size)
    return run
