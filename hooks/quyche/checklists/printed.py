"""The words that a filled form needs to print as the sheet does, under any of its unit's letterheads.

They are the sheet's own (``sheet.py``), with marks such as ``{year}`` where the form puts in what the reader wrote,
or else the dots of the blank sheet. What the form knows already (quotes, codes, the log) is not sent twice.
"""

from typing import Any

from quyche.checklists import paper
from quyche.checklists.model import Checklist, Place
from quyche.checklists.setup import Letterhead, Setup
from quyche.checklists.sheet import sheet_words

SHARED = (
    *("title", "title_lines", "body_name", "basis", "notices", "foot", "states", "points", "labels", "empty"),
    *("headings", "log_labels", "totals_labels", "totals", "count", "share", "rating", "remarks", "reviewer"),
)
OF_LETTERHEAD = (
    *("family", "annex_line", "superior", "issuer", "symbol", "date_line", "on_behalf", "position", "copies"),
)
OF_LINE = ("citation", "period", "hint", "notes", "points")


def printed_words(checklist: Checklist, setup: Setup) -> dict[str, Any]:
    """Return the words for the form of ``checklist``: what every letterhead shares, and each letterhead's own."""
    words = sheet_words(_marked(checklist, checklist.letterhead, setup))
    heads = {
        head.id: {key: sheet_words(_marked(checklist, head, setup))[key] for key in OF_LETTERHEAD}
        for head in setup.letterheads_of(checklist.body)
    }
    return {
        **{key: words[key] for key in SHARED},
        "parts": [
            {
                "heading": part["heading"],
                "lines": {
                    line["id"]: {key: line[key] for key in OF_LINE} for block in part["blocks"] for line in block
                },
            }
            for part in words["parts"]
        ],
        "usual": checklist.letterhead.id,
        "heads": heads,
        "blanks": {"year": "………", "unit": paper.LONG_BLANK, "where": "………………", "name": paper.BLANK},
    }


def _marked(checklist: Checklist, letterhead: Letterhead, setup: Setup) -> Checklist:
    """Return ``checklist`` with a mark in each place that the unit fills; places in a letterhead stand in capitals."""
    marks = {
        "year": "{year}",
        "unit": "{unit}",
        "place": Place(province="{province}", district="{district}", commune="{where}"),
    }
    return checklist.model_copy(update={**marks, "letterhead": letterhead, "family": setup.family(letterhead)})
