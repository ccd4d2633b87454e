"""Bodies wear hats: which duties bind a body, through which group. Nothing is copied; a nearer hat hides a farther."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quyche.regulation.index import Index, grouped
from quyche.regulation.model import Body, Duty, Waiver
from quyche.regulation.vocabulary import PartnerRole, Role


class Level(StrEnum):
    """How a duty reaches a body: by its own name, through a group, or as everybody's."""

    OWN = "own"
    GROUP = "group"
    COMMON = "common"


@dataclass(frozen=True)
class Assignment:
    """A duty that binds ``body``, in ``roles``; ``via`` is the group that carries it, ``None`` for its own name."""

    duty: Duty
    body: Body
    roles: tuple[Role, ...]
    level: Level
    via: Body | None = None


@dataclass(frozen=True)
class Mention:
    """A duty of others that names ``body``: a partner, a recipient, an object. Never a line of its checklist."""

    duty: Duty
    body: Body
    role: PartnerRole
    level: Level
    via: Body | None = None


@dataclass(frozen=True)
class Partner:
    """A body with which another meets in duties, and in how many of them."""

    body: Body
    count: int


@dataclass(frozen=True)
class BodyDuties:
    """Everything that the regulation says of one body."""

    body: Body
    assignments: tuple[Assignment, ...]
    mentions: tuple[Mention, ...]
    waivers: tuple[Waiver, ...]
    partners: tuple[Partner, ...]

    def at(self, level: Level) -> tuple[Assignment, ...]:
        """Return the duties that reach the body at ``level``, in reading order."""
        return tuple(assignment for assignment in self.assignments if assignment.level is level)

    @property
    def named(self) -> tuple[Mention, ...]:
        """The duties of others that name the body or one of its groups, but not merely everybody."""
        return tuple(mention for mention in self.mentions if mention.level is not Level.COMMON)

    @property
    def named_with_all(self) -> tuple[Mention, ...]:
        """The duties of others that name everybody."""
        return tuple(mention for mention in self.mentions if mention.level is Level.COMMON)


@dataclass(frozen=True)
class Duties:
    """The duty layer of a regulation, worked out once for all bodies."""

    index: Index

    @cached_property
    def of(self) -> dict[str, BodyDuties]:
        """Body id -> what the regulation says of it, for every body with a page."""
        return {body.id: self._of(body) for body in self.index.pages}

    @cached_property
    def binding(self) -> dict[str, tuple[Assignment, ...]]:
        """Duty id -> the bodies with a page that it binds, in order of the data."""
        found = grouped((one.duty.id, one) for duties in self.of.values() for one in duties.assignments)
        return {duty.id: found.get(duty.id, ()) for duty in self.index.regulation.duties}

    @cached_property
    def naming(self) -> dict[str, tuple[Mention, ...]]:
        """Duty id -> the bodies with a page that it names, itself or by a group, without binding them."""
        found = grouped((one.duty.id, one) for duties in self.of.values() for one in duties.named)
        return {duty.id: found.get(duty.id, ()) for duty in self.index.regulation.duties}

    def _of(self, body: Body) -> BodyDuties:
        assignments = tuple(self._assignments(body))
        bound = {assignment.duty.id for assignment in assignments}
        mentions = tuple(mention for mention in self._mentions(body) if mention.duty.id not in bound)
        hats = {body.id, *body.member_of}
        waivers = tuple(waiver for waiver in self.index.regulation.waivers if hats.intersection(waiver.concerns))
        return BodyDuties(body, assignments, mentions, waivers, self._partners(body, assignments, mentions))

    def _hats(self, body: Body) -> Iterator[tuple[str, Level, Body | None]]:
        yield body.id, Level.OWN, None
        groups = [self.index.bodies[group] for group in body.member_of]
        yield from ((group.id, Level.GROUP, group) for group in groups if not group.common)
        yield from ((group.id, Level.COMMON, group) for group in groups if group.common)

    def _assignments(self, body: Body) -> Iterator[Assignment]:
        hats = tuple(self._hats(body))
        for duty in self.index.regulation.duties:
            for name, level, via in hats:
                if name in duty.by:
                    yield Assignment(duty, body, duty.roles(name), level, via)
                    break

    def _mentions(self, body: Body) -> Iterator[Mention]:
        also = ((group, Level.GROUP, self.index.bodies[group]) for group in body.named_by)
        hats = (*self._hats(body), *also)
        for duty in self.index.regulation.duties:
            for name, level, via in hats:
                if name in duty.partners:
                    yield Mention(duty, body, duty.partners[name], level, via)
                    break

    def _partners(
        self, body: Body, assignments: Iterable[Assignment], mentions: Iterable[Mention]
    ) -> tuple[Partner, ...]:
        met: Counter[str] = Counter()
        for assignment in assignments:
            if assignment.level is not Level.COMMON:
                met.update(set(assignment.duty.partners))
        for mention in mentions:
            if mention.level is Level.OWN:
                met.update(set(mention.duty.by))
        others = (other for name, other in self.index.bodies.items() if name in met.keys() - {body.id, *body.member_of})
        return tuple(Partner(other, met[other.id]) for other in sorted(others, key=lambda other: -met[other.id]))
