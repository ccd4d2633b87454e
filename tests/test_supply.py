"""What the project is made of: every package locked to one version with hashes, under a licence we may pass on."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import TypeAlias

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name
from packaging.version import Version

LICENCES = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-CMU", "OFL-1.1", "PSF-2.0"),
    *("MIT AND PSF-2.0", "Apache-2.0 OR BSD-2-Clause", "Python-2.0"),
    "MPL-2.0",  # binds changes of its own files only
}
"""What any package may come under (SPDX)."""
ONLY_TESTS = {"LGPL-3.0-or-later"}
"""What a package that only the tests use may come under too: nothing of it is passed on."""
OLD_NAMES = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache-2.0 license": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD-3": "BSD-3-Clause",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MPL 2.0": "MPL-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "Python-2.0",
}
"""How packages wrote their licence before there was one way: any of the BSD licences will do."""
WORD = {"axe-playwright-python": "MIT"}
"""Licences of packages whose metadata names none, read in the file of the licence that they carry."""
NOT_LOCKED = {"pip", "quyche"}
"""What a virtual environment holds beside the lock: its installer, and the project."""
ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[\w,-]+\])?==(?P<version>[^\s;]+)(?: ; (?P<marker>[^\\]+?))?"
    r"(?P<hashes>(?: \\\n +--hash=\S+)*)$",
    re.MULTILINE,
)

Lock: TypeAlias = dict[str, tuple[str, list[str], str | None]]
"""Package -> its version, the SHA-256 of each file it may be, the marker that says where it is wanted."""


def locked(words: str) -> Lock:
    """Return what a lock holds; a line that is no exact version is an error."""
    rest = re.sub(r"(?m)^ *#.*\n?", "", ENTRY.sub("", words)).strip()
    if rest:
        raise ValueError(f"no exact version with hashes: {rest.splitlines()[0]}")
    return {
        canonicalize_name(found["name"]): (
            str(Version(found["version"])),
            re.findall(r"--hash=sha256:([0-9a-f]{64})\b", found["hashes"]),
            found["marker"],
        )
        for found in ENTRY.finditer(words)
    }


def installed() -> dict[str, Distribution]:
    return {canonicalize_name(one.metadata["Name"]): one for one in distributions(path=[_packages()])}


def _packages() -> str:
    (folder,) = Path(sys.prefix).glob("lib/python*/site-packages")
    return str(folder)


def licences(package: Distribution) -> set[str]:
    """Return the licences that the metadata of ``package`` names, in SPDX's words where it uses older ones."""
    about = package.metadata
    if "License-Expression" in about:
        return {about["License-Expression"]}
    found = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    found = [name for name in found if name != "OSI Approved"] or about.get_all("License", [])
    return {OLD_NAMES.get(name.strip(), name.strip()) for name in found if name}


def refused(packages: Mapping[str, Distribution], tools: set[str]) -> dict[str, set[str]]:
    """Return package -> its licences where they are not all allowed; ``tools`` are used by the tests only."""
    found = {name: licences(package) or {WORD.get(name, "unknown")} for name, package in packages.items()}
    allowed = {name: LICENCES | ONLY_TESTS if name in tools else LICENCES for name in found}
    return {name: names for name, names in found.items() if names - allowed[name]}


