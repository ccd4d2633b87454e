"""Templates and what they may call: links, verbatim words, names. All output is escaped; data never is markup."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from quyche import addresses
from quyche.beside import beside
from quyche.duties.assignment import Duties, Level
from quyche.glossary.finding import Use
from quyche.instruments.finding import Mentions
from quyche.instruments.model import Register
from quyche.pages.meanings import Named
from quyche.pages.page import Columns, Heading, Page, href
from quyche.pages.partners import parties
from quyche.regulation.citations import article_name, citation, html_id, label
from quyche.regulation.index import Place
from quyche.regulation.model import INFERRED, Provision
from quyche.regulation.partners import partner_words
from quyche.regulation.vocabulary import Method
from quyche.scripts import Modules, modules, script_paths
from quyche.vietnamese.days import day_words
from quyche.vietnamese.letters import upper_first

PAGES: Final[Mapping[str, Any]] = beside(__file__, "pages.yaml")
"""Name of a template -> what its page is called, if a site has one of the kind."""
HEADING = re.compile(r'<h([1-6])\b[^>]*?\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
LEVEL_MARK = {Level.OWN: "", Level.GROUP: "group", Level.COMMON: "group", None: "other"}


def law_words(provision: Provision, links: Sequence[tuple[Use, str]] = ()) -> Markup:
    """Return the words of ``provision`` (its heading, or its text with the source's italics) as HTML.

    ``links`` are the terms to explain, in order, each with the address of its explanation. A term that begins in
    italics and ends outside stays plain.
    """
    plain = provision.text if provision.text is not None else provision.heading or ""
    words, at = Markup(""), 0
    for part in provision.emphasis:
        start = plain.find(part, at)
        if start >= 0:
            end = start + len(part)
            words += _linked(plain, at, start, links) + Markup("<em>{}</em>").format(_linked(plain, start, end, links))
            at = end
    return words + _linked(plain, at, len(plain), links)


def _linked(plain: str, at: int, end: int, links: Sequence[tuple[Use, str]]) -> Markup:
    """Return the letters ``at`` to ``end`` of ``plain`` with the links that stand wholly among them."""
    words = Markup("")
    for use, address in links:
        if at <= use.start and use.end <= end:
            link = Markup('<a class="term" href="{}">{}</a>').format(address, plain[use.start : use.end])
            words += escape(plain[at : use.start]) + link
            at = use.end
    return words + escape(plain[at:end])


def article_menu(article: Provision) -> str:
    """Return the article's name for narrow menus: ``5. Tên điều``; a title that editors made in brackets."""
    if article.heading is None:
        return f"{article.num}. [{article.short_title}]"
    return f"{article.num}. {article.short_title or article.heading}"


def provision_menu(place: Place) -> str:
    """Return a provision's number and short title for lists of contents: ``8. Giao ban``."""
    provision = place.provision
    number = label(provision) or f"Đoạn {provision.id.rsplit('p', 1)[-1]}."
    return f"{number} {provision.short_title}" if provision.short_title else number.rstrip(".")


def size_words(size: int) -> str:
    """Return a file size for readers: ``48 KB``, ``1,2 MB`` (1 KB = 1,024 bytes; comma as in Vietnamese)."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


@dataclass(frozen=True)
class Renderer:
    """Renders pages of one regulation, with scripts out of ``modules``: read once, for that takes as long as a page."""

    duties: Duties
    environment: Environment
    modules: Modules
    mentions: Mentions

    def page(  # noqa: PLR0913 -- what a page is made of, nearly all by name
        self,
        template: str,
        path: str,
        title: str = "",
        *,
        menu: str = "",
        description: str = "",
        headings: tuple[Heading, ...] = (),
        columns: Columns = Columns.BOTH,
        styles: tuple[str, ...] = (),
        **context: Any,  # noqa: ANN401 -- templates take what their view gives
    ) -> Page:
        """Return the page that ``template`` makes of ``context``; what is not given of its words is in ``PAGES``.

        Its list of contents is that of the headings in it, down to the level ``deepest``, unless told otherwise.
        """
        words = PAGES.get(template, {})
        title, about = title or words["title"], description or words.get("description", "")
        named = Named(path, self.mentions)
        html = self._html(template, here=path, title=title, told=named, **context)
        if meanings := (*context.get("meanings", ()), *named.meanings):
            html += self._html("meanings", here=path, meanings=meanings)
        contents = words.get("headings", {}).items()
        headings = headings or tuple(Heading(one, label, 2 if at else 1) for at, (one, label) in enumerate(contents))
        headings = headings or contents_of(html, words.get("deepest", 6))
        menu = menu or words.get("menu", title)
        return Page(path, title, menu, about, html, headings, columns, styles, tuple(named.found))

    def _html(self, template: str, **context: Any) -> str:  # noqa: ANN401 -- templates take what their view gives
        return self.environment.get_template(f"{template}.html.j2").render(**context)


def contents_of(html: str, deepest: int) -> tuple[Heading, ...]:
    """Return the headings with an id in ``html``, in order, down to the level ``deepest``."""
    found = ((one, Markup(words), int(level)) for level, one, words in HEADING.findall(html))  # noqa: S704 -- read only
    return tuple(Heading(one, words.striptags(), level) for one, words, level in found if level <= deepest)


def renderer(duties: Duties, cache: Path | None = None, register: Register | None = None) -> Renderer:
    """Return a renderer for the regulation behind ``duties``; it keeps compiled templates in the folder ``cache``.

    Its pages lead from what they name to ``register``.
    """
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=PackageLoader("quyche.pages"),
        bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    index, found = duties.index, modules()
    environment.globals |= {
        "article_name": article_name,
        "citation": lambda provision: citation(index.place[provision]),
        "html_id": html_id,
        "label": label,
        "law_words": law_words,
        "level_mark": LEVEL_MARK.__getitem__,
        "link": _link,
        "link_provision": _link_provision,
        "scripts": _scripts,
        "place": index.place.__getitem__,
        "size_words": size_words,
        "addresses": addresses,
        "modules": found,
        "regulation": index.regulation,
        "bodies": index.bodies,
        "cuts": index.cuts,
        "duties": duties,
        "inferred": INFERRED,
        "is_dated": any(duty.due_words for duty in index.regulation.duties),
        "parties": partial(parties, index),
        "partner_words": partial(partner_words, index),
        "Method": Method,
        "Level": Level,
    }
    environment.filters |= {
        "day": day_words,
        "linked": _linked_words,
        "upper_first": upper_first,
    }
    return Renderer(duties, environment, found, Mentions(register or Register()))


@pass_context
def _linked_words(context: Context, words: str) -> Markup:
    told: Named = context["told"]
    return told.linked(words)


@pass_context
def _link(context: Context, path: str, fragment: str = "") -> str:
    return href(context["here"], path, fragment)


@pass_context
def _scripts(context: Context, entry: str) -> Markup:
    """Return the tags that load the module ``entry`` and all that it needs."""
    links = (href(context["here"], path) for path in script_paths(context["modules"], entry))
    return Markup("\n").join(Markup('<script src="{}"></script>').format(link) for link in links)


@pass_context
def _link_provision(context: Context, provision: str) -> str:
    page, _, fragment = addresses.provision_address(context["place"](provision)).partition("#")
    return href(context["here"], page, fragment)
