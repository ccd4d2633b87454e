"""JSON schemas, as another library understands them."""

import json


def misfits(data: object, schema: str) -> list[str]:
    """Return what ``schema``, itself one of draft 2020-12, refuses in ``data``."""
    # Its grammars of addresses take two seconds to load, which only the workers that ask for them shall spend.
    from jsonschema import Draft202012Validator as Validator  # noqa: PLC0415

    parsed = json.loads(schema)
    Validator.check_schema(parsed)
    assert parsed["$schema"] == Validator.META_SCHEMA["$schema"]
    validator = Validator(parsed, format_checker=Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(data)]
