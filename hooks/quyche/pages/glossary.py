"""All terms in the order of a Vietnamese dictionary, each with what it means, who says so and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from quyche.addresses import GLOSSARY, term_id
from quyche.glossary.loading import Terms
from quyche.glossary.model import Term
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index
from quyche.sources import Backing
from quyche.vietnamese.alphabet import LETTERS, initial

OTHER = "#"
"""Under this stand the terms that begin with no letter."""


@dataclass(frozen=True)
class Entry:
    """A term on the page; ``definition`` is HTML; ``places`` are the first provision in each article that uses it."""

    term: Term
    backing: Backing
    definition: Markup
    see: tuple[Term, ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Letter:
    """A letter of the alphabet and its terms; ``fragment`` is its place on the page."""

    name: str
    fragment: str
    entries: tuple[Entry, ...]


def glossary_page(renderer: Renderer, terms: Terms) -> Page:
    """Return the page of all terms."""
    return renderer.page(
        "glossary",
        GLOSSARY,
        columns=Columns.NO_CONTENTS,
        letters=tuple(_letters(terms, renderer.duties.index)),
        count=len(terms.in_order),
        as_of=terms.glossary.as_of,
    )


def _letters(terms: Terms, index: Index) -> Iterator[Letter]:
    """Yield the letters of the alphabet; those that only foreign words begin with, where there is one."""
    found = {name: tuple(group) for name, group in groupby(terms.in_order, lambda term: initial(term.term))}
    for number, name in enumerate(LETTERS.upper(), 1):
        if name in found or name not in "FJWZ":
            yield Letter(name, f"van-{number}", tuple(_entry(term, terms, index) for term in found.get(name, ())))
    if "" in found:
        yield Letter(OTHER, "van-khac", tuple(_entry(term, terms, index) for term in found[""]))


def _entry(term: Term, terms: Terms, index: Index) -> Entry:
    see = tuple(terms.by_id[other] for other in term.see)
    return Entry(
        term,
        terms.backings[term.id],
        _definition(term, terms),
        see,
        tuple(_places(terms.provisions.get(term.id, ()), index)),
    )


def _definition(term: Term, terms: Terms) -> Markup:
    """Return the definition with a link at the first use of each other term."""
    words, at, linked = Markup(""), 0, {term.id}
    for use in terms.finder.uses(term.definition):
        if use.term not in linked:
            linked.add(use.term)
            link = Markup('<a href="#{}">{}</a>').format(term_id(use.term), term.definition[use.start : use.end])
            words += escape(term.definition[at : use.start]) + link
            at = use.end
    return words + escape(term.definition[at:])


def _places(provisions: tuple[str, ...], index: Index) -> Iterator[tuple[str, str]]:
    """Yield (first provision there, number of the article); the preamble has no number."""
    seen = set()
    for provision in provisions:
        article = index.place[provision].article
        number = article.num or "" if article else ""
        if number not in seen:
            seen.add(number)
            yield provision, number
