"""The checklists: an index with every download, and a page for each body with the lines of its sheet."""

from base64 import b64encode

from quyche.addresses import CHECKLISTS, GUIDE_FORM, checklist_path
from quyche.checklists.files import NAME, SHORT_NAME, AllSheets, BodySheets
from quyche.checklists.record import LONGEST_LINE, LONGEST_NOTE
from quyche.checklists.setup import Setup
from quyche.checklists.wording import WORDS
from quyche.exchange.json_ld import script_json
from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer
from quyche.scripts import data_script

FORMATS = (
    (f"{NAME}.pdf", "PDF", "in ra, ghi tay"),
    (f"{NAME}.docx", "Word", "sửa, điền trên máy"),
    (f"{NAME}.xlsx", "Excel", "điền, tự cộng"),
    (f"{NAME}.ods", "ODS", "điền bằng LibreOffice, tự cộng"),
    (f"{SHORT_NAME}.pdf", "Phiếu gọn (PDF)", "nhiều nhất 3 trang, khổ đứng"),
)
BLANK = "phieu-trong"
"""The blank Word and Excel files for the form to fill, as data beside the page: too heavy to wait for."""
BLANK_SCRIPT = f"{BLANK}.js"


def blank_script(sheets: BodySheets) -> str:
    """Return the script that holds the blank files of a body."""
    return data_script(BLANK, {kind: b64encode(sheets.files[f"{NAME}.{kind}"]).decode() for kind in ("docx", "xlsx")})


def checklists_page(renderer: Renderer, sheets: AllSheets, setup: Setup) -> Page:
    """Return the index of checklists: what a sheet is, each body's downloads with sizes, how to use it in a year."""
    return renderer.page(
        "checklists", CHECKLISTS, columns=Columns.NO_CONTENTS, sheets=sheets, formats=FORMATS, words=setup.checklist
    )


def checklist_page(renderer: Renderer, sheets: BodySheets, setup: Setup) -> Page:
    """Return the page of one checklist: its downloads, and its lines as a form."""
    checklist, body = sheets.checklist, sheets.body
    parts = tuple(Heading(f"phan-{part.id}", f"{part.number}. {part.title}") for part in checklist.parts)
    return renderer.page(
        "checklist",
        checklist_path(body),
        f"Phiếu tự đánh giá: {body.name}",
        menu=body.short_name,
        description=f"{checklist.title}: các dòng của {body.name}, tải PDF, Word, Excel.",
        headings=(
            Heading("phieu", f"Phiếu tự đánh giá: {body.name}", 1),
            *parts,
            *((Heading("phan-log", "IV. Theo kỳ"),) if checklist.log else ()),
            Heading("phan-tong-hop", "V. Tổng hợp"),
            Heading("phan-kien-nghi", "VI. Kiến nghị"),
        ),
        guide=GUIDE_FORM,
        styles=("assets/css/form.css", "assets/css/form-print.css"),
        sheets=sheets,
        checklist=checklist,
        rows=sheets.sheet.rows,
        empty_part=WORDS["empty"],
        longest_line=LONGEST_LINE,
        longest_note=LONGEST_NOTE,
        sheet_json=script_json(sheets.sheet.model_dump(mode="json")),
        names_json=script_json({body.id: body.short_name for body in renderer.duties.index.regulation.bodies}),
        letterheads=setup.letterheads_of(body.id),
        body=body,
        blank_script=BLANK_SCRIPT,
        formats=FORMATS,
    )
