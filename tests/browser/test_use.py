"""What people do on the pages: copy a citation, find their body, look at one column, walk with the keyboard."""

import re

import pytest
from playwright.sync_api import expect

from quyche.duties.assignment import Duties
from quyche.duties.matrix import matrix
from quyche.regulation.index import Index
from tests.browser.visiting import Visitor
from tests.browser.walking import UNREACHED, walk

ARTICLE = "quy-che/dieu-5/"
CITATION = "khoản 8 Điều 5 Quy chế công tác dân vận của hệ thống chính trị"
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });"


@pytest.fixture(params=["clipboard", "no clipboard"])
def copied(request: pytest.FixtureRequest, visit: Visitor, address: str) -> str:
    """Return what is on the clipboard after a click on the button of khoản 8 Điều 5, in a new and in an old browser."""
    found = visit(address + ARTICLE, script="" if request.param == "clipboard" else NO_CLIPBOARD)
    found.context.grant_permissions(["clipboard-read", "clipboard-write"])
    section = found.page.locator("section", has=found.page.locator("[data-provision='d5.k8']")).last
    section.get_by_role("button", name="Sao chép trích dẫn").click()
    expect(section.get_by_role("status")).to_have_text(re.compile("Đã (sao )?chép"))
    field = found.context.new_page()
    field.goto(address + "du-lieu/quy-che.json")
    field.set_content("<textarea autofocus></textarea>")
    field.locator("textarea").press("Control+V")
    assert found.complaints == []
    return field.locator("textarea").input_value()


def test_copying_gives_the_citation_and_the_address(copied: str, address: str) -> None:
    assert copied == f"{CITATION}\n{address}{ARTICLE}#dieu-5-khoan-8"


def test_every_provision_can_be_copied(visit: Visitor, address: str, ours: Index) -> None:
    page = visit(address + ARTICLE).page
    article = ours.place["d5"].provision
    assert page.locator("button.copy").count() == sum(1 for place in ours.within(article) if place.provision.text)


def test_keyboard_alone_reaches_everything(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE).page
    steps = walk(page)
    assert "md-skip" in steps[0]["html"]
    assert [step["html"] for step in steps if not step["seen"]] == []
    assert [step["html"] for step in steps if not step["marked"]] == []
    assert page.evaluate(UNREACHED) == []
    for part in ("header button, header input", "button.copy", "a[rel=prev]", "a[rel=next]"):
        reached = page.locator(part).evaluate_all("parts => parts.map(part => numbers.has(part))")
        assert any(reached), part
    assert all(page.locator("button.copy").evaluate_all("buttons => buttons.map(button => numbers.has(button))"))


def test_skip_link_leads_past_the_menus(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{ARTICLE}#dieu-5")
    page.keyboard.press("Tab")
    assert page.evaluate("() => !!document.activeElement.closest('article')")


@pytest.mark.parametrize("way_out", ["Escape", "button", "click"])
def test_menu_opens_by_keyboard_on_a_phone_and_closes(visit: Visitor, address: str, way_out: str) -> None:
    page = visit(address + ARTICLE, 360).page
    link = page.locator(".md-sidebar--primary a[href]:visible").first
    expect(link).not_to_be_in_viewport()
    button = page.get_by_role("button", name=re.compile("danh mục", re.IGNORECASE)).first
    button.press("Enter")
    expect(link).to_be_in_viewport()
    expect(link).to_be_focused()  # two frames after it came: until then the focus is still on the button
    if way_out == "Escape":
        page.keyboard.press("Escape")
    elif way_out == "button":  # leaving the menu for its button closes it
        button.focus()
    else:  # a finger where the button is
        box = button.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(link).not_to_be_in_viewport()


def test_menu_closed_before_it_was_drawn_stays_closed(visit: Visitor, address: str) -> None:
    page = visit(address + ARTICLE, 360).page
    button = page.get_by_role("button", name=re.compile("danh mục", re.IGNORECASE)).first
    button.focus()
    button.evaluate("""async (button) => {
      button.click();
      button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      for (let frame = 0; frame < 4; frame += 1) { await new Promise(requestAnimationFrame); }
    }""")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    expect(page.locator(".md-sidebar--primary a[href]:visible").first).not_to_be_in_viewport()


def test_closed_menu_takes_no_focus_on_a_phone(visit: Visitor, address: str) -> None:
    steps = walk(visit(address + ARTICLE, 360).page)
    assert [step["html"] for step in steps if not step["seen"]] == []
    assert [step["html"] for step in steps if not step["marked"]] == []


def test_body_picker_leads_to_the_body(visit: Visitor, address: str) -> None:
    page = visit(address).page
    picker = page.get_by_label("Cơ quan đang công tác")
    picker.select_option(label="Ban Dân vận Huyện ủy")
    page.get_by_role("button", name="Xem nhiệm vụ").click()
    expect(page).to_have_url(f"{address}co-quan/ban-dan-van-huyen-uy/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ban Dân vận Huyện ủy")


def test_matrix_of_one_body_shows_its_rows_alone(visit: Visitor, address: str, duties: Duties) -> None:
    body = "hdnd-huyen"
    rows = matrix(duties)
    marked = [row for row in rows for cell in row.cells if cell.body.id == body and cell.signs]
    page = visit(address + "ma-tran/").page
    visible = page.locator(".matrix tbody tr:not(.chapter):visible")
    expect(visible).to_have_count(len(rows))
    picker = page.get_by_label("Chỉ xem một cơ quan")
    picker.select_option(value=body)
    expect(visible).to_have_count(len(marked))
    assert 0 < len(marked) < len(rows)
    seen = page.locator(".matrix :is(td, th)[data-body]:visible").evaluate_all(
        "cells => cells.map(c => c.dataset.body)"
    )
    assert set(seen) == {body}
    picker.select_option(value="")
    expect(visible).to_have_count(len(rows))
