"""Letters: normal forms, folding, words, slugs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche.vietnamese.letters import fold, is_nfc, nfc, slug, words

LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
VIETNAMESE = st.text(alphabet=LETTERS + LETTERS.upper() + " -,.0123456789")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ủy ban", "uy ban"),
        ("Uỷ ban", "uy ban"),
        ("ĐẢNG", "dang"),
        ("đường lối", "duong loi"),
        ("hoà", "hoa"),
        ("hòa", "hoa"),
        ("Nghiêng, ngả; “NGƯỢNG”", "nghieng, nga; “nguong”"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    assert len(set(LETTERS)) == len(LETTERS) == 89
    assert set(fold(LETTERS)) == set("abcdeghiklmnopqrstuvxy")


@given(VIETNAMESE)
def test_fold_is_idempotent_and_blind_to_case_and_form(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.upper()) == fold(text) == fold(unicodedata.normalize("NFD", text))
    assert fold(text).isascii()
    assert len(fold(text)) == len(text)


@given(st.text())
def test_nfc_is_a_normal_form(text: str) -> None:
    assert is_nfc(nfc(text))
    assert nfc(nfc(text)) == nfc(text)
    assert is_nfc(text) == (nfc(text) == text)


def test_nfd_is_no_nfc() -> None:
    assert not is_nfc(unicodedata.normalize("NFD", "dân vận"))
    assert is_nfc("dân vận")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Ban Dân vận Huyện ủy", "ban-dan-van-huyen-uy"),
        ("2.1", "2-1"),
        ("  Mặt trận - đoàn thể; ", "mat-tran-doan-the"),
        ("Điều 9a", "dieu-9a"),
        ("—", ""),
    ],
)
def test_slug(text: str, address: str) -> None:
    assert slug(text) == address


@given(VIETNAMESE)
def test_slug_is_an_address_part_and_stays_one(text: str) -> None:
    address = slug(text)
    assert set(address) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert address == slug(address)
    assert "--" not in address
    assert address.strip("-") == address


def test_words_leave_out_punctuation() -> None:
    assert words("Chủ trì, phối hợp (sáu tháng); kết luận... 310-QĐ/TW") == [
        *("Chủ", "trì", "phối", "hợp", "sáu", "tháng", "kết", "luận", "310", "QĐ", "TW")
    ]
    assert words(" - ") == []
