"""Reminders: a file that another program reads, with the days of the reader and no other."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import expect

from tests.browser.visiting import Visitor
from tests.phieu.conftest import Evaluate
from tests.phieu.test_form import CHECKLIST, EMPTY, line, opened, take_file

WRITE = "([items, days]) => quyche['record/calendar'].write(items, days, new Date(Date.UTC(2025, 2, 5, 7, 8, 9)))"
LONG = "Giao ban; họp, bàn \\ việc “dân” 😀 " * 20 + "\nhết"


def test_the_file_is_read_back_as_it_was_meant(run: Evaluate) -> None:
    items = [
        {"uid": "a.1", "day": "2025-02-28", "title": LONG, "description": "Khoản 8 Điều 5\nhai; ba, bốn"},
        {"uid": "a.2", "day": "2024-12-31", "title": "Hai", "description": ""},
    ]
    raw = run(WRITE, [items, 3]).encode()
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for octets in raw.split(b"\r\n"):
        assert len(octets) <= 75
        octets.decode()  # no letter is cut
    first, second = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert (str(first["SUMMARY"]), str(first["DESCRIPTION"])) == (LONG, "Khoản 8 Điều 5\nhai; ba, bốn")
    assert (first.decoded("DTSTART"), first.decoded("DTEND")) == (date(2025, 2, 28), date(2025, 3, 1))
    assert (second.decoded("DTSTART"), second.decoded("DTEND")) == (date(2024, 12, 31), date(2025, 1, 1))
    assert first.decoded("DTSTAMP") == datetime(2025, 3, 5, 7, 8, 9, tzinfo=UTC)
    assert [str(one["UID"]) for one in (first, second)] == ["a.1", "a.2"]
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-3, hours=8)


def test_on_the_day_itself_the_alarm_is_in_the_morning(run: Evaluate) -> None:
    raw = run(WRITE, [[{"uid": "a", "day": "2025-02-28", "title": "Một", "description": ""}], 0])
    (alarm,) = icalendar.Calendar.from_ical(raw).walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(hours=8)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5/3/2025", "2025-03-05"),
        (" 05-03-2025 ", "2025-03-05"),
        ("2025-03-05", "2025-03-05"),
        *((wrong, "") for wrong in ("", "quý I", "05/03", "30/02/2025", "2025-02-30", "31/12/2025 hoặc sau", "5/3/25")),
    ],
)
def test_a_day_is_read_or_it_is_none(run: Evaluate, written: str, day: str) -> None:
    assert run("words => quyche['common/days'].dayOf(words)", written) == day


def test_only_days_that_the_reader_wrote_are_in_the_file(visit: Visitor, whole_form: str) -> None:
    page = opened(visit, whole_form)
    page.get_by_text("Nhắc việc (tệp lịch .ics)").click()
    give = page.get_by_role("button", name="Lưu tệp lịch")
    expect(page.get_by_text("Chưa có ngày nào trên phiếu.")).to_be_visible()
    expect(give).to_be_disabled()
    due = page.locator("[data-task] [data-name=due]")
    held = page.locator("[data-task] [data-name=held]")
    due.nth(0).fill("05/4/2025")
    due.nth(1).fill("quý II")
    due.nth(2).fill("06/4/2025")
    held.nth(2).fill("05/4/2025")  # done: nothing to be reminded of
    line(page, 0).get_by_label("Chưa thực hiện").check()
    line(page, 0).get_by_label("Việc sẽ làm").fill("Bù")
    line(page, 0).get_by_label("Thời hạn").fill("2025-06-30")
    line(page, 0).get_by_label("Thời hạn").blur()
    expect(page.get_by_text("“quý II” không phải một ngày đầy đủ")).to_be_visible()
    page.locator("#nhac-truoc").select_option("7")
    with page.expect_download() as download:
        give.click()
    assert download.value.suggested_filename == "nhac-viec-ban-dan-van-huyen-uy-2025.ics"
    raw = Path(download.value.path()).read_bytes()
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [date(2025, 4, 5), date(2025, 6, 30)]
    assert str(events[1]["SUMMARY"]) == "Khắc phục: Bù"
    assert len({str(event["UID"]) for event in events}) == 2


def test_every_task_and_every_remedy_is_reminded_of_by_its_own_day_and_name(visit: Visitor, whole_form: str) -> None:
    page = visit(whole_form).page
    checklist = page.evaluate(CHECKLIST)
    tasks = checklist["log"]["tasks"]
    assert len({task["citation"] for task in tasks}) < len(tasks), "two tasks of one provision"
    record = page.evaluate(EMPTY)
    first = date(2025, 1, 1)
    occasions = [(task, one["name"]) for task in tasks for one in task["occasions"]]
    days = [first + timedelta(number) for number in range(len(occasions))]
    for (task, _), day in zip(occasions, days, strict=True):
        row = {"due": f"{day:%d/%m/%Y}", "held": "", "number": "", "note": ""}
        record["log"].setdefault(task["id"], []).append(row)
    lines = [row for part in checklist["parts"] for block in part["blocks"] for row in block["rows"]]
    for number, row in enumerate(lines):
        remedy = {"action": f"Việc {number}", "owner": "", "deadline": f"2026-01-{1 + number % 28:02}", "done": False}
        record["answers"][row["id"]] = page.evaluate("() => quyche['record/record'].blank('Answer')") | {
            "state": "not-done",
            "remedy": remedy,
        }
    take_file(page, record)
    expect(page.locator(".aside-answers")).to_have_count(0)
    page.get_by_text("Nhắc việc (tệp lịch .ics)").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu tệp lịch").click()
    events = icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes()).walk("VEVENT")
    found = [(str(event["SUMMARY"]), event.decoded("DTSTART")) for event in events]
    assert found[: len(occasions)] == [
        (f"{task['task']} – {name}", day) for (task, name), day in zip(occasions, days, strict=True)
    ]
    assert [summary for summary, _ in found[len(occasions) :]] == [f"Khắc phục: Việc {n}" for n in range(len(lines))]
    assert len({str(event["UID"]) for event in events}) == len(occasions) + len(lines)
