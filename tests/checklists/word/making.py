"""Sheets with words that no editor would write, and a template as an office might make of ours."""

import unicodedata
from collections.abc import Callable

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from quyche.checklists.sheet import Sheet
from quyche.checklists.word.names import Style
from quyche.checklists.word.template import open_template
from quyche.regulation.faults import DataError, Fault
from tests.checklists.making import with_rows
from tests.checklists.word.reading import opened, saved
from tests.template import STYLE_IDS

HOSTILE = '=HYPERLINK("http://x") </w:t></w:r><w:p> &amp; <![CDATA[ #import "x" *_$ [[nhiệm vụ]] {province} \\1 %s ]]>'
Make = Callable[..., Sheet]


def template_faults(data: bytes, name: str) -> tuple[Fault, ...]:
    """Return everything that keeps the file ``data`` called ``name`` from being a template; nothing if it is one."""
    try:
        open_template(data, name)
    except DataError as error:
        return error.faults
    return ()


def with_quote(sheet: Sheet, quote: str) -> Sheet:
    """Return ``sheet`` with ``quote`` for every quote, and wherever else words come from outside."""
    changes = {"lead": "", "quote": quote, "tail": quote, "hint": quote[:200], "hints": (quote[:60],)}
    return with_rows(sheet, (row.model_copy(update=changes) for row in sheet.rows))


def tall(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with 5,000 letters in each line of its first provision."""
    first = sheet.parts[0].blocks[0].rows
    words = "Chữ dài " * 624 + "cuối cùng"
    changes = {"quote": words, "hint": words[:200]}
    return with_rows(sheet, (row.model_copy(update=changes if row in first else {}) for row in sheet.rows))


def hostile(sheet: Sheet) -> Sheet:
    quoted = with_quote(sheet, HOSTILE)
    tasks = tuple(task.model_copy(update={"task": HOSTILE, "recipients": HOSTILE}) for task in sheet.log.tasks)
    states = tuple(
        state.model_copy(update={"label": f"{HOSTILE} {number}", "short": None, "definition": HOSTILE})
        for number, state in enumerate(sheet.scale.states)
    )
    head = sheet.head
    copies = (HOSTILE,) if head.signatures.copies else ()
    own = {
        "issuer": (HOSTILE,),
        "annex": head.annex and (HOSTILE, HOSTILE),
        "kind": "",
        "subject": HOSTILE,
        "signatures": head.signatures.model_copy(update={"copies": copies}),
    }
    return quoted.model_copy(
        update={
            "log": sheet.log.model_copy(update={"tasks": tasks}),
            "heads": (head.model_copy(update=own),),
            "unit": sheet.unit.model_copy(update={"words": HOSTILE}),
            "body_name": HOSTILE,
            "kind": sheet.kind.model_copy(update={"words": HOSTILE}),
            "scale": sheet.scale.model_copy(update={"states": states}),
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
