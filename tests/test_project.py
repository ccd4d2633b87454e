"""A project's folder: every layer is read, and the faults of all files are told at once."""

import shutil
from pathlib import Path

import pytest

from quyche.project import load_project
from quyche.regulation.faults import DataError


def test_ours_has_every_layer(project: Path) -> None:
    found = load_project(project)
    assert found.setup is not None
    assert len(found.notes.articles) == len(found.index.articles)
    assert found.synonyms.terms


def test_a_text_alone_is_a_project(small_folder: Path) -> None:
    found = load_project(small_folder)
    assert (found.setup, found.notes.articles, found.synonyms.terms) == (None, (), ())


def test_the_faults_of_all_layers_are_told_at_once(small_folder: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(small_folder, tmp_path / "small")
    (folder / "docs" / "chu-thich").mkdir(parents=True)
    (folder / "docs" / "chu-thich" / "dieu-1.yaml").write_text("article: d1\n", encoding="utf-8")
    (folder / "docs" / "tu-dong-nghia.yaml").write_text("terms: 3\n", encoding="utf-8")
    (folder / "checklists").mkdir()
    (folder / "checklists" / "checklist.yaml").touch()
    with pytest.raises(DataError) as error:
        load_project(folder)
    files = {Path(fault.file).name for fault in error.value.faults}
    assert files == {"dieu-1.yaml", "tu-dong-nghia.yaml", "checklist.yaml", "letterheads.yaml"}
