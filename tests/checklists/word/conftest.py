"""The sheets that Word gets: of any body under any of its heads."""

import pytest

from quyche.checklists.filling import filled
from quyche.checklists.record import Assessment
from quyche.checklists.sheet import Sheet
from tests.checklists.word.making import Make


@pytest.fixture(scope="session")
def make(marked: dict[str, Sheet]) -> Make:
    """Return what makes the sheet of a body, by its id; ``letterhead`` is the id of one."""

    def one(body: str, letterhead: str | None = None, **choices: object) -> Sheet:
        return filled(marked[body], Assessment.model_validate({"letterhead": letterhead, **choices}))

    return one


@pytest.fixture(scope="session")
def all_sheets(marked: dict[str, Sheet]) -> list[Sheet]:
    """Return the blank sheet of every body, as an annex and under its usual letterhead."""
    return [
        filled(sheet, Assessment(letterhead=head.id or None)) for sheet in marked.values() for head in sheet.heads[:2]
    ]
