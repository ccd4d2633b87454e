"""The figures that only the roll-up needs, against vectors worked out by hand."""

from typing import Any

import pytest

from tests.tong_hop.conftest import Evaluate

SCALE = {
    "states": [
        {"id": "done", "counts_as_done": True, "excluded": False},
        {"id": "partly", "counts_as_done": False, "excluded": False},
        {"id": "not-done", "counts_as_done": False, "excluded": False},
        {"id": "not-arisen", "counts_as_done": False, "excluded": True},
    ]
}
CODES = ("d1.1", "d1.2", "d2.1", "d3.1")
KEYS = ("lines", "answered", "blank", "excluded", "applicable", "done", "undone", "share", "lowest", "highest")


def answers(*states: str) -> dict[str, dict[str, str]]:
    """Return answers to the four lines."""
    return {code: {"state": state} for code, state in zip(CODES, states, strict=True) if state}


ACROSS = {
    "no unit": ((), (0, 0, 0, 0, 0, 0, 0, None, None, None)),
    "all done": (("done", "done"), (2, 2, 0, 0, 2, 2, 0, 1, 1, 1)),
    "a blank unit is not one that says no": (("done", "", "not-done"), (3, 2, 1, 0, 2, 1, 1, 1 / 2, 1 / 3, 2 / 3)),
    "not arisen is not asked": (("partly", "not-arisen", "done"), (3, 3, 0, 1, 2, 1, 1, 1 / 2, 1 / 2, 1 / 2)),
    "nobody has it": (("not-arisen", "not-arisen"), (2, 2, 0, 2, 0, 0, 0, None, None, None)),
    "a state of another scale is blank": (("good", "done"), (2, 1, 1, 0, 1, 1, 0, 1, 1 / 2, 1)),
}


@pytest.mark.parametrize("name", ACROSS)
def test_one_line_over_many_units(run: Evaluate, name: str) -> None:
    states, expected = ACROSS[name]
    many = [{"d1.1": {"state": state}} if state else {} for state in states]
    found = run("([many, scale]) => quyche['record/figures'].across('d1.1', many, scale)", [many, SCALE])
    assert tuple(found[key] for key in KEYS) == pytest.approx(expected)
    assert found["provisional"] == (found["blank"] > 0)


def test_units_together_weigh_by_their_lines(run: Evaluate) -> None:
    # 1 of 1 and 1 of 3 make 2 of 4, not the mean of 100% and 33%
    many = [("done", "not-arisen", "not-arisen", "not-arisen"), ("done", "partly", "not-done", "")]
    tallies = "many.map((one) => quyche['record/figures'].tally(one, scale))"
    found = run(f"([many, scale]) => quyche['record/figures'].together({tallies}, scale)", [many, SCALE])
    assert tuple(found[key] for key in KEYS) == pytest.approx((8, 7, 1, 3, 4, 2, 2, 0.5, 0.4, 0.6))
    assert found["states"] == {"done": 2, "partly": 1, "not-done": 1, "not-arisen": 3}
    assert found["provisional"]


COMPARED = {
    "the same": (("done",) * 4, ("done",) * 4, (4, 4, 4, 0, 0)),
    "one gained, one lost": (("partly", "done", "done", ""), ("done", "not-done", "done", "done"), (3, 2, 2, 1, 1)),
    "blank then is not a gain": (("", "", "", ""), ("done",) * 4, (0, 0, 0, 0, 0)),
    "blank now is not a loss": (("done",) * 4, ("", "done", "", ""), (1, 1, 1, 0, 0)),
    "not arisen is not compared": (
        ("not-arisen", "done", "partly", "done"),
        ("done", "not-arisen", "done", "done"),
        (2, 1, 2, 1, 0),
    ),
}


@pytest.mark.parametrize("name", COMPARED)
def test_two_years_are_compared_on_what_both_answer(run: Evaluate, name: str) -> None:
    before, after, expected = COMPARED[name]
    given = [CODES, answers(*before), answers(*after), SCALE]
    found = run(
        "([codes, before, after, scale]) => quyche['record/figures'].compare(codes, before, after, scale)", given
    )
    assert tuple(found[key] for key in ("both", "before", "after", "gained", "lost")) == expected


BANDS: dict[tuple[str, ...], str] = {
    ("", "", "", ""): "blank",
    ("not-arisen",) * 4: "none-applicable",
    ("done", "done", "not-arisen", ""): "all",
    ("done", "partly", "", ""): "half",
    ("done", "partly", "not-done", ""): "some",
    ("partly", "not-done", "", ""): "none",
}


@pytest.mark.parametrize("states", BANDS)
def test_shades_have_words(run: Evaluate, states: tuple[str, ...]) -> None:
    script = """([states, scale]) => {
      const { band, tally } = quyche['record/figures'];
      return band(tally(states, scale));
    }"""
    assert run(script, [states, SCALE]) == BANDS[states]
    assert run(script, [(), SCALE]) == "no-lines"


def test_every_shade_has_its_word(run: Evaluate) -> None:
    keys: list[Any] = run("() => quyche['words/rollup'].keys")
    assert {f"band.{band}" for band in (*BANDS.values(), "no-lines")} <= set(keys)
