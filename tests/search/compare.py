"""Our search beside the theme's own, on the same pages, in the same browser."""

import csv
import gzip
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from quyche.regulation.citations import html_id
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from tests.browser.serving import served
from tests.browser.visiting import launched
from tests.search.engine import LOCATIONS, START, prefixes
from tests.search.variants import variants
from tests.site.building import build, build_with_mkdocs

QUERIES = Path(__file__).with_name("queries.tsv")
OURS = ("- hooks/search.py",)
"""Lines of mkdocs.yml without which a build has the theme's own search."""
FILES = ("documents.json", "search_index.json")
"""Where the documents stand: ours beside the theme's file, the theme's own in it."""
ROUNDS = 2
STEP = 16
"""One keystroke in so many is tried and timed: over much text the theme's search needs a second for some."""
NOTHING = "-"

SET_UP = """async file => { const data = { ...JSON.parse(file), options: { suggest: false } };
    const start = performance.now(); await tell({ type: 0, data });
    return performance.now() - start }"""
STROKES = """async queries => { const strokes = []; for (const query of queries) { const start = performance.now();
    const { data } = await tell({ type: 2, data: query });
    strokes.push([performance.now() - start, data.items.length]) } return strokes }"""


@dataclass(frozen=True)
class Query:
    """What is typed, and the provisions that should be found; none for what is not there."""

    text: str
    wanted: frozenset[str]


@dataclass(frozen=True)
class Figures:
    """What one search did: queries answered rightly, rightly with the first result; milliseconds and bytes.

    ``empty_on_the_way`` is the share of keystrokes on the way to a query with an answer that find nothing.
    """

    found: int
    first: int
    variants_found: int
    variants_top: int
    empty_on_the_way: float
    set_up: float
    keystroke: float
    index_gz: int
    worker_gz: int


def compare(project: Path) -> dict[str, Figures]:
    """Return the figures of the theme's search and of ours."""
    index = load(project / "regulation.yaml")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        # The theme's own search needs parts of the theme that a published site leaves out.
        sites = {"theme": build_with_mkdocs(_without_ours(project, Path(folder)), Path(folder) / "theme")}
        sites["ours"] = build(project, Path(folder) / "ours").folder
        browser = launched(playwright.chromium)
        figures = {name: _measure(browser, site, index) for name, site in sites.items()}
        browser.close()
    return figures


def _without_ours(project: Path, folder: Path) -> Path:
    copy = folder / "project"
    copy.mkdir()
    for path in project.iterdir():
        if path.name not in {"mkdocs.yml", "site", ".git"}:
            (copy / path.name).symlink_to(path)
    lines = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.strip().startswith(OURS)]
    (copy / "mkdocs.yml").write_text("\n".join(kept) + "\n", encoding="utf-8")
    return copy


def _measure(browser: Browser, site: Path, index: Index) -> Figures:
    file = next(path for name in FILES if (path := site / "search" / name).exists()).read_bytes()
    [worker] = site.glob("assets/javascripts/workers/search.*.js")
    listed, made = list(_listed()), list(_made(index))
    with served(site) as address:
        page = browser.new_page()
        page.goto(f"{address}search/search_index.json")  # no page: ours put a stand-in in the place of Worker
        text = file.decode()
        start = f"({START})({json.dumps(address + worker.relative_to(site).as_posix())})"
        times = []
        for _ in range(ROUNDS):
            page.evaluate(start)
            times.append(page.evaluate(SET_UP, text))
        answers = page.evaluate(LOCATIONS, [query.text for query in listed])
        others = page.evaluate(LOCATIONS, [query.text for query in made])
        typed = [prefix for query in listed if query.wanted for prefix in prefixes(query.text)][::STEP]
        rounds = [page.evaluate(STROKES, typed) for _ in range(ROUNDS)]
        page.close()
    milliseconds = [min(stroke[0] for stroke in tries) for tries in zip(*rounds, strict=True)]
    provisions = {html_id(place.id): place.id for place in index.places}
    ranks = [_rank(query, groups, provisions) for query, groups in zip(listed, answers, strict=True)]
    variant_ranks = [_rank(query, groups, provisions) for query, groups in zip(made, others, strict=True)]
    return Figures(
        found=sum(rank is not None for rank in ranks),
        first=sum(rank == 0 for rank in ranks),
        variants_found=sum(rank is not None for rank in variant_ranks),
        variants_top=sum(rank is not None and rank < 3 for rank in variant_ranks),
        empty_on_the_way=sum(count == 0 for _, count in rounds[0]) / len(typed),
        set_up=min(times),
        keystroke=sum(milliseconds) / len(milliseconds),
        index_gz=len(gzip.compress(file, 9)),
        worker_gz=len(gzip.compress(worker.read_bytes(), 9)),
    )


def _listed() -> Iterator[Query]:
    with QUERIES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Query(row["query"], frozenset(row["expected"].split(",")) - {NOTHING})


def _made(index: Index) -> Iterator[Query]:
    """Yield runs of words of the text in every habit; wanted is whatever holds them."""
    texts = {place.id: place.provision.text for place in index.places if place.provision.text}
    for variant in variants(texts.values(), 12, 1975):
        wanted = (name for name, text in texts.items() if variant.words in text.lower())
        yield Query(variant.query, frozenset(wanted))


def _rank(query: Query, groups: Sequence[Sequence[str]], provisions: dict[str, str]) -> int | None:
    """Return the place of the first group that leads to what is wanted; 0 if nothing is wanted and nothing found."""
    if not query.wanted:
        return None if groups else 0
    for rank, group in enumerate(groups):
        for place, location in enumerate(group):
            path, _, anchor = location.partition("#")
            provision = provisions.get(anchor) or provisions.get(path.rstrip("/").rsplit("/", 1)[-1])
            if provision and any(provision == name or provision.startswith(f"{name}.") for name in query.wanted):
                return rank or min(place, 1)
    return None


def counted(index: Index) -> tuple[int, int]:
    """Return how many queries are listed, and how many are made of the text."""
    return sum(1 for _ in _listed()), sum(1 for _ in _made(index))
