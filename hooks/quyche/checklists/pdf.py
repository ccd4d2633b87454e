"""The sheet as PDF: the full sheet (A4 landscape) and the short form (A4 upright), set by Typst from ``*.typ``.

The templates hold the look. The words come in from here as JSON text, which Typst prints and never runs as code.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import typst

from quyche.checklists.sheet import Sheet


def write_sheet(sheets: Sequence[Sheet], folder: Path) -> bytes:
    """Return one PDF with the full ``sheets``, each counting its pages from 1.

    ``folder`` holds the templates ``sheet.typ`` and ``parts.typ``.
    """
    return _compiled(folder / "sheet.typ", sheets)


def write_short(sheets: Sequence[Sheet], folder: Path) -> bytes:
    """Return one PDF with the short forms of ``sheets``; ``folder`` holds ``short.typ`` and ``parts.typ``."""
    return _compiled(folder / "short.typ", sheets)


def _compiled(template: Path, sheets: Sequence[Sheet]) -> bytes:
    if not sheets:
        raise ValueError("không có phiếu nào để in")
    first, combined = sheets[0], len(sheets) > 1
    data = [
        {"place": place, "combined": combined, "head": sheet.head.model_dump(mode="json")}
        | sheet.model_dump(mode="json")
        for place, sheet in enumerate(sheets)
    ]
    return compiled(template, data, f"{first.head.title} – {len(sheets)} loại phiếu" if combined else first.name)


def compiled(template: Path, sheets: Sequence[Mapping[str, Any]], title: str) -> bytes:
    """Return the PDF that ``template`` makes of ``sheets``: accessible, to be kept, without fonts of the machine."""
    pdf = typst.compile(
        template,
        root=template.parent,
        sys_inputs={"sheets": json.dumps(sheets, ensure_ascii=False), "title": title},
        ignore_system_fonts=True,
        pdf_standards=["a-2a", "ua-1"],
    )
    if not isinstance(pdf, bytes):
        raise TypeError(f"{template}: Typst không trả về một tệp PDF")
    return pdf
