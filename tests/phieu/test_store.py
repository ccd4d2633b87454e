"""Drafts on the machine: compared before they are written, read back after, never lost in silence."""

import json
from typing import Any

import pytest

from tests.phieu.conftest import Evaluate

SAVE = """([checklist, name, seen]) =>
  quyche['record/store'].save({...quyche['record/record'].empty(checklist, 2025), unit: {name}}, seen)"""
KEY = "quyche:quy-che:ban:2025"
FILL = """() => {
  for (let size = 1 << 22; size >= 1; size >>= 1) {
    try { for (let number = 0; ; number += 1) localStorage.setItem(`đầy${size}.${number}`, "x".repeat(size)); } catch {}
  }
}"""
THROWS = """() => {
  window.native = Storage.prototype.setItem;
  Storage.prototype.setItem = () => { throw new DOMException("no", "SecurityError"); };
}"""
FORGETS = "() => { window.native = Storage.prototype.setItem; Storage.prototype.setItem = () => {}; }"
MENDED = "() => { Storage.prototype.setItem = window.native; }"


@pytest.fixture
def kept(run: Evaluate) -> Evaluate:
    """Return what tells the name of the unit in the draft."""
    return lambda: run(f"() => JSON.parse(localStorage.getItem('{KEY}')).unit.name")


def test_each_write_counts_one(run: Evaluate, checklist: dict[str, Any], kept: Evaluate) -> None:
    assert run(SAVE, [checklist, "một", 0]) == {"revision": 1}
    assert run(SAVE, [checklist, "hai", 1]) == {"revision": 2}
    assert kept() == "hai"


@pytest.mark.parametrize("seen", [0, 1, 3])
def test_who_has_not_seen_the_draft_cannot_overwrite_it(
    run: Evaluate, checklist: dict[str, Any], kept: Evaluate, seen: int
) -> None:
    run(SAVE, [checklist, "một", 0])
    run(SAVE, [checklist, "hai", 1])
    assert run(SAVE, [checklist, "ba", seen]) == {"conflict": True}
    assert kept() == "hai"


def test_the_clock_does_not_decide(run: Evaluate, checklist: dict[str, Any], kept: Evaluate) -> None:
    run(SAVE, [checklist, "một", 0])
    run("() => { window.RealDate = Date; window.Date = class extends Date { constructor() { super(2001, 0, 1); } }; }")
    try:
        assert run(SAVE, [checklist, "hai", 1]) == {"revision": 2}
        assert run(SAVE, [checklist, "ba", 1]) == {"conflict": True}
    finally:
        run("() => { window.Date = window.RealDate; }")
    assert kept() == "hai"


@pytest.mark.parametrize("text", ["{", "[]", '{"revision": "x"}'])
def test_a_draft_that_cannot_be_read_is_not_overwritten(run: Evaluate, checklist: dict[str, Any], text: str) -> None:
    run("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    assert run(SAVE, [checklist, "một", 0]) == {"conflict": True}
    assert run("key => localStorage.getItem(key)", KEY) == text
    assert "error" in run("checklist => quyche['record/store'].load(checklist, 2025)", checklist)
    assert run("() => quyche['record/store'].drafts('quy-che')")[0]["broken"]


@pytest.mark.parametrize(
    ("trouble", "words"), [(THROWS, "không cho trang này giữ"), (FORGETS, "không lưu đúng"), (FILL, "đã đầy")]
)
def test_a_failed_write_is_told(run: Evaluate, checklist: dict[str, Any], trouble: str, words: str) -> None:
    run(SAVE, [checklist, "một", 0])
    run(trouble)
    try:
        assert words in run(SAVE, [checklist, "hai" * 300, 1])["error"]
        assert words in run("quyche['record/store'].trouble()") or trouble == FILL
    finally:
        if trouble != FILL:
            run(MENDED)
    assert run(f"() => JSON.parse(localStorage.getItem('{KEY}')).unit.name") == "một"


def test_drafts_are_listed_and_deleted_one_by_one(run: Evaluate, checklist: dict[str, Any]) -> None:
    for body, year in (("ban", 2025), ("ban", 2024), ("an", 2025)):
        run(
            "([checklist, year]) => quyche['record/store'].save(quyche['record/record'].empty(checklist, year), 0)",
            [checklist | {"body": body}, year],
        )
    run("() => localStorage.setItem('quyche:khac:ban:2025', '{}')")
    found = "() => quyche['record/store'].drafts('quy-che').map((draft) => [draft.body, draft.year])"
    assert run(found) == [["an", 2025], ["ban", 2024], ["ban", 2025]]
    run("() => quyche['record/store'].remove('quy-che', 'ban', 2024)")
    assert run(found) == [["an", 2025], ["ban", 2025]]
    assert json.loads(run("() => localStorage.getItem('quyche:khac:ban:2025')")) == {}
