"""Draw ``architecture.svg``: the rooms of the package and of the scripts on their floors, and which imports from which.

``python -m tests.architecture`` writes it. Floors come from the tables in ``test_house.py``, arrows from the imports,
so the picture cannot tell of a house that is not there; ``test_architecture.py`` holds the file against both.
"""

import ast
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from quyche.scripts import Modules, modules, needs
from tests.test_house import ROOMS, SCRIPT_ROOMS, imported

HOOKS = "hooks/*.py"
SCRIPTS = {
    "common": "Elements, sentences, files of a disk",
    "material": "What knows the theme",
    "reader": "Small helps on every page",
    "search": "The worker that searches",
    "words": "What the scripts say, as data",
    "record": "A filled sheet: kept, read, counted",
    "paper": "The printed sheet",
    "office": "Word and Excel files",
    "form": "The form to fill in",
    "rollup": "Many sheets at once",
    "teaching": "Practice, exams, presentations",
}
"""Room of the scripts -> what it is for: a folder of modules has no place to say so."""
BOX, HEIGHT, GAP, FLOOR, MARGIN, HEAD = 196, 60, 20, 104, 24, 40
SWEEPS = 24
SHORT, LONG = 16, 60
"""Letters: what says too little of a room (its own name), and what its box has room for."""

Graph: TypeAlias = dict[str, set[str]]
Node: TypeAlias = tuple[str, ...]
"""A room, or where an arrow from one to another passes a floor: (room,) or (from, to, floor)."""

STYLE = """
text { font-family: "Segoe UI", "Liberation Sans", Arial, sans-serif; fill: #1f2328; }
.name { font-size: 15px; font-weight: 600; }
.what { font-size: 11px; fill: #57606a; }
.floor { font-size: 11px; fill: #57606a; }
.part { font-size: 17px; font-weight: 600; }
.room { fill: #ffffff; stroke: #8c959f; }
.hook { fill: #fff8e5; stroke: #b08800; }
.band { fill: #f6f8fa; }
path { fill: none; stroke: #991b1e; stroke-width: 1.4; }
marker path { fill: #991b1e; stroke: none; }
"""


def room_of(package: Path, path: Path) -> str:
    """Return the room that a file of the package belongs to."""
    return path.relative_to(package).parts[0].removesuffix(".py")


def imports(hooks: Path) -> Graph:
    """Return room -> the other rooms that it imports from; all of MkDocs' hooks count as one."""
    package = hooks / "quyche"
    found: Graph = {}
    for path in sorted(hooks.rglob("*.py")):
        room = room_of(package, path) if path.is_relative_to(package) else HOOKS
        if room != "__init__":
            others = {name.split(".")[1] for name in imported(path) if name.startswith("quyche.")}
            found[room] = found.get(room, set()) | (others - {room})
    return found


def script_imports(found: Modules) -> Graph:
    """Return room of the scripts -> the other rooms that it imports from."""
    graph: Graph = {}
    for name, source in found.items():
        room = name.split("/")[0]
        graph[room] = graph.get(room, set()) | ({other.split("/")[0] for other in needs(name, source)} - {room})
    return graph


def reduced(graph: Graph) -> Graph:
    """Return ``graph`` without the arrows that a longer way already tells."""
    return {
        room: {other for other in others if not any(other in _reached(graph, way) for way in others - {other})}
        for room, others in graph.items()
    }


def _reached(graph: Graph, start: str) -> set[str]:
    found, waiting = set(), list(graph[start])
    while waiting:
        room = waiting.pop()
        if room not in found:
            found.add(room)
            waiting += graph[room]
    return found


@dataclass(frozen=True)
class Layout:
    """Nodes on each floor from left to right, where each stands (the middle, in pixels), and what each leads up to."""

    rows: Sequence[Sequence[Node]]
    middle: Mapping[Node, float]
    up: Mapping[Node, Sequence[Node]]


def laid_out(graph: Graph, floors: Mapping[str, int]) -> Layout:
    """Return a layout with few crossings: every arrow has a place of its own on each floor that it passes."""
    rows: list[list[Node]] = [[] for _ in range(max(floors.values()) + 1)]
    up: dict[Node, list[Node]] = {}
    for room in sorted(graph):
        rows[floors[room]].append((room,))
        for other in sorted(graph[room]):
            passed = [(room, other, str(floor)) for floor in range(floors[room] - 1, floors[other], -1)]
            for one in passed:
                rows[int(one[2])].append(one)
            for lower, upper in pairwise([(room,), *passed, (other,)]):
                up.setdefault(lower, []).append(upper)
    down: dict[Node, list[Node]] = {}
    for lower, uppers in up.items():
        for upper in uppers:
            down.setdefault(upper, []).append(lower)
    middle = {node: place for row in rows for node, place in _packed(row, [0.0] * len(row))}
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 else reversed(rows):
            wanted = {node: _mean([middle[one] for one in (*up.get(node, ()), *down.get(node, ()))]) for node in row}
            if sweep < SWEEPS // 2:
                row.sort(key=lambda node: (wanted[node], node))
            middle |= dict(_packed(row, [wanted[node] for node in row]))
    left = min(place - _width(node) / 2 for node, place in middle.items())
    return Layout(rows, {node: round(place - left + MARGIN, 1) for node, place in middle.items()}, up)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _width(node: Node) -> int:
    return BOX if len(node) == 1 else 2


