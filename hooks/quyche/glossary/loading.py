"""Load the terms and hold them against the text: every slip at once, each with its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from quyche.glossary.finding import Finder, Use, flat
from quyche.glossary.model import Glossary, Term
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import read_record
from quyche.regulation.vocabulary import Confidence
from quyche.regulation.yaml_lines import Document, Trail
from quyche.vietnamese.alphabet import alphabetical


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

    def first_in(self, provisions: Iterable[str]) -> dict[str, tuple[Use, ...]]:
        """Return, for each of ``provisions`` in order, the first uses of terms that no earlier one of them uses."""
        known: set[str] = set()
        found: dict[str, tuple[Use, ...]] = {}
        for provision in provisions:
            first = {use.term: use for use in reversed(self.uses.get(provision, ())) if use.term not in known}
            known |= first.keys()
            found[provision] = tuple(sorted(first.values(), key=lambda use: use.start))
        return found


def load_terms(path: Path, index: Index) -> Terms:
    """Return the terms in ``path``, checked against the text of the regulation and found in it.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    document, glossary = read_record(path, Glossary)
    faults = [*_faults(document, glossary, index), *_clashes(document, glossary), *_absent(document, glossary, index)]
    if faults:
        raise DataError(faults)
    finder = Finder(glossary.terms)
    found = {
        place.id: tuple(finder.uses(_words(place), (place.id, *(parent.id for parent in place.parents))))
        for place in index.places
    }
    return Terms(glossary, {provision: uses for provision, uses in found.items() if uses})


def _faults(document: Document, glossary: Glossary, index: Index) -> Iterator[Fault]:
    """Yield what is wrong with single entries."""
    ids = [term.id for term in glossary.terms]
    for number, term in enumerate(glossary.terms):
        trail = ("terms", number)
        if term.id in ids[:number]:
            yield document.fault((*trail, "id"), f"mã “{term.id}” lặp lại", "mỗi thuật ngữ một mã")
        for at, name in enumerate(term.see):
            if name not in ids or name == term.id:
                yield document.fault((*trail, "see", at), f"không có thuật ngữ khác mã “{name}”", "ghi mã có trong tệp")
        for at, provision in enumerate(term.within):
            if provision not in index.place:
                message = f"không có điều khoản “{provision}”"
                yield document.fault((*trail, "within", at), message, "xem regulation.yaml")
        for at, longer in enumerate(term.not_in):
            if not any(flat(form) in flat(longer) != flat(form) for form in term.spellings):
                allowed = "ghi cụm dài hơn có chứa chữ của thuật ngữ"
                yield document.fault((*trail, "not_in", at), f"“{longer}” không chứa “{term.term}”", allowed)
        if term.confidence is Confidence.UNKNOWN:
            message = "định nghĩa chưa rõ thì không đưa vào bảng"
            yield document.fault((*trail, "confidence"), message, "được dùng: verified, to-check")


def _clashes(document: Document, glossary: Glossary) -> Iterator[Fault]:
    """Yield the forms that would mean two terms at one place."""
    forms: dict[str, list[Term]] = {}
    for number, term in enumerate(glossary.terms):
        for at, form in enumerate(term.spellings):
            others = forms.setdefault(flat(form), [])
            for other in others:
                if _both(term, other):
                    allowed = "bỏ bớt, hoặc giới hạn bằng within sao cho không chồng lên nhau"
                    yield document.fault(
                        _trail(term, number, at), f"“{form}” đã là chữ của “{other.id}” ở cùng chỗ", allowed
                    )
            others.append(term)


def _trail(term: Term, number: int, at: int) -> Trail:
    return ("terms", number, "forms", at) if term.forms else ("terms", number, "term")


def _absent(document: Document, glossary: Glossary, index: Index) -> Iterator[Fault]:
    """Yield the forms that stand nowhere in the text, or not within the provisions where they have their meaning."""
    whole = flat(" ¶ ".join(_words(place) for place in index.places))
    for number, term in enumerate(glossary.terms):
        text = flat(" ¶ ".join(_within(index, term.within))) if term.within else whole
        for at, form in enumerate(term.spellings):
            if flat(form) not in text:
                yield document.fault(
                    _trail(term, number, at), f"“{form}” không có trong lời văn", "chép chữ của văn bản vào forms"
                )


def _within(index: Index, provisions: Iterable[str]) -> Iterator[str]:
    for place in index.places:
        if any(_inside(place.id, provision) for provision in provisions):
            yield _words(place)


def _words(place: Place) -> str:
    """Return the words of a provision, or the title of an article whose words stand in its clauses."""
    provision = place.provision
    return "" if provision.kind.is_heading else provision.text or provision.heading or ""


def _both(one: Term, other: Term) -> bool:
    """Tell whether two terms with one form could be meant at the same place: ids are nested by their dots."""
    if one.within and other.within:
        return any(_inside(a, b) or _inside(b, a) for a in one.within for b in other.within)
    return True


def _inside(inner: str, outer: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}.")
