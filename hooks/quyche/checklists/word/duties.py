"""Parts I to III: a line for each duty, a block for each provision."""

from collections.abc import Iterator
from dataclasses import dataclass

from quyche.checklists import paper
from quyche.checklists.model import Block, Checklist, Part, Requirement
from quyche.checklists.word.names import TEXT_HEIGHT, Style
from quyche.checklists.word.xml import (
    Look,
    cell,
    check_box,
    header_row,
    paragraph,
    row,
    run,
    table,
    text_control,
)

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


def duties(checklist: Checklist, width: float) -> str:
    """Return the headings and tables of parts I to III."""
    return "".join(_part(checklist, part, width) for part in checklist.parts)


def heading(words: str, remark: str) -> str:
    """Return the heading of a part; the remark is not bold."""
    return paragraph(run(words) + (run(f" {remark}", Look(bold=False)) if remark else ""), Style.HEADING)


def _part(checklist: Checklist, part: Part, width: float) -> str:
    words, remark = paper.part_line(part)
    top = heading(words, remark)
    if not part.blocks:
        return top + paragraph(run(paper.empty_part(), Look(italic=True)), Style.CELL)
    widths = _widths(width, points=checklist.form.points)
    head = header_row(paper.duty_labels(points=checklist.form.points), widths, Style.SMALL)
    blocks = "".join(_block(checklist, block, widths) for block in part.blocks)
    return top + table((head, blocks), widths, title=words)


def _widths(width: float, *, points: bool) -> tuple[float, ...]:
    """Return the widths of the columns; the quote takes what the others leave."""
    result = RESULT_BESIDE_POINTS if points else RESULT
    evidence = EVIDENCE_BESIDE_POINTS if points else EVIDENCE
    note = NOTE_BESIDE_POINTS if points else NOTE
    others = (CITATION, PERIOD, result, evidence, ANSWER, *(POINTS if points else ()), note)
    return (NUMBER, width - NUMBER - sum(others), *others)


def _block(checklist: Checklist, block: Block, widths: tuple[float, ...]) -> str:
    """Return the rows of one provision, with a faint rule between their citations.

    A cell merged over the rows would leave a page that begins within the block without its citation, unless the rows
    are kept together; but rows that are kept together may vanish in LibreOffice 7.4 where a page ends.
    """
    last = len(block.requirements) - 1
    return "".join(
        row(
            _cells(
                checklist,
                requirement,
                _Citation(block.citation, after_others=number > 0, before_others=number < last),
                widths,
            ),
            height=_least_height(checklist),
            may_break=_height(checklist, requirement, widths) > TALLEST_ROW,
        )
        for number, requirement in enumerate(block.requirements)
    )


@dataclass(frozen=True)
class _Citation:
    """A citation and where in its block it stands."""

    words: str
    after_others: bool
    before_others: bool

    def cell(self, width: float) -> str:
        """Return the cell: after the first of a block smaller and grey, for a page that begins there."""
        style = Style.FOOT if self.after_others else Style.SMALL
        lines = paper.citation_lines(self.words)
        content = "".join(paragraph(run(line), style, align="center") for line in lines)
        return cell(content, width, narrow=True, faint_top=self.after_others, faint_bottom=self.before_others)


def _least_height(checklist: Checklist) -> float:
    return len(checklist.scale.states) * ANSWER_LINE + ROW_FRAME


def _height(checklist: Checklist, requirement: Requirement, widths: tuple[float, ...]) -> float:
    """Return about how many millimetres a line takes."""
    quote = _lines(requirement.quote, LETTER, widths[1]) * LINE
    evidence = _lines(paper.evidence_hint(requirement), HINT_LETTER, widths[5]) * HINT_LINE + LINE
    return max(_least_height(checklist), quote + ROW_FRAME, evidence + ROW_FRAME)


def _lines(words: str, letter: float, width: float) -> int:
    return int(len(words) * letter // (width - CELL_FRAME)) + 1


def _cells(
    checklist: Checklist, requirement: Requirement, citation: _Citation, widths: tuple[float, ...]
) -> Iterator[str]:
    code, line, sizes = requirement.id, f"dòng {requirement.number}", iter(widths)
    number = paragraph(run(str(requirement.number)), Style.CELL, align="center")
    yield cell(number + paragraph(run(code), Style.FOOT, align="center"), next(sizes), narrow=True)
    yield cell(paragraph(run(requirement.quote), Style.CELL), next(sizes))
    yield citation.cell(next(sizes))
    yield cell(paragraph(run(paper.period_words(requirement)), Style.SMALL, align="center"), next(sizes), narrow=True)
    yield cell(paragraph(text_control(f"{code}:result", f"Kết quả, {line}"), Style.CELL), next(sizes))
    evidence = paragraph(text_control(f"{code}:evidence", f"Minh chứng, {line}"), Style.SMALL)
    yield cell(_hints((paper.evidence_hint(requirement),)) + evidence, next(sizes))
    yield cell(_answers(checklist, requirement), next(sizes))
    if checklist.form.points:
        yield from _points(requirement, sizes)
    note = paragraph(text_control(f"{code}:note", f"Ghi chú, lý do, {line}"), Style.SMALL)
    yield cell(_hints(paper.note_hints(checklist, requirement)) + note, next(sizes), narrow=True)


def _points(requirement: Requirement, sizes: Iterator[float]) -> Iterator[str]:
    most = "" if requirement.points is None else str(requirement.points)
    yield cell(paragraph(run(most) if most else "", Style.CELL, align="center"), next(sizes))
    for field, title in (("self", "Tự chấm"), ("reviewer", "Thẩm định")):
        control = text_control(f"{requirement.id}:{field}", f"{title}, dòng {requirement.number}")
        yield cell(paragraph(control, Style.CELL, align="center"), next(sizes))


def _hints(hints: tuple[str, ...]) -> str:
    return "".join(paragraph(run(words), Style.HINT) for words in hints if words)


def _answers(checklist: Checklist, requirement: Requirement) -> str:
    return "".join(
        paragraph(
            check_box(f"{requirement.id}:{state.id}", f"Dòng {requirement.number}: {state.label}")
            + run(f"\u00a0{_label(state.short_label)}"),
            Style.CHECK,
        )
        for state in checklist.scale.states
    )


def _label(words: str) -> str:
    """Return the label of an answer; one that fits beside its box is never broken."""
    return words.replace(" ", "\u00a0") if len(words) <= LONGEST_UNBROKEN else words
