"""The slides of a lesson as a PPTX that a lecturer can edit: real placeholders, notes, one plain design."""

import io
import zipfile
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Length, Pt

from quyche.archive import packed
from quyche.regulation.index import Index
from quyche.teaching.lessons.model import Lesson
from quyche.teaching.lessons.slides import ShownSlide, SlideKind, deck, describe

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide
    from pptx.text.text import TextFrame

SANS, SERIF = "Arial", "Times New Roman"
"""On every Windows machine, with all Vietnamese letters. Serif is the law, sans the editors, as on the site."""


def _colour(code: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(code)  # type: ignore[no-untyped-call] # python-pptx forgot
    return colour


INK, GREY, RED, GOLD = map(_colour, ("211C18", "5B5249", "991B1E", "B98314"))
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
LEFT, ROOM = Inches(0.75), Inches(11.83)
TOP, BOTTOM = Inches(1.75), Inches(6.45)
LETTER = 0.52
"""Width of a letter as a share of its size, generously: what decides how tall a frame is made."""
LINE = 1.25
SPACE = 10
"""Points of room above each paragraph but the first."""
SIZES = ((40, 34), (36, 30), (32, 28), (28, 26), (26, 24), (24, 22))
"""Sizes of the law and of the points, the largest first."""
QUOTE_ROOM = ROOM - Inches(0.25)
GAP = Inches(0.25)
LONG_CITATION = 56
FIELD = "{5B2C1E30-0000-4000-8000-000000000001}"
"""The id of the number's field: any, but the same twice."""
_TITLE = PP_PLACEHOLDER.TITLE
_FEET = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)


@dataclass(frozen=True)
class TextStyle:
    """How words are set: letters, size in points, colour."""

    font: str
    size: float
    colour: RGBColor = INK
    bold: bool = False


def write_slides(lesson: Lesson, index: Index) -> bytes:
    """Return the slides of ``lesson`` as a PPTX, the same twice, byte for byte."""
    presentation = Presentation()
    _dress(presentation)
    for number, slide in enumerate(deck(lesson, index), 1):
        _add(presentation, slide, number)
    describe(presentation.core_properties, f"Bài {lesson.number}. {lesson.title}", index)
    presentation.core_properties.revision = 1
    target = io.BytesIO()
    presentation.save(target)
    return _finished(target.getvalue())


def _dress(presentation: "Deck") -> None:
    """Make the stock template ours: 16:9, two layouts, places of the placeholders."""
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT
    layouts = presentation.slide_layouts
    for layout in list(layouts)[2:]:
        layouts.remove(layout)
    for holder in (presentation.slide_master, *layouts):
        places: list[Any] = list(_placeholders(holder))
        for place in places:
            if place.placeholder_format.type in _FEET:
                place.element.getparent().remove(place.element)
    for holder in (presentation.slide_master, layouts[1]):
        for place in _placeholders(holder):
            title = place.placeholder_format.type == _TITLE
            _put(place, LEFT, *((Inches(0.5), ROOM, Inches(1.1)) if title else (TOP, ROOM, BOTTOM - TOP)))
    for place in _placeholders(layouts[0]):
        first = place.placeholder_format.idx == 0
        _put(place, LEFT, *((Inches(1.9), ROOM, Inches(2)) if first else (Inches(4.2), ROOM, Inches(1.6))))


def _placeholders(holder: Any) -> list[Any]:  # noqa: ANN401 -- a master or a layout; the stubs know no iteration
    return list(holder.placeholders)


def _put(place: Any, left: int, top: int, width: int, height: int) -> None:  # noqa: ANN401 -- any kind of placeholder
    place.left, place.top, place.width, place.height = Emu(left), Emu(top), Emu(width), Emu(height)


def _add(presentation: "Deck", shown: ShownSlide, number: int) -> None:
    first = shown.kind is SlideKind.TITLE
    slide = presentation.slides.add_slide(presentation.slide_layouts[0 if first else 1])
    _rectangle(slide, "Băng đầu trang", (Emu(0), Emu(0), WIDTH, Inches(0.16)), RED)
    _rectangle(slide, "Chỉ đầu trang", (Emu(0), Inches(0.2), WIDTH, Inches(0.03)), GOLD)
    title, body = slide.shapes.title, slide.placeholders[1]
    if title is None:
        raise TypeError("mẫu PPTX không có ô tên trang chiếu")
    _fill(title.text_frame, (shown.title,), TextStyle(SANS, 40 if first else 32, RED if first else INK, bold=True))
    title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM if first else MSO_ANCHOR.MIDDLE
    if first:
        _fill(body.text_frame, shown.points, TextStyle(SANS, 24, GREY))
    else:
        _content(slide, body, shown)
    _foot(slide, shown, number)
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = "\n".join(shown.notes)


