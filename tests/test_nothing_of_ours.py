"""Nothing of our regulation is in the code: its bodies, its title, its words stand in its data only.

The words to look for are not written here but taken from ``regulation.yaml``, so a new body is looked for at once.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from quyche.regulation.index import Index

CODE = ("hooks", "overrides", "docs/assets/js", "docs/assets/css", "docs/cau-chu")
GENERIC = {"quy chế", "công tác", "cơ quan, đơn vị", "cấp có thẩm quyền", "thường trực"}
"""What texts of this kind are called, and plain words of any office: our bodies and title happen to use them too."""
LANGUAGE = "hooks/quyche/importer/drafting/wordlists.yaml"
"""The nouns by which bodies are found in any Vietnamese text; ours has some of them."""


def plain(words: str) -> str:
    """Return ``words`` in small letters, with one space between words and old tone marks (uỷ, khoá) as new ones."""
    flat = " ".join(unicodedata.normalize("NFC", words).lower().split())
    return flat.replace("uỷ", "ủy").replace("oá", "óa").replace("oà", "òa")


def ours_only(index: Index) -> set[str]:
    """Return what belongs to our regulation: bodies in every form of two words or more, titles, ids, pairs of words."""
    regulation = index.regulation
    names = {regulation.title, regulation.short_title, regulation.id, *regulation.text.front}
    for body in regulation.bodies:
        names |= {body.name, body.short_name, *body.spellings, *body.abbreviations, *body.also, body.id}
    found = {plain(name) for name in names if len(re.findall(r"\w+", name)) > 1}
    found |= {" ".join(pair) for pair in pairwise(plain(regulation.title).split())}
    return found - GENERIC


def offences(words: str, names: Iterable[str], articles: int) -> list[str]:
    """Return which of ``names`` stand in ``words`` as whole words, and their number of articles before its noun."""
    text = plain(words)
    found = [name for name in sorted(names) if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return found + re.findall(rf"\b{articles} (?:điều|articles?)\b", text)


def code(project: Path) -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((project / folder).rglob("*")):
            if (
                path != project / LANGUAGE
                and path.is_file()
                and "__pycache__" not in path.parts
                and b"\0" not in path.read_bytes()
            ):
                yield path


def test_no_file_of_the_code_names_anything_of_ours(project: Path, ours: Index) -> None:
    names, files = ours_only(ours), list(code(project))
    assert len(names) > 200
    assert len(files) > 100
    found = {
        str(path.relative_to(project)): offences(path.read_text("utf-8"), names, len(ours.articles)) for path in files
    }
    assert {path: words for path, words in found.items() if words} == {}


@pytest.mark.parametrize(
    "words",
    [
        'if body == "Ban Dân vận Huyện uỷ":',
        "# công tác DÂN  VẬN",
        "x = 'ubnd-huyen'",
        "có 28 điều",
        "Khối Dân vận",
    ],
)
def test_what_is_ours_is_seen(words: str, ours: Index) -> None:
    assert offences(words, ours_only(ours), len(ours.articles)) != []


@pytest.mark.parametrize("words", ["Quy chế của đơn vị", "29 điều", "khoản 8 Điều 5", "bandanvan"])
def test_what_is_of_any_regulation_is_let_pass(words: str, ours: Index) -> None:
    assert offences(words, ours_only(ours), len(ours.articles)) == []
