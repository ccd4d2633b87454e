"""The rules that every layer over the text shares: what it points at is there, what it quotes stands there, ids differ.

Each takes the ``trail`` of what an editor wrote and yields a problem where it breaks the rule; ``allowed`` is advice.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from difflib import get_close_matches
from typing import Protocol, TypeAlias

from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Kind

Check: TypeAlias = Callable[[Index], Iterable[Problem]]
"""A rule of the regulation itself."""

SEE_TEXT = "xem text trong regulation.yaml"
COPY = "chép đúng từng chữ của điều khoản"
CITED = re.compile(rf"\b{Kind.ARTICLE.label} (\d+\w*)")


class HasId(Protocol):
    """Anything with a permanent id."""

    @property
    def id(self) -> str:
        """The id."""


def unknown(trail: Trail, what: str, name: str, known: Collection[str], allowed: str = "") -> Iterator[Problem]:
    """``name`` is one of ``known``, which are called ``what``; by default all that are known are told."""
    if name not in known:
        yield Problem(trail, f"không có {what} “{name}”", allowed or f"được dùng: {', '.join(known)}")


def unknown_provision(
    trail: Trail, provision: str, index: Index, allowed: str = SEE_TEXT, *, headings: bool = True
) -> Iterator[Problem]:
    """There is such a provision; without ``headings`` it is no chapter, section and so on."""
    place = index.place.get(provision)
    if place is None or (place.provision.kind.is_heading and not headings):
        yield Problem(trail, f"không có điều khoản “{provision}”", allowed)


def unknown_body(trail: Trail, body: str, index: Index) -> Iterator[Problem]:
    """There is such a body; looking for the nearest takes long, so it is done for a slip only."""
    if body not in index.bodies:
        yield from unknown(trail, "cơ quan", body, index.bodies, nearest_body(body, index))


def nearest_body(wrong: str, index: Index) -> str:
    """Return advice that names the known ids closest to ``wrong``."""
    close = get_close_matches(wrong, index.bodies, n=3, cutoff=0.5)
    return f"có phải: {', '.join(close)}?" if close else "xem danh sách bodies"


def unknown_citations(trail: Trail, text: str, index: Index) -> Iterator[Problem]:
    """Every article that ``text`` cites in words is there."""
    known = {place.provision.num for place in index.articles}
    for number in CITED.findall(text):
        if number not in known:
            yield Problem(trail, f"không có {Kind.ARTICLE.label} {number}", "dẫn điều có trong quy chế")


def absent(trail: Trail, words: str, whole: str, where: str, allowed: str = COPY) -> Iterator[Problem]:
    """``words`` stand, letter for letter, in ``whole``, which is called ``where``."""
    if words not in whole:
        yield Problem(trail, f"“{words}” không có trong {where}", allowed)


def misquoted(trail: Trail, provision: str, words: str, index: Index, *, headings: bool = True) -> Iterator[Problem]:
    """There is such a provision, and ``words``, to which ``trail`` leads and beside which it is named, stand in it."""
    missing = tuple(unknown_provision((*trail[:-1], "provision"), provision, index, headings=headings))
    yield from missing or absent(trail, words, index.place[provision].words, provision)


def ids(key: str, entries: Iterable[HasId]) -> Iterator[tuple[Trail, str]]:
    """Yield the id of each of ``entries``, the list under ``key``, with the way to it."""
    return (((key, number, "id"), entry.id) for number, entry in enumerate(entries))


def repeated(named: Iterable[tuple[Trail, str]], allowed: str, seen: set[str] | None = None) -> Iterator[Problem]:
    """No id is taken twice, nor once more than in ``seen``, where those of earlier files stand and these are put."""
    taken = set() if seen is None else seen
    for trail, name in named:
        if name in taken:
            yield Problem(trail, f"mã “{name}” lặp lại", allowed)
        taken.add(name)
