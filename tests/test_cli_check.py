"""``quyche check`` opens the Word template, whose faults are told with those of the data."""

import shutil
from pathlib import Path

import pytest

from quyche.cli import main


@pytest.fixture
def folder(project: Path, small_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder: the small regulation, and our template."""
    made = shutil.copytree(small_folder, tmp_path / "small")
    (made / "checklists").mkdir()
    shutil.copy(project / "checklists" / "template.docx", made / "checklists")
    monkeypatch.chdir(made)
    return made


def test_a_good_template_is_not_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (folder / "checklists" / "template.docx").exists()
    assert main(["check"]) == 0, capsys.readouterr().err


def test_a_template_that_is_no_word_file_is_told_with_the_other_faults(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "checklists" / "template.docx").write_bytes(b"PK of an office")
    (folder / "docs" / "thuat-ngu.yaml").write_text("terms: 3\n", encoding="utf-8")
    assert main(["check"]) == 1
    told = capsys.readouterr().err
    assert "checklists/template.docx:1: không mở được như một tệp Word (.docx)" in told
    assert "docs/thuat-ngu.yaml:1:" in told
    assert told.endswith("Có 2 chỗ cần sửa.\n")
