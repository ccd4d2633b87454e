"""What Python and the scripts both know, held by the same vectors: days, names, folding, order of letters, ids.

Cells and figures of a sheet are held in ``tests/phieu/test_filling.py``.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pydantic import TypeAdapter, ValidationError

from quyche.checklists.record import AssessmentRecord, RecordRegulation
from quyche.regulation.model import DutyId, ProvisionId, Slug
from quyche.vietnamese.alphabet import alphabetical
from quyche.vietnamese.days import day_of
from quyche.vietnamese.letters import fold
from tests.scripts.loading import add_modules

FOLDER = Path(__file__).parent / "vectors"
TYPES: dict[str, TypeAdapter[str]] = {
    "duty": TypeAdapter(DutyId),
    "provision": TypeAdapter(ProvisionId),
    "slug": TypeAdapter(Slug),
}
PLACES = {
    "duty": "(record, id) => ({ ...record, answers: Object.fromEntries([[id, { result: 'x' }]]) })",
    "provision": "(record, id) => ({ ...record, log: Object.fromEntries([[id, [{ held: 'x' }]]]) })",
    "slug": "(record, id) => ({ ...record, scale: id })",
}
"""Where a record holds an id of each kind."""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page with the modules that know letters, names, days and ids."""
    context = browser.new_context()
    found = context.new_page()
    add_modules(found, "common/days", "common/names", "common/order", "search/letters", "record/record")
    yield found
    context.close()


def vectors(name: str) -> Any:  # noqa: ANN401 -- JSON holds anything
    """Return what stands in a file of vectors; enough of it to say something."""
    found = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert len(found) > 2
    return found


def test_days_are_read_alike(page: Page) -> None:
    days = vectors("days")
    for one in days:
        found = day_of(one["words"])
        assert (found.isoformat() if found else "") == one["day"], one
    theirs = page.evaluate("days => days.map(({ words }) => quyche['common/days'].dayOf(words))", days)
    assert theirs == [one["day"] for one in days]


def test_names_of_units_are_the_same_for_form_and_rollup(page: Page) -> None:
    names = vectors("names")
    same = "names => names.map(({ a, b }) => quyche['common/names'].nameKey(a) === quyche['common/names'].nameKey(b))"
    assert page.evaluate(same, names) == [one["same"] for one in names]


def test_letters_are_folded_alike(page: Page) -> None:
    found = vectors("folding")
    assert [fold(one["words"]) for one in found] == [one["folded"] for one in found]
    theirs = page.evaluate("found => found.map(({ words }) => quyche['search/letters'].fold(words))", found)
    assert theirs == [one["folded"] for one in found]


def test_names_stand_in_one_order(page: Page) -> None:
    ordered = vectors("order")
    mixed = random.Random(5).sample(ordered, len(ordered))  # noqa: S311 -- test data
    assert mixed != ordered
    assert sorted(mixed, key=alphabetical) == ordered
    assert page.evaluate("names => [...names].sort(quyche['common/order'].compareNames)", mixed) == ordered


def test_random_names_stand_in_one_order(page: Page) -> None:
    draw = random.Random(7)  # noqa: S311 -- test data
    letters = "aăâàảáạdđeêghơôuưỳ 12-AĐ"
    names = ["".join(draw.choices(letters, k=draw.randrange(1, 7))) for _ in range(400)]
    theirs = page.evaluate("names => [...names].sort(quyche['common/order'].compareNames)", names)
    assert [alphabetical(one)[0] for one in theirs] == [alphabetical(one)[0] for one in sorted(names, key=alphabetical)]


@pytest.mark.parametrize("kind", TYPES)
def test_ids_are_taken_and_refused_alike(page: Page, kind: str) -> None:
    found = vectors("ids")[kind]
    regulation = RecordRegulation(id="quy-che", version="1", sha256="a" * 64)
    record = AssessmentRecord(
        regulation=regulation,
        body="ban",
        year=2025,
        scale="muc",
        saved="2025-12-01T00:00:00Z",  # type: ignore[arg-type] # as a file has them
    )
    script = f"""([record, ids]) => ids.map((id) => {{
      const text = JSON.stringify(({PLACES[kind]})(record, id));
      return !quyche['record/record'].readAny(text, 'quy-che').error;
    }})"""
    for ids, fine in ((found["valid"], True), (found["invalid"], False)):
        assert len(ids) > 3
        for one in ids:
            assert accepted(TYPES[kind], one) is fine, one
        given = [json.loads(record.model_dump_json()), ids]
        assert page.evaluate(script, given) == [fine] * len(ids), (kind, fine)


def accepted(adapter: TypeAdapter[str], value: str) -> bool:
    """Whether the model takes ``value``."""
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True
