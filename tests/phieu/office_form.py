"""The form in use with office files: open one, take one, answer everything."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visit, Visitor, until
from tests.phieu.office import lines
from tests.phieu.test_form import CHECKLIST, full_record


def xlsx(page: Page, content: bytes | Path, name: str = "phieu.xlsx") -> None:
    """Open a workbook through the button of files."""
    picker = page.locator("input[type=file]")
    picker.set_input_files(content if isinstance(content, Path) else {"name": name, "mimeType": "", "buffer": content})


def made(page: Page, kind: str) -> bytes:
    """Return the file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Tải bản {kind} đã điền").click()
    return Path(download.value.path()).read_bytes()


def ready(visit: Visitor, address: str) -> Visit:
    """Return the form with the year 2025 chosen."""
    found = visit(address)
    found.page.get_by_label("Năm đánh giá").fill("2025")
    until(found.page, "quyche['data/phieu-trong']")
    return found


def apply(page: Page) -> None:
    """Let the form take what the preview shows."""
    page.get_by_role("button", name="Ghi vào phiếu").click()
    expect(page.locator(".notes")).to_contain_text("Đã lấy nội dung từ tệp Excel")


def full(page: Page) -> dict[str, Any]:
    """Return a record with an answer to every line, and nothing that a sheet has no place for."""
    record = full_record(page)
    codes = {line["id"] for line in lines(page.evaluate(CHECKLIST))}
    states = {state["id"] for state in page.evaluate(CHECKLIST)["scale"]["states"]}
    record["answers"] = {code: one for code, one in record["answers"].items() if code in codes}
    for answer in record["answers"].values():
        answer["points"] = None
        if answer["state"] not in states:
            answer["state"] = "partly"
    return record
