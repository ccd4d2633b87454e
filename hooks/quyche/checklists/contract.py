"""What scripts must know of records and sheets: a module made from their models, so that nothing is typed twice."""

import json
from functools import cache
from typing import Any

from quyche.checklists.record import MOST_ROWS, AssessmentRecord
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import WORDS

NO_SHAPE = {"title", "description"}
"""What a schema says to people."""
SIMPLE = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


@cache
def contract_module(model: type[AssessmentRecord] = AssessmentRecord) -> str:
    """Return the script module ``record/contract.js``: the schema of the file, types, and words of filled cells."""
    schema = _bare(model.model_json_schema(mode="validation"))
    year = schema["properties"]["year"]
    facts = {
        "schema": schema,
        "years": {"first": year["minimum"], "last": year["maximum"]},
        "mostRows": MOST_ROWS,
        "labels": WORDS["fields"],
        "blanks": WORDS["blanks"],
        "soFar": WORDS["so_far"],
        "standing": WORDS["standing"],
    }
    sheet = Sheet.model_json_schema()
    models = {**schema["$defs"], **sheet["$defs"], "AssessmentRecord": schema, "Sheet": sheet}
    types = [f"/** @typedef {{{_typed(one)}}} {name} */" for name, one in models.items()]
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


def _typed(schema: dict[str, Any]) -> str:
    """Return the type of a value in JSDoc."""
    match schema:
        case {"$ref": name}:
            return str(name).rpartition("/")[2]
        case {"anyOf": ones}:
            return " | ".join(map(_typed, ones))
        case {"enum": words}:
            return " | ".join(map(json.dumps, words))
        case {"type": "array" | "object"}:
            return _composed(schema)
    return SIMPLE[schema["type"]]


def _composed(schema: dict[str, Any]) -> str:
    match schema:
        case {"prefixItems": items}:
            return f"[{', '.join(map(_typed, items))}]"
        case {"items": item}:
            return f"Array<{_typed(item)}>"
        case {"patternProperties": items}:
            [item] = items.values()
            return f"Record<string, {_typed(item)}>"
    return f"{{ {', '.join(f'{field}: {_typed(one)}' for field, one in schema['properties'].items())} }}"
