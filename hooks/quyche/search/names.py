"""What bodies and terms are called otherwise, and which documents answer for each name."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.model import Body, ProvisionId, Record, Words
from quyche.vietnamese.letters import fold

MOST_OF_AN_ARTICLE = 0.6


class Synonym(Record):
    """A term of the text, what readers type instead, and the provisions that answer for it, most telling first."""

    term: Words
    variants: Annotated[tuple[Words, ...], Field(min_length=1)]
    provisions: Annotated[tuple[ProvisionId, ...], Field(min_length=1)]


class Synonyms(Record):
    """The file of synonyms. Other names of bodies stand with the bodies in ``regulation.yaml``."""

    terms: tuple[Synonym, ...]


@dataclass(frozen=True)
class Name:
    """All spellings of one thing; where to go for it: provisions in order, the body ``page``, another ``location``."""

    spellings: tuple[str, ...]
    provisions: tuple[str, ...]
    page: str | None = None
    location: str | None = None


def load_synonyms(path: Path, index: Index) -> Synonyms:
    """Return the synonyms in ``path``.

    Raises:
        DataError: the file does not fit, names a provision that is not in the text, or gives a variant twice.
    """
    document, synonyms = read_record(path, Synonyms)
    faults = []
    owner: dict[str, str] = {}
    for number, term in enumerate(synonyms.terms):
        for at, provision in enumerate(term.provisions):
            if provision not in index.place:
                trail = ("terms", number, "provisions", at)
                faults.append(
                    document.fault(trail, f"{term.term}: không có điều khoản “{provision}” trong regulation.yaml")
                )
        for at, variant in enumerate(term.variants):
            if variant in owner:
                trail = ("terms", number, "variants", at)
                faults.append(
                    document.fault(trail, f"“{variant}” đã có ở “{owner[variant]}”", "mỗi cách gọi ghi một lần")
                )
            owner.setdefault(variant, term.term)
    if faults:
        raise DataError(faults)
    return synonyms


def names(index: Index, synonyms: Synonyms) -> Iterator[Name]:
    """Yield the names of all bodies and terms that lead somewhere."""
    for body in index.bodies.values():
        provisions = tuple(_answering(index, body))
        page = body.id if body.page else None
        if provisions or page:
            spellings = (body.name, body.short_name, *body.spellings, *body.abbreviations, *body.also)
            yield Name(tuple(dict.fromkeys(spellings)), provisions, page)
    for term in synonyms.terms:
        yield Name((term.term, *term.variants), term.provisions)


def _answering(index: Index, body: Body) -> Iterator[str]:
    """Yield where the text speaks to ``body``: its article, or its provisions in an article shared with others.

    Of those, one that speaks to fewer others comes first. A body without duties is left to the words of the text.
    """
    duties = index.regulation.duties
    own = Counter(duty.provision for duty in duties if body.id in duty.by)
    if not own:
        return
    articles = Counter(_article(index, provision) for provision in own.elements())
    heading = fold(body.short_name)
    article = max(articles, key=lambda name: (heading in fold(_heading(index, name)), articles[name]))
    if articles[article] >= MOST_OF_AN_ARTICLE * sum(_article(index, duty.provision) == article for duty in duties):
        yield article
        return
    others = {provision: {other for duty in index.duties[provision] for other in duty.by} for provision in own}
    provisions = [provision for provision in own if _article(index, provision) == article]
    yield from sorted(provisions, key=lambda provision: len(others[provision]))


def _article(index: Index, provision: str) -> str:
    article = index.place[provision].article
    return article.id if article else provision


def _heading(index: Index, provision: str) -> str:
    found = index.place[provision].provision
    return found.heading or found.short_title or ""


def by_provision(found: Mapping[str, int], name: Name, pages: Mapping[str, int]) -> list[int]:
    """Return the numbers of the documents that answer for ``name``: its first provision, its page, the others."""
    numbers = [found[provision] for provision in name.provisions if provision in found]
    page = [pages[name.page]] if name.page is not None and name.page in pages else []
    return list(dict.fromkeys([*numbers[:1], *page, *numbers[1:]]))
