"""Read built pages as trees."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from tests.site.building import Site

LINKS = ("href", "src", "action", "poster", "data", "cite")
STYLE_LINK = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


@cache
def tree(path: Path) -> html.HtmlElement:
    """Return the page in ``path``."""
    return html.document_fromstring(path.read_bytes().decode("utf-8"))


def pages(site: Site) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield the address and the tree of every page of ``site``."""
    for address, path in site.pages.items():
        yield address, tree(path)


def page(site: Site, address: str) -> html.HtmlElement:
    """Return the page of ``site`` at ``address``."""
    return tree(site.pages[address])


def elements(within: html.HtmlElement, xpath: str) -> list[html.HtmlElement]:
    """Return the elements that ``xpath`` finds, in document order."""
    found = within.xpath(xpath)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, html.HtmlElement)]


def words(element: html.HtmlElement) -> str:
    """Return the text of ``element``, letter for letter."""
    return "".join(str(part) for part in element.itertext())


def flat(element: html.HtmlElement) -> str:
    """Return the text of ``element`` with every run of white space as one space, as it is seen."""
    return " ".join(words(element).split())


def content(tree_: html.HtmlElement) -> html.HtmlElement:
    """Return what the page itself says: without header, menus, status and foot."""
    (article,) = elements(tree_, "//article")
    return article


def target(address: str, link: str) -> tuple[str, str]:
    """Return (address from the root, fragment) that ``link`` leads to from the page at ``address``."""
    parts = urlsplit(link)
    if not parts.path:
        return address, unquote(parts.fragment)
    root = "/" if parts.path.startswith("/") else f"/{posixpath.dirname(address)}"
    path = posixpath.normpath(posixpath.join(root, unquote(parts.path))).lstrip("/")
    folder = parts.path.endswith(("/", ".", "..")) and path
    return f"{path}/" if folder else path, unquote(parts.fragment)


def foreign(link: str) -> bool:
    """Tell whether ``link`` leads to another host."""
    parts = urlsplit(link)
    return bool(parts.netloc) or (parts.scheme not in {"", "data"})


DAY = re.compile(
    r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:ngày|mùng|mồng)\s+\d+(?:\s+tháng\s+\d+)?",
    re.IGNORECASE,
)
"""A day: 01/7/2025, 2025-07-01, ngày 15."""
SHORT_DAY = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2])\b")
"""A day without its year: 20/4. Elsewhere than in a calendar this may be a ratio."""


def links(tree_: html.HtmlElement) -> list[str]:
    """Return every address that the page names."""
    found = [element.get(name, "") for name in LINKS for element in elements(tree_, f"//*[@{name}]")]
    found += [element.get("value", "") for element in elements(tree_, "//option[contains(@value, '/')]")]
    for element in elements(tree_, "//*[@srcset]"):
        found += [part.split()[0] for part in element.get("srcset", "").split(",")]
    for element in [*elements(tree_, "//style"), *elements(tree_, "//*[@style]")]:
        found += style_links((element.text or "") + element.get("style", ""))
    return found


def style_links(style: str) -> list[str]:
    """Return every address that the style sheet names."""
    return [first or second for first, second in STYLE_LINK.findall(style)]


def dead_links(site: Site) -> set[tuple[str, str]]:
    """Return (address, link) of every link on a page of ``site`` that leads to no page, anchor or file of it."""
    anchors = {
        address: {"", *(element.get("id", "") for element in elements(tree_, "//*[@id]"))}
        for address, tree_ in pages(site)
    }
    dead = set()
    for address, tree_ in pages(site):
        for link in links(tree_):
            if foreign(link) or link.startswith("data:"):
                continue
            to, fragment = target(address, link)
            page = to.removesuffix("index.html") if to.rpartition("/")[2] == "index.html" else to
            found = fragment in anchors[page] if page in anchors else (site.folder / to).is_file()
            if not found:
                dead.add((address, link))
    return dead
