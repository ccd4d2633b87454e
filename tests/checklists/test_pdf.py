"""The PDF sheets, opened again with other programs: pypdf and poppler's pdftotext, pdffonts, pdfinfo."""

import io
import itertools
import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from quyche.checklists.files import NAME, SHORT_NAME, AllSheets
from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.pdf import write_sheet, write_short
from quyche.checklists.record import Assessment, Unit
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Entry, Sheet
from tests.checklists.making import pointed, with_rows, written
from tests.poppler import fonts_of, text_of
from tests.timing import ratio, seconds, yardstick

FACES = {"Regular", "Italic", "Semibold", "SemiboldItalic"}
"""Bold (700) spoils Vietnamese letters, and no test of the text would see it."""
LANDSCAPE, UPRIGHT = (842, 595), (595, 842)
HOSTILE = ('=HYPERLINK("http://x")', "</w:t>", '#import "x"', "*_$ [a] `b` \\ //x", "<script>", "= Tựa - 1. ~")


class Made(NamedTuple):
    """A sheet, its PDF, and the text of each page in the order of the drawing, which is that of the cells."""

    sheet: Sheet
    pdf: bytes
    pages: list[str]


@pytest.fixture(scope="session")
def sheets(blanks: dict[str, Sheet], kept: AllSheets) -> tuple[Made, ...]:
    return tuple(made(blanks[one.body.id], one.files[f"{NAME}.pdf"]) for one in kept.bodies)


@pytest.fixture(scope="session")
def shorts(blanks: dict[str, Sheet], kept: AllSheets) -> tuple[Made, ...]:
    return tuple(made(blanks[one.body.id], one.files[f"{SHORT_NAME}.pdf"]) for one in kept.bodies)


@pytest.fixture(scope="session")
def longest(blanks: dict[str, Sheet]) -> Sheet:
    return max(blanks.values(), key=lambda sheet: len(sheet.rows))


def made(sheet: Sheet, pdf: bytes) -> Made:
    return Made(sheet, pdf, text_of(pdf, "-raw").split("\f")[:-1])


def squeezed(words: str) -> str:
    """Return ``words`` without white space: lines may break anywhere between words."""
    return re.sub(r"\s+", "", words)


def pages_of(pdf: bytes) -> list[str]:
    return [squeezed(page) for page in text_of(pdf, "-raw").split("\f")[:-1]]


def first_missing(pages: list[str], rows: Iterable[str]) -> str | None:
    """Return the first of ``rows`` whose words do not stand on the pages behind those of the row before it."""
    text, at = squeezed("".join(pages)), 0
    for words in map(squeezed, rows):
        found = text.find(words, at)
        if found < 0:
            return words
        at = found + len(words)
    return None


def with_first(sheet: Sheet, **changes: object) -> Sheet:
    """Return ``sheet`` with its first line changed."""
    first, *others = sheet.rows
    return with_rows(sheet, iter((first.model_copy(update=changes), *others)))


def test_rows_agree_with_the_checklist_one_by_one(sheets: tuple[Made, ...], checklists: dict[str, Checklist]) -> None:
    for sheet, _, pages in sheets:
        rows = [
            f"{line.number}{line.lead}{line.quote}{line.tail}{line.citation}{row.period}{row.hint}"
            for line, row in zip(checklists[sheet.body].requirements, sheet.rows, strict=True)
        ]
        assert first_missing(pages, rows) is None, sheet.body
        assert first_missing(pages, [rows[1], rows[0]]) == squeezed(rows[0])


def test_every_word_of_the_checklist_is_printed(sheets: tuple[Made, ...], checklists: dict[str, Checklist]) -> None:
    for sheet, _, pages in sheets:
        checklist = checklists[sheet.body]
        text = squeezed("".join(pages))
        states = [words for state in checklist.scale.states for words in (state.label, state.definition)]
        log = [words for task in checklist.log for words in (task.task, task.recipients, *task.occasions)]
        heads = [words for part in sheet.parts for words in (part.heading.words, part.heading.remark)]
        heads += [part.basis for part in checklist.parts]
        headings = (sheet.log.heading, sheet.totals.heading, sheet.remarks_heading, sheet.opinion.heading)
        later = [words for heading in headings for words in (heading.words, heading.remark)]
        sums = [*sheet.totals.labels, sheet.totals.share, checklist.rating]
        head = [sheet.head.title.upper(), *(sheet.head.annex or ()), sheet.basis.words]
        foot = [sheet.foot, sheet.head.signatures.position, sheet.head.family.signed_name]
        for words in [*head, *states, *heads, *log, *later, *sums, *foot, *sheet.key.notices]:
            assert squeezed(words) in text, (sheet.body, words)


def test_each_page_with_lines_repeats_the_head_and_keeps_lines_whole(sheets: tuple[Made, ...]) -> None:
    for sheet, _, drawn in sheets:
        labels = [squeezed(label) for label in sheet.labels]
        pages = [squeezed(page) for page in drawn]
        for line in sheet.rows:
            page = next(page for page in pages if squeezed(f"{line.number}{line.line}") in page)
            assert all(label in page for label in labels), line.id


