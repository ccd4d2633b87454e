"""A site at every stage of the work: text alone, bodies, drafted duties; whole, quiet, without a dead link."""

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect
from pypdf import PdfReader

from quyche.addresses import article_path
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from tests.browser.looking import OVERFLOW, violations
from tests.browser.serving import served
from tests.browser.visiting import Visitor, settled
from tests.importer.conftest import run
from tests.poppler import pages_of
from tests.site.building import Site
from tests.site.reading import content, dead_links, elements, flat, page, words

LATER = ("co-quan/", "ma-tran/", "lich/", "do-phu/", "tu-danh-gia/")
MARK = "Bản nháp, chưa ai xác nhận"


@pytest.fixture(params=["text_site", "bodies_site", "draft_site"])
def stage(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def regulation(site: Site) -> Index:
    return load(site.project / "regulation.yaml")


def test_every_link_leads_somewhere_at_every_stage(stage: Site) -> None:
    assert dead_links(stage) == set()


def test_every_provision_stands_on_its_page_at_every_stage(stage: Site) -> None:
    index = regulation(stage)
    for article in index.articles:
        shown = {
            element.get("data-provision"): words(element)
            for element in elements(page(stage, article_path(article.provision)), "//*[@data-provision]")
        }
        expected = {place.id: place.provision.text for place in index.within(article.provision) if place.provision.text}
        assert expected.items() <= shown.items()


def test_text_alone_has_no_page_of_what_is_not_there(text_site: Site) -> None:
    assert len(regulation(text_site).articles) == 91
    assert [address for address in text_site.pages if address.startswith(LATER)] == []
    home = content(page(text_site, ""))
    assert "cơ quan mình" not in flat(home)
    assert len(elements(home, "//section[contains(@class, 'door')]")) == 2


def test_bodies_alone_bring_their_pages_and_no_duties(bodies_site: Site) -> None:
    found = {address.split("/")[0] + "/" for address in bodies_site.pages if address.startswith(LATER)}
    assert found == {"co-quan/"}
    assert MARK in flat(content(page(bodies_site, "co-quan/ban-quan-thu/")))


def test_guides_come_when_there_is_what_they_tell_of(text_site: Site, bodies_site: Site, draft_site: Site) -> None:
    found = [{page for page in site.pages if page.startswith("huong-dan/")} for site in (text_site, draft_site)]
    assert found[0] == {"huong-dan/quy-che-cua-don-vi/", "huong-dan/dua-len-mang/"}
    assert found[1] == {*found[0], "huong-dan/", "huong-dan/tu-danh-gia/"}
    assert "huong-dan/" not in bodies_site.pages


def test_a_law_is_called_a_law(text_site: Site) -> None:
    home = page(text_site, "")
    assert elements(home, "//input[@name='query']")[0].get("placeholder") == "Tìm trong Luật"
    tabs = [words(tab).strip() for tab in elements(home, "//a[contains(@class, 'md-tabs__link')]")]
    assert "Luật" in tabs
    assert "Quy chế" not in tabs


def test_a_site_without_sheets_goes_on_a_stick(bodies_site: Site, tmp_path: Path) -> None:
    packed = tmp_path / "luat.zip"
    run(bodies_site.project, "offline", "--output", str(packed))
    with zipfile.ZipFile(packed) as archive:
        names = archive.namelist()
        home = archive.read(next(name for name in names if name.endswith("/index.html") and name.count("/") == 1))
    assert "quy-che/dieu-1/index.html" in home.decode()
    articles = {f"/{article_path(article.provision)}index.html" for article in regulation(bodies_site).articles}
    assert articles <= {name[name.index("/") :] for name in names}


def test_drafts_are_marked_wherever_they_are_shown(draft_site: Site) -> None:
    for address in ("quy-che/dieu-1/", "co-quan/", "co-quan/ban-quan-thu/", "ma-tran/", "lich/", "do-phu/"):
        assert MARK in flat(content(page(draft_site, address))), address
    form = page(draft_site, "tu-danh-gia/ban-quan-thu/")
    lines = elements(form, "//fieldset[contains(@class, 'line') and @data-code]")
    assert lines
    assert all(MARK in flat(line) for line in lines)


def test_sheets_of_drafts_carry_the_mark(draft_site: Site) -> None:
    folder = draft_site.folder / "tu-danh-gia" / "ban-quan-thu"
    for name in ("phieu-tu-danh-gia.pdf", "phieu-gon.pdf"):
        pages = [" ".join(words_.split()) for words_ in pages_of((folder / name).read_bytes(), "-raw")]
        assert all(MARK in words_ for words_ in pages), name
    document = docx.Document(io.BytesIO((folder / "phieu-tu-danh-gia.docx").read_bytes()))
    assert MARK in " ".join(paragraph.text for section in document.sections for paragraph in section.footer.paragraphs)
    book = load_workbook(folder / "phieu-tu-danh-gia.xlsx")
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert any(MARK in value for value in cells)
    assert any(value.startswith("[Bản nháp] ") for value in cells)


def test_every_article_can_be_found(text_site: Site) -> None:
    data = json.loads((text_site.folder / "search" / "documents.json").read_text(encoding="utf-8"))
    found = {document["location"].split("#")[0] for document in data["docs"]}
    assert {article_path(article.provision) for article in regulation(text_site).articles} <= found


@pytest.mark.parametrize("address", ["", "quy-che/", "quy-che/dieu-7/"])
def test_pages_of_text_alone_are_accessible_and_narrow(visit: Visitor, text_site: Site, address: str) -> None:
    with served(text_site.folder) as root:
        found = visit(root + address, width=360)
        settled(found.page)
        assert violations(found.page, "light") == []
        found.page.set_viewport_size({"width": 320, "height": 640})
        assert found.page.evaluate(OVERFLOW) == [0]
        assert found.complaints == []


def test_search_and_print_work_with_text_alone(visit: Visitor, text_site: Site, tmp_path: Path) -> None:
    with served(text_site.folder) as root:
        found = visit(f"{root}quy-che/dieu-2/?q=dieu+88+khoan+1")
        link = found.page.locator("a.md-search-result__link").first
        expect(link).to_have_attribute("href", re.compile("dieu-88"))
        found.page.goto(f"{root}quy-che/dieu-2/")
        printed = tmp_path / "in.pdf"
        printed.write_bytes(found.page.pdf(format="A4"))
        assert found.complaints == []
    assert "giữ sách loại 2" in " ".join(PdfReader(printed).pages[0].extract_text().split())
