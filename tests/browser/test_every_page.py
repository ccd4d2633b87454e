"""Every page of the built site, not one of each kind: accessible in both palettes, wide and narrow, quiet, alone.

Each page is loaded once. Every rule of axe is tried wide in the light; at 320 px in the dark those are tried again
which look at how things are drawn.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import AXE, POLICY_LISTENER, built, drawn, everything, inks, italics, refused, sideways
from tests.browser.serving import served
from tests.browser.visiting import Visit, Visitor, visiting
from tests.site.building import Site

MISSING = "khong/co/trang-nay/"
WITHOUT_DARK = ("khong-co-mang.html", "/trinh-chieu/")
"""Pages without the theme: one palette."""


def faults(found: Visit, address: str, path: str) -> list[str]:
    """Return all that is wrong with the page at ``path``, which is opened in the window of ``found``."""
    page = found.page
    found.complaints.clear()
    found.requests.clear()
    page.set_viewport_size({"width": 1280, "height": 640})
    page.goto(address + path)
    page.evaluate("() => document.fonts.ready")
    wrong = built(page) + italics(page) + [f"light: {line}" for line in everything(page)] + sideways(page)
    if not any(part in path for part in WITHOUT_DARK):
        page.evaluate("() => { document.body.dataset.mdColorScheme = 'slate'; }")
    wrong += [f"dark: {line}" for line in drawn(page)]
    wrong += [f"refused: {line}" for line in refused(page)]
    wrong += [line for line in found.complaints if not (path == MISSING and "404" in line)]
    return wrong + [f"foreign: {url}" for url in found.requests if not url.startswith((address, "data:", "blob:"))]


def paths_of(site: Site) -> list[str]:
    """Return the paths of all pages, an address where nothing is among them."""
    return [path for path in site.pages if path != "404.html"] + [MISSING]


def test_every_page_is_accessible_quiet_and_alone(visit: Visitor, address: str, site: Site) -> None:
    found, paths = visit(address, script=POLICY_LISTENER + AXE), paths_of(site)
    assert len(paths) > 80
    wrong = {path: lines for path in paths if (lines := faults(found, address, path))}
    assert wrong == {}


@pytest.mark.parametrize("path", ["tu-danh-gia/", "quy-che/dieu-1/"])
def test_what_looks_alike_is_tried_once_and_no_colours_are_missed(visit: Visitor, address: str, path: str) -> None:
    page = visit(address + path, width=1280).page
    for scheme in ("default", "slate"):
        page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", scheme)
        every, tried = inks(page, alike_once=False), inks(page, alike_once=True)
        assert len(tried) < len(every)
        assert set(tried) == set(every)


def test_every_page_has_a_title_of_its_own(site: Site) -> None:
    titles: dict[str, list[str]] = {}
    for path, file in site.pages.items():
        (title,) = re.findall(r"<title>([^<]*)</title>", file.read_text(encoding="utf-8"))
        titles.setdefault(title, []).append(path)
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


GOOD = "<h1>Tên</h1><p>Lời</p>"
WORDS_AND_LINK = GOOD + "<p>Words before <a href='#'>a link like them</a> and words after</p>"
BAD = {
    "no policy": ("", GOOD),
    "2 × h1": ("", "<h1>Tên</h1><h1>Tên</h1>"),
    "h3 after h1": ("", "<h1>Tên</h1><h3>Mục</h3>"),
    "tabindex": ("", GOOD + "<a href='#' tabindex='2'>Đường dẫn</a>"),
    "italics": ("p { font: italic 1rem 'Source Serif 4' }", GOOD),
    "light: color-contrast": ("p { color: #bbb; }", GOOD),
    "dark: color-contrast": ("[data-md-color-scheme=slate] p { color: #bbb; }", GOOD),
    "light: color-contrast: #over": (
        "div { background: #222; height: 6em; } #over { position: relative; top: -5em; }",
        GOOD + "<div></div><p id='over'>Alike, but on another ground</p>",
    ),
    "light: link-in-text-block": ("", WORDS_AND_LINK),
    "dark: link-in-text-block": ("", WORDS_AND_LINK),
    "light: link-in-text-block: #among": (
        "",
        GOOD + "<p><a href='#'>One alone</a></p><p>Words <a href='#' id='among'>like one alone</a> and words</p>",
    ),
    "dark: target-size": ("", GOOD + "<p><button>a</button><button>b</button></p>"),
    "320 px": ("p { width: 500px; }", GOOD),
    "zoom 200 %": ("p { width: 700px; }", GOOD),
    "letters 200 %": ("p { width: 45rem; }", GOOD),
    "error: Failed to load resource": ("", GOOD + "<img src='khong-co.png' alt=''>"),
    "foreign": ("", GOOD + "<img src='http://localhost:1/x.png' alt=''>"),
    "refused: script-src": (
        "",
        "<meta http-equiv='Content-Security-Policy' content=\"script-src 'self'\">" + GOOD + "<script>1</script>",
    ),
}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Visit]:
    """Give a window that many bad pages are opened in."""
    with visiting(browser) as opened:
        yield opened("about:blank", script=POLICY_LISTENER + AXE)


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_page_is_found_out(window: Visit, tmp_path: Path, fault: str) -> None:
    style, words = BAD[fault]
    style += "a { color: #111; text-decoration: none; }"
    style += "button { width: 12px; height: 12px; padding: 0; border: 0; margin: 0; }"
    head, _, rest = words.rpartition("<h1>") if fault.startswith("refused") else ("", "", words.removeprefix("<h1>"))
    page = (
        f"<!doctype html><html lang='vi'><head><title>Trang</title><link rel='icon' href='data:,'>{head}"
        f"<style>{style}</style></head><body><main><article><h1>{rest}</article></main></body></html>"
    )
    (tmp_path / "404.html").write_text("", encoding="utf-8")
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    with served(tmp_path) as address:
        wrong = faults(window, address, "")
    assert [line for line in wrong if line.startswith(fault)] != [], wrong
