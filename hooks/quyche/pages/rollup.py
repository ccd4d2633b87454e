"""The roll-up: many units' self-assessments in one view, worked out in the browser from files that stay there."""

import json
from typing import Any

from quyche.addresses import ROLLUP
from quyche.checklists.files import AllSheets
from quyche.checklists.model import Checklist
from quyche.checklists.setup import Setup
from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer

DATA = "assets/js/tong-hop/data.js"
"""The lines of every checklist, as a script: a page opened from a disk may not fetch."""
FORM_SCRIPTS = (
    *("words", "figures", "record", "fields"),
    *("zip", "office-xml", "office-text", "excel-book", "excel-read", "form-files"),
)
SCRIPTS = (
    "words",
    "sha256",
    "checklists",
    "read",
    "register",
    "tables",
    "csv",
    "json",
    "cells",
    "loading",
    "results",
    "page",
)
"""The scripts of the roll-up, in order, after those of the form: each uses only those before it."""


def rollup_page(renderer: Renderer, setup: Setup) -> Page:
    """Return the page; its tables are made in the browser."""
    return renderer.page(
        "rollup",
        ROLLUP,
        "Tổng hợp nhiều đơn vị",
        styles=("assets/css/rollup.css",),
        description="Gộp phiếu tự đánh giá của nhiều đơn vị thành một bảng, ngay trong trình duyệt.",
        headings=(Heading("tong-hop", "Tổng hợp nhiều đơn vị", 1), Heading("nap-phieu", "Nạp phiếu")),
        columns=Columns.NONE,
        scale=setup.checklist.scale,
        data=DATA,
        form_scripts=FORM_SCRIPTS,
        scripts=SCRIPTS,
    )


def rollup_data(sheets: AllSheets) -> str:
    """Return the script with every checklist's lines; what is common to them stands once."""
    checklists = [item.checklist for item in sheets.bodies]
    lines = {line.id: line for checklist in checklists for line in checklist.requirements}
    data = {
        "regulation": checklists[0].regulation.model_dump(include={"id", "version", "sha256", "short_title"}),
        "scale": checklists[0].scale.model_dump(mode="json"),
        "lines": {
            code: {"task": line.task, "citation": line.citation, "points": line.points}
            for code, line in sorted(lines.items())
        },
        "bodies": [_body(item.body.short_name, item.checklist) for item in sheets.bodies],
    }
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"window.TongHop = window.TongHop || {{}};\nTongHop.data = {words};\n"


def _body(short_name: str, checklist: Checklist) -> dict[str, Any]:
    parts = [
        {"id": part.id, "number": part.number, "title": part.title, "lines": [line.id for line in part.requirements]}
        for part in checklist.parts
    ]
    log = [task.model_dump(mode="json", include={"key", "provision", "duties", "occasions"}) for task in checklist.log]
    return {"id": checklist.body, "name": checklist.body_name, "short_name": short_name, "parts": parts, "log": log}
