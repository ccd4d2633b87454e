"""The whole site as one value: pages, menu, data files. Pure: one regulation gives one site, byte for byte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quyche.checklists.files import AllSheets, all_sheets
from quyche.checklists.paper import foot_line
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.record import record_schema
from quyche.pages.article import article_pages
from quyche.pages.bodies import bodies_page, body_pages, by_block
from quyche.pages.calendar import calendar_page
from quyche.pages.checklists import (
    BLANK_SCRIPT,
    FORM_GUIDE,
    PATH,
    blank_script,
    checklist_pages,
    checklist_path,
    checklists_page,
)
from quyche.pages.data import data_page
from quyche.pages.home import home_page
from quyche.pages.matrix import matrix_page
from quyche.pages.page import Menu, Page
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer, article_menu, article_path, body_path, renderer
from quyche.pages.whole_text import whole_text_page
from quyche.project import CACHE, Project
from quyche.publishing.app import ICON_SIZES, icon, manifest
from quyche.regulation.citations import label
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Provision, Regulation
from quyche.regulation.vocabulary import Kind


@dataclass(frozen=True)
class Site:
    """Everything generated: ``pages``, the ``menu`` over them and hand-written pages, and data ``files`` by path."""

    pages: tuple[Page, ...]
    menu: tuple[Menu, ...]
    files: Mapping[str, str | bytes]


def generate(project: Project) -> Site:
    """Return the site of ``project``. Sheets that were made before from the same data come from its cache."""
    duties, setup = project.duties, project.setup
    render = renderer(duties)
    sheets = all_sheets(duties, setup, project.root / CACHE / "sheets") if setup else None
    return Site(
        pages=tuple(_pages(render, project, sheets)),
        menu=tuple(_menu(duties.index, sheets)),
        files={
            "du-lieu/quy-che.json": data_json(duties),
            "du-lieu/quy-che.schema.json": data_schema(),
            "du-lieu/phieu-tu-danh-gia.schema.json": record_schema(),
            "assets/css/page-foot.css": page_foot(duties.index.regulation, sheets),
            "app.webmanifest": manifest(duties.index.regulation.title, duties.index.regulation.short_title),
            **{f"assets/icons/{size}.png": icon(size) for size in ICON_SIZES},
            **(_sheet_files(sheets) if sheets else {}),
        },
    )


def _pages(render: Renderer, project: Project, sheets: AllSheets | None) -> Iterator[Page]:
    yield home_page(render, has_sheets=sheets is not None)
    yield whole_text_page(render, project.notes)
    yield from article_pages(render, project.notes)
    yield bodies_page(render)
    yield from body_pages(render)
    yield matrix_page(render)
    yield calendar_page(render)
    yield proof_page(render)
    yield data_page(render)
    if sheets and project.setup:
        yield checklists_page(render, sheets, project.setup)
        yield from checklist_pages(render, sheets, project.setup)


def _sheet_files(sheets: AllSheets) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {f"{PATH}{name}": data for name, data in sheets.bundles.items()}
    for body in sheets.bodies:
        files |= {f"{checklist_path(body.body)}{name}": data for name, data in body.files.items()}
        files[f"{checklist_path(body.body)}{BLANK_SCRIPT}"] = blank_script(body)
    return files


def _menu(index: Index, sheets: AllSheets | None) -> Iterator[Menu]:
    yield Menu("Trang đầu", "")
    yield Menu("Quy chế", entries=(Menu("Toàn văn (bản in)", "quy-che/"), *_text_menu(index)))
    bodies = (
        Menu(block.label, entries=tuple(Menu(body.short_name, body_path(body)) for body in members))
        for block, members in by_block(index).items()
    )
    yield Menu("Cơ quan", entries=(Menu("Danh sách", "co-quan/"), *bodies))
    yield Menu("Ma trận", "ma-tran/")
    yield Menu("Lịch", "lich/")
    if sheets:
        forms = (Menu(sheet.body.short_name, checklist_path(sheet.body)) for sheet in sheets.bodies)
        yield Menu("Tự đánh giá", entries=(Menu("Các phiếu", PATH), *forms))
    guide = (
        Menu("Cách dùng", "huong-dan/"),
        Menu("Tìm kiếm", "huong-dan/tim-kiem/"),
        *((Menu("Tự đánh giá", FORM_GUIDE),) if sheets else ()),
        Menu("Bảng độ phủ", "do-phu/"),
        Menu("Dữ liệu", "du-lieu/"),
    )
    yield Menu("Hướng dẫn", entries=guide)


def _text_menu(index: Index) -> Iterator[Menu]:
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


def page_foot(regulation: Regulation, sheets: AllSheets | None = None) -> str:
    """Return the style of the foot of printed pages: which text this is and its standing, from the data.

    A filled form is printed with the foot of its sheet.
    """
    made = _foot("", f"{regulation.title}. {regulation.status.print_line}")
    if not sheets or not sheets.bodies:
        return made
    return made + _foot("sheet ", foot_line(sheets.bodies[0].checklist), "!important")  # over the foot with the address


def _foot(pages: str, words: str, rank: str = "") -> str:
    letters = "".join(letter if letter.isalnum() or letter in " .,;:()-" else f"\\{ord(letter):x} " for letter in words)
    font = '7.5pt "Be Vietnam Pro", Arial, sans-serif'
    return f'@page {pages}{{ @bottom-left {{ content: "{letters}"{rank}; font: {font}; }} }}\n'
