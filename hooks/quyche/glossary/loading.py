"""Load the terms and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from quyche.glossary.finding import Finder, Use, flat
from quyche.glossary.model import Glossary, Term
from quyche.instruments.model import Register
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index, Place, grouped
from quyche.regulation.loading import read_layer
from quyche.regulation.references import ids, repeated, unknown, unknown_provision
from quyche.sources import Backing, backing, opinions, source_problems
from quyche.vietnamese.alphabet import alphabetical


@dataclass(frozen=True)
class Terms:
    """The terms, where they stand in the text (``uses`` by provision id, in order) and what is behind them by id."""

    glossary: Glossary = field(default_factory=Glossary)
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)
    backings: Mapping[str, Backing] = field(default_factory=dict)

    @cached_property
    def in_order(self) -> tuple[Term, ...]:
        """The terms in the order of a Vietnamese dictionary."""
        return tuple(sorted(self.glossary.terms, key=lambda term: alphabetical(term.term)))

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Term id -> term."""
        return {term.id: term for term in self.glossary.terms}

    @cached_property
    def finder(self) -> Finder:
        """What finds the terms in other words than those of the text, such as definitions."""
        return Finder(self.glossary.terms)

    @cached_property
    def provisions(self) -> dict[str, tuple[str, ...]]:
        """Term id -> ids of the provisions in which it stands, in reading order."""
        found = grouped((use.term, provision) for provision, uses in self.uses.items() for use in uses)
        return {term: tuple(dict.fromkeys(provisions)) for term, provisions in found.items()}

    def first_in(self, provisions: Iterable[str]) -> dict[str, tuple[Use, ...]]:
        """Return, for each of ``provisions`` in order, the first uses of terms that no earlier one of them uses."""
        known: set[str] = set()
        found: dict[str, tuple[Use, ...]] = {}
        for provision in provisions:
            first = {use.term: use for use in reversed(self.uses.get(provision, ())) if use.term not in known}
            known |= first.keys()
            found[provision] = tuple(sorted(first.values(), key=lambda use: use.start))
        return found


def load_terms(path: Path, index: Index, register: Register) -> Terms:
    """Return the terms in ``path``, checked against the ``register`` and the text of the regulation, and found in it.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    glossary = read_layer(path, Glossary, partial(_problems, index, register))
    finder = Finder(glossary.terms)
    found = {
        place.id: tuple(finder.uses(_words(place), (place.id, *(parent.id for parent in place.parents))))
        for place in index.places
    }
    backings = {term.id: backing(term.sources, index, register) for term in glossary.terms}
    return Terms(glossary, {provision: uses for provision, uses in found.items() if uses}, backings)


def _problems(index: Index, register: Register, glossary: Glossary) -> Iterator[Problem]:
    yield from repeated(ids("terms", glossary.terms), "mỗi thuật ngữ một mã")
    for number, term in enumerate(glossary.terms):
        trail = ("terms", number)
        yield from _entry_problems(trail, term, glossary, index)
        yield from source_problems((*trail, "sources"), term.sources, index, register)
        yield from opinions((*trail, "definition"), term.definition, term.sources, "bỏ sources, hoặc viết lại")
    yield from _clashes(glossary)
    yield from _absent(glossary, index)


def _entry_problems(trail: Trail, term: Term, glossary: Glossary, index: Index) -> Iterator[Problem]:
    """Yield what is wrong with a single entry."""
    others = {other.id for other in glossary.terms} - {term.id}
    for at, name in enumerate(term.see):
        yield from unknown((*trail, "see", at), "thuật ngữ khác mã", name, others, "ghi mã có trong tệp")
    for at, provision in enumerate(term.within):
        yield from unknown_provision((*trail, "within", at), provision, index)
    for at, longer in enumerate(term.not_in):
        if not any(flat(form) in flat(longer) != flat(form) for form in term.spellings):
            allowed = "ghi cụm dài hơn có chứa chữ của thuật ngữ"
            yield Problem((*trail, "not_in", at), f"“{longer}” không chứa “{term.term}”", allowed)


def _clashes(glossary: Glossary) -> Iterator[Problem]:
    """Yield the forms that would mean two terms at one place."""
    forms: dict[str, list[Term]] = {}
    for number, term in enumerate(glossary.terms):
        for at, form in enumerate(term.spellings):
            others = forms.setdefault(flat(form), [])
            for other in others:
                if _both(term, other):
                    allowed = "bỏ bớt, hoặc giới hạn bằng within sao cho không chồng lên nhau"
                    message = f"“{form}” đã là chữ của “{other.id}” ở cùng chỗ"
                    yield Problem(_trail(term, number, at), message, allowed)
            others.append(term)


def _trail(term: Term, number: int, at: int) -> Trail:
    return ("terms", number, "forms", at) if term.forms else ("terms", number, "term")


def _absent(glossary: Glossary, index: Index) -> Iterator[Problem]:
    """Yield the forms that stand nowhere in the text, or not within the provisions where they have their meaning.

    Terms from ``outside`` are the contrary: none of their words stands there.
    """
    whole = flat(" ¶ ".join(_words(place) for place in index.places))
    for number, term in enumerate(glossary.terms):
        text = flat(" ¶ ".join(_within(index, term.within))) if term.within else whole
        for at, form in enumerate(term.spellings):
            if term.outside and flat(form) in text:
                yield Problem(("terms", number, "outside"), f"“{form}” có trong lời văn", "bỏ outside")
            elif not term.outside and flat(form) not in text:
                message = f"“{form}” không có trong lời văn"
                yield Problem(_trail(term, number, at), message, "chép chữ của văn bản vào forms, hoặc ghi outside")


def _within(index: Index, provisions: Iterable[str]) -> Iterator[str]:
    for place in index.places:
        if any(_inside(place.id, provision) for provision in provisions):
            yield _words(place)


def _words(place: Place) -> str:
    """Return the words of a provision, or the title of an article whose words stand in its clauses."""
    return "" if place.provision.kind.is_heading else place.words


def _both(one: Term, other: Term) -> bool:
    """Tell whether two terms with one form could be meant at the same place: ids are nested by their dots."""
    if one.within and other.within:
        return any(_inside(a, b) or _inside(b, a) for a in one.within for b in other.within)
    return True


def _inside(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")
