"""The search worker as it runs in a reader's browser: a real worker, told and asked by the theme's messages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from quyche.addresses import GLOSSARY
from quyche.duties.assignment import Duties
from quyche.glossary.loading import Terms
from quyche.regulation.index import Index
from quyche.scripts import joined, modules
from quyche.search.documents import Document, documents, page_document, term_documents, term_names
from quyche.search.file import ENTRY, search_file
from quyche.search.names import Synonyms, load_synonyms, names

START = """script => {
  window.worker?.terminate();
  window.worker = new Worker(script);
  window.tell = message => new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error("the worker does not answer")), 120_000);
    const told = answer => { clearTimeout(late); done(answer); };
    worker.onmessage = event => told(event.data);
    worker.onerror = event => told({ error: event.message });
    worker.postMessage(message);
  });
  window.each = async (queries, act) => {
    const found = [];
    for (const query of queries) found.push(act((await tell({ type: 2, data: query })).data));
    return found;
  };
}"""
ASK = "queries => each(queries, answer => answer)"
COUNT = "queries => each(queries, answer => answer.items.length)"
LOCATIONS = """queries => each(queries, answer =>
  answer.items.map(group => group.filter(item => item.score).map(item => item.location)))"""
TIME = """async queries => {
  const start = performance.now();
  await each(queries, () => 0);
  return (performance.now() - start) / queries.length;
}"""


@dataclass(frozen=True)
class Hit:
    """One result: its address, what it shows, and the provision it leads to (``""`` for other pages)."""

    location: str
    provision: str
    title: str
    text: str
    tags: tuple[str, ...]
    terms: dict[str, bool]


@dataclass(frozen=True)
class Engine:
    """A worker that has been set up with the ``found`` documents, in the browser's ``page``."""

    page: Page
    found: Sequence[Document]

    def ask(self, queries: Iterable[Any]) -> list[dict[str, Any]]:
        """Return the worker's answers."""
        answers: list[dict[str, Any]] = self.page.evaluate(ASK, list(queries))
        return answers

    def hits(self, query: str) -> list[Hit]:
        """Return the hits in the order in which the theme shows them."""
        return self.all_hits([query])[0]

    def all_hits(self, queries: Iterable[str]) -> list[list[Hit]]:
        """Return the hits of each query. An entry that only carries the title of a page is none."""
        provision = {document.location: document.provision or "" for document in self.found}
        return [
            [
                Hit(
                    item["location"],
                    provision[item["location"]],
                    item["title"],
                    item["text"],
                    tuple(item.get("tags", ())),
                    item["terms"],
                )
                for group in answer["items"]
                for item in group
                if item["score"]
            ]
            for answer in self.ask(queries)
        ]

    def counts(self, queries: Iterable[str]) -> list[int]:
        """Return how many groups each query finds."""
        counts: list[int] = self.page.evaluate(COUNT, list(queries))
        return counts

    def locations(self, queries: Iterable[str]) -> list[list[list[str]]]:
        """Return the addresses that each query finds, by page."""
        found: list[list[list[str]]] = self.page.evaluate(LOCATIONS, list(queries))
        return found

    def milliseconds(self, queries: Iterable[str]) -> float:
        """Return the mean time from a query to its answer."""
        mean: float = self.page.evaluate(TIME, list(queries))
        return mean


NO_TERMS = Terms()


def documents_of(index: Index, terms: Terms = NO_TERMS) -> list[Document]:
    """Return the documents of a regulation and of its terms, hand-written pages aside."""
    page = [page_document(GLOSSARY, "Thuật ngữ", "")] if terms.in_order else []
    return [*documents(Duties(index)), *page, *term_documents(terms)]


def file_of(index: Index, synonyms: Path | None, terms: Terms = NO_TERMS) -> str:
    """Return the search file of a regulation."""
    read = load_synonyms(synonyms, index) if synonyms else Synonyms(terms=())
    return search_file(index, documents_of(index, terms), [*names(index, read), *term_names(terms)])


def start(page: Page, file: str, found: Sequence[Document]) -> Engine:
    """Start our worker in ``page`` and set it up with ``file``."""
    page.evaluate(
        "([script, start]) => eval(start)(URL.createObjectURL(new Blob([script])))",
        [joined(modules(), ENTRY), START],
    )
    answer = page.evaluate("file => tell({ type: 0, data: JSON.parse(file) })", file)
    assert answer == {"type": 1}
    return Engine(page, found)


def prefixes(query: str) -> list[str]:
    """Return what stands in the box while ``query`` is typed."""
    return [query[:length] for length in range(1, len(query)) if query[:length].strip()]
