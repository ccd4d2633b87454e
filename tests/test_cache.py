"""What takes long to make is made anew when its recipe changes, and the program is a part of the recipe."""

from pathlib import Path

import pytest

from quyche.cache import cached, program


def test_what_is_kept_is_made_once_for_a_recipe(tmp_path: Path) -> None:
    assert cached(tmp_path, "phieu.pdf", b"1", lambda: b"a") == b"a"
    assert cached(tmp_path, "phieu.pdf", b"1", lambda: b"b") == b"a"
    assert cached(tmp_path, "phieu.pdf", b"2", lambda: b"c") == b"c"
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("name", ["vietnamese/letters.py", "checklists/ods_blank.xml", "teaching/handout.typ"])
def test_code_of_any_room_counts(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("cũ", encoding="utf-8")
    before = program(tmp_path)
    path.write_text("mới", encoding="utf-8")
    changed = program(tmp_path)
    path.rename(path.with_stem("khac"))
    assert len({before, changed, program(tmp_path)}) == 3


def test_what_is_no_code_does_not_count(tmp_path: Path) -> None:
    before = program(tmp_path)
    (tmp_path / "letters.pyc").touch()
    assert program(tmp_path) == before
