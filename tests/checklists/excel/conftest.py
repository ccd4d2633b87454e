"""The blank workbooks of our checklists, made once."""

import pytest
from openpyxl.workbook import Workbook

from quyche.checklists.files import NAME, AllSheets
from tests.checklists.excel.reading import opened


@pytest.fixture(scope="session")
def files(kept: AllSheets) -> dict[str, bytes]:
    return {one.body.id: one.files[f"{NAME}.xlsx"] for one in kept.bodies}


@pytest.fixture(scope="session")
def books(files: dict[str, bytes]) -> dict[str, Workbook]:
    """Return the blank workbooks, for reading only."""
    return {body: opened(data) for body, data in files.items()}
