"""Pages on paper: the words and the standing of the text, without navigation, on A4."""

import re
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from quyche.addresses import article_path, body_path
from quyche.regulation.index import Index
from tests.browser.visiting import Visitor
from tests.poppler import fonts_of, pages_of

NAVIGATION = (
    ".md-header, .md-tabs, .md-sidebar, .md-skip, .md-search, .md-footer, .pager, .crumbs, .tools, .actions, button"
)
MENU_WORDS = (
    "Trang chủ",
    "Danh sách",
    "Tìm trong",
    "Sao chép trích dẫn",
    "Điều trước",
    "Điều sau",
    "Đến nội dung",
    "Trong trang này",
)
POINT = 1 / 72
A4 = (210 / 25.4, 297 / 25.4)


def squeezed(text: str) -> str:
    """Return ``text`` without white space: a PDF breaks lines where it likes."""
    return "".join(text.split())


def printed(visit: Visitor, address: str) -> list[str]:
    """Return the text of each page of the print of ``address``, all A4, in fonts that office printers set well."""
    page = visit(address).page
    pdf = page.pdf(prefer_css_page_size=True, print_background=False)
    assert [line for line in fonts_of(pdf) if "Type 3" in line] == []
    reader = PdfReader(BytesIO(pdf))
    for sheet in reader.pages:
        size = (float(sheet.mediabox.width) * POINT, float(sheet.mediabox.height) * POINT)
        assert sorted(size) == pytest.approx(A4, abs=0.02)
    return pages_of(pdf, "-raw")


@pytest.mark.parametrize("path", ["quy-che/dieu-5/", "quy-che/", "co-quan/ubnd-huyen/", "ma-tran/", "lich/"])
def test_print_hides_navigation_and_keeps_the_status(visit: Visitor, address: str, ours: Index, path: str) -> None:
    page = visit(address + path).page
    page.emulate_media(media="print")
    assert (
        page.locator(NAVIGATION).evaluate_all(
            "all => all.filter(e => e.checkVisibility({ opacityProperty: true })).map(e => e.outerHTML.slice(0, 120))"
        )
        == []
    )
    assert page.get_by_text(ours.regulation.status.label).first.is_visible()
    assert page.get_by_text(ours.regulation.status.summary).first.is_visible()


def test_details_open_to_print(visit: Visitor, address: str) -> None:
    page = visit(address + "quy-che/dieu-5/").page
    closed = page.locator("article details:not([open])")
    assert closed.count() > 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert closed.count() == 0


def test_printed_article_holds_its_words_and_status_and_no_menus(visit: Visitor, address: str, ours: Index) -> None:
    article = ours.place["d5"].provision
    sheets = printed(visit, address + article_path(article))
    whole = squeezed(" ".join(sheets))
    foot = squeezed(ours.regulation.status.print_line)
    body = whole.replace(foot, "")
    words = [place.provision.text for place in ours.within(article) if place.provision.text]
    missing = [text for text in words if squeezed(text) not in whole and not split_by_foot(text, sheets)]
    assert missing == []
    assert all(foot in squeezed(sheet) for sheet in sheets)
    assert [word for word in MENU_WORDS if squeezed(word) in body] == []


def split_by_foot(text: str, sheets: list[str]) -> bool:
    """Tell whether ``text`` runs over the end of a sheet, with nothing but the foot between."""
    for before, after in pairwise(sheets):
        for cut in (found.start() for found in re.finditer(r"\s|$", text)):
            if squeezed(text[:cut]) in squeezed(before) and squeezed(text[cut:]) in squeezed(after):
                return True
    return False


def test_printed_body_holds_every_task(visit: Visitor, address: str, ours: Index) -> None:
    body = ours.bodies["ban-dan-van-huyen-uy"]
    sheets = printed(visit, address + body_path(body))
    whole = squeezed(" ".join(sheets))
    tasks = [duty.task for duty in ours.regulation.duties if body.id in duty.by]
    assert [task for task in tasks if squeezed(task) not in whole and not split_by_foot(task, sheets)] == []
    assert [word for word in MENU_WORDS if squeezed(word) in whole] == []


def test_printed_whole_text_holds_every_word(visit: Visitor, address: str, ours: Index) -> None:
    sheets = printed(visit, address + "quy-che/")
    whole = squeezed(" ".join(sheets))
    words = [place.provision.text or place.provision.heading or "" for place in ours.places]
    assert [text for text in words if squeezed(text) not in whole and not split_by_foot(text, sheets)] == []


def test_who_receives_and_who_signs_stand_on_one_sheet_with_the_end_of_the_text(
    visit: Visitor, address: str, ours: Index
) -> None:
    text = ours.regulation.text
    assert text.distribution
    assert text.signature
    closing = [text.distribution.heading, *text.distribution.items, *text.signature.lines]
    sheets = [squeezed(sheet) for sheet in printed(visit, address + "quy-che/")]
    (closed,) = (sheet for sheet in sheets if squeezed(text.distribution.heading) in sheet)
    assert [line for line in closing if squeezed(line) not in closed] == []
    assert squeezed(ours.articles[-1].provision.text or "") in closed
