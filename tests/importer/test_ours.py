"""Our own source, and the same words in other carriers: the importer finds what our editors made by hand."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from quyche.importer.importing import Imported
from quyche.regulation.index import Index, Place
from quyche.regulation.vocabulary import Kind
from tests.importer.texts import imported


@pytest.fixture(scope="module")
def source(project: Path) -> str:
    return (project / "docs" / "du-lieu" / "nguon.txt").read_text(encoding="utf-8")


def verbatim(place: Place) -> tuple[object, ...]:
    provision = place.provision
    return (
        place.id,
        provision.kind,
        provision.num,
        provision.label,
        provision.heading,
        provision.text,
        provision.emphasis,
    )


def shape(found: Imported) -> tuple[object, ...]:
    index = Index(found.regulation)
    clauses = {
        article.provision.num: sum(1 for child in article.provision.children if child.kind is Kind.CLAUSE)
        for article in index.articles
    }
    return found.counts, clauses, [place.id for place in index.places]


def test_the_raw_source_gives_the_text_of_the_data(source: str, ours: Index) -> None:
    found = imported(source)
    assert not found.findings
    assert [verbatim(place) for place in Index(found.regulation).places] == [verbatim(place) for place in ours.places]
    mine, theirs = found.regulation.text, ours.regulation.text
    assert (mine.front, mine.distribution, mine.signature) == (theirs.front, theirs.distribution, theirs.signature)


PAGES = {"Điều 6.": "2", "Điều 12.": "- 3 -", "Điều 20.": "Trang 4"}
ARABIC = {"I": "1", "II": "2", "III": "3", "IV": "4"}
VARIANTS: dict[str, Callable[[str], str]] = {
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "crlf-bom": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "colon": lambda text: re.sub(r"(?m)^Điều (\d+)\.", r"Điều \1:", text).replace("**Điều 14.", "**Điều 14:"),
    "arabic": lambda text: re.sub(r"(?m)^(Chương|Mục) ([IV]+)$", lambda m: f"{m[1]} {ARABIC[m[2]]}", text),
    "dash": lambda text: re.sub(r"(?m)^(\d)\. ", r"\1- ", text),
    "bracket": lambda text: re.sub(r"(?m)^(\d)\. ", r"\1) ", text),
    "no-blank-lines": lambda text: re.sub(r"\n\n+", "\n", text),
    "markdown": lambda text: re.sub(r"(?m)^(Điều \d+\.)", r"### \1", re.sub(r"(?m)^(Chương .*)$", r"## **\1**", text)),
    "capitals": lambda text: re.sub(r"(?m)^Điều (\d+)\.", r"ĐIỀU \1.", text),
    "no-dot": lambda text: re.sub(r"(?m)^Điều (\d+)\. ", r"Điều \1 ", text),
    "page-numbers": lambda text: re.sub(r"(?m)^(Điều (?:6|12|20)\.)", lambda m: f"\f\n{PAGES[m[1]]}\n\n{m[1]}", text),
    "citation": lambda text: text.replace("\n4. Định kỳ sáu", "\n4. Thực hiện quy định tại\nĐiều 5. Định kỳ sáu", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_another_carrier_of_the_same_words_gives_the_same_tree(name: str, source: str) -> None:
    changed = VARIANTS[name](source)
    assert changed != source
    found = imported(changed, is_markdown=name == "markdown")
    assert not found.errors
    if name != "arabic":
        assert shape(found) == shape(imported(source))
    assert found.counts[Kind.ARTICLE] == len(Index(imported(source).regulation).articles)


def test_a_line_that_cites_is_no_heading(source: str) -> None:
    found = imported(VARIANTS["citation"](source))
    assert "tại Điều 5. Định kỳ" in str(Index(found.regulation).place["d4.k4"].provision.text)
    assert ["lời dẫn" in doubt.message for doubt in found.doubts] == [True]


def test_a_missing_article_is_an_error_that_names_it(source: str) -> None:
    found = imported(re.sub(r"(?m)^Điều 20\..*\n", "", source))
    assert [error.message for error in found.errors] == ["Thiếu Điều 20: sau Điều 19 là Điều 21."]
