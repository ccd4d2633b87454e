"""Periods that other texts name: days, weeks, intervals of their own, and the day itself; in the text's words."""

import yaml

from quyche.checklists.building import build_checklist
from quyche.checklists.setup import load_setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.regulation.checks import CHECKS
from quyche.regulation.index import Index
from quyche.regulation.model import Regulation
from tests.conftest import PROJECT

SECOND = PROJECT / "tests" / "fixtures" / "second"


def sheet_of(body: str, edits: dict[str, str]) -> Sheet:
    """Return the sheet of ``body`` in the second regulation with each old piece made new."""
    words = (SECOND / "regulation.yaml").read_text("utf-8")
    for old, new in edits.items():
        assert words.count(old) == 1, old
        words = words.replace(old, new)
    index = Index(Regulation.model_validate(yaml.load(words, Loader=yaml.CSafeLoader)))
    assert [problem for check in CHECKS for problem in check(index)] == []
    setup = load_setup(SECOND / "checklists", index)
    return worded(build_checklist(Duties(index), setup, index.bodies[body]), setup)


def test_an_interval_of_its_own_is_told_in_the_words_of_the_text() -> None:
    sheet = sheet_of(
        "ban-kiem-soat",
        {
            'text: "Kiểm tra đột xuất cống': 'text: "Hai năm một lần kiểm tra cống',
            "quote: Kiểm tra đột xuất cống": "quote: Hai năm một lần kiểm tra cống",
            "period: [ad-hoc]": "period: [interval]",
            "period_words: đột xuất": "period_words: Hai năm một lần",
        },
    )
    row = next(row for row in sheet.rows if row.id == "d4.k1.1")
    assert row.period == "Hai năm một lần"
    task = next(task for task in sheet.log.tasks if task.id == "d4.k1")
    assert [occasion.name for occasion in task.occasions] == ["Kỳ 1", "Kỳ 2"]
    assert task.due == ""
    assert sheet.log.heading.remark == "(lời văn không nêu ngày; đơn vị tự ghi)"


def test_a_day_that_the_text_names_is_shown_in_its_words() -> None:
    sheet = sheet_of(
        "ban-quan-tri",
        {
            "text: Hằng tháng họp": "text: Hằng tuần, trước ngày 20 hằng tháng họp",
            "quote: Hằng tháng họp": "quote: Hằng tuần, trước ngày 20 hằng tháng họp",
            "period: [month]": "period: [week, month]",
            "period_words: Hằng tháng": "period_words: Hằng tuần\n    due_words: trước ngày 20 hằng tháng",
        },
    )
    task = next(task for task in sheet.log.tasks if task.id == "d3.k2")
    assert task.due == "Văn bản nêu: “trước ngày 20 hằng tháng”"
    assert task.occasions[0].name == "Tháng 1 (các tuần, tháng)"
    assert len(task.occasions) == 12
    assert sheet.log.heading.remark.startswith("(hạn mà lời văn nêu")
    row = next(row for row in sheet.rows if row.id == "d3.k2.1")
    assert row.period == "Hằng tuần; hằng tháng"
