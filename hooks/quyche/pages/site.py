"""The whole site as one value: pages, menu, data files. Pure: one regulation gives one site, byte for byte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quyche.checklists.building import checklist_bodies
from quyche.checklists.files import AllSheets, all_sheets
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.record import record_schema
from quyche.exchange.rollup import rollup_schema
from quyche.pages.article import article_pages
from quyche.pages.bodies import bodies_page, body_pages, by_block
from quyche.pages.calendar import calendar_page
from quyche.pages.checklists import BLANK_SCRIPT, PATH, blank_script, checklist_pages, checklist_path, checklists_page
from quyche.pages.data import data_page
from quyche.pages.glossary import PATH as GLOSSARY
from quyche.pages.glossary import glossary_page
from quyche.pages.home import home_page
from quyche.pages.lineage import PATH as LINEAGE
from quyche.pages.lineage import lineage_page
from quyche.pages.matrix import matrix_page
from quyche.pages.page import Menu, Page
from quyche.pages.presentation import PACK, SHOW, presentation_pack, presentation_page
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer, article_menu, article_path, body_path, renderer
from quyche.pages.rollup import DATA as ROLLUP_DATA
from quyche.pages.rollup import PATH as ROLLUP
from quyche.pages.rollup import rollup_data, rollup_page
from quyche.pages.teaching import (
    EXERCISE_PATH,
    HANDOUTS,
    KEY,
    exercise_page,
    handout_path,
    lesson_pages,
    lesson_path,
    teaching_page,
)
from quyche.pages.teaching import PATH as TEACHING_PATH
from quyche.pages.testing import testing_files, testing_menu, testing_pages
from quyche.pages.whole_text import whole_text_page
from quyche.project import CACHE, Project
from quyche.publishing.app import ICON_SIZES, icon, manifest
from quyche.regulation.citations import label
from quyche.regulation.index import Index, Place
from quyche.regulation.model import Provision, Regulation
from quyche.regulation.vocabulary import Kind
from quyche.teaching.exercise.record import key_json
from quyche.teaching.files import ALL_HANDOUTS, TeachingFiles, teaching_files

GUIDES = (("Cách dùng", "huong-dan/"), ("Tìm kiếm", "huong-dan/tim-kiem/"))
"""Pages that people write, by address."""


@dataclass(frozen=True)
class Site:
    """Everything generated: ``pages``, the ``menu`` over them and hand-written pages, and data ``files`` by path."""

    pages: tuple[Page, ...]
    menu: tuple[Menu, ...]
    files: Mapping[str, str | bytes]


def generate(project: Project) -> Site:
    """Return the site of ``project``. Sheets that were made before from the same data come from its cache."""
    duties = project.duties
    setup = project.setup if checklist_bodies(duties.index) else None
    render = renderer(duties)
    sheets = all_sheets(duties, setup, project.root / CACHE / "sheets") if setup else None
    lessons = project.lessons
    teaching = teaching_files(lessons, duties, project.root / CACHE / "teaching") if lessons.lessons else None
    pages = tuple(_pages(render, project, sheets))
    return Site(
        pages=(*pages, *(_teaching_pages(render, project, teaching, pages) if teaching else ())),
        menu=tuple(_menu(project, sheets)),
        files={
            "du-lieu/quy-che.json": data_json(duties, project.terms),
            "du-lieu/quy-che.schema.json": data_schema(),
            "du-lieu/phieu-tu-danh-gia.schema.json": record_schema(),
            "du-lieu/tong-hop.schema.json": rollup_schema(),
            "assets/css/page-foot.css": page_foot(duties.index.regulation),
            "app.webmanifest": manifest(duties.index.regulation.title, duties.index.regulation.short_title),
            **{f"assets/icons/{size}.png": icon(size) for size in ICON_SIZES},
            **(_sheet_files(sheets) if sheets else {}),
            **testing_files(project),
            **(_teaching_files(render, project, teaching) if teaching else {}),
        },
    )


def _pages(render: Renderer, project: Project, sheets: AllSheets | None) -> Iterator[Page]:
    yield home_page(render, has_sheets=sheets is not None, lessons=project.lessons.lessons)
    yield whole_text_page(render, project.notes)
    yield from article_pages(render, project.notes, project.terms)
    if project.index.pages:
        yield bodies_page(render)
        yield from body_pages(render)
    if project.terms.in_order:
        yield glossary_page(render, project.terms)
    if project.lineage.documents:
        yield lineage_page(render, project.lineage)
    if project.index.regulation.stage.has_duties:
        yield matrix_page(render)
        yield calendar_page(render)
        yield proof_page(render)
    yield data_page(render)
    if sheets and project.setup:
        yield checklists_page(render, sheets, project.setup)
        yield from checklist_pages(render, sheets, project.setup)
        if sheets.bodies:
            yield rollup_page(render, project.setup)
    yield from testing_pages(render, project)
    if project.exercise:
        yield exercise_page(render, project.exercise)


def _teaching_pages(
    render: Renderer, project: Project, files: TeachingFiles, others: tuple[Page, ...]
) -> Iterator[Page]:
    known = frozenset((TEACHING_PATH, *(page.path for page in others)))
    yield teaching_page(render, project.lessons, files, others)
    yield from lesson_pages(render, project.lessons, files, known)


def _sheet_files(sheets: AllSheets) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {f"{PATH}{name}": data for name, data in sheets.bundles.items()}
    if sheets.bodies:
        files[ROLLUP_DATA] = rollup_data(sheets)
    for body in sheets.bodies:
        files |= {f"{checklist_path(body.body)}{name}": data for name, data in body.files.items()}
        files[f"{checklist_path(body.body)}{BLANK_SCRIPT}"] = blank_script(body)
    return files


def _teaching_files(render: Renderer, project: Project, made: TeachingFiles) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {f"{HANDOUTS}{ALL_HANDOUTS}": made.all_handouts}
    files |= {handout_path(project.index.bodies[body]): data for body, data in made.handouts.items()}
    for lesson in project.lessons.lessons:
        path = lesson_path(lesson)
        files |= {f"{path}{name}": data for name, data in made.lessons[lesson.id].items()}
        files[f"{path}{SHOW}index.html"] = presentation_page(render, lesson, root="../" * 3, back="../")
        files[f"{path}{PACK}"] = presentation_pack(render, lesson, project.root / "docs")
    if project.exercise:
        files[f"{EXERCISE_PATH}{KEY}"] = key_json(project.exercise)
    return files


def _menu(project: Project, sheets: AllSheets | None) -> Iterator[Menu]:
    index = project.index
    yield Menu("Trang đầu", "")
    about = [Menu("Thuật ngữ", GLOSSARY)] if project.terms.in_order else []
    about += [Menu("Lược đồ văn bản", LINEAGE)] if project.lineage.documents else []
    yield Menu("Quy chế", entries=(Menu("Toàn văn (bản in)", "quy-che/"), *about, *_text_menu(index)))
    bodies = (
def _menu(project: Project, sheets: AllSheets | None) -> Iterator[Menu]:
    """Return the menu over the pages that there are; guides stand in it where somebody wrote them."""
    index = project.index
    has_duties = index.regulation.stage.has_duties
    yield Menu("Trang đầu", "")
    about = [Menu("Thuật ngữ", GLOSSARY)] if project.terms.in_order else []
    about += [Menu("Lược đồ văn bản", LINEAGE)] if project.lineage.documents else []
    yield Menu("Quy chế", entries=(Menu("Toàn văn (bản in)", "quy-che/"), *about, *_text_menu(index)))
    bodies = tuple(
        Menu(block.label, entries=tuple(Menu(body.short_name, body_path(body)) for body in members))
        for block, members in by_block(index).items()
    )
    if bodies:
        yield Menu("Cơ quan", entries=(Menu("Danh sách", "co-quan/"), *bodies))
    if has_duties:
        yield Menu("Ma trận", "ma-tran/")
        yield Menu("Lịch", "lich/")
    if sheets:
        forms = (Menu(sheet.body.short_name, checklist_path(sheet.body)) for sheet in sheets.bodies)
        together = (Menu("Tổng hợp nhiều đơn vị", ROLLUP),) if sheets.bodies else ()
        yield Menu("Tự đánh giá", entries=(Menu("Các phiếu", PATH), *together, *forms))
    yield from _teaching_menu(project)
    guide = [Menu(title, path) for title, path in GUIDES if (project.root / "docs" / path / "index.md").exists()]
    guide += [Menu("Bảng độ phủ", "do-phu/")] if has_duties else []
    yield Menu("Hướng dẫn", entries=(*guide, Menu("Dữ liệu", "du-lieu/")))


def _teaching_menu(project: Project) -> Iterator[Menu]:
    lessons = project.lessons.lessons
    index = (Menu("Cho giảng viên", TEACHING_PATH),) if lessons else ()
    each = (Menu(f"Bài {lesson.number}. {lesson.title}", lesson_path(lesson)) for lesson in lessons)
    exercise = (Menu("Bài tập điền phiếu", EXERCISE_PATH),) if project.exercise else ()
    if entries := (*index, *each, *testing_menu(project), *exercise):
        yield Menu("Giảng dạy", entries=entries)


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


def page_foot(regulation: Regulation) -> str:
    """Return the style of the foot of printed pages: which text this is and its standing, from the data."""
    words = f"{regulation.title}. {regulation.status.print_line}"
    letters = "".join(letter if letter.isalnum() or letter in " .,;:()-" else f"\\{ord(letter):x} " for letter in words)
    return f'@page {{ @bottom-left {{ content: "{letters}"; font: 7.5pt "Be Vietnam Pro", Arial, sans-serif; }} }}\n'
