"""JSON schemas, as another library understands them."""

import json


def misfits(data: object, schema: str) -> list[str]:
    """Return what ``schema``, itself one of draft 2020-12, refuses in ``data``."""
    from jsonschema import Draft202012Validator as Validator  # noqa: PLC0415 -- takes two seconds, of every worker
    from jsonschema import FormatChecker  # noqa: PLC0415 -- as above

    parsed = json.loads(schema)
    days = FormatChecker(("date", "date-time"))  # grammars of addresses, which no schema of ours has, take their time
    Validator.check_schema(parsed, format_checker=days)
    assert parsed["$schema"] == Validator.META_SCHEMA["$schema"]
    validator = Validator(parsed, format_checker=days)
    return [error.message for error in validator.iter_errors(data)]
