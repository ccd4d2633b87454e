"""What can be found: a document, and the kinds that a reader may choose among."""

from dataclasses import dataclass

from quyche.regulation.vocabulary import Labelled


class DocumentKind(Labelled):
    """Kinds of documents, in the order in which the filter offers them."""

    TEXT = "text", "Lời văn"
    BODY = "body", "Cơ quan"
    TERM = "term", "Thuật ngữ"
    CHECKLIST = "checklist", "Phiếu tự đánh giá"
    LESSON = "lesson", "Bài giảng"
    GUIDE = "guide", "Trang khác"


@dataclass(frozen=True)
class Document:
    """One place that a search can lead to; ``location`` is its address from the root, all words are plain text.

    ``provision`` is the id of the provision that the words are. ``bodies`` are the ids of the bodies it binds,
    ``partners`` those that it names as partners, recipients and so on; ``body`` is the body that the page is about.
    """

    location: str
    title: str
    text: str
    kind: DocumentKind
    provision: str | None = None
    bodies: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    body: str | None = None


PLACES = (
    ("tu-danh-gia/", DocumentKind.CHECKLIST),
    ("thuat-ngu/", DocumentKind.TERM),
    ("giang-day/", DocumentKind.LESSON),
)


def page_document(path: str, title: str, description: str) -> Document:
    """Return a page that is known by its title and description; its address tells its kind."""
    kind = next((kind for place, kind in PLACES if path.startswith(place)), DocumentKind.GUIDE)
    return Document(path, title, description, kind)
