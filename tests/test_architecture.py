"""The picture of the architecture is that of the imports, and can be read."""

from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from tests.architecture import BOX, HOOKS, Graph, drawn, imports, laid_out, picture, reduced
from tests.test_house import ROOMS

SVG = "{http://www.w3.org/2000/svg}"
FLOORS = {"a": 0, "b": 1, "c": 2, "d": 2}


def test_the_picture_is_that_of_the_imports(project: Path) -> None:
    drawn_before = (project / "architecture.svg").read_text(encoding="utf-8")
    assert drawn_before == picture(project), "draw it again: python -m tests.architecture"


def test_every_room_and_every_import_is_in_it(project: Path) -> None:
    svg = etree.parse(project / "architecture.svg")
    names = [one.text for one in svg.iter(f"{SVG}text") if one.get("class") == "name"]
    assert sorted(name for name in names if name) == sorted([*ROOMS, HOOKS])
    arrows = [one for one in svg.iter(f"{SVG}path") if one.get("marker-end")]
    assert len(arrows) == sum(map(len, reduced(imports(project / "hooks")).values())) > len(ROOMS)


def test_no_room_stands_over_another(project: Path) -> None:
    layout = laid_out(reduced(imports(project / "hooks")), ROOMS | {HOOKS: max(ROOMS.values()) + 1})
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
    pictures = [drawn(laid_out(graph, FLOORS), dict.fromkeys(FLOORS, "What it is for")) for graph in (one, other)]
    assert pictures[0] != pictures[1]
    assert pictures[0] == drawn(laid_out(one, FLOORS), dict.fromkeys(FLOORS, "What it is for"))


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
