"""What goes through the form comes out the same: workbook, form, workbook; record, workbook, record."""

import io
import random
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Visitor, until
from tests.phieu.conftest import BODY
from tests.phieu.office import generated, saved
from tests.phieu.office_form import apply, full, made, ready, xlsx
from tests.phieu.test_form import CHECKLIST, saved_file, take_file


def values(data: bytes) -> dict[tuple[str, str], object]:
    """Return every cell that holds something; formulas as they are written."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found: dict[tuple[str, str], object] = {}
    for sheet in book:
        for row in sheet.iter_rows():
            found |= {(sheet.title, cell.coordinate): cell.value for cell in row if cell.value is not None}
    return {key: value for key, value in found.items() if key != ("_meta", "B6")}  # the year


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_workbook_goes_through_the_form_and_comes_out_the_same(
    visit: Visitor, whole_form: str, form_folder: Path, blank: bytes, scheme: str
) -> None:
    address = whole_form if scheme == "http" else (form_folder / "tu-danh-gia" / BODY / "index.html").as_uri()
    found = ready(visit, address)
    page = found.page
    filled = saved(generated(blank, 1 if scheme == "http" else 2))
    asked = len(found.requests)
    xlsx(page, filled)
    expect(page.get_by_role("dialog")).not_to_contain_text("bị bỏ qua")
    apply(page)
    mine, theirs = values(made(page, "Excel")), values(filled)
    dates = {("Theo kỳ", f"C{row}") for row in range(3, 40)}
    assert {key: value for key, value in mine.items() if key not in dates} == {
        key: value for key, value in theirs.items() if key not in dates
    }
    assert all(f"{mine[key]:%d/%m/%Y}" == theirs[key] for key in dates & set(theirs))
    made(page, "Word")
    assert [address for address in found.requests[asked:] if not address.startswith("blob:")] == []
    assert found.complaints == []
    again = made(page, "Excel")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.get_by_label("Năm đánh giá").fill("2025")
    until(page, "quyche['data/phieu-trong']")
    xlsx(page, again)
    apply(page)
    assert values(made(page, "Excel")) == mine


def test_the_words_of_a_cell_hold_every_field(visit: Visitor, whole_form: str) -> None:
    page = ready(visit, whole_form).page
    draw = random.Random(3)  # noqa: S311 -- test data
    pieces = ["số: ", "ngày: ", "; ", "\n", "Lý do: ", "Ghi chú: ", "Thời hạn: ", "\\", "a", " ", "Đã xong: có", ": "]

    def words(*, line: bool) -> str:
        text = "".join(draw.choices(pieces, k=draw.randrange(7)))
        return text.replace("\n", "") if line else text

    rows = [{name: words(line=True) for name in ("kind", "number", "date", "place")} for _ in range(1500)]
    rows = [row for row in rows if "".join(row.values()).strip()]
    notes = [{"note": words(line=False), "reason": words(line=False)} for _ in range(1500)]
    free = [words(line=True) for _ in range(1500)]
    read = """([rows, notes, free]) => {
      const text = quyche['record/cells'];
      const states = [null, { needs_reason: true }];
      return [
        rows.map((row) => text.evidenceRows(text.evidenceWords([row]))[0]),
        states.map((state) => notes.map((one) => text.noteParts(text.noteWords(one, state), state))),
        free.map((words) => text.evidenceWords(text.evidenceRows(words))),
      ];
    }"""
    back = page.evaluate(read, [rows, notes, free])
    assert back[0] == rows
    assert back[1] == [notes, notes]
    assert [words.strip() for words in back[2]] == [words.strip() for words in free]


def test_a_record_comes_back_from_its_workbook(visit: Visitor, whole_form: str) -> None:
    page = ready(visit, whole_form).page
    record = full(page)
    take_file(page, record)
    before = saved_file(page)
    data = made(page, "Excel")
    page.evaluate("localStorage.clear()")
    page.reload()
    xlsx(page, data)  # the year stands in the file
    apply(page)
    after = saved_file(page)
    assert after["answers"] == before["answers"]
    assert after["remarks"] == before["remarks"]
    assert after["unit"]["name"] == before["unit"]["name"]
    rooms = {task["id"]: len(task["occasions"]) for task in page.evaluate(CHECKLIST)["log"]["tasks"]}
    for key, rows in before["log"].items():
        if key in rooms:
            assert after["log"][key] == rows[: rooms[key]]


def test_two_tasks_of_one_provision_keep_their_own_log(visit: Visitor, whole_form: str) -> None:
    page = ready(visit, whole_form).page
    tasks = page.evaluate(CHECKLIST)["log"]["tasks"]
    assert len({task["citation"] for task in tasks}) < len(tasks) == len({task["id"] for task in tasks})
    for number, box in enumerate(page.locator("[data-task]").all()):
        box.get_by_label("Số, ký hiệu văn bản").first.fill(f"{number}-BC")
    log = saved_file(page)["log"]
    assert [log[task["id"]][0]["number"] for task in tasks] == [f"{number}-BC" for number in range(len(tasks))]
