"""How long builds take, in seconds of processor time: a busy machine then tells little lies."""

import os
import resource
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from quyche.pages.site import generate
from quyche.project import load_project
from quyche.publishing.finishing import finished
from quyche.publishing.site_files import read_site, write_over
from tests.site.building import QUYCHE

ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}

GENERATE = """
from pathlib import Path
from quyche.pages.site import generate
from quyche.project import load_project
generate(load_project(Path('.')))
"""


@dataclass(frozen=True)
class Build:
    """Seconds: all of a build, of the clock; of the processor in all, for loading, generating and finishing."""

    wall: float
    processor: float
    loading: float
    generating: float
    finishing: float

    @property
    def theme(self) -> float:
        """What is left: MkDocs, the theme, starting Python."""
        return self.processor - self.loading - self.generating - self.finishing


def processor_time(command: list[str | Path], folder: Path) -> tuple[float, float]:
    """Return seconds of the clock and of the processor that ``command`` takes in ``folder``."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    return end - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def our_build(project: Path, output: Path) -> Build:
    """Build ``project`` with all caches filled, and take its parts apart."""
    raw = output.with_name(f"{output.name}-raw")
    processor_time([sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", raw], project)  # fills the caches
    wall, processor = processor_time([QUYCHE, "build", "--output", output], project)
    clock = [time.process_time()]
    loaded = load_project(project)
    clock.append(time.process_time())
    generate(loaded)
    clock.append(time.process_time())
    site = read_site(raw)
    write_over(raw, site, finished(site))
    clock.append(time.process_time())
    return Build(wall, processor, *(end - start for start, end in pairwise(clock)))


def first_documents(project: Path, folder: Path) -> float:
    """Return seconds of the processor for all documents of ``project``, none of them kept from before."""
    cold = folder / "cold"
    shutil.copytree(
        project, cold, symlinks=True, ignore=shutil.ignore_patterns("sheets", "teaching", "site", ".git", ".venv")
    )
    _, with_documents = processor_time([sys.executable, "-c", GENERATE], cold)
    _, without = processor_time([sys.executable, "-c", GENERATE], cold)
    return with_documents - without


def stock_build(project: Path, output: Path) -> float:
    """Return seconds of the processor for building ``project`` with MkDocs and the theme as they come."""
    command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", output]
    return min(processor_time(command, project)[1] for _ in range(2))
