"""Whatever is wrong with the data, nothing but DataError comes out; what passes can be worked with."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche.duties.assignment import Duties
from quyche.duties.calendar import by_period
from quyche.duties.matrix import matrix
from quyche.duties.proof import proof
from quyche.exchange.data import data_json
from quyche.glossary.loading import Terms
from quyche.regulation.citations import citation
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.fidelity import differences
from quyche.regulation.loading import load
from tests.fixtures.editing import dumped, small_data, small_words, written

Slot: TypeAlias = tuple[Any, Any]
"""A dictionary or list, and a key or place in it."""

ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        float("nan"),
        10**30,
        "",
        " ",
        "x",
        "d1",
        "d3.k1",
        "can-cu.p1",
        "ban-doc",
        "cac-to",
        "direct",
    ),
    *("đ", "2.1", "I", "\u0301", "\u200b", "\x00", "a\nb", "Ca\u0302y", "😀", "= 1", "nguon.txt", "/", "..", "x" * 300),
    *([], {}, [[]], {"": ""}, {"id": "x"}, [None], date(2024, 2, 29)),
)


def slots(here: Any) -> Iterator[Slot]:  # noqa: ANN401 -- YAML holds anything
    """Yield every place in ``here`` that holds a value."""
    pairs = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    for key, value in pairs:
        yield here, key
        yield from slots(value)


def delete(slot: Slot, _: Slot, __: int) -> None:
    holder, key = slot
    del holder[key]


def replace(slot: Slot, _: Slot, number: int) -> None:
    holder, key = slot
    holder[key] = deepcopy(ODD[number % len(ODD)])


def copy_over(slot: Slot, other: Slot, _: int) -> None:
    (holder, key), (source, place) = slot, other
    holder[key] = deepcopy(source[place])


def duplicate(slot: Slot, other: Slot, number: int) -> None:
    (holder, key), (source, place) = slot, other
    if isinstance(holder, list):
        holder.insert(key + number % 2, deepcopy(holder[key]))
    else:
        holder[f"{key}"[: number % 4]] = deepcopy(source[place])


OPERATIONS: tuple[Callable[[Slot, Slot, int], None], ...] = (delete, replace, copy_over, duplicate)
STEPS = st.lists(
    st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6)),
    min_size=1,
    max_size=4,
)
LINE_STEPS = st.lists(
    st.tuples(
        st.sampled_from(("delete", "duplicate", "swap", "cut", "insert")), st.integers(0, 10**6), st.text(max_size=8)
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def outcome(path: Path) -> str:
    """Load and use what is in ``path``: ``refused`` or ``used``; any other exception is a finding."""
    faults: tuple[Fault, ...] = ()
    try:
        index = load(path)
    except DataError as error:
        faults = error.faults
    if faults:
        assert all(fault.line >= 1 and fault.message for fault in faults)
        assert [(fault.file, fault.line) for fault in faults] == sorted((fault.file, fault.line) for fault in faults)
        return "refused"
    duties = Duties(index)
    assert set(duties.of) == {body.id for body in index.pages}
    assert len(matrix(duties)) == len(proof(index)) == len(index.articles)
    assert all(citation(place) for place in index.places)
    assert all(row.duties for row in by_period(index))
    assert data_json(duties, Terms())
    assert differences(index, path.parent) == ()
    return "used"


@settings(max_examples=150)
@given(steps=STEPS)
def test_data_with_random_slips_is_refused_or_usable(steps: list[tuple[Any, int, int, int]], folder: Path) -> None:
    data = small_data()
    for operation, where, other, number in steps:
        places = list(slots(data))
        if places:
            operation(places[where % len(places)], places[other % len(places)], number)
    assert outcome(written(folder, dumped(data))) in {"refused", "used"}


@settings(max_examples=150)
@given(steps=LINE_STEPS)
def test_lines_with_random_slips_are_refused_or_usable(steps: list[tuple[str, int, str]], folder: Path) -> None:
    lines = small_words().splitlines()
    for name, where, words in steps:
        here = where % len(lines)
        match name:
            case "delete":
                del lines[here]
            case "duplicate":
                lines.insert(here, lines[here])
            case "swap":
                lines[here], lines[here - 1] = lines[here - 1], lines[here]
            case "cut":
                lines[here] = lines[here][: len(words) * 3]
            case _:
                middle = where % (len(lines[here]) + 1)
                lines[here] = lines[here][:middle] + words + lines[here][middle:]
    assert outcome(written(folder, "\n".join(lines).encode("utf-8", "replace"))) in {"refused", "used"}


@settings(max_examples=60)
@given(raw=st.binary(max_size=200), where=st.integers(0, 10**6))
def test_random_bytes_are_refused_or_usable(raw: bytes, where: int, folder: Path) -> None:
    words = small_words().encode()
    middle = where % len(words)
    assert outcome(written(folder, words[:middle] + raw + words[middle:])) in {"refused", "used"}
    assert outcome(written(folder, raw)) == "refused"


def test_the_untouched_regulation_is_used(folder: Path) -> None:
    assert outcome(written(folder, dumped(small_data()))) == "used"
