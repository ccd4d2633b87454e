"""The layers over the small regulation that stand in files of their own: terms, other documents, the register."""

from pathlib import Path
from typing import Any

import yaml

EDITORIAL = {
    "thuat-ngu.yaml": ("terms", ("term", "also", "definition")),
    "luoc-do.yaml": ("documents", ("known", "unknown", "source")),
    "tai-lieu.yaml": ("groups", ("title", "issuer", "source", "note")),
}


def with_layers(project: Path, small: Path, addition: str = "") -> Path:
    """Write the small regulation's layers into ``project`` and return it; ``addition`` is added to all their words."""
    for name, (entries, keys) in EDITORIAL.items():
        data = yaml.safe_load((small / "docs" / name).read_text(encoding="utf-8"))
        if addition:
            for entry in data[entries]:
                for one in (entry, *entry.get("instruments", ())):
                    _extend(one, keys if "id" in one or "document" in one else ("title",), addition)
        words = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)
        (project / "docs" / name).write_text(words, encoding="utf-8")
    return project


def _extend(entry: dict[str, Any], keys: tuple[str, ...], addition: str) -> None:
    if "term" in entry:
        entry.setdefault("forms", [entry["term"]])
        entry["sources"] = [*entry.get("sources", ()), {"other": addition, "place": addition}]
        if "outside" in entry:
            entry["outside"] += f" {addition}"
    for key in keys:
        if key == "also":
            entry[key] = [*entry.get(key, ()), addition]
        else:
            entry[key] = f"{entry[key]} {addition}" if key in entry else addition
