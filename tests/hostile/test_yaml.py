"""Thousands of broken files: each ends in a project that a site can be made of, or in faults with their lines.

A failure names the file and the seed: ``mutant(content of the file, seed)`` is that file again.
"""

import shutil
import traceback
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path

import pytest

import quyche.project
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.files import writers
from quyche.checklists.filling import filled
from quyche.checklists.setup import Setup, load_setup
from quyche.checklists.wording import worded
from quyche.comparing import loading as comparing
from quyche.glossary.loading import load_terms
from quyche.instruments.checking import REGISTER
from quyche.instruments.finding import Mentions
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.lineage import load_lineage
from quyche.notes import load_notes
from quyche.pages.site import generate
from quyche.project import (
    CHECKLISTS,
    EXERCISE,
    LINEAGE,
    NOTES,
    QUESTIONS,
    SITUATIONS,
    SYNONYMS,
    TEACHING,
    TERMS,
    Project,
)
from quyche.regulation import loading
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.search.names import load_synonyms
from quyche.teaching.exercise import load_exercise
from quyche.teaching.lessons.loading import load_lessons
from quyche.teaching.questions.loading import load_questions
from quyche.teaching.situations import load_situations
from tests.hostile.mutations import mutant
from tests.hostile.whole import LAYERS, fit, outcome, whole_project, written_files

pytestmark = pytest.mark.no_cover  # what only chance has run is not covered

FILES = (
    *("regulation.yaml", "checklists/checklist.yaml", "checklists/letterheads.yaml", "docs/chu-thich/dieu-5.yaml"),
    *(f"docs/giang-day/{name}.yaml" for name in ("bai-1", "bai-tap", "cau-hoi", "lop-hoc", "tinh-huong")),
    *("docs/luoc-do.yaml", "docs/so-sanh/ban-2020.yaml", "docs/so-sanh/ban-2020/regulation.yaml"),
    *("docs/tai-lieu.yaml", "docs/thuat-ngu.yaml", "docs/tu-dong-nghia.yaml"),
)
LOADS, SITES, SHEETS = 145, 3, 3
"""Mutants of a file that are loaded; of those that load, sites and sets of sheets that are made."""
OURS_LOADS = 4
"""Mutants of each file of our own."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return the small project with every layer; its templates and sheets are kept in a folder of its own."""
    made = whole_project(tmp_path_factory.mktemp("whole"), project)
    (made / ".cache").unlink()
    (made / ".cache").mkdir()
    return made


@pytest.fixture(scope="module", autouse=True)
def _read_once() -> Iterator[None]:
    """Read what stays as it is once: two projects that are loaded one after another differ in one file."""
    found = Mentions.found
    layers = [name for name in vars(quyche.project) if name.startswith("load") and name != "load_project"]
    assert len(layers) > 10
    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (loading, "read_record"),
            (comparing, "load"),
            *((quyche.project, name) for name in layers),
        ):
            patch.setattr(module, name, kept(getattr(module, name)))
        patch.setattr(Mentions, "found", lru_cache(maxsize=64)(lambda self, words: tuple(found(self, words))))
        yield


class Itself:
    """Stands for ``value`` where only that very object will do, however alike another is."""

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        """Tell whether both stand for one object."""
        return isinstance(other, Itself) and self.value is other.value

    def __hash__(self) -> int:
        """Agree with what is equal."""
        return id(self.value)


def kept(read: Callable[..., object]) -> Callable[..., object]:
    """Return ``read``, which does not read again what is still the same and is held against the same."""

    @lru_cache(maxsize=64)
    def again(path: Path, _content: tuple[bytes, ...], *how: Itself, **named: Itself) -> object:
        return read(path, *(one.value for one in how), **{name: one.value for name, one in named.items()})

    def once(path: Path, *how: object, **named: object) -> object:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path] if path.is_file() else []
        content = tuple(file.read_bytes() for file in files)
        return again(path, content, *map(Itself, how), **{name: Itself(value) for name, value in named.items()})

    return once


@pytest.fixture
def mutants(whole: Path) -> Iterator[Callable[[str], Iterator[int]]]:
    """Give what puts one mutant after another in the place of a file, and put the good file back at last."""
    good = {name: (whole / name).read_bytes() for name in FILES}

    def put(name: str, seeds: int = LOADS) -> Iterator[int]:
        for seed in range(seeds):
            (whole / name).write_bytes(mutant(good[name], seed + 1000 * FILES.index(name)))
            yield seed

    yield put
    for name, content in good.items():
        (whole / name).write_bytes(content)


def loaded(whole: Path, name: str, mutants: Iterator[int], most: int) -> Iterator[Project]:
    """Yield the projects of the mutants that load, ``most`` of them; all are tried."""
    findings = []
    for seed in mutants:
        try:
            found = outcome(whole)
        except Exception:  # noqa: BLE001 -- whatever it is, it is a finding
            findings.append(f"{name}, seed {seed + 1000 * FILES.index(name)}: {traceback.format_exc(limit=-2)}")
            continue
        if isinstance(found, Project) and most:
            most -= 1
            yield found
    assert not findings, "\n".join(findings)


