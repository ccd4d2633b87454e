"""What each field of the published data holds: in the published schemas and, as tables for people, on a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from quyche.beside import beside
from quyche.regulation.vocabulary import (
    Block,
    Confidence,
    Direction,
    Kind,
    Labelled,
    Method,
    Opening,
    PartnerRole,
    Period,
    Role,
    Tier,
    WaiverKind,
)
from quyche.sources import Mark

LISTS: Final[tuple[type[Labelled], ...]] = (
    Kind,
    Role,
    PartnerRole,
    Tier,
    Direction,
    Opening,
    Period,
    Method,
    WaiverKind,
    Block,
    Confidence,
    Mark,
)
"""Closed lists whose values carry their own words."""

ITSELF: Final = "itself"
"""Under this name stand the words of a record as a whole."""
FIELDS: Final[Mapping[str, Mapping[str, str]]] = beside(__file__, "fields.yaml")
"""Name of a record or list -> name of a field or value -> what it is, as ``fields.yaml`` says."""

PLAIN = {"string": "chữ", "integer": "số nguyên", "number": "số", "boolean": "true hoặc false", "null": "null"}
FORMATS = {"date": "ngày (năm-tháng-ngày)", "date-time": "thời điểm (theo RFC 3339)"}


@dataclass(frozen=True)
class Field:
    """One field: its ``name`` in the file, the ``kind`` of value it holds, what that is; ``records`` it refers to."""

    name: str
    kind: str
    words: str
    records: tuple[str, ...]


@dataclass(frozen=True)
class RecordTable:
    """One record (``fields``) or closed list (``values``: value, words) of a schema."""

    name: str
    words: str
    fields: tuple[Field, ...]
    values: tuple[tuple[str, str], ...]


def value_words() -> dict[str, dict[str, str]]:
    """Return name of a closed list -> value -> its words."""
    found = {members.__name__: {str(member): member.label for member in members} for members in LISTS}
    return found | {"Level": {value: words for value, words in FIELDS["Level"].items() if value != ITSELF}}


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON Schema with our words as its descriptions."""
    records = {name: _described(name, record) for name, record in schema.get("$defs", {}).items()}
    return _described(str(schema.get("title")), schema) | ({"$defs": records} if records else {})


def _described(name: str, record: dict[str, Any]) -> dict[str, Any]:
    words = FIELDS.get(name, {})
    properties = {
        field: held | ({"description": words[field]} if field in words else {})
        for field, held in record.get("properties", {}).items()
    }
    told = {"description": words[ITSELF]} if ITSELF in words else {}
    return record | told | ({"properties": properties} if properties else {})


def record_tables(schema: dict[str, Any]) -> tuple[RecordTable, ...]:
    """Return the tables of ``schema``: the file itself first, then in the order in which fields lead to them."""
    records = {schema["title"]: schema} | schema.get("$defs", {})
    order = [schema["title"]]
    for name in order:  # grows while it is read
        for held in records[name].get("properties", {}).values():
            order += [other for other in _references(held) if other not in order]
    return tuple(_table(name, records[name]) for name in order)


def _table(name: str, record: dict[str, Any]) -> RecordTable:
    fields = tuple(
        Field(field, _kind(held), held.get("description", ""), tuple(dict.fromkeys(_references(held))))
        for field, held in record.get("properties", {}).items()
    )
    words = value_words().get(name, {})
    values = tuple((value, words.get(value, "")) for value in record.get("enum", ()))
    return RecordTable(name, FIELDS.get(name, {}).get(ITSELF, ""), fields, values)


def _kind(held: dict[str, Any]) -> str:
    """Return the kind of value in words; a record by its name."""
    if "$ref" in held:
        return str(held["$ref"]).rsplit("/", 1)[-1]
    if "const" in held:
        return f"luôn là {held['const']}"
    if "anyOf" in held:
        return " hoặc ".join(dict.fromkeys(_kind(one) for one in held["anyOf"]))
    if held.get("type") == "array":
        return f"danh sách {_kind(held.get('items', {}))}"
    if held.get("type") == "object":
        return f"bảng mã → {_kind(_values_of(held))}"
    return FORMATS.get(str(held.get("format")), PLAIN.get(str(held.get("type")), "giá trị bất kỳ"))


def _values_of(held: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the values of an object whose keys are codes."""
    patterns: dict[str, Any] = held.get("patternProperties", {})
    found = next(iter(patterns.values()), held.get("additionalProperties"))
    return found if isinstance(found, dict) else {}


def _references(held: Any) -> Iterator[str]:  # noqa: ANN401 -- any part of a schema
    if isinstance(held, dict):
        if "$ref" in held:
            yield str(held["$ref"]).rsplit("/", 1)[-1]
        for key, inner in held.items():
            if key not in {"default", "propertyNames"}:
                yield from _references(inner)
    elif isinstance(held, list):
        for inner in held:
            yield from _references(inner)
