"""How a provision is cited, numbered and addressed. All of it follows from the official numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quyche.regulation.index import Index, Place
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import slug
from quyche.vietnamese.numerals import from_roman, from_words, number_like, ordinal

HTML_WORDS = {"ph": "phan", "c": "chuong", "m": "muc", "t": "tieu-muc", "d": "dieu", "k": "khoan", "p": "doan"}


def label(provision: Provision) -> str:
    """Return the number as printed before the words: ``Điều 5.``, ``8.``, ``2.1.``, ``a)``; ``""`` for a paragraph."""
    if provision.label is not None:
        return provision.label
    if provision.num is None:
        return ""
    if provision.kind is Kind.ARTICLE:
        return f"{Kind.ARTICLE.label} {provision.num}."
    if provision.kind.is_heading:
        return f"{provision.kind.label} {provision.num}"
    return f"{provision.num})" if provision.num.isalpha() else f"{provision.num}."


def article_name(article: Provision) -> str:
    """Return ``Điều 5. Tên điều``; an editorial title stands in brackets."""
    return f"{Kind.ARTICLE.label} {article.num}. {article.heading or f'[{article.short_title}]'}"


def citation(place: Place) -> str:
    """Return how the provision is cited: ``khoản 8 Điều 5``, ``điểm 2.1 khoản 2 Điều 6``, ``đoạn 2 Điều 22``."""
    cited = [item for item in (*place.parents, place.provision) if not item.kind.is_heading]
    if place.provision.kind.is_heading:
        cited = [*place.headings, place.provision]
    names = [f"{item.kind.label} {item.num or item.id.rsplit('.p', 1)[-1]}" for item in reversed(cited)]
    if place.article is None and not place.provision.kind.is_heading:
        names.append("phần căn cứ")
    return " ".join(names)


def html_id(provision_id: str) -> str:
    """Return the HTML id of a provision: ``d6.k2.1`` -> ``dieu-6-khoan-2-1``."""
    return "-".join(_html_part(part) for part in provision_id.split("."))


def _html_part(part: str) -> str:
    for code, word in HTML_WORDS.items():
        number = part.removeprefix(code)
        if number != part and number[:1].isdigit():
            return f"{word}-{number}"
    return part


def expected_id(provision: Provision, parent: Provision | None, paragraph: int) -> str:
    """Return the one id that ``provision`` may have under ``parent``; ``paragraph`` counts paragraphs there from 1.

    Articles are numbered through the whole text, so their ids leave out chapter and section.
    """
    if provision.kind is Kind.PARAGRAPH:
        part = f"p{paragraph}"
    elif provision.kind is Kind.POINT:
        part = _point_part(provision, parent)
    else:
        written = provision.num or ""
        number = (from_roman(written) or from_words(written)) if provision.kind.is_heading else None
        part = provision.kind.sign + (str(number) if number else slug(provision.num or ""))
    if parent is None or provision.kind is Kind.ARTICLE:
        return part
    return f"{parent.id}.{part}"


def _point_part(point: Provision, parent: Provision | None) -> str:
    number = point.num or ""
    if parent is not None and parent.num is not None:
        number = number.removeprefix(f"{parent.num}.")
    return "dd" if number == "đ" else slug(number)


@dataclass(frozen=True)
class Leap:
    """A number that does not follow the one ``before`` it, printed as ``last``; ``missing`` stand between the two.

    ``missing`` maps the ids that they would have to their numbers; ``number`` is ``None`` where it cannot be read.
    """

    place: Place
    before: int
    last: str
    number: int | None
    missing: Mapping[str, str]


def leaps(index: Index) -> Iterator[Leap]:
    """Yield the leaps of a text: articles run through it all, everything else inside what holds it.

    Chapters and sections may also run on from those of the part or chapter before.
    """
    rows: dict[tuple[object, Kind], tuple[int, str]] = {}
    through: dict[Kind, int] = {}
    for place in index.places:
        kind, num = place.provision.kind, place.provision.num
        if num is None:
            continue
        row = (() if kind is Kind.ARTICLE else place.trail[:-1], kind)
        number, (before, last) = ordinal(num), rows.get(row, (0, ""))
        inserted = number == before and num != last and not num.rsplit(".", 1)[-1].isdecimal() and len(num) > 1
        runs_on = kind.is_heading and number == through.get(kind, 0) + 1
        if number != before + 1 and not inserted and not runs_on:
            parent = place.parents[-1] if place.parents else None
            between = [number_like(num, one) for one in range(before + 1, number or 0)]
            missing = {expected_id(place.provision.model_copy(update={"num": one}), parent, 0): one for one in between}
            yield Leap(place, before, last, number, missing)
        through[kind] = number or before + 1
        rows[row] = through[kind], num
