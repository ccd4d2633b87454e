"""What readers set in their system: high contrast keeps every sign, less motion stops every movement."""

from playwright.sync_api import Page, expect

from tests.browser.visiting import Visitor

ARTICLE = "quy-che/dieu-5/"
MOVING = """() => [...document.querySelectorAll("*")].filter(e => {
  const style = getComputedStyle(e);
  const long = words => words.split(",").some(time => parseFloat(time) > 0.01);
  return (long(style.transitionDuration) && style.transitionProperty !== "none")
    || (style.animationName !== "none" && long(style.animationDuration)) || style.scrollBehavior === "smooth";
}).map(e => e.outerHTML.slice(0, 100))"""
STYLE = "(element, name) => getComputedStyle(element)[name]"


def high_contrast(visit: Visitor, address: str) -> Page:
    """Return a page as Windows shows it in high contrast on black."""
    page = visit(address).page
    page.emulate_media(forced_colors="active", color_scheme="dark")
    return page


def test_less_motion_stops_every_movement(visit: Visitor, address: str) -> None:
    for path in ("", ARTICLE, "tu-danh-gia/ban-to-chuc-huyen-uy/", "giang-day/bai-1/trinh-chieu/"):
        assert visit(address + path).page.evaluate(MOVING) == [], path


def test_movement_is_found_out(visit: Visitor, address: str) -> None:
    page = visit(address).page
    page.evaluate("() => { document.querySelector('h1').style.animation = 'x 1s'; }")
    assert len(page.evaluate(MOVING)) == 1


def test_high_contrast_keeps_what_grounds_and_shadows_told(visit: Visitor, address: str) -> None:
    page = high_contrast(visit, address + ARTICLE)
    assert page.locator(".md-tabs__item--active").evaluate(STYLE, "borderBottomStyle") == "solid"
    page.locator(".law a.term").first.focus()
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate(STYLE, "outlineStyle") == "solid"
    page.goto(address + "ma-tran/")
    lead, does = page.locator(".matrix [data-role=lead]:not([data-by])"), page.locator(".matrix .role[data-by=other]")
    grounds = [sign.first.evaluate(STYLE, "backgroundColor") for sign in (lead, does)]
    assert grounds[0] != grounds[1]


def test_high_contrast_shows_controls_choices_and_drawings(visit: Visitor, address: str) -> None:
    page = high_contrast(visit, address + "tu-danh-gia/ban-to-chuc-huyen-uy/")
    page.get_by_label("Năm đánh giá").fill("2025")
    line = page.locator("fieldset[data-code]").first
    line.get_by_role("radio").first.check()
    chosen, other = (line.locator(".choices label").nth(number) for number in (0, 1))
    assert chosen.evaluate(STYLE, "outlineStyle") == "solid"
    assert other.evaluate(STYLE, "outlineStyle") == "none"
    for control in (page.get_by_label("Tên đơn vị"), page.get_by_role("button", name="Lưu tệp").first):
        expect(control).to_be_visible()
        assert control.evaluate(STYLE, "borderTopStyle") == "solid"
    page.goto(address)
    icon = page.locator(".door svg").first
    assert icon.evaluate(STYLE, "stroke") == page.locator("h1").evaluate(STYLE, "color")
