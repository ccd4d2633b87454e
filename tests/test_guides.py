"""What README, CONTRIBUTING and CHANGELOG name is there: files, functions, targets of make, commands."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

GUIDES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
CODE = re.compile(r"`([^`\n]+)`")
IN_FILE = re.compile(r"`(\w+)`(?:\s+\w+)?\s+in\s+`([\w./-]+\.(?:py|js))`")
FILE = re.compile(r"(?:[\w.*-]+/)+[\w.*-]*|[\w-]+\.(?:md|ya?ml|toml|lock|svg|png)")
PLACEHOLDER = re.compile(r"\b(?:NAME|DIR|N|BODY|SOURCE)\b|-N\b")
MADE = {".cache/node", "site/", "index.html", "build/sbom.json"}
"""What a build or a test makes, and what stands in it: a fresh clone has none of it."""
BESIDE = {"lop-hoc.yaml": "docs/giang-day", "bai-tap.yaml": "docs/giang-day"}
"""Files named without their folder, which the words before name."""


def files_missing(words: str, project: Path) -> Iterator[str]:
    """Yield the files and folders named in ``words`` that are not there."""
    for token in CODE.findall(words):
        named = FILE.fullmatch(token) and not PLACEHOLDER.search(token) and token not in MADE
        if named and not any((project / BESIDE.get(token, ".")).glob(token.rstrip("/"))):
            yield token


def functions_missing(words: str, project: Path) -> Iterator[str]:
    """Yield each name said to be in a file that defines no such thing."""
    for name, path in IN_FILE.findall(words):
        source = (project / path).read_text(encoding="utf-8") if (project / path).is_file() else ""
        if not re.search(
            rf"^\s*(?:def|class|(?:export )?(?:async )?function) {name}\b|^{name}\b.* = ", source, re.MULTILINE
        ):
            yield f"{name} in {path}"


def commands_missing(words: str, project: Path) -> Iterator[str]:
    """Yield the targets of make and the commands of quyche that do not exist."""
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?:`|^)make ([a-z]+)", words, re.MULTILINE):
        if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE):
            yield f"make {target}"
    sources = "".join(path.read_text(encoding="utf-8") for path in (project / "hooks/quyche/cli").glob("*.py"))
    for command in re.findall(r"quyche ([a-z]+)\b", words):
        if f'NAME = "{command}"' not in sources:
            yield f"quyche {command}"


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_names_is_there(project: Path, guide: str) -> None:
    words = (project / guide).read_text(encoding="utf-8")
    assert list(files_missing(words, project)) == []
    assert list(functions_missing(words, project)) == []
    assert list(commands_missing(words, project)) == []
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", words)]
    assert [link for link in links if link and not (project / link).is_file()] == []


def test_the_walk_names_functions_of_every_kind(project: Path) -> None:
    words = (project / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = IN_FILE.findall(words)
    assert len(found) > 18
    assert {Path(path).suffix for _, path in found} == {".py", ".js"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("`hooks/quyche/none.py`", ["hooks/quyche/none.py"]),
        ("`docs/none/`", ["docs/none/"]),
        ("`none.yaml`", ["none.yaml"]),
        ("`load` in `hooks/quyche/regulation/model.py`", ["load in hooks/quyche/regulation/model.py"]),
        ("`empty` in\n`docs/assets/js/record/store.js`", ["empty in docs/assets/js/record/store.js"]),
        ("`make nothing`", ["make nothing"]),
        ("`quyche nothing`", ["quyche nothing"]),
        ("`load` in `hooks/quyche/regulation/loading.py`, `regulation.yaml`, `make test`, `quyche check`", []),
    ],
)
def test_what_is_not_there_is_told(project: Path, words: str, told: list[str]) -> None:
    checks = (files_missing, functions_missing, commands_missing)
    assert [line for check in checks for line in check(words, project)] == told


def test_no_word_has_two_lines_in_the_table(project: Path) -> None:
    words = (project / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|*]+) \| [^|]+ \|$", words, re.MULTILINE)
    assert len(rows) > 30
    assert len(set(rows)) == len(rows)


def test_the_changelog_goes_from_new_to_old(project: Path) -> None:
    words = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (.+)$", words, re.MULTILINE)
    assert heads[0] == "Unreleased"
    days = [date.fromisoformat(head.rpartition(" - ")[2]) for head in heads[1:]]
    assert all(newer > older for newer, older in pairwise(days))
    assert set(re.findall(r"^### (.+)$", words, re.MULTILINE)) <= {"Added", "Changed", "Fixed", "Removed", "Security"}
    version = re.search(r'^version = "(.+)"$', (project / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert heads[1].startswith(version[1])
