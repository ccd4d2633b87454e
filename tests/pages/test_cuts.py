"""Words of a duty where they stand alone: never without those that govern and limit them, and these apart from them."""

from collections.abc import Iterator

import pytest
from lxml import html

from quyche.checklists.building import build_checklist
from quyche.checklists.files import BodySheets
from quyche.checklists.setup import Setup
from quyche.checklists.wording import WORDS, worded
from quyche.duties.assignment import Duties
from quyche.pages.checklists import FORMATS, checklist_page
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.pages.teaching import exercise_page
from quyche.project import EXERCISE
from quyche.regulation.index import Index
from quyche.teaching.exercise import load_exercise
from tests.conftest import PROJECT
from tests.pages.conftest import article_tree, body_tree, tree
from tests.site.reading import elements, flat, words

GOVERNED = "[Tham mưu, giúp Ban Thường vụ Huyện ủy, Thường trực Huyện ủy …] lãnh đạo, chỉ đạo công tác giám sát"


def form_tree(render: Renderer, setup: Setup, body: str) -> html.HtmlElement:
    """Return the form of ``body``."""
    found = render.duties.index.bodies[body]
    model = build_checklist(render.duties, setup, found)
    sheets = BodySheets(found, model, worded(model, setup), {name: b"" for name, _, _ in FORMATS})
    return tree(checklist_page(render, sheets, setup))


@pytest.fixture(scope="module")
def shown(render: Renderer, setup: Setup, ours: Index) -> dict[str, html.HtmlElement]:
    """Return the pages that show words of duties alone."""
    bodies = {f"body {body.id}": body_tree(render, body.id) for body in ours.pages}
    articles = {f"article {place.id}": article_tree(render, place.id) for place in ours.articles}
    forms = {f"form {body.id}": form_tree(render, setup, body.id) for body in ours.pages if body.checklist}
    exercise = tree(exercise_page(render, load_exercise(PROJECT / EXERCISE, ours, setup)))
    return bodies | articles | forms | {"proof": tree(proof_page(render)), "exercise": exercise}


def cuts(page: html.HtmlElement) -> Iterator[tuple[str, str, html.HtmlElement]]:
    """Yield the duty, what is shown of it, and the element of its exact words."""
    for exact in elements(page, ".//*[@data-quote]"):
        parent = exact.getparent()
        assert parent is not None
        yield exact.get("data-quote", ""), flat(parent), exact


def test_every_page_shows_the_whole_line_of_a_cut(shown: dict[str, html.HtmlElement], ours: Index) -> None:
    seen = set()
    for name, page in shown.items():
        for duty, line, exact in cuts(page):
            assert line == ours.cuts[duty].line, f"{name}: {duty}"
            assert words(exact) == ours.duty[duty].quote, f"{name}: {duty}"
            assert "law" in exact.get("class", "").split(), name
            seen.add((name.split()[0], duty))
    assert {duty for kind, duty in seen if kind == "proof"} == ours.duty.keys()
    assert {kind for kind, _ in seen} == {"body", "article", "form", "proof", "exercise"}


def test_what_is_carried_stands_in_an_element_of_its_own(shown: dict[str, html.HtmlElement], ours: Index) -> None:
    for name, page in shown.items():
        carried = [flat(one) for one in elements(page, ".//*[@class = 'carried']")]
        expected = [part for duty, _, _ in cuts(page) for part in (ours.cuts[duty].lead, ours.cuts[duty].tail) if part]
        assert carried == expected, name


@pytest.mark.parametrize("name", ["body ban-dan-van-huyen-uy", "article d5", "form ban-dan-van-huyen-uy", "proof"])
def test_who_advises_is_not_told_to_direct(shown: dict[str, html.HtmlElement], name: str) -> None:
    """d5.k2.2, the named example."""
    found = {duty: line for duty, line, _ in cuts(shown[name])}
    assert found["d5.k2.2"].startswith(GOVERNED)


def test_no_line_begins_inside_a_sentence_without_its_sign(shown: dict[str, html.HtmlElement]) -> None:
    for name, page in shown.items():
        bare = [line for _, line, _ in cuts(page) if line[0].islower()]
        assert bare == [], name


def test_a_page_that_drops_the_governing_words_is_seen(shown: dict[str, html.HtmlElement], ours: Index) -> None:
    broken = html.fromstring(html.tostring(shown["article d5"]))
    for one in elements(broken, ".//*[@class = 'carried']"):
        one.drop_tree()
    assert any(line != ours.cuts[duty].line for duty, line, _ in cuts(broken))


def test_a_line_that_another_answers_says_so_and_asks_for_nothing(render: Renderer, setup: Setup) -> None:
    page = form_tree(render, setup, "ubnd-huyen")
    model = build_checklist(render.duties, setup, render.duties.index.bodies["ubnd-huyen"])
    same = [line for line in model.requirements if line.same]
    assert len(same) >= 6
    for line in same:
        (field,) = elements(page, f".//fieldset[@data-code = '{line.id}']")
        (told,) = elements(field, ".//*[@class = 'instead']/a")
        target = model.requirements[line.same - 1].id if line.same else ""
        assert flat(told) == f"Như dòng {line.same}: trả lời chung, không tính lại"
        assert told.get("href") == f"#dong-{target.replace('.', '-')}"
        assert elements(page, f".//*[@id = 'dong-{target.replace('.', '-')}']")
        assert elements(field, ".//input[@type = 'radio']") == []
        asked = [box.get("data-field-box") for box in elements(field, ".//*[@data-field-box][not(@hidden)]")]
        assert asked == ["remedy"], "an empty place for the script"
    lede = flat(elements(page, ".//*[@class = 'lede']")[0])
    counted = sum(line.counts for line in model.requirements)
    assert lede.startswith(f"{len(model.requirements)} dòng, trích nguyên văn; {counted} dòng tính vào tỷ lệ.")
    assert counted < len(model.requirements)


def test_a_line_that_a_reference_answers_asks_for_that(render: Renderer, setup: Setup) -> None:
    page = form_tree(render, setup, "co-quan-tu-phap")
    (field,) = elements(page, ".//fieldset[@data-code = 'd12.k2.2']")
    assert flat(elements(field, ".//*[@class = 'instead']")[0]) == f"{WORDS['instead']['reference']}."
    assert elements(field, ".//input[@type = 'radio']") == []
    asked = [box.get("data-field-box") for box in elements(field, ".//*[@data-field-box][not(@hidden)]")]
    assert asked == ["evidence", "remedy", "note"]


def test_one_owed_by_some_of_a_kind_only_may_not_arise(render: Renderer, setup: Setup) -> None:
    """d25.1 binds only the đảng bộ of offices and communes."""
    page = form_tree(render, setup, "chi-dang-bo-truc-thuoc")
    (field,) = elements(page, ".//fieldset[@data-code = 'd25.1']")
    assert "đơn vị khác chọn “Không phát sinh”" in flat(field)


def test_one_duty_leads_to_the_other_that_asks_the_same(render: Renderer) -> None:
    told = flat(article_tree(render, "d10"))
    assert "Cùng một việc với khoản 2 Điều 8: ai có cả hai thì trả lời một lần." in told


def test_duties_without_cuts_stay_as_they_are(duties: Duties) -> None:
    whole = [found for found in duties.index.cuts.values() if found.line == found.quote]
    assert len(whole) > len(duties.index.cuts) / 3
