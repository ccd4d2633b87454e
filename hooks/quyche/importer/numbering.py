"""Gaps and repeats in the numbers of a text that was read: errors that name the place."""

from collections.abc import Collection, Iterator

from quyche.importer.node import Finding, Node
from quyche.regulation.citations import expected_id
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import upper_first
from quyche.vietnamese.numerals import number_like, ordinal


def numbering_findings(body: list[Node], gaps: Collection[str] = ()) -> Iterator[Finding]:
    """Yield what is wrong in the numbers: articles through the text, everything else inside what holds it.

    ``gaps`` are the ids of provisions that the official text leaves out.
    """
    yield from _rows(body, "", {}, None, gaps)


def _rows(
    nodes: list[Node],
    inside: str,
    through: dict[Kind, tuple[int, str]],
    parent: Provision | None,
    gaps: Collection[str],
) -> Iterator[Finding]:
    row: dict[Kind, tuple[int, str]] = {}
    for node in nodes:
        bare = Provision(id="x", kind=node.kind, num=node.num)
        if node.num is not None:
            own = through if node.kind is Kind.ARTICLE else row
            before = own.get(node.kind, (0, ""))
            number = ordinal(node.num)
            runs_on = node.kind.is_heading and number == through.get(node.kind, (0, ""))[0] + 1
            if not runs_on:
                missing = _missing(bare, parent, before[0], number, gaps)
                yield from _judge(node, number, before, missing, "" if node.kind is Kind.ARTICLE else inside)
            own[node.kind] = (number or before[0], node.num)
            if node.kind.is_heading:
                through[node.kind] = own[node.kind]
        name = f"{node.kind.label} {node.num}" if node.num else ""
        within = f"{name} {inside}".strip() if not node.kind.is_heading or not inside else f"{name} {inside}"
        named = bare.model_copy(update={"id": expected_id(bare, parent, 0)})
        yield from _rows(node.children, "" if not name else within, through, named, gaps)


def _missing(
    bare: Provision, parent: Provision | None, before: int, number: int | None, gaps: Collection[str]
) -> list[str]:
    """Return the numbers between ``before`` and ``number`` that no gap explains."""
    between = [number_like(bare.num or "", place) for place in range(before + 1, number or 0)]
    return [num for num in between if expected_id(bare.model_copy(update={"num": num}), parent, 0) not in gaps]


def _judge(
    node: Node, number: int | None, before: tuple[int, str], missing: list[str], inside: str
) -> Iterator[Finding]:
    name = node.kind.label
    where = f" của {inside}" if inside else ""
    if number is None:
        yield _error(node, f"{upper_first(name)} {node.num}{where}: không đọc được số này.")
    elif number == before[0] and node.num != before[1]:
        return  # 9a after 9
    elif number <= before[0]:
        what = "lặp lại" if number == before[0] else f"đứng sau {name} {before[1]}"
        yield _error(node, f"{upper_first(name)} {node.num}{where} {what}.")
    elif missing:
        told = ", ".join(missing[:5]) + (" …" if len(missing) > 5 else "")  # noqa: PLR2004 -- more is no help
        after = f"sau {name} {before[1]} là {name} {node.num}" if before[0] else f"{name} đầu tiên là {node.num}"
        yield _error(node, f"Thiếu {name} {told}{where}: {after}.")


def _error(node: Node, message: str) -> Finding:
    return Finding(node.line, message, is_error=True)
