"""Build sites for the tests: each once for all workers of a run, in folders of their own."""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.timing import spent_outside

QUYCHE = Path(sys.executable).with_name("quyche")
SHARED = ("hooks", "overrides", "docs/assets", "docs/cau-chu", "docs/huong-dan")
"""What is not about one regulation: any project is these and its own regulation.yaml and raw source."""
SOURCE = "docs/du-lieu/nguon.txt"
"""Where the raw source of a project stands, so that its page about the data can link to it."""


@dataclass(frozen=True)
class Site:
    """A site in ``folder``, all that its build printed, the ``project`` it was built from, and what that took.

    ``seconds`` are those of the processor.
    """

    folder: Path
    log: str
    project: Path
    seconds: float = 0

    @property
    def pages(self) -> dict[str, Path]:
        """Address from the root (``quy-che/dieu-1/``, ``404.html``) -> its file."""
        files = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix().removesuffix("index.html"): path for path in files}


def build(project: Path, output: Path, environment: Mapping[str, str] | None = None) -> Site:
    """Build ``project`` into ``output`` as ``make site`` does, and fail with all that was printed if it fails.

    A crash below Python would leave no word; Python's fault handler tells where it was.
    """
    before = spent_outside()
    finished = subprocess.run(
        [QUYCHE, "build", "--output", output],
        cwd=project,
        env={**os.environ, "PYTHONFAULTHANDLER": "1", **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    log = finished.stdout + finished.stderr
    assert finished.returncode == 0, f"exit status {finished.returncode}\n{log}"
    return Site(output, log, project, spent_outside() - before)


def build_with_mkdocs(project: Path, output: Path, program: str = "mkdocs") -> Path:
    """Build ``project`` into ``output`` with MkDocs alone, nothing finished for publishing, and return ``output``.

    Another ``program`` is one that builds what MkDocs does. The day is the same whenever the tests run.
    """
    command = [sys.executable, "-m", program, "build", "--quiet", "--site-dir", str(output)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1700000000"}
    finished = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return output


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    project: Callable[[Path], Path],
    environment: Mapping[str, str] | None = None,
) -> Site:
    """Return the site called ``name``; the first worker that asks makes its ``project`` in a folder and builds it."""

    def make(folder: Path) -> None:
        made = project(folder)
        site = build(made, folder / "site", environment)
        told = {"project": str(made), "log": site.log, "seconds": site.seconds}
        (folder / "built.json").write_text(json.dumps(told), encoding="utf-8")

    folder = made_once(factory, name, make)
    found = json.loads((folder / "built.json").read_text(encoding="utf-8"))
    return Site(folder / "site", found["log"], Path(found["project"]), found["seconds"])


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """Return the folder called ``name``; the first worker that asks has ``make`` fill it."""
    folder = shared_folder(factory) / name
    whole = folder.with_suffix(".whole")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


def shared_folder(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of this run share."""
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def new_project(folder: Path, ours: Path, regulation: bytes, source: bytes, also: tuple[str, ...] = ()) -> Path:
    """Return a project in ``folder`` around ``regulation`` and its raw ``source`` (at ``SOURCE``).

    What is not about one regulation is that of ``ours``; ``also`` names what else to take from there.
    """
    project = folder / "project"
    (project / "docs" / "du-lieu").mkdir(parents=True)
    for name in (*SHARED, *also):
        if (ours / name).exists():
            (project / name).symlink_to(ours / name)
    settings = (ours / "mkdocs.yml").read_text(encoding="utf-8")
    if "checklists" not in also:  # MkDocs refuses to watch what is not there
        settings = re.sub(r"(?m)^(watch:.*), checklists\b", r"\1", settings)
    (project / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (project / ".cache").symlink_to(ours / ".cache")  # the fonts, already cut
    schema = Path("docs/du-lieu/regulation.schema.json")
    shutil.copy(ours / schema, project / schema)
    (project / "regulation.yaml").write_bytes(regulation)
    (project / SOURCE).write_bytes(source)
    return project
