"""Mentions of instruments: numbers in every form, the kind before them, lists, the day after them."""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche.instruments.checking import slips
from quyche.instruments.finding import NUMBER, Mentions
from quyche.instruments.model import Instrument, InstrumentKind, Register
from tests.timing import ratio, seconds


def instrument(kind: str, number: str | None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field
    return {"kind": kind, "number": number, "status": "unknown", "source": "x", "sure": "unchecked"} | more


REGISTER = Register.model_validate(
    {
        "made_up": ["05/KH-PA"],
        "groups": [
            {
                "title": "Tất cả",
                "instruments": [
                    instrument("Quy định", "366-QĐ/TW", id="366", date="2025-08-30"),
                    instrument("Quy định", "298-QĐ/TW", id="298"),
                    instrument("Quyết định", "302-QĐ/TW", id="302", date="2025-06"),
                    instrument("Quy định", "11-QĐi/TW", id="11", date="2019-02-18"),
                    instrument("Luật", "72/2025/QH15", id="72", title="Luật Tổ chức chính quyền địa phương"),
                    instrument("Nghị quyết", "84/2025/UBTVQH15", id="84"),
                    instrument("Nghị định", "59/2023/NĐ-CP", id="59"),
                    instrument("Pháp lệnh", "34/2007/PL-UBTVQH11", id="34"),
                    instrument("Hướng dẫn", "31-HD/BTCTW", id="31"),
                    instrument("Chỉ thị", "33/CT-TTg", id="33"),
                    instrument("Nghị quyết", "66.12/2026/NQ-CP", id="66"),
                    instrument("Quyết định", "207/QĐ-MTTW-BTT", id="207"),
                    instrument("Quyết định", "310-QĐ/TW", id="310", also=["310-QĐ/TU"]),
                    instrument("Hiến pháp", None, id="hp", title="Hiến pháp", also=["Hiến pháp năm 2013"]),
                ],
            }
        ],
    }
)
MENTIONS = Mentions(REGISTER)

FOUND = {
    "Theo Quy định 366-QĐ/TW thì": [("366-QĐ/TW", "366", "Quy định")],
    "Theo quy định số 366-QĐ/TW.": [("366-QĐ/TW", "366", "Quy định")],
    "số: 366-QĐ/TW": [("366-QĐ/TW", "366", None)],
    "Quyết định số: 302-QĐ/TW": [("302-QĐ/TW", "302", "Quyết định")],
    "Quy định\n  số 366-QĐ/TW": [("366-QĐ/TW", "366", "Quy định")],
    "Quy định 366-QĐ/TW, 298-QĐ/TW và 302-QĐ/TW": [
        ("366-QĐ/TW", "366", "Quy định"),
        ("298-QĐ/TW", "298", "Quy định"),
        ("302-QĐ/TW", "302", "Quy định"),
    ],
    "Quy định 366-QĐ/TW, ngày 30/8/2025, 298-QĐ/TW và Quyết định 302-QĐ/TW": [
        ("366-QĐ/TW", "366", "Quy định"),
        ("298-QĐ/TW", "298", "Quy định"),
        ("302-QĐ/TW", "302", "Quyết định"),
    ],
    "Quy định 366-QĐ/TW. 298-QĐ/TW": [("366-QĐ/TW", "366", "Quy định"), ("298-QĐ/TW", "298", None)],
    "Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 51": [("72/2025/QH15", "72", None)],
    "Luật 72/2025/QH15": [("72/2025/QH15", "72", "Luật")],
    "Luật 72/2025 nói": [("72/2025", "72", "Luật")],
    "Luật số 72/2025.": [("72/2025", "72", "Luật")],
    "Nghị quyết 84/2025/UBTVQH15 (viện kiểm sát)": [("84/2025/UBTVQH15", "84", "Nghị quyết")],
    "Nghị định 59/2023/NĐ-CP": [("59/2023/NĐ-CP", "59", "Nghị định")],
    "Pháp lệnh số 34/2007/PL-UBTVQH11": [("34/2007/PL-UBTVQH11", "34", "Pháp lệnh")],
    "31-HD/BTCTW; 33/CT-TTg": [("31-HD/BTCTW", "31", None), ("33/CT-TTg", "33", None)],
    "66.12/2026/NQ-CP": [("66.12/2026/NQ-CP", "66", None)],
    "(207/QĐ-MTTW-BTT)": [("207/QĐ-MTTW-BTT", "207", None)],
    "“310-QĐ/TU”": [("310-QĐ/TU", "310", None)],
    "Hiến pháp năm 2013, Điều 9": [("Hiến pháp năm 2013", "hp", None)],
    "266-QĐ-TW": [("266-QĐ-TW", None, None)],
    "366/QĐ/TW": [("366/QĐ/TW", "366", None)],
    "366 - QĐ/TW": [("366 - QĐ/TW", "366", None)],
    "366-QD/TW": [("366-QD/TW", "366", None)],
    "366–QĐ/TW": [("366–QĐ/TW", "366", None)],
    "05/KH-PA": [("05/KH-PA", None, None)],
    "ngày 30/8/2025, 3/4, 24/7, 2020 - 2025, mã d11.k1.1, 12/PA, 5-6 người": [],
    "Số … -BC/HU; -QĐ/TW": [],
    "": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_what_is_found(text: str) -> None:
    found = [(one.written, one.instrument and one.instrument.id, one.kind) for one in MENTIONS.found(text)]
    assert found == FOUND[text]
    for one in MENTIONS.found(text):
        assert text[one.start : one.end] == one.written
        assert one.written in one.whole


DAYS = {
    "366-QĐ/TW, ngày 30/8/2025": "2025-08-30",
    "366-QĐ/TW ngày 30 tháng 8 năm 2025": "2025-08-30",
    "366-QĐ/TW (30/8/2025)": "2025-08-30",
    "366-QĐ/TW của Bộ Chính trị ngày 30/08/2025": "2025-08-30",
    "366-QĐ/TW năm 2025": "2025",
    "366-QĐ/TW (2025)": "2025",
    "366-QĐ/TW có hiệu lực từ ngày 30/8/2025": None,
    "366-QĐ/TW, Điều 5": None,
}


@pytest.mark.parametrize("text", DAYS)
def test_the_day_after_a_number(text: str) -> None:
    assert [one.day for one in MENTIONS.found(text)] == [DAYS[text]]


WRONG = {
    "266-QĐ-TW": ("“266-QĐ-TW” không có trong docs/tai-lieu.yaml", "366-QĐ/TW"),
    "11-QĐ/TW": ("“11-QĐ/TW” không có", "có phải 11-QĐi/TW"),
    "12/2001/NĐ-CP": ("không có", "thêm văn bản vào docs/tai-lieu.yaml"),
    "366/QĐ/TW": ("“366/QĐ/TW” không đúng số, ký hiệu", "viết 366-QĐ/TW"),
    "366-QD/TW": ("không đúng số", "viết 366-QĐ/TW"),
    "Luật 72/2025": ("“72/2025” không đúng số", "viết 72/2025/QH15"),
    "Quyết định 366-QĐ/TW": ("“366-QĐ/TW” ghi là Quyết định", "viết Quy định 366-QĐ/TW"),
    "Quy định 298-QĐ/TW và 302-QĐ/TW": ("“302-QĐ/TW” ghi là Quy định", "viết Quyết định 302-QĐ/TW"),
    "Luật 84/2025/UBTVQH15": ("ghi là Luật", "viết Nghị quyết 84/2025/UBTVQH15"),
    "Quy định 366-QĐ/TW, ngày 29/8/2025": ("ghi ngày 29/8/2025", "30/8/2025"),
    "Quyết định 302-QĐ/TW năm 2024": ("ghi ngày 2024", "6/2025"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_with_what_is_allowed(text: str) -> None:
    (told,) = (slip for mention in MENTIONS.found(text) for slip in slips(mention, REGISTER))
    message, allowed = WRONG[text]
    assert message in told[0]
    assert allowed in told[1]


@pytest.mark.parametrize("text", [*DAYS, "05/KH-PA", "310-QĐ/TU", "310-QĐ/TW", "Quyết định 302-QĐ/TW, ngày 09/6/2025"])
def test_what_is_right_is_not(text: str) -> None:
    assert [slip for mention in MENTIONS.found(text) for slip in slips(mention, REGISTER)] == []


def test_words_of_the_text_are_the_texts_but_it_must_be_known() -> None:
    for text, wrong in (("Quyết định 366-QĐ/TW", False), ("Quyết định 999-QĐ/TW", True)):
        (mention,) = MENTIONS.found(text)
        assert bool(list(slips(mention, REGISTER, quoted=True))) == wrong


KNOWN = tuple(REGISTER.by_id.values())
NUMBERED = tuple(one for one in KNOWN if one.number)


@given(st.lists(st.sampled_from(NUMBERED), min_size=1, max_size=6), st.sampled_from(["", " số"]), st.randoms())
def test_a_list_in_order_has_the_kind_at_its_head(listed: list[Instrument], number: str, random: Random) -> None:
    joints = [random.choice((", ", " và ", ", và ", " hoặc ")) for _ in listed[1:]] + [". "]
    kind = random.choice(tuple(InstrumentKind))
    text = f"Theo {kind}{number} " + "".join(f"{one.number}{joint}" for one, joint in zip(listed, joints, strict=True))
    found = list(MENTIONS.found(text))
    assert [one.instrument for one in found] == listed
    assert {one.kind for one in found} == {kind}


@given(st.text(alphabet="0123456789-/.,() QĐĐdiNHCTWuậtQuyếtđịnh\n", max_size=80))
def test_any_words_are_read_in_order_and_each_letter_once(text: str) -> None:
    at = 0
    for mention in MENTIONS.found(text):
        assert mention.start >= at
        assert text[mention.start : mention.end] == mention.written
        at = mention.end


@pytest.mark.parametrize("one", NUMBERED, ids=lambda one: one.id)
def test_every_number_has_the_form_of_one(one: Instrument) -> None:
    assert one.number is not None
    assert NUMBER.fullmatch(one.number)
    assert one.kind.may_number(one.number)


def test_reading_takes_as_long_as_there_is_to_read() -> None:
    text = "Theo Quy định 366-QĐ/TW, ngày 30/8/2025 và các văn bản 12 - 13/4/2025 khác; " * 200

    def reading(words: str) -> Callable[[], float]:
        return partial(seconds, lambda: list(MENTIONS.found(words)))

    assert ratio(reading(text * 4), reading(text), below=12) < 12
