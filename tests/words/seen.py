"""Every word that people see, by where it is seen: pages, files, scripts, sheets, commands. Quotations are left out."""

import ast
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import html
from pydantic import BaseModel

from quyche.regulation.index import Index
from tests.site.building import Site
from tests.site.reading import pages

VERBATIM = frozenset(
    {
        *("quote", "quotes", "under", "limits", "named", "period_words", "due_words", "spellings", "before", "after"),
        *("abbreviations", "also", "forms", "not_in", "within", "repairs", "emphasis", "file", "sha256", "id", "cites"),
        *("variants", "recipients"),
    }
)
"""Fields of the data that are other people's words, or none: quotations, what readers may type, ids."""
NOT_SEEN = (
    "docs/tu-dong-nghia.yaml",
    "docs/assets/js/form/bar.js",
    "hooks/quyche/importer/cleaning.py",
    "hooks/quyche/importer/drafting/wordlists.yaml",
    "hooks/quyche/importer/grammar.py",
)
"""What readers may type, and how texts of others are read."""
ADDRESS = re.compile(r"[\w./:-]+", re.ASCII)
"""An id, a path, a word of a program: not read by people."""
VIETNAMESE = re.compile(r"[^\W\d_a-zA-Z]")
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|' r"(?<!\w)'((?:[^'\\\n]|\\.)*)'(?!\w)")
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt", "data-label", "data-words", "data-print-foot", "content")
TEMPLATE = re.compile(r"\{#.*?#\}|(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
UNSEEN = "self::script or self::style or self::code or self::pre or self::q or self::kbd or self::del or self::ins"
QUOTED = f"//*[{UNSEEN} or @data-provision or @data-quote or @data-other or @data-words or contains(@class, 'law')]"
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "em", "i", "kbd", "label", "mark", "q", "small", "span", "strong", "sub", "sup"}
)
FENCE = re.compile(r"^```.*?^```|`[^`\n]*`|\{[.#:][^}\n]*\}|\]\([^)\n]*\)", re.DOTALL | re.MULTILINE)
QUOTATION = re.compile("“([^”]*)”")


@dataclass(frozen=True)
class Seen:
    """``words`` in one piece, on a ``surface`` (page, data, sheet, program), at ``place`` (a file, an address)."""

    surface: str
    place: str
    words: str


def own(found: Iterable[Seen], index: Index, titles: Iterable[str] = ()) -> Iterator[Seen]:
    """Yield each piece once, without what it quotes of the regulation or of other documents' ``titles``.

    A piece that is all quotation is left out. Pages name partners as the text spells them; whoever writes does not.
    """
    regulation = index.regulation
    whole = _flat("\n".join(place.provision.text or "" for place in index.places)).lower()
    duties = [(duty.quote, duty.under, duty.limits, duty.period_words, duty.due_words) for duty in regulation.duties]
    parts = {words for parts in duties for words in parts if words and " " in words}
    parts |= {_flat(place.provision.heading) for place in index.places if place.provision.heading}
    parts |= {waiver.quote for waiver in regulation.waivers if waiver.quote}
    parts |= {*regulation.text.front, *titles}
    written = sorted(map(_flat, parts), key=len, reverse=True)
    shown = [*written, *(name for body in regulation.bodies for name in body.spellings if " " in name)]

    def unquoted(match: re.Match[str]) -> str:
        pieces = [_flat(piece).strip(" .,;").lower() for piece in match[1].split("…")]
        return "“…”" if all(piece in whole for piece in pieces) else match[0]

    pieces = {(piece.surface, _flat(piece.words)): piece.place for piece in found}
    for piece in (Seen(surface, place, words) for (surface, words), place in pieces.items()):
        if piece.words.strip(" .").lower() in whole or ADDRESS.fullmatch(piece.words):
            continue
        words = QUOTATION.sub(unquoted, piece.words)
        for part in shown if piece.surface == "page" else written:
            if part in words:
                words = words.replace(part, "…")
        if words.strip(" …“”.,;:"):
            yield Seen(piece.surface, piece.place, words)


def of_site(site: Site) -> Iterator[Seen]:
    """Yield what stands on the pages of ``site``, and what their attributes say."""
    for address, tree in pages(site):
        for words in _of_tree(deepcopy(tree)):
            yield Seen("page", address, words)


def of_sheets(sheets: Iterable[BaseModel]) -> Iterator[Seen]:
    """Yield every word that ``sheets`` print, the verbatim lines aside."""
    for sheet in sheets:
        for words in _of_data(sheet.model_dump(mode="json"), VERBATIM):
            yield Seen("sheet", type(sheet).__name__, words)


def of_files(project: Path) -> Iterator[Seen]:
    """Yield what the files of ``project`` say: data, templates, guides, messages, whether a page shows them or not."""
    readers = {
        ".yaml": _of_yaml,
        ".yml": _of_yaml,
        ".md": _of_markdown,
        ".j2": _of_template,
        ".html": _of_template,
        ".py": _of_python,
        ".js": _of_script,
        ".typ": _of_script,
        ".conf": _of_comments,
    }
    for top in ("hooks", "docs", "overrides", "checklists", "regulation.yaml", "mkdocs.yml"):
        start = project / top
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            name = path.relative_to(project).as_posix()
            read = readers.get(path.suffix)
            if read and "__pycache__" not in path.parts and "/js/search/" not in name and name not in NOT_SEEN:
                surface = "program" if path.suffix in {".py", ".conf"} else "data"
                for words in read(path):
                    if VIETNAMESE.search(words) or (surface == "data" and not ADDRESS.fullmatch(words)):
                        yield Seen(surface, name, words)


def _flat(words: str) -> str:
    return " ".join(words.split())


def _of_data(found: Any, verbatim: Iterable[str]) -> Iterator[str]:  # noqa: ANN401 -- whatever YAML holds
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for key, value in found.items():
            if key not in verbatim and set(found) != {"provision", "words"}:
                yield from _of_data(value, verbatim)
    elif isinstance(found, list):
        for value in found:
            yield from _of_data(value, verbatim)


def _of_yaml(path: Path) -> Iterator[str]:
    verbatim = VERBATIM | {"text"} if path.name == "regulation.yaml" else VERBATIM
    yield from _of_data(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), verbatim)


def _of_markdown(path: Path) -> Iterator[str]:
    _, front, text = path.read_text("utf-8").split("---\n", 2)
    yield from map(str, yaml.load(front, Loader=yaml.CSafeLoader).values())
    for words in "".join(map(str, html.fromstring(f"<div>{FENCE.sub(' ', text)}</div>").itertext())).split("\n"):
        yield words.replace("[", "").strip("|*-#> ")


def _of_template(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8")
    for match in TEMPLATE.finditer(text):
        yield from (words for groups in STRING.findall(match[1] or "") for words in groups if words)
    yield from _of_tree(html.fromstring(f"<div>{TEMPLATE.sub('…', text)}</div>"))


def _of_tree(tree: html.HtmlElement) -> Iterator[str]:
    for element in tree.xpath(QUOTED):
        tail, before = element.tail or "", element.getparent()
        if before is not None:
            element.clear()
            element.text, element.tail = "…", tail
    for element in tree.iter():
        if isinstance(element.tag, str):
            yield from (element.get(name, "") for name in ATTRIBUTES if element.get(name))
            if element.tag not in INLINE:
                yield _block(element)


def _block(element: html.HtmlElement) -> str:
    """Return the words of ``element`` up to the blocks inside it."""
    inner = (_block(child) if child.tag in INLINE else "\n" for child in element if isinstance(child.tag, str))
    tails = (child.tail or "" for child in element if isinstance(child.tag, str))
    return (element.text or "") + "".join(part + tail for part, tail in zip(inner, tails, strict=True))


def _of_python(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    unseen = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
            unseen |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unseen:
            yield node.value


def _of_script(path: Path) -> Iterator[str]:
    text = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    yield from (re.sub(r"\$\{[^}]*\}", "…", words) for groups in STRING.findall(text) for words in groups if words)


def _of_comments(path: Path) -> Iterator[str]:
    yield from (line.strip("# ") for line in path.read_text("utf-8").splitlines() if line.lstrip().startswith("#"))
