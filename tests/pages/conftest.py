"""Pages as their templates make them, without a site around them."""

from collections.abc import Callable
from typing import TypeAlias

import pytest
import yaml
from lxml import html

from quyche.duties.assignment import Duties
from quyche.glossary.loading import Terms
from quyche.notes import Notes
from quyche.pages.article import article_page
from quyche.pages.bodies import body_page
from quyche.pages.page import Page
from quyche.pages.rendering import Renderer, renderer
from quyche.regulation.index import Index
from quyche.regulation.model import Regulation
from tests.conftest import PROJECT

Show: TypeAlias = Callable[[str], html.HtmlElement]


@pytest.fixture(scope="session")
def render(duties: Duties) -> Renderer:
    """Return what renders pages of our regulation."""
    return renderer(duties)


@pytest.fixture(scope="session")
def dated() -> Renderer:
    """Return what renders pages of a text that names weeks, an interval of its own and a day."""
    words = (PROJECT / "tests" / "fixtures" / "second" / "regulation.yaml").read_text("utf-8")
    for old, new in (
        ("text: Hằng tháng họp", "text: Hằng tuần, trước ngày 20 hằng tháng họp"),
        ("quote: Hằng tháng họp", "quote: Hằng tuần, trước ngày 20 hằng tháng họp"),
        ("period: [month]", "period: [day, week, month]"),
        ("period_words: Hằng tháng", "period_words: Hằng tuần\n    due_words: trước ngày 20 hằng tháng"),
        ('text: "Kiểm tra đột xuất cống', 'text: "Hai năm một lần kiểm tra cống'),
        ("quote: Kiểm tra đột xuất cống", "quote: Hai năm một lần kiểm tra cống"),
        ("period: [ad-hoc]", "period: [interval]"),
        ("period_words: đột xuất", "period_words: Hai năm một lần"),
    ):
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    return renderer(Duties(Index(Regulation.model_validate(yaml.load(words, Loader=yaml.CSafeLoader)))))


def tree(page: Page) -> html.HtmlElement:
    """Return ``page`` as a tree."""
    return html.fragment_fromstring(page.html, create_parent="article")


def body_tree(render: Renderer, body: str) -> html.HtmlElement:
    """Return the page of ``body``."""
    return tree(body_page(render, render.duties.of[body]))


def article_tree(render: Renderer, article: str) -> html.HtmlElement:
    """Return the page of ``article``, without notes and terms."""
    return tree(article_page(render, Notes(), Terms(), render.duties.index.place[article], (None, None)))


@pytest.fixture(scope="session")
def body(render: Renderer) -> Show:
    """Return what shows the page of a body of ours."""
    return lambda name: body_tree(render, name)


@pytest.fixture(scope="session")
def article(render: Renderer) -> Show:
    """Return what shows the page of an article of ours."""
    return lambda name: article_tree(render, name)
