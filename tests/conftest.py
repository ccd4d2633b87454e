"""Fixtures that all tests share: our regulation, and a small fictitious one."""

from pathlib import Path

import pytest
from hypothesis import settings

from quyche.checklists.setup import Setup, load_setup
from quyche.duties.assignment import Duties
from quyche.instruments.checking import REGISTER
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from tests.browser.visiting import address, browser, hostile, site, unpacked
from tests.browser.window import visit, windows

__all__ = ["address", "browser", "hostile", "site", "unpacked", "visit", "windows"]

PROJECT = Path(__file__).resolve().parent.parent
SMALL = PROJECT / "tests" / "fixtures" / "small"

LONG = (
    "browser/test_every_page.py",
    "hostile/test_yaml.py",
    "phieu/test_nothing_lost.py",
    "importer/test_stages.py",
    "checklists/test_formats.py",
    "guide/test_guide.py",
    "site/test_build.py",
    "teaching/test_pages.py",
    "hostile/test_browser.py",
    "browser/test_terms.py",
)
"""The files of tests that take longest, the longest first: begun early, none is left to one worker at the end."""

settings.register_profile("quyche", deadline=None)  # a busy machine is no fault
settings.load_profile("quyche")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long files first; tests and files stay in the order that chance gave them otherwise."""
    first = {PROJECT / "tests" / name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: first.get(item.path, len(first)))


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the root of the repository."""
    root = PROJECT
    (root / ".cache").mkdir(exist_ok=True)  # projects that tests make link to it; a fresh clone has none yet
    return root


@pytest.fixture(scope="session")
def small_folder() -> Path:
    """Return the folder of the small fictitious regulation: ``regulation.yaml`` and its raw source."""
    return SMALL


@pytest.fixture(scope="session")
def ours() -> Index:
    """Return our regulation."""
    return load(PROJECT / "regulation.yaml")


@pytest.fixture(scope="session")
def small() -> Index:
    """Return the small fictitious regulation."""
    return load(SMALL / "regulation.yaml")


@pytest.fixture(scope="session")
def setup(project: Path, ours: Index) -> Setup:
    """Return scale, letterheads and what else a checklist of ours is made with."""
    return load_setup(project / "checklists", ours)


@pytest.fixture(scope="session")
def register(project: Path, ours: Index) -> Register:
    """Return our register of instruments."""
    return load_register(project / REGISTER, ours)


@pytest.fixture(scope="session")
def duties(ours: Index) -> Duties:
    """Return who must do what by our regulation."""
    return Duties(ours)
