"""What the scripts of the page must know of a record: a module made from its model, so that nothing is typed twice."""

import json
from typing import Any

from quyche.checklists.cells import LABELS
from quyche.checklists.filling import BLANKS, SO_FAR, STANDING
from quyche.checklists.record import MOST_ROWS, AssessmentRecord

NO_SHAPE = {"title", "description"}
"""What a schema says to people."""
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean"}


def contract_module(model: type[AssessmentRecord] = AssessmentRecord) -> str:
    """Return the script module ``record/contract.js``: the schema of the file, its types, and words of filled cells."""
    schema = _bare(model.model_json_schema(mode="validation"))
    year = schema["properties"]["year"]
    facts = {
        "schema": schema,
        "years": {"first": year["minimum"], "last": year["maximum"]},
        "mostRows": MOST_ROWS,
        "labels": LABELS,
        "blanks": BLANKS,
        "soFar": SO_FAR,
        "standing": STANDING,
    }
    types = [_type(name, one) for name, one in (*schema["$defs"].items(), ("AssessmentRecord", schema))]
    values = (f"export const {name} = {_value(value)};" for name, value in facts.items())
    return "\n".join(["/* Made from hooks/quyche/checklists; do not edit. */", *types, *values, ""])


def _value(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"Object.freeze({words})" if isinstance(value, dict) else words


def _bare(schema: Any) -> Any:  # noqa: ANN401 -- any JSON
    """Return ``schema`` without what it says to people."""
    if isinstance(schema, dict):
        return {
            key: {name: _bare(one) for name, one in value.items()} if key in {"properties", "$defs"} else _bare(value)
            for key, value in schema.items()
            if key not in NO_SHAPE
        }
    return [_bare(one) for one in schema] if isinstance(schema, list) else schema


def _type(name: str, schema: dict[str, Any]) -> str:
    fields = ", ".join(f"{field}: {_typed(one)}" for field, one in schema["properties"].items())
    return f"/** @typedef {{{{ {fields} }}}} {name} */"


def _typed(schema: dict[str, Any]) -> str:
    """Return the type of a value in JSDoc."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join("null" if one.get("type") == "null" else _typed(one) for one in schema["anyOf"])
    if schema["type"] == "array":
        return f"Array<{_typed(schema['items'])}>"
    if schema["type"] == "object":
        [item] = schema["patternProperties"].values()
        return f"Record<string, {_typed(item)}>"
    return SIMPLE[schema["type"]]