@pytest.fixture(scope="module")
def lock(project: Path) -> Lock:
    return locked((project / "requirements.lock").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def bill(project: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the bill of materials as `make sbom` writes it."""
    made = (project / "Makefile").read_text(encoding="utf-8").partition("\nsbom:")[2].partition("\n\n")[0]
    (arguments,) = re.findall(r"-m cyclonedx_py ([^$]+?) --output-file", made.replace("\\\n", ""))
    path = tmp_path_factory.mktemp("bill") / "sbom.json"
    asked = [*arguments.split(), "--no-validate", "--output-file", str(path), sys.prefix]  # a test validates it
    subprocess.run([sys.executable, "-m", "cyclonedx_py", *asked], cwd=project, check=True, capture_output=True)
    return path.read_text(encoding="utf-8")


def test_every_package_has_one_version_and_hashes(lock: Lock) -> None:
    assert len(lock) > 50
    assert {name for name, (_, hashes, _) in lock.items() if not hashes} == set()


@pytest.mark.parametrize(
    "line",
    ["a>=1.0", "a", "a @ file:x", "-e .", "a==1.0 \\\n    --hash=md5", "--index-url x"],
)
def test_a_lock_that_leaves_something_open_is_refused(line: str) -> None:
    try:
        found = locked(f"{line}\n")
    except ValueError:
        return
    assert [hashes for _, hashes, _ in found.values()] == [[]]


def test_what_is_installed_is_what_is_locked(lock: Lock) -> None:
    here = {name: str(Version(one.version)) for name, one in installed().items() if name not in NOT_LOCKED}
    wanted = {
        name: version for name, (version, _, marker) in lock.items() if marker is None or Marker(marker).evaluate()
    }
    assert here == wanted


def test_every_licence_is_known_and_allowed() -> None:
    tools = set(installed()) - needed_by_the_site()
    assert {"mkdocs", "jinja2", "typst"} & tools == set()
    assert {"pytest", "cobalt"} <= tools
    assert refused(installed(), tools) == {}


@pytest.mark.parametrize(
    ("line", "tool", "allowed"),
    [
        ("License-Expression: MIT", False, True),
        ("License: MIT License", False, True),
        ("Classifier: License :: OSI Approved :: BSD License", False, True),
        ("License-Expression: LGPL-3.0-or-later", True, True),
        ("License-Expression: LGPL-3.0-or-later", False, False),
        ("License-Expression: AGPL-3.0-only", True, False),
        ("License: Proprietary", True, False),
        ("Summary: of no licence", False, False),
    ],
)
def test_a_licence_is_refused_unless_it_is_allowed(tmp_path: Path, line: str, *, tool: bool, allowed: bool) -> None:
    (tmp_path / "METADATA").write_text(f"Metadata-Version: 2.4\nName: x\nVersion: 1\n{line}\n", encoding="utf-8")
    assert (refused({"x": Distribution.at(tmp_path)}, {"x"} if tool else set()) == {}) == allowed


def needed_by_the_site() -> set[str]:
    """Return the packages that building the site needs: those of the project, and all that they need."""
    here, found, waiting = installed(), set(), ["quyche"]
    while waiting:
        name = waiting.pop()
        if name not in found and name in here:
            found.add(name)
            waiting += needs(here[name])
    return found


def needs(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        name, _, marker = line.partition(";")
        if not marker or Marker(marker.strip()).evaluate({"extra": ""}):
            yield canonicalize_name(re.split(r"[ <>=!~\[(]", name.strip(), maxsplit=1)[0])


def test_a_licence_written_in_the_old_way_is_read() -> None:
    here = installed()
    assert licences(here["jinja2"]) == {"BSD-3-Clause"}
    assert licences(here["pydantic"]) == {"MIT"}


def test_the_bill_of_materials_is_valid(bill: str) -> None:
    data = json.loads(bill)
    for one in data["components"][10:]:  # thirty milliseconds for each address: those of ten packages stand for all
        one.pop("externalReferences", None)
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 -- as in tests/schemas.py
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415 -- as above

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(data)) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str('{"bomFormat": "CycloneDX"}') is not None


def test_the_bill_is_the_same_each_time(bill: str) -> None:
    data = json.loads(bill)
    assert "timestamp" not in data["metadata"]
    assert "serialNumber" not in data
    for one, name in (("components", "name"), ("dependencies", "ref")):
        found = [part[name] for part in data[one]]
        assert found == sorted(found)


def test_the_bill_names_the_project_and_every_locked_package(bill: str, lock: Lock, project: Path) -> None:
    data = json.loads(bill)
    assert (data["specVersion"], data["metadata"]["component"]["name"]) == ("1.6", "quyche")
    here = {canonicalize_name(one["name"]): str(Version(one["version"])) for one in data["components"]}
    here = {name: version for name, version in here.items() if name not in NOT_LOCKED}
    assert here == {name: version for name, (version, _, _) in lock.items() if name in here}
    assert {name for name, (_, _, marker) in lock.items() if marker is None} <= set(here)
    root = data["metadata"]["component"]["bom-ref"]
    assert len(next(one["dependsOn"] for one in data["dependencies"] if one["ref"] == root)) > 20
    assert all(one["purl"].startswith("pkg:pypi/") for one in data["components"] if one["name"] not in NOT_LOCKED)
    assert str(project) not in bill
