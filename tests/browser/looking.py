"""What is looked at on any page: each function returns what is wrong, in words, and nothing if all is well."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.browser.visiting import Scheme, Visit

AXE: str = Axe().axe_script
"""A script for ``visit``: has axe on every page; where it is not, it comes when it is needed."""

POLICY_LISTENER = """addEventListener("securitypolicyviolation", event =>
  (window.refused = window.refused || []).push(event.violatedDirective + " " + event.blockedURI));"""
"""A script for ``visit``: keeps what the page's own policy refused."""

OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = e => getComputedStyle(e).overflowX !== "visible";
  const holds = e => e && e !== document.body && (scrolls(e) || holds(e.parentElement));
  const wide = [...document.querySelectorAll("article *")]
    .filter(e => e.getBoundingClientRect().right > width + 1 && !holds(e.parentElement));
  return [document.documentElement.scrollWidth - width, ...wide.slice(0, 5).map(e => e.outerHTML.slice(0, 100))];
}"""

BUILT = """() => {
  const count = selector => document.querySelectorAll(selector).length;
  const names = ["main", "h1"].filter(name => count(name) !== 1).map(name => `${count(name)} × ${name}`);
  const found = [...names];
  if (document.documentElement.lang !== "vi") found.push("lang: " + document.documentElement.lang);
  if (!document.title.trim()) found.push("no title");
  if (!document.querySelector('meta[http-equiv="Content-Security-Policy"]')) found.push("no policy");
  const ahead = [...document.querySelectorAll("[tabindex]")].filter(e => e.tabIndex > 0);
  found.push(...ahead.map(e => "tabindex: " + e.outerHTML.slice(0, 100)));
  const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(e => Number(e.tagName[1]));
  levels.forEach((level, place) => {
    const before = levels[place - 1] || 0;
    if (level > before + 1) found.push(`h${level} after h${before}`);
  });
  return found;
}"""

ITALICS = """() => [...document.querySelectorAll("article *")].filter(e => {
  const { fontStyle, fontFamily } = getComputedStyle(e);
  const words = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
  return words && fontStyle === "italic" && fontFamily.includes("Source Serif") && !e.closest("em");
}).map(e => "italics: " + e.outerHTML.slice(0, 100))"""

ALIKE = """() => {
  const names = ["color", "backgroundColor", "backgroundImage", "opacity", "filter", "mixBlendMode", "textShadow",
    "fontSize", "fontWeight", "webkitTextStroke"];
  const all = [...document.querySelectorAll("body, body *")], looks = new Map(), numbers = new Map(), grounds = [];
  const look = e => {
    if (!e.parentElement || looks.has(e)) return looks.get(e);
    const style = getComputedStyle(e), own = names.map(name => style[name]);
    const whole = [look(e.parentElement), e.tagName, e.getAttribute("class"), ...own].join("|");
    looks.set(e, numbers.get(whole) ?? numbers.set(whole, numbers.size).get(whole));
    return looks.get(e);
  };
  for (const e of all) {
    e.removeAttribute("data-tried");
    e.removeAttribute("data-link");
    const { backgroundColor, backgroundImage } = getComputedStyle(e);
    if (backgroundColor !== "rgba(0, 0, 0, 0)" || backgroundImage !== "none") {
      grounds.push([e, e.getBoundingClientRect()]);
    }
  }
  const seen = new Set(), links = new Set(), wide = document.documentElement.scrollWidth;
  const spoken = e => [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const among = e => e.tagName === "BODY" ? "" : `${spoken(e) ? 1 : 0}${getComputedStyle(e).display}`
    + (getComputedStyle(e).display === "inline" ? among(e.parentElement) : "");
  for (const e of all) {
    const words = [...e.childNodes].filter(n => n.nodeType === Node.TEXT_NODE).map(n => n.data.trim()).join("");
    if (!words && !e.matches("a[href], [role=link], input, select, textarea")) continue;
    const box = e.getBoundingClientRect();
    const apart = grounds.some(([ground, { left, right, top, bottom }]) =>
      left < box.right && right > box.left && top < box.bottom && bottom > box.top
      && !ground.contains(e) && !e.contains(ground));
    const shown = e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && box.width > 1
      && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < wide;
    const key = [look(e), words.length > 1 && /\\p{L}|\\p{N}/u.test(words), !words, shown, e.matches(":disabled"),
      e.getAttribute("aria-disabled"), e.getAttribute("type")].join("|");
    if (apart || !seen.has(key)) e.setAttribute("data-tried", "");
    if (!apart) seen.add(key);
    if (e.matches("a[href], [role=link]")) {
      const link = key + among(e);
      if (!links.has(link)) e.setAttribute("data-link", "");
      links.add(link);
    }
  }
  axe.configure({ rules: [
    { id: "color-contrast", selector: "[data-tried]" },
    { id: "link-in-text-block", selector: "[data-link]" },
  ] });
}"""
"""Has the two rules about colours, which take most of the time, try once what looks alike down to the ground.

Alike are elements of one class in one colour, size and weight, in parents that are alike. What lies on or under
something that is no parent of it is always tried itself. Links are alike that also stand among words in the same way.
"""

INKS = """async () => {
  const options = { contrastRatio: { normal: { expected: 21 }, large: { expected: 21 } } };
  axe.configure({ checks: [{ id: "color-contrast", options }] });
  const { violations } = await axe.run({ runOnly: ["color-contrast"], preload: false });
  return violations.flatMap(found => found.nodes).map(({ any: [{ data }] }) =>
    [data.fgColor, data.bgColor, data.fontSize, data.fontWeight].join(" "));
}"""

_RUN = """async ([within, options]) => (await axe.run(within, options)).violations.flatMap(violation =>
  violation.nodes.map(node => [
    `${violation.id}:`, node.target, node.html.slice(0, 160), (node.failureSummary || "").slice(0, 240)].join(" ")))"""
_OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "preload": False,  # the styles are the site's own and loaded
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.2, 2.5.8: axe leaves it out unless asked
}
_DRAWN = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")


def everything(page: Page) -> list[str]:
    """Return what axe finds with all its rules, the size of targets among them."""
    return _found(page, _OPTIONS)


def drawn(page: Page) -> list[str]:
    """Return what axe finds wrong in colours and places: all that another palette or width changes."""
    return _found(page, _OPTIONS | {"runOnly": {"type": "rule", "values": _DRAWN}})


def inside(page: Page, box: str) -> list[str]:
    """Return what axe finds with all its rules in what the selector ``box`` finds, however alike it is to the rest."""
    _with_axe(page)
    page.evaluate("() => axe.reset()")
    found: list[str] = page.evaluate(_RUN, [box, _OPTIONS])
    return found


def _found(page: Page, options: dict[str, Any]) -> list[str]:
    _with_axe(page)
    page.evaluate(ALIKE)
    found: list[str] = page.evaluate(_RUN, ["html", options])
    return found


def _with_axe(page: Page) -> None:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE)


def inks(page: Page, *, alike_once: bool) -> list[str]:
    """Return colour, ground, size and weight of each element whose contrast axe looks at, where it is not the most."""
    page.evaluate(AXE)
    if alike_once:
        page.evaluate(ALIKE)
    found: list[str] = page.evaluate(INKS)
    return found


def violations(page: Page, scheme: Scheme) -> list[str]:
    """Return what axe finds; in the dark, what has to do with how it is drawn: nothing else is different there."""
    return everything(page) if scheme == "light" else drawn(page)


def sideways(page: Page) -> list[str]:
    """Return what scrolls sideways with letters of 200 %, zoomed to 200 %, and at 320 px, where the page stays."""
    found: list[str] = []
    for name, width, letters in (("letters 200 %", 1280, 2), ("zoom 200 %", 640, 1), ("320 px", 320, 1)):
        size: ViewportSize = {"width": width, "height": 640}
        if page.viewport_size != size:
            page.set_viewport_size(size)
        page.evaluate(
            "n => { const root = document.documentElement; root.style.fontSize = '';"
            " if (n > 1) root.style.fontSize = n * parseFloat(getComputedStyle(root).fontSize) + 'px'; }",
            letters,
        )
        overflow, *wide = page.evaluate(OVERFLOW)
        found += [f"{name}: {overflow} px too wide"] * (overflow > 0) + [f"{name}: {html}" for html in wide]
    return found


def built(page: Page) -> list[str]:
    """Return what is wrong in how the page is made: language, title, policy, one h1, one main, headings, tabindex."""
    found: list[str] = page.evaluate(BUILT)
    return found


def italics(page: Page) -> list[str]:
    """Return what is set in the italics of the text and is no ``em``: the face would lack its letters."""
    found: list[str] = page.evaluate(ITALICS)
    return found


def refused(page: Page) -> list[str]:
    """Return what the page's own policy refused; the page must have been opened with ``POLICY_LISTENER``."""
    found: list[str] = page.evaluate("() => window.refused || []")
    return found


def complaints(visit: Visit) -> list[str]:
    """Return what the page complained about, but for the status of a page that is meant to be missing."""
    return [line for line in visit.complaints if not ("404" in line and "/khong/co/trang-nay/" in line)]
