"""How long builds take, in seconds of processor time: a busy machine then tells little lies."""

import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from quyche.pages.site import generate
from quyche.project import load_project
from quyche.publishing.finishing import finished, read_site, write_over
from tests.site.building import build, build_with_mkdocs
from tests.timing import seconds_outside

GENERATE = """
from pathlib import Path
from quyche.pages.site import generate
from quyche.project import load_project
generate(load_project(Path('.')))
"""


@dataclass(frozen=True)
class Build:
    """Seconds of the processor: of a build in all, for loading, generating and finishing."""

    processor: float
    loading: float
    generating: float
    finishing: float

    @property
    def theme(self) -> float:
        """What is left: MkDocs, the theme, starting Python."""
        return self.processor - self.loading - self.generating - self.finishing


def our_build(project: Path, output: Path, tries: int) -> Build:
    """Build ``project`` with all caches filled, and take its parts apart; of so many tries the shortest counts.

    Whole and parts take turns: a machine that is slow for a while is slow for both.
    """
    raw = build_with_mkdocs(project, output.with_name(f"{output.name}-raw"))  # fills the caches
    timed = []
    for number in range(tries):
        whole = seconds_outside(lambda: build(project, output))
        timed.append((whole, *_parts(project, shutil.copytree(raw, output.with_name(f"{output.name}-{number}")))))
    return Build(*(min(part) for part in zip(*timed, strict=True)))


def _parts(project: Path, raw: Path) -> tuple[float, ...]:
    """Return seconds for loading, generating, and finishing the site ``raw`` in its place."""
    clock = [time.process_time()]
    loaded = load_project(project)
    clock.append(time.process_time())
    generate(loaded)
    clock.append(time.process_time())
    site = read_site(raw)
    write_over(raw, site, finished(site))
    clock.append(time.process_time())
    return tuple(end - start for start, end in pairwise(clock))


def first_documents(project: Path, folder: Path) -> float:
    """Return seconds of the processor for all documents of ``project``, none of them kept from before."""
    cold = folder / "cold"
    shutil.copytree(
        project, cold, symlinks=True, ignore=shutil.ignore_patterns("sheets", "teaching", "site", ".git", ".venv")
    )
    generating = partial(subprocess.run, [sys.executable, "-c", GENERATE], cwd=cold, check=True)
    with_documents, without = seconds_outside(generating), seconds_outside(generating)
    return with_documents - without


def stock_build(project: Path, output: Path, tries: int) -> float:
    """Return seconds of the processor for building ``project`` with MkDocs and the theme as they come."""
    return min(seconds_outside(lambda: build_with_mkdocs(project, output)) for _ in range(tries))
