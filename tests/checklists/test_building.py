"""The checklist as an object: every duty on a sheet, nothing twice, no mention as a line, no invented date."""

import re
from collections import Counter

from quyche.checklists.model import Checklist
from quyche.checklists.sheet import Entry, Sheet
from quyche.duties.assignment import Duties, Level
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Period


def test_there_are_fifteen(checklists: dict[str, Checklist]) -> None:
    assert len(checklists) == 15


def test_every_duty_stands_on_a_sheet(ours: Index, checklists: dict[str, Checklist]) -> None:
    shown = {line.id for checklist in checklists.values() for line in checklist.requirements}
    bound = {duty.id for duty in ours.regulation.duties}
    assert bound - shown == set()


def test_no_line_stands_twice_on_a_sheet(checklists: dict[str, Checklist]) -> None:
    for checklist in checklists.values():
        twice = [code for code, count in Counter(line.id for line in checklist.requirements).items() if count > 1]
        assert twice == [], checklist.body


def test_lines_are_numbered_through_and_cite_their_provision(ours: Index, checklists: dict[str, Checklist]) -> None:
    for checklist in checklists.values():
        assert [line.number for line in checklist.requirements] == list(range(1, len(checklist.requirements) + 1))
        for part in checklist.parts:
            for block in part.blocks:
                for line in block.requirements:
                    assert line.id.rpartition(".")[0] == block.provision
                    assert line.quote in (ours.place[block.provision].provision.text or "")
                    article = ours.place[block.provision].article
                    assert article is not None
                    assert line.citation.endswith(f"Điều {article.num}")


def test_no_mention_is_a_line(duties: Duties, checklists: dict[str, Checklist]) -> None:
    for body, checklist in checklists.items():
        lines = {line.id for line in checklist.requirements}
        assert lines == {assignment.duty.id for assignment in duties.of[body].assignments}
        assert not lines & {mention.duty.id for mention in duties.of[body].mentions}


def test_parts_are_fixed_even_when_empty(checklists: dict[str, Checklist]) -> None:
    for checklist in checklists.values():
        assert [(part.number, part.id) for part in checklist.parts] == [
            ("I", Level.OWN),
            ("II", Level.GROUP),
            ("III", Level.COMMON),
        ]
    assert checklists["hdnd-huyen"].parts[1].blocks == ()


def test_a_clause_with_several_acts_is_one_block(checklists: dict[str, Checklist]) -> None:
    blocks = {block.provision: block for part in checklists["hdnd-huyen"].parts for block in part.blocks}
    assert [line.id for line in blocks["d9.k2"].requirements] == [f"d9.k2.{number}" for number in range(1, 10)]


def test_the_log_names_periods_and_never_a_day(checklists: dict[str, Checklist]) -> None:
    log = {task.id: task for task in checklists["ubnd-huyen"].log}
    assert log["d23.k2"].occasions[2] == "Tháng 3 (tháng, quý I)"
    assert len(log["d23.k2"].occasions) == 12
    assert log["d10.k6"].occasions == ("Năm",)
    for checklist in checklists.values():
        for task in checklist.log:
            assert not any(re.search(r"\d{1,2}/\d|ngày", words) for words in task.occasions), task


def test_the_log_holds_every_line_with_an_occasion(checklists: dict[str, Checklist]) -> None:
    lasting = {Period.ONGOING, Period.PROMPT, Period.ONCE}
    for checklist in checklists.values():
        asked = (line for line in checklist.requirements if line.same is None)
        timed = {line.id for line in asked if set(line.period) - lasting}
        assert timed == {code for task in checklist.log for code in task.duties}


def test_nothing_is_filled_in_that_the_unit_must_say(
    checklists: dict[str, Checklist], marked: dict[str, Sheet], blanks: dict[str, Sheet]
) -> None:
    for body, blank in blanks.items():
        assert blank.year == ""
        assert blank.unit.words == ""
        assert all(head.annex is None or head.id == "" for head in marked[body].heads)
        words = blank.model_dump_json()
        assert not re.search(r"\{\w+\}", words.replace("{number}", "")), "a mark left open"
        assert {row.entry for row in blank.rows} == {Entry()}
        assert blank.head.annex is not None
        assert checklists[body].points is False
