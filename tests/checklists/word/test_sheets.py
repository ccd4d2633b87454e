"""The Word sheets, opened again with python-docx, lxml and LibreOffice."""

import re
from collections import Counter
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Row, Sheet
from quyche.checklists.word.names import Style
from quyche.checklists.word.writing import write_word
from quyche.vietnamese.letters import upper_first
from tests.checklists.making import answered, few, pointed
from tests.checklists.word.making import HOSTILE, Make, hostile, office_template, tall
from tests.checklists.word.reading import (
    W14,
    child,
    controls,
    duty_rows,
    everything,
    misplaced,
    opened,
    plain,
    saved,
    words_of,
)
from tests.libreoffice import converted
from tests.poppler import pages_of
from tests.template import make_template
from tests.timing import ratio, seconds, yardstick


@pytest.fixture(scope="module")
def documents(all_sheets: list[Sheet], template: bytes) -> list[tuple[Sheet, Document]]:
    """Return all sheets with their documents, for reading only."""
    return [(sheet, opened(write_word(sheet, template))) for sheet in all_sheets]


def test_the_lines_agree_one_by_one_with_the_checklist(
    documents: list[tuple[Sheet, Document]], checklists: dict[str, Checklist]
) -> None:
    for sheet, document in documents:
        rows = duty_rows(document)
        requirements = checklists[sheet.body].requirements
        assert len(rows) == len(requirements)
        for row, requirement in zip(rows, requirements, strict=True):
            told = (requirement.lead, requirement.quote, requirement.tail)
            assert row[:2] == [[str(requirement.number)], [" ".join(filter(None, told))]]
            assert plain(" ".join(row[2])) == requirement.citation
            inferred = upper_first(requirement.period_label).replace("(ban biên tập suy ra)", "(suy ra)")
            assert [plain(words) for words in row[3]] == [inferred or "–"]
            if requirement.same is None:
                assert row[5][0] == f"Gợi ý: {'; '.join(requirement.evidence)}"
            if requirement.counts:
                answers = [plain(words).strip() for words in row[6]]
                assert answers == [state.marked_label for state in sheet.scale.states]


def test_a_line_that_does_not_count_says_so_and_has_no_box(make: Make, template: bytes) -> None:
    for body in ("ubnd-huyen", "co-quan-tu-phap"):
        sheet = make(body)
        document = opened(write_word(sheet, template))
        tags = {tag for tag, _ in controls(document)}
        states = {state.id for state in sheet.scale.states}
        for row, line in zip(duty_rows(document), sheet.rows, strict=True):
            boxes = {tag for tag in tags if tag in {f"{line.id}:{state}" for state in states}}
            assert len(boxes) == (len(states) if line.counts else 0)
            assert (row[6] == [line.instead]) is not line.counts
            assert line.counts or line.instead.startswith(("Như dòng ", "Ghi số, ngày báo cáo năm"))
        assert not all(line.counts for line in sheet.rows)


def test_what_a_quote_does_not_go_without_stands_lighter(make: Make, template: bytes) -> None:
    document = opened(write_word(make("ban-dan-van-huyen-uy"), template))
    pale = [
        words_of(run)
        for run in document.element.body.iter(qn("w:r"))
        if any(color.get(qn("w:val")) == "595959" for color in run.iter(qn("w:color")))
    ]
    sheet = make("ban-dan-van-huyen-uy")
    assert [words.strip() for words in pale] == [
        words for line in sheet.rows for words in (line.lead, line.tail) if words
    ]


def test_every_sheet_has_children_in_words_order(all_sheets: list[Sheet], template: bytes) -> None:
    for sheet in all_sheets:
        assert misplaced(write_word(pointed(sheet), template)) == [], sheet.body


def test_a_filled_sheet_has_children_in_words_order(marked: dict[str, Sheet], template: bytes) -> None:
    sheet = pointed(marked["ubnd-huyen"])
    for head in sheet.heads:
        assert misplaced(write_word(filled(sheet, answered(sheet, head.id or None)), template)) == [], head.id


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
    sheet = make("ubnd-huyen")
    document = opened(write_word(sheet, template))
    tags = Counter(tag for tag, _ in controls(document))
    states = [state.id for state in sheet.scale.states]
    texts = ("result", "evidence", "note")
    lines = {f"{line.id}:{field}" for line in sheet.rows for field in ((*states, *texts) if line.counts else texts)}
    parts = {
        f"{part}:{field}" for part in ("own", "group", "common", "all") for field in (*states, "applicable", "share")
    }
    remarks = {f"remarks:{field}" for field in ("shortcomings", "causes", "commendations", "proposals", "opinion")}
    log = {
        f"{task.id}/{number}:{field}"
        for task in sheet.log.tasks
        for number in range(1, len(task.occasions) + 1)
        for field in ("due", "held", "number", "note")
    }
    assert set(tags) == lines | parts | remarks | log | {"unit", "year", "rating", "totals:standing"}
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
    document = opened(write_word(make("ubnd-huyen", unit={"name": names["unit"]}, year=2026), template))
    found = [(tag, words_of(control)) for tag, control in controls(document) if tag in names]
    assert Counter(found) == {("unit", str(names["unit"])): 2, ("year", "2026"): 1}
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
    long = tall(make("van-phong-huyen-uy"))
    rows = [
        row for row in opened(write_word(long, template)).element.body.iter(qn("w:tr")) if len(words_of(row)) > 5000
    ]
    assert rows
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None for row in rows)


