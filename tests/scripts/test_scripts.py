"""The tools that check the scripts: they are what the lock says, they refuse bad samples and leave good ones alone."""

import fcntl
import json
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Semaphore
from typing import TextIO

import pytest

from tests.scripts import tools as at
from tests.scripts.tools import Fault
from tests.test_supply import LICENCES, ONLY_TESTS

ALSO = {"BlueOak-1.0.0"}
"""Licences of npm's packages that PyPI's do not come under; they allow all that MIT allows."""
SILENCED = re.compile(
    r"(?:\beslint-(?:disable|enable)|\beslint(?=\s+[\w-]+\s*:)|@ts-(?:expect-error|ignore|nocheck))\b.*"
)
REASON = re.compile(r"(?:eslint-disable-(?:next-)?line [\w, -]*\w|@ts-expect-error) -- \S.{5,}")

GENERATED = {
    "words/form.js": 'export const sentences = Object.freeze({ full: "Máy đã đầy", left: "Còn {count} dòng" });\n',
}
GOOD = {
    "common/words.js": (at.PROJECT / at.SOURCES / "common/sayer.js").read_text(encoding="utf-8"),
    "record/store.js": """
import { sayer } from "../common/words.js";
import { sentences } from "../words/form.js";

const say = sayer(sentences);

/** What is kept under a key, or why nothing is.
    @param {string} key */
export function load(key) {
  const text = localStorage.getItem(key);
  if (text === null) return say("left", { count: 1 });
  return text;
}
""",
    "reader/page.js": """
import * as store from "../record/store.js";

export function show(place) {
  place.textContent = store.load(place.id);
}
""",
    "search/worker.js": """
import { sayer } from "../common/words.js";

const say = sayer({ ready: "Sẵn sàng" });

self.addEventListener("message", () => self.postMessage(say("ready")));
""",
}

BAD_STYLE = (
    ("no-unused-vars", 'import { sayer } from "../common/words.js";\n'),
    ("no-unused-vars", "export function one(a, b) {\n  return a;\n}\n"),
    ("no-unused-vars", "export function one() {\n  try {\n    return 1;\n  } catch (error) {\n    return 2;\n  }\n}\n"),
    ("eqeqeq", "export const same = (a, b) => a == b;\n"),
    ("no-var", "export function one() {\n  var a = 1;\n  return a;\n}\n"),
    ("prefer-const", "export function one() {\n  let a = 1;\n  return a;\n}\n"),
    ("no-shadow", "export const one = (a) => a.map((a) => a + 1);\n"),
    ("no-restricted-globals", "export const one = () => name;\n"),
    ("no-use-before-define", "export const one = two;\nconst two = 1;\n"),
    ("complexity", "export function one(a) {\n" + "  if (a) a();\n" * 10 + "}\n"),
    ("max-len", f'export const one = "{"a" * 120}";\n'),
    ("max-lines-per-function", "export function one(a) {\n" + "  a();\n" * 50 + "}\n"),
    ("max-params", "export const one = (a, b, c, d, e, f) => a + b + c + d + e + f;\n"),
    ("indent", "export function one() {\n    return 1;\n}\n"),
    ("quotes", "export const one = 'a';\n"),
    ("semi", "export const one = 1\n"),
    ("no-eval", 'export const one = () => eval("1");\n'),
    ("syntax", "export const one = ;\n"),
)
SAY = """import { sayer } from "../common/words.js";
import { sentences } from "../words/form.js";
const say = sayer(sentences);
"""
BAD_TYPES = (
    ("TS2304", "an undefined name", "export const one = () => nowhere();\n"),
    ("TS2551", "a name that a module has not", 'import * as w from "../common/words.js";\nw.sayers({});\n'),
    ("TS2724", "an import that a module has not", 'import { sayers } from "../common/words.js";\nsayers();\n'),
    ("TS2307", "a module that is not there", 'import { one } from "./nowhere.js";\none();\n'),
    ("TS2345", "another type", 'import { load } from "../record/store.js";\nload(1);\n'),
    ("TS2345", "a sentence that is not there", f'{SAY}say("nothing");\n'),
    ("TS2554", "an argument too few", 'import { load } from "../record/store.js";\nload();\n'),
    ("TS2531", "what may be missing", 'export const one = () => document.querySelector("a").id;\n'),
    ("TS7030", "a way out without a result", "export function one(a) {\n  if (a) return 1;\n}\n"),
)


@pytest.fixture(scope="module")
def tools(project: Path) -> Path:
    return at.installed(project / ".cache" / "node")


def written(folder: Path, modules: Iterable[tuple[str, str]]) -> Path:
    for name, text in modules:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.removeprefix("\n"), encoding="utf-8")
    return folder


def rules(faults: Iterable[Fault], name: str) -> set[str]:
    return {fault.rule for fault in faults if fault.file == name}


def test_good_scripts_are_left_alone(tools: Path, tmp_path: Path) -> None:
    scripts = written(tmp_path, GOOD.items())
    assert at.lint(tools, scripts) == ()
    assert at.check_types(tools, scripts, GENERATED) == ()


