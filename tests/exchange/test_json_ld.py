"""JSON-LD in the pages: names that schema.org has, only what is known, nothing that could end the element."""

import json
from datetime import date
from typing import Any

import pytest

from quyche.exchange.json_ld import article_legislation, legislation
from quyche.regulation.index import Index

PROPERTIES = {
    # schema.org/Legislation, read on its page
    "legislationIdentifier": str,
    "legislationPassedBy": "Organization",
    "legislationDate": date,
    "legislationDateOfApplicability": date,
    "legislationLegalForce": {"https://schema.org/InForce", "https://schema.org/NotInForce"},
    "legislationRepeals": "Legislation",
    # schema.org/CreativeWork, of which Legislation is a kind
    "alternateName": str,
    "creativeWorkStatus": str,
    "encoding": "MediaObject",
    "hasPart": "Legislation",
    "inLanguage": str,
    "isPartOf": "Legislation",
    "position": str,
    "version": str,
    # schema.org/MediaObject
    "contentUrl": str,
    "encodingFormat": str,
    # schema.org/Thing
    "identifier": str,
    "name": str,
    "url": str,
}
"""Property -> what it may hold: words, a day, a thing of a type, or one of a list."""
KEYWORDS = {"@context", "@type", "@id"}


def read(script: str) -> dict[str, Any]:
    start, end = '<script type="application/ld+json">', "</script>"
    assert script.startswith(start)
    assert script.endswith(end)
    inside = script.removeprefix(start).removesuffix(end)
    assert "<" not in inside
    data: dict[str, Any] = json.loads(inside)
    return data


def faults(data: dict[str, Any], kind: str = "Legislation") -> list[str]:
    """Return what schema.org does not know in ``data``."""
    told = [f"@type {data.get('@type')}"] if data.get("@type") != kind else []
    for key, value in data.items():
        allowed = PROPERTIES.get(key)
        if key in KEYWORDS:
            continue
        if allowed is None:
            told.append(key)
        for one in value if isinstance(value, list) else [value]:
            told += _faults_of(key, one, allowed)
    return told


def _faults_of(key: str, one: object, allowed: object) -> list[str]:
    if isinstance(allowed, str):
        return faults(one, allowed) if isinstance(one, dict) else [f"{key}: {one}"]
    if isinstance(allowed, set):
        return [] if one in allowed else [f"{key}: {one}"]
    if allowed is date:
        return [] if isinstance(one, str) and date.fromisoformat(one).isoformat() == one else [f"{key}: {one}"]
    return [] if isinstance(one, str) and one else [f"{key}: {one!r}"]


def link(path: str) -> str:
    return f"../{path}"


@pytest.mark.parametrize("name", ["ours", "small"])
def test_schema_org_knows_all_that_is_said(name: str, request: pytest.FixtureRequest) -> None:
    index: Index = request.getfixturevalue(name)
    blocks = [legislation(index, link), *(article_legislation(index, a.provision, link) for a in index.articles)]
    for block in blocks:
        data = read(block)
        assert data["@context"] == "https://schema.org"
        assert faults(data) == []


@pytest.mark.parametrize(
    "wrong", [{"legislationDates": "2020-01-01"}, {"name": None}, {"hasPart": [{"@type": "Article"}]}, {"position": 3}]
)
def test_the_list_refuses_slips(small: Index, wrong: dict[str, Any]) -> None:
    assert faults(read(legislation(small, link)) | wrong) != []


def test_unknown_is_left_out(ours: Index, small: Index) -> None:
    data = read(legislation(ours, link))
    for unknown in (
        "legislationIdentifier",
        "legislationDate",
        "legislationDateOfApplicability",
        "legislationLegalForce",
    ):
        assert unknown not in data
    assert data["legislationPassedBy"]["name"] == ours.regulation.status.issuer
    assert read(legislation(small, link))["legislationDate"] == "2024-03-02"


def test_a_replaced_text_is_not_in_force(small: Index) -> None:
    status = small.regulation.status.model_copy(update={"replaced_by": "Quy chế mới"})
    replaced = Index(small.regulation.model_copy(update={"status": status}))
    assert read(legislation(replaced, link))["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_articles_are_named_by_official_titles_only(ours: Index) -> None:
    parts = {part["position"]: part["name"] for part in read(legislation(ours, link))["hasPart"]}
    assert parts["5"] == "Điều 5. Ban Dân vận Huyện ủy"
    assert parts["1"] == "Điều 1"


def test_markup_in_the_data_stays_data(small: Index) -> None:
    title = "</script><script>alert(1)</script> & <!--"
    hostile = Index(small.regulation.model_copy(update={"title": title}))
    assert read(legislation(hostile, link))["name"] == title
