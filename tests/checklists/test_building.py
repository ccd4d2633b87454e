"""The checklist as an object: every duty on a sheet, nothing twice, no mention as a line, no invented date."""

import re
from collections import Counter

from quyche.checklists.model import Checklist
from quyche.checklists.sheet import Entry, Sheet
from quyche.duties.assignment import Duties, Level
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Direction, Period


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
        elsewhere = {Direction.ABOVE, Direction.BELOW}  # what others owe the body from there is another's line
        named = {one.duty.id for one in duties.of[body].mentions if not elsewhere & {*one.duty.at.values()}}
        assert not lines & named


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
        timed = {line.id for line in checklist.requirements if set(line.period) - lasting and line.same is None}
        assert timed == {code for task in checklist.log for code in task.duties}


def test_what_is_asked_twice_is_answered_and_counted_once(checklists: dict[str, Checklist]) -> None:
    checklist = checklists["ubnd-huyen"]
    lines = {line.id: line for line in checklist.requirements}
    same = {line.id: line.same for line in checklist.requirements if line.same}
    assert same == {
        "d8.k1.1": lines["d10.k1.1"].number,
        "d8.k2.1": lines["d10.k3.2"].number,
        "d8.k3.4": lines["d10.k1.3"].number,
        "d8.k4.1": lines["d10.k5.1"].number,
        "d8.k4.3": lines["d10.k5.2"].number,
        "d8.k5.2": lines["d10.k7.1"].number,
    }
    references = ["d10.k1.2"]
    assert [line.id for line in checklist.requirements if not line.counts] == [*references, *same]
    assert not {code for task in checklist.log for code in task.duties} & {*same}
    assert not any(line.same for line in checklists["chinh-quyen-cac-cap"].requirements)


def test_a_line_that_no_tick_answers_asks_for_a_reference(
    checklists: dict[str, Checklist], marked: dict[str, Sheet]
) -> None:
    uncounted = [line for line in checklists["co-quan-tu-phap"].requirements if not line.counts]
    lines = [line.id for line in uncounted if line.same is None]
    assert lines == ["d12.k2.2", "d12.k2.3"]
    told = {row.id: row.instead for row in marked["co-quan-tu-phap"].rows if row.instead}
    assert [*told] == lines
    assert "Minh chứng" in told["d12.k2.2"]
    counts = [row.count for row in marked["co-quan-tu-phap"].totals.rows]
    assert counts == [9, 0, 9, 18]
    assert marked["ubnd-huyen"].totals.rows[-1].count == 36


def test_a_line_says_what_it_answers_for_and_when_it_does_not_arise(marked: dict[str, Sheet]) -> None:
    rows = {row.id: row for row in marked["ubnd-huyen"].rows}
    assert rows["d8.k3.4"].instead == f"Như dòng {rows['d10.k1.3'].number}: trả lời chung, không tính lại"
    assert rows["d10.k1.3"].hints == (f"Trả lời cả cho dòng {rows['d8.k3.4'].number}",)
    party = {row.id: row for row in marked["chi-dang-bo-truc-thuoc"].rows}
    assert party["d7.k5.2"].hints == ("“Không phát sinh” nếu đơn vị không có cấp uỷ trực thuộc",)
    assert party["d22.p1.1"].period == "Khi có tình huống phức tạp; kịp thời"


def test_a_duty_of_only_some_says_whose_it_is(marked: dict[str, Sheet]) -> None:
    row = next(row for row in marked["chi-dang-bo-truc-thuoc"].rows if row.id == "d25.1")
    group = "Đảng bộ khối các cơ quan, các xã, thị trấn"
    assert f"Chỉ áp dụng cho {group}; đơn vị khác chọn “Không phát sinh”" in row.hints


def test_an_inferred_period_says_so_on_paper(marked: dict[str, Sheet]) -> None:
    rows = {row.id: row for sheet in marked.values() for row in sheet.rows}
    assert rows["d22.p2.1"].period == "Khi có tình huống, sự kiện (suy\u00a0ra)"
    assert rows["d22.p2.1"].period_short == "khi có tình huống, sự kiện (ban biên tập suy ra)"
    for sheet in marked.values():  # the narrow column is explained where it says so, and only there
        marks = any("suy\u00a0ra" in row.period for row in sheet.rows)
        assert any("ban biên tập suy ra" in words for words in sheet.key.notices) is marks
    assert rows["d5.k8.2"].period == "6 tháng; hằng năm"
    tasks = {task.id: task for task in marked["ban-dan-van-huyen-uy"].log.tasks}
    assert tasks["d22.p2"].task.endswith("(kỳ do ban biên tập suy ra)")
    assert not tasks["d5.k8"].task.endswith(")")


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
