"""Where the text comes from: what it rests on, what it replaces, what stands near it, each with what is known of it.

The other documents are written in ``docs/luoc-do.yaml``.
"""

from collections.abc import Iterator
from datetime import date as Date  # noqa: N812 -- a field is called date
from functools import partial
from pathlib import Path

from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.model import ProvisionId, Record, Slug, Words
from quyche.regulation.references import ids, misquoted, repeated, unknown
from quyche.regulation.vocabulary import Confidence, Labelled


class Relation(Labelled):
    """How another document stands to this text. The words of the text itself name a basis and what is replaced."""

    BASIS = "basis", "Căn cứ ban hành"
    REPLACED = "replaced", "Văn bản bị thay thế"
    REPLACING = "replacing", "Văn bản thay thế"
    ABOVE = "above", "Văn bản cấp trên liên quan"
    SIBLING = "sibling", "Văn bản cùng loại của nơi khác"
    LATER = "later", "Văn bản làm thay đổi tổ chức về sau"


NAMED = (Relation.BASIS, Relation.REPLACED)
"""These stand in the text, so they quote it."""


class Other(Record):
    """Another document. What is not known is left out, and ``unknown`` says so in words.

    ``quote`` is verbatim: how the ``provision`` names the document. ``replaces`` is the id of an earlier one.
    """

    id: Slug
    relation: Relation
    name: Words
    number: Words | None = None
    date: Date | None = None
    issuer: Words | None = None
    provision: ProvisionId | None = None
    quote: Words | None = None
    replaces: Slug | None = None
    known: Words | None = None
    unknown: Words | None = None
    source: Words
    confidence: Confidence


class Lineage(Record):
    """The file of other documents; ``as_of`` is the day on which they were last looked for."""

    as_of: Date | None = None
    documents: tuple[Other, ...] = ()

    def of(self, relation: Relation) -> tuple[Other, ...]:
        """Return the documents that stand in ``relation``, in order of the file."""
        return tuple(other for other in self.documents if other.relation is relation)


def load_lineage(path: Path, index: Index) -> Lineage:
    """Return the documents in ``path``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    return read_layer(path, Lineage, partial(_problems, index))


def _problems(index: Index, lineage: Lineage) -> Iterator[Problem]:
    yield from repeated(ids("documents", lineage.documents), "mỗi văn bản một mã")
    known = {other.id for other in lineage.documents}
    for number, other in enumerate(lineage.documents):
        trail = ("documents", number)
        if other.replaces is not None:
            others = known - {other.id}
            yield from unknown((*trail, "replaces"), "văn bản khác mã", other.replaces, others, "ghi mã có trong tệp")
        if other.confidence is not Confidence.VERIFIED and other.unknown is None:
            message, allowed = "chưa đối chiếu thì phải nói rõ điều gì chưa biết", "ghi ở mục unknown"
            yield Problem((*trail, "confidence"), message, allowed)
        yield from _quote_problems(trail, other, index)


def _quote_problems(trail: Trail, other: Other, index: Index) -> Iterator[Problem]:
    if other.relation in NAMED and (other.provision is None or other.quote is None):
        message = f"“{other.relation.label}” phải dẫn chữ của văn bản"
        yield Problem((*trail, "relation"), message, "ghi provision và quote")
    elif (other.provision is None) != (other.quote is None):
        yield Problem(trail, "provision và quote phải đi cùng nhau", "ghi cả hai, hoặc bỏ cả hai")
    elif other.provision is not None and other.quote is not None:
        yield from misquoted((*trail, "quote"), other.provision, other.quote, index)
