"""The text: whole on one page, a page for each article, its terms, the documents around it."""

from collections.abc import Iterator

from quyche.addresses import GLOSSARY, LINEAGE, TEXT, article_path
from quyche.pages.article import article_pages
from quyche.pages.glossary import glossary_page
from quyche.pages.lineage import lineage_page
from quyche.pages.page import Menu, Page, Section
from quyche.pages.rendering import Renderer, article_menu
from quyche.pages.whole_text import whole_text_page
from quyche.project import Project
from quyche.regulation.citations import label
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Provision
from quyche.regulation.vocabulary import Kind


def text_section(render: Renderer, project: Project) -> Section:
    """Return the part of the text."""
    about = [Menu("Thuật ngữ", GLOSSARY)] if project.terms.in_order else []
    about += [Menu("Lược đồ văn bản", LINEAGE)] if project.lineage.documents else []
    entries = (Menu("Toàn văn (bản in)", TEXT), *about, *_articles(project.index))
    return Section(tuple(_pages(render, project)), (Menu(project.index.regulation.genre, entries=entries),))


def _pages(render: Renderer, project: Project) -> Iterator[Page]:
    yield whole_text_page(render, project.notes)
    yield from article_pages(render, project.notes, project.terms)
    if project.terms.in_order:
        yield glossary_page(render, project.terms)
    if project.lineage.documents:
        yield lineage_page(render, project.lineage)


def _articles(index: Index) -> Iterator[Menu]:
    """One entry for each chapter or section that directly holds articles, in reading order."""
    groups: dict[str, tuple[str, list[Place]]] = {}
    for article in index.articles:
        holder = ".".join(heading.id for heading in article.headings)
        groups.setdefault(holder, (_holder_name(article.headings), []))[1].append(article)
    for name, articles in groups.values():
        entries = tuple(Menu(article_menu(place.provision), article_path(place.provision)) for place in articles)
        yield from (Menu(name, entries=entries),) if name else entries


def _holder_name(headings: tuple[Provision, ...]) -> str:
    return ", ".join(label(heading) for heading in headings if heading.kind in (Kind.PART, Kind.CHAPTER, Kind.SECTION))
