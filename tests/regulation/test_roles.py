"""Roles are the verbs of the text: what a line does not say, its label does not say either."""

from collections.abc import Iterator

import pytest

from quyche.importer.drafting.wordlists import ROLES
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Role

VERBS = dict(ROLES)
"""Role -> the verbs by which a text gives it; ``implement`` is any other verb."""


def unsaid(index: Index) -> Iterator[tuple[str, Role]]:
    """Yield each role that neither the line of a duty nor its reading has a verb for."""
    for duty in index.regulation.duties:
        said = f"{index.cuts[duty.id].line} {duty.reading or ''}".lower()
        for role in dict.fromkeys(role for body in duty.by for role in duty.roles(body)):
            if role in VERBS and not any(verb in said for verb in VERBS[role]):
                yield duty.id, role


def test_every_role_is_said(ours: Index) -> None:
    assert list(unsaid(ours)) == []
    assert set(VERBS) == set(Role) - {Role.IMPLEMENT}


NAMED = {
    "d5.k7.1": (Role.STANDING,),
    "d22.p1.2": (Role.INFORM,),
    "d15.k5.2": (Role.INFORM,),
    "d15.k2.2": (Role.CRITIQUE,),
    "d14.k3.2": (Role.SUPERVISE, Role.CRITIQUE),
    "d23.k1.2": (Role.EVALUATE, Role.DIRECT),
    "d11.k4.3": (Role.INSPECT, Role.HANDLE),
    "d14.k3.4": (Role.PETITION,),
    "d9.k5.1": (Role.SUPERVISE,),
    "d27.2": (Role.REWARD,),
    "d27.3": (Role.DISCIPLINE,),
}


@pytest.mark.parametrize("code", NAMED)
def test_a_verb_has_its_own_role(ours: Index, code: str) -> None:
    duty = ours.duty[code]
    assert {duty.roles(body) for body in duty.by} == {NAMED[code]}


@pytest.mark.parametrize(
    ("code", "role"),
    [
        ("d5.k7.1", Role.LEAD),
        ("d22.p1.2", Role.REPORT),
        ("d15.k2.2", Role.SUPERVISE),
        ("d9.k5.1", Role.CHECK),
        ("d14.k3.4", Role.REPORT),
        ("d27.2", Role.DISCIPLINE),
    ],
)
def test_a_role_of_another_verb_is_found(ours: Index, code: str, role: Role) -> None:
    duties = tuple(
        duty.model_copy(update={"by": dict.fromkeys(duty.by, role)}) if duty.id == code else duty
        for duty in ours.regulation.duties
    )
    bad = Index(ours.regulation.model_copy(update={"duties": duties}))
    assert list(unsaid(bad)) == [(code, role)]
