"""Terms: typed whole, marked or not, their definition is among the first; its words find nothing by themselves."""

from pathlib import Path

import pytest

from quyche.addresses import term_address
from quyche.glossary.loading import Terms, load_terms
from quyche.instruments.model import Register
from quyche.regulation.index import Index
from quyche.search.documents import DocumentKind
from quyche.vietnamese.letters import fold
from tests.search.engine import Engine, documents_of


@pytest.fixture(scope="module")
def terms(project: Path, ours: Index, register: Register) -> Terms:
    return load_terms(project / "docs" / "thuat-ngu.yaml", ours, register)


@pytest.mark.parametrize("typed", [str, fold])
def test_a_term_typed_whole_finds_its_definition_among_the_first(
    engine: Engine, terms: Terms, typed: type[str]
) -> None:
    found = engine.all_hits([typed(term.term) for term in terms.in_order])
    for term, hits in zip(terms.in_order, found, strict=True):
        pages = list(dict.fromkeys(hit.location.split("#")[0] for hit in hits))
        assert "thuat-ngu/" in pages[:3], term.term
        assert next(hit.location for hit in hits if hit.location.startswith("thuat-ngu/#")) == term_address(term.id)
    texts = {hit.location: hit.text for hits in found for hit in hits}
    assert "Cuộc họp theo kỳ" in texts[term_address("giao-ban")]


def test_what_a_term_is_also_called_finds_it(engine: Engine, terms: Terms) -> None:
    also = [(name, term.id) for term in terms.in_order for name in term.also]
    found = engine.all_hits([name for name, _ in also])
    for (name, term), hits in zip(also, found, strict=True):
        assert term_address(term) in [hit.location for hit in hits], name


def test_the_words_of_a_definition_are_not_searched(engine: Engine) -> None:
    assert engine.hits("khoan hồng, tha tù trước thời hạn") == []
    assert all(not hit.location.startswith("thuat-ngu/") for hit in engine.hits("luong co so"))


def test_each_term_is_one_document_after_its_page(ours: Index, terms: Terms) -> None:
    documents = [document for document in documents_of(ours, terms) if document.kind is DocumentKind.TERM]
    assert [document.location for document in documents] == [
        "thuat-ngu/",
        *(term_address(term.id) for term in terms.in_order),
    ]
