"""Bodies wear hats: which duties bind a body, through which group. Nothing is copied; a nearer hat hides a farther."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from quyche.regulation.index import Index, grouped
from quyche.regulation.model import Body, Duty, Waiver
from quyche.regulation.partners import partners_of, stands
from quyche.regulation.vocabulary import Direction, PartnerRole, Role, WaiverKind


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

    @property
    def others(self) -> tuple[str, ...]:
        """The ids under ``by`` that are neither the body nor a group of its: who has the duty beside it."""
        return tuple(name for name in self.duty.by if name not in {self.body.id, *self.body.member_of})

    @property
    def may_not_arise(self) -> bool:
        """Whether the body may have nothing to answer: the duty comes with an event, or only to some of its kind."""
        return self.duty.may_not_arise or self.is_partial

    @property
    def is_partial(self) -> bool:
        """Whether only some of the body's kind belong to the group that carries the duty."""
        return self.via is not None and self.via.id in self.body.partly


@dataclass(frozen=True)
class Mention:
    """A duty of others that names ``body``: a partner, a recipient, an object. Never a line of its checklist."""

    duty: Duty
    body: Body
    role: PartnerRole
    level: Level
    via: Body | None = None


@dataclass(frozen=True)
class Companion:
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
    companions: tuple[Companion, ...]

    def at(self, level: Level) -> tuple[Assignment, ...]:
        """Return the duties that reach the body at ``level``, in reading order."""
        return tuple(assignment for assignment in self.assignments if assignment.level is level)

    @property
    def personal(self) -> tuple[Waiver, ...]:
        """What the text asks of each person of this kind: no line of a checklist, yet it binds."""
        return tuple(waiver for waiver in self.waivers if waiver.kind is WaiverKind.INDIVIDUAL)

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

    @cached_property
    def _assigned(self) -> dict[str, tuple[Assignment, ...]]:
        return {body.id: tuple(self._assignments(body)) for body in self.index.pages}

    @cached_property
    def _actors(self) -> dict[str, tuple[Body, ...]]:
        return grouped((one.duty.id, one.body) for assignments in self._assigned.values() for one in assignments)

    def _of(self, body: Body) -> BodyDuties:
        assignments = self._assigned[body.id]
        bound = {assignment.duty.id for assignment in assignments}
        mentions = tuple(self._mentions(body, bound))
        hats = {body.id, *body.member_of}
        waivers = tuple(waiver for waiver in self.index.regulation.waivers if hats.intersection(waiver.concerns))
        return BodyDuties(body, assignments, mentions, waivers, self._companions(body, assignments, mentions))

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

    def _mentions(self, body: Body, bound: Collection[str]) -> Iterator[Mention]:
        """Yield what names the body; of a duty that binds it, only what others owe it from another level."""
        also = ((group, Level.GROUP, self.index.bodies[group]) for group in body.named_by)
        hats = (*self._hats(body), *also)
        for duty in self.index.regulation.duties:
            for name, level, via in hats:
                is_beside = duty.id in bound and duty.at.get(name) not in {Direction.ABOVE, Direction.BELOW}
                if name in duty.partners and not is_beside and self._is_meant(duty, name, body):
                    yield Mention(duty, body, duty.partners[name], level, via)
                    break

    def _is_meant(self, duty: Duty, partner: str, body: Body) -> bool:
        actors = (actor for actor in self._actors.get(duty.id, ()) if actor.id != body.id)
        return any(stands(self.index, duty, partner, actor, body) for actor in actors)

    def _companions(
        self, body: Body, assignments: Iterable[Assignment], mentions: Iterable[Mention]
    ) -> tuple[Companion, ...]:
        met: Counter[str] = Counter()
        for assignment in assignments:
            if assignment.level is not Level.COMMON:
                met.update({*partners_of(self.index, assignment.duty, body), *assignment.others})
        for mention in mentions:
            if mention.level is Level.OWN:
                met.update(set(mention.duty.by))
        others = (other for name, other in self.index.bodies.items() if name in met.keys() - {body.id, *body.member_of})
        return tuple(Companion(other, met[other.id]) for other in sorted(others, key=lambda other: -met[other.id]))
