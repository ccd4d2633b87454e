"""The questions that people wrote: a slip in any of them stops the build with its line; ours are many and spread."""

from collections import Counter
from pathlib import Path

import pytest

from quyche.project import QUESTIONS
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.teaching.questions.loading import load_questions, plain
from quyche.teaching.questions.model import CognitiveLevel, QuestionBank
from tests.fixtures.slips import assert_told, slipped

GOOD = """\
questions:
  - id: ch3.1
    provision: d3.k1
    level: recall
    text: Ban Quản thư kiểm kê kho sách theo kỳ nào?
    right: Hằng quý
    wrong:
      - Hằng tháng
      - Hằng năm
      - Chín tháng một lần
    quote: Chủ trì kiểm kê kho sách hằng quý, báo cáo kết quả với Hội đồng Thư viện
    explanation: Khoản 1 Điều 3 ghi rõ.
  - id: ch4.1
    provision: d4.k1.c
    level: apply
    text: Ai kiểm tra đột xuất phòng đọc?
    right: Hội đồng Thư viện
    wrong:
      - Tổ Bạn đọc
      - Nhóm Thiếu nhi
      - Hội Đọc sách
    quote: Kiểm tra đột xuất phòng đọc
    explanation: Điều 4 nói về Hội đồng Thư viện.
"""

SLIPS = {
    "unknown provision": ("provision: d3.k1\n", "provision: d3.k9\n", 3, "không có điều khoản “d3.k9”"),
    "a heading is no provision": ("provision: d3.k1\n", "provision: c2\n", 3, "không có điều khoản “c2”"),
    "id of another article": ("id: ch3.1", "id: ch5.1", 2, "mã “ch5.1” không theo điều"),
    "id twice": ("id: ch4.1", "id: ch3.1", 13, "mã “ch3.1” lặp lại"),
    "asked twice": (
        "text: Ai kiểm tra đột xuất phòng đọc?",
        "text: Ban Quản thư kiểm kê kho sách theo kỳ nào",
        16,
        "lời hỏi này đã có",
    ),
    "unknown level": ("level: recall", "level: hard", 4, "“hard” không có trong danh mục"),
    "lost quote": ("quote: Kiểm tra đột", "quote: Kiểm tra định kỳ, đột", 22, "không có trong d4.k1.c"),
    "right answer without ground": ("right: Hằng quý", "right: Hằng tuần", 6, "đáp án đúng “Hằng tuần” không có"),
    "right answer of another article": (
        "right: Hội đồng Thư viện",
        "right: Ban Quản thư",
        17,
        "không có trong lời trích",
    ),
    "key that is not in the quote": (
        "    right: Hằng quý\n",
        "    right: Ba tháng\n    key: ba tháng\n",
        7,
        "“ba tháng” không có trong lời trích",
    ),
    "two options alike": ("- Hằng năm", "- Hằng tháng.", 8, "trùng phương án khác"),
    "wrong option like the right one": ("- Hằng năm", "- HẰNG QUÝ", 9, "trùng phương án khác"),
    "wrong option that the quote holds": ("- Hằng năm", "- Kho sách", 9, "đứng nguyên chữ trong lời trích"),
    "three options": ("      - Hằng năm\n", "", 7, "“wrong” để trống"),
    "explanation that cites what is not": ("Khoản 1 Điều 3 ghi", "Khoản 1 Điều 33 ghi", 12, "không có Điều 33"),
    "unknown key": ("    explanation: Khoản", "    explain: Khoản", 12, "không có mục “explain”"),
}


def load(folder: Path, words: str, index: Index) -> QuestionBank:
    path = folder / "cau-hoi.yaml"
    path.write_text(words, "utf-8")
    return load_questions(path, index)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    assert_told(lambda: load(tmp_path, slipped(GOOD, before, after), small), line, message)


def test_all_slips_are_told_at_once(small: Index, tmp_path: Path) -> None:
    words = GOOD.replace("right: Hằng quý", "right: Hằng tuần").replace("- Tổ Bạn đọc", "- Phòng đọc")
    with pytest.raises(DataError) as caught:
        load(tmp_path, words, small)
    assert [(fault.line, fault.id) for fault in caught.value.faults] == [(6, "ch3.1"), (19, "ch4.1")]


def test_good_questions_are_read_in_reading_order_with_made_ones(small: Index, tmp_path: Path) -> None:
    bank = load(tmp_path, GOOD, small)
    written = [question for question in bank.questions if question.duty is None]
    assert [question.id for question in written] == ["ch3.1", "ch4.1"]
    order = [place.id for place in small.places]
    places = [order.index(question.provision) for question in bank.questions]
    assert places == sorted(places)
    assert len(bank.questions) > len(written)


@pytest.fixture(scope="module")
def bank(project: Path, ours: Index) -> QuestionBank:
    return load_questions(project / QUESTIONS, ours)


def test_ours_are_many_spread_over_all_articles_and_levels(bank: QuestionBank, ours: Index) -> None:
    written = [question for question in bank.questions if question.duty is None]
    assert len(bank.questions) >= 80
    assert len(written) >= 55
    articles = Counter(place.article.id for question in written if (place := ours.place[question.provision]).article)
    assert set(articles) == {place.id for place in ours.articles}
    assert min(articles.values()) >= 2
    assert all(len(bank.at(level)) >= 15 for level in CognitiveLevel)


def test_no_question_of_ours_names_two_right_options_or_loses_its_ground(bank: QuestionBank, ours: Index) -> None:
    ids = [question.id for question in bank.questions]
    assert len(set(ids)) == len(ids)
    assert len({plain(question.text) for question in bank.questions}) == len(ids)
    for question in bank.questions:
        provision = ours.place[question.provision].provision
        assert question.quote in (provision.text or provision.heading or ""), question.id
        assert len({plain(option) for option in question.options}) == 4, question.id
        assert not any(plain(option) == plain(question.right) for option in question.wrong), question.id
        assert question.explanation, question.id
