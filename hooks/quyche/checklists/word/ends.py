"""Parts IV to VII and the signatures."""

from collections.abc import Iterator

from quyche.checklists import paper
from quyche.checklists.model import Checklist, LogTask
from quyche.checklists.word.duties import heading
from quyche.checklists.word.heads import date_paragraph
from quyche.checklists.word.names import TEXT_WIDTH, Style
from quyche.checklists.word.xml import Look, Merge, cell, header_row, kept, paragraph, row, run, table, text_control

BOLD = Look(bold=True)
LOG_WIDTHS = (80, 58, 24, 26, 38, 26)
LOG_LINE, TOTALS_LINE, REMARK_BOX, OPINION_BOX, SIGNATURE_BOX = 8, 7.5, 34, 30, 46
LOG_KEPT_TOGETHER = 15
"""Lines of one task that a page holds; more may break."""
LOG_FIELDS = (("due", "Hạn"), ("date", "Ngày thực hiện"), ("document", "Số, ký hiệu"), ("note", "Ghi chú"))
PART_COLUMN, COUNT_COLUMN, SHARE_COLUMN = 52, 24, 31
REMARKS = ("limits", "causes", "praise", "requests")


def log(checklist: Checklist, width: float) -> str:
    """Return part IV: a line for each occasion of the year, without any date."""
    top = heading(*paper.later_headings()[0])
    if not checklist.log:
        return top + paragraph(run(paper.empty_part(), Look(italic=True)), Style.CELL)
    widths = tuple(column * width / TEXT_WIDTH for column in LOG_WIDTHS)
    head = header_row(paper.log_labels(), widths, Style.SMALL)
    rows = (line for task in checklist.log for line in _task(task, widths))
    return top + table((head, *rows), widths, title=paper.later_headings()[0][0])


def _task(task: LogTask, widths: tuple[float, ...]) -> Iterator[str]:
    count = len(task.occasions)
    for number, occasion in enumerate(task.occasions, 1):
        merge: Merge = None if count == 1 else "first" if number == 1 else "more"
        words = _task_words(task) if number == 1 else paragraph("", Style.SMALL)
        controls = (
            text_control(f"{task.duties[0]}/{number}:{field}", f"{title}, {occasion}") for field, title in LOG_FIELDS
        )
        cells = (
            cell(words, widths[0], merge=merge),
            cell(paragraph(run(occasion), Style.SMALL), widths[1], middle=True),
            *(
                cell(paragraph(control, Style.SMALL), column, middle=True)
                for control, column in zip(controls, widths[2:], strict=True)
            ),
        )
        line = row(cells, height=LOG_LINE)
        yield kept(line) if number < count <= LOG_KEPT_TOGETHER else line


def _task_words(task: LogTask) -> str:
    citation = task.citation.replace(" ", "\u00a0")
    words = paragraph(run(f"{citation}. ", BOLD) + run(task.task), Style.SMALL)
    return words + (paragraph(run(f"Gửi: {task.recipients}"), Style.HINT) if task.recipients else "")


def totals(checklist: Checklist, width: float) -> str:
    """Return part V: how many lines, then blanks; nothing is ranked."""
    words, remark = paper.later_headings()[1]
    states = checklist.scale.states
    state_column = (width - PART_COLUMN - COUNT_COLUMN - 2 * SHARE_COLUMN) / len(states)
    widths = (PART_COLUMN, COUNT_COLUMN, *[state_column] * len(states), SHARE_COLUMN, SHARE_COLUMN)
    fields = (*(state.id for state in states), "assessed", "share")
    labels = paper.totals_labels(checklist)
    lines = [(part.id.value, f"{part.number}. {part.title}", len(part.requirements)) for part in checklist.parts]
    lines.append(("all", "Cộng", len(checklist.requirements)))
    rows = []
    for subject, name, count in lines:
        look = Look(bold=True if subject == "all" else None)
        cells = [
            paragraph(run(name, look), Style.CELL),
            paragraph(run(str(count), look), Style.CELL, align="center"),
            *(
                paragraph(text_control(f"{subject}:{field}", f"{label}, {name}", look=look), Style.CELL, align="center")
                for field, label in zip(fields, labels[2:], strict=True)
            ),
        ]
        rows.append(row(map(cell, cells, widths), height=TOTALS_LINE))
    rating = run("Tự xếp loại: ", BOLD) + text_control("rating", "Tự xếp loại", empty="…" * 24)
    return (
        heading(words, remark)
        + kept(table((header_row(labels, widths, Style.SMALL), *rows), widths, title=words))
        + kept(paragraph(run(paper.share_words(checklist.scale)), Style.HINT, before=2))
        + paragraph(rating + run(f" ({checklist.rating})"), Style.CELL, before=4)
    )


