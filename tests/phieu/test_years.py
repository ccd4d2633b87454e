"""Last year beside this year: shown, not counted until confirmed; open remedies carried over; what changed, told."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor
from tests.phieu.conftest import Evaluate
from tests.phieu.test_form import CHECKLIST, EMPTY, bare, line, open_file, opened, payload, saved_file

COMPARE = "([checklist, before, now]) => quyche['record/compare-years'].compare(checklist, before, now)"
CHANGES = [
    ("", "", ""),
    ("", "done", "new"),
    ("done", "", "waiting"),
    ("done", "done", "same"),
    ("not-done", "partly", "rose"),
    ("partly", "done", "rose"),
    ("done", "not-done", "fell"),
    ("partly", "not-done", "fell"),
    ("not-arisen", "done", "other"),
    ("done", "not-arisen", "other"),
    ("muc-cu", "done", "other"),
]


def answers(states: dict[str, str]) -> dict[str, Any]:
    """Return a record with these answers."""
    return {"answers": {code: {"state": state} for code, state in states.items()}}


@pytest.mark.parametrize("order", ["from the best", "from the worst"])
@pytest.mark.parametrize("weighed", CHANGES)
def test_a_change_is_weighed_by_the_scale(
    run: Evaluate, checklist: dict[str, Any], weighed: tuple[str, str, str], order: str
) -> None:
    before, now, change = weighed
    if order == "from the worst":
        scale = checklist["scale"] | {"states": checklist["scale"]["states"][::-1]}
        checklist = checklist | {"scale": scale}
    found = run(COMPARE, [checklist, answers({"d1.k1.1": before}), answers({"d1.k1.1": now})])
    assert found["rows"][0]["change"] == change
    assert found["counts"] == ({change: 1} if change else {})


def test_lines_that_are_gone_are_told(run: Evaluate, checklist: dict[str, Any]) -> None:
    found = run(COMPARE, [checklist, answers({"d9.1": "done"}), answers({})])
    assert found["counts"] == {"gone": 1}
    assert found["rows"][-1]["code"] == "d9.1"


def test_a_line_that_another_answers_neither_waits_nor_is_gone(run: Evaluate, checklist: dict[str, Any]) -> None:
    parts = json.loads(json.dumps(checklist["parts"]))
    parts[1]["blocks"][0]["rows"][0]["instead"] = "Như dòng 1: trả lời chung, không tính lại"
    found = run(COMPARE, [checklist | {"parts": parts}, answers({"d3.1": "done"}), answers({})])
    assert found["counts"] == {}
    assert "d3.1" not in {row["code"] for row in found["rows"]}


def bring(page: Page, record: Any) -> None:  # noqa: ANN401 -- JSON holds anything
    """Put ``record`` beside the form as the file of an earlier year."""
    panel = page.locator("details.years")
    if not panel.evaluate("one => one.open"):
        panel.locator("summary").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Mở tệp năm trước").click()
    chooser.value.set_files(payload(record))


def last_year(page: Page) -> dict[str, Any]:
    """Return a record of 2024: four answers, an open remedy, one that is done, and one on a line that is gone."""
    checklist, record = page.evaluate(CHECKLIST), page.evaluate(EMPTY)
    codes = [one["id"] for part in checklist["parts"] for block in part["blocks"] for one in block["rows"]]
    remedy = {"action": "Bổ sung", "owner": "Ông Ă", "deadline": "2025-03-31", "done": False}
    states = ["not-done", "done", "partly", "not-arisen"]
    record |= {"year": 2024, "unit": {"name": "Ban Mẫu"}}
    record["answers"] = {
        code: {"state": state, "result": f"cũ {state}"} for code, state in zip(codes, states, strict=False)
    }
    record["answers"][codes[0]]["remedy"] = remedy
    record["answers"][codes[2]]["remedy"] = remedy | {"done": True}
    record["answers"][codes[3]]["reason"] = "không có việc"
    record["answers"]["d99.k9.9"] = {"state": "done", "remedy": remedy}
    return dict(record)


def test_last_years_answers_are_shown_and_not_counted_until_confirmed(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    before = last_year(page)
    line(page, 1).get_by_label("Thực hiện một phần").check()
    bring(page, before)
    status = page.get_by_role("status").filter(has_text="Đang đặt cạnh phiếu năm 2024 của: Ban Mẫu")
    expect(status).to_contain_text("Đã chuyển 1 biện pháp khắc phục chưa xong từ năm 2024")
    expect(line(page, 0).locator(".last-year")).to_contain_text("cũ not-done")
    expect(page.locator(".done output")).to_contain_text("Đã trả lời 1/")
    now = saved_file(page)["answers"]
    codes = list(before["answers"])
    assert now[codes[0]]["state"] == ""
    assert now[codes[0]]["remedy"] == before["answers"][codes[0]]["remedy"]
    assert codes[2] not in now
    table = page.locator("details.years table")
    expect(table.locator("[data-change=fell]")).to_have_count(1)
    expect(table.locator("[data-change=gone]")).to_contain_text("d99.k9.9")
    expect(page.locator("details.years .standing")).to_contain_text("giảm: 1")
    expect(page.locator("details.years")).to_contain_text("Năm 2024: 1/3")
    line(page, 3).get_by_role("button", name="Dùng lại mức này").click()
    expect(page.locator(".done output")).to_contain_text("Đã trả lời 2/")
    confirmed = saved_file(page)["answers"][codes[3]]
    assert (confirmed["state"], confirmed["reason"], confirmed["result"]) == ("not-arisen", "không có việc", "")
    page.get_by_label("Năm đánh giá").fill("2023")
    expect(page.locator(".last-year")).to_have_count(0)
    assert page.evaluate("() => Object.keys(localStorage).some((key) => key.endsWith(':2024'))") is False


def test_the_earlier_draft_of_the_unit_is_offered(visit: Visitor, form: str) -> None:
    page = visit(form).page
    before = last_year(page)
    open_file(page, before)
    expect(page.get_by_label("Tên đơn vị")).to_have_value("Ban Mẫu")
    page.get_by_label("Năm đánh giá").fill("2025")
    page.locator("details.years summary").click()
    page.get_by_role("button", name="Dùng phiếu năm 2024 trên máy này").click()
    expect(line(page, 1).locator(".last-year")).to_contain_text("cũ done")
    page.get_by_label("Năm đánh giá").fill("2024")
    found = bare(saved_file(page))
    assert {code: one["state"] for code, one in found["answers"].items()} == {
        code: one["state"] for code, one in before["answers"].items()
    }


def test_a_file_that_is_not_of_an_earlier_year_is_refused(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    bring(page, last_year(page) | {"year": 2025})
    expect(page.get_by_role("alert")).to_have_text("Tệp là phiếu năm 2025, không phải năm trước năm 2025.")
    bring(page, "{")
    expect(page.get_by_role("alert")).to_contain_text("bị hỏng")
    expect(page.locator(".last-year")).to_have_count(0)


def test_a_finished_form_is_not_changed_by_last_year(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    for number in range(page.locator("fieldset[data-code]").count()):
        line(page, number).locator("input[value=done]").check()
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    before = saved_file(page)
    bring(page, last_year(page))
    expect(page.get_by_role("status").filter(has_text="Đang đặt cạnh")).to_be_visible()
    assert json.dumps(bare(saved_file(page))) == json.dumps(bare(before))