def test_points_add_three_columns(make: Make, template: bytes) -> None:
    sheet = pointed(make("ubnd-huyen"), most=11)
    document = opened(write_word(sheet, template))
    rows = duty_rows(document)
    assert {len(row) for row in rows} == {11}
    assert [row[7] for row in rows[:2]] == [["12"], [""]]
    tags = {tag for tag, _ in controls(document)}
    assert {f"{line.id}:{field}" for line in sheet.rows for field in ("points", "reviewer")} <= tags


def test_an_empty_part_keeps_its_number_and_says_so(make: Make, template: bytes) -> None:
    words = everything(opened(write_word(make("van-phong-huyen-uy"), template)))
    assert "II. NHIỆM VỤ THEO NHÓM\nKhông có nhiệm vụ thuộc phần này đối với loại đơn vị này." in words


def test_log_totals_remarks_and_opinion_are_there(
    documents: list[tuple[Sheet, Document]], checklists: dict[str, Checklist]
) -> None:
    for sheet, document in documents:
        checklist = checklists[sheet.body]
        tables = {table.rows[0].cells[0].text: table for table in document.tables}
        log = [row.cells for row in tables["Việc"].rows[1:]]
        expected = [(plain(task.citation), task.task, when) for task in checklist.log for when in task.occasions]
        for cells, (citation, task, occasion) in zip(log, expected, strict=True):
            assert plain(cells[0].text).startswith(f"{citation}. {task}")
            assert cells[1].text == occasion
        counts = [row.cells[1].text for row in tables["Phần"].rows[1:]]
        counted = [sum(line.counts for line in part.requirements) for part in checklist.parts]
        assert counts == [*map(str, counted), str(sum(counted))]
        words = everything(document)
        headings = (sheet.log.heading, sheet.totals.heading, sheet.remarks_heading, sheet.opinion.heading)
        assert all(heading.line in words for heading in headings)
        told = (*(box.title for box in sheet.remarks), sheet.opinion.reviewer, checklist.rating, sheet.totals.share)
        for heading in told:
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
    sheet = make("ubnd-huyen")
    section = opened(write_word(sheet, template)).sections[0]
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text == f"{sheet.foot} Ủy ban nhân dân huyện."


def test_properties_tell_which_regulation_and_no_clock(make: Make, template: bytes) -> None:
    sheet = make("ubnd-huyen")
    properties = opened(write_word(sheet, template)).core_properties
    assert properties.identifier == f"{sheet.regulation.id}/ubnd-huyen/1"
    assert properties.version == f"{sheet.regulation.version} {sheet.regulation.sha256}"
    assert properties.language == "vi-VN"
    as_of = datetime.combine(sheet.document_date, datetime.min.time(), UTC)
    assert properties.created == properties.modified == as_of


def test_twice_the_same_bytes(make: Make, template: bytes) -> None:
    assert write_word(make("ubnd-huyen"), template) == write_word(make("ubnd-huyen"), template)
    assert make_template() == make_template()


def test_the_longest_sheet_is_quick(make: Make, template: bytes) -> None:
    sheet = make("ubnd-huyen")
    assert ratio(partial(seconds, lambda: write_word(sheet, template)), yardstick, below=3) < 3


@pytest.mark.parametrize("letterhead", [None, "van-phong"])
def test_hostile_words_are_words(make: Make, template: bytes, letterhead: str | None) -> None:
    data = write_word(hostile(make("van-phong-huyen-uy", letterhead)), template)
    assert misplaced(data) == []
    document = opened(data)
    assert all(row[1] == [f"{HOSTILE} {HOSTILE}"] for row in duty_rows(document))
    assert {words_of(control) for tag, control in controls(document) if tag == "unit"} == {HOSTILE}
    assert document.core_properties.title == f"{HOSTILE} – {HOSTILE}"[:255]
    titles = [title.get(qn("w:val")) or "" for title in document.element.body.iter(qn("w:alias"))]
    assert max(map(len, titles)) <= 64


def start(line: Row) -> str:
    """Return how a line begins on paper, without white space: its number and some of its words."""
    return re.sub(r"\s", "", f"{line.number}{line.line}")[:32]


def starts_in(words: str, sheet: Sheet) -> list[str]:
    """Return the beginnings of lines that stand in ``words``, one behind the other."""
    text, at, found = re.sub(r"\s", "", words), 0, []
    for one in map(start, sheet.rows):
        place = text.find(one, at)
        if place >= 0:
            at = place + len(one)
            found.append(one)
    return found


def test_libreoffice_prints_every_line(make: Make, setup: Setup, template: bytes, tmp_path: Path) -> None:
    """The longest, the shortest, each family's letterhead, odd ones."""
    families = {head.family: few(make(head.bodies[0], head.id)) for head in reversed(setup.letterheads.letterheads)}
    sheets = {
        "longest": (make("ubnd-huyen"), template),
        "shortest": (make("ban-to-chuc-huyen-uy"), template),
        "office": (make("ubnd-huyen", unit={"name": "UBND xã"}, year=2026), office_template(template)),
        "hostile": (hostile(make("van-phong-huyen-uy")), template),
        "tall": (tall(make("ban-to-chuc-huyen-uy")), template),
        **{family: (sheet, template) for family, sheet in families.items()},
    }
    for name, (sheet, used) in sheets.items():
        (tmp_path / f"{name}.docx").write_bytes(write_word(sheet, used))
    printed = converted([tmp_path / f"{name}.docx" for name in sheets], "pdf", tmp_path / "pdf")
    for (name, (sheet, _)), pdf in zip(sheets.items(), printed, strict=True):
        pages = pages_of(pdf.read_bytes(), "-raw")
        words = "\n".join(pages)
        assert starts_in(words, sheet) == [start(line) for line in sheet.rows], name
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
            if starts_in(page, sheet):
                assert "nguyên văn" in page
