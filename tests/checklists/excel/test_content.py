"""The blank workbooks, opened again with openpyxl: lines, choices, locks, print, what the file says."""

import hashlib
import io
import zipfile
from functools import partial

import openpyxl
from openpyxl.cell.rich_text import TextBlock
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.record import Assessment, Unit
from quyche.checklists.sheet import Sheet
from tests.checklists.excel.checking import check_lines
from tests.checklists.excel.reading import LONGEST, columns, facts, head_row, lines, opened, states
from tests.checklists.making import few
from tests.timing import ratio, seconds, yardstick

YELLOW = "FFFFFBE6"


def test_lines_agree_with_the_model_one_by_one(books: dict[str, Workbook], blanks: dict[str, Sheet]) -> None:
    assert len(blanks) == 15
    for body, blank in blanks.items():
        check_lines(books[body]["Phiếu"], blank)


def test_parts_stand_in_order_and_an_empty_part_says_so(
    books: dict[str, Workbook], checklists: dict[str, Checklist]
) -> None:
    for body, book in books.items():
        sheet = book["Phiếu"]
        first = [str(row[0]) for row in sheet.iter_rows(min_row=head_row(sheet) + 1, max_col=1, values_only=True)]
        headings = [text for text in first if text.startswith(("I.", "II.", "III."))]
        assert len(headings) == 3
        for part, heading in zip(checklists[body].parts, headings, strict=True):
            assert heading.startswith(f"{part.number}. {part.title.upper()}")
            assert part.blocks or "Không có" in heading


def test_a_block_reads_as_one_without_merged_cells(
    books: dict[str, Workbook], checklists: dict[str, Checklist]
) -> None:
    sheet = books[LONGEST]["Phiếu"]
    rows = {line["Mã"]: row for row, line in lines(sheet)}
    for part in checklists[LONGEST].parts:
        for block in part.blocks:
            borders = [sheet.cell(rows[line.id], 3).border for line in block.requirements]
            assert [border.top.style for border in borders] == ["thin", *["dotted"] * (len(borders) - 1)]
            assert [border.bottom.style for border in borders] == [*["dotted"] * (len(borders) - 1), "thin"]
    assert all(
        merged.max_row < head_row(sheet) or merged.min_row > max(rows.values()) for merged in sheet.merged_cells.ranges
    )


def test_the_log_agrees_with_the_model(books: dict[str, Workbook], checklists: dict[str, Checklist]) -> None:
    for body, book in books.items():
        rows = book["Theo kỳ"].iter_rows(min_row=3, max_col=9, values_only=True)
        found = [
            (occasion, provision, duties, number) for _, occasion, *_, provision, duties, number in rows if provision
        ]
        assert found == [
            (occasion, task.id, " ".join(task.duties), number)
            for task in checklists[body].log
            for number, occasion in enumerate(task.occasions, 1)
        ]


def test_states_are_chosen_from_the_hidden_list(
    books: dict[str, Workbook], checklists: dict[str, Checklist], blanks: dict[str, Sheet]
) -> None:
    for body, book in books.items():
        sheet = book["Phiếu"]
        counted = {line.id for line in blanks[body].rows if line.counts}
        state = columns(sheet)["Tự đánh giá"]
        lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
        for row, line in lines(sheet):
            rules = [rule for rule in lists if sheet.cell(row, state).coordinate in rule.sqref]
            if line["Mã"] not in counted:
                assert rules == []
                continue
            (rule,) = rules
            first, top, last, bottom = range_boundaries(rule.formula1.removeprefix("_meta!"))
            assert (first, last) == (2, 2)
            found = [book["_meta"].cell(row, 2).value for row in range(top or 0, (bottom or 0) + 1)]
            assert found == [state.label for state in checklists[body].scale.states]
            assert rule.showErrorMessage


