"""The build: strict without warnings, quick, the same bytes every time."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from tests.site.building import Site, build, built_once

SOURCES = ("mkdocs.yml", "regulation.yaml", "hooks", "overrides", "docs", "checklists")
"""What a build reads. A fresh clone has these, and no cache."""


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session")
def fresh(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return our site, built again from a fresh copy, elsewhere, in another time zone and language."""

    def clone(folder: Path) -> Path:
        copy = folder / "clone"
        copy.mkdir()
        for name in SOURCES:
            if (project / name).is_dir():
                shutil.copytree(project / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
            elif (project / name).exists():
                shutil.copy(project / name, copy / name)
        return copy

    return built_once(
        tmp_path_factory, "fresh", clone, {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    )


def test_strict_build_warns_of_nothing(site: Site, fresh: Site) -> None:
    for built in (site, fresh):
        assert re.findall(r"^(?:WARNING|ERROR|CRITICAL).*", built.built.log, re.MULTILINE) == []
        assert "Documentation built" in built.built.log


def test_build_is_quick(site: Site, fresh: Site) -> None:
    """Ten seconds by the clock is the promise, with fonts to cut and all sheets to write.

    The clock counts other tests beside, so the processor is asked: the sheets are written on two cores, and 10 s of the
    processor were 9 s by the clock of a quiet machine.
    """
    assert site.built.processor < 15  # a fresh clone cuts and writes here already
    assert fresh.built.processor < 15


def test_two_builds_are_the_same_byte_for_byte(site: Site, fresh: Site) -> None:
    assert digests(fresh.folder) == digests(site.folder)


def test_a_second_build_replaces_the_first_and_leaves_nothing_beside(fresh: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(fresh.folder, folder)
    (folder / "old.html").write_text("left over", encoding="utf-8")
    again = build(fresh.project, folder)
    assert digests(again.folder) == digests(fresh.folder)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
