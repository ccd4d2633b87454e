"""The workbooks, opened again with openpyxl and worked out by LibreOffice."""

import hashlib
import io
import random
import subprocess
import time
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import JsonValue

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup, load_setup
from quyche.duties.assignment import Duties
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index

LONGEST, SHORTEST = "ubnd-huyen", "ban-to-chuc-huyen-uy"
YELLOW = "FFFFFBE6"
HOSTILE = ('=HYPERLINK("http://x")', "</w:t>", '#import "x"', "*_$ _x0041_ &amp; ]]>", "-1+1", "@SUM(A1)", "+1")


@pytest.fixture(scope="module")
def setup(ours: Index, project: Path) -> Setup:
    return load_setup(project / "checklists", ours)


@pytest.fixture(scope="module")
def checklists(ours: Index, setup: Setup) -> dict[str, Checklist]:
    duties = Duties(ours)
    return {body.id: build_checklist(duties, setup, body) for body in checklist_bodies(ours)}


@pytest.fixture(scope="module")
def files(checklists: dict[str, Checklist]) -> dict[str, bytes]:
    return {body: write_excel(checklist) for body, checklist in checklists.items()}


@pytest.fixture(scope="module")
def books(files: dict[str, bytes]) -> dict[str, Workbook]:
    """Return the blank workbooks, for reading only."""
    return {body: opened(data) for body, data in files.items()}


def opened(data: bytes, *, results: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=results)


def changed(checklist: Checklist, **changes: JsonValue) -> Checklist:
    """Return the checklist with some keys changed, checked by the model again."""
    return Checklist.model_validate({**checklist.model_dump(mode="json"), **changes})


def with_quotes(checklist: Checklist, quotes: Mapping[str, str]) -> Checklist:
    data = checklist.model_dump(mode="json")
    for part in data["parts"]:
        for block in part["blocks"]:
            for requirement in block["requirements"]:
                requirement["quote"] = quotes.get(requirement["id"], requirement["quote"])
    return Checklist.model_validate(data)


def head_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "TT")


def columns(sheet: Worksheet) -> dict[str, int]:
    """Return label -> number of the column."""
    return {str(cell.value): cell.column or 0 for cell in sheet[head_row(sheet)] if cell.value}


