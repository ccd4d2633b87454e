"""The checklists behind the roll-up, its page over http and from the disk, and its modules on a blank page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from playwright.sync_api import Browser, Page

from quyche.addresses import ROLLUP
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.files import AllSheets, BodySheets
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from tests.scripts.loading import add_modules

Evaluate: TypeAlias = Callable[..., Any]


@pytest.fixture(scope="session")
def sheets(ours: Index, duties: Duties, setup: Setup) -> AllSheets:
    """Return every body's checklist, without files."""
    made = ((body, build_checklist(duties, setup, body)) for body in checklist_bodies(ours))
    return AllSheets(tuple(BodySheets(body, model, worded(model, setup), {}) for body, model in made), {})


@pytest.fixture(scope="session")
def checklists(sheets: AllSheets) -> tuple[Sheet, ...]:
    """Return every body's sheet in order, not filled."""
    return tuple(item.sheet for item in sheets.bodies)


@pytest.fixture
def rollup(address: str) -> str:
    """Return the address of the page."""
    return f"{address}{ROLLUP}"


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Evaluate]:
    """Give what runs a function on a blank page with the modules that need no page."""
    context = browser.new_context()
    page: Page = context.new_page()
    add_modules(page, "rollup/read", "rollup/csv", "rollup/json")
    yield page.evaluate
    context.close()


@pytest.fixture(scope="session")
def disk(unpacked: Path) -> str:
    """Return the address of the offline copy's root on the disk."""
    return f"{unpacked.as_uri()}/"
