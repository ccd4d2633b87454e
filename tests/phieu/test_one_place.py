"""What CONTRIBUTING says of sheet and record: a word, a measure, a field has one place, and reaches everything."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Browser, Page
from pydantic import Field

from quyche.checklists.building import build_checklist
from quyche.checklists.contract import contract_module
from quyche.checklists.filling import filled
from quyche.checklists.record import Answer, Assessment, AssessmentRecord, RecordRegulation, Short
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.word.writing import write_word
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.regulation.model import DutyId
from quyche.scripts import joined, modules
from tests.phieu.conftest import BODY


class MoodyAnswer(Answer):
    """An answer with a field more."""

    mood: Short = ""


class MoodyRecord(AssessmentRecord):
    """A record whose answers have a field more."""

    answers: dict[DutyId, MoodyAnswer] = Field(default_factory=dict)  # type: ignore[assignment] # as an editor would change Answer itself


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page whose scripts were told of the field by the contract alone."""
    context = browser.new_context()
    found = context.new_page()
    changed = modules() | {"record/contract": contract_module(MoodyRecord)}
    changed["record/contract"] = changed["record/contract"].replace("MoodyAnswer", "Answer")
    found.add_script_tag(content=joined(changed, "record/record", "paper/printing", "paper/filling"))
    yield found
    context.close()


@pytest.fixture(scope="module")
def sheet(duties: Duties, setup: Setup) -> Sheet:
    """Return a sheet, not filled."""
    return worded(build_checklist(duties, setup, duties.index.bodies[BODY]), setup)


def test_a_field_of_the_record_is_known_to_the_scripts_by_its_model_alone(page: Page, sheet: Sheet) -> None:
    about = RecordRegulation(**sheet.regulation.model_dump(include={"id", "version", "sha256"}))
    record = MoodyRecord.model_validate(
        {"regulation": about, "body": BODY, "year": 2025, "scale": sheet.scale.id, "saved": "2025-12-01T00:00:00Z"}
        | {"answers": {sheet.rows[0].id: {"mood": "vui"}, sheet.rows[1].id: {"result": "có"}}}
    )
    read = "([text, id]) => quyche['record/record'].readAny(text, id)"
    found = page.evaluate(read, [record.model_dump_json(), sheet.regulation.id])["record"]
    assert [answer["mood"] for answer in found["answers"].values()] == ["vui", ""]
    assert page.evaluate("() => quyche['record/record'].blank('Answer').mood") == ""
    written = page.evaluate("record => quyche['record/record'].write(record)", found)
    assert MoodyRecord.model_validate_json(written).answers == record.answers
    long = record.model_dump(mode="json")
    long["answers"][sheet.rows[0].id]["mood"] = "x" * 301
    assert "mood" in page.evaluate(read, [json.dumps(long), sheet.regulation.id])["error"]


LISTS = (
    '"kind", "number", "date"',
    '"due", "held", "number"',
    '"shortcomings", "causes"',
    '"name", "province"',
    '"result", "evidence", "note", "reason',
)
LIMITS = r'maxlength="?(?:300|4000)|(?:maxLength|LONG|SHORT)\W+(?:300|4000)\b|\b(?:1990|2200)\b'
TYPED = re.compile(f"{LIMITS}|{'|'.join(LISTS)}", re.IGNORECASE)
"""A limit, a year, a list of fields of the record, as somebody would write it."""


def test_no_script_and_no_template_types_a_limit_a_year_or_a_list_of_fields_again(project: Path) -> None:
    texts = {name: text for name, text in modules().items() if name != "record/contract"}
    texts |= {path.name: path.read_text("utf-8") for path in (project / "hooks/quyche/pages/templates").glob("*.j2")}
    found = {name: TYPED.findall(text) for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "words",
    [
        'maxlength="300"',
        "const LONG = 4000;",
        "year >= 1990",
        '["kind", "number", "date", "place"]',
        '["shortcomings", "causes", "commendations"]',
        '["name", "province", "district"]',
    ],
)
def test_what_is_typed_again_is_found(words: str) -> None:
    assert TYPED.search(words)


def test_a_measure_of_a_letterhead_reaches_the_page_and_the_files(page: Page, sheet: Sheet, setup: Setup) -> None:
    chosen = sheet.heads[1]
    bigger = chosen.model_copy(update={"family": chosen.family.model_copy(update={"sign_size": 17.0})})
    changed = sheet.model_copy(update={"heads": (sheet.heads[0], bigger)})
    made = filled(changed, Assessment(letterhead=chosen.id))
    sizes = """sheet => quyche['paper/printing'].printed(sheet).flatMap((box) => [box, ...box.querySelectorAll("*")])
      .filter((box) => box.textContent === sheet.heads[0].signatures.position).map((box) => box.style.fontSize)"""
    assert "17pt" in page.evaluate(sizes, json.loads(made.model_dump_json()))
    document = Document(io.BytesIO(write_word(made, (setup.folder / "template.docx").read_bytes())))
    runs = [
        run
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    ]
    assert {run.font.size.pt for run in runs if run.text == chosen.signatures.position and run.font.size} == {17.0}


def test_a_word_of_the_sheet_reaches_the_page(page: Page, sheet: Sheet) -> None:
    changed = sheet.model_copy(update={"foot": "Một chữ khác hẳn."})
    made = json.loads(filled(changed).model_dump_json())
    words = "sheet => quyche['paper/printing'].printed(sheet).map((box) => box.textContent).join(' ')"
    assert "Một chữ khác hẳn." in page.evaluate(words, made)
