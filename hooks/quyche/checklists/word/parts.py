"""Parts I to III, a line for each duty, a block for each provision; parts IV to VII below them."""

from collections.abc import Iterator
from typing import Final

from quyche.checklists.setup import State
from quyche.checklists.sheet import Block, Heading, OccasionRow, Part, Row, Sheet, Task
from quyche.checklists.word.names import TEXT_HEIGHT, TEXT_WIDTH, Style
from quyche.checklists.word.xml import (
    BOLD,
    Look,
    Merge,
    cell,
    check_box,
    header_row,
    kept,
    paragraph,
    row,
    run,
    table,
    text_control,
    text_lines,
)

NUMBER, CITATION, PERIOD, ANSWER = 10, 17.5, 18, 34
POINTS = (12, 12, 13.5)
WRITTEN, WRITTEN_BESIDE_POINTS = (36, 43, 21), (28, 31, 20)
"""Of results, evidence and notes."""
LINE = 5.0
CARRIED = Look(faint=True, size=11)
"""Of the words that a quote does not go without: upright, for they are the text's and not the editors'."""
LETTER = 1.92
"""Millimetres that a line, and on the average a letter, of the text takes at 12 points."""
HINT_LINE, HINT_LETTER = 4.0, 1.5
ROW_FRAME, CELL_FRAME = 2, 3
ANSWER_LINE = 5.0
TALLEST_ROW = TEXT_HEIGHT * 0.75
"""A taller row must be allowed to break: no page would hold it below the head of the table."""
LONGEST_UNBROKEN = 18
LOG_WIDTHS = (80, 58, 24, 26, 38, 26)
LOG_LINE, TOTALS_LINE, REMARK_BOX, OPINION_BOX = 8, 7.5, 34, 30
LOG_KEPT_TOGETHER = 15
"""Lines of one task that a page holds; more may break."""
PART_COLUMN, COUNT_COLUMN, SHARE_COLUMN = 52, 24, 31
REMEDY_WIDTHS = (0.05, 0.23, 0.08, 0.12, 0.22, 0.3)
LONG_ROW: Final = 400
"""Letters; a row with more may break."""


def duties(sheet: Sheet, width: float) -> str:
    """Return the headings and tables of parts I to III."""
    return "".join(_part(sheet, part, width) for part in sheet.parts)


def heading(of: Heading) -> str:
    """Return the heading of a part; the remark is not bold."""
    return paragraph(run(of.words) + (run(f" {of.remark}", Look(bold=False)) if of.remark else ""), Style.HEADING)


def _part(sheet: Sheet, part: Part, width: float) -> str:
    top = heading(part.heading)
    if part.empty:
        return top + paragraph(run(part.empty, Look(italic=True)), Style.CELL)
    widths = _widths(width, points=sheet.points)
    head = header_row(sheet.labels, widths, Style.SMALL)
    blocks = "".join(_block(sheet, block, widths) for block in part.blocks)
    return top + table((head, blocks), widths, title=part.heading.words)


def _widths(width: float, *, points: bool) -> tuple[float, ...]:
    """Return the widths of the columns; the quote takes what the others leave."""
    result, evidence, note = WRITTEN_BESIDE_POINTS if points else WRITTEN
    others = (CITATION, PERIOD, result, evidence, ANSWER, *(POINTS if points else ()), note)
    return (NUMBER, width - NUMBER - sum(others), *others)


def _block(sheet: Sheet, block: Block, widths: tuple[float, ...]) -> str:
    """Return the rows of one provision, with a faint rule between their citations.

    A cell merged over the rows would leave a page that begins within the block without its citation, unless the rows
    are kept together; but rows that are kept together may vanish in LibreOffice 7.4 where a page ends.
    """
    last = len(block.rows) - 1
    return "".join(
        row(
            _cells(sheet, line, _citation(line, widths[2], first=number == 0, last=number == last), widths),
            height=_least_height(sheet) if line.same is None else None,
            may_break=_height(sheet, line, widths) > TALLEST_ROW,
        )
        for number, line in enumerate(block.rows)
    )


def _citation(line: Row, width: float, *, first: bool, last: bool) -> str:
    """Return the cell of a citation: after the first of a block small and grey, for a page that begins there."""
    style = Style.SMALL if first else Style.FOOT
    content = "".join(paragraph(run(words), style, align="center") for words in line.citation_lines)
    return cell(content, width, narrow=True, faint_top=not first, faint_bottom=not last)


def _least_height(sheet: Sheet) -> float:
    return len(sheet.scale.states) * ANSWER_LINE + ROW_FRAME


def _height(sheet: Sheet, line: Row, widths: tuple[float, ...]) -> float:
    """Return about how many millimetres a line takes."""
    entry = line.entry
    columns = (
        _lines(line.line, LETTER, widths[1]) * LINE,
        _lines(entry.result, LETTER, widths[4]) * LINE,
        _lines(line.hint, HINT_LETTER, widths[5]) * HINT_LINE + _lines(entry.evidence, LETTER, widths[5]) * LINE,
        _lines(entry.note, LETTER, widths[-1]) * LINE,
    )
    return max(_least_height(sheet), *(column + ROW_FRAME for column in columns))


