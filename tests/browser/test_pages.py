"""Pages in use, in Chromium: what opens, fills or appears is accessible too, at home on a phone, and quiet.

The pages as they are loaded: ``test_every_page.py``.
"""

from tests.browser.looking import OVERFLOW, complaints, violations
from tests.browser.visiting import Visitor

FORM = "tu-danh-gia/ban-to-chuc-huyen-uy/"


def test_a_form_in_use_is_accessible(visit: Visitor, address: str) -> None:
    """Panels open, another year beside it, a sentence that something is wrong."""
    found = visit(f"{address}{FORM}")
    page = found.page
    for year, answer in (("2024", "Chưa thực hiện"), ("2025", "Thực hiện một phần")):
        page.get_by_label("Năm đánh giá").fill(year)
        page.locator("fieldset[data-code]").first.get_by_label(answer).check()
    page.get_by_label("Việc sẽ làm").first.fill("Bù")
    page.get_by_label("Thời hạn").first.fill("2025-06-30")
    page.evaluate("() => document.querySelectorAll('#phieu-thanh details').forEach((one) => { one.open = true; })")
    page.get_by_role("button", name="Dùng phiếu năm 2024").click()
    page.get_by_role("button", name="Xoá…").first.click()
    page.get_by_role("button", name="Đánh dấu đã xong").click()
    for width in (1440, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, "light") == [], width
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == [0]
    assert complaints(found) == []
