"""Look-ups over a regulation, made once: every view and check works from them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from quyche.regulation.coverage import Coverage, divide
from quyche.regulation.cuts import Cut, cut
from quyche.regulation.faults import Trail
from quyche.regulation.model import Body, Duty, Provision, Regulation, Text, Waiver
from quyche.regulation.vocabulary import Kind, Tier
from quyche.vietnamese.letters import fold

ValueT = TypeVar("ValueT")


@dataclass(frozen=True)
class Place:
    """A provision where it stands: ``trail`` leads to it in the data; ``parents`` are around it, outermost first."""

    provision: Provision
    trail: Trail
    parents: tuple[Provision, ...]

    @property
    def id(self) -> str:
        """The provision's id."""
        return self.provision.id

    @property
    def words(self) -> str:
        """What may be quoted: its text, or its title where it has no text of its own."""
        return self.provision.text or self.provision.heading or ""

    def cut(self, start: int, duty: Duty) -> Cut:
        """Return how ``duty``, whose quote begins at letter ``start`` of the text, is shown where it stands alone."""
        above = (self.parents[-1].text or "") if self.parents else ""
        return cut(self.provision.text or "", start, duty, above if above.endswith(":") else "")

    @cached_property
    def article(self) -> Provision | None:
        """The article that holds or is the provision; ``None`` outside the articles."""
        return next((item for item in (*self.parents, self.provision) if item.kind is Kind.ARTICLE), None)

    @property
    def headings(self) -> tuple[Provision, ...]:
        """The chapter, section and so on around the provision."""
        return tuple(parent for parent in self.parents if parent.kind.is_heading)


def walk(regulation: Regulation) -> Iterator[Place]:
    """Yield every provision of the text in reading order, the preamble first."""
    for part in ("preamble", "body"):
        for number, provision in enumerate(getattr(regulation.text, part)):
            yield from _walk(provision, ("text", part, number), ())


def _walk(provision: Provision, trail: Trail, parents: tuple[Provision, ...]) -> Iterator[Place]:
    yield Place(provision, trail, parents)
    for number, child in enumerate(provision.children):
        yield from _walk(child, (*trail, "children", number), (*parents, provision))


def outside(text: Text) -> Iterator[tuple[Trail, str]]:
    """Yield the lines that are no provisions, with the way to each: those of the front, then those after the body."""
    yield from ((("text", "front", number), line) for number, line in enumerate(text.front))
    if text.distribution:
        yield ("text", "distribution", "heading"), text.distribution.heading
        yield from ((("text", "distribution", "items", n), line) for n, line in enumerate(text.distribution.items))
    if text.signature:
        yield from ((("text", "signature", "lines", n), line) for n, line in enumerate(text.signature.lines))


def grouped(pairs: Iterable[tuple[str, ValueT]]) -> dict[str, tuple[ValueT, ...]]:
    """Return each key of ``pairs`` -> all its values, both in order."""
    found: dict[str, list[ValueT]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


@dataclass(frozen=True)
class Index:
    """A regulation with its look-ups. Made of data that has passed the checks, or by a check that asks for little."""

    regulation: Regulation

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every provision in reading order."""
        return tuple(walk(self.regulation))

    @cached_property
    def place(self) -> Mapping[str, Place]:
        """Provision id -> where it stands."""
        return {place.id: place for place in self.places}

    @cached_property
    def articles(self) -> tuple[Place, ...]:
        """The articles in order."""
        return tuple(place for place in self.places if place.provision.kind is Kind.ARTICLE)

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """Body id -> body, in order of the data."""
        return {body.id: body for body in self.regulation.bodies}

    @cached_property
    def pages(self) -> tuple[Body, ...]:
        """The bodies that have a page, in order."""
        return tuple(body for body in self.regulation.bodies if body.page)

    @cached_property
    def members(self) -> Mapping[str, tuple[Body, ...]]:
        """Group id -> the bodies that its duties bind, in order of the data."""
        return grouped((group, body) for body in self.regulation.bodies for group in body.member_of)

    @cached_property
    def named(self) -> Mapping[str, tuple[Body, ...]]:
        """Group id -> the bodies that its words name although its duties do not bind them, in order of the data."""
        return grouped((group, body) for body in self.regulation.bodies for group in body.named_by)

    @cached_property
    def tiers(self) -> frozenset[Tier]:
        """The levels at which bodies of this regulation stand."""
        return frozenset(body.tier for body in self.regulation.bodies if body.tier is not None)

    @cached_property
    def related(self) -> Mapping[str, frozenset[str]]:
        """Body id -> itself, the groups under which the text may speak of it, and all with whom it shares one.

        Groups are those that it is in, and those whose words name it; one that holds everybody tells nothing, nor is
        anybody related to it.
        """
        found = {body.id: {body.id} for body in self.regulation.bodies if not body.common}
        for body in self.regulation.bodies:
            worn = found.keys() & {body.id, *body.member_of, *body.named_by}
            for one in worn:
                found[one] |= worn
        return {body: frozenset(others) for body, others in found.items()}

    @cached_property
    def duties(self) -> Mapping[str, tuple[Duty, ...]]:
        """Provision id -> its duties, in order."""
        return grouped((duty.provision, duty) for duty in self.regulation.duties)

    @cached_property
    def duty(self) -> Mapping[str, Duty]:
        """Duty id -> duty, in order of the data."""
        return {duty.id: duty for duty in self.regulation.duties}

    @cached_property
    def same(self) -> Mapping[str, tuple[Duty, ...]]:
        """Duty id -> the duties that ask the same of whoever has both, in order of the data."""
        return grouped((duty.same_as, duty) for duty in self.regulation.duties if duty.same_as is not None)

    @cached_property
    def cuts(self) -> Mapping[str, Cut]:
        """Duty id -> how its words are shown where they stand alone."""
        return {
            stretch.entry.id: self.place[provision].cut(stretch.start, stretch.entry)
            for provision, found in self.coverage.items()
            for stretch in found.stretches
            if isinstance(stretch.entry, Duty)
        }

    @cached_property
    def waivers(self) -> Mapping[str, tuple[Waiver, ...]]:
        """Provision id -> its waivers, in order."""
        return grouped((waiver.provision, waiver) for waiver in self.regulation.waivers)

    @cached_property
    def coverage(self) -> Mapping[str, Coverage]:
        """Provision id -> how its duties and waivers divide its words, for every provision with words."""
        return {
            place.id: divide(place.provision.text, self.duties.get(place.id, ()), self.waivers.get(place.id, ()))
            for place in self.places
            if place.provision.text is not None
        }

    def named_in(self, sentence: str) -> frozenset[str]:
        """Return the ids of the bodies whose name or spelling an editor's ``sentence`` holds; longer hide shorter ones.

        Letters' case and the place of tone marks do not matter.
        """
        known, pattern = self._names
        return frozenset(known[found] for found in pattern.findall(fold(sentence)))

    @cached_property
    def _names(self) -> tuple[Mapping[str, str], re.Pattern[str]]:
        known = {fold(name): body.id for body in self.regulation.bodies for name in (body.name, *body.spellings)}
        names = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
        return known, re.compile(rf"(?<!\w)(?:{names or '(?!)'})(?!\w)")

    def within(self, article: Provision) -> tuple[Place, ...]:
        """Return the places of ``article`` and of all provisions inside it, in order."""
        return self._by_article[article.id]

    @cached_property
    def _by_article(self) -> Mapping[str, tuple[Place, ...]]:
        return grouped((place.article.id, place) for place in self.places if place.article is not None)
