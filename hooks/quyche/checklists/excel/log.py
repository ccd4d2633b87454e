"""The sheet ``Theo kỳ``: part IV, a row for each occasion; no day is ever made up."""

from quyche.checklists.excel.book import Book, Page
from quyche.checklists.fitting import TALLEST, height
from quyche.checklists.sheet import Log, Task
from quyche.checklists.wording import WORDS
from quyche.checklists.workbook import BOX, EDITORIAL, ENTRY, LOG_LOWEST, LOG_PAGE, LOG_TAB, LOG_WIDTHS, TITLE, Look

CODES = WORDS["excel"]["log_codes"]
KEYS = ("task", "period", "due", "held", "number", "note", "id", "duties", "occasion")
DATES = (2, 3)
DATE: Look = {**ENTRY, "num_format": "dd/mm/yyyy", "align": "center"}


def log_heads(log: Log) -> tuple[tuple[str, str], ...]:
    """Return key and head of each column, for those who read a filled sheet."""
    return tuple((f"log.{key}", label) for key, label in zip(KEYS, (*log.labels, *CODES), strict=True))


def write_log(book: Book) -> None:
    """Write the sheet."""
    width = len(LOG_WIDTHS)
    page = book.page(LOG_TAB, LOG_WIDTHS)
    log = book.sheet.log
    page.across(0, (0, width - 1), log.heading.line, 24, **TITLE)
    page.heads(1, log.labels, 22)
    for column, label in enumerate(CODES, width):
        page.text(1, column, label)
    page.sheet.set_column(width, width + len(CODES) - 1, 8, None, {"hidden": True})
    page.sheet.repeat_rows(1)
    page.sheet.freeze_panes(2, 0)
    row = 2
    for task in log.tasks:
        row = _task(page, row, task)
    if log.empty:
        page.across(row, (0, width - 1), log.empty, **BOX, **EDITORIAL, indent=1)
        row += 1
    page.sheet.print_area(0, 0, row - 1, width - 1)
    if row - 2 <= LOG_PAGE:
        page.sheet.fit_to_pages(1, 1)


def _task(page: Page, row: int, task: Task) -> int:
    """Write the rows of ``task`` and return the next free row."""
    words = "\n".join((f"{task.citation} {task.task}", *task.told))
    size, needed = page.fitted(row, words, LOG_WIDTHS[0], most=11, what=task.id)
    count = len(task.occasions)
    look: Look = {**BOX, "italic": True, "font_size": size, "indent": 1}
    if count > 1:
        page.sheet.merge_range(row, 0, row + count - 1, 0, "", page.book.look(**look))
    page.text(row, 0, words, **look)
    for number, occasion in enumerate(task.occasions):
        here = row + number
        page.text(here, 1, occasion.name, **BOX, font_size=11, valign="vcenter", indent=1)
        for column, entry in enumerate(occasion.written, 2):
            page.text(here, column, entry, **(DATE if column in DATES else ENTRY))
        for column, code in enumerate((task.id, " ".join(task.duties)), len(LOG_WIDTHS)):
            page.text(here, column, code)
        page.sheet.write_number(here, len(LOG_WIDTHS) + 2, number + 1)
        entries = (height(*entry, 12) for entry in zip(occasion.written, LOG_WIDTHS[2:], strict=True) if entry[0])
        page.sheet.set_row(here, min(TALLEST, max(LOG_LOWEST, LOG_PAGE, needed / count, *entries)))
    return row + count
