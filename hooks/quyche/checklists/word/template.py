"""Open a template and say, all at once and in words that an office understands, what it lacks."""

import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from quyche.checklists.word.names import FOOT_MARKER, LEAST_WIDTH, LEFT, RIGHT, Marker, Style
from quyche.regulation.faults import DataError, Fault

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.section import _Footer as Footer

UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    ValueError,
    AttributeError,
    LxmlError,
    OSError,
    NotImplementedError,
    RuntimeError,
)
"""What python-docx and what lies below it raise when they are given anything but a whole .docx."""
MARKER_HELP = "gõ {} thành một đoạn riêng, không nằm trong bảng, khung hay hộp văn bản"
STYLE_HELP = "thêm một kiểu đoạn (Paragraph) đúng tên này, hoặc chép từ mẫu gốc"
WIDTH_HELP = "đặt A4 ngang, lề trái {} mm, lề phải {} mm"


@dataclass(frozen=True)
class Place:
    """A marker in a template, and the section around it."""

    element: "BaseOxmlElement"
    section: "Section"


@dataclass(frozen=True)
class PageSetup:
    """The pages on which markers stand: ``width`` between the margins, and those whose feet are ``unmarked``."""

    width: float | None
    unmarked: tuple[str, ...]


@dataclass(frozen=True)
class Template:
    """An opened template: its markers, the ids of its styles by name, its pages."""

    document: "DocumentObject"
    places: Mapping[Marker, tuple[Place, ...]]
    unknown: tuple[str, ...]
    styles: Mapping[str, str]
    pages: tuple[PageSetup, ...]


def open_template(data: bytes, name: str) -> Template:
    """Return the template in ``data``.

    Raises:
        DataError: it cannot be used; it holds all that it lacks.
    """
    try:  # only what reads: a slip of our own in what judges is no broken file
        template = _template(Document(io.BytesIO(data)))
    except UNREADABLE as error:
        fault = Fault(
            name,
            1,
            "",
            "không mở được như một tệp Word (.docx)",
            "mở tệp trong Word, chọn Lưu thành, kiểu “Word Document (*.docx)”, không đặt mật khẩu, không có macro",
        )
        raise DataError([fault]) from error
    if faults := tuple(_faults(template, name)):
        raise DataError(faults)
    return template


def text_width(section: "Section") -> float | None:
    """Return the millimetres between the margins of ``section``; ``None`` where it names no page."""
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return None
    return float((page - left - right - (section.gutter or 0)) / Mm(1))


def feet(document: "DocumentObject", section: "Section") -> Iterator[tuple[str, "Footer"]]:
    """Yield the feet of the pages of ``section`` that Word would print, each with the name of its pages."""
    yield "các trang", section.footer
    if section.different_first_page_header_footer:
        yield "trang đầu", section.first_page_footer
    if document.settings.odd_and_even_pages_header_footer:
        yield "các trang chẵn", section.even_page_footer


def is_marker(words: str, marker: str) -> bool:
    """Whether the words of a paragraph are ``marker``, however Word or another program has spelt it."""
    return _plain(words) == _plain(marker)


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def _template(document: "DocumentObject") -> Template:
    places: dict[Marker, list[Place]] = {}
    unknown = []
    for element, section in _paragraphs(document):
        words = "".join(text.text or "" for text in element.iter(qn("w:t")))
        if not words.strip().startswith("[["):
            continue
        marker = next((marker for marker in Marker if is_marker(words, marker)), None)
        if marker:
            places.setdefault(marker, []).append(Place(element, section))
        else:
            unknown.append(words.strip())
    named = (style for style in document.styles if style.name)
    styles = {style.name: style.style_id for style in named if style.element.get(qn("w:type")) == "paragraph"}
    sections = {id(place.section): place.section for found in places.values() for place in found}
    pages = tuple(_page_setup(document, section) for section in sections.values() or document.sections)
    found_places = {marker: tuple(found) for marker, found in places.items()}
    return Template(document, found_places, tuple(unknown), styles, pages)


def _page_setup(document: "DocumentObject", section: "Section") -> PageSetup:
    marked = (
        (pages, any(is_marker(line.text, FOOT_MARKER) for line in foot.paragraphs))
        for pages, foot in feet(document, section)
    )
    return PageSetup(text_width(section), tuple(pages for pages, found in marked if not found))


def _paragraphs(document: "DocumentObject") -> Iterator[tuple["BaseOxmlElement", "Section"]]:
    """Yield the paragraphs outside tables with their sections; the last of a section holds its set-up."""
    sections = list(document.sections)
    number = 0
    for element in document.element.body.iterchildren(qn("w:p")):
        yield element, sections[number]
        number += element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _faults(template: Template, name: str) -> Iterator[Fault]:
    for marker in Marker:
        found = len(template.places.get(marker, ()))
        if not found:
            yield Fault(name, 1, marker, f"thiếu dấu chỗ {marker}", MARKER_HELP.format(marker))
        elif found > 1:
            yield Fault(name, 1, marker, f"dấu chỗ {marker} có ở {found} chỗ", "giữ một")
    for words in template.unknown:
        yield Fault(name, 1, words, f"không có dấu chỗ nào tên là {words}", f"được dùng: {', '.join(Marker)}")
    for style in Style:
        if style not in template.styles:
            yield Fault(name, 1, style, f"thiếu kiểu chữ “{style}”", STYLE_HELP)
    for setup in template.pages:
        yield from _page_faults(setup, name)


def _page_faults(setup: PageSetup, name: str) -> Iterator[Fault]:
    allowed = WIDTH_HELP.format(LEFT, RIGHT)
    if setup.width is None:
        yield Fault(name, 1, "khổ giấy", "không nêu khổ giấy hoặc lề", allowed)
    elif setup.width < LEAST_WIDTH:
        yield Fault(name, 1, "khổ giấy", f"vùng chữ rộng {setup.width:.0f} mm, hẹp hơn {LEAST_WIDTH} mm", allowed)
    for pages in setup.unmarked:
        message = f"chân {pages} thiếu dấu chỗ {FOOT_MARKER}"
        yield Fault(name, 1, FOOT_MARKER, message, f"gõ {FOOT_MARKER} thành một đoạn riêng ở chân trang")


def set_words(paragraph: Paragraph, words: str) -> None:
    """Put ``words`` in the place of what ``paragraph`` holds, in the look of its first run."""
    first, *more = paragraph.runs
    first.text = words
    for run in more:
        run.text = ""
