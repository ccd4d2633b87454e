"""The sheet ``Hướng dẫn``: how to fill the workbook, what each answer means."""

from collections.abc import Iterable

from quyche.checklists.excel.book import Book
from quyche.checklists.setup import State
from quyche.checklists.wording import WORDS, put
from quyche.checklists.workbook import EDITORIAL, TITLE

WIDTHS = (5, 112)


def write_guide(book: Book) -> None:
    """Write the sheet."""
    page = book.page("Hướng dẫn", WIDTHS, numbered=False)
    sheet, states = book.sheet, book.sheet.scale.states
    known = {
        "answers": "\n".join(f"– {state.label}: {state.definition}" for state in states),
        "reasons": named(state for state in states if state.needs_reason),
        "remedies": named(state for state in states if state.needs_remedy),
    }
    words = put(WORDS["excel"]["guide"], sheet=sheet, **known)
    page.across(0, (0, 1), words["title"], 26, **TITLE)
    steps = [step for key, step in words["steps"].items() if known.get(key, True)]
    for row, step in enumerate(steps, 1):
        page.text(row, 0, f"{row}.", align="center")
        page.note(row, (1, 1), step, 12)
    last = len(steps) + len(sheet.key.notices)
    for row, notice in enumerate(sheet.key.notices, len(steps) + 1):
        page.note(row, (1, 1), notice, 11, **EDITORIAL)
    page.sheet.print_area(0, 0, last, 1)
    page.sheet.fit_to_pages(1, 1)


def named(states: Iterable[State]) -> str:
    """Return the labels of ``states`` in quotation marks."""
    return ", ".join(f"“{state.label}”" for state in states)
