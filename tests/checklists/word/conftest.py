"""Our checklists and the template of the Word sheets, made once."""

from pathlib import Path

import pytest

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from tests.checklists.word.making import Make


@pytest.fixture(scope="session")
def make(ours: Index, duties: Duties, setup: Setup) -> Make:
    """Return what makes the checklist of a body, by its id; ``letterhead`` is the id of one."""

    def one(body: str, letterhead: str | None = None, **choices: object) -> Checklist:
        if letterhead:
            heads = {head.id: head for head in setup.letterheads_of(body)}
            choices |= {"letterhead": heads[letterhead], "header": "letterhead"}
        return build_checklist(duties, setup, ours.bodies[body], **choices)  # type: ignore[arg-type]  # each test knows them

    return one


@pytest.fixture(scope="session")
def all_checklists(ours: Index, duties: Duties, setup: Setup) -> list[Checklist]:
    return [
        build_checklist(duties, setup, body, header=header)
        for body in checklist_bodies(ours)
        for header in ("annex", "letterhead")
    ]


@pytest.fixture(scope="session")
def template(project: Path) -> bytes:
    return (project / "checklists" / "template.docx").read_bytes()
