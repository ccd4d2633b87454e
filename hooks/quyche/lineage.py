"""Where the text comes from: what it rests on, what it replaces, what stands near it.

How each other document stands to the text is written in ``docs/luoc-do.yaml``; what it is, in the register.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from quyche.instruments.model import Register
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.model import ProvisionId, Record, Slug, Words
from quyche.regulation.references import misquoted, repeated, unknown
from quyche.regulation.vocabulary import Confidence, Labelled


class Relation(Labelled):
    """How another document stands to this text. The words of the text itself name a basis and what is replaced."""

    BASIS = "basis", "Căn cứ ban hành"
    REPLACED = "replaced", "Văn bản bị thay thế"
    REPLACING = "replacing", "Văn bản thay thế"
    ABOVE = "above", "Văn bản cấp trên liên quan"
    SIBLING = "sibling", "Văn bản cùng loại của địa phương khác"
    LATER = "later", "Văn bản làm thay đổi tổ chức về sau"


NAMED = (Relation.BASIS, Relation.REPLACED)
"""These stand in the text, so they quote it."""


class Other(Record):
    """How another document, of the register, stands to the text.

    ``quote`` is verbatim: how the ``provision`` names it. ``known`` is what of it matters here, with its ``source``;
    what is not known is left out, and ``unknown`` says so in words.
    """

    document: Slug
    relation: Relation
    provision: ProvisionId | None = None
    quote: Words | None = None
    known: Words | None = None
    unknown: Words | None = None
    source: Words | None = None
    confidence: Confidence = Confidence.TO_CHECK


class Lineage(Record):
    """The file of other documents; ``as_of`` is the day on which they were last looked for."""

    as_of: date | None = None
    documents: tuple[Other, ...] = ()

    def of(self, relation: Relation) -> tuple[Other, ...]:
        """Return the documents that stand in ``relation``, in order of the file."""
        return tuple(other for other in self.documents if other.relation is relation)


def load_lineage(path: Path, index: Index, register: Register) -> Lineage:
    """Return the documents in ``path``, checked against the regulation and the ``register`` that they are in.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    return read_layer(path, Lineage, partial(_problems, index, register))


def _problems(index: Index, register: Register, lineage: Lineage) -> Iterator[Problem]:
    named = ((("documents", number, "document"), other.document) for number, other in enumerate(lineage.documents))
    yield from repeated(named, "mỗi văn bản một lần")
    for number, other in enumerate(lineage.documents):
        trail = ("documents", number)
        allowed = "ghi mã có trong docs/tai-lieu.yaml"
        yield from unknown((*trail, "document"), "văn bản", other.document, register.by_id, allowed)
        if other.confidence is not Confidence.VERIFIED and other.unknown is None:
            message, allowed = "chưa đối chiếu thì phải nói rõ điều gì chưa biết", "ghi ở mục unknown"
            yield Problem((*trail, "confidence"), message, allowed)
        if other.source is None and (other.known is not None or other.confidence is Confidence.VERIFIED):
            yield Problem(trail, "điều đã biết mà không có nguồn", "ghi source")
        yield from _quote_problems(trail, other, index)


def _quote_problems(trail: Trail, other: Other, index: Index) -> Iterator[Problem]:
    if other.relation in NAMED and (other.provision is None or other.quote is None):
        message = f"“{other.relation.label}” phải dẫn chữ của văn bản"
        yield Problem((*trail, "relation"), message, "ghi provision và quote")
    elif (other.provision is None) != (other.quote is None):
        yield Problem(trail, "provision và quote phải đi cùng nhau", "ghi cả hai, hoặc bỏ cả hai")
    elif other.provision is not None and other.quote is not None:
        yield from misquoted((*trail, "quote"), other.provision, other.quote, index)
