"""The blank workbooks of our checklists, made once."""

import pytest
from openpyxl.workbook import Workbook

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.sheet import Sheet
from tests.checklists.excel.reading import opened


@pytest.fixture(scope="session")
def files(blanks: dict[str, Sheet]) -> dict[str, bytes]:
    return {body: write_excel(sheet) for body, sheet in blanks.items()}


@pytest.fixture(scope="session")
def books(files: dict[str, bytes]) -> dict[str, Workbook]:
    """Return the blank workbooks, for reading only."""
    return {body: opened(data) for body, data in files.items()}
