"""The parts of the site, as its menu shows them: each gives its pages, its entries and its files, or nothing."""

from collections.abc import Iterator, Sequence

from quyche import addresses
from quyche.checklists.files import AllSheets
from quyche.exchange.akn import akn_xml
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.rollup import record_schema, rollup_schema
from quyche.pages.article import article_pages
from quyche.pages.bodies import bodies_page, body_page, by_block
from quyche.pages.calendar import calendar_page
from quyche.pages.checklists import BLANK_SCRIPT, blank_script, checklist_page, checklists_page
from quyche.pages.comparison import comparison_pages
from quyche.pages.data import data_page
from quyche.pages.glossary import glossary_page
from quyche.pages.instruments import instruments_page
from quyche.pages.lineage import lineage_page
from quyche.pages.matrix import matrix_page
from quyche.pages.page import Menu, Page, Section
from quyche.pages.presentation import presentation_pack, presentation_page
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.pages.rollup import rollup_page
from quyche.pages.teaching import exercise_page, lesson_pages
from quyche.pages.testing import testing_files, testing_pages
from quyche.pages.whole_text import whole_text_page
from quyche.project import CACHE, Project
from quyche.regulation.citations import label
from quyche.regulation.index import Index, grouped
from quyche.regulation.vocabulary import Kind
from quyche.teaching.exercise import key_json
from quyche.teaching.files import ALL_HANDOUTS, TeachingFiles, teaching_files

GUIDES = (
    ("Cách dùng", addresses.GUIDE),
    ("Tìm kiếm", addresses.GUIDE_SEARCH),
    ("Tự đánh giá", addresses.GUIDE_FORM),
    ("Lập trang thông tin cho quy chế khác", addresses.GUIDE_EDITORS),
    ("Đưa lên mạng, ra USB", addresses.GUIDE_PUBLISHING),
    ("Khả năng tiếp cận", addresses.ACCESSIBILITY),
)
"""Pages that people write, by address: each stands in the menu where somebody wrote it."""


def text_section(render: Renderer, project: Project) -> Section:
    """Return the part of the text."""
    whole = whole_text_page(render, project.notes)
    articles = tuple(article_pages(render, project.notes, project.terms))
    around = (
        *((glossary_page(render, project.terms),) if project.terms.in_order else ()),
        *((lineage_page(render, project.lineage),) if project.lineage.documents else ()),
    )
    register = (Menu("Văn bản liên quan", addresses.INSTRUMENTS),) if project.register.groups else ()
    entries = (whole.entry, *(page.entry for page in around), *register, *_articles(project.index, articles))
    return Section((whole, *articles, *around), (Menu(project.index.regulation.genre, entries=entries),))


def _articles(index: Index, pages: tuple[Page, ...]) -> Iterator[Menu]:
    """One entry for each chapter or section that directly holds articles, in reading order."""
    holders = (".".join(heading.id for heading in article.headings) for article in index.articles)
    for group in grouped(zip(holders, zip(index.articles, pages, strict=True), strict=True)).values():
        name = ", ".join(label(one) for one in group[0][0].headings if one.kind is not Kind.SUBSECTION)
        entries = tuple(page.entry for _, page in group)
        yield from (Menu(name, entries=entries),) if name else entries


def register_section(render: Renderer, project: Project, before: Sequence[Page]) -> Section:
    """Return the page of the register, which leads to the pages ``before`` it; its entry stands beside the text."""
    if not project.register.groups:
        return Section()
    return Section((instruments_page(render, before, has_lineage=bool(project.lineage.documents)),))


def bodies_section(render: Renderer, project: Project) -> Section:
    """Return the part of the bodies: none while the data names none with a page."""
    index = project.index
    if not index.pages:
        return Section()
    blocks = (
        Menu(
            index.regulation.block_label(block),
            entries=tuple(Menu(body.short_name, addresses.body_path(body)) for body in members),
        )
        for block, members in by_block(index).items()
    )
    menu = Menu("Cơ quan", entries=(Menu("Danh sách", addresses.BODIES), *blocks))
    return Section((bodies_page(render), *(body_page(render, found) for found in project.duties.of.values())), (menu,))


def duties_section(render: Renderer, project: Project) -> Section:
    """Return the views over all duties: none while the data has none."""
    if not project.index.regulation.stage.has_duties:
        return Section()
    pages = (matrix_page(render), calendar_page(render, project.notes))
    return Section(pages, tuple(page.entry for page in pages))


