"""What is proposed over a text: bodies with their spellings, a duty a sentence, all drafts, and all sound data."""

from pathlib import Path

import pytest

from quyche.importer.drafting.bodies import draft_bodies
from quyche.importer.drafting.duties import draft_duties
from quyche.regulation.checks import CHECKS
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty, Regulation
from quyche.regulation.vocabulary import Opening, PartnerRole, Period, Role, Stage
from tests.importer import texts


def drafted(index: Index) -> Index:
    bare = index.regulation.model_copy(update={"bodies": (), "duties": (), "waivers": ()})
    bodies = draft_bodies(Index(bare))
    named = bare.model_copy(update={"bodies": bodies})
    return Index(named.model_copy(update={"duties": draft_duties(Index(named))}))


def test_the_bodies_of_the_small_regulation_are_found(small: Index) -> None:
    found = {body.name for body in drafted(small).regulation.bodies}
    assert found == {"Ban Quản thư", "Hội đồng Thư viện", "Tổ Bạn đọc", "Nhóm Thiếu nhi"}


def test_most_bodies_of_ours_are_found_with_their_spellings(ours: Index) -> None:
    found = {spelling for body in drafted(ours).regulation.bodies for spelling in body.spellings}
    assert {
        "Ban Dân vận Huyện ủy",
        "Ban Thường vụ Huyện ủy",
        "Ủy ban Mặt trận Tổ quốc",
        "Hội đồng Nhân dân huyện",
    } <= found


def test_duties_have_roles_partners_and_periods_from_the_words(small: Index) -> None:
    duties = {duty.id: duty for duty in drafted(small).regulation.duties}
    first = duties["d3.k1.1"]
    assert first.quote == "Chủ trì kiểm kê kho sách hằng quý, báo cáo kết quả với Hội đồng Thư viện;"
    assert first.by == {"ban-quan-thu": Role.LEAD}
    assert first.partners == {"hoi-dong-thu-vien": PartnerRole.RECEIVES}
    assert (first.period, first.period_words) == ((Period.QUARTER,), "hằng quý")
    assert duties["d4.k1.c.1"].by == {"hoi-dong-thu-vien": Role.CHECK}
    assert [duties[code].opens for code in ("d3.k1.1", "d3.k1.2", "d5.k2.2")] == [None, Opening.CLAUSE, None]
    assert duties["d3.k3.1"].period == (Period.HALF_YEAR, Period.YEAR, Period.AS_NEEDED)


@pytest.mark.parametrize("name", ["small", "ours", "law"])
def test_drafts_are_sound_data_and_all_marked(name: str, request: pytest.FixtureRequest) -> None:
    index = Index(texts.imported(texts.law()).regulation) if name == "law" else request.getfixturevalue(name)
    found = drafted(index)
    assert [problem for check in CHECKS for problem in check(found)] == []
    assert found.regulation.stage is Stage.DRAFT
    assert len(found.regulation.duties) > 10
    assert all(is_draft(found.regulation))


def is_draft(regulation: Regulation) -> list[bool]:
    return [body.draft for body in regulation.bodies] + [duty.draft for duty in regulation.duties]


def test_a_draft_confirmed_in_part_asks_for_no_coverage_and_confirmed_whole_does(small: Index) -> None:
    found = drafted(small).regulation
    *drafts, last = (duty.model_copy(update={"draft": False}) for duty in found.duties)
    part = found.model_copy(update={"duties": (*drafts, last.model_copy(update={"draft": True}))})
    assert problems(part.bodies, part.duties, small) == []
    assert any("không thuộc nhiệm vụ nào" in problem for problem in problems(found.bodies, (*drafts, last), small))


def problems(bodies: tuple[Body, ...], duties: tuple[Duty, ...], index: Index) -> list[str]:
    changed = Index(index.regulation.model_copy(update={"bodies": bodies, "duties": duties, "waivers": ()}))
    return [problem.message for check in CHECKS for problem in check(changed)]


def test_articles_that_give_nobody_a_duty_get_none() -> None:
    meaning = "Điều 1. Giải thích từ ngữ\n1. Ban Quản thư là ban coi sách.\n"
    text = f"{meaning}Điều 2. Việc của Ban Quản thư\n1. Ban Quản thư coi sách.\n"
    duties = drafted(Index(texts.imported(text).regulation)).regulation.duties
    assert [duty.provision for duty in duties] == ["d2.k1"]


def test_the_word_lists_name_nothing_of_our_regulation(project: Path) -> None:
    room = project / "hooks" / "quyche" / "importer"
    files = [*room.rglob("*.py"), *room.rglob("*.yaml")]
    assert not [path.name for path in files if "dân vận" in path.read_text(encoding="utf-8").lower()]
