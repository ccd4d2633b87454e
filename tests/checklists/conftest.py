"""Our checklists, made once for each worker."""

import pytest

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.duties.assignment import Duties


@pytest.fixture(scope="session")
def checklists(duties: Duties, setup: Setup) -> dict[str, Checklist]:
    """Return id of a body -> its checklist, in order."""
    return {body.id: build_checklist(duties, setup, body) for body in checklist_bodies(duties.index)}
