"""Queries that nobody tuned for: runs of words of the text, in every habit of spelling."""

import re
from collections import defaultdict

import pytest

from quyche.regulation.index import Index
from quyche.vietnamese.letters import fold
from tests.search.engine import Engine, prefixes
from tests.search.variants import HABITS, variants

COUNT = 30
SEEDS = (20250701, 1945)


def flat(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


@pytest.fixture(scope="module")
def texts(engine: Engine) -> dict[str, str]:
    """Address -> the words that stand there, title included, marks aside."""
    return {document.location: f" {flat(document.title)} | {flat(document.text)} " for document in engine.found}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_habit_finds_the_words_of_the_text(engine: Engine, ours: Index, texts: dict[str, str], seed: int) -> None:
    made = list(variants((place.provision.text or "" for place in ours.places), COUNT, seed))
    assert len(made) >= 400
    lost, low = defaultdict(list), defaultdict(list)
    for variant, groups in zip(made, engine.locations(variant.query for variant in made), strict=True):
        wanted = {location for location, words in texts.items() if f" {flat(variant.words)} " in words}
        ranks = [rank for rank, group in enumerate(groups) if not wanted.isdisjoint(group)]
        if not ranks:
            lost[variant.habit].append((variant.query, variant.words))
        if not ranks or ranks[0] > 2:
            low[variant.habit].append((variant.query, variant.words, ranks[:1]))
    assert sum(map(len, lost.values())) <= 0.01 * len(made), dict(lost)
    assert sum(map(len, low.values())) <= 0.03 * len(made), dict(low)
    for habit in HABITS:
        assert len(low[habit]) <= 0.15 * COUNT, low[habit]


def test_typing_never_empties_the_list(engine: Engine, ours: Index) -> None:
    made = variants((place.provision.text or "" for place in ours.places), 8, SEEDS[0])
    queries = [variant.query for variant in made]
    with_results = [query for query, count in zip(queries, engine.counts(queries), strict=True) if count]
    typed = [(query, prefix) for query in with_results for prefix in prefixes(query)]
    counts = engine.counts(prefix for _, prefix in typed)
    assert [pair for pair, count in zip(typed, counts, strict=True) if not count] == []
