"""Slips in the data stop every build with the line, never with a traceback."""

import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.__main__ import cli

from quyche.cli import main
from tests.site.building import SOURCE, new_project

COMMANDS = ("make site", "mkdocs build --strict")
CLAUSE = "Định kỳ sáu tháng, hằng năm và trong trường hợp cần thiết tổ chức giao ban"


def once(data: str, old: str, new: str) -> str:
    assert data.count(old) == 1, old
    return data.replace(old, new)


def letter_of_a_clause(data: str) -> str:
    return data.replace(CLAUSE, CLAUSE.replace("sáu", "sau"), 1)


def letter_of_a_clause_and_of_its_quotes(data: str) -> str:
    return data.replace(CLAUSE, CLAUSE.replace("sáu", "sau"))


def letter_of_a_chapter(data: str) -> str:
    return once(data, "heading: NHỮNG QUY ĐỊNH CHUNG", "heading: NHỮNG QUI ĐỊNH CHUNG")


def letter_of_the_signature(data: str) -> str:
    return once(data, "- PHÓ BÍ THƯ", "- PHÓ BÍ THỨ")


def duty_dropped(data: str) -> str:
    return re.sub(r"^  - id: d5\.k8\.1\n(?:    .*\n)+", "", data, count=1, flags=re.MULTILINE)


def body_misspelt(data: str) -> str:
    return data.replace("by: {ban-dan-van-huyen-uy:", "by: {ban-dan-van-huyen-ui:", 1)


def key_unknown(data: str) -> str:
    return data.replace("    task: ", "    tasks: ", 1)


def yaml_broken(data: str) -> str:
    return once(data, "\nduties:\n", "\nduties: [\n")


SLIPS = (
    letter_of_a_clause,
    letter_of_a_clause_and_of_its_quotes,
    letter_of_a_chapter,
    letter_of_the_signature,
    duty_dropped,
    body_misspelt,
    key_unknown,
    yaml_broken,
)


def build(command: str) -> object:
    """Build the project in the working folder, and return how the command ends; no Python is started for it."""
    if command == "make site":
        return main(["build"])
    logging.getLogger("mkdocs").handlers.clear()  # those of the build before
    with pytest.raises(SystemExit) as ended:
        cli(command.split()[1:])
    return ended.value.code


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_stops_the_build_with_its_line(  # noqa: PLR0913, PLR0917 -- fixtures
    slip: Callable[[str], str],
    command: str,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = (project / "regulation.yaml").read_text(encoding="utf-8")
    slipped = slip(data)
    assert slipped != data
    folder = new_project(tmp_path, project, slipped.encode(), (project / SOURCE).read_bytes(), ("checklists",))
    monkeypatch.chdir(folder)
    status = build(command)
    told = "".join(capfd.readouterr())
    assert status != 0
    assert "Traceback" not in told
    lines = [int(number) for number in re.findall(r"regulation\.yaml:(\d+): ", told)]
    assert lines, told
    changed = next(
        n for n, (old, new) in enumerate(zip(data.split("\n"), slipped.split("\n"), strict=False), 1) if old != new
    )
    if slip not in {duty_dropped, yaml_broken}:  # those are missed where the words stand, and where the list should end
        assert changed in lines, told
    assert not (folder / "site").exists() or not any((folder / "site").iterdir())
