"""All terms in the order of a Vietnamese dictionary, each with what it means, who says so and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quyche.addresses import GLOSSARY
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
    """A term on the page: ``definition`` in pieces, each with the id of the other term that it is.

    ``places`` are the first provision in each article that uses it.
    """

    term: Term
    backing: Backing
    definition: tuple[tuple[str, str | None], ...]
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
    places = tuple(_places(terms.provisions.get(term.id, ()), index))
    return Entry(term, terms.backings[term.id], tuple(_definition(term, terms)), see, places)


def _definition(term: Term, terms: Terms) -> Iterator[tuple[str, str | None]]:
    """Yield the definition piece by piece, with the id of another term where it is the first use of that."""
    at, linked = 0, {term.id}
    for use in terms.finder.uses(term.definition):
        if use.term not in linked:
            linked.add(use.term)
            yield term.definition[at : use.start], None
            yield term.definition[use.start : use.end], use.term
            at = use.end
    yield term.definition[at:], None


def _places(provisions: tuple[str, ...], index: Index) -> Iterator[tuple[str, str]]:
    """Yield (first provision there, number of the article); the preamble has no number."""
    seen = set()
    for provision in provisions:
        article = index.place[provision].article
        number = article.num or "" if article else ""
        if number not in seen:
            seen.add(number)
            yield provision, number
