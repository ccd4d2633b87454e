"""Word: the rows of tables and the paragraphs between them, and the sizes of letters."""

import io
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from quyche.checklists.sheet import Row, Sheet
from tests.checklists.formats.cells import (
    Cells,
    Rows,
    bare,
    copies,
    key,
    left,
    line,
    named,
    occasions,
    points,
    remedies,
    row,
    totals,
)


def rows_wanted(sheet: Sheet) -> Rows:
    """Return the rows of the tables, and the paragraphs between them, of the Word file."""
    head, part = sheet.head, sheet.totals
    parts = (
        each
        for one in sheet.parts
        for each in (
            line(one.heading),
            row(one.empty),
            row(*sheet.labels) if one.rows else (),
            *(_row(sheet, each) for each in one.rows),
        )
    )
    ends = head.signatures
    signer = f"{ends.date}{ends.on_behalf}{ends.position}{ends.signed_name}"
    preparer = f"{ends.preparer}{ends.preparer_note}{ends.preparer_name}"
    top = (
        []
        if head.annex
        else [
            row("".join(left(head)), "".join(one.text for one in head.family.right)),
            row(f"{head.number}{head.symbol}", head.date),
        ]
    )
    return [
        *top,
        *(row(words) for words in named(head)),
        row(f"{sheet.unit.label}{sheet.unit.words}{sheet.kind.label}{sheet.kind.words}"),
        row(f"{sheet.basis.label}{sheet.basis.words}"),
        key(sheet),
        *parts,
        line(sheet.log.heading),
        row(sheet.log.empty) if sheet.log.empty else row(*sheet.log.labels),
        *occasions(sheet),
        line(part.heading),
        row(*part.labels),
        *totals(sheet),
        row(f"{part.share}{part.standing}"),
        row(f"{part.rating.label}{part.rating.words}{part.rating_note}"),
        line(sheet.remarks_heading),
        *(row(*(f"{box.title}{box.words}" for box in pair)) for pair in (sheet.remarks[:2], sheet.remarks[2:])),
        *remedies(sheet),
        line(sheet.opinion.heading),
        row(sheet.opinion.reviewer),
        row(preparer, signer) if head.annex else row("".join(copies(head)), preparer, signer),
    ]


def _row(sheet: Sheet, one: Row) -> Cells:
    entry = one.entry
    ticked = ("☒" if state.id == entry.state else "" for state in sheet.scale.states)
    states = "".join(f"{tick}{state.marked_label}" for tick, state in zip(ticked, sheet.scale.states, strict=True))
    start = (one.number, one.line, "".join(one.citation_lines), one.period)
    filled = (entry.result, f"{one.hint}{entry.evidence}", one.instead or states, *points(sheet, one, ""))
    return row(*start, *filled, f"{''.join(one.hints)}{entry.note}")


def rows_found(data: bytes) -> Iterator[Cells]:
    for block in Document(io.BytesIO(data)).element.body.iterchildren():
        if block.tag == qn("w:p"):
            yield row(_words(block))
        elif block.tag == qn("w:tbl"):
            for line_ in block.iter(qn("w:tr")):
                yield row(*(_words(cell) for cell in line_.iter(qn("w:tc"))))


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def letter_sizes(data: bytes) -> dict[str, float]:
    """Return words of a paragraph -> size of its first letters that are not those of its style."""
    found = {}
    for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        sizes = [int(size.get(qn("w:val"), "0")) / 2 for size in paragraph.iter(qn("w:sz"))]
        if sizes:
            found[bare(_words(paragraph))] = sizes[0]
    return found
