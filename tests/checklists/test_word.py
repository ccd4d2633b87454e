"""The Word sheets, opened again with python-docx, lxml and LibreOffice."""

import io
import re
import shutil
import subprocess
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table
from lxml import etree
from pypdf import PdfReader

from quyche.checklists import paper
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup, load_setup
from quyche.checklists.word.making import STYLE_IDS, make_template
from quyche.checklists.word.names import FOOT_MARKER, Marker, Style
from quyche.checklists.word.template import template_faults
from quyche.checklists.word.writing import write_word
from quyche.duties.assignment import Duties
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HOSTILE = '=HYPERLINK("http://x") </w:t></w:r><w:p> &amp; <![CDATA[ #import "x" *_$ [[nhiệm vụ]] {province} \\1 %s ]]>'
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex text checkbox",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "styles": "docDefaults latentStyles style",
}
"""The order of children that Word's schema demands; LibreOffice and python-docx do not mind another, Word does."""


@pytest.fixture(scope="session")
def setup(project: Path, ours: Index) -> Setup:
    return load_setup(project / "checklists", ours)


@pytest.fixture(scope="session")
def duties(ours: Index) -> Duties:
    return Duties(ours)


Make = Callable[..., Checklist]


@pytest.fixture(scope="session")
def make(ours: Index, duties: Duties, setup: Setup) -> Make:
    """Return what makes the checklist of a body, by its id; ``letterhead`` is the id of one."""

    def one(body: str, letterhead: str | None = None, **choices: object) -> Checklist:
        if letterhead:
            heads = {head.id: head for head in setup.letterheads_of(body)}
            choices |= {"letterhead": heads[letterhead], "header": "letterhead"}
        return build_checklist(duties, setup, ours.bodies[body], **choices)  # type: ignore[arg-type]  # each test knows them

    return one


@pytest.fixture(scope="session")
def all_checklists(ours: Index, duties: Duties, setup: Setup) -> list[Checklist]:
    return [
        build_checklist(duties, setup, body, header=header)
        for body in checklist_bodies(ours)
        for header in ("annex", "letterhead")
    ]


@pytest.fixture(scope="session")
def template(project: Path) -> bytes:
    return (project / "checklists" / "template.docx").read_bytes()


def opened(data: bytes) -> DocumentObject:
    return Document(io.BytesIO(data))


def saved(document: DocumentObject) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def duty_rows(document: DocumentObject) -> list[list[list[str]]]:
    """Return the lines of parts I to III: of each cell the words of its paragraphs."""
    return [
        [[paragraph.text for paragraph in cell.paragraphs] for cell in row.cells]
        for table in document.tables
        if table.rows[0].cells[0].text == "TT"
        for row in table.rows[1:]
    ]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def controls(document: DocumentObject) -> Iterator[tuple[str, etree._Element]]:
    for control in document.element.body.iter(qn("w:sdt")):
        yield child(child(control, "w:sdtPr"), "w:tag").get(qn("w:val"), ""), control


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Return the parts of an office file; how tightly they are packed is up to the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def child(element: etree._Element, tag: str) -> etree._Element:
    found = element.find(qn(tag))
    assert found is not None
    return found


def words_of(control: etree._Element) -> str:
    return "".join(text.text or "" for text in control.iter(qn("w:t")))


def everything(document: DocumentObject) -> str:
    """Return all words, those in controls too."""
    return "\n".join(words_of(paragraph) for paragraph in document.element.body.iter(qn("w:p")))


