"""What a change does to duties, sheets and kept answers."""

from pathlib import Path
from typing import Any

from quyche.comparing.comparison import Status
from quyche.comparing.touched import FIELDS, duty_changes, sheet_changes
from quyche.duties.assignment import Duties
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.model import Duty
from tests.comparing.test_comparison import drop, put_first, reword
from tests.fixtures.deriving import derived, entry


def test_nothing_is_touched_where_nothing_changed(small: Index) -> None:
    assert duty_changes(small, small) == ()
    assert sheet_changes(Duties(small), Duties(small)) == ()


def test_every_field_of_a_duty_has_a_name() -> None:
    assert set(FIELDS) == set(Duty.model_fields) - {"id"}


def test_a_reworded_duty_asks_to_look_at_old_answers(tmp_path: Path, small: Index, small_folder: Path) -> None:
    new = load(derived(small_folder, tmp_path, reword))
    (change,) = duty_changes(small, new)
    assert (change.status, change.id, change.fields) == (Status.CHANGED, "d5.k1.1", ("lời trích",))
    (sheet,) = sheet_changes(Duties(small), Duties(new))
    assert (sheet.body.id, sheet.gone, sheet.reworded, sheet.new) == ("to-ban-doc", (), ("d5.k1.1",), ())


def test_answers_of_a_dropped_clause_have_no_line(tmp_path: Path, small: Index, small_folder: Path) -> None:
    new = load(derived(small_folder, tmp_path, drop))
    assert [(change.status, change.id) for change in duty_changes(small, new)] == [(Status.GONE, "d4.k2.1")]
    (sheet,) = sheet_changes(Duties(small), Duties(new))
    assert (sheet.status, sheet.body.id, sheet.gone) == (Status.CHANGED, "hoi-dong-thu-vien", ("d4.k2.1",))


def test_a_code_that_now_stands_for_other_words_is_never_silent(
    tmp_path: Path, small: Index, small_folder: Path
) -> None:
    """After a clause put in before, d5.k2.1 quotes what d5.k1.1 quoted: an old answer would stand at a wrong line."""
    sheets = {
        sheet.body.id: sheet
        for sheet in sheet_changes(Duties(small), Duties(load(derived(small_folder, tmp_path, put_first))))
    }
    assert sheets["to-ban-doc"].gone == ("d5.k1.1", "d5.k1.2")
    assert sheets["to-ban-doc"].new == ("d5.k2.1", "d5.k2.2")
    assert sheets["nhom-thieu-nhi"].gone == ("d5.k2.1", "d5.k2.2")


def test_who_must_act_changes_the_sheets_of_both(tmp_path: Path, small: Index, small_folder: Path) -> None:
    def handed_over(data: dict[str, Any]) -> None:
        entry(data, "duties", "d3.k1.2")["by"] = {"phong-doc-luu-dong": "implement"}

    new = load(derived(small_folder, tmp_path, handed_over))
    assert [change.fields for change in duty_changes(small, new)] == [("ai làm",)]
    sheets = {sheet.body.id: (sheet.gone, sheet.new) for sheet in sheet_changes(Duties(small), Duties(new))}
    assert sheets == {"ban-quan-thu": (("d3.k1.2",), ()), "phong-doc-luu-dong": ((), ("d3.k1.2",))}


def test_a_body_without_a_sheet_any_more_is_told(tmp_path: Path, small: Index, small_folder: Path) -> None:
    def without(data: dict[str, Any]) -> None:
        entry(data, "bodies", "phong-doc-luu-dong")["checklist"] = False

    new = load(derived(small_folder, tmp_path, without))
    (gone,) = sheet_changes(Duties(small), Duties(new))
    (back,) = sheet_changes(Duties(new), Duties(small))
    assert (gone.status, gone.body.id, len(gone.gone), gone.new) == (Status.GONE, "phong-doc-luu-dong", 2, ())
    assert (back.status, back.body.id, back.gone, len(back.new)) == (Status.NEW, "phong-doc-luu-dong", (), 2)
