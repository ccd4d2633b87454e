"""The top of the sheet: annex or letterhead, unit, how to fill it in."""

from quyche.checklists import paper
from quyche.checklists.model import Checklist
from quyche.checklists.word.names import Style
from quyche.checklists.word.xml import PLAIN, Look, cell, paragraph, row, run, tab, table, text_control

BOLD = Look(bold=True)
GUIDE_SIZE = 10.5
CELL_MARGINS = 3
SUBJECT_RULE = 50
NARROW, WIDE, CAPITAL, SMALL = 0.30, 0.50, 0.72, " .,-…iIlj"
"""Widths of letters of Times New Roman in ems, near enough for the length of a rule below words."""


def head(checklist: Checklist, width: float) -> str:
    """Return the top: what the annex belongs to, or the letterhead."""
    return _annex(checklist) if checklist.form.header == "annex" else _letterhead(checklist, width)


def _annex(checklist: Checklist) -> str:
    return (
        paragraph(run("Phụ lục ………"), Style.TITLE)
        + paragraph(_with_year(checklist, paper.title(checklist).upper()), Style.TITLE)
        + paragraph(_with_unit(checklist, paper.annex_line(checklist)), Style.ANNEX)
    )


def _with_year(checklist: Checklist, words: str, look: Look = PLAIN) -> str:
    return _with(words, paper.year(checklist), "year", "Năm", filled=checklist.year is not None, look=look)


def _with_unit(checklist: Checklist, words: str) -> str:
    return _with(words, paper.unit(checklist), "unit", "Đơn vị", filled=checklist.unit is not None, look=PLAIN)


def _with(words: str, value: str, tag: str, title: str, *, filled: bool, look: Look) -> str:  # noqa: PLR0913 -- what to look for, and the control that takes its place
    """Return ``words`` with ``value``, where it stands last, in a control."""
    before, _, after = words.rpartition(value)
    control = text_control(tag, title, value if filled else None, empty=value, look=look)
    return (run(before, look) if before else "") + control + (run(after, look) if after else "")


def _letterhead(checklist: Checklist, width: float) -> str:
    family = checklist.family
    left, right = width * 4 / 9, width * 5 / 9
    number = f"{family.number}              {checklist.letterhead.symbol}"
    kind, subject = paper.title_lines(checklist)
    title = paragraph(run(kind.upper(), Look(size=family.title_size)), Style.TITLE, before=8) if kind else ""
    return (
        table(
            (
                row((cell(_issuer(checklist, left), left), cell(_motto(checklist, right), right))),
                row(
                    (
                        cell(paragraph(run(number, Look(size=family.number_size)), Style.CELL, align="center"), left),
                        cell(date_paragraph(checklist, family.date_size), right),
                    )
                ),
            ),
            (left, right),
            title="Phần đầu văn bản",
            ruled=False,
        )
        + title
        + paragraph(_with_year(checklist, subject, Look(size=family.subject_size)), Style.TITLE)
        + _under_subject(checklist, width)
    )


def _issuer(checklist: Checklist, width: float) -> str:
    family = checklist.family
    issuer = paper.issuer_lines(checklist)
    lines = [(line, False) for line in paper.superior_lines(checklist)] + [(line, True) for line in issuer]
    content = "".join(_centred(line, Look(bold=bold, size=family.left_size)) for line, bold in lines)
    if family.left_mark:
        content += _centred(family.left_mark, Look(size=family.left_size))
    if family.left_rule:
        content += _rule(
            width - CELL_MARGINS, max(_length(line, family.left_size) for line in issuer) * family.left_rule
        )
    return content


def _motto(checklist: Checklist, width: float) -> str:
    lines = checklist.family.right
    content = "".join(_centred(line.text, Look(bold=True, size=line.size)) for line in lines)
    return content + (_rule(width - CELL_MARGINS, _length(lines[-1].text, lines[-1].size)) if lines else "")


def _under_subject(checklist: Checklist, width: float) -> str:
    mark = checklist.family.subject_mark
    if mark:
        return paragraph(run(mark, Look(bold=False)), Style.TITLE, after=4)
    return _rule(width, SUBJECT_RULE)


def date_paragraph(checklist: Checklist, size: float) -> str:
    """Return the line of place and date."""
    return _centred(paper.date_line(checklist), Look(italic=True, size=size))


def _centred(words: str, look: Look) -> str:
    return paragraph(run(words, look), Style.CELL, align="center")


def _rule(available: float, length: float) -> str:
    return paragraph("", Style.CELL, height=4, before=2, after=4, rule_between=max((available - length) / 2, 0))


def _length(words: str, size: float) -> float:
    ems = sum(NARROW if letter in SMALL else CAPITAL if letter.isupper() else WIDE for letter in words)
    return ems * size * 25.4 / 72


def unit(checklist: Checklist, width: float) -> str:
    """Return the lines of the unit and of what the evaluation rests on."""
    value = text_control("unit", "Đơn vị", checklist.unit, empty="…" * 25)
    kind = run("Loại phiếu: ", BOLD) + run(checklist.body_name)
    return paragraph(run("Đơn vị: ", BOLD) + value + tab() + kind, Style.CELL, tab_stop=width / 2 + 2) + paragraph(
        run("Căn cứ: ", BOLD) + run(paper.basis_line(checklist)), Style.CELL, after=4
    )


def scale(checklist: Checklist, width: float) -> str:
    """Return the box that defines the answers and says what to know before using the sheet."""
    heading, plain = Look(bold=True, size=GUIDE_SIZE), Look(size=GUIDE_SIZE)
    answers = paragraph(run("Cột “Tự đánh giá”: mỗi dòng đánh dấu một ô", heading), Style.SMALL) + "".join(
        paragraph(run(f"{state.label}: ", heading) + run(state.definition, plain), Style.SMALL)
        for state in checklist.scale.states
    )
    notices = paragraph(run("Lưu ý", heading), Style.SMALL) + "".join(
        paragraph(run(f"– {words}", plain), Style.SMALL) for words in paper.notices(checklist)
    )
    left, right = width * 0.42, width * 0.58
    return table((row((cell(answers, left), cell(notices, right))),), (left, right), title="Cách ghi")
