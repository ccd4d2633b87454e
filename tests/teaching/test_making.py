"""Questions made from duties, each held against the data by another road than the one that made it."""

from itertools import chain
from pathlib import Path

import pytest

from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.model import Duty
from quyche.regulation.vocabulary import PartnerRole, Period, Role
from quyche.teaching.questions.making import made_questions, period_words
from quyche.teaching.questions.model import Question
from tests.fixtures.editing import dumped, small_data, written

ROLES = {"du": PartnerRole.ATTENDS, "ph": PartnerRole.COORDINATES, "nhan": PartnerRole.RECEIVES}


@pytest.fixture(scope="module", params=["ours", "small"])
def index(request: pytest.FixtureRequest) -> Index:
    found: Index = request.getfixturevalue(request.param)
    return found


def kind(question: Question) -> str:
    return question.id.rsplit(".", 1)[-1]


def of(index: Index, *kinds: str) -> list[tuple[Question, Duty]]:
    """Return the made questions of these kinds, each with its duty."""
    duties = {duty.id: duty for duty in index.regulation.duties}
    found = [question for question in made_questions(index) if kind(question) in kinds]
    assert found, kinds
    return [(question, duties[str(question.duty)]) for question in found]


def named(index: Index, option: str) -> set[str]:
    """Return the ids of the bodies that an option may mean, by their names and by what duties call them."""
    ids: dict[str, set[str]] = {}
    for body in index.regulation.bodies:
        for name in (body.name, *body.spellings):
            ids.setdefault(name.casefold(), set()).add(body.id)
    for duty in index.regulation.duties:
        for words in duty.named.values():
            meant = (body for body in duty.partners if stands_in(index, duty, body, words))
            ids.setdefault(words.casefold(), set()).update(meant)
    parts = option.split("; ")
    for size in range(len(parts), 0, -1):  # a name may hold what separates names
        first, rest = "; ".join(parts[:size]).casefold(), parts[size:]
        if first in ids:
            return ids[first] | (named(index, "; ".join(rest)) if rest else set())
    raise AssertionError(option)


def stands_in(index: Index, duty: Duty, partner: str, words: str) -> bool:
    """Tell whether what ``duty`` calls ``partner`` stands in ``words``, whole or with words between."""
    calls = (duty.named[partner],) if partner in duty.named else index.bodies[partner].spellings
    return any(all(part in words for part in call.split(" … ")) for call in calls)


def family(index: Index, body: str) -> set[str]:
    """Return the body, everything it is a part of, everything that is a part of it."""
    found = {body}
    for other in index.regulation.bodies:
        groups = {*other.member_of, *other.named_by} - {b.id for b in index.regulation.bodies if b.common}
        if other.id == body:
            found |= groups
        if body in groups:
            found.add(other.id)
    return found


def test_every_made_question_is_sound(index: Index) -> None:
    for question in made_questions(index):
        assert len(set(question.options)) == 4, question.id
        assert question.quote in (index.place[question.provision].provision.text or ""), question.id
        assert question.text.endswith("?"), question.id
        assert question.text.startswith("Theo "), question.id


def test_who_leads_is_right_and_no_other_option_leads(index: Index) -> None:
    for question, duty in of(index, "ai"):
        (right,) = {body.id for body in index.regulation.bodies if body.name == question.right}
        assert Role.LEAD in duty.roles(right), question.id
        told = f"{question.text} {question.explanation}".casefold()
        assert "chủ trì" in duty.quote.casefold() or "chủ trì" not in told, question.id
        leaders = {
            body
            for other in index.regulation.duties
            if other.provision == question.provision
            for body in other.by
            if Role.LEAD in other.roles(body)
        }
        for option in question.wrong:
            (body,) = {body.id for body in index.regulation.bodies if body.name == option}
            assert not family(index, body) & leaders, f"{question.id}: {option}"
            assert not any(family(index, leader) & {body} for leader in leaders), f"{question.id}: {option}"


def test_the_period_is_right_and_no_other_option_holds(index: Index) -> None:
    labels = {period_words(periods): periods for periods in periods_of(index)}
    for question, duty in of(index, "ky"):
        right = set(duty.period)
        assert labels[question.right] == right, question.id
        assert duty.period_words, question.id
        assert duty.period_words in (index.place[question.provision].provision.text or ""), question.id
        for option in question.wrong:
            other = labels[option]
            assert not other <= right, f"{question.id}: {option}"
            assert not right <= other, f"{question.id}: {option}"
            if right & {Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.NINE_MONTHS, Period.YEAR}:
                assert Period.PERIODIC not in other, f"{question.id}: {option}"


