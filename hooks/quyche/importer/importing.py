"""A source file made into a regulation, with the proof that no word was lost and the report of what was done."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from quyche.beside import beside
from quyche.importer.building import printed, take_italics, text_record
from quyche.importer.cleaning import clean
from quyche.importer.layout import read_layout, texts
from quyche.importer.naming import names
from quyche.importer.node import Finding, all_nodes
from quyche.importer.numbering import numbering_findings
from quyche.importer.reading import RawText
from quyche.importer.repairs import repairs
from quyche.regulation.checks import CHECKS
from quyche.regulation.faults import DataError, refusal
from quyche.regulation.fidelity import carrier_text, text_differences
from quyche.regulation.index import Index
from quyche.regulation.model import Gap, Regulation, Source, Status
from quyche.regulation.vocabulary import Kind

SOURCE_FILE = "docs/du-lieu/nguon.txt"
"""Where the raw source stands, from the folder of ``regulation.yaml``."""
STATUS: Final[Mapping[str, Any]] = beside(__file__, "status.yaml")


@dataclass(frozen=True)
class Imported:
    """What came of a source: ``data`` is the raw source to keep, byte for byte."""

    regulation: Regulation
    data: bytes
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    pages: tuple[tuple[int, str], ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended in the source before the result can be used."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What a person should look at."""
        return tuple(finding for finding in self.findings if not finding.is_error)

    @property
    def counts(self) -> Counter[Kind]:
        """How many provisions of each kind were found."""
        index = Index(self.regulation)
        return Counter(place.provision.kind for place in index.places if place.trail[1] == "body")


def import_text(source: RawText, as_of: date, chosen: int | None = None, gaps: tuple[Gap, ...] = ()) -> Imported:
    """Return ``source`` as a regulation whose data was gathered on ``as_of``.

    ``chosen`` says which text to take, from 1, where the file holds several that each begin at Điều 1.
    ``gaps`` are numbers that the official text itself leaves out.

    Raises:
        DataError: the file holds no Điều, or several texts and none is chosen.
    """
    data, raw, notes = _one_text(source, chosen)
    cleaned = clean(raw, is_markdown=source.is_markdown)
    reading = read_layout(cleaned.lines)
    if reading is None:
        message = "văn bản không có Điều nào nên không lập được cây điều khoản"
        raise refusal(source.name, message, "chọn văn bản chia theo Điều, khoản, điểm")
    take_italics(reading, cleaned.italics)
    regulation = Regulation(
        schema_version=1,
        version="1",
        **names(reading, source.name),
        source=Source(
            file=SOURCE_FILE,
            sha256=hashlib.sha256(data).hexdigest(),
            note=f"Nhập từ tệp {source.name or 'không tên'}; chưa đối chiếu với bản chính.",
            repairs=repairs(raw, printed(reading)),
        ),
        status=Status(as_of=as_of, **STATUS),
        text=text_record(reading, cleaned.italics),
        gaps=gaps,
    )
    index = Index(regulation)
    numbering = tuple(numbering_findings(index, all_nodes(reading.body), {gap.missing for gap in gaps}))
    findings = [*reading.findings, *numbering, *_others(index, data, has_numbering=bool(numbering))]
    findings.sort(key=lambda finding: finding.line)
    return Imported(regulation, data, tuple(findings), notes, tuple(cleaned.pages))


def _one_text(source: RawText, chosen: int | None) -> tuple[bytes, str, tuple[str, ...]]:
    """Return the text to be imported, as bytes and as words, and the notes on it.

    Raises:
        DataError: the file holds several texts and none is chosen.
    """
    cleaned = clean(source.text, is_markdown=source.is_markdown).lines
    begins = texts(cleaned)
    if len(begins) == 1:
        return source.data, source.text, source.notes
    starts = [0, *(cleaned[place].number - 1 for place in begins[1:])]
    lines = source.text.split("\n")
    if chosen is None or not 1 <= chosen <= len(begins):
        raise _several(source, [(start + 1, _name(lines, start)) for start in starts])
    first, after = starts[chosen - 1], [*starts, len(lines)][chosen]
    raw = "\n".join(lines[first:after]) + "\n"
    note = f"Chỉ lấy văn bản thứ {chosen} trong tệp, từ dòng {first + 1} đến dòng {after}; số dòng dưới đây đếm từ đó."
    return raw.encode(), raw, (*source.notes, note)


def _others(index: Index, data: bytes, *, has_numbering: bool) -> list[Finding]:
    """Return what the checks of the data say beyond the numbers, and any word that is not the source's."""
    found = []
    if not has_numbering:
        found = [
            Finding(1, f"{problem.message} ({problem.allowed}).", is_error=True)
            for check in CHECKS
            for problem in check(index)
        ]
    raw = carrier_text(data.decode())
    found += [Finding(1, difference.message, is_error=True) for difference in text_differences(index, raw)]
    return found


def _several(source: RawText, begins: list[tuple[int, str]]) -> DataError:
    told = "; ".join(f"{number}: dòng {line}, “{name}”" for number, (line, name) in enumerate(begins, 1))
    message = f"tệp có {len(begins)} văn bản, mỗi văn bản đánh số lại từ Điều 1 ({told})"
    return refusal(source.name, message, "chọn một bằng --text SỐ", begins[1][0])


def _name(lines: list[str], start: int) -> str:
    words = [" ".join(line.split()) for line in lines[start : start + 40]]
    return next((line for line in words if any(letter.isalpha() for letter in line)), "")[:80]