def lines(sheet: Worksheet) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the lines back as a machine would: by their hidden code, whatever their order."""
    at = columns(sheet)
    first = head_row(sheet) + 1
    for row, values in enumerate(sheet.iter_rows(min_row=first, max_col=max(at.values()), values_only=True), first):
        if values[at["Mã"] - 1]:
            yield row, {label: values[column - 1] for label, column in at.items()}


def facts(book: Workbook) -> dict[str, str]:
    return {
        str(key): str(value or "")
        for key, value in book["_meta"].iter_rows(max_row=15, max_col=2, values_only=True)
        if key
    }


def states(book: Workbook) -> dict[str, str]:
    """Return label -> id, from the hidden sheet."""
    rows = book["_meta"].iter_rows(min_row=21, max_col=2, values_only=True)
    return {str(label): str(key) for key, label in rows if key}


def recalculated(folder: Path, books: Mapping[str, Workbook]) -> dict[str, Workbook]:
    """Save the books without results, let LibreOffice work them out, and open what it wrote."""
    source, target = folder / "filled", folder / "worked-out"
    source.mkdir()
    for name, book in books.items():
        book.save(source / f"{name}.xlsx")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", target, *sorted(source.iterdir())], check=True, capture_output=True, timeout=300
    )
    return {name: openpyxl.load_workbook(target / f"{name}.xlsx", data_only=True) for name in books}


# What stands in the file


def test_lines_agree_with_the_model_one_by_one(books: dict[str, Workbook], checklists: dict[str, Checklist]) -> None:
    assert len(checklists) == 15
    for body, checklist in checklists.items():
        check_lines(books[body]["Phiếu"], checklist)


def check_lines(sheet: Worksheet, checklist: Checklist) -> None:
    labels = ("TT", "Mã", "Nội dung (nguyên văn)", "Kỳ", "Việc", "Phần")
    found = [(*(line[label] for label in labels), line["Điều, khoản"].split("\n")) for _, line in lines(sheet)]
    assert found == [
        (
            line.number,
            line.id,
            line.quote,
            line.period_label or "–",
            line.task,
            part.number,
            [*_broken(line.citation), line.id],
        )
        for part in checklist.parts
        for line in part.requirements
    ]


def _broken(citation: str) -> list[str]:
    return citation.replace(" khoản", "\nkhoản").replace(" Điều", "\nĐiều").split("\n")


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
            (occasion, task.provision, " ".join(task.duties), number)
            for task in checklists[body].log
            for number, occasion in enumerate(task.occasions, 1)
        ]


def test_states_are_chosen_from_the_hidden_list(books: dict[str, Workbook], checklists: dict[str, Checklist]) -> None:
    for body, book in books.items():
        sheet = book["Phiếu"]
        state = columns(sheet)["Tự đánh giá"]
        lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
        for row, _ in lines(sheet):
            (rule,) = [rule for rule in lists if sheet.cell(row, state).coordinate in rule.sqref]
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
        assert prompts["Minh chứng (loại, số, ngày)"] == ["; ".join(requirement.evidence)]
        (question,) = prompts["Kết quả trong năm"]
        assert requirement.question.startswith(question.removesuffix(" …"))
        assert len(prompts["Nội dung (nguyên văn)"]) == bool(requirement.reading)
    assert all(len(rule.prompt or "") <= 255 for rule in rules)


def test_text_is_locked_and_entries_are_yellow(books: dict[str, Workbook]) -> None:
    book = books[LONGEST]
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    sheet = book["Phiếu"]
    entries = {"Kết quả trong năm", "Minh chứng (loại, số, ngày)", "Tự đánh giá", "Ghi chú, lý do", "Nguyên nhân"}
    entries.add("Biện pháp, người chịu trách nhiệm, thời hạn")
    for row, _ in lines(sheet):
        for label, column in columns(sheet).items():
            cell = sheet.cell(row, column)
            assert cell.protection.locked is (label not in entries)
            assert (cell.fill.fgColor.rgb == YELLOW) is (label in entries)


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
            assert head_or_foot(sheet.oddFooter)[0].startswith("Phiếu do ban biên tập")
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


def test_the_file_says_what_it_is(books: dict[str, Workbook], checklists: dict[str, Checklist]) -> None:
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
            "sheet_sha256": hashlib.sha256(checklist.model_dump_json().encode()).hexdigest(),
            "document_date": checklist.document_date.isoformat(),
            "letterhead": checklist.letterhead.id,
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
        counts = [len(part.requirements) for part in checklist.parts]
        assert [row[1:] for row in totals] == [(count, 0, 0, 0, 0, count) for count in (*counts, sum(counts))]


def test_the_same_twice(checklists: dict[str, Checklist], files: dict[str, bytes]) -> None:
    assert all(write_excel(checklist) == files[body] for body, checklist in checklists.items())
    with zipfile.ZipFile(io.BytesIO(files[LONGEST])) as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {2026}


def test_fifteen_files_take_little_time(checklists: dict[str, Checklist]) -> None:
    start = time.process_time()
    for checklist in checklists.values():
        write_excel(checklist)
    assert time.process_time() - start < 3  # seconds of the processor; other tests run beside this one


# What comes out when it is filled


def filled(checklist: Checklist, data: bytes, seed: int, *, blanks: bool) -> tuple[Workbook, dict[str, str | None]]:
    """Fill the workbook at random; return it, and code -> id of the answer."""
    choice = random.Random(seed)  # noqa: S311 -- the same answers every time
    book = opened(data)
    sheet, ids = book["Phiếu"], states(book)
    at = columns(sheet)
    answers: dict[str, str | None] = {}
    for row, line in lines(sheet):
        label = choice.choice([*ids, *([None] if blanks else [])])
        answers[line["Mã"]] = ids[label] if label else None
        sheet.cell(row, at["Tự đánh giá"]).value = label
        if label and choice.random() < 0.5:
            for name in ("Ghi chú, lý do", "Nguyên nhân", "Biện pháp, người chịu trách nhiệm, thời hạn"):
                sheet.cell(row, at[name]).value = f"{name} {line['Mã']}"
    assert len(answers) == len(checklist.requirements)
    return book, answers


def expected_row(answers: list[str | None]) -> list[Any]:
    """Work the totals out by hand, for the scale of four answers."""
    count = Counter(answers)
    blank, done = count[None], count["done"]
    base = len(answers) - blank - count["not-arisen"]
    low, high = (f"{round(100 * most / (base + blank), 1):g}" if base + blank else "" for most in (done, done + blank))
    return [
        len(answers),
        *(count[state] for state in ("done", "partly", "not-done", "not-arisen")),
        blank,
        base,
        f"{done}/{base}" if base else "–",
        pytest.approx(done / base) if base else "–",
        f"TẠM TÍNH: {low}%–{high}%" if blank else None,
    ]


def check_totals(book: Workbook, checklist: Checklist, answers: Mapping[str, str | None]) -> None:
    found = [list(row[1:11]) for row in book["Tổng hợp"].iter_rows(min_row=3, max_row=6, max_col=11, values_only=True)]
    groups = [[answers[line.id] for line in part.requirements] for part in checklist.parts]
    assert found == [expected_row(group) for group in (*groups, [answer for group in groups for answer in group])]


def test_totals_checks_and_remedies_in_libreoffice(
    checklists: dict[str, Checklist], files: dict[str, bytes], tmp_path: Path
) -> None:
    bodies = (LONGEST, SHORTEST, "van-phong-huyen-uy")
    made = {
        f"{body}-{blanks}": filled(checklists[body], files[body], seed, blanks=blanks)
        for seed, body in enumerate(bodies)
        for blanks in (True, False)
    }
    worked_out = recalculated(tmp_path, {name: book for name, (book, _) in made.items()})
    for name, book in worked_out.items():
        checklist, answers = checklists[name.rpartition("-")[0]], made[name][1]
        check_totals(book, checklist, answers)
        need: list[tuple[Any, ...]] = []
        tasks = {line.id: line.task for line in checklist.requirements}
        for _, line in lines(book["Phiếu"]):
            state, note, cause = answers[line["Mã"]], line["Ghi chú, lý do"], line["Nguyên nhân"]
            wanted = "Thiếu lý do" if state == "not-arisen" and not note else None
            if state in ("partly", "not-done"):
                wanted = None if cause else "Thiếu khắc phục"
                measure = line["Biện pháp, người chịu trách nhiệm, thời hạn"]
                need.append((line["TT"], tasks[line["Mã"]], line["Điều, khoản"], line["Tự đánh giá"], cause, measure))
            assert (line["Kiểm tra"] or None) == wanted
        rows = book["Khắc phục"].iter_rows(min_row=5, max_col=6, values_only=True)
        assert [tuple(value or None for value in row) for row in rows if row[0]] == need
        shown = str(book["Khắc phục"]["A3"].value)
        assert shown.startswith(f"Số dòng cần khắc phục: {len(need)}.")
        assert ("Bỏ ẩn" in shown) is (len(need) > 7)
        checks = Counter(line["Kiểm tra"] for _, line in lines(book["Phiếu"]))
        assert any(
            f"“Thiếu lý do”: {checks['Thiếu lý do']}; “Thiếu khắc phục”: {checks['Thiếu khắc phục']}" in str(cell)
            for (cell,) in book["Tổng hợp"].iter_rows(max_col=1, values_only=True)
        )


def test_sorted_lines_keep_their_codes(
    checklists: dict[str, Checklist], files: dict[str, bytes], tmp_path: Path
) -> None:
    book, answers = filled(checklists[LONGEST], files[LONGEST], 7, blanks=True)
    sheet = book["Phiếu"]
    at = columns(sheet)
    moved = [
        at[label] for label in at if label not in ("Kiểm tra", "Phải khắc phục")
    ]  # formulas look only at their row
    first, last = head_row(sheet) + 1, max(row for row, _ in lines(sheet))
    rows = [[sheet.cell(row, column).value for column in moved] for row in range(first, last + 1)]
    for row, values in enumerate(reversed(rows), first):
        for column, value in zip(moved, values, strict=True):
            sheet.cell(row, column).value = value
        for label in ("Kiểm tra", "Phải khắc phục"):
            if not sheet.cell(row, at[label]).value or not values[0]:
                sheet.cell(row, at[label]).value = None
    worked_out = recalculated(tmp_path, {"sorted": book})["sorted"]
    ids = states(worked_out)
    found = {line["Mã"]: ids.get(line["Tự đánh giá"] or "") for _, line in lines(worked_out["Phiếu"])}
    assert found == answers
    assert [line["TT"] for _, line in lines(worked_out["Phiếu"])] == list(range(len(answers), 0, -1))
    check_totals(worked_out, checklists[LONGEST], answers)
    drawn = [
        int(str(row[0])) for row in worked_out["Khắc phục"].iter_rows(min_row=5, max_col=1, values_only=True) if row[0]
    ]
    assert drawn == sorted(drawn)


def test_points_are_summed(checklists: dict[str, Checklist], tmp_path: Path) -> None:
    checklist = changed(checklists[SHORTEST], form={"points": True})
    data = checklist.model_dump(mode="json")
    data["parts"][0]["blocks"][0]["requirements"][0]["points"] = 10
    checklist = Checklist.model_validate(data)
    book = opened(write_excel(checklist))
    sheet = book["Phiếu"]
    at = columns(sheet)
    excluded = next(state.label for state in checklist.scale.states if state.excluded)
    for row, line in lines(sheet):
        most = sheet.cell(row, at["Điểm tối đa"])
        assert most.protection.locked is (line["Mã"] == checklist.requirements[0].id)
        assert most.value == (10 if most.protection.locked else None)
        if line["Phần"] == "III":
            most.value = 5
            sheet.cell(row, at["Tự chấm"]).value = 4
            sheet.cell(row, at["Thẩm định"]).value = 3
    sheet.cell(row, at["Tự đánh giá"]).value = excluded
    worked_out = recalculated(tmp_path, {"points": book})["points"]
    rows = {
        row[0]: row[1:5] for row in worked_out["Tổng hợp"].iter_rows(min_row=8, max_row=13, max_col=5, values_only=True)
    }
    count = len(checklist.parts[2].requirements)
    assert rows["I. Nhiệm vụ riêng"] == (10, 0, 0, 10)
    assert rows["III. Nhiệm vụ chung"] == (5 * count, 4 * count, 3 * count, 5 * count - 5)
    assert rows["Cộng"] == (10 + 5 * count, 4 * count, 3 * count, 5 + 5 * count)


# Hostile and extreme data


def test_hostile_words_stay_words(checklists: dict[str, Checklist], tmp_path: Path) -> None:
    checklist = checklists[LONGEST]
    quotes = {line.id: words for line, words in zip(checklist.requirements, HOSTILE, strict=False)}
    marks = ("=1+1", ">5", "*", 'a"b&c<d')
    scale = checklist.scale.model_dump(mode="json")
    for state, mark in zip(scale["states"], marks, strict=True):
        state["label"] = mark
    hostile = changed(
        with_quotes(checklist, quotes), scale=scale, unit='=cmd|"x"!A1', body_name="@x & {y}", title="-=T</t>"
    )
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


def test_a_long_quote_steps_down_and_then_is_refused(checklists: dict[str, Checklist]) -> None:
    checklist = checklists[SHORTEST]
    code = checklist.requirements[0].id
    words = "Tuyên truyền, vận động Nhân dân thực hiện quy chế " * 100
    sizes = []
    for length in (500, 1_000, 1_500):
        sheet = opened(write_excel(with_quotes(checklist, {code: words[:length].strip()})))["Phiếu"]
        row = next(row for row, line in lines(sheet) if line["Mã"] == code)
        sizes.append(sheet.cell(row, 2).font.size)
        assert (sheet.row_dimensions[row].height or 0) <= 409
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 12 > sizes[-1]
    with pytest.raises(DataError) as caught:
        write_excel(with_quotes(checklist, {code: words.strip()}))
    (fault,) = caught.value.faults
    assert (fault.id, fault.file) == (code, f"{SHORTEST}.xlsx")
    with pytest.raises(DataError):
        write_excel(with_quotes(checklist, {code: "ư" * 5_000}))


def test_every_row_is_high_enough_and_none_too_high(books: dict[str, Workbook]) -> None:
    for book in books.values():
        for sheet in book.worksheets[:-1]:
            heights = [dimension.height for dimension in sheet.row_dimensions.values() if dimension.height]
            assert heights
            assert max(heights) <= 409


def test_a_scale_without_remedies_has_no_sheet_for_them(checklists: dict[str, Checklist]) -> None:
    scale = checklists[SHORTEST].scale.model_dump(mode="json")
    for state in scale["states"]:
        state |= {"needs_remedy": False, "needs_reason": False, "excluded": False}
    book = opened(write_excel(changed(checklists[SHORTEST], scale=scale)))
    assert book.sheetnames == ["Hướng dẫn", "Phiếu", "Theo kỳ", "Tổng hợp", "_meta"]
    assert "Nguyên nhân" not in columns(book["Phiếu"])


def test_letterheads(ours: Index, setup: Setup) -> None:
    duties = Duties(ours)
    for letterhead in setup.letterheads.letterheads:
        body = ours.bodies[letterhead.bodies[0]]
        checklist = build_checklist(duties, setup, body, letterhead=letterhead, header="letterhead")
        sheet = opened(write_excel(checklist))["Phiếu"]
        check_lines(sheet, checklist)
        top = [
            str(value) for row in sheet.iter_rows(max_row=head_row(sheet), values_only=True) for value in row if value
        ]
        assert all(line.text in top for line in checklist.family.right)
        assert any(line.startswith(checklist.family.number) and line.endswith(letterhead.symbol) for line in top)
        assert (checklist.family.left_mark or "_") in "".join(top)


def test_the_year_and_the_unit_are_printed(checklists: dict[str, Checklist]) -> None:
    book = opened(write_excel(changed(checklists[LONGEST], year=2026, unit="Ủy ban nhân dân huyện Đông")))
    words = [str(cell) for row in book["Phiếu"].iter_rows(max_row=5, values_only=True) for cell in row if cell]
    assert any(line.endswith("NĂM 2026") for line in words)
    assert "Đơn vị: Ủy ban nhân dân huyện Đông" in words
    assert facts(book)["year"] == "2026"
