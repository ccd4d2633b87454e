"""The sheet as PDF: the full sheet (A4 landscape) and the short form (A4 upright), set by Typst from ``*.typ``.

The templates hold the look. The words come in from here as JSON text, which Typst prints and never runs as code.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import typst

from quyche.checklists import paper
from quyche.checklists.model import Checklist
from quyche.checklists.sheet import sheet_words


def write_sheet(checklists: Sequence[Checklist], folder: Path) -> bytes:
    """Return one PDF with the full sheets of ``checklists``, each counting its pages from 1.

    ``folder`` holds the templates ``sheet.typ`` and ``parts.typ``.
    """
    return _compiled(folder / "sheet.typ", checklists)


def write_short(checklists: Sequence[Checklist], folder: Path) -> bytes:
    """Return one PDF with the short forms of ``checklists``; ``folder`` holds ``short.typ`` and ``parts.typ``."""
    return _compiled(folder / "short.typ", checklists)


def _compiled(template: Path, checklists: Sequence[Checklist]) -> bytes:
    if not checklists:
        raise ValueError("không có phiếu nào để in")
    combined = len(checklists) > 1
    sheets = [
        {"place": place, "combined": combined} | sheet_words(checklist) for place, checklist in enumerate(checklists)
    ]
    inputs = {"sheets": json.dumps(sheets, ensure_ascii=False), "title": _document_title(checklists)}
    pdf = typst.compile(
        template, root=template.parent, sys_inputs=inputs, ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"]
    )
    if not isinstance(pdf, bytes):
        raise TypeError(f"{template}: Typst không trả về một tệp PDF")
    return pdf


def _document_title(checklists: Sequence[Checklist]) -> str:
    first = checklists[0]
    whose = first.body_name if len(checklists) == 1 else f"{len(checklists)} loại phiếu"
    return f"{paper.title(first)} – {whose}"