def test_empty_parts_say_so(sheets: tuple[Made, ...]) -> None:
    for sheet, _, pages in sheets:
        empty = sum(not part.blocks for part in sheet.parts)
        words = "Không có nhiệm vụ thuộc phần này đối với loại đơn vị này."
        assert squeezed("".join(pages)).count(squeezed(words)) == empty


def test_signatures_share_their_page(sheets: tuple[Made, ...], shorts: tuple[Made, ...]) -> None:
    for company, all_made in (("VII. Ý KIẾN CỦA CƠ QUAN THẨM ĐỊNH", sheets), ("Tự xếp loại:", shorts)):
        for sheet, _, pages in all_made:
            last = squeezed(pages[-1])
            signatures = sheet.head.signatures
            for words in (company, "NGƯỜI LẬP PHIẾU", signatures.position, signatures.signed_name):
                assert squeezed(words) in last, sheet.body


def test_page_sizes_numbers_and_limits(sheets: tuple[Made, ...], shorts: tuple[Made, ...]) -> None:
    for size, most, all_made in ((LANDSCAPE, 10, sheets), (UPRIGHT, 3, shorts)):
        for sheet, pdf, drawn in all_made:
            pages = PdfReader(io.BytesIO(pdf)).pages
            assert len(pages) <= most, sheet.body
            assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {size}
            tops = [text.strip().split("\n", 1)[0].strip() for text in drawn]
            assert tops[1:] == [str(number) for number in range(2, len(pages) + 1)]
            assert tops[0] == "Phụ lục ………"


def test_short_form_has_every_task_and_says_what_it_is(
    shorts: tuple[Made, ...], checklists: dict[str, Checklist]
) -> None:
    for sheet, _, pages in shorts:
        text = squeezed("".join(pages))
        checklist = checklists[sheet.body]
        periods = (f"Kỳ: {line.period_label}" if line.period_label else "" for line in checklist.requirements)
        rows = zip(checklist.requirements, periods, strict=True)
        told = (f"{line.number}{line.task}{period}{line.citation}" for line, period in rows)
        assert first_missing(pages, told) is None, sheet.body
        for words in ("tên việc do ban biên tập đặt", "Nguyên văn ở phiếu đầy đủ", checklist.disclaimer):
            assert squeezed(words) in text
        assert squeezed("Nội dung trích nguyên văn") not in text
        assert "[" not in text, "no verbatim words, so none that govern any"


def test_fonts_are_the_four_good_faces(sheets: tuple[Made, ...], shorts: tuple[Made, ...]) -> None:
    for sheet, pdf, _ in (*sheets, *shorts):
        lines = fonts_of(pdf)
        faces = {re.sub(r"^\w+\+LibertinusSerif-(\w+).*", r"\1", line) for line in lines}
        assert faces <= FACES, sheet.body
        assert all(re.search(r"\byes +yes +yes\b", line) for line in lines), "embedded, subset, with Unicode"


def test_documents_are_tagged_archival_and_named(sheets: tuple[Made, ...], shorts: tuple[Made, ...]) -> None:
    for sheet, pdf, _ in (*sheets, *shorts):
        reader = PdfReader(io.BytesIO(pdf))
        catalog = reader.root_object
        metadata = pdf.decode("latin-1")
        assert "<pdfaid:part>2</pdfaid:part>" in metadata
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
        assert "'/Marked': True" in str(catalog["/MarkInfo"])
        assert str(catalog["/Lang"]).startswith("vi")
        assert reader.metadata is not None
        assert reader.metadata.title == f"{sheet.head.title} – {sheet.body_name}"
        assert reader.metadata.creation_date is not None
        assert reader.metadata.creation_date.date() == sheet.document_date


def test_many_sheets_in_one_document_count_their_own_pages(sheets: tuple[Made, ...], setup: Setup) -> None:
    some = sheets[3:6]
    pdf = write_sheet([each.sheet for each in some], setup.folder)
    assert text_of(pdf, "-raw").split("\f")[:-1] == [page for each in some for page in each.pages]
    reader = PdfReader(io.BytesIO(pdf))
    outline = [str(entry["/Title"]) for entry in reader.outline if isinstance(entry, dict)]
    assert outline == [f"Loại phiếu: {each.sheet.body_name}" for each in some]
    assert reader.page_labels == [str(number) for each in some for number in range(1, len(each.pages) + 1)]


def test_under_every_letterhead_the_short_form_is_short(marked: dict[str, Sheet], setup: Setup) -> None:
    for letterhead in setup.letterheads.letterheads:
        sheet = filled(marked[letterhead.bodies[0]], Assessment(letterhead=letterhead.id))
        assert len(PdfReader(io.BytesIO(write_short([sheet], setup.folder))).pages) <= 3, letterhead.id


