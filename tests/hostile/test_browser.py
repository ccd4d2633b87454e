"""Hundreds of broken files in the browser: each is read whole or refused with a sentence, and nothing else changes."""

import base64
import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.sheet import Sheet
from tests.browser.visiting import until
from tests.hostile.files import TEXTS, bombs, book_mutant, record_mutant
from tests.hostile.whole import VIETNAMESE
from tests.phieu.conftest import BRIEF
from tests.scripts.loading import add_modules
from tests.timing import IN_A_PAGE
from tests.tong_hop.conftest import Evaluate
from tests.tong_hop.making import record as made_record
from tests.tong_hop.making import workbook

RECORDS, BOOKS = 400, 160
LONGEST = 2500
"""Letters of a sentence that still can be read."""
MOST = 500
"""How many times as long as the yardstick a file may take: 20 seconds on a quiet machine. A bomb would take minutes."""
BYTES = "(text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))"
TRY = f"""async ([files, checklist, readers]) => {{
  const decode = {BYTES};
  const find = (body) => body === checklist.body ? checklist : null;
  const {{ id }} = checklist.regulation;
  const ways = {{
    form: async (bytes) => quyche['record/record'].read(new TextDecoder().decode(bytes), checklist),
    any: async (bytes) => quyche['record/record'].readAny(new TextDecoder().decode(bytes), id),
    excel: (bytes) => quyche['office/excel-read'].readAny(bytes, find, id),
    rollup: (bytes) => quyche['rollup/read'].read(new File([bytes], "x.json"), new Map([[checklist.body, checklist]])),
  }};
  const found = [], yardstick = {IN_A_PAGE}, before = yardstick();
  for (const file of files) for (const reader of readers) {{
    const start = performance.now();
    try {{
      const {{ error, record, skipped, notes }} = await ways[reader](decode(file));
      const again = record ? quyche['record/record'].write(record) : null;
      const told = [...(skipped || []).map((one) => one.reason), ...(notes || [])];
      found.push({{ error: error || null, again, told }});
    }} catch (error) {{
      found.push({{ thrown: `${{error.name}}: ${{error.message}} ${{error.stack}}` }});
    }}
    Object.assign(found[found.length - 1], {{ reader, took: performance.now() - start }});
  }}
  const polluted = Object.keys(Object.prototype).length + ({{}}.state ? 1 : 0);
  return {{ found, unit: Math.max(before, yardstick()), polluted, ran: window.ran || null }};
}}"""


@pytest.fixture(scope="module")
def checklist(checklists: tuple[Sheet, ...]) -> Sheet:
    """Return the sheet whose form is served."""
    return next(one for one in checklists if one.body == BRIEF)


@pytest.fixture(scope="module")
def record(checklist: Sheet) -> dict[str, Any]:
    """Return a filled record with something in every kind of field."""
    found = made_record(checklist, "Đơn vị thử", 1)
    line = next(iter(found["answers"]))
    found["answers"][line] |= {"evidence": [{"kind": "Kế hoạch", "number": "1", "date": "01/02/2025", "place": "Tủ"}]}
    found["log"] = {checklist.log.tasks[0].id: [{"due": "", "held": "03/4/2025", "number": "1", "note": "x"}]}
    found["remarks"] = {"rating": "Tốt", "shortcomings": "a\nb", "causes": "", "commendations": "", "proposals": ""}
    return found


@pytest.fixture(scope="module")
def book(checklist: Sheet, record: dict[str, Any]) -> bytes:
    """Return the record as a workbook."""
    return workbook(checklist, record)


@pytest.fixture(scope="module")
def reader(engine: Page) -> Page:
    """Return the blank page with the modules that read, the office files' among them."""
    add_modules(engine, "office/excel-read")
    return engine