def _packed(row: Sequence[Node], wanted: Sequence[float]) -> Iterator[tuple[Node, float]]:
    """Yield places for ``row`` in its order, as near to those ``wanted`` as can be, none over another."""
    offsets = [0.0]
    for before, after in pairwise(row):
        offsets.append(offsets[-1] + (_width(before) + _width(after)) / 2 + GAP)
    blocks: list[list[float]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        blocks.append([place - offset])
        while len(blocks) > 1 and _mean(blocks[-2]) > _mean(blocks[-1]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    starts = [_mean(block) for block in blocks for _ in block]
    yield from zip(row, (start + offset for start, offset in zip(starts, offsets, strict=False)), strict=True)


@dataclass(frozen=True)
class Part:
    """A part of the picture: its title, its rooms, and in a line what each is for."""

    title: str
    layout: Layout
    about: Mapping[str, str]


def drawn(*parts: Part) -> str:
    """Return the picture, one part below the other."""
    middles = [(node, place) for part in parts for node, place in part.layout.middle.items()]
    width = round(max(place + _width(node) / 2 for node, place in middles)) + MARGIN
    heights = [HEAD + len(part.layout.rows) * FLOOR for part in parts]
    height = sum(heights) + MARGIN + 20
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">',
        "<title>The rooms of the package and of the scripts: data flows down, imports lead up</title>",
        f"<style>{STYLE}</style>",
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">',
        '<path d="M0 0L8 4L0 8z"/></marker></defs>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for number, part in enumerate(parts):
        lines += [f'<g transform="translate(0 {sum(heights[:number])})">', *_part(part, width), "</g>"]
    lines.append(
        f'<text class="floor" x="{MARGIN}" y="{height - 12}">An arrow leads from a room to one that it imports from; '
        "what a longer way tells already is left out. Data flows down.</text>"
    )
    return "\n".join([*lines, "</svg>"]) + "\n"


def _part(part: Part, width: int) -> Iterator[str]:
    layout = part.layout
    yield f'<text class="part" x="{MARGIN}" y="{MARGIN + 4}">{escape(part.title)}</text>'
    for floor in range(len(layout.rows)):
        yield f'<rect class="band" x="0" y="{_top(floor) - 14}" width="{width}" height="{HEIGHT + 28}"/>'
    for floor, row in enumerate(layout.rows):
        yield from (_arrow(layout, node, floor) for node in row if len(node) == 1 and node in layout.up)
    for floor, row in enumerate(layout.rows):
        for node in row:
            if len(node) == 1:
                yield from _box(layout.middle[node], floor, node[0], part.about)


def _top(floor: int) -> int:
    return HEAD + MARGIN + floor * FLOOR - 10


def _arrow(layout: Layout, start: Node, floor: int) -> str:
    """Return the arrows that leave a room: each a curve through its places on the floors between."""
    paths = []
    for first in layout.up[start]:
        x, y = layout.middle[start], float(_top(floor))
        path, node, at = f"M{x:g} {y:g}", first, floor - 1
        while True:
            to, end = layout.middle[node], float(_top(at) + HEIGHT)
            half = (y - end) / 2
            path += f"C{x:g} {y - half:g} {to:g} {end + half:g} {to:g} {end:g}"
            if len(node) == 1:
                break
            x, y, at = to, float(_top(at)), at - 1
            path += f"L{x:g} {y:g}"
            (node,) = layout.up[node]
        paths.append(f'<path d="{path}" marker-end="url(#tip)"/>')
    return "\n".join(paths)


def _box(middle: float, floor: int, room: str, about: Mapping[str, str]) -> Iterator[str]:
    top, left = _top(floor), middle - BOX / 2
    kind = "hook" if room == HOOKS else "room"
    yield f'<rect class="{kind}" x="{left:g}" y="{top}" width="{BOX}" height="{HEIGHT}" rx="6"/>'
    yield f'<text class="name" x="{left + 10:g}" y="{top + 20}">{escape(room)}</text>'
    for number, line in enumerate(textwrap.wrap(about[room], 32)[:2]):
        yield f'<text class="what" x="{left + 10:g}" y="{top + 36 + 13 * number}">{escape(line)}</text>'


def first_words(path: Path) -> str:
    """Return what a room says of itself: its docstring up to a colon, or what follows where that is short."""
    file = path.with_suffix(".py")
    if not file.exists():
        file = path / "__init__.py"
    words = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").replace("`", "")
    first, _, rest = re.split(r"\.(?:\s|$)", words, maxsplit=1)[0].partition(": ")
    if rest and len(first) < SHORT:
        parts = rest.split(", ")
        while len(", ".join(parts)) > LONG:
            parts.pop()
        first = ", ".join(parts)
    return first[:1].upper() + first[1:]


def parts(project: Path) -> tuple[Part, Part]:
    """Return the package in ``project`` and its scripts."""
    hooks = project / "hooks"
    about = {room: first_words(hooks / "quyche" / room) for room in ROOMS} | {HOOKS: "MkDocs events, a few lines each"}
    package = laid_out(reduced(imports(hooks)), ROOMS | {HOOKS: max(ROOMS.values()) + 1})
    scripts = laid_out(reduced(script_imports(modules())), SCRIPT_ROOMS)
    return Part("hooks/quyche", package, about), Part("docs/assets/js", scripts, SCRIPTS)


if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    (root / "architecture.svg").write_text(drawn(*parts(root)), encoding="utf-8")
    sys.stdout.write("architecture.svg\n")
