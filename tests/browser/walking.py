"""Walk over a page with the keyboard: each stop is seen, and shows that it has the focus."""

from typing import Any

from playwright.sync_api import Locator, Page

FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  window.numbers = window.numbers || new Map();
  if (!numbers.has(element)) numbers.set(element, numbers.size);
  const shows = e => {
    const style = getComputedStyle(e);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const small = element.getBoundingClientRect().width <= 1;  /* the theme's switches: labels beside hidden inputs */
  const stand = small && element.matches("input") ? element.nextElementSibling : element;
  const box = stand.getBoundingClientRect(), style = getComputedStyle(stand);
  const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  return {
    number: numbers.get(element),
    html: element.outerHTML.slice(0, 120),
    seen: box.width > 1 && box.height > 1 && style.visibility === "visible" && inside,
    marked: [element, stand, stand.closest('label'), element.parentElement].filter(Boolean).some(shows),
  };
}"""
UNREACHED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter(e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !e.disabled && !numbers.has(e))
  .filter(e => { const box = e.getBoundingClientRect(); return box.width > 1 && box.height > 1; })
  .map(e => e.outerHTML.slice(0, 160))"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press Tab until the focus leaves the page or comes round, and return what had it."""
    steps: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        step = page.evaluate(FOCUSED)
        if step is None or step["number"] < len(steps):
            return steps
        steps.append(step)
        assert len(steps) < 500


def reach(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press ``key`` until ``wanted`` has the focus; every stop on the way must be seen, marked and new."""
    passed: list[int] = []
    while not wanted.evaluate("element => element === document.activeElement"):
        page.keyboard.press(key)
        step = page.evaluate(FOCUSED)
        assert step is not None, f"the end of the page, and never at {wanted}"
        part_of_date = 'type="date"' in step["html"] and passed[-1:] == [step["number"]]  # day, month, year, calendar
        assert part_of_date or step["number"] not in passed, f"round again, and never at {wanted}: {step['html']}"
        assert step["seen"], step["html"]
        assert step["marked"], step["html"]
        passed.append(step["number"])
