"""Numbers of official texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche.vietnamese.numerals import POINT_LETTERS, from_roman, ordinal, to_roman


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX"), (90, "XC"), (99, "XCIX")],
)
def test_roman(number: int, letters: str) -> None:
    assert to_roman(number) == letters
    assert from_roman(letters) == from_roman(letters.lower()) == number


@pytest.mark.parametrize("letters", ["", "IIII", "VX", "IC", "A", "1", "IVI", "X I"])
def test_no_roman(letters: str) -> None:
    assert from_roman(letters) is None


@given(st.integers(1, 399))
def test_roman_there_and_back(number: int) -> None:
    assert from_roman(to_roman(number)) == number


@given(st.text(alphabet="IVXLC", max_size=8))
def test_only_the_standard_spelling_counts(letters: str) -> None:
    number = from_roman(letters)
    assert number is None or to_roman(number) == letters


@pytest.mark.parametrize(
    ("number", "place"),
    [
        ("1", 1),
        ("28", 28),
        ("IV", 4),
        ("2.1", 1),
        ("2.3", 3),
        ("1.2.10", 10),
        ("a", 1),
        ("d", 4),
        ("đ", 5),
        ("e", 6),
        ("g", 7),
        ("y", 23),
        ("9a", 9),
        ("12đ", 12),
        ("", None),
        ("f", None),
        ("w", None),
        ("ab", None),
        ("một", None),
        ("?", None),
    ],
)
def test_ordinal(number: str, place: int | None) -> None:
    assert ordinal(number) == place


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [ordinal(letter) for letter in POINT_LETTERS] == list(range(1, 24))
    assert not set("fjwz") & set(POINT_LETTERS)


@given(st.text(max_size=6))
def test_ordinal_never_raises(number: str) -> None:
    place = ordinal(number)
    assert place is None or place >= 0
