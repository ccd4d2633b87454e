"""Partners on pages: the words of the text first, at the level that it sets, and no wider than its words."""

import pytest
from lxml import html

from quyche.duties.assignment import Duties
from quyche.notes import Notes
from quyche.pages.calendar import calendar_page
from quyche.pages.partners import Party, parties
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import PartnerRole
from tests.pages.conftest import Show, tree
from tests.site.reading import elements, flat


def row(page: html.HtmlElement, task: str) -> html.HtmlElement:
    """Return the entry of the only duty called ``task``."""
    (found,) = (entry for entry in elements(page, ".//li") if task in {flat(one) for one in elements(entry, ".//b")})
    return found


def mentioned(page: html.HtmlElement) -> list[str]:
    """Return the duties of others that name the body, as they are listed."""
    return [flat(entry) for entry in elements(page, ".//li[preceding::h2[1]/@id = 'nhac-den']")]


def test_words_for_several_together_name_them_all(ours: Index) -> None:
    found = parties(ours, ours.duty["d8.k5.2"])[PartnerRole.ATTENDS]
    assert [(party.words, [body.id for body in party.bodies]) for party in found] == [
        (
            "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cùng cấp",
            ["ubmttq-huyen", "to-chuc-chinh-tri-xa-hoi", "mat-tran-doan-the-co-so"],
        )
    ]


def test_words_that_stand_in_others_by_chance_stay_apart(ours: Index) -> None:
    """“cấp uỷ cấp trên” stands in “Ban Dân vận của cấp uỷ cấp trên”, and is somebody else."""
    found = parties(ours, ours.duty["d23.k2.2"])[PartnerRole.RECEIVES]
    assert [party.words for party in found] == ["cấp uỷ cấp trên", "Ban Dân vận của cấp uỷ cấp trên"]


def test_those_of_the_reading_come_last_and_without_words(ours: Index) -> None:
    (party,) = parties(ours, ours.duty["d5.k1.2"])[PartnerRole.ADVISED]
    assert party == Party(None, (ours.bodies["ban-chap-hanh"], ours.bodies["ban-thuong-vu-thuong-truc-huyen-uy"]))
    found = [role for duty in ours.regulation.duties for role in parties(ours, duty).values()]
    assert all(party.words for role in found for party in role[:-1])


def test_partners_of_the_reading_are_marked(body: Show) -> None:
    found = flat(row(body("ban-dan-van-huyen-uy"), "Tham mưu chỉ đạo xây dựng khối đại đoàn kết toàn dân"))
    named = "Ban Chấp hành Đảng bộ huyện; Ban Thường vụ, Thường trực Huyện ủy"
    assert f"Với: {named} (ban biên tập suy ra) ({PartnerRole.ADVISED.label})." in found


def test_a_name_of_the_text_leads_to_its_body(body: Show) -> None:
    found = row(
        body("ban-dan-van-huyen-uy"), "Giao ban, làm việc với cơ quan nhà nước, Mặt trận, đoàn thể, khối dân vận"
    )
    (link,) = (link for link in elements(found, ".//a") if flat(link) == "Mặt trận Tổ quốc")
    assert link.get("href") == "../../co-quan/ubmttq-huyen/"


def test_a_body_without_duties_there_says_who_reports_to_it(body: Show) -> None:
    """d23.k2.2: the reports of the chi, đảng bộ go to “Ban Dân vận của cấp uỷ cấp trên”."""
    found = mentioned(body("ban-dan-van-huyen-uy"))
    (told,) = (words for words in found if "Báo cáo cấp uỷ cấp trên về tình hình Nhân dân" in words)
    assert PartnerRole.RECEIVES.label in told


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("hdnd-huyen", ("d7.k4.1", "d8.k1.1", "d8.k3.4", "d8.k5.1", "d10.k2.1", "d10.k6.3")),
        ("ubnd-huyen", ("d7.k4.1",)),
        ("ban-thuong-vu-thuong-truc-huyen-uy", ("d7.k1.3", "d7.k2.2")),
    ],
)
def test_nobody_is_named_wider_than_the_words(body: Show, ours: Index, name: str, others: tuple[str, ...]) -> None:
    found = "\n".join(mentioned(body(name)))
    assert [duty for duty in others if ours.duty[duty].task in found] == []


def test_only_partners_of_its_level_stand_on_the_page_of_a_body(body: Show, ours: Index) -> None:
    """d8.k5.1: “cùng cấp” of the district is not “ở cơ sở”."""
    page = body("ubnd-huyen")
    found = flat(row(page, ours.duty["d8.k5.1"].task))
    assert "“Ban Dân vận … cùng cấp”" in found
    assert "“Mặt trận Tổ quốc … cùng cấp”; các tổ chức chính trị - xã hội cùng cấp" in found
    told = {flat(who) for who in elements(page, ".//*[@class = 'who']")}
    assert [words for words in told if "ở cơ sở" in words] == []


def test_who_acts_together_sees_each_other(body: Show, duties: Duties) -> None:
    task = duties.index.duty["d26.1"].task
    for name in ("ban-dan-van-huyen-uy", "van-phong-huyen-uy", "ban-to-chuc-huyen-uy"):
        (assignment,) = (one for one in duties.of[name].assignments if one.duty.id == "d26.1")
        found = flat(row(body(name), task))
        assert assignment.others
        for other in assignment.others:
            assert duties.index.bodies[other].name in found.partition("Cùng: ")[2].partition(". ")[0], name


def test_recipients_are_those_of_the_text(article: Show, render: Renderer) -> None:
    """d23.k2.1: “cấp uỷ, đồng gửi Ban Dân vận cùng cấp”, which a xã sends to others than the district does."""
    words = "cấp uỷ; “Ban Dân vận cùng cấp” (Ban Dân vận Huyện ủy; Khối dân vận xã, thị trấn)"
    told = [flat(one) for one in elements(article("d23"), ".//dd")]
    assert f"{words}{PartnerRole.RECEIVES.sign}{PartnerRole.RECEIVES.label}" in told
    calendar = tree(calendar_page(render, Notes()))
    sent = [flat(one) for one in elements(calendar, ".//td[@data-label = 'Với ai, gửi ai']")]
    assert sent.count(f"{words} ({PartnerRole.RECEIVES.label})") == 5
