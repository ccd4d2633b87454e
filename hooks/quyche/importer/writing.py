"""``regulation.yaml`` written to be read by people: the order of the model, one line a value, short lists in a row."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from quyche.regulation.model import Regulation

HEAD = """\
# The regulation as data. The words under `text` are verbatim and stay untouched; everything else points at them by id.
# `quyche check` tells what is wrong or still a draft, with the line.
"""
PLAIN = re.compile(r"[^\W\d_][^\n]*")
RESERVED = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
APART = frozenset(("text", "gaps", "bodies", "duties", "waivers"))
IN_A_ROW = frozenset(("by", "with", "period", "member_of"))
FLOW_SIGNS = frozenset(",[]{}")


def regulation_yaml(regulation: Regulation) -> str:
    """Return ``regulation`` as the text of ``regulation.yaml``. What has its usual value is left out."""
    data = regulation.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts = ((key, "\n".join(_pair(key, value, "")) + "\n") for key, value in data.items())
    return HEAD + "".join(f"\n{part}" if key in APART else part for key, part in parts)


def section_yaml(key: str, entries: list[dict[str, Any]]) -> str:
    """Return a top-level list of the file, such as ``bodies``, a blank line before each entry but the first."""
    return f"{key}:\n" + "\n".join("\n".join(_item(entry, "  ")) + "\n" for entry in entries)


def _pair(key: str, value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 -- YAML holds anything
    if key in IN_A_ROW and isinstance(value, dict | list):
        yield f"{indent}{key}: {_row(value)}"
    elif isinstance(value, Mapping) and value:
        yield f"{indent}{key}:"
        for inner, one in value.items():
            yield from _pair(inner, one, f"{indent}  ")
    elif isinstance(value, list) and value:
        yield f"{indent}{key}:"
        for one in value:
            yield from _item(one, f"{indent}  ")
    else:
        yield f"{indent}{key}: {scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 -- YAML holds anything
    if not isinstance(value, Mapping):
        yield f"{indent}- {scalar(value)}"
        return
    lines = [line for key, one in value.items() for line in _pair(key, one, f"{indent}  ")]
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _row(value: Mapping[str, Any] | list[Any]) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_in_row(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(_in_row(one) for one in value) + "]"


def _in_row(value: Any) -> str:  # noqa: ANN401 -- YAML holds anything
    if isinstance(value, list):
        return _row(value)
    words = scalar(value)
    return words if words[0] in "'\"" or not FLOW_SIGNS.intersection(words) else quoted(str(value))


def scalar(value: Any) -> str:  # noqa: ANN401 -- YAML holds anything
    """Return one value as YAML: plain words where no reader can take them for something else, else in quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        return "[]" if isinstance(value, list) else "{}"
    if not value.isprintable() or "\u2028" in value:
        return '"' + "".join(map(_escape, value)) + '"'
    is_plain = PLAIN.fullmatch(value) and ": " not in value and " #" not in value and value[-1] not in ": "
    return value if is_plain and value.lower() not in RESERVED else quoted(value)


def quoted(value: str) -> str:
    """Return words in single quotes, as YAML reads them."""
    return "'" + value.replace("'", "''") + "'"


def _escape(letter: str) -> str:
    known = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
    return known.get(letter, letter if letter.isprintable() else f"\\U{ord(letter):08X}")
