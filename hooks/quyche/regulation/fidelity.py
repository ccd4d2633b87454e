"""The proof that no word was changed: the raw source, minus the logged repairs, is the text of the regulation."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Protocol, TypeVar

from quyche.regulation.citations import label
from quyche.regulation.faults import DataError, Fault, Problem, Trail, refusal, relative, system_words
from quyche.regulation.index import Index, outside
from quyche.regulation.model import Repair, Source
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import nfc

PrintableT = TypeVar("PrintableT", bound="Printable")
PartT = TypeVar("PartT")


@dataclass(frozen=True)
class PrintedLine:
    """One printed paragraph: its provision (``""`` outside the provisions) and the way to it in the data."""

    id: str
    trail: Trail
    text: str


@dataclass(frozen=True)
class Difference(Problem):
    """Words that are not those of the source; ``id`` is the provision, ``""`` outside the provisions."""

    id: str = ""


def printed_lines(index: Index) -> Iterator[PrintedLine]:
    """Yield the whole text paragraph by paragraph, numbers and headings included, as the source prints it."""
    lines = [PrintedLine("", trail, line) for trail, line in outside(index.regulation.text)]
    front = len(index.regulation.text.front)
    yield from lines[:front]
    for place in index.places:
        parent = place.parents[-1] if place.parents else None
        for key, parts in printed_parts(place.provision, parent, label):
            yield PrintedLine(place.id, (*place.trail, key), " ".join(parts))
    yield from lines[front:]


class Printable(Protocol):
    """A provision; its words are strings, or passages that know where in the source they stand."""

    @property
    def kind(self) -> Kind:
        """What it is."""

    @property
    def heading(self) -> Any:  # noqa: ANN401 -- strings or passages
        """Its title."""

    @property
    def text(self) -> Any:  # noqa: ANN401 -- strings or passages
        """Its text."""

    @property
    def children(self) -> Sequence[Any]:
        """What is inside it."""


def printed_parts(
    item: PrintableT, parent: PrintableT | None, number: Callable[[PrintableT], PartT]
) -> Iterator[tuple[str, list[PartT]]]:
    """Yield the paragraphs in which ``item`` is printed: the field on which each hangs, and the words joined in it.

    ``number`` returns what is printed before the words of a provision, if anything.
    """
    own, words = number(item), [part for part in (item.heading, item.text) if part]
    if item.kind.is_heading:
        yield "num", [own]
        if item.heading:
            yield "heading", [item.heading]
        return
    if not own and parent is not None and parent.text is parent.heading is None and parent.children[0] is item:
        own = number(parent)  # an article without a title runs into its first paragraph
    if words:
        yield "text" if item.text else "heading", [own, *words] if own else words
    elif own and all(map(number, item.children[:1])):
        yield "num", [own]  # a number alone, before clauses that have their own


def raw_text(source: Source, folder: Path) -> str:
    """Return the raw source, read from ``folder``.

    Raises:
        DataError: the file is missing or is not, byte for byte, the one whose SHA-256 the data names.
    """
    file = relative(folder / source.file)
    try:
        raw = (folder / source.file).read_bytes()
    except OSError as error:
        raise refusal(file, f"không đọc được bản nguồn: {system_words(error)}") from error
    digest = hashlib.sha256(raw).hexdigest()
    if digest != source.sha256:
        raise refusal(file, f"bản nguồn đã đổi: SHA-256 là {digest}", f"phải là {source.sha256}")
    try:
        return carrier_text(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise refusal(file, "bản nguồn không phải UTF-8", line=raw.count(b"\n", 0, error.start) + 1) from error


def carrier_text(raw: str) -> str:
    """Return ``raw`` without what its carrier added: the byte order mark, line ends of Windows, decomposed letters."""
    return nfc(raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def repaired(raw: str, source: Source) -> str:
    """Return ``raw`` with every logged repair made.

    Raises:
        DataError: a repair does not begin at its line, or its words do not stand exactly once in the raw source.
    """
    faults = []
    made: list[tuple[int, Repair]] = []
    for number, repair in enumerate(source.repairs, 1):
        start = raw.find(repair.before)
        end = start + len(repair.before)
        line = raw.count("\n", 0, max(start, 0)) + 1
        if start < 0 or raw.find(repair.before, start + 1) >= 0:
            wrong = f"“{repair.before}” không đứng đúng một lần trong bản nguồn"
        elif line != repair.line:
            wrong = f"chỗ sửa ở dòng {line}"
        elif any(start < at + len(other.before) and at < end for at, other in made):
            wrong = f"“{repair.before}” đã được một chỗ sửa khác đổi"
        else:
            made.append((start, repair))
            continue
        faults.append(Fault(source.file, repair.line, f"source.repairs {number}", wrong))
    if faults:
        raise DataError(faults)
    parts, cursor = [], 0
    for start, repair in sorted(made, key=lambda item: item[0]):
        parts += [raw[cursor:start], repair.after]
        cursor = start + len(repair.before)
    return "".join(parts) + raw[cursor:]


def differences(index: Index, folder: Path) -> tuple[Difference, ...]:
    """Return every place where the text is not the repaired source, word for word; empty when faithful.

    Paragraphs are compared after joining runs of white space, which the carrier, not the text, decides.

    Raises:
        DataError: the raw source is missing or changed, or a logged repair does not fit it.
    """
    return text_differences(index, raw_text(index.regulation.source, folder))


def text_differences(index: Index, raw: str) -> tuple[Difference, ...]:
    """Return what ``differences`` does, for a raw source at hand.

    Raises:
        DataError: a logged repair does not fit it.
    """
    source = index.regulation.source
    paragraphs = [" ".join(line.split()) for line in repaired(raw, source).split("\n") if line.strip()]
    lines = list(printed_lines(index))
    if paragraphs == [line.text for line in lines]:
        return ()
    matcher = SequenceMatcher(None, paragraphs, [line.text for line in lines], autojunk=False)
    return tuple(
        _difference(paragraphs[a1:a2], lines[b1:b2], lines[max(0, b1 - 1)])
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
        if tag != "equal"
    )


def _difference(old: list[str], new: list[PrintedLine], before: PrintedLine) -> Difference:
    """Tell what differs in words; ``before`` is the line before the place, for words that the data lost whole."""
    old_words, new_words = " ".join(old).split(), " ".join(line.text for line in new).split()
    steps = SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes()
    told = [
        f"nguồn “{' '.join(old_words[a1:a2])}”, dữ liệu “{' '.join(new_words[b1:b2])}”"
        for tag, a1, a2, b1, b2 in steps
        if tag != "equal"
    ]
    where = next((line for line, words in zip(new, old, strict=False) if line.text != words), new[0] if new else before)
    message = f"lời văn khác bản nguồn: {'; '.join(told[:3])}"
    return Difference(where.trail, message, "sửa lại theo bản nguồn; không sửa bản nguồn", where.id)
