"""What the reader of lines builds: provisions that still know their lines, and what was found on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quyche.importer.passage import Passage
from quyche.regulation.vocabulary import Kind


@dataclass(eq=False)
class Node:
    """A provision being read, equal to none but itself.

    Until settled, the ``text`` of an article is what stood on the line of its number.
    """

    kind: Kind
    line: int
    num: str | None = None
    label: Passage | None = None
    heading: Passage | None = None
    text: Passage | None = None
    children: list["Node"] = field(default_factory=list)


def all_nodes(nodes: list[Node]) -> Iterator[Node]:
    """Yield ``nodes`` and everything inside them, in reading order."""
    for node in nodes:
        yield node
        yield from all_nodes(node.children)


@dataclass(frozen=True)
class Finding:
    """Something for a person to look at. An error keeps the result from taking the place of ``regulation.yaml``."""

    line: int
    message: str
    is_error: bool = False


@dataclass
class Reading:
    """A text read: what it is made of, in order, and the findings."""

    front: list[Passage] = field(default_factory=list)
    preamble: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    distribution: list[Passage] = field(default_factory=list)
    signature: list[Passage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def doubt(self, line: int, message: str) -> None:
        """Keep a doubt about ``line``."""
        self.findings.append(Finding(line, message))

    def error(self, line: int, message: str) -> None:
        """Keep an error at ``line``."""
        self.findings.append(Finding(line, message, is_error=True))
