"""The exercise: its key fits the record's schema; a slip in the story or an answer is told with its line."""

import json
from pathlib import Path

import pytest

from quyche.checklists.record import AssessmentRecord
from quyche.checklists.setup import Setup
from quyche.exchange.rollup import record_schema
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.teaching.exercise import SetExercise, key_json, load_exercise
from tests.schemas import misfits

EXERCISE = Path("docs", "giang-day", "bai-tap.yaml")

SLIPS = {
    "a body without a checklist": (
        "body: co-quan-don-vi",
        "body: khoi-dan-van",
        "body:",
        "không phải cơ quan có phiếu",
    ),
    "an unknown line": ("  d17.1:\n", "  d99.1:\n", "  d99.1:", "không có dòng “d99.1”"),
    "an unknown answer": ("state: not-done", "state: maybe", "state: maybe", "không có mức “maybe”"),
    "an unknown fact": ("facts: [yen-binh]", "facts: [bao-lu]", "facts: [bao-lu]", "không có sự việc “bao-lu”"),
    "a fact that nothing rests on": (
        "facts: [danh-gia]",
        "facts: [khen]",
        "  - id: danh-gia",
        "không dùng ở đáp án nào",
    ),
    "two facts of one name": ("- id: danh-gia", "- id: khen", "- id: khen", "mã “khen” lặp lại"),
    "no reason": ("      reason: Sổ tiếp nhận", "      note: Sổ tiếp nhận", "    answer:", "phải ghi lý do"),
    "no cause": ("      cause: Phòng chưa", "      note: Phòng chưa", "    answer:", "phải ghi nguyên nhân"),
    "done without evidence": (
        '      evidence:\n        - {kind: Hồ sơ công khai, date: "2023", place: Văn thư}\n',
        "",
        "    answer:",
        "phải có minh chứng",
    ),
    "a log without a place": ("log:\n  d27:", "log:\n  d26:", "  d26:", "không có chỗ cho “d26”"),
    "an unknown key": ("lede:", "leed:", "leed:", "không có mục “leed”"),
}
"""The words, what they become, what stands at the line that is told (the nearest above the slip), what is told."""


@pytest.fixture(scope="module")
def exercise(project: Path, ours: Index, setup: Setup) -> SetExercise:
    return load_exercise(project / EXERCISE, ours, setup)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, project: Path, ours: Index, setup: Setup, tmp_path: Path) -> None:
    before, after, where, message = SLIPS[slip]
    words = (project / EXERCISE).read_text("utf-8")
    place = words.index(before)
    slipped = words.replace(before, after, 1)
    path = tmp_path / "bai-tap.yaml"
    path.write_text(slipped, "utf-8")
    with pytest.raises(DataError) as caught:
        load_exercise(path, ours, setup)
    line = slipped.count("\n", 0, slipped.rindex(where, 0, place + len(after) + 1)) + 1
    told = [(fault.line, fault.message) for fault in caught.value.faults]
    assert any(found == line and message in said for found, said in told), caught.value


def test_a_missing_line_is_told(project: Path, ours: Index, setup: Setup, tmp_path: Path) -> None:
    words = (project / EXERCISE).read_text("utf-8")
    start, end = words.index("  d27.3:\n"), words.index("log:\n")
    (tmp_path / "bai-tap.yaml").write_text(words[:start] + words[end:], "utf-8")
    with pytest.raises(DataError, match=r"thiếu đáp án của dòng d27\.3"):
        load_exercise(tmp_path / "bai-tap.yaml", ours, setup)


def test_the_key_is_a_record_of_the_form(exercise: SetExercise) -> None:
    words = key_json(exercise)
    assert misfits(json.loads(words), record_schema()) == []
    record = AssessmentRecord.model_validate_json(words)
    assert set(record.answers) == {line.id for line in exercise.checklist.requirements if line.counts}
    states = {answer.state for answer in record.answers.values()}
    assert states == {state.id for state in exercise.checklist.scale.states}, "every answer of the scale is practised"
    assert "giả định" in record.unit.name
    assert words == key_json(exercise)
