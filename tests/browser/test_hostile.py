"""A regulation full of markup in a real browser: nothing of it runs, on no page, nor in the search."""

from playwright.sync_api import expect

from tests.browser.serving import served
from tests.browser.visiting import Visitor
from tests.site.building import Site


def test_nothing_in_the_data_runs(visit: Visitor, hostile: Site) -> None:
    with served(hostile.folder) as address:
        found = visit(address)
        for path in hostile.pages:
            found.page.goto(address + path)
            assert found.page.evaluate("() => window.ran") is None, path
            assert found.page.locator("img[src='x'], [onerror], [onload], [onfocus]").count() == 0, path
        assert found.complaints == []
        assert [url for url in found.requests if not url.startswith(address)] == []


def test_search_shows_the_data_as_words(visit: Visitor, hostile: Site) -> None:
    with served(hostile.folder) as address:
        found = visit(address + "quy-che/dieu-3/")
        page = found.page
        page.locator(".md-search__input").click()
        expect(page.locator(".md-search-result__meta")).to_contain_text("Gõ từ cần tìm")  # the search is ready
        page.locator(".md-search__input").press_sequentially("kiểm")
        page.wait_for_selector(".md-search-result__item")
        assert page.evaluate("() => window.ran") is None
        assert page.locator(".md-search-result :is(img, script, svg[onload], b:text-is('đậm'))").count() == 0
        assert found.complaints == []
