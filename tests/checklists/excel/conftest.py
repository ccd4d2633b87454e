"""Our checklists and their blank workbooks, made once."""

import pytest
from openpyxl.workbook import Workbook

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from tests.checklists.excel.reading import opened


@pytest.fixture(scope="session")
def checklists(ours: Index, setup: Setup) -> dict[str, Checklist]:
    duties = Duties(ours)
    return {body.id: build_checklist(duties, setup, body) for body in checklist_bodies(ours)}


@pytest.fixture(scope="session")
def files(checklists: dict[str, Checklist]) -> dict[str, bytes]:
    return {body: write_excel(checklist) for body, checklist in checklists.items()}


@pytest.fixture(scope="session")
def books(files: dict[str, bytes]) -> dict[str, Workbook]:
    """Return the blank workbooks, for reading only."""
    return {body: opened(data) for body, data in files.items()}
