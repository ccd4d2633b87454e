"""The filled form on paper: the words of the sheet in their order, and every answer in the cell of its own line."""

import io
import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from quyche.checklists.building import build_checklist
from quyche.checklists.filling import filled
from quyche.checklists.record import AssessmentRecord
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Head, Sheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from tests.browser.visiting import Visitor
from tests.phieu.conftest import BODY
from tests.phieu.filling import full
from tests.phieu.test_form import line, opened, take_file
from tests.poppler import text_of

LANDSCAPE = (842, 595)
NUMBERS = 39 / 25.4 * 72
"""Points from the left edge of the paper to the right edge of the column of numbers."""
ABOVE = 6
"""Points from the top of a row's words up to the top of its number, at most."""
TABLES = """() => Object.fromEntries([...document.querySelectorAll(".paper table")].map((table) => [table.className,
  [...table.rows].map((row) => [...row.cells].map((cell) => cell.innerText.split("\\n").filter(Boolean)))]))"""
HEAD = """() => [...document.querySelectorAll(".paper header, .paper header div, .paper footer div")]
  .filter((box) => box.childElementCount === 0 && box.textContent)
  .map((box) => [box.textContent, parseFloat(box.style.fontSize) || null])"""


@pytest.fixture(scope="module")
def sheet(duties: Duties, setup: Setup) -> Sheet:
    """Return the sheet of the form, not filled."""
    return worded(build_checklist(duties, setup, duties.index.bodies[BODY]), setup)


def made(sheet: Sheet, record: dict[str, Any]) -> Sheet:
    """Return the sheet as files are filled with ``record``."""
    return filled(sheet, AssessmentRecord.model_validate_json(json.dumps(record)))


def printed(page: Page) -> bytes:
    """Return the page as the browser prints it."""
    return page.pdf(prefer_css_page_size=True)


def states(sheet: Sheet, chosen: str) -> list[str]:
    """Return the lines of a cell of answers: a cross before the one that was chosen."""
    return [f"{'×' if state.id == chosen else ''} {state.marked_label}".strip() for state in sheet.scale.states]


def duty_rows(sheet: Sheet) -> list[list[list[str]]]:
    """Return the cells of parts I to III, each as its lines."""
    return [
        [
            [str(row.number)],
            [row.line],
            [" ".join(row.citation_lines)],
            [row.period],
            row.entry.result.split("\n"),
            [*row.entry.evidence.split("\n"), row.hint],
            states(sheet, row.entry.state) if row.counts else [row.instead],
            [*row.entry.note.split("\n"), *row.hints],
        ]
        for row in sheet.rows
    ]


def log_rows(sheet: Sheet) -> Iterator[list[list[str]]]:
    """Yield the cells of part IV; the cell of a task stands in its first row only."""
    for task in sheet.log.tasks:
        for place, row in enumerate(task.occasions):
            words = [f"{task.citation} {task.task}", *task.told]
            cells = [[entry] for entry in (row.name, row.due, row.held, row.number, row.note)]
            yield [*([] if place else [words]), *cells]


def lines(cells: list[list[str]]) -> list[list[str]]:
    """Return cells without blank lines, and with plain spaces."""
    return [[words.replace("\u00a0", " ").strip() for words in cell if words.strip()] for cell in cells]


@pytest.fixture
def full_page(visit: Visitor, whole_form: str, sheet: Sheet) -> tuple[Page, Sheet]:
    """Return the form with another answer in every field, and the sheet that it should print."""
    page = visit(whole_form).page
    record = full(sheet)
    take_file(page, record)
    return page, made(sheet, record)


