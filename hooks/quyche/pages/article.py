"""A page for each Điều: verbatim clauses, the duty layer under each, where it is cited, the Điều before and after."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from quyche.addresses import GLOSSARY, article_path, term_id
from quyche.duties.assignment import Duties, Level
from quyche.exchange.json_ld import article_legislation
from quyche.glossary.finding import Use
from quyche.glossary.loading import Terms
from quyche.notes import Note, NoteKind, Notes
from quyche.pages.bodies import bound_in_person
from quyche.pages.meanings import term_meaning
from quyche.pages.page import Heading, Page, href
from quyche.pages.rendering import Renderer, article_menu, provision_menu
from quyche.regulation.citations import article_name, html_id, label
from quyche.regulation.index import Place
from quyche.regulation.model import Body, Duty, Waiver

MENTIONS_SHOWN = 12
"""How many provisions elsewhere a page lists for a body: with all of them, a long text's pages grow as its square."""


@dataclass(frozen=True)
class ShownProvision:
    """One provision with words on its article's page; ``depth`` is 0 but for points inside a clause."""

    place: Place
    number: str
    fragment: str
    depth: int
    duties: tuple[Duty, ...]
    waivers: tuple[Waiver, ...]
    notes: tuple[Note, ...]
    links: tuple[tuple[Use, str], ...]


@dataclass(frozen=True)
class Elsewhere:
    """The first ``provisions`` outside an article that name ``body``; ``more`` others stand on the body's own page."""

    body: Body
    provisions: tuple[str, ...]
    more: int


def article_pages(renderer: Renderer, notes: Notes, terms: Terms) -> Iterator[Page]:
    """Yield the page of every article, in order."""
    articles = renderer.duties.index.articles
    for previous, article, following in zip((None, *articles), articles, (*articles[1:], None), strict=False):
        yield article_page(renderer, notes, terms, article, (previous, following))


def article_page(
    renderer: Renderer, notes: Notes, terms: Terms, article: Place, neighbours: tuple[Place | None, Place | None]
) -> Page:
    """Return the page of ``article``; ``neighbours`` are the articles before and after."""
    units = tuple(_units(renderer.duties, notes, terms, article))
    own_notes = notes.by_provision.get(article.id, ())
    summary = tuple(note for note in own_notes if note.kind is NoteKind.SUMMARY)
    below = tuple(note for note in own_notes if note.kind is not NoteKind.SUMMARY)
    own = {duty.id for unit in units for duty in unit.duties}
    bound, named = _bodies(renderer.duties, own)
    headings = [Heading(html_id(article.id), article_name(article.provision), 1)]
    headings += [
        Heading(unit.fragment, provision_menu(unit.place), 3 if unit.depth else 2)
        for unit in units
        if unit.place is not article
    ]
    return renderer.page(
        "article",
        article_path(article.provision),
        article_name(article.provision),
        menu=article_menu(article.provision),
        description=f"{article_name(article.provision)}: nguyên văn, ai làm, với ai, khi nào.",
        headings=(
            *headings,
            *((Heading("ghi-chu", "Ghi chú về cả điều"),) if below else ()),
            Heading("nhac-o-dau", "Được dẫn, được nhắc ở đâu"),
        ),
        article=article,
        units=units,
        summary=summary,
        notes_below=below,
        backings=notes.backings,
        noted_on=notes.dates.get(article.id),
        meanings=tuple(term_meaning(use.term, terms) for unit in units for use, _ in unit.links),
        related=notes.related.get(article.id, ()),
        bound=bound,
        in_person=bound_in_person(renderer.duties, (waiver for unit in units for waiver in unit.waivers)),
        named=named,
        mentioned=tuple(_mentions_elsewhere(renderer.duties, own)),
        periodic=any(duty.period for unit in units for duty in unit.duties),
        previous=neighbours[0],
        following=neighbours[1],
        json_ld=article_legislation(
            renderer.duties.index, article.provision, partial(href, article_path(article.provision))
        ),
    )


def _units(duties: Duties, notes: Notes, terms: Terms, article: Place) -> Iterator[ShownProvision]:
    index = duties.index
    first = terms.first_in(place.id for place in index.within(article.provision) if place.provision.text is not None)
    path = article_path(article.provision)
    for place in index.within(article.provision):
        if place.provision.text is not None:
            depth = sum(1 for parent in place.parents if parent.text is not None and not parent.kind.is_heading)
            number = "" if place.id == article.id else label(place.provision)
            yield ShownProvision(
                article if place.id == article.id else place,
                number,
                html_id(place.id),
                depth,
                index.duties.get(place.id, ()),
                index.waivers.get(place.id, ()),
                () if place.id == article.id else notes.by_provision.get(place.id, ()),
                tuple((use, href(path, GLOSSARY, term_id(use.term))) for use in first[place.id]),
            )


def _bodies(duties: Duties, article_duties: set[str]) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
    """Return the bodies that the duties of an article bind, and the others that they name, in order of the data."""
    binding = [a for duty in article_duties for a in duties.binding[duty] if a.level is not Level.COMMON]
    bound = {assignment.body.id for assignment in binding}
    named = {mention.body.id for duty in article_duties for mention in duties.naming[duty]} - bound
    return _in_order(duties, bound), _in_order(duties, named)


def _in_order(duties: Duties, bodies: set[str]) -> tuple[Body, ...]:
    return tuple(body for body in duties.index.pages if body.id in bodies)


def _mentions_elsewhere(duties: Duties, article_duties: set[str]) -> Iterator[Elsewhere]:
    """Where the articles of others name the bodies that this article is about; only while it is about one or two."""
    own = {a.body.id for duty in article_duties for a in duties.binding[duty] if a.level is Level.OWN}
    about = _in_order(duties, own)
    for body in about if len(about) <= 2 else ():  # noqa: PLR2004 -- more names make a list that nobody reads
        elsewhere = dict.fromkeys(
            mention.duty.provision
            for mention in duties.of[body.id].named
            if mention.level is Level.OWN and mention.duty.id not in article_duties
        )
        if elsewhere:
            shown = tuple(islice(elsewhere, MENTIONS_SHOWN))
            yield Elsewhere(body, shown, len(elsewhere) - len(shown))
