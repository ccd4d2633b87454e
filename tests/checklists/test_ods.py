"""The ODS file: its shape as ODF wants it, what may be written in it, its sums as LibreOffice works them out."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.ods import write_ods
from quyche.checklists.record import Answer, Assessment
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from tests.checklists.excel.reading import opened
from tests.checklists.formats.cells import bare
from tests.checklists.formats.workbooks import ODF, TABLE
from tests.checklists.making import answered, pointed, written
from tests.libreoffice import converted

BODY = "van-phong-huyen-uy"
UNCOUNTED = ("ubnd-huyen", "co-quan-tu-phap")
"""Bodies with lines that another line or a reference answers."""
OFFICE, STYLE = ODF % "office", ODF % "style"


def content(data: bytes, name: str = "content.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def test_the_type_stands_first_and_plain_and_the_file_is_the_same_twice(blanks: dict[str, Sheet]) -> None:
    data = write_ods(blanks[BODY])
    assert data == write_ods(blanks[BODY])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read(first) == b"application/vnd.oasis.opendocument.spreadsheet"
        assert {info.date_time for info in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}
        manifest = archive.read("META-INF/manifest.xml").decode()
        assert all(f'"{name}"' in manifest for name in archive.namelist()[1:-1])


@pytest.mark.parametrize("body", [BODY, *UNCOUNTED])
def test_only_what_the_unit_says_is_open_and_yellow(marked: dict[str, Sheet], body: str) -> None:
    sheet = pointed(marked[body])
    root = content(write_ods(filled(sheet)))
    cells = {
        style.get(f"{STYLE}name"): dict(properties.attrib)
        for style in root.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}table-cell-properties")
    }
    background = f"{ODF % 'xsl-fo-compatible'}background-color"
    tabs = list(root.iter(f"{TABLE}table"))
    assert [tab.get(f"{TABLE}name") for tab in tabs] == ["Phiếu", "Theo kỳ", "Tổng hợp"]
    assert [tab.get(f"{TABLE}protected") for tab in tabs] == ["true", "true", "false"]
    rows = [row.findall(f"{TABLE}table-cell") for row in tabs[0].iter(f"{TABLE}table-row")]
    lines = [row for row in rows if len(row) == len(sheet.labels) and bare(row[0].xpath("string()")).isdigit()]
    assert len(lines) == len(sheet.rows)
    for row, line in zip(lines, sheet.rows, strict=True):
        looks = [cells[cell.get(f"{TABLE}style-name")] for cell in row]
        open_ = [place for place, look in enumerate(looks) if look[f"{STYLE}cell-protect"] == "none"]
        answers = [6, *([] if line.points else [7]), 8, 9] if line.counts else []
        assert open_ == ([4, 5, *answers, 10] if line.same is None else [])
        assert open_ == [place for place, look in enumerate(looks) if look.get(background) == "#FFFBE6"]


def test_an_answer_is_chosen_from_the_scale(blanks: dict[str, Sheet], made: dict[str, tuple[Sheet, Path]]) -> None:
    """LibreOffice itself tells what may stand in the cells."""
    sheet = opened(made["blank"][1])["Phiếu"]
    (rule,) = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    labels = ",".join(state.label for state in blanks[BODY].scale.states)
    assert (rule.formula1, rule.showErrorMessage) == (f'"{labels}"', True)
    rows = [row[0].row for row in sheet.iter_rows() if isinstance(row[0].value, int)]
    chosen = [row for row, line in zip(rows, blanks[BODY].rows, strict=True) if line.counts]
    assert [row for row in rows if f"G{row}" in rule.sqref] == chosen


ANSWERED = ("none", "some", "all")
SUMMED = ("hdnd-huyen", *UNCOUNTED)
"""The first has an empty part II."""


@pytest.fixture(scope="module")
def made(
    marked: dict[str, Sheet], hostile_one: Sheet, blanks: dict[str, Sheet], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Sheet, Path]]:
    """Return name -> a sheet, and the workbook that LibreOffice makes of its ODS file, every formula worked out."""
    sheets = {"blank": blanks[BODY], "hostile": hostile_one}
    sheets |= {f"{body}-{name}": answered_in_part(marked[body], name) for body in SUMMED for name in ANSWERED}
    folder = tmp_path_factory.mktemp("ods")
    for name, sheet in sheets.items():
        (folder / f"{name}.ods").write_bytes(without_results(write_ods(sheet)))
    books = converted([folder / f"{name}.ods" for name in sheets], "xlsx", folder / "made")
    return {name: (sheet, book) for (name, sheet), book in zip(sheets.items(), books, strict=True)}


def answered_in_part(sheet: Sheet, answers: str) -> Sheet:
    everything = answered(sheet)
    kept = {"none": 0, "some": len(sheet.rows) - 3, "all": len(sheet.rows)}[answers]
    return filled(sheet, Assessment(answers=dict(list(everything.answers.items())[:kept])))


@pytest.mark.parametrize("body", SUMMED)
@pytest.mark.parametrize("answers", ANSWERED)
def test_part_five_is_worked_out_in_the_words_of_the_paper(
    body: str, answers: str, made: dict[str, tuple[Sheet, Path]]
) -> None:
    """LibreOffice works every formula out anew and arrives at what the filled sheet says."""
    wanted, book = made[f"{body}-{answers}"]
    tab = opened(book, results=True)["Tổng hợp"]
    width = 3 + len(wanted.scale.states) + 2
    rows = list(tab.iter_rows(min_row=3, max_row=7, max_col=width, values_only=True))
    for row, line in zip(rows, wanted.totals.rows, strict=False):
        assert (row[0], row[2]) == (line.title, line.count)
        cells = line.cells or ("",) * (len(wanted.scale.states) + 2)
        assert [str("" if value is None else value) for value in row[3:]] == list(cells), line.id
    assert (rows[4][0] or "") == wanted.totals.standing


def without_results(data: bytes) -> bytes:
    """Return the file without the stored results of its formulas."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            inside = source.read(info)
            if info.filename == "content.xml":
                root = etree.fromstring(inside)
                for cell in root.iter(f"{TABLE}table-cell"):
                    if cell.get(f"{TABLE}formula"):
                        for child in list(cell):
                            cell.remove(child)
                        for name in ("value", "value-type", "string-value"):
                            cell.attrib.pop(f"{OFFICE}{name}", "")
                inside = etree.tostring(root)
            copy.writestr(info, inside)
    return target.getvalue()


