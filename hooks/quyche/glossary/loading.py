"""Load the terms and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from quyche.glossary.finding import Finder, Use
from quyche.glossary.model import Glossary, Term
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import read_record
from quyche.regulation.vocabulary import Confidence
from quyche.regulation.yaml_lines import Document
from quyche.vietnamese.alphabet import alphabetical, spelling
from quyche.vietnamese.letters import words


@dataclass(frozen=True)
class Terms:
    """The terms, and where they stand in the text: ``uses`` by provision id, in order."""

    glossary: Glossary = field(default_factory=Glossary)
    uses: dict[str, tuple[Use, ...]] = field(default_factory=dict)

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
        found: dict[str, dict[str, None]] = {}
        for provision, uses in self.uses.items():
            for use in uses:
                found.setdefault(use.term, {})[provision] = None
        return {term: tuple(provisions) for term, provisions in found.items()}


def load_terms(path: Path, index: Index) -> Terms:
    """Return the terms in ``path``, checked against the text of the regulation and found in it.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    document, glossary = read_record(path, Glossary)
    found = list(_found(glossary, index))
    faults = [*_faults(document, glossary, index), *_unused(document, glossary, found)]
    if faults:
        raise DataError(faults)
    return Terms(glossary, {place.id: tuple(use for use, _ in forms) for place, forms in found if forms})


Found: TypeAlias = tuple[Place, tuple[tuple[Use, str], ...]]


def _found(glossary: Glossary, index: Index) -> Iterator[Found]:
    """Yield each provision with words, and the uses there with their forms."""
    finder = Finder(glossary.terms)
    for place in index.places:
        if place.provision.text is not None:
            around = (place.id, *(parent.id for parent in place.parents))
            yield place, tuple(finder.forms(place.provision.text, around))


def _faults(document: Document, glossary: Glossary, index: Index) -> Iterator[Fault]:
    """Yield what is wrong with single entries and between them."""
    ids = {term.id for term in glossary.terms}
    seen: set[str] = set()
    forms: dict[str, list[Term]] = {}
    for number, term in enumerate(glossary.terms):
        trail = ("terms", number)
        if term.id in seen:
            yield document.fault((*trail, "id"), f"mã “{term.id}” lặp lại", "mỗi thuật ngữ một mã")
        seen.add(term.id)
        for at, other in enumerate(term.see):
            if other not in ids or other == term.id:
                yield document.fault((*trail, "see", at), f"không có thuật ngữ khác mã “{other}”", "ghi mã có trong tệp")
        for at, provision in enumerate(term.within):
            if provision not in index.place:
                yield document.fault((*trail, "within", at), f"không có điều khoản “{provision}”", "xem regulation.yaml")
        if term.confidence is Confidence.UNKNOWN:
            yield document.fault((*trail, "confidence"), "định nghĩa chưa rõ thì không đưa vào", "verified, to-check")
        for at, longer in enumerate(term.not_in):
            if not any(_holds(longer, form) for form in term.spellings):
                allowed = "ghi cụm dài hơn có chứa chữ của thuật ngữ"
                yield document.fault((*trail, "not_in", at), f"“{longer}” không chứa “{term.term}”", allowed)
        for at, form in enumerate(term.spellings):
            spelt = " ".join(map(spelling, words(form)))
            for other in forms.get(spelt, ()):
                if _both(term, other):
                    message = f"“{form}” đã là chữ của “{other.id}” ở cùng chỗ"
                    place = (*trail, "forms", at) if term.forms else (*trail, "term")
                    yield document.fault(place, message, "giới hạn bằng within, không chồng lên nhau")
            forms.setdefault(spelt, []).append(term)


def _unused(document: Document, glossary: Glossary, found: list[Found]) -> Iterator[Fault]:
    """Yield the forms that stand nowhere in the text as words of their own."""
    used = {(use.term, form) for _, uses in found for use, form in uses}
    for number, term in enumerate(glossary.terms):
        for at, form in enumerate(term.spellings):
            if (term.id, form) not in used:
                trail = ("terms", number, "forms", at) if term.forms else ("terms", number, "term")
                yield document.fault(trail, f"“{form}” không có trong văn bản", "chép chữ của văn bản vào forms")


def _holds(longer: str, form: str) -> bool:
    outer, inner = (f" {' '.join(map(spelling, words(text)))} " for text in (longer, form))
    return inner in outer and inner != outer


def _both(one: Term, other: Term) -> bool:
    """Tell whether two terms with one form could be meant at the same place: ids are nested by their dots."""
    if one.within and other.within:
        return any(_inside(a, b) or _inside(b, a) for a in one.within for b in other.within)
    return True


def _inside(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")