def test_every_answer_is_printed_in_the_cell_of_its_own_line(full_page: tuple[Page, Sheet]) -> None:
    page, expected = full_page
    printed(page)
    page.emulate_media(media="print")
    tables = page.evaluate(TABLES)
    assert [lines(row) for row in page.evaluate(TABLES)["duties"][:1]] == [
        lines([[label] for label in expected.labels])
    ]
    shown = page.locator(".paper table.duties tbody tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.innerText.split('\\n').filter(Boolean)))"
    )
    assert [lines(row) for row in shown] == [lines(row) for row in duty_rows(expected)]
    assert any(row.lead.startswith("[") for row in expected.rows)
    assert [lines(row) for row in tables["log"][1:]] == [lines(row) for row in log_rows(expected)]
    totals = [[[row.title], [str(row.count)], *([cell] for cell in row.cells)] for row in expected.totals.rows]
    assert [lines(row) for row in tables["sums"][1:]] == totals
    remedies = [[cell.split("\n") for cell in row] for row in expected.remedies.rows]
    assert [lines(row) for row in tables["remedies"]] == [
        lines([[label] for label in expected.remedies.labels]),
        *remedies,
    ]
    boxes = page.locator(".paper .remarks > div").evaluate_all(
        "boxes => boxes.map((box) => box.innerText.split('\\n'))"
    )
    assert boxes == [[box.title, box.words] for box in expected.remarks]
    rating = page.locator(".paper p", has_text=expected.totals.rating.label).inner_text()
    assert rating == f"{expected.totals.rating.label} {expected.totals.rating.words} {expected.totals.rating_note}"


def test_a_line_that_another_answers_has_its_words_in_the_place_of_boxes(
    visit: Visitor, forms: str, duties: Duties, setup: Setup
) -> None:
    sheet = worded(build_checklist(duties, setup, duties.index.bodies["ubnd-huyen"]), setup)
    page = visit(f"{forms}ubnd-huyen/").page
    record = full(sheet)
    take_file(page, record)
    printed(page)
    page.emulate_media(media="print")
    shown = page.locator(".paper table.duties tbody tr").evaluate_all(
        "rows => rows.map((row) => [row.cells[6].innerText.trim(), row.querySelectorAll('.box').length])"
    )
    expected = [("", len(sheet.scale.states)) if row.counts else (row.instead, 0) for row in made(sheet, record).rows]
    assert [(words if count == 0 else "", count) for words, count in shown] == expected
    sums = page.locator(".paper table.sums tbody tr td:nth-child(2)").all_text_contents()
    assert sums == [str(row.count) for row in sheet.totals.rows]


class Word(NamedTuple):
    """A word of a PDF: its page, its left edge and its top, in points."""

    page: int
    left: float
    top: float


def places(pdf: bytes) -> dict[str, list[Word]]:
    """Return where each word stands in ``pdf``."""
    found: dict[str, list[Word]] = {}
    page = 0
    for text in text_of(pdf, "-bbox").splitlines():
        page += "<page " in text
        if word := re.search(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)".*?>(.*)</word>', text):
            found.setdefault(word[3].rstrip(";,."), []).append(Word(page, float(word[1]), float(word[2])))
    return found


def test_in_the_pdf_every_answer_stands_in_its_row_and_column(full_page: tuple[Page, Sheet]) -> None:
    page, expected = full_page
    found = places(printed(page))
    anchors = [next(word for word in found[str(row.number)] if word.left < NUMBERS) for row in expected.rows]
    assert anchors == sorted(anchors, key=lambda word: (word.page, word.top)), "rows in their order"
    columns: list[list[float]] = [[], [], []]
    for number, (row, anchor) in enumerate(zip(expected.rows, anchors, strict=True)):
        after = anchors[number + 1] if number + 1 < len(anchors) else Word(10**6, 0, 0)
        answers = (row.entry.result, row.entry.evidence.split(";")[0], row.entry.note.split(":")[-1].split()[0])
        for column, words in enumerate(answers):
            [place] = found[words]
            assert (anchor.page, anchor.top - ABOVE) <= (place.page, place.top) < (after.page, after.top - ABOVE), words
            columns[column].append(place.left)
    for left, right in pairwise(columns):
        assert max(left) < min(right), "each answer in its column"
    first = PdfReader(io.BytesIO(printed(page))).pages[0].mediabox
    assert (round(first.width), round(first.height)) == LANDSCAPE


def test_answers_of_two_rows_that_changed_places_are_found_out(sheet: Sheet) -> None:
    record = full(sheet)
    one, other = list(record["answers"])[:2]
    swapped = record | {"answers": record["answers"] | {one: record["answers"][other], other: record["answers"][one]}}
    assert duty_rows(made(sheet, record)) != duty_rows(made(sheet, swapped))


