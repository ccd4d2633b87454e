"""The search worker, set up in Chromium with our regulation and with the small fictitious one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from quyche.glossary.loading import load_terms
from quyche.instruments.model import Register
from quyche.regulation.index import Index
from tests.search.engine import Engine, documents_of, file_of, start


@pytest.fixture(scope="session")
def engine(browser: Browser, project: Path, ours: Index, register: Register) -> Iterator[Engine]:
    """Give the worker, set up with our regulation."""
    page = browser.new_page()
    docs = project / "docs"
    terms = load_terms(docs / "thuat-ngu.yaml", ours, register)
    yield start(page, file_of(ours, docs / "tu-dong-nghia.yaml", terms), documents_of(ours, terms))
    page.close()


@pytest.fixture(scope="session")
def small_engine(browser: Browser, small: Index) -> Iterator[Engine]:
    """Give the worker, set up with the small fictitious regulation, which has no synonyms."""
    page = browser.new_page()
    yield start(page, file_of(small, None), documents_of(small))
    page.close()
