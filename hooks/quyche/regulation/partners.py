"""Whom a duty means by its partners: the words by which the text names them, and at which level they stand."""

from collections.abc import Iterable

from quyche.regulation.cuts import LEFT_OUT
from quyche.regulation.index import Index, grouped
from quyche.regulation.model import Body, Duty
from quyche.regulation.vocabulary import Direction, PartnerRole, Tier

TOLD = (PartnerRole.RECEIVES, PartnerRole.HEARS, PartnerRole.INFORMED)
"""Partners to whom a unit sends something."""


def partner_words(index: Index, duty: Duty, partner: str) -> str | None:
    """Return the words of the text for ``partner``, an id under ``with``; ``None`` where only the reading names it."""
    if partner in duty.named:
        return duty.named[partner]
    stretches = (duty.quote, *(duty.under or "").split(LEFT_OUT), duty.limits or "")
    found = [words for words in index.bodies[partner].spellings if any(words in stretch for stretch in stretches)]
    return max(found, key=len, default=None)


def named_together(index: Index, duty: Duty, partners: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return words of the text -> those of ``partners`` that they name, in order; under ``""`` those of the reading.

    Where words for one are picked out of those for several (“A … cùng cấp” of “A và B cùng cấp”), these name them all.
    """
    words = {partner: partner_words(index, duty, partner) or "" for partner in partners}
    picked = [said.split(LEFT_OUT) for said in words.values() if LEFT_OUT in said]
    wholes = [said for said in words.values() if any(all(part in said for part in parts) for parts in picked)]

    def whole(said: str) -> str:
        around = (other for other in wholes if said and all(part in other for part in said.split(LEFT_OUT)))
        return max(around, key=len, default=said)

    return grouped((whole(said), partner) for partner, said in words.items())


def recipients(index: Index, *duties: Duty) -> str:
    """Return to whom ``duties`` are sent, in the words of the text, each once: ``Ban Quản thư; các tổ cùng cấp``."""
    names = (
        partner_words(index, duty, body) or index.bodies[body].name
        for duty in duties
        for body, role in duty.partners.items()
        if role in TOLD
    )
    return "; ".join(dict.fromkeys(names))


def candidates(index: Index, partner: str) -> tuple[Body, ...]:
    """Return the bodies that ``partner``, an id under ``with``, may mean: itself, its members, those that it names."""
    return (index.bodies[partner], *index.members.get(partner, ()), *index.named.get(partner, ()))


def stands(index: Index, duty: Duty, partner: str, actor: Body, other: Body) -> bool:
    """Tell whether ``other`` stands where ``duty``, done by ``actor``, sets its ``partner``.

    Where the text sets no level, or one of both stands at several, nothing speaks against it.
    """
    direction = duty.at.get(partner)
    if direction is None or actor.tier is None or other.tier is None:
        return True
    tiers = [tier for tier in Tier if tier in index.tiers]
    below = tiers.index(other.tier) - tiers.index(actor.tier)
    match direction:
        case Direction.SAME:
            return below == 0
        case Direction.ABOVE:
            return below == -1
        case Direction.BELOW:
            return below == 1
    return below >= 0


def partners_of(index: Index, duty: Duty, actor: Body) -> tuple[str, ...]:
    """Return the ids under ``with`` that ``duty`` means for ``actor``, in order of the data."""
    return tuple(
        partner
        for partner in duty.partners
        if any(stands(index, duty, partner, actor, other) for other in candidates(index, partner))
    )
