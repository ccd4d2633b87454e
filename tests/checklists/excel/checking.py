"""What a workbook must agree with: the lines of its checklist, and totals worked out by hand."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from quyche.checklists.sheet import Sheet
from tests.checklists.excel.reading import lines


def check_lines(sheet: Worksheet, wanted: Sheet) -> None:
    labels = ("TT", "Mã", "Nội dung (nguyên văn)", "Kỳ", "Việc", "Phần")
    found = [(*(line[label] for label in labels), line["Điều, khoản"].split("\n")) for _, line in lines(sheet)]
    assert found == [
        (
            line.number,
            line.id,
            line.line,
            line.period,
            line.task,
            part.number if line.counts else None,
            broken(line.citation),
        )
        for part in wanted.parts
        for line in part.rows
    ]


def broken(citation: str) -> list[str]:
    return citation.replace(" khoản", "\nkhoản").replace(" Điều", "\nĐiều").split("\n")


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


def check_totals(book: Workbook, wanted: Sheet, answers: Mapping[str, str | None]) -> None:
    found = [list(row[1:11]) for row in book["Tổng hợp"].iter_rows(min_row=3, max_row=6, max_col=11, values_only=True)]
    groups = [[answers[line.id] for line in part.rows if line.counts] for part in wanted.parts]
    assert found == [expected_row(group) for group in (*groups, [answer for group in groups for answer in group])]
