"""An OpenDocument workbook: its page, its styles made once, its rows of cells one after another."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from html import escape
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from odfdo import Document, Element

from quyche.checklists.fitting import height
from quyche.checklists.sheet import Sheet
from quyche.checklists.workbook import FONT, INNER, Look

BLANK: Final = re.sub(r">\s+<", "><", Path(__file__).with_name("ods_blank.xml").read_text(encoding="utf-8"))
"""A document without tabs: A4 landscape, 20 mm from the edge to the text above and below, one page wide.

The number of the page stands above, on the first page none; below what the sheet is, and of whom.
"""
LONG, WHOLE = "Default", "Whole"
"""Kind of a tab: printed on as many pages as it needs, or on one."""
TEXT_WIDTH: Final = 252
"""In millimetres; were it more, LibreOffice would print smaller, and break lines where it did not on the screen."""
PADDING: Final = 2.5
TIGHTER: Final = 0.92
"""A line in LibreOffice is less high than in Excel."""
SIDES: Final = ("top", "bottom", "left", "right")
DIGIT: Final = 8 * 25.4 / 96
"""Millimetres of the digit that widths are counted in."""
BORDERS: Final = {0: "none", 1: "0.5pt solid #000000", INNER: "0.5pt dotted #000000"}
ALIGNED: Final = {"left": "start", "center": "center", "right": "end", "top": "top", "vcenter": "middle"}
SPACES: Final = re.compile(r"\A +| +\Z|(?<= ) +")
"""Spaces that need an element of their own: those at either end, and those behind another."""
OTHERS: Final = str.maketrans({"\t": "<text:tab/>", "\n": "<text:line-break/>", "\r": "&#13;"})


@dataclass(frozen=True)
class Item:
    """A cell: words or a number, over so many columns and rows; ``rule`` is the name of what may be written in it.

    A number or words with a ``formula`` are its result.
    """

    words: str | float
    look: Look
    columns: int = 1
    rows: int = 1
    rule: str = ""
    formula: str = ""


def element(tag: str, attributes: Mapping[str, str], *content: str) -> str:
    """Return an element as it is written: odfdo, asked for each one, would take ten times as long."""
    named = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
    return f"<{tag}{named}>{''.join(content)}</{tag}>"


def paragraph(words: str) -> str:
    """Return ``words`` as a paragraph."""
    return element("text:p", {}, SPACES.sub(_spaces, escape(words)).translate(OTHERS))


def _spaces(found: re.Match[str]) -> str:
    count = len(found[0])
    return element("text:s", {"text:c": str(count)} if count > 1 else {})


class Book:
    """The workbook of ``sheet``."""

    def __init__(self, sheet: Sheet) -> None:
        """Start with no tab."""
        self.sheet = sheet
        foot, size = escape(sheet.foot_line), f"{sheet.head.family.page_size:g}"
        self.file = Document(io.BytesIO(BLANK.format(font=FONT, foot=foot, page_size=size).encode()))
        self.rules = Element.from_tag("table:content-validations")
        self.file.body.append(self.rules)
        [self._looks] = self.file.content.get_elements("office:automatic-styles")
        self._styles: dict[tuple[object, ...], str] = {}
        self._rules: dict[tuple[str, ...], str] = {}

    def style(self, family: str, master: str = "", **areas: dict[str, str]) -> str:
        """Return the name of the style with these properties, by area."""
        key = (family, master, *((area, *properties.items()) for area, properties in areas.items()))
        if key not in self._styles:
            self._styles[key] = f"s{len(self._styles) + 1}"
            names = {"style:family": family, "style:name": self._styles[key]}
            parts = (
                element(f"style:{area.replace('_', '-')}-properties", dict(sorted(properties.items())))
                for area, properties in areas.items()
            )
            page = {"style:master-page-name": master} if master else {}
            self._looks.append(Element.from_tag(element("style:style", names | page, *parts)))
        return self._styles[key]

    def look(self, look: Look, room: float = 0) -> str:
        """Return the name of the style of cells that look so, with so many points of ``room`` beside the words."""
        whole, above = look.get("border", 0), room / 2 if look.get("valign") == "vcenter" else 0
        cell = {
            "fo:wrap-option": "wrap",
            "style:vertical-align": ALIGNED.get(str(look.get("valign")), str(look.get("valign", "top"))),
            "style:text-align-source": "fix",
            **{f"fo:padding-{side}": f"{PADDING:g}pt" for side in ("left", "right")},
            "fo:padding-top": f"{PADDING + above:.0f}pt",
            "fo:padding-bottom": f"{PADDING + room - above:.0f}pt",
            "style:cell-protect": "protected" if look.get("locked", True) else "none",
            **{f"fo:border-{side}": BORDERS[int(look.get(side, whole))] for side in SIDES},
        }
        if "bg_color" in look:
            cell["fo:background-color"] = str(look["bg_color"])
        text = {
            "fo:font-family": FONT,
            "fo:font-size": f"{look.get('font_size', 12):g}pt",
            "fo:font-weight": "bold" if look.get("bold") else "normal",
            "fo:font-style": "italic" if look.get("italic") else "normal",
            "fo:color": str(look.get("font_color", "#000000")),
        }
        if look.get("underline"):
            text["style:text-underline-style"] = "solid"
        paragraph = {"fo:text-align": ALIGNED[str(look.get("align", "left"))]}
        return self.style("table-cell", table_cell=cell, paragraph=paragraph, text=text)

    def rule(self, title: str, words: str, condition: str = "") -> str:
        """Return the name of a rule, none for none: what is shown beside a cell that is chosen, what it may hold."""
        key = (title, words, condition)
        if not words and not condition:
            return ""
        if key not in self._rules:
            self._rules[key] = f"r{len(self._rules) + 1}"
            names = {"table:name": self._rules[key]} | ({"table:condition": condition} if condition else {})
            shown = {"table:title": title, "table:display": "true"}
            told = element("table:help-message", shown, paragraph(words)) if words else ""
            refused = '<table:error-message table:display="true" table:message-type="stop"/>'
            self.rules.append(Element.from_tag(element("table:content-validation", names, told, refused)))
        return self._rules[key]

    def saved(self) -> bytes:
        """Return the file."""
        sheet, meta = self.sheet, self.file.meta
        made = datetime.combine(sheet.document_date, time())
        meta.title, meta.subject = sheet.name, sheet.regulation.title
        meta.creator = meta.initial_creator = sheet.author
        meta.description = f"{sheet.regulation.id} {sheet.regulation.version} {sheet.regulation.sha256}"
        meta.creation_date = meta.date = made
        meta.language = "vi-VN"
        target = io.BytesIO()
        self.file.save(target)
        return target.getvalue()


class Tab:
    """A tab of the workbook, which grows by rows.

    A locked tab has no password; LibreOffice lets nobody make its rows higher, but rows without cells that span
    several columns grow by themselves as words are written.
    """

    def __init__(
        self, book: Book, name: str, shares: Sequence[float], *, kind: str = LONG, locked: bool = True
    ) -> None:
        """Start the tab ``name``, as wide as the page, with columns of these shares."""
        self.book, self.height = book, 0
        self._above: Look = {}
        self.widths = [share * TEXT_WIDTH / sum(shares) for share in shares]
        named = {"table:name": name, "table:style-name": book.style("table", kind, table={"table:display": "true"})}
        protected = {"table:protected": "true" if locked else "false"}
        self.table = Element.from_tag(element("table:table", named | protected))
        for width in self.widths:
            style = book.style("table-column", table_column={"style:column-width": f"{width:.2f}mm"})
            self._add(element("table:table-column", {"table:style-name": style}))
        book.file.body.append(self.table)

    def _add(self, written: str) -> None:
        self.table.extend([Element.from_tag(written)])  # a table's own `append` counts all its cells again

    def row(
        self, items: Iterable[Item | None], least: float = 0, *, repeated: bool = False, breaks: bool = False
    ) -> int:
        """Write a row as high as its words, at least ``least`` points, and return its number, from 1.

        ``None`` is a cell under one that spans rows. A ``repeated`` row stands at the top of every page, one that
        ``breaks`` begins a page.
        """
        found, at, heights = list(items), 0, [least]
        for item in found:
            heights.append(self.needed(item, at) if item else 0)
            at += item.columns if item else 1
        grows = all(item is None or item.columns == 1 for item in found)
        # the cell that makes the row as high as it is at least, where LibreOffice fits it to its words
        prop = next((item for item in found if item and item.rows == 1), None) if grows else None
        cells = []
        for item, own in zip(found, heights[1:], strict=True):
            if item:
                cells.append(self._cell(item, max(heights) - own if item is prop else 0))
            if covered := item.columns - 1 if item else 1:  # they draw their share of the borders
                under = {"table:style-name": self.book.look(item.look if item else self._above)}
                cells += [element("table:covered-table-cell", under)] * covered
            self._above = item.look if item and item.rows > 1 else self._above
        properties = {
            "style:row-height": f"{max(heights):.1f}pt",
            "style:use-optimal-row-height": "true" if grows else "false",
            "fo:break-before": "page" if breaks else "auto",
        }
        style = self.book.style("table-row", table_row=properties)
        row = element("table:table-row", {"table:style-name": style}, *cells)
        self._add(element("table:table-header-rows", {}, row) if repeated else row)
        self.height += 1
        return self.height

    def across(self, words: str, look: Look, least: float = 0, *, formula: str = "", breaks: bool = False) -> int:
        """Write a row of one cell over all columns."""
        return self.row([Item(words, look, len(self.widths), formula=formula)], least, breaks=breaks)

    def needed(self, item: Item, at: int) -> float:
        """Return how many points of its row the cell at column ``at`` needs."""
        width = sum(self.widths[at : at + item.columns]) / DIGIT
        return TIGHTER * height(str(item.words), width, float(item.look.get("font_size", 12))) / item.rows

    def _cell(self, item: Item, room: float) -> str:
        names = {"table:style-name": self.book.look(item.look, room)}
        if isinstance(item.words, str):
            names["office:value-type"] = "string"
            lines = item.words.split("\n") if item.words else []
        else:
            names |= dict.fromkeys(("office:value-type", "calcext:value-type"), "float")
            names |= dict.fromkeys(("office:value", "calcext:value"), str(item.words))
            lines = [f"{item.words:g}".replace(".", ",")]
        if item.formula:
            names["table:formula"] = f"of:={item.formula}"
        if item.rule:
            names["table:content-validation-name"] = item.rule
        for name, count in (("columns", item.columns), ("rows", item.rows)):
            if count > 1:
                names[f"table:number-{name}-spanned"] = str(count)
        return element("table:table-cell", names, *map(paragraph, lines))