def remarks(checklist: Checklist, width: float) -> str:
    """Return part VI: four boxes to write in."""
    words, remark = paper.later_headings()[2]
    boxes = [
        cell(
            paragraph(run(title, BOLD), Style.CELL) + paragraph(text_control(f"remarks:{field}", title), Style.CELL),
            width / 2,
        )
        for field, title in zip(REMARKS, paper.remark_headings(checklist), strict=True)
    ]
    rows = (kept(row(boxes[:2], height=REMARK_BOX)), row(boxes[2:], height=REMARK_BOX))
    return heading(words, remark) + table(rows, (width / 2, width / 2), title=words)


def opinion(_: Checklist, width: float) -> str:
    """Return part VII, kept with the signatures below it."""
    words, remark = paper.later_headings()[3]
    text = paragraph(text_control("remarks:opinion", words), Style.CELL) + paragraph("", Style.CELL) * 3
    box = cell(text + paragraph(run(paper.reviewer_line()), Style.SMALL), width)
    return kept(
        heading(words, remark)
        + table((row((box,), height=OPINION_BOX),), (width,), title=words)
        + paragraph("", Style.CELL, height=8)
    )


def signatures(checklist: Checklist, width: float) -> str:
    """Return who prepared the sheet and who signs it; under a letterhead also who receives it."""
    size = checklist.family.sign_size
    annex = checklist.form.header == "annex"
    prepared = paragraph("", Style.CELL) if annex else ""
    prepared += _centred("NGƯỜI LẬP PHIẾU", Look(bold=True, size=size))
    prepared += _centred("(Ký, ghi rõ họ tên)", Look(italic=True))
    columns = (1 / 2, 1 / 2) if annex else (0.29, 0.31, 0.40)
    texts = (prepared, _signer(checklist)) if annex else (_copies(checklist), prepared, _signer(checklist))
    widths = [width * share for share in columns]
    line = row((cell(text, column) for text, column in zip(texts, widths, strict=True)), height=SIGNATURE_BOX)
    return table((line,), widths, title="Chữ ký", ruled=False) + paragraph("", Style.FOOT, height=1)


def _signer(checklist: Checklist) -> str:
    family = checklist.family
    top = date_paragraph(checklist, 13) if checklist.form.header == "annex" else ""
    on_behalf = paper.on_behalf_line(checklist)
    if on_behalf:
        top += _centred(on_behalf, Look(bold=True, size=family.sign_size))
    position = _centred(checklist.letterhead.position, Look(bold=family.position_bold, size=family.sign_size))
    return top + position + _centred(family.signed_name, Look(italic=True))


def _copies(checklist: Checklist) -> str:
    lines = paper.copies_lines(checklist)
    if not lines:
        return paragraph("", Style.CELL)
    copies = checklist.family.copies
    plain = copies.style == "underline"
    heavy = None if plain else True
    look = Look(bold=heavy, italic=heavy, underline=plain, size=copies.size)
    return paragraph(run("Nơi nhận:", look), Style.CELL) + "".join(
        paragraph(run(line, Look(size=copies.list_size)), Style.CELL) for line in lines
    )


def _centred(words: str, look: Look) -> str:
    return paragraph(run(words, look), Style.CELL, align="center")
