"""Every file of a project is held against its register: each wrong mention is told with its line, all at once."""

import shutil
from pathlib import Path

import pytest

from quyche.instruments.checking import REGISTER
from quyche.project import load_project
from quyche.regulation.faults import DataError


@pytest.fixture
def written(small_folder: Path, tmp_path: Path) -> Path:
    """Return the small project with a guide that names what its register knows."""
    folder = tmp_path / "project"
    shutil.copytree(small_folder, folder)
    guide = folder / "docs" / "huong-dan" / "index.md"
    guide.parent.mkdir()
    guide.write_text("# Hướng dẫn\n\nTheo Quy định\nsố 12-QĐ/HTV, ngày 06/5/2023.\n", "utf-8")
    return folder


def told(folder: Path) -> list[tuple[str, int, str]]:
    """Return the faults of the project in ``folder``."""
    try:
        load_project(folder)
    except DataError as error:
        return [(fault.file.rpartition("project/")[2], fault.line, fault.message) for fault in error.faults]
    return []


def test_what_is_right_passes(written: Path) -> None:
    assert told(written) == []


def test_all_that_is_wrong_is_told_at_once_with_its_line(written: Path) -> None:
    guide = written / "docs" / "huong-dan" / "index.md"
    guide.write_text("# Hướng dẫn\n\nTheo Quyết định\nsố 12-QĐ/HTV và 13-QĐ/HTV.\n", "utf-8")
    terms = written / "docs" / "thuat-ngu.yaml"
    terms.write_text(f"# 12/QĐ/HTV\n{terms.read_text('utf-8')}", "utf-8")
    assert told(written) == [
        ("docs/huong-dan/index.md", 4, "“12-QĐ/HTV” ghi là Quyết định"),
        ("docs/huong-dan/index.md", 4, "“13-QĐ/HTV” không có trong docs/tai-lieu.yaml"),
        ("docs/thuat-ngu.yaml", 1, "“12/QĐ/HTV” không đúng số, ký hiệu"),
    ]


@pytest.mark.parametrize(
    "name",
    ["regulation.yaml", "checklists/a.yaml", "docs/luoc-do.yaml", "docs/so-sanh/a.yaml", "docs/giang-day/b/a.md"],
)
def test_every_kind_of_file_is_read(written: Path, name: str) -> None:
    path = written / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(f"# Quyết định 12-QĐ/HTV\n{before}", "utf-8")
    found = told(written)
    assert (name, 1, "“12-QĐ/HTV” ghi là Quyết định") in found


def test_another_text_may_name_what_it_will(written: Path) -> None:
    path = written / "docs" / "so-sanh" / "ban-cu" / "regulation.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title: Quy định 99-QĐ/TW", "utf-8")
    assert told(written) == []


def test_without_a_register_nothing_is_asked(written: Path) -> None:
    for name in (REGISTER, Path("docs", "luoc-do.yaml"), Path("docs", "thuat-ngu.yaml")):
        (written / name).unlink()
    (written / "docs" / "huong-dan" / "index.md").write_text("Quyết định 12-QĐ/HTV", "utf-8")
    assert told(written) == []
    assert load_project(written).register.by_id == {}


def test_a_broken_register_is_told_once(written: Path) -> None:
    register = written / REGISTER
    register.write_text(register.read_text("utf-8").replace("kind: Điều lệ", "kind: Luật lệ"), "utf-8")
    assert [(name, line) for name, line, _ in told(written)] == [("docs/tai-lieu.yaml", 6)]
