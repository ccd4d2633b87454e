"""Practice, exam maker and situations in Chromium, over http and from a disk; the Word file opened again."""

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import docx
import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from quyche.project import QUESTIONS
from quyche.regulation.index import Index
from quyche.teaching.questions.loading import load_questions
from quyche.teaching.questions.model import QuestionBank
from tests.browser.looking import OVERFLOW, violations
from tests.browser.visiting import Scheme, Visit, Visitor
from tests.site import reading
from tests.site.building import Site
from tests.site.reading import elements, words

Opened: TypeAlias = Callable[[str], Visit]

PRACTICE, EXAM, SITUATIONS = "giang-day/luyen-tap/", "giang-day/de-kiem-tra/", "giang-day/tinh-huong/"


@pytest.fixture(scope="module")
def bank(project: Path, ours: Index) -> QuestionBank:
    return load_questions(project / QUESTIONS, ours)


@pytest.fixture(scope="module")
def disk(unpacked: Path) -> str:
    """Return the address of the offline copy, unpacked."""
    return f"{unpacked.as_uri()}/"


@pytest.fixture(params=["http", "file"])
def opened(request: pytest.FixtureRequest, visit: Visitor) -> Opened:
    """Return what opens a page over http, and from a disk, where links and files to save are others."""
    base = request.getfixturevalue("address" if request.param == "http" else "disk")
    return lambda path: visit(base + path + ("" if request.param == "http" else "index.html"))


def start(page: Page, article: str = "", count: str = "10") -> None:
    page.locator("#dieu").select_option(article)
    page.locator("#so-cau").select_option(count)
    page.get_by_role("button", name="Bắt đầu").click()


def answer(page: Page, bank: QuestionBank, *, rightly: bool) -> None:
    """Answer the question on the page, and check all that is told of it."""
    text = page.locator("#cau-hoi legend").inner_text()
    (question,) = [found for found in bank.questions if found.text == text]
    options = page.locator("#cau-hoi label > span").all_inner_texts()
    assert sorted(options) == sorted(question.options)
    choice = question.right if rightly else question.wrong[0]
    page.keyboard.press("ABCD"[options.index(choice)])
    page.keyboard.press("Enter")
    expect(page.locator("#cau-hoi .verdict")).to_contain_text("Đúng." if rightly else "Chưa đúng")
    expect(page.locator("#cau-hoi .right")).to_contain_text(question.right)
    expect(page.locator("#cau-hoi .why")).to_have_text(question.explanation)
    expect(page.locator("#cau-hoi .law")).to_have_text(question.quote)
    expect(page.locator("#cau-hoi .cut")).to_have_text(question.line)


def test_practice_by_keyboard_tells_why_and_scores_by_article(visit: Visitor, address: str, bank: QuestionBank) -> None:
    found = visit(address + PRACTICE)
    page = found.page
    start(page, "d23", "10")
    for number in range(10):
        answer(page, bank, rightly=number % 5 != 0)
        last = number == 9
        expect(page.get_by_role("button", name="Xem kết quả" if last else "Câu tiếp", exact=True)).to_be_focused()
        page.keyboard.press("Enter")
    expect(page.locator("#cau-hoi .lede")).to_have_text("Đúng 8/10 câu.")
    row = page.locator(".result tbody tr")
    expect(row).to_have_count(1)
    assert row.locator("td").all_inner_texts() == ["10", "8", "80%"]
    page.get_by_role("button", name="Làm lại các câu sai").click()
    expect(page.locator("#cau-hoi h2")).to_have_text("Câu 1/2")
    assert found.complaints == []


def test_the_link_of_an_answer_leads_to_its_words(opened: Opened, bank: QuestionBank) -> None:
    page: Page = opened(PRACTICE).page
    start(page, "d5")
    answer(page, bank, rightly=True)
    quote = page.locator("#cau-hoi .law")
    provision, quoted = quote.get_attribute("data-words"), quote.inner_text()
    page.locator("#cau-hoi .src a").click()
    expect(page.locator(f"[data-provision='{provision}']")).to_contain_text(quoted)


