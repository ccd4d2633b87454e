"""The finished site beside what MkDocs built: the same to the eye, less to load, nothing against its own policy."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from quyche.publishing.policy import POLICY
from tests.browser.serving import served
from tests.browser.visiting import Visitor
from tests.site.building import Site, build_with_mkdocs

PATHS = ("", "quy-che/dieu-6/", "co-quan/ban-dan-van-huyen-uy/", "ma-tran/", "tu-danh-gia/", "tu-danh-gia/ubnd-huyen/")
VIOLATIONS = """addEventListener("securitypolicyviolation", event =>
  (window.violations = window.violations || []).push(event.violatedDirective + " " + event.blockedURI));"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[str]:
    """Give the address of our site as MkDocs builds it."""
    with served(build_with_mkdocs(project, tmp_path_factory.mktemp("plain"))) as address:
        yield address


def looked_at(page: Page) -> list[bytes]:
    """Return pictures of the page: wide, narrow, with the menu open, and with the search open."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    pictures = [at_rest(page)]
    page.set_viewport_size({"width": 360, "height": 800})
    pictures.append(at_rest(page))
    for opened in ("__drawer", "__search"):
        page.evaluate("id => { document.getElementById(id).checked = true }", opened)
        pictures.append(at_rest(page))
        page.evaluate("id => { document.getElementById(id).checked = false }", opened)
    return pictures


def at_rest(page: Page) -> bytes:
    """Return a picture of the page once two in a row are the same."""
    before, picture = b"", page.screenshot(animations="disabled", caret="hide")
    while picture != before:
        page.wait_for_timeout(100)
        before, picture = picture, page.screenshot(animations="disabled", caret="hide")
    return picture


def differing(here: bytes, there: bytes) -> int:
    """Return how many pixels differ: round corners are not drawn alike twice, an icon has some five hundred."""
    one, other = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in (here, there))
    assert one.size == other.size
    return sum(1 for pixel in ImageChops.difference(one, other).convert("L").tobytes() if pixel)


@pytest.mark.parametrize("path", PATHS)
def test_the_finished_page_looks_as_before(visit: Visitor, address: str, plain: str, path: str) -> None:
    before, after = (looked_at(visit(base + path, width=1200).page) for base in (plain, address))
    assert max(differing(here, there) for here, there in zip(before, after, strict=True)) < 100


def test_a_page_asks_for_fewer_files(visit: Visitor, address: str, plain: str) -> None:
    counts = []
    for base in (plain, address):
        found = visit(f"{base}quy-che/dieu-5/")
        found.page.wait_for_load_state("networkidle")
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
    found.page.wait_for_function("(window.violations || []).length >= 3")
    assert {line.split()[0] for line in found.page.evaluate("window.violations")} == {
        "script-src-elem",
        "img-src",
        "style-src-attr",
    }
    assert found.page.evaluate("window.ran") is None
