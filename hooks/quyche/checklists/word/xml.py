"""Pieces of WordprocessingML as strings, children in the order that Word demands. Words are escaped here, once.

Measures are millimetres, sizes of letters points. Styles are given by name; the writer puts the template's ids
in their place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal

from quyche.checklists.word.names import Style

Merge = Literal["first", "more"] | None
"""A cell over several rows: its first row, and each of the others."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
TICKED, UNTICKED = "☒", "☐"
GREY = "EBEBEB"
FAINT = "595959"
NARROW_COLUMN = 16
ROOM = "\u00a0" * 6
"""What stands in an empty control: enough to click on, and nothing that a printer would show."""
TAB = "<w:r><w:tab/></w:r>"
LONGEST_TITLE = 60  # Word allows 64 letters in the title and in the tag of a control


@dataclass(frozen=True)
class Look:
    """How a run looks; ``None`` leaves it to the style of the paragraph."""

    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    faint: bool = False
    size: float | None = None


PLAIN, BOLD = Look(), Look(bold=True)


def twips(millimetres: float) -> int:
    """Return ``millimetres`` in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def run(words: str, look: Look = PLAIN) -> str:
    """Return a run of ``words``."""
    return f'<w:r>{_run_properties(look)}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _run_properties(look: Look) -> str:
    inner = _toggle("b", on=look.bold) + _toggle("bCs", on=look.bold) + _toggle("i", on=look.italic)
    inner += _toggle("iCs", on=look.italic)
    if look.faint:
        inner += f'<w:color w:val="{FAINT}"/>'
    if look.size:
        inner += f'<w:sz w:val="{round(look.size * 2)}"/><w:szCs w:val="{round(look.size * 2)}"/>'
    if look.underline:
        inner += '<w:u w:val="single"/>'
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _toggle(name: str, *, on: bool | None) -> str:
    if on is None:
        return ""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def paragraph(  # noqa: PLR0913 -- each is a property of a paragraph
    content: str,
    style: str,
    *,
    align: Literal["left", "center"] | None = None,
    before: float | None = None,
    after: float | None = None,
    tab_stop: float | None = None,
    height: float | None = None,
    rule_between: float | None = None,
) -> str:
    """Return a paragraph of runs and controls.

    Args:
        content: runs and controls.
        style: the name of the paragraph's style.
        align: other than the style says.
        before: space above, in points.
        after: space below, in points.
        tab_stop: a tab stop at so many millimetres.
        height: the exact height of a line, in points.
        rule_between: draw a rule above, so many millimetres from either side.
    """
    inner = f'<w:pStyle w:val="{escape(style)}"/>'
    if rule_between is not None:
        inner += '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    if tab_stop is not None:
        inner += f'<w:tabs><w:tab w:val="left" w:pos="{twips(tab_stop)}"/></w:tabs>'
    inner += _spacing(before, after, height)
    if rule_between is not None:
        inner += f'<w:ind w:left="{twips(rule_between)}" w:right="{twips(rule_between)}"/>'
    if align is not None:
        inner += f'<w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{inner}</w:pPr>{content}</w:p>"


def centred(words: str, look: Look) -> str:
    """Return a paragraph of ``words`` in the middle of a cell."""
    return paragraph(run(words, look), Style.CELL, align="center")


def _spacing(before: float | None, after: float | None, height: float | None) -> str:
    inner = f' w:before="{round(before * 20)}"' if before is not None else ""
    inner += f' w:after="{round(after * 20)}"' if after is not None else ""
    inner += f' w:line="{round(height * 20)}" w:lineRule="exact"' if height is not None else ""
    return f"<w:spacing{inner}/>" if inner else ""


def kept(pieces: str) -> str:
    """Return ``pieces`` with every paragraph kept on the page of the next one."""
    return re.sub(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)", r"\1<w:keepNext/>", pieces)


def text_control(tag: str, title: str, words: str | None = None, *, empty: str = ROOM, look: Look = PLAIN) -> str:
    """Return a control for plain text, holding ``words``, or showing ``empty`` until it is filled."""
    state = "<w:showingPlcHdr/>" if words is None else ""
    content = run(words if words is not None else empty, look)
    return _control(tag, title, f'{state}<w:text w:multiLine="1"/>', content, _run_properties(look))


def text_lines(tag: str, title: str, words: str, style: str, *, align: Literal["left", "center"] | None = None) -> str:
    """Return a control of its own paragraph for each line of ``words``, all with the same tag; no words: one, empty."""
    return "".join(
        paragraph(text_control(tag, title, line if words else None), style, align=align) for line in words.split("\n")
    )


def check_box(tag: str, title: str, *, ticked: bool = False) -> str:
    """Return a box to tick by clicking."""
    font = "MS Gothic"
    kind = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="{ord(TICKED):04X}" w14:font="{font}"/>'
        f'<w14:uncheckedState w14:val="{ord(UNTICKED):04X}" w14:font="{font}"/></w14:checkbox>'
    )
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}"/>'
    return _control(tag, title, kind, f"<w:r><w:rPr>{fonts}</w:rPr><w:t>{TICKED if ticked else UNTICKED}</w:t></w:r>")


def _control(tag: str, title: str, kind: str, content: str, look: str = "") -> str:
    properties = f'{look}<w:alias w:val="{escape(title[:LONGEST_TITLE])}"/><w:tag w:val="{escape(tag)}"/>{kind}'
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def cell(  # noqa: PLR0913 -- each is a property of a cell
    content: str,
    width: float,
    *,
    merge: Merge = None,
    faint_top: bool = False,
    faint_bottom: bool = False,
    shade: bool = False,
    narrow: bool = False,
    middle: bool = False,
) -> str:
    """Return a cell of paragraphs.

    Args:
        content: the paragraphs, one at least.
        width: the width of the cell.
        merge: make it one with the cells of other rows.
        faint_top: draw a faint dotted rule above; the cell above must have it at its bottom.
        faint_bottom: draw a faint dotted rule below.
        shade: make it grey.
        narrow: leave almost no room at the sides.
        middle: put the paragraphs in the middle of the height.
    """
    inner = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    if merge:
        inner += '<w:vMerge w:val="restart"/>' if merge == "first" else "<w:vMerge/>"
    if faint_top or faint_bottom:
        faint = '<w:{} w:val="dotted" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        rules = faint.format("top") * faint_top + faint.format("bottom") * faint_bottom
        inner += f"<w:tcBorders>{rules}</w:tcBorders>"
    if shade:
        inner += f'<w:shd w:val="clear" w:color="auto" w:fill="{GREY}"/>'
    if narrow:
        inner += '<w:tcMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tcMar>'
    if middle:
        inner += '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{inner}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, height: float | None = None, header: bool = False, may_break: bool = False) -> str:
    """Return a row at least ``height`` tall, that goes to the next page whole unless it ``may_break``."""
    inner = "" if may_break else "<w:cantSplit/>"
    if height is not None:
        inner += f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    if header:
        inner += "<w:tblHeader/>"
    return f"<w:tr><w:trPr>{inner}</w:trPr>{''.join(cells)}</w:tr>"


def header_row(labels: Iterable[str], widths: Iterable[float], style: str) -> str:
    """Return the row of heads that every page repeats, kept with the first row below it."""
    return kept(
        row(
            (
                cell(
                    paragraph(run(_unbroken_brackets(label), Look(bold=True)), style, align="center"),
                    width,
                    shade=True,
                    narrow=width < NARROW_COLUMN,
                    middle=True,
                )
                for label, width in zip(labels, widths, strict=True)
            ),
            header=True,
        )
    )


def _unbroken_brackets(label: str) -> str:
    return re.sub(r"\(.*?\)", lambda brackets: brackets[0].replace(" ", "\u00a0"), label)


def table(rows: Iterable[str], widths: Iterable[float], *, title: str, ruled: bool = True) -> str:
    """Return a table with fixed ``widths``; ``title`` is read out to those who do not see it."""
    columns = [twips(width) for width in widths]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' if ruled else '<w:{} w:val="nil"/>'
    borders = "".join(line.format(side) for side in sides)
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 45), ("left", 85), ("bottom", 45), ("right", 85))
    )
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        'w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