def test_every_kind_of_file_is_tried(whole: Path) -> None:
    assert sorted(FILES) == sorted(written_files(whole))
    assert isinstance(outcome(whole), Project)
    assert len(FILES) * LOADS >= 2000


@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_makes_a_site_or_is_told(
    name: str, whole: Path, mutants: Callable[[str], Iterator[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quyche.checklists.files.cached", lambda _folder, name, _recipe, _make: name.encode())
    for project in loaded(whole, name, mutants(name), SITES):
        site = generate(project)
        assert {page.path for page in site.pages} > {"", "quy-che/"}
        for page in site.pages:
            page.html.encode()
            assert max(map(len, page.path.split("/"))) < 200, page.path


@pytest.mark.parametrize("name", FILES[:3])
def test_what_passes_can_be_printed(name: str, whole: Path, mutants: Callable[..., Iterator[int]]) -> None:
    made = 0
    for project in loaded(whole, name, mutants(name, 60), SHEETS):
        bodies = checklist_bodies(project.index)
        if project.setup and bodies:
            checklist = build_checklist(project.duties, project.setup, bodies[made % len(bodies)])
            sheet = filled(worded(checklist, project.setup))
            assert all(write(sheet) for write in writers(project.setup).values())
            made += 1
    assert made


def test_our_own_broken_files_are_told(
    project: Path, ours: Index, register: Register, setup: Setup, tmp_path: Path
) -> None:
    loaders: dict[Path, Callable[[Path, Index], object]] = {
        CHECKLISTS: load_setup,
        NOTES: partial(load_notes, register=register),
        TERMS: partial(load_terms, register=register),
        REGISTER: load_register,
        LINEAGE: partial(load_lineage, register=register),
        SYNONYMS: load_synonyms,
        QUESTIONS: load_questions,
        SITUATIONS: load_situations,
        TEACHING: load_lessons,
        EXERCISE: partial(load_exercise, setup=setup),
    }
    tried = refused = 0
    for path, load in loaders.items():
        shutil.rmtree(tmp_path / "one", ignore_errors=True)
        target = tmp_path / "one" / path.name
        target.parent.mkdir()
        (shutil.copytree if (project / path).is_dir() else shutil.copy)(project / path, target)
        for file in sorted(target.glob("*.yaml"))[:8] if target.is_dir() else [target]:
            good = file.read_bytes()
            for seed in range(OURS_LOADS):
                file.write_bytes(mutant(good, seed + tried))
                faults = refusal(load, target, ours)
                refused += bool(faults)
                for fault in faults:
                    fit(fault, tmp_path)
            file.write_bytes(good)
            tried += OURS_LOADS
    assert tried >= 60
    assert tried / 3 < refused < tried


def refusal(load: Callable[[Path, Index], object], path: Path, index: Index) -> tuple[Fault, ...]:
    try:
        load(path, index)
    except DataError as error:
        return error.faults
    return ()


def test_our_own_broken_regulation_is_told(project: Path, tmp_path: Path) -> None:
    good = (project / "regulation.yaml").read_bytes()
    source = tmp_path / "docs" / "du-lieu" / "nguon.txt"
    source.parent.mkdir(parents=True)
    shutil.copy(project / "docs" / "du-lieu" / "nguon.txt", source)
    ends = []
    for seed in range(8):
        (tmp_path / "regulation.yaml").write_bytes(mutant(good, seed))
        ends.append(isinstance(outcome(tmp_path), Project))
    assert not all(ends)


BAD_FAULTS = {
    "no line": Fault("regulation.yaml", 0, "", "thiếu “id”"),
    "a line that is not there": Fault("regulation.yaml", 10**6, "", "thiếu “id”"),
    "no message": Fault("regulation.yaml", 1, "", ""),
    "English": Fault("regulation.yaml", 1, "", "không đúng: Input should be a valid string"),
    "English advice": Fault("regulation.yaml", 1, "", "không đúng", "the value must be a list"),
    "a class": Fault("regulation.yaml", 1, "", "lỗi ValidationError"),
    "a parser's word": Fault("regulation.yaml", 1, "", "lỗi: tag:yaml.org,2002:merge"),
}


@pytest.mark.parametrize("name", BAD_FAULTS)
def test_what_no_editor_understands_is_a_finding(name: str, whole: Path) -> None:
    fit(Fault("regulation.yaml", 1, "d5", "“the value” không có trong d5", "chép đúng từng chữ"), whole)
    with pytest.raises(AssertionError):
        fit(BAD_FAULTS[name], whole)


def test_a_mutant_comes_back_by_its_seed() -> None:
    good = (LAYERS / "docs" / "thuat-ngu.yaml").read_bytes()
    made = [mutant(good, seed) for seed in range(100)]
    assert made == [mutant(good, seed) for seed in range(100)]
    assert len(set(made)) > 80
