"""The filled form on paper: the words of the sheet under the same letterhead, and every answer in its place."""

import io
import json
import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from quyche.checklists.building import build_checklist
from quyche.checklists.model import Form, Place
from quyche.checklists.pdf import write_sheet
from quyche.checklists.setup import Setup
from quyche.duties.assignment import Duties
from tests.browser.visiting import Visitor
from tests.phieu.conftest import BODY
from tests.phieu.test_form import full_record, line, opened, take_file

LANDSCAPE = (842, 595)
PLACE = {"Tỉnh": "Mẫu", "Huyện": "Thử", "Xã, thị trấn": "xã Một"}


def words(pdf: bytes) -> Counter[str]:
    """Return how often each word stands in ``pdf``; dots and numbers are no words, nor do two cells make one."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    apart = "".join(f" {one}" if one.isupper() and last.islower() else one for last, one in pairwise(f" {text}"))
    return Counter(word for word in re.findall(r"[^\W\d_]+", apart) if len(word) > 1)


def printed(page: Page) -> bytes:
    """Return the page as the browser prints it."""
    return page.pdf(prefer_css_page_size=True)


@pytest.mark.parametrize("letterhead", ["", "usual"])
def test_the_printed_form_has_the_words_of_the_sheet(
    visit: Visitor, form: str, duties: Duties, setup: Setup, letterhead: str
) -> None:
    body = duties.index.bodies[BODY]
    sheet = build_checklist(
        duties,
        setup,
        body,
        year=2025,
        unit="Ban Mẫu",
        place=Place(province="Mẫu", district="Thử", commune="xã Một"),
        header="letterhead" if letterhead else "annex",
    )
    assert sheet.form == Form(header="letterhead" if letterhead else "annex")
    page = opened(visit, form)
    page.get_by_label("Tên đơn vị").fill("Ban Mẫu")
    for label, value in PLACE.items():
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_label("Kiểu phần đầu khi in").select_option(sheet.letterhead.id if letterhead else "")
    pdf = printed(page)
    theirs, found = words(write_sheet([sheet], setup.folder)), words(pdf)
    heads = {word for labels in page.locator(".paper th").all_text_contents() for word in re.findall(r"\w+", labels)}
    foot = {*re.findall(r"\w+", page.locator(".paper .foot-note").inner_text()), *BODY.split("-")}
    assert set(theirs) - set(found) == set(), "words of the sheet that the print lacks"
    assert set(found) - set(theirs) == set(), "words that the sheet does not have"
    wrong = {word for word in theirs | found if word not in heads | foot and theirs[word] != found[word]}
    assert wrong == set()
    assert [quote.text_content() for quote in page.locator(".paper [data-quote]").all()] == [
        requirement.quote for requirement in sheet.requirements
    ]
    first = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (round(first.width), round(first.height)) == LANDSCAPE


def test_every_answer_is_printed(visit: Visitor, form: str) -> None:
    page = visit(form).page
    record = full_record(page)
    take_file(page, record)
    printed(page)
    paper = page.locator(".paper").text_content() or ""

    def leaves(value: Any) -> set[str]:  # noqa: ANN401 -- JSON holds anything
        if isinstance(value, dict):
            return set().union(*(leaves(one) for key, one in value.items() if key not in {"state", "deadline"}))
        if isinstance(value, list):
            return set().union(*(leaves(one) for one in value))
        return {value} if isinstance(value, str) else set()

    shown = {code: answer for code, answer in record["answers"].items() if code != "d99.k9.9"}
    log = {code: rows for code, rows in record["log"].items() if code != "d98"}
    kept = {"unit": {"name": record["unit"]["name"], "preparer": record["unit"]["preparer"]}}
    missing = {found for found in leaves([shown, log, record["remarks"], kept]) if found not in paper}
    assert missing == set()
    assert "28/02/2026" in paper
    assert "TẠM TÍNH" in paper  # the second line has an answer of another scale


def test_a_long_answer_runs_over_pages_and_is_not_cut(visit: Visitor, form: str) -> None:
    page = opened(visit, form)
    line(page, 0).get_by_label("Kết quả trong năm").fill("từ " * 1300 + "hết.")
    page.get_by_label("1. Hạn chế").fill("điểm " * 700 + "dứt.")
    found = words(printed(page))
    assert found["từ"] >= 1300
    assert found["điểm"] >= 700
    assert (found["hết"], found["dứt"]) >= (1, 1)


def test_a_form_without_a_year_prints_the_blank_sheet(visit: Visitor, form: str) -> None:
    page = visit(form).page
    printed(page)
    paper = page.locator(".paper")
    expect(paper.locator(".title")).to_contain_text("NĂM ………")
    expect(paper.locator(".states .on")).to_have_count(0)
    assert set(paper.locator(".sums td:nth-child(n + 3)").all_text_contents()) == {""}
    page.emulate_media(media="print")
    expect(page.locator("form textarea:visible, form input:visible, form button:visible, h1:visible")).to_have_count(0)


def test_the_paper_carries_no_quote_twice(visit: Visitor, form: str) -> None:
    page = visit(form).page
    data = json.loads(page.locator("#phieu-giay").text_content() or "")
    assert "quote" not in json.dumps(data)
