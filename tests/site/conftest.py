"""Sites as files: ours, and the one of the small fictitious regulation."""

from pathlib import Path

import pytest

from tests.site.building import SOURCE, Site, built_once, new_project
from tests.site.hostile import hostile_site
from tests.site.layers import with_layers


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, project: Path, small_folder: Path) -> Site:
    """Return the site of the small fictitious regulation, a project of its own."""
    regulation, source = ((small_folder / name).read_bytes() for name in ("regulation.yaml", "nguon.txt"))
    regulation = regulation.replace(b"file: nguon.txt", f"file: {SOURCE}".encode())

    def made(folder: Path) -> Path:
        return with_layers(new_project(folder, project, regulation, source), small_folder)

    return built_once(tmp_path_factory, "small", made)


@pytest.fixture(scope="session")
def harmless(tmp_path_factory: pytest.TempPathFactory, project: Path, small_folder: Path) -> Site:
    """Return the site of the same regulation with a plain word wherever the hostile one has markup."""
    return hostile_site(tmp_path_factory, project, small_folder, harmless=True)