def _content(slide: "Slide", body: Any, shown: ShownSlide) -> None:  # noqa: ANN401 -- a placeholder
    top, (law, plain) = int(TOP), _styles(shown)
    for quote in shown.quotes:
        height = _height((quote.words,), law, QUOTE_ROOM)
        _rectangle(slide, "Vạch trích dẫn", (LEFT, Emu(top), Inches(0.07), Emu(height)), GOLD)
        box = slide.shapes.add_textbox(Emu(LEFT + ROOM - QUOTE_ROOM), Emu(top), Emu(QUOTE_ROOM), Emu(height))
        box.name = "Nguyên văn"
        box.text_frame.word_wrap = True
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        _fill(box.text_frame, (quote.words,), law)
        top += height + GAP
    if shown.points:
        _put(body, LEFT, top, ROOM, BOTTOM - top)
        _fill(body.text_frame, shown.points, plain)
        body.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        if len(shown.points) == 1:
            [paragraph] = body.text_frame.paragraphs
            mark = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- no public way to set it without an indent
            mark.attrib.update({"marL": "0", "indent": "0"})
            mark.insert(0, mark.makeelement(qn("a:buNone"), {}))
    else:
        body.element.getparent().remove(body.element)


def _styles(shown: ShownSlide) -> tuple[TextStyle, TextStyle]:
    """Return the looks of the law and of the points: the largest with which all of it fits."""
    for law_size, size in SIZES:
        law, plain = TextStyle(SERIF, law_size), TextStyle(SANS, size)
        quotes = sum(_height((quote.words,), law, QUOTE_ROOM) + GAP for quote in shown.quotes)
        points = _height(shown.points, plain, ROOM - Inches(0.6)) + int(Pt(SPACE)) * len(shown.points)
        if quotes + points <= BOTTOM - TOP:
            return law, plain
    raise ValueError(f"trang chiếu “{shown.title}” không vừa khung chữ")


def _height(lines: tuple[str, ...], style: TextStyle, width: int) -> int:
    """Return how tall a frame of ``width`` must be to hold ``lines``, with its own margins."""
    room = width / Pt(1) / (style.size * LETTER)
    count = sum(ceil(len(line) / room) for line in lines)
    return int(Pt(style.size * LINE * count)) + int(Inches(0.15))


def _fill(frame: "TextFrame", lines: tuple[str, ...], style: TextStyle) -> None:
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()  # type: ignore[no-untyped-call] # no types
        if number:
            paragraph.space_before = Pt(SPACE)
        run = paragraph.add_run()
        run.text = line
        font = run.font
        font.name, font.size, font.bold = style.font, Pt(style.size), style.bold
        font.language_id, font.color.rgb = MSO_LANGUAGE_ID.VIETNAMESE, style.colour
        paragraph.alignment = PP_ALIGN.LEFT


def _rectangle(slide: "Slide", name: str, frame: tuple[Length, Length, Length, Length], colour: RGBColor) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *frame)
    shape.name = name
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour
    shape.line.fill.background()
    shape.shadow.inherit = False


def _foot(slide: "Slide", shown: ShownSlide, number: int) -> None:
    _rectangle(slide, "Kẻ chân trang", (LEFT, Inches(6.65), ROOM, Inches(0.02)), GOLD)
    small = TextStyle(SANS, 16, GREY)
    cited = TextStyle(SANS, 20 if len(shown.citation) < LONG_CITATION else 15, RED, bold=True)
    _box(slide, "Dẫn điều khoản", (LEFT, Inches(8.4)), shown.citation, cited)
    _box(slide, "Tình trạng văn bản", (Emu(LEFT + Inches(8.4)), Inches(2.6)), shown.foot, small)
    box = _box(slide, "Số trang", (Emu(LEFT + Inches(11)), Inches(0.83)), str(number), small)
    paragraph = box.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    run: Any = paragraph.runs[0]._r  # noqa: SLF001 -- a field has no public way
    field = run.makeelement(qn("a:fld"), {"id": FIELD, "type": "slidenum"})
    field.extend(list(run))
    run.getparent().replace(run, field)


def _box(slide: "Slide", name: str, place: tuple[Length, Length], words: str, style: TextStyle) -> "TextFrame":
    left, width = place
    box = slide.shapes.add_textbox(left, Inches(6.72), width, Inches(0.5))
    box.name = name
    frame: TextFrame = box.text_frame
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _fill(frame, (words,), style)
    return frame


def _finished(data: bytes) -> bytes:
    """Return the file with our letters in its theme, for what a lecturer adds, and with fixed dates."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        members = [(info.filename, source.read(info)) for info in source.infolist()]
    return packed(
        (name, data.replace(b'"Calibri"', f'"{SANS}"'.encode()) if "/theme/" in name else data)
        for name, data in members
    )
