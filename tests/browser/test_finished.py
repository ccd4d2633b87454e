"""The finished site beside what MkDocs built: the same to the eye, less to load, nothing against its own policy."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from quyche.publishing.policy import POLICY
from tests.browser.serving import served
from tests.browser.visiting import Visitor, settled, until
from tests.site.building import Site, build_with_mkdocs

PATHS = ("", "quy-che/dieu-6/", "co-quan/ban-dan-van-huyen-uy/", "ma-tran/", "tu-danh-gia/", "tu-danh-gia/ubnd-huyen/")
VIOLATIONS = """addEventListener("securitypolicyviolation", event =>
  (window.violations = window.violations || []).push(event.violatedDirective + " " + event.blockedURI));"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[str]:
    """Give the address of our site as MkDocs builds it."""
    with served(build_with_mkdocs(project, tmp_path_factory.mktemp("plain"))) as address:
        yield address


WIDE, NARROW = (1200, 900), (360, 800)
STATES = {"wide": (WIDE, ""), "narrow": (NARROW, ""), "menu": (NARROW, "__drawer"), "search": (NARROW, "__search")}
"""How a page is looked at: the size of the window, and what is open."""
LOOKS = 50
"""Pictures that are taken until two are alike: the theme moves its parts a little later than the window its sides."""


def put(page: Page, size: tuple[int, int], opened: str) -> None:
    """Give the window its size, close what was open, and open what is to be."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    switch = "id => document.querySelectorAll('.md-toggle').forEach(toggle => { toggle.checked = toggle.id === id; })"
    page.evaluate(switch, opened)


def differing(here: Page, there: Page) -> int:
    """Return how many pixels differ: round corners are not drawn alike twice, an icon has some five hundred."""
    pictures = (page.screenshot(animations="disabled", caret="hide") for page in (here, there))
    one, other = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures)
    assert one.size == other.size
    return sum(ImageChops.difference(one, other).convert("L").histogram()[1:])


def test_the_finished_pages_look_as_before(visit: Visitor, address: str, plain: str) -> None:
    windows = {base: visit(base).page for base in (plain, address)}
    for path in PATHS:
        for base, page in windows.items():
            page.goto(base + path)
            settled(page)
        for state in STATES.values():
            for page in windows.values():
                put(page, *state)
            assert any(differing(*windows.values()) < 100 for _ in range(LOOKS)), (path, state)


def test_another_look_is_found_out(visit: Visitor, address: str) -> None:
    before, after = (settled(visit(address, width=1200).page) for _ in range(2))
    after.evaluate("() => { document.querySelector('h1').style.color = 'red'; }")
    assert differing(before, after) > 500


def test_a_page_asks_for_fewer_files(visit: Visitor, address: str, plain: str) -> None:
    counts = []
    for base in (plain, address):
        found = visit(f"{base}quy-che/dieu-5/")
        settled(found.page)
        counts.append(sum(f"{base}assets/" in request for request in found.requests))
    assert counts[1] < counts[0] - 8


def test_every_page_carries_the_policy(site: Site) -> None:
    assert "'unsafe" not in str(POLICY)
    policies = {
        path: page.read_text("utf-8").count('http-equiv="Content-Security-Policy"') for path, page in site.pages.items()
    }
    assert {path for path, count in policies.items() if count != 1} == set()


def test_the_policy_stops_what_is_not_ours(visit: Visitor, address: str) -> None:
    found = visit(address, script=VIOLATIONS)
    found.page.evaluate(
        """() => { const script = document.createElement("script"); script.textContent = "window.ran = true";
          document.body.append(script);
          const image = new Image(); image.src = "http://localhost:1/x.png"; document.body.append(image);
          document.body.setAttribute("style", "color: red"); }"""
    )
    until(found.page, "(window.violations || []).length >= 3")
    assert {line.split()[0] for line in found.page.evaluate("window.violations")} == {
        "script-src-elem",
        "img-src",
        "style-src-attr",
    }
    assert found.page.evaluate("window.ran") is None
