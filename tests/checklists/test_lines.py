"""Every line of every sheet, read back from every format, is exactly that of the model; what is not is found out."""

from collections.abc import Callable, Sequence

import pytest

from quyche.checklists.files import NAME, AllSheets
from quyche.checklists.sheet import Sheet
from quyche.regulation.index import Index
from tests.checklists.excel.reading import lines, opened
from tests.checklists.formats.workbooks import ods_cells
from tests.lines import Line, around, faults, in_pdf, in_word

LONGEST = "ubnd-huyen"


def in_excel(data: bytes) -> list[Line]:
    found = lines(opened(data)["Phiếu"])
    return [Line(line["TT"], line["Nội dung (nguyên văn)"]) for _, line in found]


def in_ods(data: bytes) -> list[Line]:
    return [Line(int(cells[0]), cells[1]) for cells in ods_cells(data) if len(cells) > 2 and cells[0].isdigit()]


READERS: dict[str, Callable[[bytes], Sequence[Line]]] = {
    "docx": in_word,
    "pdf": in_pdf,
    "xlsx": in_excel,
    "ods": in_ods,
}


@pytest.mark.parametrize("kind", READERS)
def test_every_line_of_every_sheet_is_that_of_the_model(kept: AllSheets, blanks: dict[str, Sheet], kind: str) -> None:
    for one in kept.bodies:
        rows = blanks[one.body.id].rows
        printed = READERS[kind](one.files[f"{NAME}.{kind}"])
        assert list(faults(printed, rows)) == [], one.body.id
        assert len(printed) == len(rows)


def test_a_line_that_says_less_or_more_or_begins_inside_a_sentence_is_found_out(blanks: dict[str, Sheet]) -> None:
    rows = blanks[LONGEST].rows
    right = [Line(row.number, row.line) for row in rows]
    led = next(number for number, row in enumerate(rows) if row.lead.startswith("["))

    def found(*lines: Line) -> list[int]:
        return [number for number, _ in faults(lines, rows)]

    assert found(*right) == []
    bare = Line(led + 1, rows[led].quote)
    assert bare.words[0].islower()
    assert found(*right[:led], bare, *right[led + 1 :]) == [led + 1, led + 1], "other words, and inside a sentence"
    assert found(*right[:led], Line(led + 1, f"{right[led].words} thêm"), *right[led + 1 :]) == [led + 1]
    assert found(*right[:-1]) == [len(rows)]
    assert found(*right, Line(len(rows) + 1, "Thừa")) == [len(rows) + 1]
    assert found(right[1], right[0], *right[2:]) == [1, 2]


def test_the_text_around_a_line_is_told(ours: Index) -> None:
    before, behind = around(ours, "d5.k2.2")
    assert before.endswith("hội quần chúng huyện; ")
    assert behind.startswith("; lãnh đạo hoạt động công tác dân vận của các cơ quan nhà nước")
