"""Notes as they are written: one file for each article under ``docs/chu-thich/``."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from quyche.regulation.model import ProvisionId, Record, Words
from quyche.regulation.vocabulary import Confidence, Labelled


class NoteKind(Labelled):
    """What a note is for."""

    SUMMARY = "summary", "Tóm lược"
    PRACTICE = "practice", "Cách làm"
    LINK = "link", "Liên hệ"
    CAUTION = "caution", "Lưu ý"
    ODDITY = "oddity", "Chỗ khác thường của bản nguồn"
    CHANGE = "change", "Đã thay đổi"


class Note(Record):
    """One note. ``quote`` is verbatim: a note whose quote is no longer in its provision stops the build.

    ``calendar`` shows it on the page of periodic duties too.
    """

    id: Annotated[str, StringConstraints(pattern=r"^cd[0-9a-z]+\.[1-9][0-9]*$")]
    provision: ProvisionId
    quote: Words | None = None
    kind: NoteKind
    text: Annotated[Words, Field(max_length=600)]
    source: Words
    confidence: Confidence
    date: date
    calendar: bool = False


class Related(Record):
    """Another article that a reader should see, and why; shown at both ends."""

    article: ProvisionId
    why: Words


class ArticleNotes(Record):
    """The file of one article."""

    article: ProvisionId
    related: tuple[Related, ...] = ()
    notes: Annotated[tuple[Note, ...], Field(min_length=1)]

    def reversed(self, related: Related) -> Related:
        """Return ``related`` as the other article sees it."""
        return Related(article=self.article, why=related.why)
