"""The site in use under its own policy: forms, files, print, exams, the roll-up, a presentation; http and disk."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import POLICY_LISTENER, refused
from tests.browser.visiting import Visit, Visitor, until

FORM = "tu-danh-gia/ban-to-chuc-huyen-uy/"
NO_PRINT = "window.print = () => { dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')); };"
Opened: TypeAlias = Callable[[str], Visit]


@pytest.fixture(params=["http", "file"])
def opened(request: pytest.FixtureRequest, visit: Visitor) -> Opened:
    """Return what opens a page of the site, served and from a disk; both carry the policy."""
    if request.param == "file":
        folder: Path = request.getfixturevalue("unpacked")
        return lambda path: visit((folder / path / "index.html").as_uri(), script=POLICY_LISTENER + NO_PRINT)
    address = request.getfixturevalue("address")
    return lambda path: visit(address + path, script=POLICY_LISTENER + NO_PRINT)


def downloads(page: Page, *names: str) -> list[Path]:
    """Press the buttons and return the files that they give."""
    files = []
    for name in names:
        with page.expect_download() as download:
            page.get_by_role("button", name=name).first.click()
        files.append(Path(download.value.path()))
    return files


def quiet(found: Visit) -> None:
    """Hold that nothing was refused, nothing complained of, and nothing asked for elsewhere."""
    assert refused(found.page) == []
    assert found.complaints == []
    assert [url for url in found.requests if url.startswith("http") and not url.startswith("http://127.0.0.1")] == []


def test_the_form_and_the_roll_up_of_its_file(opened: Opened, tmp_path: Path) -> None:
    found = opened(FORM)
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    page.get_by_label("Tên đơn vị").fill("Đơn vị thử")
    line = page.locator("fieldset[data-code]").first
    line.get_by_role("radio").nth(1).check()
    page.get_by_label("Việc sẽ làm").first.fill("Bù")
    page.get_by_label("Thời hạn").first.fill("2025-06-30")
    until(page, "quyche['data/phieu-trong']")
    saved, _, workbook = downloads(page, "Lưu tệp", "Tải bản Word đã điền", "Tải bản Excel đã điền")
    page.get_by_role("button", name="In phiếu").click()
    files = [tmp_path / "phieu.json", tmp_path / "phieu.xlsx"]
    for file, source in zip(files, (saved, workbook), strict=True):
        file.write_bytes(source.read_bytes())
    line.get_by_role("radio").first.check()
    page.locator("input[type=file]").first.set_input_files(files[1])
    expect(page.locator("dialog.preview")).to_be_visible()
    quiet(found)
    found = opened("tu-danh-gia/tong-hop/")
    found.page.set_input_files("#chon-tep", files)
    expect(found.page.get_by_label("Năm tổng hợp")).to_be_visible()
    downloads(found.page, "Lưu kết quả (JSON)")
    found.page.get_by_role("button", name="In bảng tổng hợp").click()
    quiet(found)


def test_practice_an_exam_and_a_presentation(opened: Opened) -> None:
    found = opened("giang-day/luyen-tap/")
    found.page.get_by_role("button", name="Bắt đầu").click()
    found.page.locator("#cau-hoi input").first.check()
    found.page.get_by_role("button", name="Trả lời").click()
    expect(found.page.locator("#cau-hoi .verdict")).to_be_visible()
    quiet(found)
    found = opened("giang-day/de-kiem-tra/")
    found.page.locator("#lap-de button[type=submit]").click()
    expect(found.page.locator(".exam-paper").first).to_be_visible()
    quiet(found)
    found = opened("giang-day/bai-1/trinh-chieu/")
    found.page.get_by_role("button", name="Sau").click()
    found.page.get_by_role("button", name="Lời giảng").click()
    found.page.get_by_role("button", name="In").click()
    quiet(found)


def test_the_search_and_a_term(opened: Opened) -> None:
    found = opened("quy-che/dieu-5/")
    found.page.locator("input.md-search__input").click()
    found.page.locator("input.md-search__input").press_sequentially("giao ban")
    expect(found.page.locator(".md-search-result__link").first).to_be_visible()
    found.page.keyboard.press("Escape")
    found.page.locator(".law a.term").first.click()
    expect(found.page.locator(".meaning")).to_be_visible()
    quiet(found)
