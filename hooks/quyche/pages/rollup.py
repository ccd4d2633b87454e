"""The roll-up: many units' self-assessments in one view, worked out in the browser from files that stay there."""

from typing import Any

from quyche.addresses import ROLLUP
from quyche.checklists.files import AllSheets, BodySheets
from quyche.checklists.setup import Setup
from quyche.exchange.json_ld import script_json
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer


def rollup_page(renderer: Renderer, sheets: AllSheets, setup: Setup) -> Page:
    """Return the page; its tables are made in the browser."""
    return renderer.page(
        "rollup",
        ROLLUP,
        styles=("assets/css/rollup.css",),
        columns=Columns.NONE,
        scale=setup.checklist.scale,
        data_json=script_json(rollup_data(sheets)),
    )


def rollup_data(sheets: AllSheets) -> dict[str, Any]:
    """Return every checklist's lines; what is common to them stands once."""
    checklists = [item.checklist for item in sheets.bodies]
    lines = {row.id: row for item in sheets.bodies for row in item.sheet.rows}
    return {
        "regulation": checklists[0].regulation.model_dump(include={"id", "version", "sha256", "short_title"}),
        "scale": checklists[0].scale.model_dump(mode="json"),
        "lines": {
            code: line.model_dump(mode="json", include={"formerly", "task", "citation", "points"})
            for code, line in sorted(lines.items())
        },
        "bodies": [_body(item) for item in sheets.bodies],
    }


def _body(item: BodySheets) -> dict[str, Any]:
    checklist = item.checklist
    parts = [
        {"id": part.id, "number": part.number, "title": part.title, "lines": [line.id for line in part.requirements]}
        for part in checklist.parts
    ]
    log = [task.model_dump(mode="json", include={"id", "duties", "occasions"}) for task in checklist.log]
    return {
        "id": checklist.body,
        "name": checklist.body_name,
        "short_name": item.body.short_name,
        "parts": parts,
        "instead": {row.id: row.instead for row in item.sheet.rows if row.instead},
        "log": log,
    }