def periods_of(index: Index) -> list[set[Period]]:
    rows = [set(duty.period) for duty in index.regulation.duties if duty.period]
    return rows + [{period} for period in set(chain.from_iterable(rows))]


def test_partners_are_right_and_no_other_option_is_near_them(index: Index) -> None:
    for question, duty in of(index, *ROLES):
        right = {body for body, role in duty.partners.items() if role is ROLES[kind(question)]}
        assert right <= named(index, question.right), question.id
        text = (index.place[question.provision].provision.text or "").casefold()
        for words in question.right.split("; "):
            assert all(part.casefold() in text for part in words.split(" … ")), question.id
        involved = set(duty.by)
        for other in index.regulation.duties:
            if other.provision == question.provision:
                involved |= set(other.partners)
        for option in question.wrong:
            for body in named(index, option):
                assert not family(index, body) & involved, f"{question.id}: {option}"
                assert not any(body in family(index, one) for one in involved), f"{question.id}: {option}"


def test_no_question_tells_its_answer(index: Index) -> None:
    for question in made_questions(index):
        assert question.right.casefold() not in question.text.casefold(), question.id


def test_one_regulation_gives_one_list(index: Index) -> None:
    assert made_questions(index) == made_questions(index)


def test_what_people_asked_is_not_asked_again(index: Index) -> None:
    first = made_questions(index)[0]
    assert first.text not in {question.text for question in made_questions(index, {first.text})}


def test_a_member_of_the_right_group_is_no_wrong_option(tmp_path: Path) -> None:
    """The group “các tổ” leads; its members “Tổ Bạn đọc”, “Nhóm Thiếu nhi”, and whom its words name, are not wrong."""
    data = small_data()
    (duty,) = [duty for duty in data["duties"] if duty["id"] == "d3.k2.2.1"]
    duty["by"] = {"cac-to": "lead"}
    index = load(written(tmp_path, dumped(data)))
    questions = [
        question for question in made_questions(index) if question.duty == "d3.k2.2.1" and kind(question) == "ai"
    ]
    near = {"Tổ Bạn đọc", "Nhóm Thiếu nhi Bến Mây", "Phòng đọc lưu động"}
    assert [set(question.options) & near for question in questions] == [set()]


def test_a_regulation_without_duties_gives_none(small: Index) -> None:
    bare = Index(small.regulation.model_copy(update={"duties": ()}))
    assert made_questions(bare) == ()


def asked(index: Index, name: str) -> Question | None:
    """Return the made question called ``name``, if there is one."""
    return next((question for question in made_questions(index) if question.id == f"dl.{name}"), None)


def test_the_right_answer_is_in_the_words_of_the_text(ours: Index) -> None:
    found = {name: asked(ours, name) for name in ("d23.k2.1.nhan", "d23.k2.2.nhan", "d8.k5.2.du")}
    assert {name: question and question.right for name, question in found.items()} == {
        "d23.k2.1.nhan": "Cấp uỷ; Ban Dân vận cùng cấp",
        "d23.k2.2.nhan": "Cấp uỷ cấp trên; Ban Dân vận của cấp uỷ cấp trên",
        "d8.k5.2.du": "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cùng cấp",
    }


def test_nothing_is_asked_whose_answer_only_the_editors_know(ours: Index) -> None:
    """d10.k7.2, d6.k2.1.4: no words name the partner; d6.k2.1.3: its period is that of others."""
    assert [name for name in ("d10.k7.2.ph", "d6.k2.1.4.ph", "d6.k2.1.3.ky") if asked(ours, name)] == []


def test_who_leads_is_not_asked_where_only_the_task_says_so(small: Index) -> None:
    first = next(question for question in made_questions(small) if kind(question) == "ai")
    (duty,) = (duty for duty in small.regulation.duties if duty.id == first.duty)
    renamed = duty.model_copy(update={"task": "Chủ trì việc này", "quote": duty.quote.removeprefix("Chủ trì ")})
    assert renamed.quote != duty.quote
    duties = tuple(renamed if one is duty else one for one in small.regulation.duties)
    changed = Index(small.regulation.model_copy(update={"duties": duties}))
    assert first.id not in {question.id for question in made_questions(changed)}


def test_what_governs_a_quote_goes_with_it(ours: Index) -> None:
    for question, duty in of(ours, "ai", "ky", *ROLES):
        assert question.line == ours.cuts[duty.id].line
    assert any(question.lead for question in made_questions(ours))
