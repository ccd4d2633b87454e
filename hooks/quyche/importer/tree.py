"""From lines to a tree of provisions. Every line finds a place; where the place is doubtful, that is told."""

from collections.abc import Callable, Iterator

from quyche.importer.grammar import (
    FOLLOWED,
    Mark,
    article_mark,
    bare_clause_mark,
    clause_mark,
    heading_mark,
    is_finished,
    leads_on,
    point_mark,
    subnumber_mark,
)
from quyche.importer.node import Node, Reading
from quyche.importer.passage import Line, Passage
from quyche.regulation.index import grouped
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.numerals import ordinal

WIDEST = 120
FEWEST = 8
FULL = 0.75
SHARE = 0.3
RANKS = (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)
LEAP = 3
"""A number that leaps farther than this in the middle of a sentence is part of the sentence, not a missing clause."""


def width(lines: list[Line]) -> int | None:
    """Return the width in letters at which a program broke the lines of the text; ``None`` where none did."""
    lengths = [line.length for line in lines]
    longest = max(lengths, default=0)
    full = sum(1 for length in lengths if length >= FULL * longest)
    return longest if len(lines) >= FEWEST and longest <= WIDEST and full >= SHARE * len(lines) else None


def continues(before: str, last: Line, line: Line, wide: int | None) -> bool:
    """Tell whether ``line`` goes on with the words ``before``, whose last line is ``last``."""
    words = line.text
    if words[0] in "-–—+•" or not before:
        return False
    if wide is not None and not line.apart and last.length + 1 + len(words.split(maxsplit=1)[0]) > wide:
        return True  # it stands on its own only because the line before it was full
    return not is_finished(before) and (words[0].islower() or leads_on(before))


