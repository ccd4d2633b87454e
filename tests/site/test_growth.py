"""Eight times the text makes pages of about eight times the size: none lists all the others."""

import re
from pathlib import Path

from quyche.pages.article import MENTIONS_SHOWN
from quyche.pages.page import Section
from quyche.pages.site import generate
from quyche.project import load_project
from tests.conftest import SMALL
from tests.fixtures.growing import grown

TIMES = 8


def site_of(folder: Path, times: int) -> Section:
    folder.mkdir()
    grown(SMALL / "regulation.yaml", folder / "regulation.yaml", times)
    return generate(load_project(folder))


def test_pages_grow_in_step_with_the_text(tmp_path: Path) -> None:
    one, eight = site_of(tmp_path / "one", 1), site_of(tmp_path / "eight", TIMES)
    sizes = [sum(len(page.html) for page in site.pages) for site in (one, eight)]
    assert sizes[1] < TIMES * sizes[0] * 1.1


def test_a_page_of_a_long_text_names_a_few_places_and_leads_to_the_rest(tmp_path: Path) -> None:
    pages = {page.path: page.html for page in site_of(tmp_path / "eight", TIMES).pages}
    lists = [words for html in pages.values() for words in re.findall(r"còn được nhắc ở:</b>(.*?)</p>", html)]
    cut = [words for words in lists if "chỗ khác</a>" in words]
    assert cut
    assert {words.count("<a ") for words in cut} == {MENTIONS_SHOWN + 1}
