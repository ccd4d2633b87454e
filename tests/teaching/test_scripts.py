"""Numbers by chance: the same in every browser and every year, for an exam must come out again from its seed."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.scripts.loading import add_modules

ALL = 2**32
VECTORS = {
    "": [1741236524, 895900504, 3923051020],
    "1": [1642084626, 63366374, 854058472],
    "đề số 7": [4168822271, 803809534, 2034837395],
}


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    """Give a blank page with the scripts that need no page."""
    context = browser.new_context()
    page = context.new_page()
    add_modules(page, "teaching/exam", "teaching/practice")
    yield page
    context.close()


def sfc32(seed: str, count: int) -> list[int]:
    """Return the first numbers for ``seed``: sfc32 from FNV-1a, written a second time, from their descriptions."""
    state = []
    for start in (0x811C9DC5, 0x9E3779B9, 0x243F6A88, 1):
        value = start
        for byte in seed.encode():
            value = (value ^ byte) * 0x01000193 % ALL
        state.append(value)
    a, b, c, d = state
    numbers = []
    for _ in range(12 + count):
        total = (a + b + d) % ALL
        d = (d + 1) % ALL
        a = b ^ (b >> 9)
        b = (c + (c << 3)) % ALL
        c = (((c << 21) | (c >> 11)) + total) % ALL
        numbers.append(total)
    return numbers[12:]


def drawn(engine: Page, seed: str, count: int) -> list[int]:
    numbers: list[int] = engine.evaluate(
        "([seed, count]) => { const random = quyche['teaching/random'].seeded(seed);"
        " return Array.from({ length: count }, () => random.next()); }",
        [seed, count],
    )
    return numbers


@pytest.mark.parametrize("seed", VECTORS)
def test_numbers_are_those_of_the_vectors(engine: Page, seed: str) -> None:
    assert drawn(engine, seed, 3) == VECTORS[seed]
    assert drawn(engine, seed, 500) == sfc32(seed, 500)


def test_a_seed_is_its_letters_however_they_are_composed(engine: Page) -> None:
    composed = "đề 7"
    apart = unicodedata.normalize("NFD", composed)
    assert apart != composed
    assert drawn(engine, apart, 5) == drawn(engine, composed, 5)
    assert drawn(engine, "đề 8", 5) != drawn(engine, composed, 5)


def test_whole_numbers_are_spread_evenly(engine: Page) -> None:
    counts: list[int] = engine.evaluate(
        "() => { const random = quyche['teaching/random'].seeded('đều'); const counts = [0, 0, 0, 0, 0, 0, 0];"
        " for (let turn = 0; turn < 70000; turn += 1) counts[random.below(7)] += 1; return counts; }"
    )
    assert sum(counts) == 70000
    assert max(abs(count - 10000) for count in counts) < 500


def test_shuffling_loses_nothing_and_leaves_the_list_alone(engine: Page) -> None:
    before, after = engine.evaluate(
        "() => { const list = [...'abcdefghij']; return [list, quyche['teaching/random'].seeded('x').shuffled(list)]; }"
    )
    assert before == list("abcdefghij")
    assert before != after
    assert sorted(after) == before


BANK: dict[str, Any] = {
    "levels": [{"id": "recall", "label": "nhận biết"}, {"id": "apply", "label": "vận dụng"}],
    "articles": [{"id": f"d{number}", "name": f"Điều {number}"} for number in range(1, 7)],
    "questions": [
        {
            "id": f"q{number}",
            "level": "recall" if number < 24 else "apply",
            "article": f"d{number % 6 + 1}",
            "provision": f"d{number % 6 + 1}.k{number % 12}",
            "text": f"Câu {number}?",
            "options": [f"đúng {number}", f"sai a {number}", f"sai b {number}", f"sai c {number}"],
        }
        for number in range(36)
    ],
}
WISHES = {"counts": {"recall": 8, "apply": 4}, "seed": "lớp A", "versions": 4}


def exam(engine: Page, wishes: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = engine.evaluate(
        "([bank, wishes]) => { const exam = quyche['teaching/exam'].make(bank, wishes);"
        " const places = exam.questions.map((one) => quyche['teaching/exam'].places(exam, one));"
        " return { ...exam, key: quyche['teaching/exam'].key(exam), places }; }",
        [BANK, wishes],
    )
    return made


def test_one_seed_gives_one_exam_and_another_seed_another(engine: Page) -> None:
    assert exam(engine, WISHES) == exam(engine, WISHES)
    others = [exam(engine, WISHES | {"seed": seed}) for seed in ("lớp B", "lớp a", "1", "2")]
    papers = [str(made["versions"]) for made in (exam(engine, WISHES), *others)]
    assert len(set(papers)) == len(papers)


def test_more_versions_leave_the_first_ones_as_they_were(engine: Page) -> None:
    assert exam(engine, WISHES | {"versions": 8})["versions"][:4] == exam(engine, WISHES)["versions"]


@pytest.mark.parametrize("seed", [str(number) for number in range(12)])
def test_every_version_asks_the_same_in_another_order_and_the_key_is_right(engine: Page, seed: str) -> None:
    made = exam(engine, WISHES | {"seed": seed})
    assert [version["code"] for version in made["versions"]] == ["101", "102", "103", "104"]
    asked = {question["id"] for question in made["questions"]}
    assert len(asked) == 12
    levels = [question["level"] for question in made["questions"]]
    assert (levels.count("recall"), levels.count("apply")) == (8, 4)
    orders = set()
    for column, version in enumerate(made["versions"]):
        ids = [item["question"]["id"] for item in version["questions"]]
        orders.add(tuple(ids))
        assert set(ids) == asked
        for row, item in enumerate(version["questions"]):
            letter = made["key"][row][column]
            number = item["question"]["id"].removeprefix("q")
            assert item["options"]["ABCD".index(letter)] == f"đúng {number}"
            assert letter == item["right"]
            assert sorted(item["options"]) == sorted(item["question"]["options"])
    assert len(orders) == 4
    for question, places in zip(made["questions"], made["places"], strict=True):
        for place, version in zip(places, made["versions"], strict=True):
            item = version["questions"][place["number"] - 1]
            assert (item["question"]["id"], item["right"]) == (question["id"], place["right"])


def test_questions_are_spread_over_articles_and_provisions(engine: Page) -> None:
    made = exam(engine, WISHES)
    articles = [question["article"] for question in made["questions"]]
    provisions = [question["provision"] for question in made["questions"]]
    assert {articles.count(article) for article in set(articles)} == {2}
    assert len(set(provisions)) == 12


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ({"counts": {"recall": 25, "apply": 4}}, "Mức độ nhận biết chỉ có 24 câu."),
        ({"counts": {"recall": 0, "apply": 0}}, "Hãy chọn ít nhất một câu hỏi."),
        ({"counts": {"recall": -1, "apply": 4}}, "Số câu phải là số nguyên từ 0 trở lên."),
        ({"counts": {"recall": None, "apply": 4}}, "Số câu phải là số nguyên từ 0 trở lên."),
        ({"versions": 9}, "Số mã đề từ 1 đến 8."),
        ({"versions": 0}, "Số mã đề từ 1 đến 8."),
        ({"seed": "  "}, "Hãy ghi mã bộ đề."),
    ],
)
def test_wishes_that_cannot_be_met_are_told(engine: Page, wishes: dict[str, Any], told: str) -> None:
    found = engine.evaluate("([bank, wishes]) => quyche['teaching/exam'].faults(bank, wishes)", [BANK, WISHES | wishes])
    assert found == [told]
    assert engine.evaluate("([bank, wishes]) => quyche['teaching/exam'].faults(bank, wishes)", [BANK, WISHES]) == []


def test_the_score_counts_answers_by_article(engine: Page) -> None:
    script = """(bank) => {
      const rounds = quyche['teaching/practice'].rounds(bank.questions, 0, quyche['teaching/random'].seeded("x"));
      rounds.forEach((round) => {
        const number = Number(round.question.id.slice(1));
        if (number % 3 === 0) round.chosen = round.right;
        if (number % 3 === 1) round.chosen = (round.right + 1) % 4;
      });
      const score = quyche['teaching/practice'].score(bank, rounds);
      return [score.all, score.articles.map((row) => [row.article.id, row.answered, row.right])];
    }"""
    everything, articles = engine.evaluate(script, BANK)
    assert everything == {"answered": 24, "right": 12}
    # number % 6 tells the article, number % 3 the answer: 1 and 4 all right, 2 and 5 all wrong, 3 and 6 unanswered
    assert articles == [["d1", 6, 6], ["d2", 6, 0], ["d4", 6, 6], ["d5", 6, 0]]


def test_practice_asks_what_was_chosen(engine: Page) -> None:
    script = (
        "([bank, levels, article]) => quyche['teaching/practice'].matching(bank, levels, article).map((one) => one.id)"
    )
    chosen = engine.evaluate(script, [BANK, ["apply"], "d1"])
    assert chosen == ["q24", "q30"]
    assert len(engine.evaluate(script, [BANK, ["recall", "apply"], ""])) == 36
    assert engine.evaluate(script, [BANK, [], ""]) == []
