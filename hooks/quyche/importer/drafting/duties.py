"""The duties that a text seems to give to its bodies, a sentence each: proposals for a person to confirm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from quyche.importer.drafting.wordlists import NO_DUTIES, PARTNERS, PERIODS, ROLES
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Duty
from quyche.regulation.vocabulary import Opening, PartnerRole, Period, Role
from quyche.vietnamese.letters import fold, lower_first, upper_first

FoundT = TypeVar("FoundT")

TASK_WORDS = 12
LONGEST_PERIOD = 80
EVIDENCE = "Chưa đặt minh chứng"
STOP = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
JOINS = re.compile(r"\s*(?:,|và|hoặc|;)\s*(?:các\s+)?", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """A body named in a sentence, from letter ``start`` to letter ``end``."""

    body: str
    start: int
    end: int


def draft_duties(index: Index) -> tuple[Duty, ...]:
    """Return a draft duty for each sentence of the articles whose actor is named there, above it or in the title."""
    names = {spelling: body.id for body in index.regulation.bodies for spelling in (*body.spellings, body.name)}
    if not names:
        return ()
    known = re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)), re.IGNORECASE)
    by_fold = {fold(name): body for name, body in names.items()}
    return tuple(
        duty
        for place in index.places
        if place.article is not None and not fold(place.article.heading or "").startswith(NO_DUTIES)
        for duty in _of_place(index, place, known, by_fold)
    )


def _of_place(index: Index, place: Place, known: re.Pattern[str], by_fold: dict[str, str]) -> Iterator[Duty]:
    text = place.provision.text or ""
    if text.endswith(":") and place.provision.children:
        return
    above = _above(place, known, by_fold)
    numbers = (number for number in count(1) if f"{place.id}.{number}" not in index.place)
    sentences = STOP.split(text)
    for before, sentence in zip(["", *sentences], sentences, strict=False):
        quote = sentence.strip()
        named = _named(quote, known, by_fold)
        actors = _actors(quote, named) or above
        if not actors or not any(letter.isalpha() for letter in quote):
            continue
        opens = Opening.CLAUSE if before.endswith(Opening.CLAUSE.label) else None
        yield _duty(place, next(numbers), quote, actors, named, opens)


def _named(words: str, known: re.Pattern[str], by_fold: dict[str, str]) -> tuple[Named, ...]:
    return tuple(
        Named(by_fold[fold(found[0])], *found.span()) for found in known.finditer(words) if _alone(words, found)
    )


def _alone(words: str, found: re.Match[str]) -> bool:
    return not (words[found.end() :][:1].isalnum() or words[: found.start()][-1:].isalnum()) and found[0][0].isupper()


def _actors(words: str, named: tuple[Named, ...]) -> tuple[str, ...]:
    """Return the bodies with which the sentence begins: one, or several joined by commas and “và”."""
    actors: list[str] = []
    cursor = 0
    for item in named:
        between = words[cursor : item.start]
        if between and not (actors and JOINS.fullmatch(between)):
            break
        actors.append(item.body)
        cursor = item.end
    return tuple(dict.fromkeys(actors))


def _above(place: Place, known: re.Pattern[str], by_fold: dict[str, str]) -> tuple[str, ...]:
    """Return the bodies of the words that introduce the provision, or of its article's title."""
    for parent in reversed(place.parents):
        if parent.text and (found := _actors(parent.text, _named(parent.text, known, by_fold))):
            return found
    heading = place.article.heading if place.article else None
    return tuple(dict.fromkeys(item.body for item in _named(heading or "", known, by_fold)))


def _duty(  # noqa: PLR0913, PLR0917 -- a duty's parts
    place: Place, number: int, quote: str, actors: tuple[str, ...], named: tuple[Named, ...], opens: Opening | None
) -> Duty:
    role = _first(quote, ROLES) or Role.IMPLEMENT
    partners = {item.body: _partner_role(quote[: item.start]) for item in reversed(named) if item.body not in actors}
    periods, period_words = _periods(quote)
    task = _task(quote)
    return Duty.model_validate(
        {
            "id": f"{place.id}.{number}",
            "provision": place.id,
            "quote": quote,
            "opens": opens,
            "task": task,
            "by": dict.fromkeys(actors, role),
            "with": dict(reversed(partners.items())),
            "period": periods,
            "period_words": period_words,
            "question": f"Đã thực hiện chưa: {lower_first(task)}?",
            "evidence": (EVIDENCE,),
            "draft": True,
        }
    )


def _first(words: str, table: tuple[tuple[FoundT, tuple[str, ...]], ...]) -> FoundT | None:
    lower = words.lower()
    found = [(lower.find(word), value) for value, group in table for word in group if word in lower]
    return min(found, key=lambda item: item[0])[1] if found else None


def _partner_role(before: str) -> PartnerRole:
    lower = before.lower()
    found = [(lower.rfind(word), role) for role, group in PARTNERS for word in group if word in lower]
    return max(found, key=lambda item: item[0])[1] if found else PartnerRole.CONCERNED


def _periods(quote: str) -> tuple[tuple[Period, ...], str | None]:
    lower = quote.lower()
    found = [(lower.find(word), word, period) for period, group in PERIODS for word in group if word in lower]
    if len({period for _, _, period in found}) > 1:
        found = [item for item in found if item[2] is not Period.PERIODIC]
    if not found:
        return (), None
    start, end = min(place for place, _, _ in found), max(place + len(word) for place, word, _ in found)
    if end - start > LONGEST_PERIOD:
        start, word, _ = min(found)
        end = start + len(word)
    return tuple(period for period in Period if any(period is item[2] for item in found)), quote[start:end]


def _task(quote: str) -> str:
    words = quote.rstrip(".;:, ").split()
    return upper_first(" ".join(words[:TASK_WORDS]).rstrip(",;:")) + (" …" if len(words) > TASK_WORDS else "")
