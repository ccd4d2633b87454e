"""It in Chromium: the form with its scale is filled, saved and opened again; the search finds; pages are accessible."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from quyche.checklists.record import AssessmentRecord
from quyche.project import Project
from tests.browser.looking import OVERFLOW, violations
from tests.browser.visiting import Scheme, Visitor
from tests.site.building import Site

CSP = "default-src 'none'; script-src 'self'"


def test_the_form_is_filled_saved_and_opened_again(visit: Visitor, second_address: str, second: Project) -> None:
    found = visit(f"{second_address}tu-danh-gia/to-thuy-nong/")
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    lines = page.locator("fieldset[data-code]")
    choices = ["Trọn vẹn", "Dở dang", "Được miễn", "Trọn vẹn", "Trọn vẹn"]
    expect(lines).to_have_count(len(choices))
    for number, label in enumerate(choices):
        lines.nth(number).get_by_label(label).check()
    lines.nth(2).get_by_label("Lý do").fill("Kênh không vỡ")
    expect(page.locator("#phieu-tong-hop")).to_contain_text("3/4")
    with page.expect_download() as download:
        page.get_by_role("button", name="Lưu tệp").first.click()
    path = Path(download.value.path())
    record = AssessmentRecord.model_validate_json(path.read_text("utf-8"))
    assert (record.regulation.id, record.body, record.scale) == (second.index.regulation.id, "to-thuy-nong", "ba-muc")
    states = [answer.state for answer in record.answers.values()]
    assert states == ["tron-ven", "do-dang", "mien", "tron-ven", "tron-ven"]

    again = visit(f"{second_address}tu-danh-gia/to-thuy-nong/").page
    file = {"name": "phieu.json", "mimeType": "application/json", "buffer": path.read_bytes()}
    again.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]  # a FilePayload
    expect(again.locator("fieldset[data-code]").nth(1).get_by_label("Dở dang")).to_be_checked()
    assert found.complaints == []


@pytest.mark.parametrize(
    ("typed", "address"),
    [("vot beo", "quy-che/dieu-5/"), ("don luc binh", "quy-che/dieu-5/"), ("bks", "quy-che/dieu-4/")],
)
def test_the_search_finds(visit: Visitor, second_address: str, typed: str, address: str) -> None:
    page = visit(f"{second_address}?q={typed.replace(' ', '+')}").page
    first = page.locator(".md-search-result__item a").first
    expect(first).to_be_visible()
    addresses = page.locator(".md-search-result__item a").evaluate_all("all => all.slice(0, 3).map(a => a.href)")
    assert any(address in found for found in addresses), addresses


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("so-sanh/", "light"),
        ("so-sanh/ban-2020/", "light"),
        ("so-sanh/ban-2020/", "dark"),
        ("tu-danh-gia/ban-quan-tri/", "light"),
    ],
)
def test_pages_are_quiet_and_accessible(visit: Visitor, second_address: str, path: str, scheme: Scheme) -> None:
    found = visit(second_address + path, scheme=scheme)
    for width in (1440, 360):
        found.page.set_viewport_size({"width": width, "height": 900})
        assert violations(found.page, scheme) == [], width
    found.page.set_viewport_size({"width": 320, "height": 640})
    assert found.page.evaluate(OVERFLOW) == [0]
    assert found.complaints == []


def test_sides_stand_side_by_side_when_there_is_room_and_one_under_the_other_on_a_phone(
    visit: Visitor, second_address: str
) -> None:
    page = visit(f"{second_address}so-sanh/ban-2020/").page
    sides = "() => [...document.querySelector('.compare tr[data-status=moved]').cells].slice(1)"
    tops = f"() => ({sides})().map(cell => Math.round(cell.getBoundingClientRect().top))"
    assert len(set(page.evaluate(tops))) == 1
    page.set_viewport_size({"width": 360, "height": 800})
    assert len(set(page.evaluate(tops))) == 2


def test_marks_are_seen_without_colour_on_paper(visit: Visitor, second_address: str) -> None:
    page = visit(f"{second_address}so-sanh/ban-2020/").page
    page.emulate_media(media="print")
    line = "tag => getComputedStyle(document.querySelector('.compare ' + tag)).textDecorationLine"
    assert [page.evaluate(line, tag) for tag in ("del", "ins")] == ["line-through", "underline"]


def test_data_blocks_are_neither_run_nor_refused_by_a_strict_policy(
    visit: Visitor, second_site: Site, tmp_path: Path
) -> None:
    """A block of JSON-LD is no script: ``script-src 'self'`` lets it stand, and refuses one that is."""
    html = (second_site.folder / "quy-che" / "dieu-5" / "index.html").read_text("utf-8")
    start = html.index('<script type="application/ld+json">')
    block = html[start : html.index("</script>", start) + len("</script>")]
    policy = f'<meta http-equiv="Content-Security-Policy" content="{CSP}">'
    shell = f'<!doctype html><html lang="vi"><head><meta charset="utf-8">{policy}<title>x</title></head><body>'
    path = tmp_path / "csp.html"
    path.write_text(f"{shell}{block}</body></html>", "utf-8")
    found = visit(path.as_uri())
    assert found.complaints == []
    read = "() => JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').textContent)['@type']"
    assert found.page.evaluate(read) == "Legislation"
    path.write_text(f"{shell}<script>window.ran = true</script></body></html>", "utf-8")
    refused = visit(path.as_uri())
    assert any("Content Security Policy" in line for line in refused.complaints)
    assert refused.page.evaluate("() => window.ran") is None
