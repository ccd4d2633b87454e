"""The second fictitious regulation: loaded, and its site, served."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche.project import Project, load_project
from tests.browser.serving import served
from tests.second.making import second_project
from tests.site.building import Site, built_once


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the site of the second regulation."""
    second = project / "tests" / "fixtures" / "second"
    return built_once(tmp_path_factory, "second", lambda folder: second_project(folder, project, second))


@pytest.fixture(scope="session")
def second(second_site: Site) -> Project:
    """Return the second regulation with all its layers."""
    return load_project(second_site.project)


@pytest.fixture(scope="session")
def second_address(second_site: Site) -> Iterator[str]:
    """Give the address at which its site is served."""
    with served(second_site.folder) as found:
        yield found
