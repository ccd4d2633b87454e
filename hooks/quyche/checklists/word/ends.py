"""Parts IV to VII and the signatures."""

from collections.abc import Iterator
from typing import Final

from quyche.checklists.sheet import Head, OccasionRow, Sheet, Task
from quyche.checklists.word.duties import heading
from quyche.checklists.word.names import TEXT_WIDTH, Style
from quyche.checklists.word.xml import (
    Look,
    Merge,
    cell,
    centred,
    header_row,
    kept,
    paragraph,
    row,
    run,
    table,
    text_control,
    text_lines,
)

BOLD = Look(bold=True)
LOG_WIDTHS = (80, 58, 24, 26, 38, 26)
LOG_LINE, TOTALS_LINE, REMARK_BOX, OPINION_BOX, SIGNATURE_BOX = 8, 7.5, 34, 30, 46
LOG_KEPT_TOGETHER = 15
"""Lines of one task that a page holds; more may break."""
PART_COLUMN, COUNT_COLUMN, SHARE_COLUMN = 52, 24, 31
REMEDY_WIDTHS = (0.05, 0.23, 0.08, 0.12, 0.22, 0.3)
LONG_ROW: Final = 400
"""Letters; a row with more may break."""
DATE_SIZE = 13


def log(sheet: Sheet, width: float) -> str:
    """Return part IV: a line for each occasion of the year, without any date but those that the unit wrote."""
    top = heading(sheet.log.heading)
    if sheet.log.empty:
        return top + paragraph(run(sheet.log.empty, Look(italic=True)), Style.CELL)
    widths = tuple(column * width / TEXT_WIDTH for column in LOG_WIDTHS)
    head = header_row(sheet.log.labels, widths, Style.SMALL)
    rows = (line for task in sheet.log.tasks for line in _task(sheet, task, widths))
    return top + table((head, *rows), widths, title=sheet.log.heading.words)


def _task(sheet: Sheet, task: Task, widths: tuple[float, ...]) -> Iterator[str]:
    count = len(task.occasions)
    fields = tuple(zip(OccasionRow.model_fields, sheet.log.labels[1:], widths[1:], strict=True))[1:]
    for number, occasion in enumerate(task.occasions, 1):
        merge: Merge = None if count == 1 else "first" if number == 1 else "more"
        words = _task_words(task) if number == 1 else paragraph("", Style.SMALL)
        written = [getattr(occasion, field) for field, _, _ in fields]
        cells = (
            cell(words, widths[0], merge=merge),
            cell(paragraph(run(occasion.name), Style.SMALL), widths[1], middle=True),
            *(
                cell(
                    text_lines(f"{task.id}/{number}:{field}", f"{label}, {occasion.name}", words, Style.SMALL),
                    column,
                    middle=True,
                )
                for (field, label, column), words in zip(fields, written, strict=True)
            ),
        )
        line = row(cells, height=LOG_LINE, may_break=max(map(len, written)) > LONG_ROW)
        yield kept(line) if number < count <= LOG_KEPT_TOGETHER else line


def _task_words(task: Task) -> str:
    citation = task.citation.replace(" ", "\u00a0")
    words = paragraph(run(f"{citation} ", BOLD) + run(task.task), Style.SMALL)
    return words + (paragraph(run(task.recipients), Style.HINT) if task.recipients else "")


def totals(sheet: Sheet, width: float) -> str:
    """Return part V: how many lines, then what was counted, or blanks; nothing is ranked."""
    part = sheet.totals
    states = sheet.scale.states
    state_column = (width - PART_COLUMN - COUNT_COLUMN - 2 * SHARE_COLUMN) / len(states)
    widths = (PART_COLUMN, COUNT_COLUMN, *[state_column] * len(states), SHARE_COLUMN, SHARE_COLUMN)
    fields = (*(state.id for state in states), "applicable", "share")
    rows = []
    for number, line in enumerate(part.rows, 1):
        look = Look(bold=True if number == len(part.rows) else None)
        written = line.cells or [None] * len(fields)
        cells = [
            paragraph(run(line.title, look), Style.CELL),
            paragraph(run(str(line.count), look), Style.CELL, align="center"),
            *(
                paragraph(
                    text_control(f"{line.id}:{field}", f"{label}, {line.title}", words, look=look),
                    Style.CELL,
                    align="center",
                )
                for field, label, words in zip(fields, part.labels[2:], written, strict=True)
            ),
        ]
        rows.append(row(map(cell, cells, widths), height=TOTALS_LINE))
    standing = text_control("totals:standing", part.heading.words, part.standing or None, look=BOLD)
    rating = run(f"{part.rating.label} ", BOLD) + text_control(
        "rating", part.rating.label, part.rating.words or None, empty="…" * 24
    )
    return (
        heading(part.heading)
        + kept(table((header_row(part.labels, widths, Style.SMALL), *rows), widths, title=part.heading.words))
        + kept(paragraph(run(f"{part.share} ") + standing, Style.HINT, before=2))
        + paragraph(rating + run(f" {part.rating_note}"), Style.CELL, before=4)
    )


