"""The file of a self-assessment: written, read back whole, or refused with a sentence."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest

from quyche.exchange.rollup import record_schema
from tests.phieu.conftest import Evaluate
from tests.schemas import misfits

READ = "([text, checklist]) => quyche['record/record'].read(text, checklist)"
Record: TypeAlias = dict[str, Any]


@pytest.fixture
def record(run: Evaluate, checklist: dict[str, Any]) -> Record:
    """Return a record with something in every kind of field."""
    found: Record = run("checklist => quyche['record/record'].empty(checklist, 2025)", checklist)
    found["letterhead"] = "ban-dan-van"
    found["unit"] = {"name": "Ban Dân vận", "province": "Đ", "district": "H", "commune": "X", "preparer": "Lê Thị Ơ"}
    found["answers"]["d1.k1.1"] = {
        "state": "partly",
        "result": "Hai dòng\nchữ",
        "evidence": [{"kind": "Kế hoạch", "number": "12-KH/BDV", "date": "05/3/2025", "place": "Văn phòng"}],
        "note": "<b>&amp;</b>",
        "reason": "",
        "cause": "Thiếu người",
        "remedy": {"action": "Cử người", "owner": "Lê Thị Ơ", "deadline": "2025-12-31", "done": False},
        "points": 7.5,
    }
    found["log"]["d25"] = [{"due": "", "held": "03/4/2025", "number": "01-BC", "note": "một\nhai"}]
    found["remarks"]["rating"] = "Tốt"
    return found


def changed(record: Record, path: str, value: Any) -> Record:  # noqa: ANN401 -- JSON holds anything
    """Return ``record`` with another value at ``path`` (keys joined by ``/``)."""
    copy = json.loads(json.dumps(record))
    place = copy
    *keys, last = path.split("/")
    for key in keys:
        place = place[int(key)] if isinstance(place, list) else place[key]
    place[last] = value
    return dict(copy)


def test_what_is_written_is_read_back(run: Evaluate, checklist: dict[str, Any], record: Record) -> None:
    text = run("record => quyche['record/record'].write(record)", record)
    found = run(READ, [text, checklist])
    assert found == {"record": record, "notes": []}
    assert run("record => quyche['record/record'].write(record)", found["record"]) == text
    assert run(READ, ["\ufeff" + text.replace("\n", "\r\n"), checklist])["record"] == record


def test_the_schema_accepts_what_is_written(run: Evaluate, record: Record) -> None:
    text = run("record => quyche['record/record'].write(record)", record)
    assert misfits(json.loads(text), record_schema()) == []


def test_an_answer_is_found_under_the_code_that_its_line_had(
    run: Evaluate, checklist: dict[str, Any], record: Record
) -> None:
    text = run("record => quyche['record/record'].write(record)", record)
    now = json.loads(json.dumps(checklist))
    now["parts"][0]["blocks"][0]["rows"][0] |= {"id": "d1.k1.7", "formerly": ["d1.k1.1"]}
    found = run(READ, [text, now])
    assert found["notes"] == []
    assert found["record"]["answers"] == {"d1.k1.7": record["answers"]["d1.k1.1"]}


def test_a_line_that_another_answers_is_in_no_figure(run: Evaluate, checklist: dict[str, Any]) -> None:
    now = json.loads(json.dumps(checklist))
    now["parts"][0]["blocks"][0]["rows"][1]["instead"] = "Như dòng 1"
    answers = {code: {"state": "done"} for code in ("d1.k1.1", "d1.k1.2", "d2.1")}
    found = run("([checklist, answers]) => quyche['record/figures'].count(checklist, answers)", [now, answers])
    assert [(part["lines"], part["done"]) for part in (*found["parts"], found["all"])] == [(2, 2), (1, 0), (3, 2)]


BAD: dict[str, Any] = {
    "year": "2025",
    "year ": None,
    "unit": [],
    "unit/name": 7,
    "unit/name ": "hai\ndòng",
    "unit/phone": "0",
    "final": "true",
    "saved": "hôm qua",
    "scale": "",
    "answers": [],
    "answers/__proto": {},
    "answers/d1.k1.1/state": False,
    "answers/d1.k1.1/result": "x" * 4001,
    "answers/d1.k1.1/evidence": {},
    "answers/d1.k1.1/evidence/0/file": "x",
    "answers/d1.k1.1/remedy/deadline": "2025-02-30",
    "answers/d1.k1.1/points": -1,
    "answers/d1.k1.1/total": 3,
    "log/d25": {},
    "remarks/rating": None,
    "regulation/sha256": "abc",
    "total": 3,
    "format_version": 0,
}


@pytest.mark.parametrize("path", BAD)
def test_a_wrong_value_refuses_the_whole(run: Evaluate, checklist: dict[str, Any], record: Record, path: str) -> None:
    value = BAD[path]
    path = path.strip()
    where = path.replace("/", ".")
    text = json.dumps(changed(record, path, value))
    assert run(READ, [text, checklist]) == {
        "error": f"Tệp có chỗ không đúng ({where}), nên không nhận, để tránh sai sót."
    }
    if path not in {"saved", "answers/__proto"}:  # the formats of days and the patterns of names are ours to check
        assert misfits(json.loads(text), record_schema())


REFUSED: dict[str, tuple[Callable[[Record], str], str]] = {
    "broken": (lambda record: json.dumps(record)[:-20], "bị hỏng"),
    "empty": (lambda _: "", "bị hỏng"),
    "not an object": (lambda _: "[1]", "cả tệp"),
    "another format": (lambda record: json.dumps(record | {"format": "x"}), "không phải phiếu tự đánh giá"),
    "newer": (lambda record: json.dumps(record | {"format_version": 2, "new": 1}), "bản mới hơn của trang"),
    "another regulation": (
        lambda record: json.dumps(changed(record, "regulation/id", "khac")),
        "Tệp thuộc quy chế khác (khac)",
    ),
    "another body": (lambda record: json.dumps(record | {"body": "ubnd"}), "phiếu của cơ quan khác (ubnd)"),
    "6 MB": (lambda record: json.dumps(record) + " " * 6 * 1024 * 1024, "trên 5 MB"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_ours_is_refused(
    run: Evaluate, checklist: dict[str, Any], record: Record, name: str
) -> None:
    write, words = REFUSED[name]
    found = run(READ, [write(record), checklist])
    assert set(found) == {"error"}
    assert words in found["error"]


def test_a_file_of_another_version_opens_and_tells(run: Evaluate, checklist: dict[str, Any], record: Record) -> None:
    record["regulation"] = {"id": "quy-che", "version": "1", "sha256": "b" * 64}
    record["answers"]["d9.1"] = record["answers"]["d1.k1.1"]
    record["answers"]["d2.1"] = record["answers"]["d1.k1.1"] | {"state": "tot"}
    found = run(READ, [json.dumps(record), checklist])
    assert found["record"]["answers"] == record["answers"]
    assert found["record"]["regulation"] == checklist["regulation"]
    version, gone, strange, new = found["notes"]
    assert "theo bản 1 của quy chế; trang thông tin đang dùng bản 2" in version
    assert "d9.1" in gone
    assert "d2.1" in strange
    assert "2 dòng" in new


def test_blank_answers_are_the_same_as_none(run: Evaluate, checklist: dict[str, Any], record: Record) -> None:
    bare = changed(record, "answers", {"d1.k1.1": {}, "d2.1": {"state": "", "evidence": [{}], "remedy": {}}})
    bare["log"] = {"d25": [{}, {}]}
    found = run(READ, [json.dumps(bare), checklist])["record"]
    assert found["answers"] == {}
    assert found["log"] == {}
