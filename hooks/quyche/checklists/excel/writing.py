"""From a checklist to the bytes of an Excel workbook."""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import BinaryIO

from quyche.archive import packed
from quyche.checklists.excel.book import Book
from quyche.checklists.excel.columns import FIRST_STATE, META, STATE_COLUMNS, Table
from quyche.checklists.excel.duties import write_duties
from quyche.checklists.excel.guide import write_guide
from quyche.checklists.excel.log import log_heads, write_log
from quyche.checklists.excel.remedies import write_remedies
from quyche.checklists.excel.totals import write_totals
from quyche.checklists.sheet import Sheet

DUTIES = "xl/worksheets/sheet2.xml"
"""Where the second sheet, ``Phiếu``, stands in the file."""
HEADS_AT = 7
"""The column of the keys of the sheets' columns in ``_meta``; their labels stand in the next one."""


def write_excel(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a workbook, blank or filled.

    Raises:
        DataError: a text does not fit into a row; it names the duty.
    """
    target = io.BytesIO()
    book = Book(target, sheet)
    book.file.set_properties(_properties(sheet))
    write_guide(book)
    table = write_duties(book)
    write_log(book)
    if sheet.scale.asks_remedies:
        write_remedies(book, table)
    write_totals(book, table)
    _write_meta(book, table)
    book.file.close()
    return packed(_first_page_unnumbered(target))


def _properties(sheet: Sheet) -> dict[str, str | datetime]:
    regulation = sheet.regulation
    return {
        "title": sheet.name,
        "subject": regulation.title,
        "author": sheet.author,
        "comments": f"{regulation.id} {regulation.version} {regulation.sha256}",
        "created": datetime.combine(sheet.document_date, time(), UTC),
    }


def _write_meta(book: Book, table: Table) -> None:
    """Write the very hidden sheet: what a filled file says of itself, the answers with what follows from each.

    Beside them stand the heads of all columns, by which a reader finds these again, wherever they were moved.
    """
    sheet = book.file.add_worksheet(META)
    for row, (key, value) in enumerate(_facts(book.sheet)):
        sheet.write_string(row, 0, key)
        if value:
            sheet.write_string(row, 1, value)
    sheet.write_row(FIRST_STATE - 1, 0, STATE_COLUMNS)
    for row, state in enumerate(book.sheet.scale.states, FIRST_STATE):
        sheet.write_string(row, 0, state.id)
        sheet.write_string(row, 1, state.label, book.look(quote_prefix=True))
        sheet.write_row(row, 2, [int(getattr(state, flag)) for flag in STATE_COLUMNS[2:]])
    heads = ((found.key, found.label) for found in table.columns)
    for row, head in enumerate((("column", "label"), *heads, *log_heads(book.sheet.log)), FIRST_STATE - 1):
        sheet.write_row(row, HEADS_AT, head)
    sheet.protect()
    sheet.very_hidden()


def _facts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    regulation = sheet.regulation
    yield "schema_version", str(sheet.schema_version)
    yield "regulation", regulation.id
    yield "version", regulation.version
    yield "source_sha256", regulation.sha256
    yield "body", sheet.body
    yield "year", sheet.year
    yield "scale", sheet.scale.id
    yield "sheet_sha256", hashlib.sha256(sheet.model_dump_json().encode()).hexdigest()
    yield "document_date", sheet.document_date.isoformat()
    yield "head", sheet.head.id


def _first_page_unnumbered(book: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Yield the members of ``book``, the first page of ``Phiếu`` without its number, which XlsxWriter cannot."""
    with zipfile.ZipFile(book) as source:
        for name in source.namelist():
            content = source.read(name)
            if name == DUTIES:
                content = content.replace(b"<headerFooter", b'<headerFooter differentFirst="1"', 1)
                content = re.sub(
                    rb"<oddFooter>(.*?)</oddFooter>", rb"\g<0><firstFooter>\1</firstFooter>", content, count=1
                )
            yield name, content
