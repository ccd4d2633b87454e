"""Synonyms: every slip in the file is told with its line; bodies lead to where the text speaks to them."""

from pathlib import Path

import pytest

from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.search.names import Name, Synonym, Synonyms, load_synonyms, names


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "tu-dong-nghia.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def found(index: Index) -> dict[str | None, Name]:
    return {name.page: name for name in names(index, Synonyms(terms=()))}


def test_our_synonyms_are_sound(ours: Index, project: Path) -> None:
    assert len(load_synonyms(project / "docs" / "tu-dong-nghia.yaml", ours).terms) > 20


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("terms:\n  - term: a\n    variants: [b]\n    provisions: [d999]\n", 4, "d999"),
        (
            "terms:\n  - {term: a, variants: [b], provisions: [d1]}\n  - {term: c, variants: [b], provisions: [d1]}\n",
            3,
            "“b”",
        ),
        ("terms:\n  - term: a\n    variants: []\n    provisions: [d1]\n", 3, "variants"),
        ("terms:\n  - term: a\n    variant: [b]\n    provisions: [d1]\n", 3, "variant"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, ours: Index, text: str, line: int, words: str) -> None:
    with pytest.raises(DataError) as caught:
        load_synonyms(written(tmp_path, text), ours)
    assert any(fault.line == line and words in fault.message for fault in caught.value.faults), str(caught.value)


def test_a_body_leads_to_its_article_or_to_its_provision_in_a_shared_one(ours: Index) -> None:
    assert found(ours)["ubnd-huyen"].provisions == ("d10",)
    assert found(ours)["ban-tuyen-giao-huyen-uy"].provisions[0] == "d6.k2.1"


def test_a_body_without_duties_leads_to_its_page_only(ours: Index) -> None:
    assert found(ours)["trung-tam-chinh-tri"].provisions == ()


def test_a_term_leads_where_its_entry_says(small: Index) -> None:
    place = small.articles[0].id
    term = Synonym(term="một từ", variants=("MT",), provisions=(place,))
    assert Name(("một từ", "MT"), (place,)) in tuple(names(small, Synonyms(terms=(term,))))
