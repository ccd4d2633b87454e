"""Our checklists and their sheets, made once for each worker."""

from pathlib import Path

import pytest

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.files import AllSheets, all_sheets
from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.project import CACHE


@pytest.fixture(scope="session")
def checklists(duties: Duties, setup: Setup) -> dict[str, Checklist]:
    """Return id of a body -> its checklist, in order."""
    return {body.id: build_checklist(duties, setup, body) for body in checklist_bodies(duties.index)}


@pytest.fixture(scope="session")
def marked(checklists: dict[str, Checklist], setup: Setup) -> dict[str, Sheet]:
    """Return id of a body -> its sheet, not filled yet, with each head that it may choose."""
    return {body: worded(checklist, setup) for body, checklist in checklists.items()}


@pytest.fixture(scope="session")
def blanks(marked: dict[str, Sheet]) -> dict[str, Sheet]:
    """Return id of a body -> its blank sheet, an annex."""
    return {body: filled(sheet) for body, sheet in marked.items()}


@pytest.fixture(scope="session")
def kept(project: Path, duties: Duties, setup: Setup) -> AllSheets:
    """Return the blank files of every body, as a build keeps them: made once a run, whoever asks first."""
    return all_sheets(duties, setup, project / CACHE / "sheets")


@pytest.fixture(scope="session")
def template(project: Path) -> bytes:
    """Return the template of the Word sheets."""
    return (project / "checklists" / "template.docx").read_bytes()
