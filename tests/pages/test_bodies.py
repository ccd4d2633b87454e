"""What a body is told of itself: whom the text binds is never told “0”, and whom it binds in person sees it."""

import re

from quyche.duties.assignment import Duties, Level
from quyche.notes import Notes
from quyche.pages.bodies import bodies_page, facts
from quyche.pages.calendar import calendar_page
from quyche.pages.matrix import matrix_page
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.regulation.vocabulary import WaiverKind
from tests.pages.conftest import Show, article_tree, body_tree, tree
from tests.site.reading import elements, flat


def test_zero_is_told_only_of_whom_nothing_binds(duties: Duties) -> None:
    for found in duties.of.values():
        told = facts(found)
        assert sum(fact.count for fact in told) == sum(map(len, (found.assignments, found.personal, found.named))), (
            found.body.id
        )
        empty = [fact.words for fact in told if not fact.count]
        assert empty == ([] if found.assignments or found.personal else ["việc được giao"]), found.body.id


def test_the_list_of_bodies_tells_what_binds_each(render: Renderer) -> None:
    told = {flat(entry) for entry in elements(tree(bodies_page(render)), ".//ul[@class = 'bodies']/li")}
    for found in render.duties.of.values():
        counts = " · ".join(f"{fact.count} {fact.words}" for fact in facts(found))
        assert f"{found.body.name}{counts}" in told
    (empty,) = (words for words in told if "0 việc được giao" in words)
    assert empty.startswith("Các hội quần chúng")
    assert [words for words in told if re.search(r"\D0 ", words)] == [empty]


def test_article_19_shows_whom_it_binds(render: Renderer, body: Show) -> None:
    page = body("can-bo-dang-vien")
    listed = elements(page, ".//li[preceding::h2[1]/@id = 'ca-nhan']")
    assert [flat(elements(entry, ".//a")[-1]) for entry in listed].count("Điều 19") == 3
    proved = tree(proof_page(render))
    (row,) = elements(proved, ".//tr[th/@id = 'do-phu-dieu-19']")
    assert flat(elements(row, "./td[@data-label = 'Giao cho']")[0]) == "Cán bộ, đảng viên (trách nhiệm cá nhân)"
    (cell,) = elements(
        tree(matrix_page(render)), ".//tr[th/@id = 'ma-tran-dieu-19']/td[@data-body = 'can-bo-dang-vien']"
    )
    assert flat(cell) == "CNtrách nhiệm cá nhân"
    assert "Trách nhiệm cá nhân của: Cán bộ, đảng viên, công chức, viên chức." in flat(article_tree(render, "d19"))


def test_the_legend_holds_what_the_matrix_shows_and_no_more(render: Renderer, dated: Renderer) -> None:
    for one in (render, dated):
        page = tree(matrix_page(one))
        legend = [flat(elements(entry, "./span")[0]) for entry in elements(page, ".//ul[@class = 'signs']/li")]
        words = [flat(entry) for entry in elements(page, ".//ul[@class = 'signs']/li")]
        shown = {flat(sign) for sign in elements(page, ".//td//*[@data-role]")}
        assert shown <= set(legend)
        assert len(words) == len(set(words))
    told = [flat(entry) for entry in elements(tree(matrix_page(dated)), ".//ul[@class = 'signs']/li")]
    assert not [words for words in told if "trách nhiệm cá nhân" in words or "thanh tra" in words]


def test_bodies_without_a_sheet_show_what_binds_all(body: Show, duties: Duties) -> None:
    for name in ("khoi-dan-van", "trung-tam-chinh-tri"):
        listed = elements(body(name), ".//li[preceding::h2[1]/@id = 'viec-chung']")
        assert len(listed) == len(duties.of[name].at(Level.COMMON)) == 9, name


def test_what_is_asked_of_each_person_stands_once(body: Show, duties: Duties) -> None:
    found = duties.of["can-bo-dang-vien"]
    others = elements(body("can-bo-dang-vien"), ".//li[preceding::h2[1]/@id = 'khong-cham']")
    assert len(others) == len(found.waivers) - len(found.personal)
    assert all(WaiverKind.INDIVIDUAL.label not in flat(entry).casefold() for entry in others)


# ---- periods and days ----
NO_DAY = "Văn bản không nêu ngày nào"
DAY = "trước ngày 20 hằng tháng"


def test_no_day_is_told_only_where_the_text_names_none(render: Renderer, dated: Renderer, body: Show) -> None:
    assert NO_DAY in flat(tree(calendar_page(render, Notes())))
    assert NO_DAY in flat(body("ban-dan-van-huyen-uy"))
    assert NO_DAY not in flat(tree(calendar_page(dated, Notes())))
    for name in ("ban-quan-tri", "ban-kiem-soat"):
        assert NO_DAY not in flat(body_tree(dated, name)), name


def test_a_day_is_shown_in_the_words_of_the_text(dated: Renderer) -> None:
    for page in (
        tree(calendar_page(dated, Notes())),
        body_tree(dated, "ban-quan-tri"),
        article_tree(dated, "d3"),
    ):
        assert DAY in {flat(words) for words in elements(page, ".//q[contains(@class, 'law')]")}


def test_days_and_weeks_and_intervals_have_their_place_in_the_calendar(dated: Renderer) -> None:
    page = tree(calendar_page(dated, Notes()))
    heads = [flat(head) for head in elements(page, ".//table[contains(@class, 'year')]/thead//th")]
    assert heads[:4] == ["Tháng", "Hằng ngày", "Hằng tuần", "Hằng tháng"]
    first = elements(page, ".//table[contains(@class, 'year')]/tbody/tr")[0]
    assert [flat(cell) for cell in elements(first, "./td")][:3] == ["Ngày", "Tuần", "T1"]
    for shown in (page, body_tree(dated, "ban-kiem-soat")):
        assert "Hai năm một lần" in {flat(words) for words in elements(shown, ".//q")}


def test_a_period_of_the_editors_is_marked_wherever_it_is_shown(render: Renderer, body: Show) -> None:
    duty = render.duties.index.duty["d22.p2.1"]
    assert duty.inferred
    page = body("ban-dan-van-huyen-uy")
    assert f"{duty.task} (ban biên tập suy ra)" in {flat(one) for one in elements(page, ".//td")}
    assert "Khi có tình huống, sự kiện (ban biên tập suy ra)" in flat(article_tree(render, "d22"))
    calendar = tree(calendar_page(render, Notes()))
    (row, *_) = (one for one in elements(calendar, ".//tr") if duty.task in flat(one))
    assert "Không có; ban biên tập suy ra" in flat(row)


def test_what_press_and_speakers_do_always_is_no_period_of_who_guides_them(render: Renderer) -> None:
    """d6.k2.1.3: “thường xuyên” is theirs, not of Ban Tuyên giáo's guiding."""
    duty = render.duties.index.duty["d6.k2.1.3"]
    assert duty.period == ()
    assert duty.task not in flat(tree(calendar_page(render, Notes())))