def remarks(sheet: Sheet, width: float) -> str:
    """Return part VI: four boxes to write in and, where the unit has any, causes and remedies."""
    boxes = [
        cell(
            paragraph(run(box.title, BOLD), Style.CELL)
            + text_lines(f"remarks:{box.id}", box.title, box.words, Style.CELL),
            width / 2,
        )
        for box in sheet.remarks
    ]
    long = any(len(box.words) > LONG_ROW for box in sheet.remarks)
    rows = [row(pair, height=REMARK_BOX, may_break=long) for pair in (boxes[:2], boxes[2:])]
    title = sheet.remarks_heading.words
    both = table((rows[0] if long else kept(rows[0]), rows[1]), (width / 2, width / 2), title=title)
    return heading(sheet.remarks_heading) + both + _remedies(sheet, width)


def _remedies(sheet: Sheet, width: float) -> str:
    remedies = sheet.remedies
    if not remedies.rows:
        return ""
    widths = [share * width for share in REMEDY_WIDTHS]
    rows = (
        row(
            (
                cell("".join(paragraph(run(line), Style.SMALL) for line in words.split("\n")), column)
                for words, column in zip(values, widths, strict=True)
            ),
            may_break=max(map(len, values)) > LONG_ROW,
        )
        for values in remedies.rows
    )
    head = header_row(remedies.labels, widths, Style.SMALL)
    return heading(remedies.heading) + table((head, *rows), widths, title=remedies.heading.words)


def opinion(sheet: Sheet, width: float) -> str:
    """Return part VII, kept with the signatures below it."""
    part = sheet.opinion
    title = part.heading.words
    text = paragraph(text_control("remarks:opinion", title), Style.CELL) + paragraph("", Style.CELL) * 3
    box = cell(text + paragraph(run(f"{part.reviewer} {'…' * 16}"), Style.SMALL), width)
    return kept(
        heading(part.heading)
        + table((row((box,), height=OPINION_BOX),), (width,), title=title)
        + paragraph("", Style.CELL, height=8)
    )


def signatures(sheet: Sheet, width: float) -> str:
    """Return who prepared the sheet and who signs it; under a letterhead also who receives it."""
    head = sheet.head
    annex, size, words = head.annex is not None, head.family.sign_size, head.signatures
    prepared = paragraph("", Style.CELL) if annex else ""
    prepared += centred(words.preparer, Look(bold=True, size=size))
    prepared += centred(words.preparer_note, Look(italic=True))
    if words.preparer_name:
        prepared += paragraph("", Style.CELL) * 3 + centred(words.preparer_name, BOLD)
    columns = (1 / 2, 1 / 2) if annex else (0.29, 0.31, 0.40)
    texts = (prepared, _signer(head)) if annex else (_copies(head), prepared, _signer(head))
    widths = [width * share for share in columns]
    line = row((cell(text, column) for text, column in zip(texts, widths, strict=True)), height=SIGNATURE_BOX)
    return table((line,), widths, title="Chữ ký", ruled=False) + paragraph("", Style.FOOT, height=1)


def _signer(head: Head) -> str:
    family, words = head.family, head.signatures
    top = centred(words.date, Look(italic=True, size=DATE_SIZE)) if words.date else ""
    if words.on_behalf:
        top += centred(words.on_behalf, Look(bold=True, size=family.sign_size))
    position = centred(words.position, Look(bold=family.position_bold, size=family.sign_size))
    return top + position + centred(words.signed_name, Look(italic=True))


def _copies(head: Head) -> str:
    lines = head.signatures.copies
    if not lines:
        return paragraph("", Style.CELL)
    copies = head.family.copies
    plain = copies.style == "underline"
    heavy = None if plain else True
    look = Look(bold=heavy, italic=heavy, underline=plain, size=copies.size)
    return paragraph(run(head.signatures.copies_label, look), Style.CELL) + "".join(
        paragraph(run(line, Look(size=copies.list_size)), Style.CELL) for line in lines
    )