def misplaced(data: bytes) -> list[str]:
    """Return where the children of an element do not stand in the order of the schema."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            for element in etree.fromstring(archive.read(name)).iter(etree.Element):
                tag = etree.QName(element).localname
                names = [etree.QName(child).localname for child in element.iterchildren(etree.Element)]
                if tag in ORDER:
                    order = ORDER[tag].split()
                    places = [order.index(child) if child in order else -1 for child in names]
                    if -1 in places or places != sorted(places):
                        found.append(f"{name}: {tag}: {names}")
                if tag == "tc" and (len(names) < 2 or names[-1] != "p"):
                    found.append(f"{name}: a cell must end in a paragraph: {names}")
                if tag == "body" and ("tbl", "tbl") in pairwise(names):
                    found.append(f"{name}: Word joins tables that touch")
    return found


# The template


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
        "dấu chỗ [[theo kỳ]] có ở 2 nơi",
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
    openpyxl = pytest.importorskip("openpyxl")
    target = io.BytesIO()
    openpyxl.Workbook().save(target)
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


# The sheet


def test_the_lines_agree_one_by_one_with_the_checklist(all_checklists: list[Checklist], template: bytes) -> None:
    for checklist in all_checklists:
        rows = duty_rows(opened(write_word(checklist, template)))
        assert len(rows) == len(checklist.requirements)
        for row, requirement in zip(rows, checklist.requirements, strict=True):
            assert row[0] == [str(requirement.number), requirement.id]
            assert row[1] == [requirement.quote]
            assert plain(" ".join(row[2])) == requirement.citation
            assert row[3] == [paper.period_words(requirement)]
            assert row[5][0] == paper.evidence_hint(requirement)
            assert [plain(words).strip() for words in row[6]] == [state.short_label for state in checklist.scale.states]


def test_every_sheet_has_children_in_words_order(all_checklists: list[Checklist], template: bytes) -> None:
    for checklist in all_checklists:
        pointed = checklist.model_copy(update={"form": checklist.form.model_copy(update={"points": True})})
        assert misplaced(write_word(pointed, template)) == [], checklist.body


def test_the_order_is_really_checked(template: bytes) -> None:
    document = opened(template)
    properties = document.add_paragraph("x", Style.CELL)._p.get_or_add_pPr()  # noqa: SLF001 -- the element itself
    properties.append(properties.makeelement(qn("w:keepNext")))
    properties.insert(0, properties.makeelement(qn("w:jc")))
    document.add_table(1, 1).rows[0].cells[0]._tc.remove(  # noqa: SLF001 -- the element itself
        document.tables[0].rows[0].cells[0].paragraphs[0]._p  # noqa: SLF001 -- the element itself
    )
    assert len(misplaced(saved(document))) == 2


def test_every_line_can_be_filled_by_its_tags(make: Make, template: bytes) -> None:
    checklist = make("ubnd-huyen")
    document = opened(write_word(checklist, template))
    tags = Counter(tag for tag, _ in controls(document))
    states = [state.id for state in checklist.scale.states]
    lines = {
        f"{line.id}:{field}" for line in checklist.requirements for field in (*states, "result", "evidence", "note")
    }
    parts = {
        f"{part}:{field}" for part in ("own", "group", "common", "all") for field in (*states, "assessed", "share")
    }
    remarks = {f"remarks:{field}" for field in ("limits", "causes", "praise", "requests", "opinion")}
    log = {
        f"{task.duties[0]}/{number}:{field}"
        for task in checklist.log
        for number in range(1, len(task.occasions) + 1)
        for field in ("due", "date", "document", "note")
    }
    assert set(tags) == lines | parts | remarks | log | {"unit", "year", "rating"}
    assert {tag for tag, count in tags.items() if count > 1} <= {"unit", "year"}
    assert max(map(len, tags)) <= 64


def test_controls_are_uniform(make: Make, template: bytes) -> None:
    states = {state.id for state in make("ubnd-huyen").scale.states}
    for tag, control in controls(opened(write_word(make("ubnd-huyen"), template))):
        properties, content = child(control, "w:sdtPr"), list(child(control, "w:sdtContent"))
        assert [piece.tag for piece in content] == [qn("w:r")]
        assert [piece.tag for piece in content[0]][-1:] == [qn("w:t")]
        box = properties.find(f"{W14}checkbox")
        is_answer = "." in tag and tag.partition(":")[2] in states
        assert (box is not None) == is_answer
        if box is not None:
            assert [checked.get(f"{W14}val") for checked in box.iter(f"{W14}checked")] == ["0"]
            assert words_of(control) == "☐"
        else:
            assert properties.find(qn("w:text")) is not None
            assert properties.find(qn("w:showingPlcHdr")) is not None
            assert not words_of(control).strip("\u00a0…")


def test_unit_year_and_place_are_printed_and_blank_without_them(make: Make, template: bytes) -> None:
    names = {"unit": 'Ủy ban nhân dân xã "A & B" <C>', "year": 2026}
    document = opened(write_word(make("ubnd-huyen", **names), template))
    filled = [(tag, words_of(control)) for tag, control in controls(document) if tag in names]
    assert Counter(filled) == {("unit", str(names["unit"])): 2, ("year", "2026"): 1}
    assert "PHIẾU TỰ ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN CÔNG TÁC DÂN VẬN NĂM 2026" in everything(document)
    blank = everything(opened(write_word(make("ubnd-huyen"), template)))
    assert "NĂM ………" in blank
    assert "2026" not in blank


def test_header_rows_repeat_and_no_row_is_cut(make: Make, template: bytes) -> None:
    document = opened(write_word(make("ubnd-huyen"), template))
    heads = [words_of(head.getparent().getparent())[:2] for head in document.element.body.iter(qn("w:tblHeader"))]
    assert heads == ["TT", "TT", "TT", "Vi", "Ph"]
    rows = list(document.element.body.iter(qn("w:tr")))
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_a_row_taller_than_a_page_may_break(make: Make, template: bytes) -> None:
    long = _tall(make("van-phong-huyen-uy"))
    rows = [
        row for row in opened(write_word(long, template)).element.body.iter(qn("w:tr")) if len(words_of(row)) > 5000
    ]
    assert rows
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None for row in rows)


def test_points_add_three_columns(make: Make, template: bytes) -> None:
    checklist = make("ubnd-huyen")
    part = checklist.parts[0]
    first = part.blocks[0].requirements[0].model_copy(update={"points": 12})
    block = part.blocks[0].model_copy(update={"requirements": (first, *part.blocks[0].requirements[1:])})
    part = part.model_copy(update={"blocks": (block, *part.blocks[1:])})
    form = checklist.form.model_copy(update={"points": True})
    pointed = checklist.model_copy(update={"form": form, "parts": (part, *checklist.parts[1:])})
    document = opened(write_word(pointed, template))
    rows = duty_rows(document)
    assert {len(row) for row in rows} == {11}
    assert [row[7] for row in rows[:2]] == [["12"], [""]]
    tags = {tag for tag, _ in controls(document)}
    assert {f"{line.id}:{field}" for line in pointed.requirements for field in ("self", "reviewer")} <= tags


def test_an_empty_part_keeps_its_number_and_says_so(make: Make, template: bytes) -> None:
    words = everything(opened(write_word(make("van-phong-huyen-uy"), template)))
    assert "II. NHIỆM VỤ THEO NHÓM\n" + paper.empty_part() in words


def test_log_totals_remarks_and_opinion_are_there(all_checklists: list[Checklist], template: bytes) -> None:
    for checklist in all_checklists:
        document = opened(write_word(checklist, template))
        tables = {table.rows[0].cells[0].text: table for table in document.tables}
        log = [row.cells for row in tables["Việc"].rows[1:]]
        expected = [(plain(task.citation), task.task, when) for task in checklist.log for when in task.occasions]
        for cells, (citation, task, occasion) in zip(log, expected, strict=True):
            assert plain(cells[0].text).startswith(f"{citation}. {task}")
            assert cells[1].text == occasion
        counts = [row.cells[1].text for row in tables["Phần"].rows[1:]]
        assert counts == [str(len(part.requirements)) for part in checklist.parts] + [str(len(checklist.requirements))]
        words = everything(document)
        for heading, _ in paper.later_headings():
            assert heading in words
        for heading in (
            *paper.remark_headings(checklist),
            paper.reviewer_line(),
            checklist.rating,
            paper.share_words(checklist.scale),
        ):
            assert heading in words


def test_letterheads_follow_their_families(make: Make, template: bytes) -> None:
    party = everything(opened(write_word(make("ban-thuong-vu-thuong-truc-huyen-uy", "huyen-uy"), template)))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "CỘNG HÒA" not in party
    assert re.search(r"^Số +-BC/HU$", party, re.MULTILINE)
    assert "\n*\n" in party
    assert "T/M BAN THƯỜNG VỤ\nBÍ THƯ\n" in party
    assert "PHIẾU TỰ ĐÁNH GIÁ\nkết quả thực hiện công tác dân vận năm ………\n-----" in party
    state = everything(opened(write_word(make("ubnd-huyen", "ubnd-huyen"), template)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in state
    assert re.search(r"^Số: +/BC-UBND$", state, re.MULTILINE)
    assert "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n" in state
    assert "Nơi nhận:\n- Như trên;\n" in state
    youth = everything(opened(write_word(make("to-chuc-chinh-tri-xa-hoi", "huyen-doan"), template)))
    assert "ĐOÀN TNCS HỒ CHÍ MINH" in youth
    assert "\n***\n" in youth


def test_the_feet_say_what_the_sheet_is(make: Make, template: bytes) -> None:
    checklist = make("ubnd-huyen")
    section = opened(write_word(checklist, template)).sections[0]
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == f"{paper.foot_line(checklist)} [ubnd-huyen]"


def test_properties_tell_which_regulation_and_no_clock(make: Make, template: bytes) -> None:
    checklist = make("ubnd-huyen")
    properties = opened(write_word(checklist, template)).core_properties
    assert properties.identifier == f"{checklist.regulation.id}/ubnd-huyen/1"
    assert properties.version == f"{checklist.regulation.version} {checklist.regulation.sha256}"
    assert properties.language == "vi-VN"
    as_of = datetime.combine(checklist.document_date, datetime.min.time(), UTC)
    assert properties.created == properties.modified == as_of


def test_twice_the_same_bytes(make: Make, template: bytes) -> None:
    assert write_word(make("ubnd-huyen"), template) == write_word(make("ubnd-huyen"), template)
    assert make_template() == make_template()


def test_the_longest_sheet_is_quick(make: Make, template: bytes) -> None:
    checklist = make("ubnd-huyen")

    def seconds() -> float:
        start = time.process_time()
        write_word(checklist, template)
        return time.process_time() - start

    assert min(seconds() for _ in range(5)) < 0.12


def _with_quote(checklist: Checklist, quote: str) -> Checklist:
    """Return ``checklist`` with ``quote`` for every quote, and wherever else words come from outside."""
    parts = []
    for part in checklist.parts:
        blocks = []
        for block in part.blocks:
            lines = [
                line.model_copy(update={"quote": quote, "evidence": (quote[:200],), "via": quote[:60]})
                for line in block.requirements
            ]
            blocks.append(block.model_copy(update={"requirements": tuple(lines)}))
        parts.append(part.model_copy(update={"blocks": tuple(blocks)}))
    return checklist.model_copy(update={"parts": tuple(parts)})


def _tall(checklist: Checklist) -> Checklist:
    """Return ``checklist`` with 5,000 letters in each line of its first provision."""
    first = checklist.parts[0]
    cut = checklist.model_copy(update={"parts": (first.model_copy(update={"blocks": first.blocks[:1]}),)})
    tall = _with_quote(cut, "Chữ dài " * 624 + "cuối cùng").parts[0]
    part = first.model_copy(update={"blocks": (*tall.blocks, *first.blocks[1:])})
    return checklist.model_copy(update={"parts": (part, *checklist.parts[1:])})


def _hostile(checklist: Checklist) -> Checklist:
    hostile = _with_quote(checklist, HOSTILE)
    log = tuple(task.model_copy(update={"task": HOSTILE, "recipients": HOSTILE}) for task in checklist.log)
    letterhead = checklist.letterhead.model_copy(update={"issuer": (HOSTILE,), "copies": (HOSTILE,)})
    states = tuple(
        state.model_copy(update={"label": f"{HOSTILE} {number}", "short": None, "definition": HOSTILE})
        for number, state in enumerate(checklist.scale.states)
    )
    return hostile.model_copy(
        update={
            "log": log,
            "letterhead": letterhead,
            "unit": HOSTILE,
            "body_name": HOSTILE,
            "title": HOSTILE,
            "scale": checklist.scale.model_copy(update={"states": states}),
        }
    )


@pytest.mark.parametrize("letterhead", [None, "van-phong"])
def test_hostile_words_are_words(make: Make, template: bytes, letterhead: str | None) -> None:
    checklist = _hostile(make("van-phong-huyen-uy", letterhead))
    data = write_word(checklist, template)
    assert misplaced(data) == []
    document = opened(data)
    assert all(row[1] == [HOSTILE] for row in duty_rows(document))
    assert {words_of(control) for tag, control in controls(document) if tag == "unit"} == {HOSTILE}
    assert document.core_properties.title == f"{HOSTILE} năm ……… – {HOSTILE}"[:255]
    titles = [title.get(qn("w:val")) or "" for title in document.element.body.iter(qn("w:alias"))]
    assert max(map(len, titles)) <= 64


# An office's own template


def office_template(template: bytes) -> bytes:
    """Return what an office might make of ours: other fonts, margins, ids and texts, and a page upright before it."""
    document = opened(template)
    for style in document.styles.element.iter(qn("w:style")):  # Word gives ids of its own
        if style.get(qn("w:styleId")) in STYLE_IDS.values():
            style.set(qn("w:styleId"), style.get(qn("w:styleId")) + "1")
    document.styles[Style.CELL].font.name, document.styles[Style.CELL].font.size = "Arial", Pt(11)
    section = document.sections[0]
    section.left_margin, section.right_margin, section.gutter = Mm(25), Mm(20), Mm(5)
    paragraphs = document.paragraphs
    paragraphs[0].insert_paragraph_before("ĐOÀN KIỂM TRA SỐ 1")
    marker = paragraphs[3]
    marker.runs[0].text = "  [["
    for words in (unicodedata.normalize("NFD", "Nhiệm"), "  vụ]] "):  # as split and spelt on another machine
        marker.add_run(words)
    table = document.add_table(1, 1)
    table.rows[0].cells[0].text = "Bảng của cơ quan"
    paragraphs[0]._p.addprevious(table._tbl)  # noqa: SLF001 -- the element itself
    paragraphs[-1].insert_paragraph_before("Chữ trước chữ ký")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Trang sau")
    return saved(document)


def test_an_offices_own_template_is_used(make: Make, template: bytes) -> None:
    own = office_template(template)
    assert template_faults(own, "mau.docx") == ()
    for letterhead in (None, "ubnd-huyen"):
        checklist = make("ubnd-huyen", letterhead)
        data = write_word(checklist, own)
        assert misplaced(data) == []
        document = opened(data)
        assert [row[1] for row in duty_rows(document)] == [[line.quote] for line in checklist.requirements]
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


# Printed by LibreOffice


def test_libreoffice_prints_every_line(make: Make, setup: Setup, template: bytes, tmp_path: Path) -> None:
    """One run for all files, as starting takes long: the longest, the shortest, each family's letterhead, odd ones."""
    families = {head.family: make(head.bodies[0], head.id) for head in reversed(setup.letterheads.letterheads)}
    sheets = {
        "longest": (make("ubnd-huyen"), template),
        "shortest": (make("ban-to-chuc-huyen-uy"), template),
        "office": (make("ubnd-huyen", unit="UBND xã", year=2026), office_template(template)),
        "hostile": (_hostile(make("van-phong-huyen-uy")), template),
        "tall": (_tall(make("ban-to-chuc-huyen-uy")), template),
        **{family: (checklist, template) for family, checklist in families.items()},
    }
    for name, (checklist, used) in sheets.items():
        (tmp_path / f"{name}.docx").write_bytes(write_word(checklist, used))
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path / "pdf"),
            *sorted(str(path) for path in tmp_path.glob("*.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, (checklist, _) in sheets.items():
        pages = [page.extract_text() for page in PdfReader(tmp_path / "pdf" / f"{name}.pdf").pages]
        words = "\n".join(pages)
        codes = re.findall(r"^(d\d+(?:\.[kpm]?\d+)*)$", words.replace(" ", "\n"), re.MULTILINE)
        assert [code for code in codes if code in {line.id for line in checklist.requirements}] == [
            line.id for line in checklist.requirements
        ], name
        if name == "hostile":
            continue
        assert not re.match(r"\s*\d+\s*\n", pages[0]), "no number on the first page"
        assert all(
            re.search(rf"^\s*{number}\s*$", page, re.MULTILINE)
            for number, page in enumerate(pages[1:], 2)
            if name != "office"
        )
        assert all("không thay thế Quy chế" in page for page in pages), name
        assert "NGƯỜI LẬP PHIẾU" in words
        for page in pages:  # never the signatures alone
            assert "NGƯỜI LẬP PHIẾU" not in page or "VII. Ý KIẾN" in page or name == "office"
        for page in pages:  # the head of the table on every page that holds lines
            if any(re.search(rf"(?m)^{re.escape(line.id)}\b", page) for line in checklist.requirements):
                assert "nguyên văn" in page
