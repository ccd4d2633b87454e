"""Our modules on a page of a test: as tags on one that is open, or as the files that a page asks for."""

import shutil
from pathlib import Path

from playwright.sync_api import Page

from quyche.scripts import FOLDER, classic, joined, modules


def add_modules(page: Page, *entries: str) -> None:
    """Load the modules ``entries`` and all that they need into ``page``: ``quyche["record/store"]`` is one there."""
    page.add_script_tag(content=joined(modules(), *entries))


def publish(folder: Path, project: Path) -> None:
    """Put what pages ask for, style sheets and scripts, into ``folder``, the root of a site."""
    shutil.copytree(project / "docs" / "assets", folder / "assets", ignore=shutil.ignore_patterns("js"))
    for name, source in modules().items():
        path = folder / FOLDER / f"{name}.js"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(classic(name, source), encoding="utf-8")
