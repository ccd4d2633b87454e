"""The page and the files fill a sheet alike, word by word; figures and cells are worked out alike."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.cells import EVIDENCE, NOTE, REASON, REMEDY
from quyche.checklists.figures import percent, tally
from quyche.checklists.filling import filled
from quyche.checklists.record import Assessment, AssessmentRecord
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from tests.phieu.filling import full
from tests.scripts.loading import add_modules

FILL = """([sheet, words]) => {
  const blank = JSON.parse(sheet);
  const record = words === null ? quyche['record/record'].empty(blank, null) : JSON.parse(words);
  const made = quyche['paper/filling'].filled(blank, record);
  return JSON.stringify(made, (_, value) => (value === undefined ? "undefined" : value));
}"""
"""Takes and returns words: Playwright would take objects apart piece by piece, at ten times the time."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page with the modules that fill a sheet."""
    context = browser.new_context()
    found = context.new_page()
    add_modules(found, "paper/filling")
    yield found
    context.close()


@pytest.fixture(scope="module")
def sheets(duties: Duties, setup: Setup) -> tuple[Sheet, ...]:
    """Return the sheet of every body."""
    return tuple(worded(build_checklist(duties, setup, body), setup) for body in checklist_bodies(duties.index))


def assert_alike(page: Page, sheet: Sheet, record: dict[str, Any] | None) -> Sheet:
    """Hold that page and files fill ``sheet`` alike, and return it; without a record it stays blank."""
    words = None if record is None else json.dumps(record)
    mine = filled(sheet) if words is None else filled(sheet, AssessmentRecord.model_validate_json(words))
    theirs = page.evaluate(FILL, [sheet.model_dump_json(), words])
    assert json.loads(theirs) == json.loads(mine.model_dump_json()), sheet.body
    return mine


def test_the_page_fills_every_sheet_as_files_are_filled(page: Page, sheets: tuple[Sheet, ...]) -> None:
    for sheet in sheets:
        for head in sheet.heads:
            assert_alike(page, sheet, full(sheet, head.id or None))


def test_a_sheet_that_is_half_answered_is_filled_alike(page: Page, sheets: tuple[Sheet, ...]) -> None:
    for number, sheet in enumerate(sheets):
        record = full(sheet)
        record["answers"] = dict(list(record["answers"].items())[:: 2 + number % 3]) | {
            "d99.1": record["answers"][sheet.rows[0].id]
        }
        record["answers"][sheet.rows[0].id] |= {"state": "mức-cũ", "points": None, "remedy": None, "evidence": []}
        record["unit"] |= {"commune": "xã Một", "name": "  Ban {year} \\1 $& "}
        made = assert_alike(page, sheet, record)
        assert made.totals.standing.startswith("TẠM TÍNH: còn ")
        assert made.head.date.startswith("Một, ngày ")


def test_a_blank_sheet_is_the_same_without_a_record(page: Page, sheets: tuple[Sheet, ...]) -> None:
    for sheet in sheets:
        assert_alike(page, sheet, None)
        assert filled(sheet) == filled(sheet, Assessment())
        assert "{" not in filled(sheet).head.model_dump_json()[1:].replace('{"', "").replace(":{", "").replace("[{", "")


def test_the_vectors_of_cells_hold_in_both_languages(page: Page, project: Path) -> None:
    codecs = {"evidence": EVIDENCE, "note": NOTE, "reason": REASON, "remedy": REMEDY}
    vectors = json.loads((project / "tests/vectors/cells.json").read_text("utf-8"))
    assert len(vectors) > 10
    for vector in vectors:
        codec = codecs[vector["codec"]]
        assert codec.encoded(vector["fields"]) == vector["words"], vector
        assert codec.decoded(vector["words"]) == vector["fields"], vector
    both = """(vectors) => vectors.map(({ codec, fields, words }) => {
      const found = quyche['record/cells'][codec];
      return [found.encode(fields), found.decode(words)];
    })"""
    assert page.evaluate(both, vectors) == [[vector["words"], vector["fields"]] for vector in vectors]


def test_the_vectors_of_figures_hold_in_both_languages(page: Page, sheets: tuple[Sheet, ...], project: Path) -> None:
    scale = sheets[0].scale
    vectors = json.loads((project / "tests/vectors/figures.json").read_text("utf-8"))
    assert len(vectors) > 8
    count = """([vectors, scale]) => vectors.map(({ states }) => {
      const { percent, tally } = quyche['record/figures'];
      const { answered, blank, applicable, done, share, lowest, highest } = tally(states, scale);
      const shares = { share: percent(share), lowest: percent(lowest), highest: percent(highest) };
      return { answered, blank, applicable, done, ...shares };
    })"""
    expected = [vector["figures"] for vector in vectors]
    assert page.evaluate(count, [vectors, json.loads(scale.model_dump_json())]) == expected
    for vector, figures in zip(vectors, expected, strict=True):
        mine = tally(vector["states"], scale)
        lowest, highest = map(percent, mine.bounds)
        assert figures == {
            "answered": mine.answered,
            "blank": mine.blank,
            "applicable": mine.applicable,
            "done": mine.done,
            "share": percent(mine.share),
            "lowest": lowest,
            "highest": highest,
        }
