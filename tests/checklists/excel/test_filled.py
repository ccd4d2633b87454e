"""Workbooks that were filled in, worked out by LibreOffice."""

import random
from collections import Counter
from pathlib import Path
from typing import Any

from openpyxl.workbook import Workbook

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from tests.checklists.excel.checking import check_totals
from tests.checklists.excel.reading import (
    LONGEST,
    SHORTEST,
    changed,
    columns,
    head_row,
    lines,
    opened,
    recalculated,
    states,
)
from tests.checklists.making import written


def random_filled(wanted: Sheet, data: bytes, seed: int, *, blanks: bool) -> tuple[Workbook, dict[str, str | None]]:
    """Fill the workbook at random; return it, and code -> id of the answer, none of those that do not count."""
    choice = random.Random(seed)  # noqa: S311 -- the same answers every time
    book = opened(data)
    sheet, ids = book["Phiếu"], states(book)
    at = columns(sheet)
    answers: dict[str, str | None] = {}
    counted = {line.id for line in wanted.rows if line.counts}
    for row, line in lines(sheet):
        if line["Mã"] not in counted:
            answers[line["Mã"]] = None
            continue
        label = choice.choice([*ids, *([None] if blanks else [])])
        answers[line["Mã"]] = ids[label] if label else None
        sheet.cell(row, at["Tự đánh giá"]).value = label
        if label and choice.random() < 0.5:
            for name in ("Ghi chú, lý do*", "Nguyên nhân", "Biện pháp, người chịu trách nhiệm, thời hạn"):
                sheet.cell(row, at[name]).value = f"{name} {line['Mã']}"
    assert len(answers) == len(wanted.rows)
    return book, answers


def test_totals_checks_and_remedies_in_libreoffice(
    blanks: dict[str, Sheet], files: dict[str, bytes], tmp_path: Path
) -> None:
    bodies = (LONGEST, SHORTEST, "co-quan-tu-phap")
    made = {
        f"{body}-{gaps}": random_filled(blanks[body], files[body], seed, blanks=gaps)
        for seed, body in enumerate(bodies)
        for gaps in (True, False)
    }
    worked_out = recalculated(tmp_path, {name: book for name, (book, _) in made.items()})
    for name, book in worked_out.items():
        wanted_sheet, answers = blanks[name.rpartition("-")[0]], made[name][1]
        check_totals(book, wanted_sheet, answers)
        need: list[tuple[Any, ...]] = []
        tasks = {line.id: line.task for line in wanted_sheet.rows}
        for _, line in lines(book["Phiếu"]):
            state, note, cause = answers[line["Mã"]], line["Ghi chú, lý do*"], line["Nguyên nhân"]
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


def test_sorted_lines_keep_their_codes(blanks: dict[str, Sheet], files: dict[str, bytes], tmp_path: Path) -> None:
    book, answers = random_filled(blanks[LONGEST], files[LONGEST], 7, blanks=True)
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
    check_totals(worked_out, blanks[LONGEST], answers)
    drawn = [
        int(str(row[0])) for row in worked_out["Khắc phục"].iter_rows(min_row=5, max_col=1, values_only=True) if row[0]
    ]
    assert drawn == sorted(drawn)


def test_points_are_summed(checklists: dict[str, Checklist], setup: Setup, tmp_path: Path) -> None:
    checklist = changed(checklists[SHORTEST], points=True)
    data = checklist.model_dump(mode="json")
    data["parts"][0]["blocks"][0]["requirements"][0]["points"] = 10
    checklist = Checklist.model_validate(data)
    book = opened(write_excel(written(checklist, setup)))
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