def test_an_annex_has_no_letterhead(sheets: tuple[Made, ...]) -> None:
    for sheet, _, pages in sheets:
        text = "".join(pages)
        assert not any(line.text in text for line in sheet.head.family.right)
        assert "Nơi nhận:" not in text


def test_blanks_are_filled_only_by_the_unit(marked: dict[str, Sheet], setup: Setup, longest: Sheet) -> None:
    named = filled(marked[longest.body], Assessment(year=2026, unit=Unit(name="Đơn vị thử *một*")))
    text = "".join(pages_of(write_sheet([named], setup.folder)))
    assert squeezed("Đơn vị: Đơn vị thử *một*") in text
    assert "DÂNVẬNNĂM2026" in text


def test_points_are_three_more_columns(longest: Sheet, setup: Setup) -> None:
    pages = pages_of(write_sheet([pointed(longest, most=16)], setup.folder))
    plain = "".join(pages_of(write_sheet([longest], setup.folder)))
    for label in ("Điểm tối đa", "Tự chấm", "Thẩm định"):
        assert squeezed(label) in pages[0]
        assert squeezed(label) not in plain
    assert squeezed("Không phát sinh*17") in pages[0]


def test_hostile_words_are_printed_as_words(longest: Sheet, setup: Setup) -> None:
    words = " ".join(HOSTILE)
    hostile = with_first(longest, lead=words, quote=words, tail=words, task=words, hint=words).model_copy(
        update={
            "unit": longest.unit.model_copy(update={"words": words}),
            "kind": longest.kind.model_copy(update={"words": words}),
            "foot": words,
            "key": longest.key.model_copy(update={"notices": (words,)}),
            "short": longest.short.model_copy(update={"foot": words, "note": words}),
        }
    )
    for pdf in (write_sheet([hostile], setup.folder), write_short([hostile], setup.folder)):
        assert "".join(pages_of(pdf)).count(squeezed(words)) >= 4


def test_a_line_taller_than_a_page_is_broken_not_lost(longest: Sheet, setup: Setup) -> None:
    words = " ".join(f"việc{number}" for number in range(1000))
    assert len(words) > 5000
    for pdf in (
        write_sheet([with_first(longest, quote=words)], setup.folder),
        write_sheet([with_first(longest, lead=words)], setup.folder),
        write_sheet([with_first(longest, hint=words)], setup.folder),
        write_sheet([with_first(longest, entry=Entry(result=words))], setup.folder),
        write_sheet([with_first(longest, entry=Entry(note=words))], setup.folder),
        write_short([with_first(longest, task=words)], setup.folder),
    ):
        bottoms = words_with_places(pdf)
        assert {f"việc{number}" for number in range(1000)} <= {word.rstrip(".") for word, _, _ in bottoms}
        assert all(0 < bottom < height for _, bottom, height in bottoms)


def words_with_places(pdf: bytes) -> list[tuple[str, float, float]]:
    """Return each word with the place of its foot and the height of its page."""
    found: list[tuple[str, float, float]] = []
    height = 0.0
    for line in text_of(pdf, "-bbox").splitlines():
        if page := re.search(r'<page width="[\d.]+" height="([\d.]+)"', line):
            height = float(page[1])
        elif word := re.search(r'yMax="([-\d.]+)">(.*)</word>', line):
            found.append((word[2], float(word[1]), height))
    return found


def test_other_scales_fit(checklists: dict[str, Checklist], longest: Sheet, setup: Setup) -> None:
    checklist = checklists[longest.body]
    first = checklist.scale.states[0]
    for count in (2, 6):
        states = tuple(first.model_copy(update={"id": f"muc-{n}", "label": f"Mức số {n}"}) for n in range(count))
        scale = checklist.scale.model_copy(update={"states": states})
        other = written(checklist.model_copy(update={"scale": scale}), setup)
        text = "".join(pages_of(write_sheet([other], setup.folder)) + pages_of(write_short([other], setup.folder)))
        counted = sum(row.counts for row in longest.rows)
        assert all(text.count(f"Mứcsố{n}") > counted for n in range(count))
        assert "*" not in text


def test_same_bytes_twice(longest: Sheet, setup: Setup) -> None:
    for write in (write_sheet, write_short):
        assert write([longest], setup.folder) == write([longest], setup.folder)


def test_nothing_to_print_is_an_error(setup: Setup) -> None:
    with pytest.raises(ValueError, match="không có phiếu"):
        write_sheet([], setup.folder)


def test_all_sheets_are_quick(marked: dict[str, Sheet], setup: Setup) -> None:
    years = itertools.count(2031)

    def write() -> None:
        year = next(years)  # no cache knows it
        for sheet in marked.values():
            dated = filled(sheet, Assessment(year=year))
            write_sheet([dated], setup.folder)
            write_short([dated], setup.folder)

    assert ratio(partial(seconds, write), yardstick, below=100) < 100
