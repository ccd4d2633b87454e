"""From what was read to the records of the regulation, and to its printed paragraphs with the place of each letter."""

from collections.abc import Iterator
from functools import reduce

from quyche.importer.cleaning import without_italics
from quyche.importer.node import Node, Reading, all_nodes
from quyche.importer.passage import Passage
from quyche.regulation.citations import expected_id, label
from quyche.regulation.fidelity import printed_parts
from quyche.regulation.model import Distribution, Provision, Signature, Text
from quyche.regulation.vocabulary import Kind

OPENING_WORDS = 8
"""An article without a title is listed by its first words until an editor gives it a short title."""

Italics = list[tuple[int, int]]


def take_italics(reading: Reading, italics: Italics) -> None:
    """Take the asterisks around words in italics that run over more than one line out of the texts."""
    for node in all_nodes([*reading.preamble, *reading.body]):
        for part in ("text", "heading"):
            passage = getattr(node, part)
            if passage is not None and "*" in passage.text:
                plain, found = without_italics(passage)
                setattr(node, part, plain)
                italics += found


def printed(reading: Reading) -> Iterator[Passage]:
    """Yield the paragraphs of the text as ``fidelity.printed_lines`` tells them, with the place of each letter."""
    yield from reading.front
    yield from (node.text for node in reading.preamble if node.text)
    for node in reading.body:
        yield from _printed(node, None)
    yield from reading.distribution
    yield from reading.signature


def _printed(node: Node, parent: Node | None) -> Iterator[Passage]:
    for _, parts in printed_parts(node, parent, lambda one: one.label):
        yield reduce(Passage.joined, filter(None, parts))
    for child in node.children:
        yield from _printed(child, node)


def text_record(reading: Reading, italics: Italics) -> Text:
    """Return the text as a record."""
    return Text(
        front=tuple(passage.words for passage in reading.front),
        preamble=tuple(
            Provision(
                id=f"can-cu.p{number}", kind=Kind.PARAGRAPH, text=node.text.words, emphasis=_emphasis(node, italics)
            )
            for number, node in enumerate(reading.preamble, 1)
            if node.text
        ),
        body=tuple(_provision(node, None, 0, italics) for node in reading.body),
        distribution=_distribution(reading),
        signature=Signature(lines=tuple(passage.words for passage in reading.signature)) if reading.signature else None,
    )


def _distribution(reading: Reading) -> Distribution | None:
    if not reading.distribution:
        return None
    heading, *items = reading.distribution
    return Distribution(heading=heading.words, items=tuple(item.words for item in items))


def _provision(node: Node, parent: Provision | None, paragraph: int, italics: Italics) -> Provision:
    bare = Provision(
        id="x",
        kind=node.kind,
        num=node.num,
        heading=node.heading.words if node.heading else None,
        text=node.text.words if node.text else None,
        short_title=_opening_words(node) if node.kind is Kind.ARTICLE and node.heading is None else None,
        emphasis=_emphasis(node, italics),
    )
    usual = label(bare)
    printed_label = node.label.words if node.label else ""
    named = bare.model_copy(
        update={"id": expected_id(bare, parent, paragraph), "label": printed_label if printed_label != usual else None}
    )
    children, paragraphs = [], 0
    for child in node.children:
        paragraphs += child.kind is Kind.PARAGRAPH
        children.append(_provision(child, named, paragraphs, italics))
    return named.model_copy(update={"children": tuple(children)})


def _emphasis(node: Node, italics: Italics) -> tuple[str, ...]:
    if not italics or node.text is None:
        return ()
    places = node.text.at
    found = []
    for start, end in italics:
        inside = [n for n, place in enumerate(places) if start <= place < end]
        if inside and start in places and end - 1 in places:
            words = " ".join(node.text.text[inside[0] : inside[-1] + 1].split())
            found.append(words)
    return tuple(words for words in dict.fromkeys(found) if words in node.text.words)


def _opening_words(node: Node) -> str:
    passage = next((found.text for found in all_nodes([node]) if found.text), None)
    words = passage.words.split() if passage else []
    return " ".join(words[:OPENING_WORDS]) + (" …" if len(words) > OPENING_WORDS else "") or f"Điều {node.num}"
