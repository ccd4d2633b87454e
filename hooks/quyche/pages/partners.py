"""The partners of a duty as pages show them: the words of the text first, then the bodies that they mean."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty
from quyche.regulation.partners import named_together, partners_of
from quyche.regulation.vocabulary import PartnerRole


@dataclass(frozen=True)
class Party:
    """Those whom a duty names together by ``words`` of the text; without any, those of the editors' reading."""

    words: str | None
    bodies: tuple[Body, ...]

    @property
    def is_name(self) -> bool:
        """Whether the words are what the text calls the one body that they mean, wherever it speaks of it."""
        return len(self.bodies) == 1 and self.words in {self.bodies[0].name, *self.bodies[0].spellings}


def parties(index: Index, duty: Duty, actor: Body | None = None) -> dict[PartnerRole, tuple[Party, ...]]:
    """Return role -> the partners of ``duty`` in it, those of the text first; with ``actor``, those meant for it."""
    meant = duty.partners if actor is None else partners_of(index, duty, actor)
    roles = dict.fromkeys(duty.partners[partner] for partner in meant)
    return {
        role: tuple(_together(index, duty, [partner for partner in meant if duty.partners[partner] is role]))
        for role in roles
    }


def _together(index: Index, duty: Duty, partners: Iterable[str]) -> Iterator[Party]:
    found = sorted(named_together(index, duty, partners).items(), key=lambda item: not item[0])
    yield from (Party(words or None, tuple(index.bodies[partner] for partner in ids)) for words, ids in found)
