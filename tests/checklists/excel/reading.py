"""The workbooks of the sheets, read back with openpyxl; worked out by LibreOffice."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.merge import MergedCellRange
from openpyxl.worksheet.worksheet import Worksheet
from pydantic import JsonValue

from quyche.checklists.model import Checklist
from quyche.checklists.sheet import Sheet
from tests.checklists.making import with_rows
from tests.libreoffice import converted

LONGEST, SHORTEST = "ubnd-huyen", "ban-to-chuc-huyen-uy"


def opened(book: bytes | Path, *, results: bool = False) -> Workbook:
    """Return ``book`` without the borders of merged cells, which no test asks for and which take half the time."""
    with patch.object(MergedCellRange, "format"):
        return openpyxl.load_workbook(io.BytesIO(book) if isinstance(book, bytes) else book, data_only=results)


def changed(checklist: Checklist, **changes: JsonValue) -> Checklist:
    """Return the checklist with some keys changed, checked by the model again."""
    return Checklist.model_validate({**checklist.model_dump(mode="json"), **changes})


def with_quotes(sheet: Sheet, quotes: Mapping[str, str]) -> Sheet:
    bare = {code: {"lead": "", "quote": words, "tail": ""} for code, words in quotes.items()}
    return with_rows(sheet, (row.model_copy(update=bare.get(row.id, {})) for row in sheet.rows))


def head_row(sheet: Worksheet) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "TT")


def columns(sheet: Worksheet) -> dict[str, int]:
    """Return label -> number of the column."""
    return {str(cell.value): cell.column or 0 for cell in sheet[head_row(sheet)] if cell.value}


def lines(sheet: Worksheet) -> Iterator[tuple[int, dict[str, Any]]]:
    """Read the lines back as a machine would: by their hidden code, whatever their order."""
    at = columns(sheet)
    first = head_row(sheet) + 1
    for row, values in enumerate(sheet.iter_rows(min_row=first, max_col=max(at.values()), values_only=True), first):
        if values[at["Mã"] - 1]:
            yield row, {label: values[column - 1] for label, column in at.items()}


def facts(book: Workbook) -> dict[str, str]:
    return {
        str(key): str(value or "")
        for key, value in book["_meta"].iter_rows(max_row=15, max_col=2, values_only=True)
        if key
    }


def states(book: Workbook) -> dict[str, str]:
    """Return label -> id, from the hidden sheet."""
    rows = book["_meta"].iter_rows(min_row=21, max_col=2, values_only=True)
    return {str(label): str(key) for key, label in rows if key}


def recalculated(folder: Path, books: Mapping[str, Workbook]) -> dict[str, Workbook]:
    """Save the books without results, let LibreOffice work them out, and open what it wrote."""
    files = {name: folder / f"{name}.xlsx" for name in books}
    for name, book in books.items():
        book.save(files[name])
    worked_out = converted([*files.values()], "xlsx", folder / "worked-out")
    return {name: opened(file, results=True) for name, file in zip(files, worked_out, strict=True)}
