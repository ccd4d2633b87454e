"""One window for all tests of a file, as good as new for each of them: a window of its own costs twice as much."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

import pytest
from playwright.sync_api import Browser

from tests.browser.visiting import Scheme, Visit, Visitor, visiting

Windows: TypeAlias = Callable[[str], Visit]

LEFT = """() => {
  dispatchEvent(new Event("pagehide"));
  localStorage.clear();
  sessionStorage.clear();
}"""
"""Has a page write what it still holds, so that it writes nothing when it is left, and then keep nothing."""


@pytest.fixture(scope="module")
def windows(browser: Browser) -> Iterator[Windows]:
    """Give what returns the window for served pages (``http``), and that for pages on a disk (``file``)."""
    with visiting(browser) as opened:
        yield cache(lambda _: opened("about:blank"))


@pytest.fixture
def visit(browser: Browser, windows: Windows) -> Iterator[Visitor]:
    """Give a function that opens an address in the window of the file; a second one of the kind in one of its own.

    So is one that begins with a script, and one that asks to be ``alone``, for what it leaves behind.
    """
    used: dict[str, Visit] = {}
    with visiting(browser) as fresh:

        def opened(
            address: str, width: int = 1440, scheme: Scheme = "light", script: str = "", *, alone: bool = False
        ) -> Visit:
            kind = address.partition(":")[0]
            if script or alone or kind in used:
                return fresh(address, width, scheme, script)
            found = used[kind] = windows(kind)
            found.page.set_viewport_size({"width": width, "height": 900})
            found.page.emulate_media(media="null", color_scheme=scheme, forced_colors="null")
            found.page.goto(address)
            return found

        yield opened
    for found in used.values():
        for page in found.context.pages[1:]:
            page.close()
        found.page.evaluate(LEFT)
        found.page.goto("about:blank")
        found.complaints.clear()
        found.requests.clear()
