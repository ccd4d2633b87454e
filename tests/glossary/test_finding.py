"""Terms in words: whole words, the longest first, blind to case and tone placement, each at its place."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quyche.glossary.finding import Finder
from quyche.glossary.model import Term
from tests.timing import ratio, seconds


def term(name: str, **more: object) -> Term:
    return Term.model_validate({"id": name, "term": name, "definition": "x"} | more)


TERMS = (
    term("van", term="dân vận", not_in=["Ban Dân vận"]),
    term("kheo", term="dân vận khéo"),
    term("phong-trao", term="phong trào “Dân vận khéo”"),
    term("uy", term="cấp uỷ"),
    term("hoa", term="hoà giải"),
    term("ct", term="chính trị - xã hội"),
    term("to", term="tố cáo"),
    term("bc", term="BC", match_case=True),
    term("gs-1", forms=["giám sát"], within=["d4.k2"]),
    term("gs-2", forms=["giám sát"], within=["d9"]),
    term("co-so", term="cơ sở", not_in=["cơ sở vật chất"]),
)


def found(text: str, *around: str) -> list[tuple[str, str]]:
    return [(use.term, text[use.start : use.end]) for use in Finder(TERMS).uses(text, around)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Công tác dân vận.", [("van", "dân vận")]),
        ("DÂN VẬN", [("van", "DÂN VẬN")]),
        ("dân vận khéo và dân vận", [("kheo", "dân vận khéo"), ("van", "dân vận")]),
        ("Ban Dân vận huyện", []),
        ("Ban Dân vận khéo", []),
        ("cấp ủy, cấp uỷ", [("uy", "cấp ủy"), ("uy", "cấp uỷ")]),
        ("hòa giải", [("hoa", "hòa giải")]),
        ("hoả giải; cấp uy", []),
        ('phong trào "Dân vận khéo"', [("phong-trao", 'phong trào "Dân vận khéo"')]),
        ("phong trào Dân vận khéo", [("kheo", "Dân vận khéo")]),
        ("chính trị - xã hội", [("ct", "chính trị - xã hội")]),
        ("chính trị, xã hội", []),
        ("dân, vận", []),
        ("dân vậnx xdân vận", []),
        ("gian dân vận", [("van", "dân vận")]),
        ("tốt cáo, tố cáo1", []),
        ("BC bc", [("bc", "BC")]),
        ("cơ sở vật chất ở cơ sở", [("co-so", "cơ sở")]),
        ("giám sát", []),
        ("", []),
    ],
)
def test_uses(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_one_form_has_its_meaning_by_the_place() -> None:
    assert found("giám sát", "d4.k2", "d4") == [("gs-1", "giám sát")]
    assert found("giám sát", "d9.k3", "d9") == [("gs-2", "giám sát")]
    assert found("giám sát", "d4.k1", "d4") == []


@given(st.lists(st.sampled_from(["dân", "vận", "khéo", "Ban", "cấp", "uỷ", ",", " - ", "x", "\n"])))
def test_uses_are_in_order_apart_and_whole(parts: list[str]) -> None:
    text = " ".join(parts)
    end = 0
    for use in Finder(TERMS).uses(text):
        assert end <= use.start < use.end
        assert not (use.start and text[use.start - 1].isalnum())
        assert not text[use.end : use.end + 1].isalnum()
        end = use.end


def test_the_cost_follows_the_text_and_not_the_number_of_terms() -> None:
    text = "Các cơ quan phối hợp làm công tác dân vận khéo ở cơ sở, tiếp nhận tố cáo. " * 300
    more = (*TERMS, *(term(f"t-{n}", term=f"từ số {n} của bảng") for n in range(2000)))

    def finding(terms: tuple[Term, ...], text: str) -> Callable[[], float]:
        finder = Finder(terms)
        assert sum(1 for _ in finder.uses(text)) >= 600
        return partial(seconds, lambda: list(finder.uses(text)))

    assert ratio(finding(more, text), finding(TERMS, text), below=3) < 3
    assert ratio(finding(TERMS, text * 4), finding(TERMS, text), below=12) < 12
