"""Workbooks of hostile words, of long ones, of another scale."""

from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from quyche.checklists.record import Assessment, Unit
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.regulation.faults import DataError
from tests.checklists.excel.checking import check_totals
from tests.checklists.excel.reading import LONGEST, SHORTEST, changed, columns, lines, opened, recalculated, with_quotes
from tests.checklists.making import written

HOSTILE = ('=HYPERLINK("http://x")', "</w:t>", '#import "x"', "*_$ _x0041_ &amp; ]]>", "-1+1", "@SUM(A1)", "+1")


def test_hostile_words_stay_words(checklists: dict[str, Checklist], setup: Setup, tmp_path: Path) -> None:
    checklist = checklists[LONGEST]
    quotes = {line.id: words for line, words in zip(checklist.requirements, HOSTILE, strict=False)}
    marks = ("=1+1", ">5", "*", 'a"b&c<d')
    scale = checklist.scale.model_dump(mode="json")
    for state, mark in zip(scale["states"], marks, strict=True):
        state["label"] = mark
    worse = changed(checklist, scale=scale, body_name="@x & {y}", title="-=T</t>")
    hostile = with_quotes(written(worse, setup, Assessment(unit=Unit(name='=cmd|"x"!A1'))), quotes)
    book = opened(write_excel(hostile))
    found = {line["Mã"]: (row, line["Nội dung (nguyên văn)"]) for row, line in lines(book["Phiếu"])}
    for code, words in quotes.items():
        row, text = found[code]
        cell = book["Phiếu"].cell(row, 2)
        assert (text, cell.data_type) == (words, "s")
        assert cell.quotePrefix is words.startswith(("=", "+", "-", "@")) or not cell.quotePrefix
    answers: dict[str, str | None] = {}
    ids = {mark: state.id for mark, state in zip(marks, checklist.scale.states, strict=True)}
    state = columns(book["Phiếu"])["Tự đánh giá"]
    for number, (row, line) in enumerate(lines(book["Phiếu"])):
        mark = marks[number % 4]
        cell = book["Phiếu"].cell(row, state)
        cell.value = mark
        cell.data_type = "s"
        answers[line["Mã"]] = ids[mark]
    check_totals(recalculated(tmp_path, {"hostile": book})["hostile"], hostile, answers)


def test_a_long_quote_steps_down_and_then_is_refused(blanks: dict[str, Sheet]) -> None:
    blank = blanks[SHORTEST]
    code = blank.rows[0].id
    words = "Tuyên truyền, vận động Nhân dân thực hiện quy chế " * 100
    sizes = []
    for length in (500, 1_000, 1_500):
        sheet = opened(write_excel(with_quotes(blank, {code: words[:length].strip()})))["Phiếu"]
        row = next(row for row, line in lines(sheet) if line["Mã"] == code)
        sizes.append(sheet.cell(row, 2).font.size)
        assert (sheet.row_dimensions[row].height or 0) <= 409
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 12 > sizes[-1]
    with pytest.raises(DataError) as caught:
        write_excel(with_quotes(blank, {code: words.strip()}))
    (fault,) = caught.value.faults
    assert (fault.id, fault.file) == (code, f"{SHORTEST}.xlsx")
    with pytest.raises(DataError):
        write_excel(with_quotes(blank, {code: "ư" * 5_000}))


def test_every_row_is_high_enough_and_none_too_high(books: dict[str, Workbook]) -> None:
    for book in books.values():
        for sheet in book.worksheets[:-1]:
            heights = [dimension.height for dimension in sheet.row_dimensions.values() if dimension.height]
            assert heights
            assert max(heights) <= 409


def test_a_scale_without_remedies_has_no_sheet_for_them(checklists: dict[str, Checklist], setup: Setup) -> None:
    scale = checklists[SHORTEST].scale.model_dump(mode="json")
    for state in scale["states"]:
        state |= {"needs_remedy": False, "needs_reason": False, "excluded": False}
    book = opened(write_excel(written(changed(checklists[SHORTEST], scale=scale), setup)))
    assert book.sheetnames == ["Hướng dẫn", "Phiếu", "Theo kỳ", "Tổng hợp", "_meta"]
    assert "Nguyên nhân" not in columns(book["Phiếu"])
