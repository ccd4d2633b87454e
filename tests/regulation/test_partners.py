"""Whom a duty means: by the words of the text, at the level that it sets, and nobody beyond."""

import pytest

from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from quyche.regulation.partners import partner_words, partners_of, recipients
from quyche.regulation.vocabulary import PartnerRole


@pytest.fixture(scope="module")
def duties(ours: Index) -> Duties:
    return Duties(ours)


def mentioned(duties: Duties, body: str) -> dict[str, PartnerRole]:
    return {mention.duty.id: mention.role for mention in duties.of[body].mentions}


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("d23.k2.1", "cấp uỷ; Ban Dân vận cùng cấp"),
        ("d23.k2.2", "cấp uỷ cấp trên; Ban Dân vận của cấp uỷ cấp trên"),
        ("d23.k4.1", "thường trực cấp uỷ; ban dân vận cấp uỷ"),
        ("d22.p1.2", "Ban Dân vận Huyện uỷ; Mặt trận Tổ quốc; các tổ chức chính trị - xã hội"),
        ("d26.2", "cấp có thẩm quyền"),
        ("d5.k1.1", ""),
    ],
)
def test_recipients_are_the_words_of_the_text(ours: Index, code: str, said: str) -> None:
    assert recipients(ours, ours.duty[code]) == said


def test_each_recipient_is_told_once(ours: Index) -> None:
    assert recipients(ours, *(ours.duty[code] for code in ("d23.k2.1", "d23.k4.1", "d23.k2.1"))) == (
        "cấp uỷ; Ban Dân vận cùng cấp; thường trực cấp uỷ; ban dân vận cấp uỷ"
    )


def test_a_partner_that_only_the_reading_names_has_no_words(ours: Index) -> None:
    assert partner_words(ours, ours.duty["d5.k1.3"], "ban-chap-hanh") is None
    assert (
        partner_words(ours, ours.duty["d9.k2.4"], "ubmttq-huyen") == "Ủy ban Mặt trận Tổ quốc"
    )  # under, not the quote


@pytest.mark.parametrize(
    ("body", "code", "role"),
    [
        ("ban-dan-van-huyen-uy", "d23.k2.2", PartnerRole.RECEIVES),  # of the chi, đảng bộ below it
        ("ban-dan-van-huyen-uy", "d23.k2.1", PartnerRole.RECEIVES),
        ("khoi-dan-van", "d8.k5.1", PartnerRole.COORDINATES),
        ("khoi-dan-van", "d23.k1.1", PartnerRole.ATTENDS),
        ("khoi-dan-van", "d23.k2.1", PartnerRole.RECEIVES),
        ("chi-dang-bo-truc-thuoc", "d23.k2.1", PartnerRole.RECEIVES),  # of the authorities of a xã
        ("ban-thuong-vu-thuong-truc-huyen-uy", "d23.k2.2", PartnerRole.RECEIVES),  # it owes the same to those above it
        ("hdnd-huyen", "d14.k2.2", PartnerRole.SUPERVISED),  # one of the cơ quan nhà nước
    ],
)
def test_who_is_meant_is_told(duties: Duties, body: str, code: str, role: PartnerRole) -> None:
    assert mentioned(duties, body)[code] == role


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        ("hdnd-huyen", ("d10.k2.1", "d10.k6.3", "d8.k1.1", "d8.k3.4", "d8.k5.1", "d7.k4.1")),
        ("ubnd-huyen", ("d7.k4.1", "d7.k2.2", "d7.k1.3")),
        ("ban-thuong-vu-thuong-truc-huyen-uy", ("d7.k1.3", "d7.k2.2")),
        ("ban-dan-van-huyen-uy", ("d7.k1.3", "d7.k2.2")),
    ],
)
def test_nobody_is_pulled_in_beyond_the_words(duties: Duties, body: str, codes: tuple[str, ...]) -> None:
    found = mentioned(duties, body)
    assert [code for code in codes if code in found] == []


def test_partners_are_those_of_the_actors_level(ours: Index) -> None:
    district, many = ours.bodies["ubnd-huyen"], ours.bodies["chinh-quyen-cac-cap"]
    whole = tuple(ours.duty["d8.k5.1"].partners)
    assert partners_of(ours, ours.duty["d8.k5.1"], many) == whole
    assert partners_of(ours, ours.duty["d8.k5.1"], district) == (
        "ban-dan-van-huyen-uy",
        "ubmttq-huyen",
        "to-chuc-chinh-tri-xa-hoi",
    )
    below = ours.bodies["chi-dang-bo-truc-thuoc"]
    assert partners_of(ours, ours.duty["d23.k1.1"], below) == (
        "khoi-dan-van",
        "mat-tran-doan-the-co-so",
        "co-quan-lien-quan",
    )


def test_who_has_a_duty_together_sees_the_others(duties: Duties) -> None:
    office = next(one for one in duties.of["van-phong-huyen-uy"].assignments if one.duty.id == "d26.1")
    assert office.others == ("ban-dan-van-huyen-uy", "cac-ban-dang-huyen")
    assert {one.duty.id for one in duties.of["van-phong-huyen-uy"].assignments} >= {"d26.1", "d26.2"}
    lead = next(one for one in duties.of["ban-dan-van-huyen-uy"].assignments if one.duty.id == "d26.1")
    assert lead.others == ("van-phong-huyen-uy", "cac-ban-dang-huyen")
    assert "van-phong-huyen-uy" in {one.body.id for one in duties.of["ban-dan-van-huyen-uy"].companions}


def test_a_duty_of_only_some_of_a_kind_may_not_arise(duties: Duties) -> None:
    found = {one.duty.id: one for one in duties.of["chi-dang-bo-truc-thuoc"].assignments}
    assert found["d25.1"].is_partial
    assert found["d25.1"].may_not_arise
    assert not found["d25.1"].duty.may_not_arise
    assert not found["d24.1"].is_partial


def test_what_binds_each_person_is_kept_apart(duties: Duties) -> None:
    assert [waiver.provision for waiver in duties.of["can-bo-dang-vien"].personal] == ["d1.p2", "d19", "d19", "d19"]
    assert duties.of["ban-dan-van-huyen-uy"].personal == ()
