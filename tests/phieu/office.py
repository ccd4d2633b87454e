"""Filled workbooks for the tests: the blank one of a body, filled with openpyxl, opened in the browser."""

import base64
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.checklists.excel.reading import opened as workbook

HOSTILE = (
    "=1+1",
    "+84 912",
    "-5%",
    "@SUM(A1)",
    "</w:t><script>&amp;\"'",
    "😀 ố ộ 👩‍👩‍👧",
    "_x005F_x000D_",  # as Excel writes _x000D_
    "một\nhai\n\nbốn",
    " đầu và cuối ",
    "Lý do: a",
    "Ghi chú: b",
    "số: 5; số: 6",
    "\\số: 7",
    "]]> <!-- <?xml?>",
    "x" * 4000,
)
NOT_OURS = ("TT", "Nội dung", "Điều, khoản", "Kỳ", "Kiểm tra", "Phần", "Mã", "Việc", "Phải khắc phục")

BYTES = "(text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))"
READ = f"""([text, checklist, id]) => quyche['office/excel-read'].readAny(({BYTES})(text),
  (body) => body === checklist.body ? checklist : null, id)"""


def fill(kind: str) -> str:
    """Return what fills a blank file of ``kind`` (``excel``, ``word``) on a page that has its module."""
    return f"""async ([text, checklist, record]) => {{
      const {{ bytes, left }} = await quyche['office/{kind}-file'].fill(({BYTES})(text), checklist, record);
      return [btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")), left];
    }}"""


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

    @cached_property
    def head(self) -> int:
        """The row of the heads, as the workbook was opened."""
        return next(row for row in range(1, 40) if self.cells.cell(row, 1).value == "TT")

    def column(self, label: str) -> int:
        """Return the number of the column with this head."""
        heads = [str(cell.value) for cell in self.cells[self.head]]
        return next(number for number, words in enumerate(heads, 1) if words.startswith(label))

    @cached_property
    def rows(self) -> dict[str, int]:
        """Code -> its row, as the workbook was opened."""
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
    return Sheet(workbook(data))


def saved(book: Workbook) -> bytes:
    """Return a workbook as bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def lines(checklist: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the lines of a checklist."""
    for part in checklist["parts"]:
        for block in part["blocks"]:
            yield from block["rows"]


def sheet_with(blank: bytes, change: Callable[[Sheet], None]) -> bytes:
    """Return the blank workbook after ``change``."""
    sheet = opened(blank)
    change(sheet)
    return saved(sheet.book)


def generated(blank: bytes, seed: int) -> Workbook:
    """Return the blank workbook with answers of every kind in all its yellow cells."""
    draw = random.Random(seed)  # noqa: S311 -- test data
    sheet = opened(blank)
    labels = [str(cell.value) for cell in sheet.cells[sheet.head] if cell.value not in NOT_OURS]
    states = ["Đã thực hiện", "Thực hiện một phần", "Chưa thực hiện", "Không phát sinh", None]
    for row in sheet.rows.values():
        for label in labels:
            if not label.startswith(NOT_OURS):
                words = (
                    draw.choice(states) if label == "Tự đánh giá" else draw.choice((None, *HOSTILE, "Báo cáo; số: 1"))
                )
                if label.startswith("Minh chứng") and words:
                    words = words.strip().replace("\n\n", "\n")[:300]
                _write(sheet.cells.cell(row, sheet.column(label)), words)
    title, annex = (sheet.cells.cell(row, 1) for row in (2, 3))
    title.value = str(title.value).replace("………", "2025")
    annex.value = str(annex.value)[: str(annex.value).rindex(" của ")] + " của Ban & Ủy)"
    sheet.cells.cell(4, 1).value = "Đơn vị: Ban & Ủy"
    log = sheet.book["Theo kỳ"]
    for row in range(3, log.max_row + 1):
        for column, words in zip(range(3, 7), ("30/06/2025", "05/7/2025", "=2", "một\nhai"), strict=True):
            _write(log.cell(row, column), words)
    totals = sheet.book["Tổng hợp"]
    places = {
        name: place.attr_text.rpartition("!")[2].replace("$", "") for name, place in sheet.book.defined_names.items()
    }
    for name in ("rating", "shortcomings", "causes", "commendations", "proposals"):
        _write(totals[places[f"phieu_{name}"]], f"-{name}")
    return sheet.book


def _write(cell: Any, words: str | None) -> None:  # noqa: ANN401 -- a cell of openpyxl
    cell.value = words
    if words is not None:
        cell.data_type = "s"
