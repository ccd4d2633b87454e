"""The proof that no word was changed: the raw source, minus the logged repairs, is the text of the regulation."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from quyche.regulation.citations import label
from quyche.regulation.faults import DataError, Fault, relative
from quyche.regulation.index import Index
from quyche.regulation.model import Provision, Source


@dataclass(frozen=True)
class Line:
    """One printed paragraph and the id of the provision it belongs to (``""`` outside the provisions)."""

    id: str
    text: str


def printed_lines(index: Index) -> Iterator[Line]:
    """Yield the whole text paragraph by paragraph, numbers and headings included, as the source prints it."""
    text = index.regulation.text
    yield from (Line("", line) for line in text.front)
    for place in index.places:
        yield from _provision_lines(place.provision, place.parents[-1] if place.parents else None)
    if text.distribution:
        yield Line("", text.distribution.heading)
        yield from (Line("", line) for line in text.distribution.items)
    if text.signature:
        yield from (Line("", line) for line in text.signature.lines)


def _provision_lines(provision: Provision, parent: Provision | None) -> Iterator[Line]:
    number = label(provision)
    if provision.kind.is_heading:
        yield Line(provision.id, number)
        if provision.heading:
            yield Line(provision.id, provision.heading)
        return
    opens_article = parent is not None and parent.text is parent.heading is None and parent.children[0] is provision
    if opens_article and parent is not None and not number:
        number = label(parent)
    words = " ".join(part for part in (number, provision.heading, provision.text) if part)
    if provision.text or provision.heading:
        yield Line(provision.id, words)


def raw_text(source: Source, folder: Path) -> str:
    """Return the raw source, read from ``folder``.

    Raises:
        DataError: the file is missing or is not, byte for byte, the one whose SHA-256 the data names.
    """
    path = folder / source.file
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise DataError([Fault(relative(path), 1, "", f"không đọc được bản nguồn: {error.strerror}")]) from error
    digest = hashlib.sha256(raw).hexdigest()
    if digest != source.sha256:
        raise DataError([Fault(relative(path), 1, "", f"bản nguồn đã đổi: SHA-256 là {digest}", f"phải là {source.sha256}")])
    return raw.decode("utf-8")


def repaired(raw: str, source: Source) -> str:
    """Return ``raw`` with every logged repair made.

    Raises:
        DataError: a repair does not begin at its line, or its words do not stand exactly once in the raw source.
    """
    faults = []
    text = raw
    for number, repair in enumerate(source.repairs, 1):
        name = f"source.repairs {number}"
        begin = raw.find(repair.before)
        if raw.count(repair.before) != 1:
            faults.append(Fault(source.file, repair.line, name, f"“{repair.before}” không đứng đúng một lần trong bản nguồn"))
        elif raw.count("\n", 0, begin) + 1 != repair.line:
            faults.append(Fault(source.file, repair.line, name, f"chỗ sửa ở dòng {raw.count(chr(10), 0, begin) + 1}"))
        text = text.replace(repair.before, repair.after, 1)
    if faults:
        raise DataError(faults)
    return text


def differences(index: Index, folder: Path) -> tuple[Fault, ...]:
    """Return every place where the text of the regulation is not the repaired source, word for word; empty when faithful.

    Paragraphs are compared after joining runs of white space, which the carrier, not the text, decides.
    """
    source = index.regulation.source
    raw = raw_text(source, folder)
    paragraphs = [" ".join(line.split()) for line in repaired(raw, source).split("\n") if line.strip()]
    lines = list(printed_lines(index))
    matcher = SequenceMatcher(None, paragraphs, [line.text for line in lines], autojunk=False)
    return tuple(
        _difference(index, source.file, paragraphs[a1:a2], lines[b1:b2], lines[max(0, b1 - 1)])
        for tag, a1, a2, b1, b2 in matcher.get_opcodes()
        if tag != "equal"
    )


def _difference(index: Index, file: str, old: list[str], new: list[Line], near: Line) -> Fault:
    old_words, new_words = " ".join(old).split(), " ".join(line.text for line in new).split()
    steps = [step for step in SequenceMatcher(None, old_words, new_words, autojunk=False).get_opcodes() if step[0] != "equal"]
    told = "; ".join(f"nguồn “{' '.join(old_words[a1:a2])}”, dữ liệu “{' '.join(new_words[b1:b2])}”" for _, a1, a2, b1, b2 in steps[:3])
    where = next((line.id for line in (*new, near) if line.id), "")
    return Fault(file, 1, where, f"lời văn khác bản nguồn: {told}", "sửa text, không sửa bản nguồn")
