"""Parts I to III: a line for each duty, a block for each provision."""

from collections.abc import Iterator

from quyche.checklists.setup import State
from quyche.checklists.sheet import Block, Heading, Part, Row, Sheet
from quyche.checklists.word.names import TEXT_HEIGHT, Style
from quyche.checklists.word.xml import Look, cell, check_box, header_row, paragraph, row, run, table, text_lines

NUMBER, CITATION, PERIOD, RESULT, EVIDENCE, ANSWER, NOTE = 13, 17.5, 18, 36, 43, 34, 21
POINTS = (12, 12, 13.5)
RESULT_BESIDE_POINTS, EVIDENCE_BESIDE_POINTS, NOTE_BESIDE_POINTS = 28, 31, 20
LINE = 5.0
LETTER = 1.92
"""Millimetres that a line, and on the average a letter, of the text takes at 12 points."""
HINT_LINE, HINT_LETTER = 4.0, 1.5
ROW_FRAME, CELL_FRAME = 2, 3
ANSWER_LINE = 5.0
TALLEST_ROW = TEXT_HEIGHT * 0.75
"""A taller row must be allowed to break: no page would hold it below the head of the table."""
LONGEST_UNBROKEN = 18


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
    result = RESULT_BESIDE_POINTS if points else RESULT
    evidence = EVIDENCE_BESIDE_POINTS if points else EVIDENCE
    note = NOTE_BESIDE_POINTS if points else NOTE
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
            height=_least_height(sheet),
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
        _lines(line.quote, LETTER, widths[1]) * LINE,
        _lines(entry.result, LETTER, widths[4]) * LINE,
        _lines(line.hint, HINT_LETTER, widths[5]) * HINT_LINE + _lines(entry.evidence, LETTER, widths[5]) * LINE,
        _lines(entry.note, LETTER, widths[-1]) * LINE,
    )
    return max(_least_height(sheet), *(column + ROW_FRAME for column in columns))


def _lines(words: str, letter: float, width: float) -> int:
    return sum(int(len(line) * letter // (width - CELL_FRAME)) + 1 for line in words.split("\n"))


def _cells(sheet: Sheet, line: Row, citation: str, widths: tuple[float, ...]) -> Iterator[str]:
    code, name, entry, sizes = line.id, f"dòng {line.number}", line.entry, iter(widths)
    number = paragraph(run(str(line.number)), Style.CELL, align="center")
    yield cell(number + paragraph(run(code), Style.FOOT, align="center"), next(sizes), narrow=True)
    yield cell(paragraph(run(line.quote), Style.CELL), next(sizes))
    next(sizes)
    yield citation
    yield cell(paragraph(run(line.period), Style.SMALL, align="center"), next(sizes), narrow=True)
    yield cell(text_lines(f"{code}:result", f"Kết quả, {name}", entry.result, Style.CELL), next(sizes))
    evidence = text_lines(f"{code}:evidence", f"Minh chứng, {name}", entry.evidence, Style.SMALL)
    yield cell(_hints((line.hint,)) + evidence, next(sizes))
    yield cell("".join(_answer(line, state) for state in sheet.scale.states), next(sizes))
    if sheet.points:
        yield from _points(line, sizes)
    note = text_lines(f"{code}:note", f"Ghi chú, lý do, {name}", entry.note, Style.SMALL)
    yield cell(_hints(line.hints) + note, next(sizes), narrow=True)


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
    return paragraph(box + run(f"\u00a0{_label(state.marked_label)}"), Style.CHECK)


def _label(words: str) -> str:
    """Return the label of an answer; one that fits beside its box is never broken."""
    return words.replace(" ", "\u00a0") if len(words) <= LONGEST_UNBROKEN else words