def comparisons_section(render: Renderer, project: Project) -> Section:
    """Return the comparisons that ``docs/so-sanh/`` asks for."""
    pages = tuple(comparison_pages(render, project.comparisons))
    entries = (Menu("Các bản so sánh", addresses.COMPARISONS), *(page.entry for page in pages[1:]))
    return Section(pages, (Menu("So sánh", entries=entries),)) if pages else Section()


def assessment_section(render: Renderer, project: Project, sheets: AllSheets | None) -> Section:
    """Return the part of the self-assessment: none without ``sheets``."""
    if not sheets or not project.setup:
        return Section()
    first, last = checklists_page(render, sheets, project.setup), rollup_page(render, sheets, project.setup)
    forms = tuple(checklist_page(render, body, project.setup) for body in sheets.bodies)
    entries = (first.entry, last.entry, *(page.entry for page in forms))
    return Section((first, *forms, last), (Menu("Tự đánh giá", entries=entries),), dict(_sheet_files(sheets)))


def _sheet_files(sheets: AllSheets) -> Iterator[tuple[str, str | bytes]]:
    yield from ((f"{addresses.CHECKLISTS}{name}", data) for name, data in sheets.bundles.items())
    for body in sheets.bodies:
        yield from ((f"{addresses.checklist_path(body.body)}{name}", data) for name, data in body.files.items())
        yield f"{addresses.checklist_path(body.body)}{BLANK_SCRIPT}", blank_script(body)


def teaching_section(render: Renderer, project: Project, before: Sequence[Page]) -> Section:
    """Return the part for trainers; it leads to the pages ``before`` it where they are there."""
    lessons = project.lessons
    testing = (
        *testing_pages(render, project),
        *((exercise_page(render, project.exercise),) if project.exercise else ()),
    )
    made = teaching_files(lessons, project.duties, project.root / CACHE / "teaching") if lessons.lessons else None
    pages = tuple(lesson_pages(render, lessons, made, (*before, *testing))) if made else ()
    first = (Menu("Cho giảng viên", addresses.TEACHING),) if pages else ()
    entries = (*first, *(page.entry for page in (*pages[1:], *testing)))
    return Section(
        (*testing, *pages),
        (Menu("Giảng dạy", entries=entries),) if entries else (),
        {**testing_files(project), **dict(_teaching_files(render, project, made))},
    )


def _teaching_files(
    render: Renderer, project: Project, made: TeachingFiles | None
) -> Iterator[tuple[str, str | bytes]]:
    if project.exercise:
        yield addresses.EXERCISE_KEY, key_json(project.exercise)
    if made is None:
        return
    yield f"{addresses.HANDOUTS}{ALL_HANDOUTS}", made.all_handouts
    yield from ((addresses.handout_path(project.index.bodies[body]), data) for body, data in made.handouts.items())
    for lesson in project.lessons.lessons:
        path = addresses.lesson_path(lesson.id)
        yield from ((f"{path}{name}", data) for name, data in made.lessons[lesson.id].items())
        yield f"{path}{addresses.PRESENTATION}index.html", presentation_page(render, lesson, root="../" * 3, back="../")
        yield f"{path}{addresses.PRESENTATION_PACK}", presentation_pack(render, lesson, project.root / "docs")


def early_guides(project: Project) -> tuple[str, ...]:
    """Return the addresses of guides that tell of what ``project`` does not have yet: its site leaves them out."""
    return (
        *(() if project.index.regulation.stage.has_duties else (addresses.GUIDE,)),
        *(() if project.has_sheets else (addresses.GUIDE_FORM,)),
    )


def help_entries(project: Project) -> tuple[Menu, ...]:
    """Return the entries of the help, the guide for readers first where there is one."""
    early = early_guides(project)
    written = [(title, path) for title, path in GUIDES if (project.root / "docs" / path / "index.md").exists()]
    guides = (Menu(title, path) for title, path in written if path not in early)
    proof = (Menu("Bảng rà soát", addresses.PROOF),) if project.index.regulation.stage.has_duties else ()
    return (*guides, *proof, Menu("Dữ liệu", addresses.DATA))


def help_section(render: Renderer, project: Project) -> Section:
    """Return the part of help and proof."""
    has_duties = project.index.regulation.stage.has_duties
    return Section(
        (*((proof_page(render),) if has_duties else ()), data_page(render, project.terms)),
        (Menu("Hướng dẫn", entries=help_entries(project)),),
        {
            addresses.DATA_JSON: data_json(project.duties, project.terms),
            addresses.DATA_SCHEMA: data_schema(),
            addresses.DATA_AKN: akn_xml(project.index),
            addresses.RECORD_SCHEMA: record_schema(),
            addresses.ROLLUP_SCHEMA: rollup_schema(),
        },
    )
