"""What can be found: a document for each provision with words, each heading, each body with a page, each term."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quyche import addresses
from quyche.duties.assignment import Assignment, Duties, Level
from quyche.glossary.loading import Terms
from quyche.regulation.citations import article_name, citation, label
from quyche.regulation.index import Place, grouped
from quyche.regulation.model import Body, Provision
from quyche.regulation.vocabulary import Labelled
from quyche.search.names import Name
from quyche.vietnamese.letters import upper_first


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


KINDS = (
    (addresses.CHECKLISTS, DocumentKind.CHECKLIST),
    (addresses.GLOSSARY, DocumentKind.TERM),
    (addresses.TEACHING, DocumentKind.LESSON),
)
"""Pages below an address are of a kind."""


def documents(duties: Duties) -> Iterator[Document]:
    """Yield the documents of the text in reading order, then those of the bodies. The signature is none."""
    text = duties.index.regulation.text
    received = (text.distribution.heading, *text.distribution.items) if text.distribution else ()
    yield Document(
        addresses.TEXT,
        f"Toàn văn {duties.index.regulation.title}",
        " ".join((*text.front, *received)),
        DocumentKind.GUIDE,
    )
    bound = _bound(duties)
    for place in duties.index.places:
        bodies = bound.get(place.id, ())
        yield replace(_provision(place), bodies=bodies, partners=_partners(duties, place, bodies))
    for body in duties.index.pages:
        yield Document(addresses.body_path(body), body.name, _about(body), DocumentKind.BODY, body=body.id)


def page_document(path: str, title: str, description: str) -> Document:
    """Return a page that is known by its title and description; its address tells its kind."""
    kind = next((kind for below, kind in KINDS if path.startswith(below)), DocumentKind.GUIDE)
    return Document(path, title, description, kind)


def term_documents(terms: Terms) -> Iterator[Document]:
    """Yield a document for each term, found by its name and shown with its definition.

    They come after the document of the page on which they stand.
    """
    for term in terms.in_order:
        yield Document(addresses.term_address(term.id), upper_first(term.term), term.definition, DocumentKind.TERM)


def term_names(terms: Terms) -> Iterator[Name]:
    """Yield all names of each term, answered by its document."""
    for term in terms.in_order:
        yield Name((term.term, *term.also), (), location=addresses.term_address(term.id))


def _provision(place: Place) -> Document:
    provision, kind, address = place.provision, DocumentKind.TEXT, addresses.provision_address(place)
    if place.article is None:
        title = _heading(provision) if provision.kind.is_heading else _sentence(place)
        return Document(address, title, provision.text or "", kind, place.id)
    if place.article is provision:
        return Document(
            addresses.article_path(provision), article_name(provision), provision.text or "", kind, place.id
        )
    title = _sentence(place) + (f". {provision.short_title}" if provision.short_title else "")
    words = " ".join(part for part in (provision.heading, provision.text) if part)
    return Document(address, title, words, kind, place.id)


def _heading(provision: Provision) -> str:
    return f"{label(provision)}. {provision.heading}" if provision.heading else label(provision)


def _sentence(place: Place) -> str:
    return upper_first(citation(place))


def _about(body: Body) -> str:
    successor = body.successor
    words = (body.about, successor.nearest if successor else None)
    return " ".join(part if part.endswith(".") else f"{part}." for part in words if part)


def _partners(duties: Duties, place: Place, bound: tuple[str, ...]) -> tuple[str, ...]:
    """Return the bodies with a page that a provision names, itself or by a group, but does not bind."""
    here = duties.index.duties.get(place.id, ())
    named = {mention.body.id for duty in here for mention in duties.naming[duty.id]}.difference(bound)
    return tuple(body.id for body in duties.index.pages if body.id in named)


def _bound(duties: Duties) -> dict[str, tuple[str, ...]]:
    """Return provision id -> the bodies that it binds: those it names first, then members of groups, then whole groups.

    What binds everybody is kept under the name of the common group, not of each body in it.
    """
    found = grouped((one.duty.provision, one) for assignments in duties.binding.values() for one in assignments)
    levels = list(Level)
    return {
        provision: tuple(dict.fromkeys(map(_answering, sorted(ones, key=lambda one: levels.index(one.level)))))
        for provision, ones in found.items()
    }


def _answering(assignment: Assignment) -> str:
    common = assignment.via if assignment.level is Level.COMMON else None
    return (common or assignment.body).id
