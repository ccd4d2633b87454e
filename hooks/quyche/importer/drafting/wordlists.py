"""Words by which bodies, roles and periods are told in official texts: ``wordlists.yaml`` lists and explains them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, TypeVar

from quyche.beside import beside
from quyche.regulation.vocabulary import Block, PartnerRole, Period, Role

KeyT = TypeVar("KeyT", bound=StrEnum)

_LISTS: Final[dict[str, Any]] = beside(__file__, "wordlists.yaml")


def _table(name: str, members: Iterable[KeyT]) -> tuple[tuple[KeyT, tuple[str, ...]], ...]:
    known = {str(member): member for member in members}
    return tuple((known[value], tuple(words)) for value, words in _LISTS[name].items())


HEADS, WHOLE, TAILS, POSTS = (tuple(_LISTS[name]) for name in ("heads", "whole", "tails", "posts"))
NO_DUTIES, ASSESSMENT = (tuple(_LISTS[name]) for name in ("no_duties", "assessment"))
BLOCKS, PERIODS = _table("blocks", Block), _table("periods", Period)
ROLES, PARTNERS = _table("roles", Role), _table("partners", PartnerRole)
