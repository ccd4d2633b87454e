"""The order of Vietnamese dictionaries, and spelling without regard to the place of the tone mark."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche.vietnamese.alphabet import LETTERS, alphabetical, initial, spelling, toneless

CENTRE = "a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n o ò ỏ õ ó ọ "
CENTRE += "ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z"
"""The combined order that the Vietnam Lexicography Centre prints."""
ROWS = (
    ("ba", "bà", "bả", "bã", "bá", "bạ"),
    ("ác", "ách"),
    ("cha", "chan"),
    ("ba ba", "ba má", "bà", "bà con"),
    ("cấp có thẩm quyền", "cấp uỷ"),
    ("dân vận", "dân vận khéo", "dư luận", "đại đoàn kết", "đặc xá"),
    ("hoà giải", "hoạt động", "hội"),
    ("to tát", "tổ chức", "tố cáo"),
    ("ba", "ba lô", "bà"),
    ("a", "A", "á", "ác", "ách", "ang", "anh"),
)


def test_letters_stand_as_the_lexicographers_print_them() -> None:
    expected = CENTRE.split()
    shuffled = random.Random(3).sample(expected, len(expected))  # noqa: S311 -- no secret
    assert sorted(shuffled, key=alphabetical) == expected
    assert len(expected) == 12 * 6 + len(LETTERS) - 12


@pytest.mark.parametrize("row", ROWS)
def test_words_stand_in_dictionary_order(row: tuple[str, ...]) -> None:
    backwards = list(reversed(row))
    assert sorted(backwards, key=alphabetical) == list(row)


@given(st.lists(st.text(alphabet=CENTRE + "ABĐ, 19-", max_size=12)))
def test_the_order_does_not_depend_on_the_order_before_nor_on_the_normal_form(names: list[str]) -> None:
    ordered = sorted(names, key=alphabetical)
    names.reverse()
    assert sorted(names, key=alphabetical) == ordered
    assert all(alphabetical(unicodedata.normalize("NFD", name))[0] == alphabetical(name)[0] for name in names)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("uỷ", "ủy", True),
        ("hoà", "hòa", True),
        ("Hoá", "hóa", True),
        ("hoạ", "họa", True),
        ("tuỵ", "tụy", True),
        ("uy", "uỷ", False),
        ("hoả", "hoà", False),
        ("dan", "dân", False),
        ("dân", "đân", False),
        ("trung", "trưng", False),
    ],
)
def test_spelling_is_blind_to_the_place_of_the_tone_only(one: str, other: str, *, alike: bool) -> None:
    assert (spelling(one) == spelling(other)) is alike


def test_the_tone_is_taken_off() -> None:
    assert toneless("Nghĩa") == ("nghia", "\u0303")
    assert toneless("được") == ("đươc", "\u0323")
    assert toneless("an") == ("an", "")


@pytest.mark.parametrize(
    ("text", "letter"), [("ấp", "Â"), ("Đảng", "Đ"), ("“ước”", "Ư"), ("ủy ban", "U"), ("3 tháng", ""), ("", "")]
)
def test_initial(text: str, letter: str) -> None:
    assert initial(text) == letter
