"""The page about the data cannot go stale: every field of the schemas has words, and no words are without a field."""

import json

import pytest

from quyche.exchange.akn import akn_xml, eids
from quyche.exchange.data import data_schema
from quyche.exchange.fields import FIELDS, ITSELF, described, record_tables, value_words
from quyche.exchange.rollup import record_schema
from quyche.regulation.index import Index
from tests.site.building import Site
from tests.site.reading import elements, flat, page

SCHEMAS = [json.loads(data_schema()), json.loads(record_schema())]
RECORDS = {name: record for schema in SCHEMAS for name, record in ({schema["title"]: schema} | schema["$defs"]).items()}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_every_field_is_explained_and_every_explanation_has_its_field(name: str) -> None:
    own = set(RECORDS[name].get("properties", {})) or (set(RECORDS[name]["enum"]) if name == "Level" else set())
    assert set(FIELDS[name]) == own | {ITSELF}
    assert all(words and words[0].isprintable() for words in FIELDS[name].values())


def test_no_words_are_left_over() -> None:
    assert set(FIELDS) == set(RECORDS)


def test_every_value_of_a_closed_list_has_words() -> None:
    lists = {name: set(record["enum"]) for name, record in RECORDS.items() if "enum" in record}
    assert {name: set(words) for name, words in value_words().items()} == lists


def test_a_new_field_without_words_is_seen() -> None:
    schema = {"title": "Unit", "properties": {"name": {"type": "string"}, "fax": {"type": "string"}}}
    (table,) = record_tables(described(schema))
    assert [(field.name, field.words) for field in table.fields] == [("name", "Tên đơn vị"), ("fax", "")]


def test_kinds_of_values_are_told_in_words() -> None:
    tables = {table.name: {field.name: field.kind for field in table.fields} for table in record_tables(SCHEMAS[0])}
    assert tables["RegulationData"]["provisions"] == "danh sách ProvisionAddress"
    assert tables["Status"]["issued"] == "ngày (năm-tháng-ngày) hoặc null"
    assert tables["Body"]["page"] == "true hoặc false"
    assert tables["Duty"]["with"] == "bảng mã → PartnerRole"
    assert "giá trị bất kỳ" not in {kind for fields in tables.values() for kind in fields.values()}


def test_ids_in_akoma_ntoso_are_those_of_the_file(ours: Index, small: Index) -> None:
    for index in (ours, small):
        text = akn_xml(index)
        assert all(f'eId="{found}"' in text for found in eids(index).values())
        assert len(set(eids(index).values())) == len(index.places)


def test_the_page_shows_every_record_and_every_field(site: Site) -> None:
    tree = page(site, "du-lieu/")
    for name, record in RECORDS.items():
        (heading,) = elements(tree, f"//h3[@id='kieu-{name}']")
        table = heading.getnext()
        assert table is not None
        shown = [flat(code) for code in elements(table, ".//th/code | self::p/code")]
        assert shown == list(record.get("properties", record.get("enum", ())))
    anchors = {element.get("id") for element in elements(tree, "//*[@id]")}
    links = {element.get("href", "") for element in elements(tree, "//article//a")}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
