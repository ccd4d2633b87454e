"""What stands behind the editors' words: marked as held against a text only where somebody has read that text."""

import pytest

from quyche.instruments.model import Assurance, Register
from quyche.regulation.index import Index
from quyche.sources import Backing, Citation, Mark, Source, backing, opinions

ENTRY = {
    "kind": "Luật",
    "number": "10/2022/QH15",
    "title": "Luật Thực hiện dân chủ ở cơ sở",
    "issuer": "Quốc hội",
    "status": "amended",
    "checked": "2026-11-30",
    "source": "Toàn văn",
    "sure": "text",
}


def register(**more: object) -> Register:
    """Return a register of one law, with ``more`` known of it."""
    return Register.model_validate({"groups": [{"title": "Luật", "instruments": [{"id": "luat"} | ENTRY | more]}]})


def told(index: Index, *sources: Source, **more: object) -> Backing:
    return backing(sources, index, register(**more))


def test_words_without_a_source_are_the_editors(small: Index) -> None:
    assert told(small) == Backing(((Mark.EDITORS, ""),))


def test_words_of_the_text_cite_it(small: Index) -> None:
    assert told(small, "d5", "d4.k1") == Backing(((Mark.TEXT, "Điều 5; khoản 1 Điều 4"),))


def test_a_document_that_was_read_is_told_with_what_is_known_of_it(small: Index) -> None:
    law = "Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15, Điều 51 (còn hiệu lực, đã sửa một phần)"
    found = told(small, "d5", Citation(document="luat", place="Điều 51"))
    assert found == Backing(((Mark.TEXT, "Điều 5"), (Mark.DOCUMENT, law)))
    assert (found.mark, found.words) == (Mark.DOCUMENT, f"Điều 5; {law}")
    assert told(small, Citation(document="luat"), status="in-force").words.endswith("10/2022/QH15")


@pytest.mark.parametrize("sure", [one for one in Assurance if one not in (Assurance.TEXT, Assurance.PART)])
def test_a_document_that_nobody_read_is_never_marked_as_read(sure: Assurance, small: Index) -> None:
    found = told(small, "d5", Citation(document="luat"), sure=str(sure))
    assert found.mark is Mark.REPORTED
    unchecked = "chưa kiểm lại từ ngày 30/11/2026"
    assert found.words.endswith(f"; {unchecked if sure is Assurance.UNCHECKED else sure.label})")


def test_what_the_register_does_not_hold_is_never_marked_as_read(small: Index) -> None:
    assert told(small, Citation(other="Tin báo", place="số 2")) == Backing(((Mark.REPORTED, "Tin báo, số 2"),))


@pytest.mark.parametrize(
    "words", ["Nên ghi riêng.", "Có lẽ là QĐ/TU.", "Thường gặp là “sách”.", "Dễ đọc nhầm.", "Ban biên tập hiểu vậy."]
)
def test_an_opinion_claims_no_source(words: str) -> None:
    assert [problem.trail for problem in opinions(("text",), words, ("d5",), "")] == [("text",)]
    assert list(opinions(("text",), words, (), "")) == []


@pytest.mark.parametrize(
    "words",
    [
        "Ban Thường vụ họp.",
        "Việc thường xuyên.",
        "Bồi thường thiệt hại.",
        "“Những việc nên làm”.",
        "Cơ quan thường trực.",
    ],
)
def test_words_that_only_look_like_an_opinion_pass(words: str) -> None:
    assert list(opinions(("text",), words, ("d5",), "")) == []
