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

QUYCHE = Path(sys.executable).with_name("quyche")
SHARED = ("hooks", "overrides", "docs/assets", "docs/cau-chu", "docs/huong-dan")
"""What is not about one regulation: any project is these and its own regulation.yaml and raw source."""
SOURCE = "docs/du-lieu/nguon.txt"
"""Where the raw source of a project stands, so that its page about the data can link to it."""


@dataclass(frozen=True)
class Site:
    """A site in ``folder``, all that its build printed, and the ``project`` it was built from."""

    folder: Path
    log: str
    project: Path

    @property
    def pages(self) -> dict[str, Path]:
        """Address from the root (``quy-che/dieu-1/``, ``404.html``) -> its file."""
        files = sorted(self.folder.rglob("*.html"))
        return {path.relative_to(self.folder).as_posix().removesuffix("index.html"): path for path in files}


def build(project: Path, output: Path, environment: Mapping[str, str] | None = None) -> Site:
    """Build ``project`` into ``output`` as ``make site`` does, and fail with all that was printed if it fails."""
    finished = subprocess.run(
        [QUYCHE, "build", "--output", output],
        cwd=project,
        env=os.environ | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    log = finished.stdout + finished.stderr
    assert finished.returncode == 0, log
    return Site(output, log, project)


def build_with_mkdocs(project: Path, output: Path) -> Path:
    """Build ``project`` into ``output`` with MkDocs alone, nothing finished for publishing, and return ``output``."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(output)]
    subprocess.run(command, cwd=project, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    return output


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    project: Callable[[Path], Path],
    environment: Mapping[str, str] | None = None,
) -> Site:
    """Return the site called ``name``; the first worker that asks makes its ``project`` in a folder and builds it."""
    folder = shared_folder(factory) / name
    record = folder / "built.json"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not record.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            made = project(folder)
            site = build(made, folder / "site", environment)
            record.write_text(json.dumps({"project": str(made), "log": site.log}), encoding="utf-8")
    found = json.loads(record.read_text(encoding="utf-8"))
    return Site(folder / "site", found["log"], Path(found["project"]))


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