def test_practice_without_a_level_or_an_answer_says_so(visit: Visitor, address: str) -> None:
    page = visit(address + PRACTICE).page
    for box in page.locator("[name=muc]").all():
        box.uncheck()
    start(page)
    expect(page.locator("#chon-cau [role=status]")).to_contain_text("Không có câu hỏi nào")
    page.locator("[name=muc]").first.check()
    start(page)
    page.get_by_role("button", name="Trả lời").click()
    expect(page.locator("#cau-hoi [role=status]")).to_have_text("Hãy chọn một phương án.")


def make(page: Page, **wishes: str) -> None:
    """Fill the form of the exam maker and make the exam."""
    for field, value in wishes.items():
        page.locator(f"#{field.replace('_', '-')}").fill(value)
    page.locator("#lap-de button[type=submit]").click()


def papers(page: Page) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Return code and questions with options of every paper on the page."""
    found: list[tuple[str, list[tuple[str, list[str]]]]] = page.locator(".exam-paper:not(.key)").evaluate_all(
        """all => all.map(paper => [paper.dataset.code, [...paper.querySelectorAll(".paper-question")].map(one =>
          [one.querySelector("p").textContent, [...one.querySelectorAll("li")].map(li => li.textContent)])])"""
    )
    return found


def letters(page: Page) -> list[list[str]]:
    rows: list[list[str]] = page.locator(".key .letters tbody tr").evaluate_all(
        "all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))"
    )
    return rows


def check_key(made: list[Any], key: list[list[str]], bank: QuestionBank) -> None:
    """Hold the key of the papers against the bank."""
    rights = {question.text: question.right for question in bank.questions}
    assert len(made) == len(key[0])
    for column, (_, questions) in enumerate(made):
        assert len(questions) == len(key)
        for row, (text, options) in enumerate(questions):
            asked = re.sub(r"^Câu \d+\. ", "", text)
            letter = key[row][column]
            assert options["ABCD".index(letter)] == f"{letter}. {rights[asked]}"


def test_an_exam_comes_out_again_from_its_seed_and_its_key_is_right(
    visit: Visitor, address: str, bank: QuestionBank
) -> None:
    found = visit(address + EXAM)
    page = found.page
    make(page, ma_bo_de="khoá 5", so_ma_de="3")
    first, key = papers(page), letters(page)
    assert [code for code, _ in first] == ["101", "102", "103"]
    check_key(first, key, bank)
    make(page, ma_bo_de="khoá 6")
    assert papers(page) != first
    check_key(papers(page), letters(page), bank)
    make(page, ma_bo_de="khoá 5")
    assert (papers(page), letters(page)) == (first, key)
    assert len({str(questions) for _, questions in first}) == 3
    assert found.complaints == []


def test_all_questions_fit_into_one_exam(visit: Visitor, address: str, bank: QuestionBank) -> None:
    page = visit(address + EXAM).page
    counts = {f"so_{level}": str(count) for level, count in Counter(q.level.value for q in bank.questions).items()}
    make(page, so_ma_de="1", **counts)
    ((_, questions),) = papers(page)
    assert len(questions) == len(bank.questions)
    check_key(papers(page), letters(page), bank)
    make(page, so_recall="999")
    expect(page.locator("#lap-de-bao")).to_contain_text("Mức độ nhận biết chỉ có")
    assert papers(page) == []


def test_word_file_holds_every_paper_and_the_key(opened: Opened, bank: QuestionBank, tmp_path: Path) -> None:
    page: Page = opened(EXAM).page
    make(page, ma_bo_de="a/b", so_ma_de="2", don_vi_ra_de="Trung tâm <A> & B", so_phut="45")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải tệp Word").click()
    assert download.value.suggested_filename == "de-kiem-tra-a-b.docx"
    download.value.save_as(tmp_path / "de.docx")
    document = docx.Document(str(tmp_path / "de.docx"))
    lines = [paragraph.text for paragraph in document.paragraphs]
    made = papers(page)
    texts = {question.text for question in bank.questions}
    asked = [match[1] for line in lines if (match := re.fullmatch(r"Câu \d+\. (.*)", line))]
    assert asked == [re.sub(r"^Câu \d+\. ", "", text) for _, questions in made for text, _ in questions]
    assert set(asked) <= texts
    written = " ".join(re.sub(r"\s+", " ", line) for line in lines)
    for _, questions in made:
        for _, options in questions:
            assert all(option in written for option in options)
    assert len(document.sections) == 3
    feet = [section.footer.paragraphs[0].text for section in document.sections]
    assert [foot[:10] for foot in feet] == ["Mã đề 101 ", "Mã đề 102 ", "Đáp án – T"]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    (key,) = [table for table in tables if table[0] == ["Câu", "Mã 101", "Mã 102"]]
    assert [row[1:] for row in key[1:]] == letters(page)
    heads = " ".join(cell for table in tables for row in table for cell in row)
    assert "TRUNG TÂM <A> & B" in heads
    assert "Thời gian làm bài: 45 phút" in heads


NOTED = "window.print = () => { window.printed = document.getElementById('de-thi').dataset.print; };"


@pytest.mark.parametrize("what", ["in-de", "in-dap-an"])
def test_papers_and_key_are_printed_apart_with_nothing_else(
    visit: Visitor, address: str, ours: Index, what: str
) -> None:
    first, absent = {"in-de": ("Mã đề: 101", "ĐÁP ÁN"), "in-dap-an": ("ĐÁP ÁN", "HẾT")}[what]
    page = visit(address + EXAM, script=NOTED).page
    make(page, so_ma_de="2")
    page.locator(f"#{what}").click()
    page.evaluate("document.getElementById('de-thi').dataset.print = window.printed")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    texts = ["".join(sheet.extract_text().split()) for sheet in sheets]
    assert "".join(first.split()) in texts[0]
    whole = "".join(texts)
    assert "".join(absent.split()) not in whole
    assert "Lậpđề" not in whole
    foot = "".join(ours.regulation.status.print_line.split())
    assert all(foot in text for text in texts)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_the_scripts_put_on_the_pages_is_accessible(
    visit: Visitor, address: str, bank: QuestionBank, scheme: Scheme
) -> None:
    page = visit(address + PRACTICE, scheme=scheme).page
    start(page)
    answer(page, bank, rightly=False)
    assert at_home(page, scheme) == []
    page.get_by_role("button", name="Dừng, xem kết quả").click()
    assert at_home(page, scheme) == []
    page = visit(address + EXAM, scheme=scheme).page
    make(page, so_ma_de="2")
    assert at_home(page, scheme) == []
    page = visit(address + SITUATIONS, scheme=scheme).page
    page.locator(".guide summary").first.click()
    assert at_home(page, scheme) == []


def at_home(page: Page, scheme: Scheme) -> list[str]:
    """Return what is wrong with the page as it stands, on a desk and on the narrowest phone."""
    found = violations(page, scheme)
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate(OVERFLOW)
    page.set_viewport_size({"width": 1440, "height": 900})
    return found + ([str(wide)] if wide != [0] else [])


def test_situations_print_with_or_without_the_guide(visit: Visitor, address: str) -> None:
    page = visit(address + SITUATIONS).page
    guide = page.locator(".situation .guide").first
    page.emulate_media(media="print")
    expect(guide).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_label("In cả hướng dẫn chấm").check()
    page.emulate_media(media="print")
    expect(guide).to_be_visible()


def test_quoted_words_of_the_situations_stand_in_their_provisions(site: Site, ours: Index) -> None:
    found = elements(reading.page(site, SITUATIONS), "//*[@data-words]")
    quotes = [(one.get("data-words", ""), words(one)) for one in found]
    assert len(quotes) >= 24
    for provision, quote in quotes:
        assert quote in (ours.place[provision].provision.text or ""), provision


def test_the_bank_on_the_site_is_the_bank(site: Site, bank: QuestionBank, ours: Index) -> None:
    script = (site.folder / "giang-day" / "ngan-hang.js").read_text("utf-8")
    data = json.loads(script.partition(" = ")[2].removesuffix(";\n"))
    assert [one["id"] for one in data["questions"]] == [question.id for question in bank.questions]
    assert sum(article["count"] for article in data["articles"]) == len(bank.questions)
    for one, question in zip(data["questions"], bank.questions, strict=True):
        assert (one["options"][0], one["quote"]) == (question.right, question.quote)
        assert (site.folder / one["path"] / "index.html").is_file()
    assert data["regulation"]["id"] == ours.regulation.id
