"""JSON schemas, as another library understands them."""

import json
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


def misfits(data: object, schema: str) -> list[str]:
    """Return what ``schema``, itself one of draft 2020-12, refuses in ``data``."""
    return [error.message for error in _validator(schema).iter_errors(data)]


@cache
def _validator(schema: str) -> "Draft202012Validator":
    from jsonschema import Draft202012Validator as Validator  # noqa: PLC0415 -- takes two seconds, of every worker
    from jsonschema import FormatChecker  # noqa: PLC0415 -- as above

    parsed = json.loads(schema)
    days = FormatChecker(("date", "date-time"))  # grammars of addresses, which no schema of ours has, take their time
    Validator.check_schema(parsed, format_checker=days)
    assert parsed["$schema"] == Validator.META_SCHEMA["$schema"]
    return Validator(parsed, format_checker=days)
