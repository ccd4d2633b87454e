"""The words of a Word file, paragraph by paragraph, with the numbers that Word writes by itself."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from quyche.vietnamese.numerals import to_roman

Element = Any
"""An lxml element; lxml brings no types."""

LETTERS = "abcdefghijklmnopqrstuvwxyz"
SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def word_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the words of the Word file ``data``, a line a paragraph, and what was found about it.

    Raises:
        ValueError: ``data`` is no Word file; the message is for the reader.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise ValueError("tệp không phải tệp Word .docx, hoặc đã hỏng") from error
    numbers = _Numbers(document)
    lines = [line for paragraph in _paragraphs(document.element.body) for line in _lines(paragraph, numbers)]
    notes = ["Lấy chữ từ tệp Word; bản nguồn được lưu dạng văn bản thuần (.txt)."]
    if numbers.used:
        notes.append(f"{numbers.used} số do Word tự đánh đã được ghi ra thành chữ; đối chiếu với bản in.")
    return "".join(f"{line}\n" for line in lines), tuple(notes)


def _paragraphs(root: Element) -> Iterator[Element]:
    for child in root:
        if child.tag in SKIPPED:
            continue
        if child.tag == qn("w:p"):
            yield child
        yield from _paragraphs(child)


def _lines(paragraph: Element, numbers: "_Numbers") -> list[str]:
    words = numbers.label(paragraph) + "".join(_words(paragraph))
    return words.split("\n")


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in SKIPPED or child.tag == qn("w:p"):
            continue
        if child.tag == qn("w:t"):
            yield (child.text or "").replace("\n", " ")
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        else:
            yield from _words(child)


class _Numbers:
    """Counts the numbered paragraphs as Word does."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401 -- python-docx's document
        self.used = 0
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._styles = {style.element.get(qn("w:styleId")): style.element for style in document.styles}
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._abstract: dict[str, str] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for number in root.findall(qn("w:num")):
            self._abstract[number.get(qn("w:numId"))] = _value(number, "w:abstractNumId") or ""
        for abstract in root.findall(qn("w:abstractNum")):
            for level in abstract.findall(qn("w:lvl")):
                key = (abstract.get(qn("w:abstractNumId")), int(level.get(qn("w:ilvl"))))
                start = int(_value(level, "w:start") or 1)
                self._levels[key] = (_value(level, "w:numFmt") or "", _value(level, "w:lvlText") or "", start)

    def label(self, paragraph: Element) -> str:
        """Return the number that Word prints before ``paragraph``, with a space; ``""`` where there is none."""
        properties = paragraph.find(qn("w:pPr"))
        style = None if properties is None else self._styles.get(_value(properties, "w:pStyle"))
        for holder in (properties, None if style is None else style.find(qn("w:pPr"))):
            numbering = None if holder is None else holder.find(qn("w:numPr"))
            if numbering is not None:
                return self._next(_value(numbering, "w:numId") or "", int(_value(numbering, "w:ilvl") or 0))
        return ""

    def _next(self, number: str, depth: int) -> str:
        abstract = self._abstract.get(number, "")
        form, pattern, start = self._levels.get((abstract, depth), ("", "", 1))
        if form in ("", "none", "bullet"):
            return "- " if form == "bullet" else ""
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        for level in range(depth + 1):
            own_form, _, own_start = self._levels.get((abstract, level), ("decimal", "", 1))
            pattern = pattern.replace(f"%{level + 1}", _written(counts.setdefault(level, own_start), own_form))
        self.used += 1
        return f"{pattern} "


def _written(count: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return LETTERS[(count - 1) % len(LETTERS)]
        case "upperLetter":
            return LETTERS[(count - 1) % len(LETTERS)].upper()
        case "lowerRoman":
            return to_roman(count).lower()
        case "upperRoman":
            return to_roman(count)
        case _:
            return str(count)


def _value(element: Element, name: str) -> str | None:
    found = element.find(qn(name))
    return None if found is None else found.get(qn("w:val"))
