"""The lines of a source without what its carrier put there: marks of bold and headings, rules, page numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from quyche.importer.grammar import BULLET
from quyche.importer.passage import Line, Passage

PAGE = re.compile(r"\W*(?:trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
NUMBER_SIGN = re.compile(r"\d\s*[.):]\s*")
HASHES = re.compile(r"\s*(?:>\s*)*#{1,6}\s+|\s*(?:>\s+)+")
BOLD = re.compile(r"\*{2,}|__(?=\S)|(?<=\S)__")
ITALIC = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
GLUED = re.compile(r"(?<=[^\s(“\"'\[/])(?=(?:Điều|ĐIỀU)\s+(\d{1,3})\s*[.:]\s*([^\W\d_]))")
GLUED_HEADING = re.compile(r"(?<=[^\s(“\"'\[/])(?=(?:CHƯƠNG|Chương|MỤC|Mục)\s+(?:[IVXLC]+|\d{1,2})\s*$)")
LINE_ARTICLE = re.compile(r"^[\s#>*_]*(?:Điều|ĐIỀU)\s*(\d{1,3})(?!\w)", re.MULTILINE)
NEAR = 6
"""Page numbers follow each other; some pages carry none, so small leaps are allowed. A larger one is no page number."""


@dataclass
class Cleaned:
    """The lines that are left, the stretches in italics (start, end in the source), and page numbers (line, words)."""

    lines: list[Line] = field(default_factory=list)
    italics: list[tuple[int, int]] = field(default_factory=list)
    pages: list[tuple[int, str]] = field(default_factory=list)


def clean(raw: str, *, is_markdown: bool) -> Cleaned:
    """Return the lines of ``raw``, cleaned; every letter that is left out is a mark, hidden, or a page number."""
    cleaned = Cleaned()
    opened = {int(number) for number in LINE_ARTICLE.findall(raw)}
    offset, apart, page = 0, False, 0
    for number, line in enumerate(raw.split("\n"), 1):
        whole = Passage(line, tuple(range(offset, offset + len(line)))).cut(0)
        offset += len(line) + 1
        found = PAGE.fullmatch(whole.text)
        if found and not NUMBER_SIGN.fullmatch(whole.text) and page < int(found[1]) <= page + NEAR:
            page = int(found[1])
            cleaned.pages.append((number, whole.words))
            continue
        passage, italics = _unmarked(whole, is_markdown=is_markdown)
        if not any(letter.isalnum() for letter in passage.text):
            apart = apart or not whole.text
            continue
        cleaned.italics += italics
        for part in _unglued(passage, opened):
            cleaned.lines.append(Line(part, number, apart, len(line.rstrip())))
            apart = True
        apart = False
    return cleaned


def _unmarked(passage: Passage, *, is_markdown: bool) -> tuple[Passage, list[tuple[int, int]]]:
    hidden = [(n, n + 1) for n, letter in enumerate(passage.text) if not (letter.isprintable() or letter.isspace())]
    passage = passage.without(hidden)
    if passage.text[:1] in "#>":
        found = HASHES.match(passage.text)
        passage = passage.cut(found.end()) if found else passage
    if is_markdown and "\\" in passage.text:
        passage = passage.without([found.span() for found in ESCAPE.finditer(passage.text)])
    if "**" in passage.text or "__" in passage.text:
        passage = passage.without([found.span() for found in BOLD.finditer(passage.text)])
    passage, italics = without_italics(passage)
    found = BULLET.match(passage.text)
    return (passage.cut(found.end()) if found else passage), italics


def without_italics(passage: Passage) -> tuple[Passage, list[tuple[int, int]]]:
    """Return ``passage`` without paired single asterisks, and where in the source the words between them stand."""
    if "*" not in passage.text:
        return passage, []
    pairs = list(ITALIC.finditer(passage.text))
    stretches = [(passage.at[found.start(1)], passage.at[found.end(1) - 1] + 1) for found in pairs]
    marks = [span for found in pairs for span in ((found.start(), found.start() + 1), (found.end() - 1, found.end()))]
    return passage.without(marks), stretches


def _unglued(passage: Passage, opened: set[int]) -> Iterator[Passage]:
    """Cut ``passage`` before a heading that sticks to the words before it and stands nowhere at a line's beginning."""
    cuts = [
        found.start() for found in GLUED.finditer(passage.text) if int(found[1]) not in opened and found[2].isupper()
    ]
    cuts += [found.start() for found in GLUED_HEADING.finditer(passage.text)]
    places = [0, *sorted(cuts), len(passage.text)]
    yield from (passage.cut(start, end) for start, end in pairwise(places))