def test_suggestions_show_beside_the_cell(books: dict[str, Workbook], checklists: dict[str, Checklist]) -> None:
    wanted = {line.id: line for line in checklists[LONGEST].requirements}
    sheet = books[LONGEST]["Phiếu"]
    at = columns(sheet)
    rules = sheet.data_validations.dataValidation
    for row, line in lines(sheet):
        requirement = wanted[line["Mã"]]
        prompts = {
            label: [
                rule.prompt for rule in rules if sheet.cell(row, at[label]).coordinate in rule.sqref and rule.prompt
            ]
            for label in ("Minh chứng (loại, số, ngày)", "Kết quả trong năm", "Nội dung (nguyên văn)")
        }
        if requirement.same is not None:
            assert prompts["Minh chứng (loại, số, ngày)"] == prompts["Kết quả trong năm"] == []
            continue
        assert prompts["Minh chứng (loại, số, ngày)"] == [f"Gợi ý: {'; '.join(requirement.evidence)}"]
        (question,) = prompts["Kết quả trong năm"]
        assert requirement.question.startswith(question.removesuffix(" …"))
        assert len(prompts["Nội dung (nguyên văn)"]) == bool(requirement.reading)
    assert all(len(rule.prompt or "") <= 255 for rule in rules)


ENTRIES = {
    "Kết quả trong năm",
    "Minh chứng (loại, số, ngày)",
    "Tự đánh giá",
    "Ghi chú, lý do*",
    "Nguyên nhân",
    "Biện pháp, người chịu trách nhiệm, thời hạn",
}


def test_text_is_locked_and_entries_are_yellow(books: dict[str, Workbook], blanks: dict[str, Sheet]) -> None:
    """Where another line answers nothing is open; where a reference does, all but the answer."""
    for body in (LONGEST, "co-quan-tu-phap"):
        for sheet in books[body]:
            assert sheet.protection.sheet
            assert not sheet.protection.password
        sheet = books[body]["Phiếu"]
        for (row, _), line in zip(lines(sheet), blanks[body].rows, strict=True):
            entries = ENTRIES if line.counts else ENTRIES - {"Tự đánh giá"} if line.same is None else set()
            for label, column in columns(sheet).items():
                cell = sheet.cell(row, column)
                assert cell.protection.locked is (label not in entries)
                assert (cell.fill.fgColor.rgb == YELLOW) is (label in entries)


def test_what_a_quote_does_not_go_without_is_lighter_than_the_quote(
    files: dict[str, bytes], blanks: dict[str, Sheet]
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["ban-dan-van-huyen-uy"]), rich_text=True)
    for (_, found), line in zip(lines(book["Phiếu"]), blanks["ban-dan-van-huyen-uy"].rows, strict=True):
        words = found["Nội dung (nguyên văn)"]
        pieces = [(str(one), one.font.color.rgb) for one in words if isinstance(one, TextBlock) and one.font.color]
        grey = [text.strip() for text, color in pieces if color == "FF595959"]
        assert grey == [one for one in (line.lead, line.tail) if one] if line.lead or line.tail else words == line.quote


def head_or_foot(item: HeaderFooterItem | None) -> tuple[str, str]:
    """Return what stands at the left and in the middle."""
    assert item is not None
    return str(item.left.text or ""), str(item.center.text or "")


def test_print_set_up(books: dict[str, Workbook]) -> None:
    for book in books.values():
        for sheet in book.worksheets[:-1]:
            page, margins = sheet.page_setup, sheet.page_margins
            assert (page.orientation, int(page.paperSize or 0)) == ("landscape", 9)
            sides = (margins.left, margins.right, margins.top, margins.bottom)
            assert [round(side * 25.4) for side in sides] == [30, 15, 20, 20]
            assert sheet.sheet_properties.pageSetUpPr is not None
            assert sheet.sheet_properties.pageSetUpPr.fitToPage
            assert page.fitToWidth in (None, 1)
            assert sheet.print_area
            assert head_or_foot(sheet.oddFooter)[0].startswith("Phiếu này do ban biên tập")
        sheet = book["Phiếu"]
        head = head_row(sheet)
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.freeze_panes == f"C{head + 1}"
        assert sheet.HeaderFooter.differentFirst
        assert not head_or_foot(sheet.firstHeader)[1]
        assert head_or_foot(sheet.oddHeader)[1] == "&P"
        assert head_or_foot(sheet.firstFooter) == head_or_foot(sheet.oddFooter)
        assert book.active is sheet


