"""A guide as its reader follows it: what to type, what the machine answers, what to change in which file."""

import io
import os
import re
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from quyche.cli import main

FENCE = re.compile(
    r"^```(?:\{ (?P<marks>[^}\n]*) \}|(?P<plain>\w+))\n(?P<words>.*?)^```$|^#[^\n]*\{#(?P<section>[^}\n]+)\}$",
    re.MULTILINE | re.DOTALL,
)
PATH = re.compile(r"`([^`]+)`")
LEFT_OUT = "…"
QUYCHE = ".venv/bin/quyche"


@dataclass(frozen=True)
class Block:
    """A block of a guide: its ``marks`` (``console``, ``yaml``, ``sau`` …), its words, the file named before it."""

    section: str
    marks: tuple[str, ...]
    words: str
    file: str


def blocks(guide: str) -> Iterator[Block]:
    """Yield the blocks of the Markdown ``guide`` in order; a section without one yields an empty block."""
    section, place = "", 0
    for found in FENCE.finditer(guide):
        if found["section"]:
            section = found["section"]
            yield Block(section, (), "", "")
            continue
        marks = tuple(mark.removeprefix(".") for mark in (found["marks"] or found["plain"]).split())
        named = PATH.findall(guide[place : found.start()])
        yield Block(section, marks, found["words"], named[0] if named else "")
        place = found.end()


def commands(block: Block) -> list[tuple[str, list[str]]]:
    """Return the commands of a block, each with the lines that the machine is said to answer."""
    parts = re.split(r"^\$ ", block.words, flags=re.MULTILINE)[1:]
    return [(lines[0], lines[1:]) for lines in (part.splitlines() for part in parts)]


class Reader:
    """Follows a guide in the folder ``place``, with what is on ``environment``; ``serve`` stands for ``make serve``."""

    def __init__(self, place: Path, environment: Mapping[str, str], serve: Callable[[Path], None]) -> None:
        self.place = place
        self.typed: list[str] = []
        self._environment = os.environ | environment
        self._serve = serve

    def type(self, block: Block) -> None:
        """Type the commands of a block; each must end as the guide says and answer what it shows."""
        told_to_fail = "co-loi" in block.marks
        for command, answer in commands(block):
            self.typed.append(command)
            if command.startswith("cd "):
                self.place = (self.place / command.removeprefix("cd ")).resolve()
                assert self.place.is_dir(), command
                continue
            if command == "make serve":
                self._serve(self.place)
                continue
            ended, said = self._quyche(command) if command.startswith(f"{QUYCHE} ") else self._shell(command)
            assert bool(ended) == told_to_fail, f"{command}\n{said}"
            _in_order(answer, said, command)

    def _shell(self, command: str) -> tuple[int, str]:
        ended = subprocess.run(  # noqa: S602 -- the guide's own words
            command, shell=True, cwd=self.place, env=self._environment, capture_output=True, text=True, check=False
        )
        return ended.returncode, ended.stdout + ended.stderr

    def _quyche(self, command: str) -> tuple[int, str]:
        """Do what the program does, in this process: it starts as long as it works. ``make`` starts it, too."""
        assert os.access(self.place / QUYCHE, os.X_OK)
        out, err = io.StringIO(), io.StringIO()
        with chdir(self.place), redirect_stdout(out), redirect_stderr(err):
            ended = main(shlex.split(command)[1:])
        return ended, out.getvalue() + err.getvalue()

    def edit(self, before: Block, after: Block) -> None:
        """Put the words of ``after`` in the place of those of ``before``, which stand exactly once in the data."""
        path = self.place / "regulation.yaml"
        words = path.read_text(encoding="utf-8")
        assert words.count(before.words) == 1, before.words
        path.write_text(words.replace(before.words, after.words), encoding="utf-8")

    def write(self, block: Block) -> None:
        """Add a block to the end of the data, or write it as the file named before it."""
        if "them" in block.marks:
            with (self.place / "regulation.yaml").open("a", encoding="utf-8") as file:
                file.write("\n" + block.words)
        else:
            path = self.place / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.words, encoding="utf-8")

    def confirm_all(self) -> None:
        """Take away every mark of a draft."""
        path = self.place / "regulation.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("    draft: true\n", ""), encoding="utf-8")


def _in_order(answer: list[str], said: str, command: str) -> None:
    """Every piece of the answer that the guide shows stands in what was said, one after another."""
    place = 0
    for piece in (piece for line in answer for piece in line.split(LEFT_OUT) if piece.strip()):
        found = said.find(piece, place)
        assert found >= 0, f"{command}: “{piece}” is not in\n{said}"
        place = found + len(piece)
