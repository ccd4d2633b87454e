"""A regulation full of markup: the small one with hostile words wherever words go, and a harmless twin."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from quyche.regulation.fidelity import printed_lines
from quyche.regulation.index import Index
from quyche.regulation.model import Regulation
from tests.site.building import SOURCE, Site, built_once, new_project
from tests.site.layers import with_layers


@dataclass(frozen=True)
class Additions:
    """Words to add: ``long`` wherever there is room, ``short`` in names of 26 letters, ``mend`` as a logged repair."""

    long: str
    short: str
    mend: str


HOSTILE = Additions(
    """<script>window.ran="script";alert(1)</script> {{ 7*7 }} {% raw %} {# x #} *x* **x** _y_ `z` | # &amp; &#60; & """
    """<b>đậm</b> "><img src=x onerror=alert(1)> ' onfocus='alert(1)' $x$ \\( \\n ${7*7} :smile: [a](javascript:x) """
    """{: .x } --- <!-- ]]> """
    """</script></style></textarea></template></title></head><svg onload=alert(1)> --> %s %(x)s""",
    '<b>{{7*7}}</b>|*_#&amp;"',
    "<i>|*&amp;</i>",
)
HARMLESS = Additions("Lành lặn, yên ổn, chẳng có gì lạ", "Ngắn", "Sai")
"""Its words are longer than names of bodies, too: of the words for a partner the longest are shown."""
EDITORIAL = {
    "status": ("label", "summary", "print_line", "issuer", "number", "effective_note", "replaces", "replaced_by"),
    "home": ("headline", "lede"),
    "bodies": ("name", "about"),
    "successor": ("status", "nearest", "source"),
    "duties": ("task", "question", "reading"),
    "waivers": ("reason",),
}


def hostile_site(factory: pytest.TempPathFactory, ours: Path, small: Path, *, harmless: bool) -> Site:
    """Return the site of the hostile regulation, or of its harmless twin."""
    name, words = ("harmless", HARMLESS) if harmless else ("hostile", HOSTILE)

    def project(folder: Path) -> Path:
        regulation, source = derived((small / "regulation.yaml").read_text(encoding="utf-8"), words)
        return with_layers(new_project(folder, ours, regulation, source), small, words.long)

    return built_once(factory, name, project)


def derived(small: str, words: Additions) -> tuple[bytes, bytes]:
    """Return the regulation in ``small`` with ``words`` added everywhere, and a raw source that agrees with it."""
    data = yaml.safe_load(small)
    data |= {
        "title": _added(data["title"], words),
        "short_title": _added(data["short_title"], words),
        "term": words.long,
    }
    _extend(data["status"], EDITORIAL["status"], words)
    data["status"]["notice"] = [_added(line, words) for line in data["status"]["notice"]]
    _extend(data["home"], EDITORIAL["home"], words)
    _extend_text(data["text"], words)
    for number, body in enumerate(data["bodies"]):
        _extend(body, EDITORIAL["bodies"], words)
        body |= {"short": words.short, "abbreviations": [words.long], "also": [words.long]}
        body["spellings"] = [*body.get("spellings", ()), words.long]
        if number == 0 or "successor" in body:
            body.setdefault("successor", {"status": words.long, "confidence": "unknown"})
            _extend(body["successor"], EDITORIAL["successor"], words)
    _extend_entries(data, words)
    data["source"] |= {"file": SOURCE, "note": words.long, "sha256": "0" * 64, "repairs": []}
    index = Index(Regulation.model_validate(data))
    raw = (words.mend + "\n".join(line.text for line in printed_lines(index)) + "\n").encode()
    data["source"]["sha256"] = hashlib.sha256(raw).hexdigest()
    data["source"]["repairs"] = [{"line": 1, "before": words.mend, "after": "", "reason": words.long}]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000).encode(), raw


def _added(text: str | None, words: Additions) -> str:
    return f"{text} {words.long}" if text else words.long


def _extend(record: dict[str, Any], keys: tuple[str, ...], words: Additions) -> None:
    record |= {key: _added(record.get(key), words) for key in keys}


def _extend_text(text: dict[str, Any], words: Additions) -> None:
    text["front"].append(words.long)
    for provision in _provisions(text):
        for key in ("heading", "text"):
            if key in provision:
                provision[key] = _added(provision[key], words)
        if provision["kind"] not in ("chapter", "section"):
            provision["short_title"] = words.long
        if "text" in provision:
            provision["emphasis"] = [*provision.get("emphasis", ()), words.long]
        if provision["kind"] == "clause":
            provision["label"] = f"{provision['num']}. {words.short}"
    text["distribution"]["heading"] += f" {words.long}"
    text["distribution"]["items"].append(words.long)
    text["signature"]["lines"].append(words.long)


def _provisions(text: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [*text["preamble"], *text["body"]]
    while waiting:
        provision = waiting.pop(0)
        yield provision
        waiting += provision.get("children", ())


def _extend_entries(data: dict[str, Any], words: Additions) -> None:
    """Give the words added to each provision to the last duty there as far as it reaches, else to a waiver."""
    for provision in _provisions(data["text"]):
        duties, waivers = (
            [entry for entry in data[key] if entry["provision"] == provision["id"]] for key in ("duties", "waivers")
        )
        whole = any("quote" not in waiver for waiver in waivers)
        if "text" in provision and not whole and not provision["id"].startswith("can-cu"):
            last = next(
                (
                    duty
                    for duty in duties
                    if provision["text"].removesuffix(words.long).rstrip(" .;").endswith(duty["quote"])
                ),
                None,
            )
            if last:
                start = provision["text"].index(last["quote"])
                last["quote"] = provision["text"][start:]
            else:
                quote = {"quote": words.long, "kind": "scope", "reason": words.long}
                data["waivers"].append({"provision": provision["id"], **quote})
    for key in ("duties", "waivers"):
        for entry in data[key]:
            _extend(entry, EDITORIAL[key], words)
    for duty in data["duties"]:
        duty["evidence"] = [_added(item, words) for item in duty["evidence"]]
        duty["period"] = duty.get("period") or ["ongoing"]
        duty["period_words"] = words.long
        if data["bodies"][-1]["id"] not in {*duty["by"], *duty.get("with", ())}:
            duty["aside"] = [data["bodies"][-1]["id"]]  # the words added are a spelling of it, too
