"""Chromium, and sites served to it."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    expect,
    sync_playwright,
)

from quyche.publishing.finishing import read_site
from quyche.publishing.offline import archive, offline_files
from tests.browser.serving import served
from tests.site.building import Site, built_once, made_once
from tests.site.hostile import hostile_site

CHROMIUM = "/usr/bin/chromium-headless-shell"
"""Debian's Chromium without a window: the same engine, and a page costs the machine half as much."""
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--no-first-run"),
)

PATIENCE = 120_000
"""Milliseconds after which something that has not come never will: a busy machine is no fault."""
expect.set_options(timeout=PATIENCE)

TRIES = 6000
"""Frames after which a condition that does not hold never will."""
SETTLED = """async () => {
  await document.fonts.ready;
  await Promise.all([...document.images].map(image => image.complete || image.decode().catch(() => null)));
  await new Promise(requestAnimationFrame);
  await new Promise(requestIdleCallback);
}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return our site."""
    return built_once(tmp_path_factory, "ours", lambda _: project)


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Give the address at which our site is served."""
    with served(site.folder) as found:
        yield found


@pytest.fixture(scope="session")
def unpacked(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the offline copy of our site, unpacked."""

    def unpack(folder: Path) -> None:
        zipfile.ZipFile(io.BytesIO(archive(offline_files(read_site(site.folder)), "trang"))).extractall(folder)

    return made_once(tmp_path_factory, "usb", unpack) / "trang"


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory, project: Path, small_folder: Path) -> Site:
    """Return the site of a regulation full of markup."""
    return hostile_site(tmp_path_factory, project, small_folder, harmless=False)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give Chromium, started once for each worker."""
    with sync_playwright() as playwright:
        chromium = launched(playwright.chromium)
        yield chromium
        chromium.close()


def launched(chromium: BrowserType) -> Browser:
    """Start Chromium; who asks closes it."""
    return chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))


Scheme: TypeAlias = Literal["light", "dark"]


@dataclass
class Visit:
    """A page in a browser window of its own, and what it complained about and asked for."""

    page: Page
    context: BrowserContext
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


Visitor: TypeAlias = Callable[..., Visit]


@contextmanager
def visiting(browser: Browser) -> Iterator[Visitor]:
    """Give a function that opens an address in a fresh window, and close its windows at last."""
    contexts = []

    def opened(address: str, width: int = 1440, scheme: Scheme = "light", script: str = "") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, locale="vi-VN", reduced_motion="reduce"
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        if script:
            context.add_init_script(script)
        found = Visit(context.new_page(), context)
        _listen(found)
        found.page.goto(address)
        return found

    yield opened
    for context in contexts:
        context.close()


def settled(page: Page) -> Page:
    """Return the page when it has its letters and pictures, is drawn with them, and has nothing left to do."""
    page.evaluate(SETTLED)
    return page


def until(page: Page, condition: str) -> None:
    """Wait until the JavaScript ``condition`` holds.

    Playwright's own ``wait_for_function`` asks once; asked again it evaluates words, which the policy of our pages
    refuses, so there it works by luck alone.
    """
    for _ in range(TRIES):
        if page.evaluate(f"() => Boolean({condition})"):
            return
        page.evaluate("() => new Promise(requestAnimationFrame)")
    raise AssertionError(condition)


def _listen(visit: Visit) -> None:
    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what is left behind when one goes on
            visit.complaints.append(f"failed: {request.url} {request.failure}")

    def dialog(found: Dialog) -> None:
        visit.complaints.append(f"dialog: {found.message}")
        found.dismiss()

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            visit.complaints.append(f"{message.type}: {message.text} ({message.location.get('url')})")

    page = visit.page
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.complaints.append(f"error: {error}"))
    page.on("requestfailed", failed)
    page.on("dialog", dialog)
    page.on("console", console)
