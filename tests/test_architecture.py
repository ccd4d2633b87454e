"""The picture of the architecture is that of the imports, and can be read."""

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from quyche.scripts import modules
from tests.architecture import (
    BOX,
    HOOKS,
    Graph,
    Part,
    drawn,
    imports,
    laid_out,
    parts,
    reduced,
    script_imports,
)
from tests.test_house import ROOMS, SCRIPT_ROOMS

SVG = "{http://www.w3.org/2000/svg}"
FLOORS = {"a": 0, "b": 1, "c": 2, "d": 2}


def test_the_picture_is_that_of_the_imports(project: Path) -> None:
    drawn_before = (project / "architecture.svg").read_text(encoding="utf-8")
    assert drawn_before == drawn(*parts(project)), "draw it again: python -m tests.architecture"


def test_every_room_and_every_import_is_in_it(project: Path) -> None:
    svg = etree.parse(project / "architecture.svg")
    names = [one.text for one in svg.iter(f"{SVG}text") if one.get("class") == "name"]
    assert sorted(name for name in names if name) == sorted([*ROOMS, HOOKS, *SCRIPT_ROOMS])
    arrows = [one for one in svg.iter(f"{SVG}path") if one.get("marker-end")]
    package, scripts = reduced(imports(project / "hooks")), reduced(script_imports(modules()))
    assert len(arrows) == sum(map(len, [*package.values(), *scripts.values()])) > len(ROOMS) + len(SCRIPT_ROOMS)


def test_no_room_stands_over_another(project: Path) -> None:
    for layout in [part.layout for part in parts(project)]:
        for row in layout.rows:
            places = [layout.middle[node] for node in row if len(node) == 1]
            assert all(after - before >= BOX for before, after in pairwise(places))
    assert "architecture.svg" in (project / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("graph", "left"),
    [
        ({"a": set(), "b": {"a"}, "c": {"a", "b"}}, {"a": set(), "b": {"a"}, "c": {"b"}}),
        ({"a": set(), "b": set(), "c": {"a", "b"}}, {"a": set(), "b": set(), "c": {"a", "b"}}),
        ({"a": set(), "b": {"a"}, "c": {"b"}, "d": {"a"}}, {"a": set(), "b": {"a"}, "c": {"b"}, "d": {"a"}}),
    ],
)
def test_what_a_longer_way_tells_is_left_out(graph: Graph, left: Graph) -> None:
    assert reduced(graph) == left


def test_an_import_more_is_another_picture() -> None:
    one: Graph = {"a": set(), "b": {"a"}, "c": {"b"}, "d": {"b"}}
    other: Graph = one | {"d": {"a"}}
    pictures = [
        drawn(Part("The house", laid_out(graph, FLOORS), dict.fromkeys(FLOORS, "What it is for")))
        for graph in (one, other, one)
    ]
    assert pictures[0] != pictures[1]
    assert pictures[0] == pictures[2]


def test_imports_are_read_from_the_files(tmp_path: Path) -> None:
    for path, words in {
        "quyche/__init__.py": "",
        "quyche/a/__init__.py": "",
        "quyche/a/b.py": "from quyche.a.c import x\nimport json\n",
        "quyche/d.py": "def f():\n    from quyche.a.b import y\n",
        "hook.py": "import quyche.d\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(words, encoding="utf-8")
    assert imports(tmp_path) == {"a": set(), "d": {"a"}, HOOKS: {"d"}}


def test_imports_are_read_from_the_modules() -> None:
    found = {"a/b": "", "a/c": 'import { x } from "./b.js";\n', "d/e": 'import * as c from "../a/c.js";\n'}
    assert script_imports(found) == {"a": set(), "d": {"a"}}
