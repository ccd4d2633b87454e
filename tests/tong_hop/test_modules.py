"""The modules without a page: hashes, names, which file counts, who is missing, cells of CSV."""

import hashlib
from typing import Any

import pytest

from tests.tong_hop.conftest import Evaluate

SIZES = (0, 1, 3, 55, 56, 63, 64, 65, 119, 120, 1000, 100_003)


def test_hashes_are_those_of_another_library(run: Evaluate) -> None:
    found = run(
        """sizes => sizes.map((size) =>
          quyche['rollup/sha256'].sha256(Uint8Array.from({ length: size }, (_, i) => (i * 7) % 256)))""",
        SIZES,
    )
    assert found == [hashlib.sha256(bytes(i * 7 % 256 for i in range(size))).hexdigest() for size in SIZES]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Đảng uỷ xã Hoà Bình", "  ĐẢNG  ỦY XÃ HÒA BÌNH ", True),
        ("Huyện ủy", "Huyện uỷ", True),
        ("Xã Tân Lập", "Xã Tấn Lập", False),
        ("Xã Đông", "Xã Dong", False),
        ("Xã Sơn", "Xã Son", False),
    ],
)
def test_names_are_compared_as_people_read_them(run: Evaluate, a: str, b: str, *, same: bool) -> None:
    first, second = run("names => names.map(quyche['common/names'].nameKey)", [a, b])
    assert (first == second) == same


def entry(sha256: str, name: str = "Xã A", **values: Any) -> dict[str, Any]:  # noqa: ANN401 -- JSON holds anything
    """Return a file that was read."""
    unit = {"name": name, "province": "", "district": "", "commune": ""} | values.pop("unit", {})
    record = {"body": "ban", "year": 2025, "final": False, "saved": "2025-12-01T00:00:00Z", "revision": 1, "unit": unit}
    return {"sha256": sha256, "name": sha256, "record": record | values}


COUNTED = """([entries, choice]) => {
  const [unit] = quyche['rollup/register'].units(entries);
  const choices = new Map(choice ? [[quyche['rollup/register'].choiceKey(unit, 2025), choice]] : []);
  return quyche['rollup/register'].counted(unit, 2025, choices).sha256;
}"""


@pytest.mark.parametrize(
    ("entries", "counted"),
    [
        ([entry("old"), entry("new", saved="2025-12-02T00:00:00Z")], "new"),
        ([entry("final", final=True), entry("later", saved="2025-12-09T00:00:00Z")], "final"),
        ([entry("1", final=True), entry("2", final=True, saved="2025-12-09T00:00:00+07:00")], "2"),
        ([entry("first"), entry("second", revision=2)], "second"),
    ],
)
def test_the_final_file_that_was_saved_last_counts(run: Evaluate, entries: list[dict[str, Any]], counted: str) -> None:
    for order in (entries, entries[::-1]):
        assert run(COUNTED, [order, None]) == counted
        (other,) = {one["sha256"] for one in entries} - {counted}
        assert run(COUNTED, [order, other]) == other


UNITS = """entries => quyche['rollup/register'].units(entries)
  .map((unit) => [...unit.years.values()].flat().map((one) => one.sha256).sort().join())"""


@pytest.mark.parametrize(
    ("entries", "units"),
    [
        ([entry("a"), entry("b", name="xã  a")], ["a,b"]),
        ([entry("a"), entry("b", body="uy-ban")], ["a", "b"]),
        ([entry("a", unit={"commune": "Tân Lập"}), entry("b", unit={"commune": "Tấn Lập"})], ["a", "b"]),
        ([entry("a", unit={"commune": "Tân Lập"}), entry("b")], ["a,b"]),
        ([entry("a"), entry("b", year=2024)], ["a,b"]),
    ],
)
def test_what_is_one_unit(run: Evaluate, entries: list[dict[str, Any]], units: list[str]) -> None:
    assert sorted(run(UNITS, entries)) == units


def test_missing_units_are_those_of_the_list_without_a_file_of_the_year(run: Evaluate) -> None:
    script = """entries => {
      const register = quyche['rollup/register'];
      const expected = register.names("Xã A\\tghi chú\\r\\n\\nxã a\\nXã  B\\nXã C");
      const { missing, extra } = register.missing(expected, register.units(entries), 2025);
      return [expected, missing, extra.map((unit) => unit.name)];
    }"""
    found = run(script, [entry("1"), entry("2", name="Xã C", year=2024), entry("3", name="Xã D")])
    assert found == [["Xã A", "Xã B", "Xã C"], ["Xã B", "Xã C"], ["Xã D"]]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+84", "'+84"),
        ("-3", "'-3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =cmd", "' =cmd"),
        ("\t=1", "'\t=1"),
        ("–", "–"),
        ("Ủy ban", "Ủy ban"),
        ('"x"; y', '"""x""; y"'),
        ("hai\ndòng", '"hai\ndòng"'),
        (None, ""),
        (0, "0"),
    ],
)
def test_cells_of_csv(run: Evaluate, value: object, cell: str) -> None:
    assert run("value => quyche['rollup/csv'].cell(value, ';')", value) == cell


BOXES = {
    ("2026-06-14", False): "overdue",
    ("2026-06-15", False): "ahead",
    (None, False): "undated",
    ("2026-06-14", True): "done",
}


@pytest.mark.parametrize(("deadline", "done"), BOXES)
def test_overdue_is_after_its_day_and_only_against_a_chosen_day(
    run: Evaluate, deadline: str | None, *, done: bool
) -> None:
    remedy = {"deadline": deadline, "done": done}
    assert (
        run("([remedy, day]) => quyche['rollup/tables'].boxOf(remedy, day)", [remedy, "2026-06-15"])
        == BOXES[deadline, done]
    )
    assert run("([remedy, day]) => quyche['rollup/tables'].boxOf(remedy, day)", [remedy, ""]) != "overdue"


def test_a_line_that_another_answers_is_in_no_table_of_lines(run: Evaluate) -> None:
    scale = {"states": [{"id": "done", "counts_as_done": True, "excluded": False, "needs_remedy": False}]}
    rows = [{"id": "d1.1", "instead": ""}, {"id": "d2.1", "instead": "Như dòng 1: trả lời chung, không tính lại"}]
    checklist = {"scale": scale, "parts": [{"id": "own", "blocks": [{"rows": rows}]}]}
    group = {"checklist": checklist, "rows": [{"answers": {"d1.1": {"state": "done"}, "d2.1": {"state": "done"}}}]}
    found = run(
        """(group) => quyche['rollup/tables'].spread(group).map(({ line, tally }) => [line.id, tally.lines])""", group
    )
    assert found == [["d1.1", 1]]
