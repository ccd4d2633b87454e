"""What is told beside the words of a page: what its terms mean, what is known of the instruments that it names.

The first mention of each instrument on a page is a link to the register; a script opens what the register knows.
"""

from dataclasses import dataclass, field

from markupsafe import Markup, escape

from quyche.addresses import GLOSSARY, INSTRUMENTS, instrument_id, term_id
from quyche.glossary.loading import Terms
from quyche.instruments.finding import Mentions
from quyche.instruments.model import Instrument, Register
from quyche.pages.page import href
from quyche.vietnamese.letters import upper_first


@dataclass(frozen=True)
class Meaning:
    """What is told beside a word: ``id`` is its place on the page of all of its kind, to which ``way`` leads."""

    id: str
    name: str
    words: str
    source: str
    way: tuple[str, str]


def term_meaning(term: str, terms: Terms) -> Meaning:
    """Return what is told of the term with this id."""
    found, told = terms.by_id[term], terms.backings[term].told
    source = " ".join(f"{upper_first(mark.label)}{f': {words}' if words else ''}." for mark, words in told)
    return Meaning(term_id(term), found.term, found.definition, source, (GLOSSARY, "Trong bảng thuật ngữ"))


def instrument_meaning(instrument: Instrument, register: Register) -> Meaning:
    """Return what is told of an instrument."""
    parts = (
        instrument.title if instrument.number else "",
        f"{instrument.issuer or 'Chưa rõ cơ quan ban hành'}, {instrument.issued}",
        *(f"{word} {', '.join(one.name for one in ones)}" for word, ones in changes(instrument, register)),
        (instrument.note or "").removesuffix("."),
    )
    words = " ".join(f"{part}." for part in parts if part)
    told = f"Tình trạng: {instrument.status.label}; {instrument.checked_words}."
    way = (INSTRUMENTS, "Trong danh mục văn bản")
    return Meaning(instrument_id(instrument.id), instrument.name, words, told, way)


def changes(instrument: Instrument, register: Register) -> tuple[tuple[str, tuple[Instrument, ...]], ...]:
    """Return what ``instrument`` replaces and amends and what does so to it, as far as the ``register`` knows."""
    found = (
        ("Thay", tuple(register.by_id[one] for one in instrument.replaces)),
        ("Sửa", tuple(register.by_id[one] for one in instrument.amends)),
        ("Được thay bởi", register.replaced_by.get(instrument.id, ())),
        ("Được sửa bởi", register.amended_by.get(instrument.id, ())),
    )
    return tuple((word, ones) for word, ones in found if ones)


@dataclass(frozen=True)
class Named:
    """The instruments that the page at ``here`` names, in the order in which a reader meets them first."""

    here: str
    mentions: Mentions
    found: dict[str, Instrument] = field(default_factory=dict)

    def linked(self, words: str) -> Markup:
        """Return ``words`` with a link at what the page has not named before."""
        told, at = Markup(""), 0
        for mention in self.mentions.found(words):
            one = mention.instrument
            if one is not None and one.id not in self.found and mention.start >= at:
                self.found[one.id] = one
                told += escape(words[at : mention.start]) + self._link(one, mention.written)
                at = mention.end
        return told + escape(words[at:])

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """What is told of them; nothing on the page that tells of all."""
        register = self.mentions.register
        return tuple(instrument_meaning(one, register) for one in self.found.values() if self.here != INSTRUMENTS)

    def _link(self, instrument: Instrument, words: str) -> Markup:
        link = '<a href="{}">{}</a>' if self.here == INSTRUMENTS else '<a class="named" href="{}">{}</a>'
        return Markup(link).format(href(self.here, INSTRUMENTS, instrument_id(instrument.id)), words)  # noqa: S704 -- one of our two
