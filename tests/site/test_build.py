"""The build: strict without warnings, quick, the same bytes every time."""

import hashlib
import re
import shutil
from functools import partial
from itertools import chain, count
from pathlib import Path

import pytest

from tests.bench.projects import in_stock_theme
from tests.site.building import Site, build, build_with_mkdocs, built_once
from tests.timing import ratio, seconds_outside

SOURCES = ("mkdocs.yml", "regulation.yaml", "hooks", "overrides", "docs", "checklists")
"""What a build reads. A fresh clone has these, and no cache."""


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="session")
def fresh(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return our site, built again from a fresh copy, elsewhere, in another time zone and language."""
    return built_once(
        tmp_path_factory,
        "fresh",
        lambda folder: cloned(project, folder / "clone"),
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    )


def cloned(project: Path, copy: Path) -> Path:
    """Put what a build reads of a fresh clone of ``project`` into the new folder ``copy``, and return that."""
    copy.mkdir()
    for name in SOURCES:
        if (project / name).is_dir():
            shutil.copytree(project / name, copy / name, ignore=shutil.ignore_patterns("*.egg-info"))
        elif (project / name).exists():
            shutil.copy(project / name, copy / name)
    return copy


def test_strict_build_warns_of_nothing(site: Site, fresh: Site) -> None:
    for built in (site, fresh):
        assert re.findall(r"^(?:WARNING|ERROR|CRITICAL).*", built.log, re.MULTILINE) == []
        assert "Documentation built" in built.log


def test_build_is_quick(project: Path, fresh: Site, tmp_path: Path) -> None:
    """A fresh clone cuts its fonts and writes all its sheets in ten seconds, by the clock of a quiet machine.

    That is about five times what the theme takes to render the same finished pages, and of a busy machine only such a
    ratio tells something.
    """
    stock = in_stock_theme(fresh.folder, tmp_path)
    clones = (cloned(project, tmp_path / f"{number}") for number in count())
    taken = chain([fresh.seconds], (build(clone, clone / "site").seconds for clone in clones))

    def theme() -> float:
        return seconds_outside(lambda: build_with_mkdocs(stock, tmp_path / "theme"))

    assert ratio(partial(next, taken), theme, below=10) < 10


def test_two_builds_are_the_same_byte_for_byte(site: Site, fresh: Site) -> None:
    assert digests(fresh.folder) == digests(site.folder)
