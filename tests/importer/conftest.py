"""Sites of a fictitious law of 91 articles at each stage, each a project that the commands made."""

from contextlib import chdir
from pathlib import Path

import pytest

from quyche.cli import main
from tests.importer import texts
from tests.site.building import Site, built_once


@pytest.fixture(scope="session")
def text_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the site of the law with its text alone."""
    return built_once(tmp_path_factory, "law-text", lambda folder: law_project(folder, project))


@pytest.fixture(scope="session")
def bodies_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the site of a short law with drafted bodies."""
    return built_once(tmp_path_factory, "law-bodies", lambda folder: law_project(folder, project, 9, "bodies"))


@pytest.fixture(scope="session")
def draft_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the site of a shorter law with drafted bodies and duties."""
    return built_once(
        tmp_path_factory, "law-draft", lambda folder: law_project(folder, project, 18, "bodies", "duties")
    )


def law_project(folder: Path, ours: Path, articles: int = 91, *layers: str) -> Path:
    """Return a new project with a law of so many articles and the drafted ``layers``."""
    source = folder / "luat.txt"
    source.write_text(texts.law(articles), encoding="utf-8")
    made = folder / "project"
    run(folder, "new", str(made), "--from", str(source))
    (made / ".cache").symlink_to(ours / ".cache")  # the fonts, already cut
    for layer in layers:
        run(made, "draft", layer)
    return made


def run(folder: Path, *arguments: str) -> None:
    """Run the command line in ``folder``; it must succeed."""
    with chdir(folder):
        assert main(arguments) == 0