class TreeReader:
    """Reads the lines of the body, one after another.

    Each line goes through three steps: what its beginning may be (``_marks``), whether it is that here (``_is_cited``,
    ``_is_number``), and where it stands. Between lines it holds what is open: the headings around, and the way from the
    article to the innermost numbered provision.
    """

    def __init__(self, reading: Reading, lines: list[Line], wide: int | None) -> None:
        self._reading = reading
        self._wide = wide
        self._headings: list[Node] = []
        self._open: list[Node] = []
        self._last: Node | None = None
        self._line: Line | None = None
        self._article_number = 0
        self.loose = 0
        marks = ((article_mark(line.passage), line.number) for line in lines)
        self._later = grouped((mark.num, number) for mark, number in marks if mark)

    def read(self, line: Line) -> None:
        """Put ``line`` in its place: as what its beginning says, if it is that here, else as words without a mark."""
        if not any(mark and place(mark, line) for mark, place in self._marks(line)):
            self._unmarked(line)
        self._line = line

    @property
    def words(self) -> str:
        """The last words read, into which the next line may run."""
        found = self._last and (self._last.text or self._last.heading)
        return found.text if found else ""

    def _marks(self, line: Line) -> Iterator[tuple[Mark | None, Callable[[Mark, Line], bool]]]:
        """Yield what ``line`` may open, and what places it or tells that it does not fit; at most one mark is there."""
        yield heading_mark(line.passage), self._heading
        yield article_mark(line.passage), self._article
        if self._open:
            yield subnumber_mark(line.passage), self._subnumber
            yield clause_mark(line.passage), self._clause
            yield point_mark(line.passage), self._point
            yield bare_clause_mark(line.passage), self._bare_clause

    def _heading(self, mark: Mark, line: Line) -> bool:
        if self._in_text and self._runs_on(line):
            return False
        rank = RANKS.index(mark.kind)
        self._headings = [above for above in self._headings if RANKS.index(above.kind) < rank]
        node = Node(mark.kind, line.number, mark.num, mark.label, heading=mark.rest if mark.rest.text else None)
        self._holder.append(node)
        self._headings.append(node)
        self._open, self._last = [], node
        return True

    def _article(self, mark: Mark, line: Line) -> bool:
        if self._is_cited(mark, line):
            return False
        node = Node(Kind.ARTICLE, line.number, mark.num, mark.label, text=mark.rest if mark.rest.text else None)
        self._holder.append(node)
        self._article_number = ordinal(mark.num) or self._article_number
        self._open, self._last = [node], node
        return True

    @property
    def _holder(self) -> list[Node]:
        """Where the next heading or article goes."""
        return self._headings[-1].children if self._headings else self._reading.body

    def _clause(self, mark: Mark, line: Line) -> bool:
        return self._numbered(mark, line, self._open[0], self._open[0])

    def _bare_clause(self, mark: Mark, line: Line) -> bool:
        """Take a number without its dot only where it is the next one and a sentence, or the title, has just ended."""
        numbers = [ordinal(child.num) for child in self._open[0].children if child.kind is Kind.CLAUSE and child.num]
        is_next = ordinal(mark.num) == ((numbers[-1] or 0) if numbers else 0) + 1
        if not is_next or not (is_finished(self.words) or self._last is self._open[0]) or self._hanging():
            return False
        self._reading.doubt(line.number, f"“{mark.label.words}” được hiểu là số khoản, dù thiếu dấu chấm.")
        return self._clause(mark, line)

    def _subnumber(self, mark: Mark, line: Line) -> bool:
        """Take 2.1 only under an open 2; under Điều 2 itself only where it has no clauses."""
        above = mark.num.rpartition(".")[0]
        holder = next((node for node in reversed(self._open) if node.num == above), None)
        clauses = len(self._open) > 1 and self._open[1].kind is Kind.CLAUSE
        if holder is None or (holder.kind is Kind.ARTICLE and clauses):
            return False
        return self._numbered(mark, line, holder, holder)

    def _point(self, mark: Mark, line: Line) -> bool:
        """Take a letter under the innermost number, or under the paragraph after it whose row of letters it is."""
        number = next(node for node in reversed(self._open) if not _is_letter(node))
        last = number.children[-1] if number.children else None
        holder = number
        if last and last.kind is Kind.PARAGRAPH:
            begins_anew = mark.num == "a" and any(map(_is_letter, number.children))
            goes_on = mark.num != "a" and bool(last.children)
            holder = last if begins_anew or goes_on else number
        return self._numbered(mark, line, holder, number)

    def _numbered(self, mark: Mark, line: Line, holder: Node, above: Node) -> bool:
        """Put a number into ``holder`` and leave open the way to ``above`` and the new one; tell if it is no number."""
        if not self._is_number(mark, holder, line):
            return False
        node = Node(mark.kind, line.number, mark.num, mark.label, text=mark.rest)
        holder.children.append(node)
        self._open[self._open.index(above) + 1 :] = [node]
        self._last = node
        return True

    def _is_cited(self, mark: Mark, line: Line) -> bool:
        """Tell whether an article is only named, by a line that broke in the middle of a sentence."""
        if not self._in_text or is_finished(self.words):
            return False
        number, before = ordinal(mark.num) or 0, self._article_number
        later = any(place > line.number for place in self._later.get(mark.num, ()))
        if self._hanging() and (later or number != before + 1):
            self._reading.doubt(line.number, f"“{mark.label.words}” ở đầu dòng là lời dẫn, không phải tên điều.")
            return True
        if later and number <= before:
            self._reading.doubt(line.number, f"“{mark.label.words}” ở đầu dòng được hiểu là lời dẫn.")
            return True
        return False

    def _is_number(self, mark: Mark, holder: Node, line: Line) -> bool:
        """Tell whether the number is one: the next in its row, or at the beginning of a sentence of its own."""
        same = [child.num for child in holder.children if child.kind is mark.kind and child.num]
        before = ordinal(same[-1]) or 0 if same else 0
        number = ordinal(mark.num) or 0
        if number == before + 1:
            return self._last is self._open[0] or not self._hanging()
        if is_finished(self.words) or self._last is holder:
            return True
        if 0 < number - before <= LEAP and not leads_on(self.words):
            return True
        self._reading.doubt(line.number, f"“{mark.label.words}” ở đầu dòng được hiểu là phần nối của câu trước.")
        return False

    def _unmarked(self, line: Line) -> None:
        if not self._open:
            self._title(line)
            return
        if self._last is self._open[0] and self._last.text is None:  # the number of the article stood alone
            self._last.text = line.passage
        elif self._last and self._last.text and self._line and continues(self.words, self._line, line, self._wide):
            self._last.text = self._last.text.joined(line.passage)
        else:
            self._paragraph(line)

    def _paragraph(self, line: Line) -> None:
        is_item = line.text[0] in "-–—+•"
        if not is_item and self._last is not self._open[0] and not is_finished(self.words):
            self._reading.doubt(
                line.number, "Đoạn này bắt đầu khi câu trước chưa có dấu kết thúc; xem có phải một câu."
            )
        elif line.text[0].islower():
            self._reading.doubt(line.number, "Đoạn này bắt đầu bằng chữ thường; xem có phải nối câu trước.")
        holder = self._open[-1]
        if not is_item:  # a paragraph after points speaks for the whole clause
            holder = next(node for node in reversed(self._open) if node.kind is not Kind.POINT)
        node = Node(Kind.PARAGRAPH, line.number, text=line.passage)
        holder.children.append(node)
        self._last = node

    def _title(self, line: Line) -> None:
        last = self._headings[-1]
        if last.heading is None:
            last.heading = line.passage
            return
        in_capitals = last.heading.text.isupper() and line.text.isupper()
        runs_on = self._line and continues(last.heading.text, self._line, line, self._wide)
        if not (in_capitals or runs_on):
            self.loose += 1
            self._reading.doubt(line.number, "Dòng này đứng giữa tên chương, mục và điều; tạm nối vào tên chương, mục.")
        last.heading = last.heading.joined(line.passage)

    @property
    def _in_text(self) -> bool:
        return bool(self._open and self._last and self._last.text)

    def _hanging(self) -> bool:
        """Tell whether the last word before wants what comes: “tại”, “và”, “khoản”."""
        words = self.words.split()
        return bool(words) and words[-1].lower() in FOLLOWED

    def _runs_on(self, line: Line) -> bool:
        return self._hanging() or bool(self._line and not is_finished(self.words) and line.text[0].islower())


def _is_letter(node: Node) -> bool:
    return (node.num or "").isalpha()


def settle(article: Node, reading: Reading) -> None:
    """Decide whether the words on the article's own line are its title, its text or its first paragraph."""
    opening = article.text
    if opening is None:
        if not article.children:
            reading.error(article.line, f"Điều {article.num} không có lời văn.")
        return
    if not article.children:
        return
    only_paragraphs = all(child.kind is Kind.PARAGRAPH for child in article.children)
    if not is_finished(opening.text):
        article.heading, article.text = opening, None
    elif _is_short(opening) and not only_paragraphs:
        reading.doubt(article.line, f"“{opening.words}” được hiểu là tên Điều {article.num}, dù có dấu chấm cuối.")
        article.heading, article.text = opening, None
    elif only_paragraphs:
        article.children.insert(0, Node(Kind.PARAGRAPH, article.line, text=opening))
        article.text = None


def _is_short(opening: Passage) -> bool:
    words = opening.words
    return words.endswith(".") and words.count(". ") == 0 and len(words.split()) <= 12  # noqa: PLR2004 -- longer ones are sentences
