"""Whom a duty means by its partners: the words by which the text names them, and at which level they stand."""

from quyche.regulation.cuts import LEFT_OUT
from quyche.regulation.index import Index
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


def recipients(index: Index, *duties: Duty) -> str:
    """Return to whom ``duties`` are sent, in the words of the text, each once: ``cấp uỷ; Ban Dân vận cùng cấp``."""
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
