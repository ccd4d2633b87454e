"""The house: formatting, lint, types, which room imports which, no foreign host, no silenced rule without a reason."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche.scripts import FOLDER, GENERATED, modules, needs, ordered

ROOMS = {
    "archive": 0,
    "beside": 0,
    "cache": 0,
    "material": 0,
    "vietnamese": 0,
    "regulation": 1,
    "addresses": 2,
    "duties": 2,
    "instruments": 2,
    "checklists": 3,
    "importer": 3,
    "lineage": 3,
    "publishing": 3,
    "sources": 3,
    "glossary": 4,
    "notes": 4,
    "comparing": 4,
    "search": 5,
    "exchange": 5,
    "scripts": 5,
    "teaching": 5,
    "project": 6,
    "pages": 7,
    "cli": 8,
}
"""Room -> its floor: a room imports only from itself and from lower floors."""

SCRIPT_ROOMS = {
    "common": 0,
    "material": 1,
    "reader": 1,
    "search": 1,
    "words": 1,
    "record": 2,
    "paper": 3,
    "office": 4,
    "form": 5,
    "rollup": 5,
    "teaching": 5,
}
"""Room of the scripts -> its floor: the same rule."""

HOSTS = re.compile(r"\b(?:https?|wss?|ftps?)://([\w.\[\]{}$-]*)", re.IGNORECASE)
HOSTS_ALLOWED = {
    "www.w3.org",  # namespaces
    "json-schema.org",  # names of dialects
    "schema.org",
    "docs.oasis-open.org",  # the namespace of Akoma Ntoso
    "schemas.openxmlformats.org",  # namespaces of Word and Excel: names, never fetched
    "schemas.microsoft.com",
    "purl.org",
    "127.0.0.1",
    "localhost",
}
LUCK = re.compile(r"\b(?:time\.)?sleep\(|\.wait_for_(?:function|timeout)\(|networkidle")
LONGEST = 120
THEME = re.compile(r"\bmd-|__md_|\.mdColor")
THEME_ROOMS = ("hooks/quyche/material/", "docs/assets/css/material/", "docs/assets/js/material/")
SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|ruff:\s*noqa|pragma|mypy:)(?P<rest>.*)")
REASON = re.compile(r"(?:\[[\w-]+(?:,\s*[\w-]+)*\]|:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)\s*(?:--|#)\s+\S.{5,}")


def run(project: Path, *command: str) -> str:
    """Return what ``command`` printed if it failed, else nothing."""
    finished = subprocess.run(
        [sys.executable, "-m", *command], cwd=project, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return finished.stdout + finished.stderr if finished.returncode else ""


def tracked(project: Path) -> list[Path]:
    """Return the files that are, or are about to be, under version control."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [path for name in names.split("\0") if name and (path := project / name).is_file()]


def text_of(path: Path) -> str:
    """Return the text of a file; nothing if it is not a text."""
    raw = path.read_bytes()
    return "" if b"\0" in raw[:4096] else raw.decode("utf-8", "replace")