def test_filter_takes_the_hidden_codes_along(books: dict[str, Workbook]) -> None:
    sheet = books[LONGEST]["Phiếu"]
    first, top, last, bottom = range_boundaries(sheet.auto_filter.ref or "")
    assert (first, top) == (1, head_row(sheet))
    assert (last, bottom) == (max(columns(sheet).values()), max(row for row, _ in lines(sheet)))
    for label in ("Phần", "Mã", "Việc"):
        assert sheet.column_dimensions[get_column_letter(columns(sheet)[label])].hidden
    assert not sheet.protection.autoFilter  # False: not forbidden
    assert not sheet.protection.formatRows


def test_the_file_says_what_it_is(
    books: dict[str, Workbook], checklists: dict[str, Checklist], blanks: dict[str, Sheet]
) -> None:
    for body, book in books.items():
        checklist = checklists[body]
        assert book["_meta"].sheet_state == "veryHidden"
        assert book.sheetnames == ["Hướng dẫn", "Phiếu", "Theo kỳ", "Khắc phục", "Tổng hợp", "_meta"]
        assert facts(book) == {
            "schema_version": "1",
            "regulation": checklist.regulation.id,
            "version": checklist.regulation.version,
            "source_sha256": checklist.regulation.sha256,
            "body": body,
            "year": "",
            "scale": checklist.scale.id,
            "sheet_sha256": hashlib.sha256(blanks[body].model_dump_json().encode()).hexdigest(),
            "document_date": checklist.document_date.isoformat(),
            "head": "",
        }
        assert states(book) == {state.label: state.id for state in checklist.scale.states}
        assert checklist.body_name in (book.properties.title or "")
        assert checklist.regulation.sha256 in (book.properties.description or "")
        assert book.properties.created.date() == checklist.document_date


def test_stored_results_are_those_of_a_blank_sheet(files: dict[str, bytes], checklists: dict[str, Checklist]) -> None:
    for body in (LONGEST, "van-phong-huyen-uy"):
        stored, checklist = opened(files[body], results=True), checklists[body]
        assert not any(line["Kiểm tra"] for _, line in lines(stored["Phiếu"]))
        totals = [row[:7] for row in stored["Tổng hợp"].iter_rows(min_row=3, max_row=6, values_only=True)]
        counts = [sum(line.counts for line in part.requirements) for part in checklist.parts]
        assert [row[1:] for row in totals] == [(count, 0, 0, 0, 0, count) for count in (*counts, sum(counts))]


def test_the_same_twice(blanks: dict[str, Sheet], files: dict[str, bytes]) -> None:
    assert write_excel(blanks[LONGEST]) == files[LONGEST]
    with zipfile.ZipFile(io.BytesIO(files[LONGEST])) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {2026}


def test_fifteen_files_take_little_time(blanks: dict[str, Sheet]) -> None:
    def write() -> None:
        for sheet in blanks.values():
            write_excel(sheet)

    assert ratio(partial(seconds, write), yardstick, below=75) < 75


def test_a_workbook_says_which_letterhead_it_has(marked: dict[str, Sheet]) -> None:
    sheet = few(marked[LONGEST])
    for head in sheet.heads[1:]:
        book = opened(write_excel(filled(sheet, Assessment(letterhead=head.id))))
        assert facts(book)["head"] == head.id


def test_the_year_and_the_unit_are_printed(marked: dict[str, Sheet]) -> None:
    found = Assessment(year=2026, unit=Unit(name="Ủy ban nhân dân huyện Đông"))
    book = opened(write_excel(filled(marked[LONGEST], found)))
    words = [str(cell) for row in book["Phiếu"].iter_rows(max_row=5, values_only=True) for cell in row if cell]
    assert any(line.endswith("NĂM 2026") for line in words)
    assert "Đơn vị: Ủy ban nhân dân huyện Đông" in words
    assert facts(book)["year"] == "2026"
