"""Lines that another line or a reference answers, through the office files of the form: nothing lost, in no sum."""

import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Browser, Page

from quyche.checklists.building import build_checklist
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.record import AssessmentRecord
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet as PrintedSheet
from quyche.checklists.word.writing import write_word
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from tests.checklists.word.reading import controls, words_of
from tests.phieu.filling import full
from tests.phieu.office import READ, Sheet, coded, fill
from tests.scripts.loading import add_modules

BODIES = ("ubnd-huyen", "co-quan-tu-phap")
COUNT = "([sheet, answers]) => quyche['record/figures'].count(sheet, answers)"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page with the modules of the office files."""
    context = browser.new_context()
    found = context.new_page()
    add_modules(found, "office/excel-file", "office/excel-read", "office/word-file")
    yield found
    context.close()


@pytest.fixture(scope="module", params=BODIES)
def sheet(request: pytest.FixtureRequest, duties: Duties, setup: Setup) -> PrintedSheet:
    """Return the sheet of a body with such lines, not filled."""
    return worded(build_checklist(duties, setup, duties.index.bodies[request.param]), setup)


def made(sheet: PrintedSheet, record: dict[str, Any]) -> PrintedSheet:
    return filled(sheet, AssessmentRecord.model_validate_json(json.dumps(record)))


def test_they_go_out_to_excel_and_come_back(page: Page, sheet: PrintedSheet) -> None:
    data, record = json.loads(sheet.model_dump_json()), full(sheet)
    silent = {line.id: line for line in sheet.rows if line.instead}
    assert silent
    text, _ = page.evaluate(fill("excel"), [coded(write_excel(filled(sheet))), data, record])
    book = openpyxl.load_workbook(io.BytesIO(base64.b64decode(text)), data_only=True)
    for code, line in silent.items():
        cells = [
            Sheet(book).at(code, label).value for label in ("Tự đánh giá", "Kết quả", "Kiểm tra", "Phải khắc phục")
        ]
        assert cells == [line.instead, record["answers"][code]["result"], None, None]
    totals = made(sheet, record).totals.rows
    width = len(sheet.scale.states) + 4
    shown = list(book["Tổng hợp"].iter_rows(3, 2 + len(totals), 1, width, values_only=True))
    for found, wanted in zip(shown, totals, strict=True):
        *counts, applicable, _ = wanted.cells
        assert found == (wanted.title, wanted.count, *map(int, counts), 0, int(applicable)), "none is blank"
    back = page.evaluate(READ, [text, data, data["regulation"]["id"]])
    assert back["skipped"] == []
    assert back["record"]["answers"] == {
        code: one | {"points": None} | ({"state": ""} if code in silent else {})
        for code, one in record["answers"].items()
    }


def test_word_counts_as_the_figures_do_and_has_every_word(page: Page, sheet: PrintedSheet, project: Path) -> None:
    template = (project / "checklists" / "template.docx").read_bytes()
    data, record = json.loads(sheet.model_dump_json()), full(sheet)
    text, _ = page.evaluate(fill("word"), [coded(write_word(filled(sheet), template)), data, record])
    found: dict[str, list[str]] = {}
    for tag, control in controls(Document(io.BytesIO(base64.b64decode(text)))):
        found.setdefault(tag, []).append(words_of(control))
    wanted = made(sheet, record)
    fields = (*(state.id for state in sheet.scale.states), "applicable", "share")
    for part in wanted.totals.rows:
        assert [found[f"{part.id}:{field}"] for field in fields] == [[words] for words in part.cells]
    for row in wanted.rows:
        assert found[f"{row.id}:result"] == [row.entry.result]
        ticked = [state.id for state in sheet.scale.states if found.get(f"{row.id}:{state.id}") == ["☒"]]
        assert ticked == ([row.entry.state] if row.counts else [])


def test_a_workbook_made_while_every_line_counted_is_read_whole_and_counted_anew(
    page: Page, duties: Duties, setup: Setup, project: Path
) -> None:
    sheet = worded(build_checklist(duties, setup, duties.index.bodies[BODIES[0]]), setup)
    data = json.loads(sheet.model_dump_json())
    samples = project / "tests/phieu/samples"
    old = coded((samples / "phieu-ubnd-huyen-2026-11.xlsx").read_bytes())
    sample = json.loads((samples / "phieu-ubnd-huyen-2026-11.json").read_text("utf-8"))
    found = page.evaluate(READ, [old, data, data["regulation"]["id"]])
    assert found["skipped"] == []
    assert {key: found["record"][key] for key in ("answers", "log", "remarks", "year")} == {
        key: sample[key] for key in ("answers", "log", "remarks", "year")
    }
    silent = {line.id for line in sheet.rows if line.instead}
    assert all(sample["answers"][code]["state"] for code in silent)
    assert set(sample["log"]) - {task.id for task in sheet.log.tasks}, "a task that another line answers now"
    counted = {code: one for code, one in sample["answers"].items() if code not in silent}
    figures = page.evaluate(COUNT, [data, found["record"]["answers"]])
    assert figures == page.evaluate(COUNT, [data, counted])
    assert figures["all"]["lines"] == figures["all"]["answered"] == len(sheet.rows) - len(silent)
