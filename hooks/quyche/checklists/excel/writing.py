"""From a checklist to the bytes of an Excel workbook."""

import io
import re
import zipfile
from datetime import UTC, datetime, time

from quyche.checklists.excel.book import Book
from quyche.checklists.excel.columns import has_remedies
from quyche.checklists.excel.duties import write_duties
from quyche.checklists.excel.guide import write_guide
from quyche.checklists.excel.log import write_log
from quyche.checklists.excel.meta import write_meta
from quyche.checklists.excel.remedies import write_remedies
from quyche.checklists.excel.totals import write_totals
from quyche.checklists.model import Checklist
from quyche.checklists.paper import frozen_zip, title

DUTIES = "xl/worksheets/sheet2.xml"
"""Where the second sheet, ``Phiếu``, stands in the file."""


def write_excel(checklist: Checklist) -> bytes:
    """Return ``checklist`` as a workbook to fill.

    Raises:
        DataError: a text does not fit into a row; it names the duty.
    """
    target = io.BytesIO()
    book = Book(target, checklist)
    book.file.set_properties(_properties(checklist))
    write_guide(book)
    table = write_duties(book)
    write_log(book)
    if has_remedies(checklist):
        write_remedies(book, table)
    write_totals(book, table)
    write_meta(book, table)
    book.file.close()
    return frozen_zip(_first_page_unnumbered(target.getvalue()))


def _properties(checklist: Checklist) -> dict[str, str | datetime]:
    regulation = checklist.regulation
    return {
        "title": f"{title(checklist)} – {checklist.body_name}",
        "subject": regulation.title,
        "author": "Ban biên tập trang",
        "comments": f"{regulation.id} {regulation.version} {regulation.sha256}",
        "created": datetime.combine(checklist.document_date, time(), UTC),
    }


def _first_page_unnumbered(data: bytes) -> bytes:
    """Take the number off the first page of the sheet ``Phiếu``, which XlsxWriter cannot."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == DUTIES:
                content = content.replace(b"<headerFooter", b'<headerFooter differentFirst="1"', 1)
                content = re.sub(
                    rb"<oddFooter>(.*?)</oddFooter>", rb"\g<0><firstFooter>\1</firstFooter>", content, count=1
                )
            copy.writestr(name, content)
    return target.getvalue()
