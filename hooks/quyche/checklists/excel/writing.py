"""From a checklist to the bytes of an Excel workbook."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import BinaryIO

from quyche.archive import packed
from quyche.checklists.excel.book import Book
from quyche.checklists.excel.duties import write_duties
from quyche.checklists.excel.guide import write_guide
from quyche.checklists.excel.log import write_log
from quyche.checklists.excel.meta import write_meta
from quyche.checklists.excel.remedies import write_remedies
from quyche.checklists.excel.totals import write_totals
from quyche.checklists.sheet import Sheet

DUTIES = "xl/worksheets/sheet2.xml"
"""Where the second sheet, ``Phiếu``, stands in the file."""


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
    write_meta(book, table)
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