def tried(run: Evaluate, files: list[bytes], checklist: Sheet, *readers: str) -> list[dict[str, Any]]:
    """Read every file in every way and return what came of it, held against what may come of any file."""
    coded = [base64.b64encode(file).decode() for file in files]
    result = run(TRY, [coded, json.loads(checklist.model_dump_json()), list(readers)])
    assert (result["polluted"], result["ran"]) == (0, None)
    found: list[dict[str, Any]] = result["found"]
    assert len(found) == len(files) * len(readers)
    for number, one in enumerate(found):
        where = f"file {number // len(readers)}, {one['reader']}"
        assert "thrown" not in one, f"{where}: {one['thrown']}"
        assert (one["error"] is None) != (one["again"] is None), where
        for words in [one["error"], *one["told"]] if one["error"] else one["told"]:
            assert VIETNAMESE.search(words), f"{where}: {words}"
            assert len(words) <= LONGEST, f"{where}: {words[:LONGEST]}"
        assert one["took"] < MOST * result["unit"], f"{where}: {one['took']} ms"
    return found


def test_saved_forms(reader: Page, checklist: Sheet, record: dict[str, Any]) -> None:
    files = [record_mutant(record, seed) for seed in range(RECORDS)]
    found = tried(reader.evaluate, [*files, *TEXTS], checklist, "form", "any")
    ends = [one["error"] is None for one in found]
    assert 20 < sum(ends) < len(ends) - 100
    whole = [one["again"].encode("utf-8", "surrogatepass") for one in found if one["again"] and one["reader"] == "form"]
    assert all(one["error"] is None for one in tried(reader.evaluate, whole, checklist, "form"))


def test_workbooks(reader: Page, checklist: Sheet, book: bytes) -> None:
    files = [book_mutant(book, seed) for seed in range(BOOKS)]
    found = tried(reader.evaluate, [book, *files, *TEXTS], checklist, "excel")
    assert found[0]["error"] is None
    refused = sum(one["error"] is not None for one in found)
    assert 20 < refused < len(found) - 20


def test_workbooks_made_to_stop_the_browser(reader: Page, checklist: Sheet, book: bytes) -> None:
    made = bombs(book)
    found = tried(reader.evaluate, list(made.values()), checklist, "excel")
    ends = dict(zip(made, found, strict=True))
    readable = "a format of a million brackets"
    assert [name for name in made if ends[name]["error"] is None] == [readable]


def test_the_rollup_refuses_what_it_cannot_read(
    rollup: Evaluate, checklist: Sheet, record: dict[str, Any], book: bytes
) -> None:
    files = [record_mutant(record, seed) for seed in range(RECORDS, RECORDS + 150)]
    files += [book_mutant(book, seed) for seed in range(BOOKS, BOOKS + 60)]
    found = tried(rollup, [*files, *bombs(book).values(), *TEXTS], checklist, "rollup")
    trouble = [one["error"] for one in found if one["error"] and "trục trặc" in one["error"]]
    assert trouble == []


def test_the_form_keeps_its_words_whatever_is_opened(
    browser: Browser, form: str, checklist: Sheet, record: dict[str, Any], book: bytes
) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(f"{form}#nam-2025")
    words = page.locator("textarea:visible").first
    words.fill("Chữ của đơn vị")
    until(page, "JSON.stringify(localStorage).includes('Chữ của đơn vị')")
    kept = page.evaluate("JSON.stringify(localStorage)")
    other = json.dumps(record | {"regulation": record["regulation"] | {"id": "khac"}}).encode()
    future = json.dumps(record | {"format_version": 99}).encode()
    files = [
        *TEXTS,
        other,
        future,
        json.dumps(record).encode()[:-40],
        write_excel(filled(checklist))[:-400],
        b"PK\x03\x04" + b"x" * 99,
    ]
    files += list(bombs(book).values())[3:]
    bar = page.locator("[role=alert]").filter(visible=True)
    took: list[float] = []
    for number, file in enumerate(files):
        picker = page.locator("input[type=file]")
        begun = page.evaluate("performance.now()")
        picker.set_input_files({"name": f"{number}.json", "mimeType": "", "buffer": file})
        expect(bar.first).to_have_text(VIETNAMESE)
        took.append(page.evaluate("performance.now()") - begun)
        assert words.input_value() == "Chữ của đơn vị", number
        assert page.evaluate("JSON.stringify(localStorage)") == kept, number
    page.reload()
    expect(words).to_have_value("Chữ của đơn vị")
    assert max(took) < MOST * page.evaluate(IN_A_PAGE), took
    assert complaints == []
    assert page.evaluate("window.ran") is None
    context.close()
