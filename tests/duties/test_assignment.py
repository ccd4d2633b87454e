"""Who must do what, through which hat."""

from quyche.duties.assignment import Duties, Level
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Direction, PartnerRole, Role


def levels(duties: Duties, body: str) -> dict[str, str]:
    return {assignment.duty.id: assignment.level for assignment in duties.of[body].assignments}


def test_a_body_has_its_own_duties_its_groups_and_everybodys(small: Index) -> None:
    assert levels(Duties(small), "to-ban-doc") == {
        "d3.k2.1.1": Level.GROUP,
        "d3.k2.2.1": Level.GROUP,
        "d3.k2.2.2": Level.GROUP,
        "d5.k1.1": Level.OWN,
        "d5.k1.2": Level.OWN,
        "d6.p1.1": Level.COMMON,
        "d6.p2.1": Level.COMMON,
    }


def test_via_names_the_group(small: Index) -> None:
    found = Duties(small).of["nhom-thieu-nhi"]
    assert {a.via.id if a.via else None for a in found.at(Level.GROUP)} == {"cac-to"}
    assert {a.via.id if a.via else None for a in found.at(Level.COMMON)} == {"moi-don-vi"}
    assert {a.via for a in found.at(Level.OWN)} == {None}
    assert [a.duty.id for a in found.at(Level.OWN)] == ["d5.k2.1", "d5.k2.2"]


def test_a_body_named_by_a_group_is_not_bound_by_it(small: Index) -> None:
    found = Duties(small).of["phong-doc-luu-dong"]
    assert [(a.duty.id, a.level) for a in found.assignments] == [("d6.p1.1", Level.COMMON), ("d6.p2.1", Level.COMMON)]
    assert [(m.duty.id, m.role, m.level) for m in found.mentions] == [
        ("d3.k2.3", PartnerRole.DIRECTED, Level.GROUP),
        ("d3.k3.2", PartnerRole.INFORMED, Level.GROUP),
    ]


def test_mentions_through_a_group_and_by_name(small: Index) -> None:
    found = Duties(small).of["to-ban-doc"]
    assert [(m.duty.id, m.level, m.via.id if m.via else None) for m in found.mentions] == [
        ("d3.k2.3", Level.GROUP, "cac-to"),
        ("d3.k3.1", Level.OWN, None),
        ("d3.k3.2", Level.GROUP, "cac-to"),
        ("d5.k2.1", Level.OWN, None),
    ]
    assert found.named == found.mentions
    assert found.named_with_all == ()


def test_roles_and_waivers_and_companions(small: Index) -> None:
    duties = Duties(small)
    keeper = duties.of["ban-quan-thu"]
    assert keeper.assignments[0].roles == (Role.LEAD, Role.REPORT)
    assert [waiver.provision for waiver in duties.of["ban-doc"].waivers] == ["d1.p1", "d1.p2"]
    assert [waiver.provision for waiver in duties.of["to-ban-doc"].waivers] == ["d1.p1", "d6.p1"]
    met = {companion.body.id: companion.count for companion in keeper.companions}
    assert met == {"cac-to": 3, "to-ban-doc": 2, "hoi-dong-thu-vien": 1, "nhom-thieu-nhi": 1}
    assert list(met.values()) == sorted(met.values(), reverse=True)


def test_binding_is_the_other_side_of_of(small: Index, ours: Index) -> None:
    for index in (small, ours):
        duties = Duties(index)
        one_way = {(a.duty.id, body) for body, found in duties.of.items() for a in found.assignments}
        other_way = {(duty, a.body.id) for duty, assignments in duties.binding.items() for a in assignments}
        assert one_way == other_way
        assert list(duties.binding) == [duty.id for duty in index.regulation.duties]
        assert all(duties.binding.values()), "a duty that binds nobody with a page"


def test_no_duty_of_a_body_is_counted_twice(small: Index, ours: Index) -> None:
    for index in (small, ours):
        for body, found in Duties(index).of.items():
            bound = [assignment.duty.id for assignment in found.assignments]
            assert len(bound) == len(set(bound)), body
            named = [mention.duty.id for mention in found.mentions]
            assert len(named) == len(set(named)), body
            both = [mention.duty for mention in found.mentions if mention.duty.id in bound]
            assert all({Direction.ABOVE, Direction.BELOW} & {*duty.at.values()} for duty in both), body
            parts = [assignment for level in Level for assignment in found.at(level)]
            assert sorted(a.duty.id for a in parts) == sorted(bound), body


def test_duties_come_in_reading_order(small: Index, ours: Index) -> None:
    for index in (small, ours):
        order = {duty.id: number for number, duty in enumerate(index.regulation.duties)}
        for found in Duties(index).of.values():
            numbers = [order[assignment.duty.id] for assignment in found.assignments]
            assert numbers == sorted(numbers)


def articles(duties: Duties, body: str, *levels_: Level) -> set[str]:
    found = duties.of[body].assignments
    places = duties.index.place
    return {article.id for a in found if a.level in levels_ and (article := places[a.duty.provision].article)}


def test_the_peoples_committee_answers_for_article_10_and_as_one_of_the_authorities_for_article_8(ours: Index) -> None:
    duties = Duties(ours)
    assert "d10" in articles(duties, "ubnd-huyen", Level.OWN)
    assert "d8" in articles(duties, "ubnd-huyen", Level.GROUP)
    of_article_8 = {
        duty.id
        for duty in ours.regulation.duties
        if duty.provision.startswith("d8.") and "chinh-quyen-cac-cap" in duty.by
    }
    assert of_article_8
    inherited = {a.duty.id: a.via for a in duties.of["ubnd-huyen"].assignments}
    for duty in of_article_8:
        via = inherited[duty]
        assert via is not None
        assert via.id == "chinh-quyen-cac-cap"


def test_the_peoples_council_has_no_duty_from_article_8(ours: Index) -> None:
    duties = Duties(ours)
    assert "d8" not in articles(duties, "hdnd-huyen", *Level)
    assert "d9" in articles(duties, "hdnd-huyen", Level.OWN)


def test_bodies_that_are_only_named_have_no_duty(ours: Index) -> None:
    duties = Duties(ours)
    assert duties.of["hoi-quan-chung"].assignments == ()
    assert duties.of["hoi-quan-chung"].mentions


def test_bodies_without_a_sheet_have_what_binds_all(ours: Index) -> None:
    duties = Duties(ours)
    common = [duty.id for duty in ours.regulation.duties if "he-thong-chinh-tri" in duty.by]
    for body in ("khoi-dan-van", "trung-tam-chinh-tri"):
        assert [one.duty.id for one in duties.of[body].at(Level.COMMON)] == common, body


def test_every_checklist_has_lines_and_everybody_the_common_part(ours: Index) -> None:
    duties = Duties(ours)
    common = {duty.id for duty in ours.regulation.duties if "he-thong-chinh-tri" in duty.by}
    assert common
    for body in ours.regulation.bodies:
        if body.checklist:
            bound = {assignment.duty.id for assignment in duties.of[body.id].assignments}
            assert common <= bound, body.id
            assert duties.of[body.id].at(Level.OWN), body.id


def test_a_body_that_a_duty_of_its_own_group_also_names_is_bound_once_and_nearest(ours: Index) -> None:
    for found in Duties(ours).of.values():
        for assignment in found.assignments:
            by_name = found.body.id in assignment.duty.by
            assert by_name == (assignment.level is Level.OWN), assignment.duty.id
            carrier = assignment.via.id if assignment.via else found.body.id
            assert assignment.roles == assignment.duty.roles(carrier)
