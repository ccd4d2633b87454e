"""Gaps and repeats in the numbers of a text that was read: errors that name the place."""

from collections.abc import Collection, Iterable, Iterator

from quyche.importer.node import Finding, Node
from quyche.regulation.citations import Leap, leaps
from quyche.regulation.index import Index, Place
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import upper_first

MOST_TOLD = 5
"""So many missing numbers are told; more are no help."""


def numbering_findings(index: Index, nodes: Iterable[Node], gaps: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what is wrong in the numbers of a text whose provisions were read as ``nodes``, both in reading order.

    ``gaps`` are the ids of provisions that the official text leaves out.
    """
    body = (place.trail for place in index.places if place.trail[1] == "body")
    lines = {trail: node.line for trail, node in zip(body, nodes, strict=True)}
    for leap in leaps(index):
        if message := _message(leap, [num for name, num in leap.missing.items() if name not in gaps]):
            yield Finding(lines[leap.place.trail], message, is_error=True)


def _message(leap: Leap, missing: list[str]) -> str | None:
    """Return what is wrong; nothing where a gap explains every number between the two."""
    provision, name = leap.place.provision, leap.place.provision.kind.label
    inside = "" if provision.kind is Kind.ARTICLE else _inside(leap.place)
    where = f" của {inside}" if inside else ""
    if leap.number is None:
        return f"{upper_first(name)} {provision.num}{where}: không đọc được số này."
    if leap.number <= leap.before:
        what = "lặp lại" if leap.number == leap.before else f"đứng sau {name} {leap.last}"
        return f"{upper_first(name)} {provision.num}{where} {what}."
    if not missing:
        return None
    told = ", ".join(missing[:MOST_TOLD]) + (" …" if len(missing) > MOST_TOLD else "")
    after = f"sau {name} {leap.last} là {name} {provision.num}" if leap.last else f"{name} đầu tiên là {provision.num}"
    return f"Thiếu {name} {told}{where}: {after}."


def _inside(place: Place) -> str:
    """Return the names of what holds the provision, from the inside, as far as it has numbers."""
    names: list[str] = []
    for parent in place.parents:
        names = [f"{parent.kind.label} {parent.num}", *names] if parent.num else []
    return " ".join(names)
