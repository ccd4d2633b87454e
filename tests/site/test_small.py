"""Another regulation: the generator knows nothing of ours."""

import re

from quyche.addresses import article_path, body_path
from quyche.regulation.index import Index
from tests.site.building import Site

OURS = re.compile(r"dân vận|huyện ủy|huyện uỷ", re.IGNORECASE)
WRITTEN_BY_HAND = re.compile(r"huong-dan/|assets/javascripts/")
"""What docs/ brings, and the theme's own scripts."""


def test_builds_strictly_with_all_its_pages(small_site: Site, small: Index) -> None:
    expected = {article_path(article.provision) for article in small.articles} | {
        body_path(body) for body in small.pages
    }
    assert expected <= set(small_site.pages)


def test_nothing_of_our_regulation_is_in_its_site(small_site: Site) -> None:
    kinds = {".html", ".js", ".css", ".json", ".xml", ".txt"}
    files = [path for path in small_site.folder.rglob("*") if path.suffix in kinds]
    names = {path.relative_to(small_site.folder).as_posix(): path for path in files}
    strange = {name for name, path in names.items() if OURS.search(path.read_text(encoding="utf-8"))}
    assert {name for name in strange if not WRITTEN_BY_HAND.match(name)} == set()


def test_without_questions_there_is_nothing_to_test_with(small_site: Site) -> None:
    assert [address for address in small_site.pages if address.startswith("giang-day/")] == []
    assert not (small_site.folder / "giang-day").exists()
