"""Home: three ways in (a cadre, a unit, a trainer) and the chapters of the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from quyche import addresses
from quyche.beside import beside
from quyche.checklists.building import checklist_bodies
from quyche.pages.bodies import by_block
from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.citations import html_id, label
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Home
from quyche.regulation.vocabulary import Kind
from quyche.teaching.lessons.model import Lesson
from quyche.vietnamese.letters import sentence_case

DOORS: Final[Mapping[str, Any]] = beside(__file__, "doors.yaml")


@dataclass(frozen=True)
class Door:
    """One way in: what it is for, and where it leads (words, path)."""

    title: str
    words: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Chapter:
    """A chapter, or an article of a text without chapters, in the list on the home page."""

    number: str
    title: str
    fragment: str
    span: str


def home_page(renderer: Renderer, *, has_sheets: bool, lessons: tuple[Lesson, ...] = ()) -> Page:
    """Return the home page; ``has_sheets`` tells whether there are checklists to lead to, ``lessons`` which lessons."""
    index = renderer.duties.index
    regulation = index.regulation
    home = regulation.home or Home(headline=regulation.title, lede=regulation.status.summary)
    return renderer.page(
        "home",
        addresses.HOME,
        "Trang chủ",
        description=home.lede,
        headings=(Heading("trang-dau", home.headline, 1), Heading("theo-van-ban", "Đọc theo văn bản")),
        columns=Columns.NONE,
        home=home,
        quoted=index.place.get(home.quote) if home.quote else None,
        blocks=by_block(index),
        doors=tuple(_doors(index, has_sheets=has_sheets, lessons=len(lessons))),
        chapters=tuple(_chapters(index)) or tuple(_articles(index)),
    )


def _doors(index: Index, *, has_sheets: bool, lessons: int) -> Iterator[Door]:
    """The ways in beside the choice of a body. While there is only the text, the text and its data are the ways in."""
    later = ("sheets" if has_sheets else "year", "lessons" if lessons else "no-lessons")
    first = index.articles[0].provision
    known = {"first": first.num, "sheets": len(checklist_bodies(index)), "lessons": lessons}
    places = vars(addresses) | {"ARTICLE": addresses.article_path(first)}
    for door in (DOORS[name] for name in (later if index.regulation.stage.has_duties else ("text", "source"))):
        links = tuple((words.format_map(known), places[place]) for place, words in door["links"].items())
        yield Door(door["title"], door["words"].format_map(known), links)


def _chapters(index: Index) -> Iterator[Chapter]:
    for place in index.places:
        if place.provision.kind is Kind.CHAPTER:
            inside = [article for article in index.articles if place.provision in article.parents]
            heading = place.provision.heading or ""
            yield Chapter(label(place.provision), sentence_case(heading), html_id(place.id), _span(inside))


def _articles(index: Index) -> Iterator[Chapter]:
    """A text without chapters is listed by its articles."""
    for place in index.articles:
        title = place.provision.heading or f"[{place.provision.short_title}]"
        yield Chapter(label(place.provision).rstrip(".:"), title, html_id(place.id), "")


def _span(articles: list[Place]) -> str:
    if not articles:
        return ""
    first, last = articles[0].provision.num, articles[-1].provision.num
    return f"Điều {first}" if first == last else f"Điều {first} - {last}"