def _lines(words: str, letter: float, width: float) -> int:
    return sum(int(len(line) * letter // (width - CELL_FRAME)) + 1 for line in words.split("\n"))


def _cells(sheet: Sheet, line: Row, citation: str, widths: tuple[float, ...]) -> Iterator[str]:
    code, name, entry, sizes = line.id, f"dòng {line.number}", line.entry, iter(widths)
    yield cell(paragraph(run(str(line.number)), Style.CELL, align="center"), next(sizes), narrow=True)
    yield cell(paragraph(_quoted(line), Style.CELL), next(sizes))
    next(sizes)
    yield citation
    yield cell(paragraph(run(line.period), Style.SMALL, align="center"), next(sizes), narrow=True)
    yield cell(text_lines(f"{code}:result", f"Kết quả, {name}", entry.result, Style.CELL), next(sizes))
    evidence = text_lines(f"{code}:evidence", f"Minh chứng, {name}", entry.evidence, Style.SMALL)
    yield cell(_hints((line.hint,)) + evidence, next(sizes))
    answers = "".join(_answer(line, state) for state in sheet.scale.states) if line.counts else _hints((line.instead,))
    yield cell(answers, next(sizes))
    if sheet.points:
        yield from _points(line, sizes)
    note = text_lines(f"{code}:note", f"Ghi chú, lý do, {name}", entry.note, Style.SMALL)
    yield cell(_hints(line.hints) + note, next(sizes), narrow=True)


def _quoted(line: Row) -> str:
    lead = run(f"{line.lead} ", CARRIED) if line.lead else ""
    return lead + run(line.quote) + (run(f" {line.tail}", CARRIED) if line.tail else "")


def _points(line: Row, sizes: Iterator[float]) -> Iterator[str]:
    most = "" if line.points is None else str(line.points)
    yield cell(paragraph(run(most) if most else "", Style.CELL, align="center"), next(sizes))
    for field, title, words in (("points", "Tự chấm", line.entry.points), ("reviewer", "Thẩm định", "")):
        name = f"{title}, dòng {line.number}"
        yield cell(text_lines(f"{line.id}:{field}", name, words, Style.CELL, align="center"), next(sizes))


def _hints(hints: tuple[str, ...]) -> str:
    return "".join(paragraph(run(words), Style.HINT) for words in hints if words)


def _answer(line: Row, state: State) -> str:
    box = check_box(f"{line.id}:{state.id}", f"Dòng {line.number}: {state.label}", ticked=line.entry.state == state.id)
    label = state.marked_label
    if len(label) <= LONGEST_UNBROKEN:  # one that fits beside its box is never broken
        label = label.replace(" ", "\u00a0")
    return paragraph(box + run(f"\u00a0{label}"), Style.CHECK)


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
    fields = tuple(zip(OccasionRow.model_fields, sheet.log.labels[1:], strict=True))[1:]
    for number, occasion in enumerate(task.occasions, 1):
        merge: Merge = None if count == 1 else "first" if number == 1 else "more"
        words = _task_words(task) if number == 1 else paragraph("", Style.SMALL)
        entries = (
            text_lines(f"{task.id}/{number}:{field}", f"{label}, {occasion.name}", written, Style.SMALL)
            for (field, label), written in zip(fields, occasion.written, strict=True)
        )
        texts = (paragraph(run(occasion.name), Style.SMALL), *entries)
        cells = (cell(text, column, middle=True) for text, column in zip(texts, widths[1:], strict=True))
        long = max(map(len, occasion.written)) > LONG_ROW
        line = row((cell(words, widths[0], merge=merge), *cells), height=LOG_LINE, may_break=long)
        yield kept(line) if number < count <= LOG_KEPT_TOGETHER else line


def _task_words(task: Task) -> str:
    citation = task.citation.replace(" ", "\u00a0")
    words = paragraph(run(f"{citation} ", BOLD) + run(task.task), Style.SMALL)
    return words + _hints(task.told)


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
        numbers = (
            text_control(f"{line.id}:{field}", f"{label}, {line.title}", words, look=look)
            for field, label, words in zip(fields, part.labels[2:], written, strict=True)
        )
        cells = (paragraph(text, Style.CELL, align="center") for text in (run(str(line.count), look), *numbers))
        title = paragraph(run(line.title, look), Style.CELL)
        rows.append(row(map(cell, (title, *cells), widths), height=TOTALS_LINE))
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
        paragraph(run(box.title, BOLD), Style.CELL) + text_lines(f"remarks:{box.id}", box.title, box.words, Style.CELL)
        for box in sheet.remarks
    ]
    halves = (width / 2, width / 2)
    long = any(len(box.words) > LONG_ROW for box in sheet.remarks)
    rows = [row(map(cell, pair, halves), height=REMARK_BOX, may_break=long) for pair in (boxes[:2], boxes[2:])]
    title = sheet.remarks_heading.words
    both = table((rows[0] if long else kept(rows[0]), rows[1]), halves, title=title)
    return heading(sheet.remarks_heading) + both + _remedies(sheet, width)


def _remedies(sheet: Sheet, width: float) -> str:
    remedies = sheet.remedies
    if not remedies.rows:
        return ""
    widths = [share * width for share in REMEDY_WIDTHS]
    rows = (
        row(map(cell, map(_small, values), widths), may_break=max(map(len, values)) > LONG_ROW)
        for values in remedies.rows
    )
    head = header_row(remedies.labels, widths, Style.SMALL)
    return heading(remedies.heading) + table((head, *rows), widths, title=remedies.heading.words)


def _small(words: str) -> str:
    return "".join(paragraph(run(line), Style.SMALL) for line in words.split("\n"))


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
