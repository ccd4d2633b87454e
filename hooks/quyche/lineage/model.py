"""Other documents as they are written in ``docs/luoc-do.yaml``."""

from datetime import date as Date  # noqa: N812 -- a field is called date

from quyche.regulation.model import ProvisionId, Record, Slug, Words
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
