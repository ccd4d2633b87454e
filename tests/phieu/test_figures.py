"""The figures, against vectors worked out by hand."""

from typing import Any

import pytest

from tests.phieu.conftest import Evaluate

LINES = ("d1.k1.1", "d1.k1.2", "d2.1", "d3.1")
COUNT = "([checklist, answers]) => quyche['record/figures'].count(checklist, answers)"
KEYS = ("answered", "blank", "excluded", "applicable", "done", "share", "lowest", "highest", "provisional")
VECTORS = {
    "nothing answered": (("", "", "", ""), (0, 4, 0, 0, 0, None, 0, 1, True)),
    "one done, the rest blank": (("done", "", "", ""), (1, 3, 0, 1, 1, 1, 0.25, 1, True)),
    "blank is not no": (("not-done", "", "", ""), (1, 3, 0, 1, 0, 0, 0, 0.75, True)),
    "not arisen leaves the share": (("done", "not-arisen", "", ""), (2, 2, 1, 1, 1, 1, 1 / 3, 1, True)),
    "partly is not done": (("done", "partly", "not-done", "done"), (4, 0, 0, 4, 2, 0.5, 0.5, 0.5, False)),
    "not arisen, complete": (("done", "not-done", "done", "not-arisen"), (4, 0, 1, 3, 2, 2 / 3, 2 / 3, 2 / 3, False)),
    "none applicable": (("not-arisen",) * 4, (4, 0, 4, 0, 0, None, None, None, False)),
    "none applicable yet": (("not-arisen",) * 3 + ("",), (3, 1, 3, 0, 0, None, 0, 1, True)),
    "a state of another scale is blank": (("done", "tốt", "done", "done"), (3, 1, 0, 3, 3, 1, 0.75, 1, True)),
}


@pytest.mark.parametrize("name", VECTORS)
def test_figures(run: Evaluate, checklist: dict[str, Any], name: str) -> None:
    states, expected = VECTORS[name]
    answers = {line: {"state": state} for line, state in zip(LINES, states, strict=True)}
    figures = run(COUNT, [checklist, answers])
    assert tuple(figures["all"][key] for key in KEYS) == pytest.approx(expected)
    assert figures["all"]["lines"] == 4
    for key in ("lines", "answered", "blank", "excluded", "applicable", "done"):
        assert sum(part[key] for part in figures["parts"]) == figures["all"][key]
    if figures["all"]["share"] is not None:
        assert figures["all"]["lowest"] <= figures["all"]["share"] <= figures["all"]["highest"]


def test_parts_are_counted_apart(run: Evaluate, checklist: dict[str, Any]) -> None:
    first, second = run(COUNT, [checklist, {"d2.1": {"state": "done"}, "d3.1": {"state": "not-arisen"}}])["parts"]
    assert (first["id"], first["answered"], first["lines"], first["provisional"]) == ("own", 1, 3, True)
    assert (second["id"], second["answered"], second["lines"], second["share"]) == ("common", 1, 1, None)
    assert first["states"] == {"done": 1, "partly": 0, "not-done": 0, "not-arisen": 0}


def test_answers_to_lines_that_are_gone_do_not_count(run: Evaluate, checklist: dict[str, Any]) -> None:
    assert run(COUNT, [checklist, {"d9.1": {"state": "done"}}])["all"]["answered"] == 0


def test_percent_as_officials_write_it(run: Evaluate) -> None:
    shares = [None, 0, 1, 2 / 3, 0.05, 0.999, 0.9999, 9 / 16, 9 / 80, 23 / 80, 1 / 2000]
    found = run("shares => shares.map(quyche['record/figures'].percent)", shares)
    assert found == ["–", "0%", "100%", "66,7%", "5%", "99,9%", "100%", "56,3%", "11,3%", "28,8%", "0,1%"]