def python_files(project: Path) -> list[Path]:
    return sorted((project / "hooks").rglob("*.py")) + sorted((project / "tests").rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of every module that the Python file imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports with dots"
            assert node.module is not None
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_ruff_finds_nothing(project: Path) -> None:
    assert run(project, "ruff", "check", "hooks", "tests") == ""


def test_ruff_would_format_nothing_otherwise(project: Path) -> None:
    assert run(project, "ruff", "format", "--check", "hooks", "tests") == ""


def test_no_test_waits_by_luck(project: Path) -> None:
    """Nothing sleeps but what watches a program that it has started; a page is waited for by what is asserted."""
    sources = {path.relative_to(project).as_posix(): path for path in sorted((project / "tests").rglob("*.py"))}
    words = {name: text_of(path) for name, path in sources.items() if path != Path(__file__)}
    found = {(name, luck[0]) for name, text in words.items() for luck in LUCK.finditer(text)}
    assert found == {("tests/guide/test_guide.py", "time.sleep("), ("tests/publishing/serving.py", "time.sleep(")}


def test_templates_have_no_long_lines(project: Path) -> None:
    templates = [path for path in tracked(project) if path.suffix == ".j2" or project / "overrides" in path.parents]
    assert len(templates) > 30
    lines = [(path.name, line) for path in templates for line in text_of(path).splitlines()]
    assert [(name, line) for name, line in lines if len(line) > LONGEST] == []


def test_mypy_finds_nothing(project: Path) -> None:
    assert run(project, "mypy") == ""


def test_the_package_imports_neither_mkdocs_nor_the_theme(project: Path) -> None:
    files = sorted((project / "hooks" / "quyche").rglob("*.py"))
    assert len(files) > 20
    for path in files:
        foreign = {
            name for name in imported(path) if name.split(".")[0] in {"mkdocs", "material", "pymdownx", "markdown"}
        }
        assert not foreign, path


def test_only_the_hooks_import_mkdocs(project: Path) -> None:
    found = {
        path.parent.name for path in python_files(project) if any(name.startswith("mkdocs.") for name in imported(path))
    }
    assert "hooks" in found
    assert found <= {"hooks", "site", "tests"}


def test_each_room_imports_only_from_rooms_above_it(project: Path) -> None:
    package = project / "hooks" / "quyche"
    seen = set()
    for path in sorted(package.rglob("*.py")):
        room = path.relative_to(package).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        seen.add(room)
        assert room in ROOMS, f"{room}: give the new room its place in ROOMS"
        for name in imported(path):
            if name.startswith("quyche."):
                other = name.split(".")[1]
                assert other == room or ROOMS[other] < ROOMS[room], f"{path.relative_to(project)} imports {name}"
    assert seen == set(ROOMS)


def test_each_room_of_the_scripts_imports_only_from_rooms_above_it() -> None:
    found = modules()
    for name, source in found.items():
        room = name.split("/")[0]
        assert room in SCRIPT_ROOMS, f"{room}: give the new room its place in SCRIPT_ROOMS"
        for other in needs(name, source):
            above = other.split("/")[0]
            assert above == room or SCRIPT_ROOMS[above] < SCRIPT_ROOMS[room], f"{name}.js imports {other}.js"
    assert {name.split("/")[0] for name in found} == set(SCRIPT_ROOMS)


def test_no_module_needs_itself(project: Path) -> None:
    assert sorted(ordered(modules(), *modules())) == sorted(modules())
    assert set(modules()) == GENERATED.keys() | {
        path.relative_to(project / "docs" / FOLDER).with_suffix("").as_posix()
        for path in tracked(project)
        if path.suffix == ".js" and path.is_relative_to(project / "docs" / FOLDER)
    }


def test_only_its_rooms_know_the_theme(project: Path) -> None:
    files = [path for path in tracked(project) if path.is_relative_to(project / "hooks")]
    files += [path for path in tracked(project) if path.is_relative_to(project / "docs" / "assets")]
    assert len(files) > 300
    found = [path.relative_to(project).as_posix() for path in files if THEME.search(text_of(path))]
    assert found, "the theme is known somewhere"
    assert [path for path in found if not path.startswith(THEME_ROOMS)] == []


def test_no_file_names_a_foreign_host(project: Path) -> None:
    found = []
    files = [path for path in tracked(project) if path.name != "LICENSE"]
    assert len(files) > 50
    for path in files:
        hosts = {host.lower() for host in HOSTS.findall(text_of(path))} - HOSTS_ALLOWED
        found += [f"{path.relative_to(project)}: {host}" for host in sorted(hosts) if "." in host]
    assert found == []


def test_no_rule_is_silenced_without_a_reason(project: Path) -> None:
    found = []
    for path in python_files(project):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            silenced = SILENCED.search(line)
            if silenced and path.name != "test_house.py" and not REASON.match(silenced["rest"]):
                found.append(f"{path.relative_to(project)}:{number}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("x = 1  # noqa: S603 -- our own interpreter", True),
        ("x = 1  # type: ignore[arg-type] # any value will do", True),
        ("x = 1  # type: ignore[arg-type]  # any value will do", True),
        ("x = 1  # noqa: S603", False),
        ("x = 1  # noqa", False),
        ("x = 1  # noqa -- because of that", False),
        ("x = 1  # type: ignore", False),
        ("x = 1  # type: ignore[arg-type]", False),
        ("x = 1  # ruff: noqa", False),
    ],
)
def test_what_counts_as_a_reason(line: str, *, fine: bool) -> None:
    silenced = SILENCED.search(line)
    assert silenced is not None
    assert bool(REASON.match(silenced["rest"])) == fine


def test_hosts_are_seen() -> None:
    assert HOSTS.findall('<a href="https:' + '//cdn.example.com/x">, http://127.0.0.1:8000') == [
        "cdn.example.com",
        "127.0.0.1",
    ]
