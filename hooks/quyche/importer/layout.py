"""The layout of a text: front, preamble, body, distribution list, signature; and several texts in one file."""

from quyche.importer.grammar import (
    BASIS,
    DISTRIBUTION,
    TITLE_OF_TEXT,
    article_mark,
    heading_mark,
    is_finished,
    opens_signature,
)
from quyche.importer.node import Node, Reading, all_nodes
from quyche.importer.passage import Line
from quyche.importer.tree import TreeReader, continues, settle, width
from quyche.regulation.vocabulary import Kind

LONG = 200
"""A line of the opening with more letters than this is a sentence, not a title."""
SIGNATURE_LINES = 12
MANY = 40
"""More lines than this between headings and articles are no long title."""


def texts(lines: list[Line]) -> list[int]:
    """Return where (index in ``lines``) each text in the file begins: a decree, and the regulation attached to it."""
    begins = [0]
    seen = 0
    last_article = 0
    for number, line in enumerate(lines):
        mark = article_mark(line.passage)
        if not mark:
            continue
        if mark.num == "1" and seen and is_finished(_before(lines, number)):
            begins.append(_front_of(lines, number, last_article))
        seen += 1
        last_article = number
    return begins


def _before(lines: list[Line], number: int) -> str:
    """Return the words before the headings over the line ``number``; headings end nothing, so ``.`` for them."""
    previous = lines[number - 1]
    return previous.text if article_mark(previous.passage) is None and previous.text.islower() else "."


def _front_of(lines: list[Line], number: int, last_article: int) -> int:
    """Return the line at which the text whose Điều 1 is ``number`` begins."""
    between = range(last_article + 1, number)
    for place in between:
        words = lines[place].text
        if TITLE_OF_TEXT.match(words) and words.isupper():
            return place
    return next((place for place in between if heading_mark(lines[place].passage)), number)


def read_layout(lines: list[Line]) -> Reading | None:
    """Return the text in ``lines`` as a tree; ``None`` where it has no Điều."""
    reading = Reading()
    articles = [number for number, line in enumerate(lines) if article_mark(line.passage)]
    if not articles:
        return None
    wide = width(lines)
    start = next(number for number, line in enumerate(lines) if number == articles[0] or heading_mark(line.passage))
    _opening(reading, lines[:start], wide)
    reader = TreeReader(reading, lines, wide)
    end = len(lines)
    for number in range(start, len(lines)):
        line = lines[number]
        if number > articles[-1] and _opens_end(line, reader.words):
            end = number
            break
        reader.read(line)
    _ending(reading, lines[end:])
    for node in _articles(reading.body):
        settle(node, reading)
    in_articles = sum(1 for article in _articles(reading.body) for _ in all_nodes([article]))
    if reader.loose > max(MANY, in_articles):
        return None  # a text divided otherwise; the Điều stands in a sample form inside it
    return reading if in_articles else None


def _opens_end(line: Line, before: str) -> bool:
    found = DISTRIBUTION.match(line.text)
    if found and (found.end() == len(line.text) or line.text[found.end() - 1] == ":"):
        return True
    return opens_signature(line.text) and (line.apart or is_finished(before))


def _articles(nodes: list[Node]) -> list[Node]:
    return [found for node in nodes for found in ([node] if node.kind is Kind.ARTICLE else _articles(node.children))]


def _opening(reading: Reading, lines: list[Line], wide: int | None) -> None:
    """Titles until the first “Căn cứ” or the first long sentence; from there the preamble."""
    last: Line | None = None
    for line in lines:
        begins = bool(BASIS.match(line.text)) or len(line.text) > LONG
        if not reading.preamble and not begins:
            reading.front.append(line.passage)
            continue
        node = reading.preamble[-1] if reading.preamble else None
        if node and node.text and last and not BASIS.match(line.text) and continues(node.text.text, last, line, wide):
            node.text = node.text.joined(line.passage)
        else:
            reading.preamble.append(Node(Kind.PARAGRAPH, line.number, text=line.passage))
        last = line


def _ending(reading: Reading, lines: list[Line]) -> None:
    """The distribution list, then the signature; where they stand the other way round, all goes to the signature."""
    if lines and (found := DISTRIBUTION.match(lines[0].text)):
        first = lines[0].passage
        reading.distribution = [first.cut(0, found.end())]
        if rest := first.cut(found.end()).text:
            reading.distribution.append(first.cut(found.end()))
            reading.doubt(lines[0].number, f"“{rest}” đứng cùng dòng với “Nơi nhận”; tách thành một dòng.")
        place = next((n for n, line in enumerate(lines) if n and opens_signature(line.text)), None)
        items = lines[1:place] if place else _items(lines)
        reading.distribution += [line.passage for line in items]
        lines = lines[1 + len(items) :]
    reading.signature = [line.passage for line in lines]
    if len(lines) > SIGNATURE_LINES:
        reading.doubt(
            lines[SIGNATURE_LINES].number,
            f"Phần sau chữ ký còn {len(lines) - SIGNATURE_LINES} dòng chưa xếp được (phụ lục, bảng); giữ ở signature.",
        )
    elif any(DISTRIBUTION.match(line.text) for line in lines):
        reading.doubt(lines[0].number, "Nơi nhận đứng sau chữ ký; để nguyên ở signature, theo thứ tự của nguồn.")


def _items(lines: list[Line]) -> list[Line]:
    """Return the items where nothing tells the signature: those that begin with a dash, or all."""
    dashed = [line for line in lines[1:] if line.text[0] in "-–—+•"]
    return lines[1 : 1 + len(dashed)] if dashed and lines[1 : 1 + len(dashed)] == dashed else lines[1:]
