"""The pages for trainers in Chromium: the presentation by keyboard, from a disk, without script; the key."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from quyche.regulation.index import Index
from quyche.teaching.lessons.loading import Lessons
from quyche.teaching.lessons.slides import deck
from tests.browser.visiting import Visitor, until
from tests.site.building import Site
from tests.site.reading import content, elements, flat, page, target

SHOW = "giang-day/bai-1/trinh-chieu/"


def disk(site: Site, path: str) -> str:
    """Return the address of a file of the site on the disk."""
    return (site.folder / path).as_uri()


@pytest.mark.parametrize("width", [1440, 360])
def test_the_presentation_is_quiet_accessible_and_at_home_on_a_phone(visit: Visitor, address: str, width: int) -> None:
    found = visit(address + SHOW, width=width)
    for notes in (False, True):
        if notes:
            found.page.keyboard.press("n")
        results = Axe().run(found.page, options={"resultTypes": ["violations"]}).response
        assert [violation["id"] for violation in results["violations"]] == []
    assert found.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert found.complaints == []
    assert [url for url in found.requests if not url.startswith((address, "data:"))] == []


def test_keys_lead_through_the_slides(visit: Visitor, site: Site, lessons: Lessons, ours: Index) -> None:
    found = visit(disk(site, f"{SHOW}index.html"))
    shown, slides = deck(lessons.lessons[0], ours), found.page.locator(".slide:visible")
    heading, number = slides.locator("h1, h2"), found.page.locator("output")
    expect(slides).to_have_count(1)
    expect(heading).to_have_text(shown[0].title)
    for key, place in (("ArrowRight", 1), ("PageDown", 2), (" ", 3), ("ArrowLeft", 2), ("PageUp", 1), ("End", -1)):
        found.page.keyboard.press(key)
        expect(heading).to_have_text(shown[place].title)
    found.page.keyboard.press("ArrowRight")
    expect(number).to_have_text(f"Trang {len(shown)}/{len(shown)}")
    found.page.keyboard.press("Home")
    expect(number).to_have_text(f"Trang 1/{len(shown)}")
    assert found.page.url.endswith("#trang-1")
    assert found.complaints == []


def test_notes_full_screen_and_buttons(visit: Visitor, address: str, lessons: Lessons, ours: Index) -> None:
    page_ = visit(f"{address}{SHOW}#trang-3").page
    shown = deck(lessons.lessons[0], ours)[2]
    notes = page_.locator(".notes:visible")
    expect(page_.locator(".slide:visible h2")).to_have_text(shown.title)
    expect(notes).to_have_count(0)
    page_.get_by_role("button", name="Lời giảng").press("Enter")  # the button, not the next slide
    expect(notes).to_contain_text(shown.notes[-1])
    expect(page_.get_by_role("button", name="Lời giảng")).to_have_attribute("aria-pressed", "true")
    expect(page_.locator(".slide:visible h2")).to_have_text(shown.title)
    page_.keyboard.press("f")
    until(page_, "document.fullscreenElement !== null")
    expect(page_.locator(".bar")).to_be_hidden()
    page_.keyboard.press("f")
    until(page_, "document.fullscreenElement === null")
    page_.get_by_role("button", name="Sau").click()
    expect(page_.locator("output")).to_contain_text("Trang 4/")


def test_no_slide_is_taller_than_the_projector(visit: Visitor, address: str, lessons: Lessons) -> None:
    for lesson in lessons.lessons:
        page_ = visit(f"{address}giang-day/{lesson.id}/trinh-chieu/", width=1280).page
        page_.set_viewport_size({"width": 1280, "height": 720})
        page_.evaluate(
            """() => { const sheet = new CSSStyleSheet();
              sheet.replaceSync(".on .pair { display: grid !important; grid-template-columns: 1216px !important; }");
              document.adoptedStyleSheets = [sheet]; }"""
        )
        ratios = page_.evaluate("[...document.querySelectorAll('.slide')].map(e => e.offsetWidth / e.offsetHeight)")
        assert all(ratio == pytest.approx(16 / 9, abs=0.02) for ratio in ratios), lesson.id


def test_without_script_every_slide_can_be_read(browser: Browser, site: Site, lessons: Lessons, ours: Index) -> None:
    context = browser.new_context(java_script_enabled=False)
    page_ = context.new_page()
    page_.goto(disk(site, f"{SHOW}index.html"))
    shown = deck(lessons.lessons[0], ours)
    expect(page_.locator(".slide:visible")).to_have_count(len(shown))
    expect(page_.locator(".notes:visible")).to_have_count(len(shown))
    expect(page_.locator(".controls")).to_be_hidden()
    printed = PdfReader(io.BytesIO(page_.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == len(shown) + 1  # one sheet a slide, and the status of the text
    context.close()


def test_the_pack_works_from_a_stick(visit: Visitor, site: Site, tmp_path: Path, lessons: Lessons) -> None:
    for lesson in lessons.lessons:
        with zipfile.ZipFile(site.folder / "giang-day" / lesson.id / "trinh-chieu.zip") as archive:
            archive.extractall(tmp_path)
        name = f"{lesson.id}-trinh-chieu"
        found = visit((tmp_path / name / f"{name}.html").as_uri())
        found.page.keyboard.press("ArrowRight")
        expect(found.page.locator(".slide:visible h2")).to_have_text(lesson.slides[0].title)
        assert found.complaints == []
        assert all(url.startswith((tmp_path.as_uri(), "data:")) for url in found.requests)


def test_the_index_says_what_each_class_uses(site: Site, lessons: Lessons) -> None:
    article = content(page(site, "giang-day/"))
    links = {target("giang-day/", element.get("href", ""))[0] for element in elements(article, ".//a[@href]")}
    assert lessons.classes is not None
    for plan in lessons.classes.plans:
        assert elements(article, f".//h2[@id='lop-{plan.minutes}']")
    for lesson in lessons.lessons:
        names = ("", "trinh-chieu/", "trang-chieu.pptx", "giao-an.docx", "trinh-chieu.zip")
        assert {f"giang-day/{lesson.id}/{name}" for name in names} <= links
    assert {"giang-day/bai-tap/", "giang-day/phat-tay/tat-ca.pdf"} <= links
    assert "giang-day/" in {element.get("href") for element in elements(page(site, ""), "//article//a[@href]")}


def test_lesson_pages_show_every_slide_and_answer(site: Site, lessons: Lessons) -> None:
    for lesson in lessons.lessons:
        article = content(page(site, f"giang-day/{lesson.id}/"))
        text = flat(article)
        assert all(
            slide.title in text and all(quote.words in text for quote in slide.quotes) for slide in lesson.slides
        )
        assert all(question.answer in text for question in lesson.wrap_up.questions)
        assert f"{lesson.minutes} phút" in text


def test_the_key_opens_in_the_form(visit: Visitor, address: str, site: Site) -> None:
    key = site.folder / "giang-day" / "bai-tap" / "dap-an.json"
    record = json.loads(key.read_text("utf-8"))
    found = visit(f"{address}tu-danh-gia/{record['body']}/")
    found.page.locator("input[type=file]").set_input_files(key)
    expect(found.page.get_by_label("Năm đánh giá")).to_have_value(str(record["year"]))
    for code, answer in record["answers"].items():
        line = found.page.locator(f"fieldset[data-code='{code}']")
        expect(line.locator("[data-field=state]:checked")).to_have_value(answer["state"])
        expect(line.locator("[data-field=result]")).to_have_value(answer["result"])
    assert found.complaints == []


def test_a_class_gets_the_exercise_without_its_key(visit: Visitor, address: str) -> None:
    page_ = visit(f"{address}giang-day/bai-tap/").page
    key = page_.locator("details.key")
    expect(key).not_to_have_attribute("open", "")
    text = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page_.pdf())).pages)
    assert "Diễn biến trong năm" in text
    assert "Đáp án và lý do" not in text
    key.locator("summary").click()
    expect(key.locator(".law").first).to_be_visible()
