"""A small project with every layer, and what must come of it however it is broken."""

import re
import shutil
from pathlib import Path

from quyche.project import Project, load_project
from quyche.regulation.faults import DataError, Fault
from tests.second.making import second_project

LAYERS = Path(__file__).parent / "layers"
"""The layers that the second fictitious regulation does not have."""

VIETNAMESE = re.compile(r"[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]", re.IGNORECASE)
BREAK = re.compile(rb"\r\n|\r|\n|\xc2\x85|\xe2\x80[\xa8\xa9]")
QUOTED = re.compile(r"“.*?”|\{.*?\}", re.DOTALL)
FOREIGN = re.compile(
    r"\b(?:should|must|the|is|are|not|of|expected|found|input|valid|invalid|than|while|value|character|characters|"
    r"cannot|could|unable|field|required|got|only|but|undefined|traceback|exception)\b"
    r"|(?-i:[A-Z][a-z]+[A-Z][a-z]\w*|Error\b|pydantic|yaml\.)",
    re.IGNORECASE,
)
"""English sentences and names of Python's classes, which tell an editor nothing."""

LONGEST = 1000
"""Letters of a fault that still can be read."""


def whole_project(folder: Path, ours: Path) -> Path:
    """Return a project in ``folder`` in which every kind of file that an editor writes stands."""
    project = second_project(folder, ours, ours / "tests" / "fixtures" / "second")
    shutil.copytree(LAYERS / "docs", project / "docs", dirs_exist_ok=True)
    return project


def written_files(project: Path) -> tuple[str, ...]:
    """Return the YAML files that editors wrote in ``project``, from its root."""
    found = [*project.glob("*.yaml"), *project.glob("checklists/*.yaml"), *project.glob("docs/**/*.yaml")]
    return tuple(sorted(path.relative_to(project).as_posix() for path in found))


def outcome(project: Path) -> Project | tuple[Fault, ...]:
    """Return ``project`` loaded, or its faults, which are fit for an editor; any other exception is a finding."""
    try:
        return load_project(project)
    except DataError as error:
        faults, told = error.faults, str(error)
    for fault in faults:
        fit(fault, project)
    assert faults
    assert len(told.split("\n")) == len(faults)
    return faults


def fit(fault: Fault, project: Path) -> None:
    """Fail unless ``fault`` names a line that is there and speaks Vietnamese, and nothing else, in one short line."""
    told = str(fault)
    path = Path(fault.file) if Path(fault.file).is_absolute() else Path.cwd() / fault.file
    if not path.exists():
        path = project / fault.file
    content = path.read_bytes() if path.is_file() else b""
    lines = len(BREAK.findall(content)) + 2
    assert 1 <= fault.line <= lines, told
    assert VIETNAMESE.search(fault.message), told
    assert len(told) <= LONGEST, told[:LONGEST]
    assert told.isprintable(), ascii(told)
    plain = QUOTED.sub("", f"{fault.message} — {fault.allowed}")
    assert not FOREIGN.search(plain), told
