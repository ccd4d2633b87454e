"""What stands around the quote of a duty where a line shows it alone: nothing that governs it stays behind."""

import pytest

from quyche.regulation.cuts import begins_inside, cut, governing_end, limiting_start
from quyche.regulation.index import Index
from quyche.regulation.model import Duty
from quyche.regulation.vocabulary import Role

TEXT = "Tham mưu, giúp Hội đồng lãnh đạo các tổ; kiểm tra các tổ; phối hợp với Ban kiểm tra kho theo quy định."


def duty(quote: str, **words: str) -> Duty:
    given = {"under": None, "limits": None} | words
    return Duty.model_validate(
        {
            "id": "d1.1",
            "provision": "d1",
            "quote": quote,
            "task": "Việc",
            "by": {"to": Role.LEAD},
            "question": "Chưa?",
            "evidence": ["Giấy"],
        }
        | given
    )


@pytest.mark.parametrize(
    ("quote", "words", "line"),
    [
        ("Tham mưu, giúp Hội đồng lãnh đạo các tổ", {}, "Tham mưu, giúp Hội đồng lãnh đạo các tổ"),
        ("kiểm tra các tổ", {}, "… kiểm tra các tổ"),
        ("kiểm tra các tổ", {"under": "Tham mưu, giúp Hội đồng"}, "[Tham mưu, giúp Hội đồng …] kiểm tra các tổ"),
        ("lãnh đạo các tổ", {"under": "Tham mưu, giúp Hội đồng"}, "[Tham mưu, giúp Hội đồng] lãnh đạo các tổ"),
        ("kiểm tra kho", {"under": "phối hợp với Ban"}, "[phối hợp với Ban] kiểm tra kho"),
        ("kiểm tra kho", {"under": "Tham mưu … với Ban"}, "[Tham mưu … với Ban] kiểm tra kho"),
        (
            "kiểm tra các tổ",
            {"under": "Tham mưu", "limits": "theo quy định"},
            "[Tham mưu …] kiểm tra các tổ [… theo quy định]",
        ),
        ("kiểm tra kho", {"limits": "theo quy định"}, "… kiểm tra kho [theo quy định]"),
    ],
)
def test_a_line_shows_what_governs_and_what_limits_it(quote: str, words: dict[str, str], line: str) -> None:
    assert cut(TEXT, TEXT.index(quote), duty(quote, **words)).line == line


def test_a_point_stands_under_the_words_that_announce_it() -> None:
    told = "Chỉ đạo các việc:"
    assert cut("Mua sách;", 0, duty("Mua sách"), told).line == "[Chỉ đạo các việc:] Mua sách"
    assert cut("Mua sách; bán báo.", 10, duty("bán báo"), told).line == "[Chỉ đạo các việc: …] bán báo"
    line = cut("Mua và bán báo.", 4, duty("và bán báo", under="Mua"), told).line
    assert line == "[Chỉ đạo các việc: Mua] và bán báo"


@pytest.mark.parametrize(("start", "inside"), [(0, False), (41, True), (58, True), (len(TEXT), False)])
def test_a_sentence_begins_behind_a_full_stop(start: int, *, inside: bool) -> None:
    assert begins_inside(TEXT, start) is inside


def test_the_nearest_words_govern_and_limit() -> None:
    text = "chỉ đạo họp; chỉ đạo báo cáo; gửi theo kỳ, gửi theo tháng"
    assert governing_end(text, 20, "chỉ đạo") == 20
    assert governing_end(text, 12, "chỉ đạo") == 7
    assert governing_end(text, 30, "chỉ đạo … báo cáo") == 28
    assert governing_end(text, 30, "báo cáo … chỉ đạo") is None
    assert limiting_start(text, 8, "theo") == 34
    assert limiting_start(text, 8, "kỳ … theo") == 39
    assert limiting_start(text, 45, "kỳ") is None


GOVERNED = {
    "d4.k1.4": "[lãnh đạo, chỉ đạo …] xây dựng khối đại đoàn kết toàn dân",
    "d5.k1.5": "[tham mưu lãnh đạo, chỉ đạo …] xây dựng khối đại đoàn kết toàn dân",
    "d5.k2.2": (
        "[Tham mưu, giúp Ban Thường vụ Huyện ủy, Thường trực Huyện ủy …] lãnh đạo, chỉ đạo công tác giám sát, "
        "phản biện của Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"
    ),
    "d9.k2.4": (
        "[Phối hợp với Ủy ban Mặt trận Tổ quốc, các tổ chức chính trị - xã hội trong hoạt động …] tiếp xúc cử tri"
    ),
    "d10.k6.3": (
        "[phối hợp với Mặt trận Tổ quốc, các tổ chức chính trị - xã hội phát huy quyền làm chủ của Nhân dân "
        "tham gia …] giám sát hoạt động của cơ quan hành chính và việc thực thi công vụ của cán bộ, công chức, "
        "viên chức"
    ),
    "d13.k2.4": "[Thường xuyên …] tham gia phát triển kinh tế, văn hoá, xã hội",
    "d8.k3.2": "… tiếp công dân, đối thoại [… theo quy định của pháp luật]",
}


@pytest.mark.parametrize("code", GOVERNED)
def test_words_that_govern_go_with_the_quote(ours: Index, code: str) -> None:
    assert ours.cuts[code].line == GOVERNED[code]


def test_every_line_begins_a_sentence_or_has_its_sign(ours: Index) -> None:
    for duty_, shown in ours.cuts.items():
        assert shown.line[0].isupper() or shown.line[0] in "[…", (duty_, shown.line)
    assert list(ours.cuts) == [one.id for one in ours.regulation.duties]
