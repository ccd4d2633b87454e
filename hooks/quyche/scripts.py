"""Modules of JavaScript as classic scripts: what needs what, in which order, each as a browser takes it from a disk.

The sources in ``docs/assets/js`` are modules in rooms (``record/store.js``); a page opened from a disk may load none.
So each becomes a classic script, line for line, that registers what it exports in one object ``quyche`` under its
name: ``quyche["record/store"]``. The dialect is narrow on purpose, so that a few patterns read all of it: imports at
the top, exports at their declaration, nothing by default, nothing later.
"""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

import yaml

from quyche.checklists.contract import contract_module

FOLDER = "assets/js/"
"""Where the modules stand below the folder of the site's sources, and their scripts on the site."""
SOURCES = Path(__file__).parents[2] / "docs" / FOLDER
"""The modules of this program, which a project carries beside it."""
SENTENCES = Path(__file__).parents[2] / "docs" / "cau-chu"
"""What the scripts say to readers, beside them: one place, so that an editor can mend a word without reading code."""

GENERATED: Final[Mapping[str, Callable[[], str]]] = {
    "record/contract": contract_module,
    "words/form": lambda: words_module("phieu.yaml"),
    "words/rollup": lambda: words_module("tong-hop.yaml"),
    "words/teaching": lambda: words_module("giang-day.yaml"),
}
"""The modules that are made from data, so that nothing is typed twice: name -> what returns the text."""

Modules: TypeAlias = Mapping[str, str]
"""Name (``record/store``) -> the text of the module."""

_IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^{}]*)\}|\* as (?P<whole>\w+)) from "(?P<path>\.[./\w-]+)\.js";$', re.MULTILINE
)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function\*?|class) (?P<name>\w+))", re.MULTILINE)
_ASIDE = re.compile(r"^/\*.*?\*/$", re.MULTILINE | re.DOTALL)
_FOREIGN = re.compile(r"^(?:import|export)\b|\bimport\(|\bimport\.meta\b", re.MULTILINE)
_HEAD = '(() => { "use strict"; const quyche = (globalThis.quyche ??= {}); '


class ScriptError(ValueError):
    """A module that is not of the dialect, that is not there, or that needs itself; with its file and line."""


def modules(folder: Path = SOURCES) -> dict[str, str]:
    """Return the modules in ``folder`` and those that are made, by name in order."""
    paths = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.js")}
    found = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
    return dict(sorted((found | {name: make() for name, make in GENERATED.items()}).items()))


def words_module(file: str) -> str:
    """Return the module that says the sentences (key -> sentence) in ``file`` of ``SENTENCES``."""
    sentences = yaml.load((SENTENCES / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return (
        f'/* Made from docs/cau-chu/{file}. */\n\nimport {{ sayer }} from "../common/sayer.js";\n\n'
        f"const SENTENCES = Object.freeze({json.dumps(sentences, ensure_ascii=False, indent=2)});\n\n"
        "export const keys = Object.keys(SENTENCES);\nexport const say = sayer(SENTENCES);\n"
    )


def needs(name: str, source: str) -> tuple[str, ...]:
    """Return the names of the modules that the module ``name`` imports, in order."""
    room = posixpath.dirname(name)
    return tuple(posixpath.normpath(f"{room}/{match['path']}") for match in _IMPORT.finditer(source))


def ordered(found: Modules, *entries: str) -> tuple[str, ...]:
    """Return the names of ``entries`` and of all that they need, each after what it needs.

    Raises ScriptError where a module needs itself, over others too, or one that is not there.
    """
    order: dict[str, None] = {}

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            raise ScriptError(f"{' -> '.join((*way[way.index(name) :], name))}: a circle of modules")
        if name not in found:
            raise ScriptError(f"{way[-1] if way else name}.js: there is no module {name}.js")
        if name not in order:
            for other in needs(name, found[name]):
                visit(other, (*way, name))
            order[name] = None

    for entry in entries:
        visit(entry, ())
    return tuple(order)


def classic(name: str, source: str) -> str:
    """Return the module as a classic script, each line in its place. Raises ScriptError at a line it cannot read."""
    imports = tuple(_IMPORT.finditer(source))
    top = imports[-1].end() if imports else 0
    rest = _ASIDE.sub("", _IMPORT.sub("", source[:top])).strip()
    if rest:
        raise _fault(name, source, source.index(rest.splitlines()[0]), "imports stand at the top, before all else")
    exports = [match["name"] for match in _EXPORT.finditer(source)]
    text = _EXPORT.sub("", _IMPORT.sub(lambda match: _taken(name, match), source))
    if foreign := _FOREIGN.search(text):
        raise _fault(name, text, foreign.start(), "not of the dialect")
    registered = f'quyche["{name}"] = Object.freeze({{ {", ".join(exports)} }}); ' if exports else ""
    return f"{_HEAD}{text}{registered}}})();\n"


def joined(found: Modules, *entries: str) -> str:
    """Return ``entries`` and all that they need as one script."""
    return "".join(classic(name, found[name]) for name in ordered(found, *entries))


def script_paths(found: Modules, *entries: str) -> tuple[str, ...]:
    """Return where the scripts stand on the site that a page of ``entries`` loads, in order."""
    return tuple(f"{FOLDER}{name}.js" for name in ordered(found, *entries))


def data_script(name: str, data: object) -> str:
    """Return the script that gives pages ``data``: to share among them, or to come after the page where it is heavy.

    ``pageData`` in ``common/page.js`` reads it, as it reads the data that a page carries itself.
    """
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f'(globalThis.quyche ??= {{}})["data/{name}"] = {words};\n'


def _taken(name: str, match: re.Match[str]) -> str:
    [module] = needs(name, match[0])
    names = match["whole"] or "{" + match["names"].replace(" as ", ": ") + "}"
    return f'const {names} = quyche["{module}"];'


def _fault(name: str, text: str, place: int, words: str) -> ScriptError:
    line = text.count("\n", 0, place) + 1
    return ScriptError(f"{name}.js:{line}: {words}: {text.splitlines()[line - 1].strip()}")
