"""The site's own letters: the fonts come with the site, and the italics have the letters that the text sets in them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from quyche.pages.fonts import letters_in_italics, web_fonts
from tests.browser.serving import served
from tests.browser.visiting import Visitor
from tests.site.building import Site

MOST = 40_000
"""Bytes of all faces together: a page may need each."""


def families(page: Page, selector: str) -> list[tuple[str, bool]]:
    """Return name of the family, and whether it came with the site, of each font that ``selector`` is drawn in."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return [(font["familyName"], font["isCustomFont"]) for font in fonts]


@pytest.mark.parametrize(
    ("path", "selector"), [("quy-che/dieu-5/", ".law em"), ("quy-che/", ".law em"), ("quy-che/", ".distribution em")]
)
def test_words_in_italics_are_drawn_in_one_face_of_the_site(
    visit: Visitor, address: str, path: str, selector: str
) -> None:
    page = visit(address + path).page
    page.evaluate("() => document.fonts.ready")
    ((family, ours),) = families(page, selector)
    assert ours
    assert family.startswith("Source Serif 4")


def test_letters_in_italics_are_those_that_are_read() -> None:
    pages = ("<p>không <em>Bến <a href='/x/'>Mây</a> &amp; kệ</em></p>", "<em>ạ\nq</em>")
    assert {chr(point) for point in letters_in_italics(pages)} == set("Bến Mây & kệ ạ\nq")


def test_a_letter_that_the_face_lacks_is_found_out(visit: Visitor, tmp_path: Path) -> None:
    fonts = web_fonts(tmp_path / "cache", letters_in_italics(["<em>kệ</em>"]))
    (tmp_path / "404.html").touch()
    (tmp_path / "italic.woff2").write_bytes(fonts["source-serif-4-italic.woff2"])
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset='utf-8'><link rel='icon' href='data:,'><style>@font-face { font-style: italic;"
        " font-family: 'Source Serif 4'; src: url(italic.woff2) }"
        " p { font: italic 20px 'Source Serif 4', monospace }</style><p id='good'>kệ</p><p id='bad'>kẻ</p>",
        encoding="utf-8",
    )
    with served(tmp_path) as address:
        page = visit(address).page
        page.evaluate("() => document.fonts.ready")
        assert [ours for _, ours in families(page, "#good")] == [True]
        assert sorted(ours for _, ours in families(page, "#bad")) == [False, True]


def test_all_faces_together_are_light(site: Site) -> None:
    assert 0 < sum(path.stat().st_size for path in (site.folder / "assets" / "fonts").glob("*.woff2")) < MOST
