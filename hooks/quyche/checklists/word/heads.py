"""What stands around the parts: annex or letterhead, unit, how to fill the sheet in; the signatures."""

from quyche.checklists.fitting import ems
from quyche.checklists.sheet import Head, Sheet
from quyche.checklists.word.names import Style
from quyche.checklists.word.xml import BOLD, PLAIN, TAB, Look, cell, centred, paragraph, row, run, table, text_control
from quyche.checklists.wording import WORDS

DATE_SIZE, SIGNATURE_BOX = 13, 46
GUIDE_SIZE = 10.5
CELL_MARGINS = 3
SUBJECT_RULE = 50
POINT = 25.4 / 72
"""Millimetres."""


def head(sheet: Sheet, width: float) -> str:
    """Return the top: what the annex belongs to, or the letterhead."""
    return _annex(sheet) if sheet.head.annex else _letterhead(sheet, width)


def _annex(sheet: Sheet) -> str:
    over, under = sheet.head.annex or ("", "")
    return (
        paragraph(run(over), Style.TITLE)
        + paragraph(_with_year(sheet, sheet.head.title.upper()), Style.TITLE)
        + paragraph(_with(under, sheet.unit.words, "unit", "Đơn vị"), Style.ANNEX)
    )


def _with_year(sheet: Sheet, words: str, look: Look = PLAIN) -> str:
    return _with(words, sheet.year, "year", "Năm", look)


def _with(words: str, value: str, tag: str, title: str, look: Look = PLAIN) -> str:
    """Return ``words`` with ``value``, or the blank where it would stand, in a control: the last that is there."""
    empty = WORDS["blanks"][tag]
    before, _, after = words.rpartition(value or empty)
    control = text_control(tag, title, value or None, empty=empty, look=look)
    return (run(before, look) if before else "") + control + (run(after, look) if after else "")


def _letterhead(sheet: Sheet, width: float) -> str:
    top, family = sheet.head, sheet.head.family
    left, right = width * 4 / 9, width * 5 / 9
    number = centred(f"{top.number}              {top.symbol}", Look(size=family.number_size))
    date = centred(top.date, Look(italic=True, size=family.date_size))
    rows = (
        row(map(cell, texts, (left, right))) for texts in ((_issuer(top, left), _motto(top, right)), (number, date))
    )
    kind = paragraph(run(top.kind.upper(), Look(size=family.title_size)), Style.TITLE, before=8) if top.kind else ""
    subject = paragraph(_with_year(sheet, top.subject, Look(size=family.subject_size)), Style.TITLE)
    letterhead = table(rows, (left, right), title="Phần đầu văn bản", ruled=False)
    return letterhead + kind + subject + _under_subject(top, width)


def _issuer(top: Head, width: float) -> str:
    size, rule = top.family.left_size, top.family.left_rule
    lines = [(line, False) for line in top.superior] + [(line, True) for line in top.issuer]
    content = "".join(centred(line, Look(bold=bold, size=size)) for line, bold in lines)
    if top.family.left_mark:
        content += centred(top.family.left_mark, Look(size=size))
    if rule:
        content += _rule(width - CELL_MARGINS, max(_length(line, size) for line in top.issuer) * rule)
    return content


def _motto(top: Head, width: float) -> str:
    lines = top.family.right
    content = "".join(centred(line.text, Look(bold=True, size=line.size)) for line in lines)
    return content + (_rule(width - CELL_MARGINS, _length(lines[-1].text, lines[-1].size)) if lines else "")


def _under_subject(top: Head, width: float) -> str:
    mark = top.family.subject_mark
    if mark:
        return paragraph(run(mark, Look(bold=False)), Style.TITLE, after=4)
    return _rule(width, SUBJECT_RULE)


def _rule(available: float, length: float) -> str:
    return paragraph("", Style.CELL, height=4, before=2, after=4, rule_between=max((available - length) / 2, 0))


def _length(words: str, size: float) -> float:
    """Return how many millimetres ``words`` take."""
    return ems(words) * size * POINT


def unit(sheet: Sheet, width: float) -> str:
    """Return the lines of the unit and of what the evaluation rests on."""
    value = text_control("unit", "Đơn vị", sheet.unit.words or None, empty="…" * 25)
    kind = run(f"{sheet.kind.label} ", BOLD) + run(sheet.kind.words)
    return paragraph(
        run(f"{sheet.unit.label} ", BOLD) + value + TAB + kind, Style.CELL, tab_stop=width / 2 + 2
    ) + paragraph(run(f"{sheet.basis.label} ", BOLD) + run(sheet.basis.words), Style.CELL, after=4)


def scale(sheet: Sheet, width: float) -> str:
    """Return the box that defines the answers and says what to know before using the sheet."""
    heading, plain = Look(bold=True, size=GUIDE_SIZE), Look(size=GUIDE_SIZE)
    key = sheet.key
    answers = paragraph(run(key.states, heading), Style.SMALL) + "".join(
        paragraph(
            run(f"{state.label}* {key.reason}: " if state.needs_reason else f"{state.label}: ", heading)
            + run(state.definition, plain),
            Style.SMALL,
        )
        for state in sheet.scale.states
    )
    notices = paragraph(run(key.notices_label, heading), Style.SMALL) + "".join(
        paragraph(run(f"– {words}", plain), Style.SMALL) for words in key.notices
    )
    widths = (width * 0.42, width * 0.58)
    return table((row(map(cell, (answers, notices), widths)),), widths, title="Cách ghi")


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
    line = row(map(cell, texts, widths), height=SIGNATURE_BOX)
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