def test_nothing_is_wrong_with_our_scripts(tools: Path, project: Path) -> None:
    scripts = project / at.SOURCES
    faults = [*at.lint(tools, scripts), *at.check_types(tools, scripts, at.generated())]
    assert [str(fault) for fault in faults] == []


def test_no_rule_is_silenced_without_a_reason_in_our_scripts(project: Path) -> None:
    scripts = project / at.SOURCES
    names = [path.relative_to(scripts).as_posix() for path in sorted(scripts.rglob("*.js"))]
    found = {name: silenced((scripts / name).read_text(encoding="utf-8")) for name in names}
    assert len(found) > 60
    assert {name: words for name, words in found.items() if words} == {}


def test_bad_style_is_refused(tools: Path, tmp_path: Path) -> None:
    samples = {f"reader/{number}.js": text for number, (_, text) in enumerate(BAD_STYLE)}
    faults = at.lint(tools, written(tmp_path, samples.items()))
    missed = [rule for number, (rule, _) in enumerate(BAD_STYLE) if rule not in rules(faults, f"reader/{number}.js")]
    assert missed == []


def test_bad_types_are_refused(tools: Path, tmp_path: Path) -> None:
    bad = {f"reader/{number}.js": text for number, (_, _, text) in enumerate(BAD_TYPES)}
    untyped = {f"{room}/untyped.js": "export const one = (a) => a;\n" for room in ("record", "reader")}
    page = {"search/deep-worker.js": "export const one = () => document.title;\n"}
    faults = at.check_types(tools, written(tmp_path, (GOOD | bad | untyped | page).items()), GENERATED)
    found = {name: rules(faults, name) for name in (*GOOD, *bad, *untyped, *page)}
    assert found == (
        {name: set() for name in GOOD}
        | {f"reader/{number}.js": {rule} for number, (rule, _, _) in enumerate(BAD_TYPES)}
        | {"record/untyped.js": {"TS7006"}, "reader/untyped.js": set()}  # who else uses it must know what it takes
        | {"search/deep-worker.js": {"TS2584"}}  # a worker has no page
    )


def test_eslint_mends_what_it_can(tools: Path, tmp_path: Path) -> None:
    scripts = written(tmp_path, [("reader/one.js", "export const one = (a) => {\n   return 'x' + a\n}\n")])
    assert at.lint(tools, scripts, fix=True) == ()
    assert (scripts / "reader/one.js").read_text(encoding="utf-8") == "export const one = (a) => `x${a}`;\n"


def test_a_tool_that_cannot_work_says_so(tools: Path, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="eslint"):
        at.lint(tools, tmp_path)
    with pytest.raises(RuntimeError, match="tsc"):
        at.check_types(tools, tmp_path, {})


def test_the_tools_are_installed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    asked, lock = Semaphore(0), fcntl.flock

    def flock(file: TextIO, operation: int) -> None:
        asked.release()
        lock(file, operation)

    def npm(folder: Path, *arguments: str) -> None:
        calls.append(arguments)
        for _ in range(2):  # both have asked for the lock
            asked.acquire()
        (folder / "node_modules").mkdir()

    monkeypatch.setattr(at, "npm", npm)
    monkeypatch.setattr(fcntl, "flock", flock)
    (tmp_path / "half" / "node_modules").mkdir(parents=True)  # left by a run that was stopped
    with ThreadPoolExecutor(2) as two:
        first, second = two.map(at.installed, [tmp_path, tmp_path])
    assert calls == [("ci",)]
    assert first == second
    assert sorted(path.name for path in first.iterdir()) == sorted([*at.PACKAGES, "node_modules"])


def test_every_package_of_npm_is_locked_and_may_be_used() -> None:
    wanted = json.loads((at.HERE / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = json.loads((at.HERE / at.LOCK).read_text(encoding="utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == wanted
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert {name for name, package in packages.items() if not package["integrity"].startswith("sha512-")} == set()
    assert {package["license"] for package in packages.values()} <= LICENCES | ONLY_TESTS | ALSO


def silenced(text: str) -> list[str]:
    """Return where a rule is silenced without a reason."""
    found = (match[0] for match in SILENCED.finditer(text))
    return [words for words in found if not REASON.match(words)]


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("// eslint-disable-next-line no-await-in-loop -- one file after another", True),
        ("a(); // eslint-disable-line no-alert, no-console -- there is no page yet", True),
        ("// @ts-expect-error -- TypeScript does not know this name yet", True),
        ("// eslint-disable-next-line no-await-in-loop", False),
        ("// eslint-disable-next-line -- one file after another", False),
        ("/* eslint-disable no-await-in-loop -- one file after another */", False),
        ("/* eslint no-alert: off */", False),
        ("// @ts-ignore -- TypeScript does not know this name yet", False),
        ("// @ts-nocheck", False),
    ],
)
def test_what_counts_as_a_reason(line: str, *, fine: bool) -> None:
    assert SILENCED.search(line)
    assert (silenced(line) == []) == fine
