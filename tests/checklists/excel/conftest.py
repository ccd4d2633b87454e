"""The blank workbooks of our checklists, made once."""

import pytest
from openpyxl.workbook import Workbook

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from tests.checklists.excel.reading import opened


@pytest.fixture(scope="session")
def files(checklists: dict[str, Checklist]) -> dict[str, bytes]:
    return {body: write_excel(checklist) for body, checklist in checklists.items()}


@pytest.fixture(scope="session")
def books(files: dict[str, bytes]) -> dict[str, Workbook]:
    """Return the blank workbooks, for reading only."""
    return {body: opened(data) for body, data in files.items()}
