"""Checklists with words that no editor would write, and a template as an office might make of ours."""

import unicodedata
from collections.abc import Callable

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quyche.checklists.model import Checklist
from quyche.checklists.word.names import Style
from tests.checklists.word.reading import opened, saved
from tests.template import STYLE_IDS

HOSTILE = '=HYPERLINK("http://x") </w:t></w:r><w:p> &amp; <![CDATA[ #import "x" *_$ [[nhiệm vụ]] {province} \\1 %s ]]>'
Make = Callable[..., Checklist]


def with_quote(checklist: Checklist, quote: str) -> Checklist:
    """Return ``checklist`` with ``quote`` for every quote, and wherever else words come from outside."""
    parts = []
    for part in checklist.parts:
        blocks = []
        for block in part.blocks:
            lines = [
                line.model_copy(update={"quote": quote, "evidence": (quote[:200],), "via": quote[:60]})
                for line in block.requirements
            ]
            blocks.append(block.model_copy(update={"requirements": tuple(lines)}))
        parts.append(part.model_copy(update={"blocks": tuple(blocks)}))
    return checklist.model_copy(update={"parts": tuple(parts)})


def tall(checklist: Checklist) -> Checklist:
    """Return ``checklist`` with 5,000 letters in each line of its first provision."""
    first = checklist.parts[0]
    cut = checklist.model_copy(update={"parts": (first.model_copy(update={"blocks": first.blocks[:1]}),)})
    tall = with_quote(cut, "Chữ dài " * 624 + "cuối cùng").parts[0]
    part = first.model_copy(update={"blocks": (*tall.blocks, *first.blocks[1:])})
    return checklist.model_copy(update={"parts": (part, *checklist.parts[1:])})


def hostile(checklist: Checklist) -> Checklist:
    hostile = with_quote(checklist, HOSTILE)
    log = tuple(task.model_copy(update={"task": HOSTILE, "recipients": HOSTILE}) for task in checklist.log)
    letterhead = checklist.letterhead.model_copy(update={"issuer": (HOSTILE,), "copies": (HOSTILE,)})
    states = tuple(
        state.model_copy(update={"label": f"{HOSTILE} {number}", "short": None, "definition": HOSTILE})
        for number, state in enumerate(checklist.scale.states)
    )
    return hostile.model_copy(
        update={
            "log": log,
            "letterhead": letterhead,
            "unit": HOSTILE,
            "body_name": HOSTILE,
            "title": HOSTILE,
            "scale": checklist.scale.model_copy(update={"states": states}),
        }
    )


def office_template(template: bytes) -> bytes:
    """Return what an office might make of ours: other fonts, margins, ids and texts, and a page upright before it."""
    document = opened(template)
    for style in document.styles.element.iter(qn("w:style")):  # Word gives ids of its own
        if style.get(qn("w:styleId")) in STYLE_IDS.values():
            style.set(qn("w:styleId"), style.get(qn("w:styleId")) + "1")
    document.styles[Style.CELL].font.name, document.styles[Style.CELL].font.size = "Arial", Pt(11)
    section = document.sections[0]
    section.left_margin, section.right_margin, section.gutter = Mm(25), Mm(20), Mm(5)
    paragraphs = document.paragraphs
    paragraphs[0].insert_paragraph_before("ĐOÀN KIỂM TRA SỐ 1")
    marker = paragraphs[3]
    marker.runs[0].text = "  [["
    for words in (unicodedata.normalize("NFD", "Nhiệm"), "  vụ]] "):  # as split and spelt on another machine
        marker.add_run(words)
    table = document.add_table(1, 1)
    table.rows[0].cells[0].text = "Bảng của cơ quan"
    paragraphs[0]._p.addprevious(table._tbl)  # noqa: SLF001 -- the element itself
    paragraphs[-1].insert_paragraph_before("Chữ trước chữ ký")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Trang sau")
    return saved(document)