@pytest.fixture(scope="module")
def hostile_one(setup: Setup, checklists: dict[str, Checklist]) -> Sheet:
    """Return a sheet whose states and answers are made of signs that mean something in a formula."""
    marks = ('a"b;c', ">5", "*", "=1+1")
    checklist = checklists[BODY]
    states = tuple(
        state.model_copy(update={"label": mark, "short": None})
        for state, mark in zip(checklist.scale.states, marks, strict=True)
    )
    scale = checklist.scale.model_copy(update={"states": states})
    first = checklist.requirements[0].id
    found = Assessment(
        answers={first: Answer(state="done", result='=HYPERLINK("http://x")', note="</text:p> &amp; {0}")}
    )
    return written(checklist.model_copy(update={"scale": scale}), setup, found)


def test_hostile_words_are_words(made: dict[str, tuple[Sheet, Path]]) -> None:
    wanted, path = made["hostile"]
    book = opened(path, results=True)
    line = next(row for row in book["Phiếu"].iter_rows(values_only=True) if row[0] == 1)
    assert line[4:8] == ('=HYPERLINK("http://x")', None, 'a"b;c', "</text:p> &amp; {0}")
    row = next(book["Tổng hợp"].iter_rows(min_row=3, max_row=3, values_only=True))
    assert [str(value) for value in row[3:9]] == list(wanted.totals.rows[0].cells)
