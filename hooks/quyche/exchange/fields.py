"""What each field of the published data holds: for the page about the data and the published schemas."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from quyche.regulation.vocabulary import Block, Confidence, Kind, Labelled, PartnerRole, Period, Role, WaiverKind

LISTS: Final[tuple[type[Labelled], ...]] = (Kind, Role, PartnerRole, Period, WaiverKind, Block, Confidence)
"""Closed lists whose values carry their own words."""

ITSELF: Final = "itself"
"""Under this name stand the words of a record as a whole."""
FIELDS: Final[Mapping[str, Mapping[str, str]]] = yaml.load(
    Path(__file__).with_suffix(".yaml").read_bytes(), yaml.CSafeLoader
)
"""Name of a record or list -> name of a field or value -> what it is, as ``fields.yaml`` says."""


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
