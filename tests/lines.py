"""Every line of the sheets as it stands printed, beside what stands before and behind its words in the text.

``python -m tests.lines [BODY …]`` writes the Word and the PDF files, reads them back and lists their lines, so that a
person can tell whether one says more or less than the text gives that body. One that is not exactly the line of the
model, or begins inside a sentence without a sign, is marked; then the program ends with 1.
"""

import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import zip_longest
from pathlib import Path
from typing import Final, NamedTuple

from docx import Document

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.filling import filled
from quyche.checklists.pdf import write_sheet
from quyche.checklists.sheet import Row, Sheet
from quyche.checklists.word.writing import write_word
from quyche.checklists.wording import worded
from quyche.project import TEMPLATE, load_project
from quyche.regulation.index import Index
from tests.poppler import text_of

SIGNS: Final = ("[", "…")
"""With one of these begins a line that does not begin a sentence."""
REACH: Final = 90
"""Letters of the text on either side of a line's words."""
MILLIMETRE: Final = 72 / 25.4
NUMBERS, WORDS, REST = (edge * MILLIMETRE for edge in (30, 39, 119))
"""Left edges of the columns of the full PDF: of the numbers, of the words, of what stands right of them."""
SAME_LINE: Final = 6.0
"""Points between the tops of words of different sizes on one line, at most."""


class Line(NamedTuple):
    """A line as it stands printed: its running number and its words."""

    number: int
    words: str


class Spot(NamedTuple):
    """A word on a page: its top, its left edge, its letters; it sorts as it is read."""

    top: float
    left: float
    word: str


def in_word(data: bytes) -> list[Line]:
    """Return the lines of parts I to III of a Word file, cells read as they stand in its tables."""
    tables = (table for table in Document(io.BytesIO(data)).tables if table.rows[0].cells[0].text == "TT")
    cells = (row.cells for table in tables for row in table.rows[1:])
    return [Line(int(number.text), words.text) for number, words, *_ in cells if number.text.isdigit()]


def in_pdf(data: bytes) -> list[Line]:
    """Return the lines of parts I to III of a full PDF, by where the words stand on its pages.

    A line begins at its number in the first column; it ends where anything else stands in that column.
    """
    found: list[list[Spot]] = []
    for page in text_of(data, "-bbox").split("<page ")[1:]:
        is_open = False
        for spot in _read(page):
            if spot.left < WORDS:
                is_open = spot.word == str(len(found) + 1)
                found += [[]] if is_open else []
            elif spot.left < REST and is_open:
                found[-1].append(spot)
    return [Line(number, " ".join(spot.word for spot in spots)) for number, spots in enumerate(found, 1)]


def _read(page: str) -> list[Spot]:
    """Return the words of a page, line by line from the left."""
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*)</word>', page)
    spots = sorted(Spot(float(top), float(left), unescape(word)) for left, top, word in words)
    top, read = -SAME_LINE, []
    for spot in spots:
        top = spot.top if spot.top > top + SAME_LINE else top
        read.append(spot._replace(top=top))
    return sorted(read)


def faults(printed: Sequence[Line], rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield number and fault of each line that is not exactly that of the model, or begins inside a sentence unsaid."""
    for number, (line, row) in enumerate(zip_longest(printed, rows), 1):
        if line is None or row is None or line != (row.number, row.line):
            yield number, f"in khác: {line.words if line else '(không có)'}"
        if line and line.words[:1].islower():
            yield number, "bắt đầu giữa câu, không có dấu"


def around(index: Index, code: str) -> tuple[str, str]:
    """Return what stands in the text before and behind the words of a duty."""
    duty = index.duty[code]
    places = [place.provision for place in index.places]
    at = next(number for number, one in enumerate(places) if one.id == duty.provision)
    text = places[at].text or ""
    start = next(one.start for one in index.coverage[duty.provision].stretches if one.entry is duty)
    whole = [" ".join(filter(None, (one.label, one.heading, one.text))) for one in places]
    before = f"{' '.join(whole[max(0, at - 2) : at])} ¶ {text[:start]}"
    behind = f"{text[start + len(duty.quote) :]} ¶ {' '.join(whole[at + 1 : at + 3])}"
    return before[-REACH:], behind[:REACH]


def told(index: Index, sheet: Sheet, read: Mapping[str, Sequence[Line]]) -> Iterator[str]:
    """Yield what is told of a sheet, whose lines were read from the formats ``read``."""
    wrong = {kind: dict(faults(lines, sheet.rows)) for kind, lines in read.items()}
    yield f"# {sheet.body_name} ({sheet.body}): {len(sheet.rows)} dòng"
    for row in sheet.rows:
        before, behind = around(index, row.id)
        yield f"{row.number}. {row.citation} ({row.id})"
        yield f"   trước: {before}"
        printed = {lines[row.number - 1].words for lines in read.values() if len(lines) >= row.number}
        yield from (f"   in:    {words}" for words in printed)
        yield f"   sau:   {behind}"
        yield from (f"   SAI ({kind}): {found[row.number]}" for kind, found in wrong.items() if row.number in found)


def main(bodies: Sequence[str]) -> int:
    """List the lines of ``bodies``, of all without any; return 1 where one is at fault."""
    project = load_project(Path())
    setup = project.setup
    if setup is None:
        return 1
    template = (setup.folder / TEMPLATE).read_bytes()
    count = wrong = 0
    for body in checklist_bodies(project.index):
        if bodies and body.id not in bodies:
            continue
        sheet = filled(worded(build_checklist(project.duties, setup, body), setup))
        read = {
            "Word": in_word(write_word(sheet, template)),
            "PDF": in_pdf(write_sheet([sheet], setup.folder)),
        }
        sys.stdout.writelines(f"{words}\n" for words in told(project.index, sheet, read))
        count += len(sheet.rows)
        wrong += sum(len(list(faults(lines, sheet.rows))) for lines in read.values())
    sys.stdout.write(f"{count} dòng; {wrong} chỗ sai\n")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
