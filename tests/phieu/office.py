"""Filled workbooks for the tests: the blank one of a body, filled with openpyxl, opened in the browser."""

import base64
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

BYTES = "(text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))"
READ = f"""([text, checklist, id]) => Phieu.excelRead.readAny(({BYTES})(text),
  (body) => body === checklist.body ? checklist : null, id)"""


def coded(data: bytes) -> str:
    """Return ``data`` as text that a page can take."""
    return base64.b64encode(data).decode()


@dataclass(frozen=True)
class Sheet:
    """The sheet ``Phiếu`` of a workbook, by code and head of column."""

    book: Workbook

    @property
    def cells(self) -> Worksheet:
        """The sheet."""
        found: Worksheet = self.book["Phiếu"]
        return found

    @property
    def head(self) -> int:
        """The row of the heads."""
        return next(row for row in range(1, 40) if self.cells.cell(row, 1).value == "TT")

    def column(self, label: str) -> int:
        """Return the number of the column with this head."""
        heads = [str(cell.value) for cell in self.cells[self.head]]
        return next(number for number, words in enumerate(heads, 1) if words.startswith(label))

    @property
    def rows(self) -> dict[str, int]:
        """Code -> its row."""
        code = self.column("Mã")
        found = {}
        for row in range(self.head + 1, self.cells.max_row + 1):
            if words := self.cells.cell(row, code).value:
                found[str(words)] = row
        return found

    def at(self, code: str, label: str) -> Cell:
        """Return the cell of a line under a head."""
        found = self.cells.cell(self.rows[code], self.column(label))
        assert isinstance(found, Cell)
        return found


def opened(data: bytes) -> Sheet:
    """Open a workbook."""
    return Sheet(openpyxl.load_workbook(io.BytesIO(data)))


def saved(book: Workbook) -> bytes:
    """Return a workbook as bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def lines(checklist: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the lines of a checklist."""
    for part in checklist["parts"]:
        for block in part["blocks"]:
            yield from block["requirements"]
