"""The whole text on one page, to read through and to print."""

from collections.abc import Iterator
from functools import partial

from quyche.addresses import TEXT
from quyche.exchange.json_ld import legislation
from quyche.notes import Notes
from quyche.pages.page import Heading, Page, href
from quyche.pages.rendering import Renderer, article_menu
from quyche.regulation.citations import html_id, label
from quyche.regulation.index import Place
from quyche.regulation.vocabulary import Kind


def whole_text_page(renderer: Renderer, notes: Notes) -> Page:
    """Return the page with the whole text."""
    index = renderer.duties.index
    return renderer.page(
        "whole_text",
        TEXT,
        "Toàn văn",
        menu="Toàn văn (bản in)",
        description=f"Toàn văn {index.regulation.title}, giữ nguyên từng chữ.",
        headings=(Heading("toan-van", index.regulation.title, 1), *_headings(index.places)),
        places=index.places,
        notes=notes,
        backings=notes.backings,
        noted=any(place.article is None and place.id in notes.by_provision for place in index.places),
        first=index.articles[0].provision,
        json_ld=legislation(index, partial(href, TEXT)),
    )


def _headings(places: tuple[Place, ...]) -> Iterator[Heading]:
    for place in places:
        if place.provision.kind.is_heading:
            yield Heading(html_id(place.id), label(place.provision), 2)
        elif place.provision.kind is Kind.ARTICLE:
            yield Heading(html_id(place.id), article_menu(place.provision), 3)
