"""JSON schemas, as another library understands them."""

import json


def misfits(data: object, schema: str) -> list[str]:
    """Return what ``schema``, itself one of draft 2020-12, refuses in ``data``."""
    from jsonschema import Draft202012Validator as Validator  # noqa: PLC0415 -- takes two seconds, of every worker

    parsed = json.loads(schema)
    Validator.check_schema(parsed)
    assert parsed["$schema"] == Validator.META_SCHEMA["$schema"]
    validator = Validator(parsed, format_checker=Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(data)]
