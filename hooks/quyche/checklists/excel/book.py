"""The workbook, its formats, and the set-up that all its sheets share."""

from collections.abc import Iterable
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.sheet import Sheet
from quyche.checklists.workbook import FONT, HEAD, Look
from quyche.regulation.faults import DataError, Fault

MARGINS = {"left": 30 / 25.4, "right": 15 / 25.4, "top": 20 / 25.4, "bottom": 20 / 25.4}
"""In inches; 30 mm at the binding edge."""
MARGIN_TO_HEADER = 10 / 25.4
A4 = 9
LONGEST_FOOT = 255
SIZES = (12, 11, 10, 9, 8)
"""Sizes of letters that a text may step down to, in points."""

PROTECTION = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}


class Book:
    """A workbook with each of its formats made once."""

    def __init__(self, target: BinaryIO, sheet: Sheet) -> None:
        """Start the workbook of ``sheet`` in ``target``."""
        self.sheet = sheet
        self.file = xlsxwriter.Workbook(
            target,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
                "default_format_properties": {"font_name": FONT, "font_size": 12},
            },
        )
        self._formats: dict[tuple[tuple[str, str | int | float | bool], ...], Format] = {}

    def look(self, **wanted: str | float | bool) -> Format:
        """Return the format with these properties, over the usual ones."""
        key = tuple(sorted(wanted.items()))
        if key not in self._formats:
            usual: Look = {"font_name": FONT, "font_size": 12, "valign": "top", "align": "left", "text_wrap": True}
            self._formats[key] = self.file.add_format({**usual, **wanted})
        return self._formats[key]

    def page(self, name: str, widths: Iterable[float], *, numbered: bool = True) -> "Page":
        """Return a new sheet: A4 landscape, one page wide, locked without a password."""
        sheet = self.file.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**MARGINS)
        sheet.fit_to_pages(1, 0)
        options = {"margin": MARGIN_TO_HEADER, "scale_with_doc": False}
        if numbered:
            sheet.set_header(f'&C&"{FONT},Regular"&14&P', options)
        sheet.set_footer(_foot(self.sheet.foot_line), options)
        columns = tuple(widths)
        for column, width in enumerate(columns):
            sheet.set_column(column, column, width)
        sheet.hide_gridlines(2)
        sheet.protect("", PROTECTION)
        return Page(self, sheet, columns)


def _foot(words: str) -> str:
    start = f'&L&"{FONT},Regular"&8 '  # the space parts the size from a number in the words
    room = LONGEST_FOOT - len(start)
    return start + shortened(words, room - words[:room].count("&")).replace("&", "&&")


class Page:
    """A sheet of the book; rows and columns count from 0."""

    def __init__(self, book: Book, sheet: Worksheet, widths: tuple[float, ...]) -> None:
        """Wrap ``sheet``, whose columns have these ``widths``."""
        self.book, self.sheet, self.widths = book, sheet, widths

    def text(self, row: int, column: int, words: str, **look: str | float | bool) -> None:
        """Write ``words`` as words, whatever they begin with."""
        form = self.book.look(**_guarded(words, look))
        if words:
            self.sheet.write_string(row, column, words, form)
        else:
            self.sheet.write_blank(row, column, None, form)

    def across(
        self, row: int, columns: tuple[int, int], words: str, height: float = 0, /, **look: str | float | bool
    ) -> None:
        """Write ``words`` into a cell that spans ``columns``, first and last, of a row so high; 0 leaves it."""
        first, last = columns
        if first < last:
            self.sheet.merge_range(row, first, row, last, "", self.book.look(**_guarded(words, look)))
        self.text(row, first, words, **look)
        if height:
            self.sheet.set_row(row, height)

    def note(
        self,
        row: int,
        columns: tuple[int, int],
        words: str,
        most: float = 10,
        what: str = "",
        /,
        **look: str | float | bool,
    ) -> float:
        """Write ``words`` into a cell that spans ``columns``, in letters at which they fit, and return its height."""
        first, last = columns
        size, needed = self.fitted(row, words, sum(self.widths[first : last + 1]), most=most, what=what)
        self.across(row, columns, words, needed, **{**look, "font_size": size})
        return needed

    def heads(self, row: int, labels: Iterable[str], height: float) -> None:
        """Write the head of a table."""
        for column, label in enumerate(labels):
            self.text(row, column, label, **HEAD)
        self.sheet.set_row(row, height)

    def formula(self, row: int, column: int, formula: str, stored: str | float, **look: str | float | bool) -> None:
        """Write ``formula`` with the result that a program shows which does not work it out."""
        self.sheet.write_formula(row, column, formula, self.book.look(**look), stored)

    def fitted(self, row: int, words: str, width: float, *, most: float = 12, what: str = "") -> tuple[float, float]:
        """Return the size of letters at which ``words`` fit into a column of ``width``, and the height of their row.

        Raises:
            DataError: they fit at none; it names ``what`` they are.
        """
        for size in SIZES[SIZES.index(most) :]:
            needed = height(words, width, size)
            if needed <= TALLEST:
                return size, needed
        fault = Fault(
            f"{self.book.sheet.body}.xlsx",
            row + 1,
            what,
            f"chữ dài {len(words)} ký tự, không vừa một dòng của trang tính “{self.sheet.name}”",
            "chia nhỏ hoặc rút gọn; Excel không cho dòng cao quá 409 point",
        )
        raise DataError([fault])

    def mark(self, name: str, row: int, column: int) -> None:
        """Give the cell a name, by which a reader finds it after rows were added above."""
        self.book.file.define_name(
            f"phieu_{name}", f"='{self.sheet.name}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"
        )

    def message(self, row: int, column: int, title: str, words: str | None) -> None:
        """Show ``words`` beside the cell when it is chosen; Excel allows 255 letters."""
        if words:
            hint = {"validate": "any", "input_title": title, "input_message": shortened(words, 255)}
            self.sheet.data_validation(row, column, row, column, hint)


def _guarded(words: str, look: Look) -> Look:
    return {**look, "quote_prefix": True} if words.startswith(("=", "+", "-", "@")) else look


def shortened(words: str, most: int) -> str:
    """Return ``words``, cut at a space and ended by an ellipsis where they are longer than ``most``."""
    if _units(words) <= most:
        return words
    kept = words[: most - 2]
    while _units(kept) > most - 2:
        kept = kept[:-1]
    return f"{kept.rpartition(' ')[0] or kept} …"


def _units(words: str) -> int:
    """Return the length as Excel counts it: letters beyond the first 65,536 count twice."""
    return len(words.encode("utf-16-le")) // 2
