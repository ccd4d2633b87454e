"""The text and the bodies as documents: one for each provision with words, each heading, each body with a page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quyche.duties.assignment import Duties, Level
from quyche.glossary.loading import Terms
from quyche.regulation.citations import citation, html_id, label
from quyche.regulation.index import Place
from quyche.regulation.model import Body, Provision
from quyche.search.document import Document, DocumentKind
from quyche.search.names import Name
from quyche.vietnamese.letters import upper_first


@dataclass(frozen=True)
class Site:
    """Where the pages stand and how articles are called; given by the room that makes the pages."""

    whole_text: str
    article_path: Callable[[Provision], str]
    article_name: Callable[[Provision], str]
    body_path: Callable[[Body], str]


def documents(duties: Duties, site: Site) -> Iterator[Document]:
    """Yield the documents of the text in reading order, then those of the bodies. The signature is none."""
    text = duties.index.regulation.text
    received = (text.distribution.heading, *text.distribution.items) if text.distribution else ()
    yield Document(
        site.whole_text,
        f"Toàn văn {duties.index.regulation.title}",
        " ".join((*text.front, *received)),
        DocumentKind.GUIDE,
    )
    bound = _bound(duties)
    for place in duties.index.places:
        bodies = bound.get(place.id, ())
        yield replace(_provision(place, site), bodies=bodies, partners=_partners(duties, place, bodies))
    for body in duties.index.pages:
        yield Document(site.body_path(body), body.name, _about(body), DocumentKind.BODY, body=body.id)


def term_documents(terms: Terms, address: Callable[[str], str]) -> Iterator[Document]:
    """Yield a document for each term, found by its name and shown with its definition; ``address`` of a term's id.

    They come after the document of the page on which they stand.
    """
    for term in terms.in_order:
        yield Document(address(term.id), upper_first(term.term), term.definition, DocumentKind.TERM)


def term_names(terms: Terms, address: Callable[[str], str]) -> Iterator[Name]:
    """Yield all names of each term, answered by its document."""
    for term in terms.in_order:
        yield Name((term.term, *term.also), (), location=address(term.id))


def _provision(place: Place, site: Site) -> Document:
    provision, kind = place.provision, DocumentKind.TEXT
    anchor = html_id(place.id)
    if place.article is None:
        title = _heading(provision) if provision.kind.is_heading else _sentence(place)
        return Document(f"{site.whole_text}#{anchor}", title, provision.text or "", kind, place.id)
    path = site.article_path(place.article)
    if place.article is provision:
        return Document(path, site.article_name(provision), provision.text or "", kind, place.id)
    title = _sentence(place) + (f". {provision.short_title}" if provision.short_title else "")
    words = " ".join(part for part in (provision.heading, provision.text) if part)
    return Document(f"{path}#{anchor}", title, words, kind, place.id)


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
    found: dict[str, list[tuple[Level, str]]] = {}
    for assignments in duties.binding.values():
        for assignment in assignments:
            common = assignment.level is Level.COMMON and assignment.via
            body = assignment.via.id if common and assignment.via else assignment.body.id
            found.setdefault(assignment.duty.provision, []).append((assignment.level, body))
    levels = list(Level)
    return {
        provision: tuple(dict.fromkeys(body for _, body in sorted(bodies, key=lambda entry: levels.index(entry[0]))))
        for provision, bodies in found.items()
    }