def head_words(head: Head) -> list[tuple[str, float | None]]:
    """Return the words of a head and of the signatures in their order, with the sizes that its family asks for."""
    family, signed = head.family, head.signatures
    behalf = [(signed.on_behalf, family.sign_size)] if signed.on_behalf else []
    signer = [*behalf, (signed.position, family.sign_size), (signed.signed_name, None)]
    made = [(signed.preparer, family.sign_size), (signed.preparer_note, None), (signed.preparer_name, None)]
    if head.annex:
        over, under = head.annex
        return [(over, None), (head.title.upper(), None), (under, None), *made, (signed.date, None), *signer]
    mark = [(family.left_mark, family.left_size)] if family.left_mark else []
    below = [(family.subject_mark, family.subject_size)] if family.subject_mark else []
    copies = [(signed.copies_label, family.copies.size), *((one, family.copies.list_size) for one in signed.copies)]
    return [
        *((words, family.left_size) for words in (*head.superior, *head.issuer)),
        *mark,
        *((right.text, right.size) for right in family.right),
        (head.date, family.date_size),
        *([(head.kind.upper(), family.title_size)] if head.kind else []),
        (head.subject, family.subject_size),
        *below,
        *copies,
        *made,
        *signer,
    ]


def test_every_head_is_printed_in_its_words_and_sizes(visit: Visitor, whole_form: str, sheet: Sheet) -> None:
    page = visit(whole_form).page
    take_file(page, full(sheet))
    for head in sheet.heads:
        page.get_by_label("Kiểu phần đầu khi in").select_option(head.id)
        printed(page)
        expected = made(sheet, full(sheet, head.id or None)).head
        assert page.evaluate(HEAD) == [list(one) for one in head_words(expected)]
        number = page.locator(".paper .number span").all_text_contents()
        assert number == ([] if head.annex else [expected.number, expected.symbol])


def test_the_rest_of_the_sheet_is_printed_in_order(full_page: tuple[Page, Sheet]) -> None:
    page, expected = full_page
    text = re.sub(r"\s+", "", text_of(printed(page), "-raw"))
    words = [
        f"{expected.unit.label} {expected.unit.words}",
        f"{expected.kind.label} {expected.kind.words}",
        f"{expected.basis.label} {expected.basis.words}",
        expected.key.states,
        *(
            f"{state.label}{'* ' + expected.key.reason if state.needs_reason else ''}: {state.definition}"
            for state in expected.scale.states
        ),
        expected.key.notices_label,
        *(part.heading.line for part in expected.parts),
        expected.log.heading.line,
        expected.totals.heading.line,
        expected.totals.share,
        expected.remarks_heading.line,
        expected.remedies.heading.line,
        expected.opinion.heading.line,
        expected.opinion.reviewer,
        expected.foot,
    ]
    place = 0
    for one in words:
        squeezed = re.sub(r"\s+", "", one)
        assert squeezed in text[place:], one
        place = text.index(squeezed, place) + len(squeezed)
    assert [quote.text_content() for quote in page.locator(".paper [data-quote]").all()] == [
        row.quote for row in expected.rows
    ]


def test_a_long_answer_runs_over_pages_and_is_not_cut(visit: Visitor, whole_form: str) -> None:
    page = opened(visit, whole_form)
    line(page, 0).get_by_label("Kết quả trong năm").fill(" ".join(f"từ{number}" for number in range(600)))
    page.get_by_label("1. Hạn chế").fill(" ".join(f"điểm{number}" for number in range(450)))
    found = re.findall(r"(?:từ|điểm)\d+", text_of(printed(page), "-raw"))
    assert found == [*(f"từ{number}" for number in range(600)), *(f"điểm{number}" for number in range(450))]


def test_a_form_without_a_year_prints_the_blank_sheet(visit: Visitor, whole_form: str) -> None:
    page = visit(whole_form).page
    printed(page)
    paper = page.locator(".paper")
    expect(paper.locator(".title")).to_contain_text("NĂM ………")
    expect(paper.locator(".states .on")).to_have_count(0)
    assert set(paper.locator(".sums td:nth-child(n + 3)").all_text_contents()) == {""}
    page.emulate_media(media="print")
    expect(page.locator("form textarea:visible, form input:visible, form button:visible, h1:visible")).to_have_count(0)


def test_the_page_carries_no_quote_twice_in_its_data(visit: Visitor, whole_form: str, sheet: Sheet) -> None:
    page = visit(whole_form).page
    data = "".join(page.locator("script[type='application/json']").all_text_contents())
    for row in sheet.rows:
        assert data.count(f'"quote":{json.dumps(row.quote, ensure_ascii=False)}') == 1
