"""Modules as classic scripts: in order, line for line, and nothing taken that the few patterns do not read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from quyche.scripts import SENTENCES, ScriptError, classic, data_script, joined, modules, needs, ordered, words_module

FOUND = {
    "low/a": "/* What a is. */\n\nexport const one = 1;\n",
    "low/b": 'import { one } from "./a.js";\n\nexport function two() {\n  return one + 1;\n}\n',
    "high/c": (
        "/* A first line. */\n"
        'import {\n  one,\n  one as first,\n} from "../low/a.js";\n'
        'import * as b from "../low/b.js";\n\n'
        "export const found = [one, first, b.two()];\n"
        "export async function none() {}\n"
        "export class Sum {}\n"
    ),
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Give a blank page."""
    page = browser.new_page()
    yield page
    page.close()


def test_a_module_comes_after_what_it_needs() -> None:
    assert needs("high/c", FOUND["high/c"]) == ("low/a", "low/b")
    assert ordered(FOUND, "high/c") == ("low/a", "low/b", "high/c")
    assert ordered(FOUND, "low/b", "low/a") == ("low/a", "low/b")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"low/a": 'import { two } from "./b.js";\n'}, "low/b -> low/a -> low/b: a circle"),
        ({"low/a": 'import { a } from "./a.js";\n'}, "low/a -> low/a: a circle"),
        ({"low/a": 'import { a } from "../low/none.js";\n'}, "low/a.js: there is no module low/none.js"),
    ],
)
def test_a_circle_or_a_missing_module_is_told(more: dict[str, str], told: str) -> None:
    with pytest.raises(ScriptError, match=re.escape(told)):
        ordered(FOUND | more, "low/b")


def test_a_missing_entry_is_told() -> None:
    with pytest.raises(ScriptError, match="there is no module none/none"):
        ordered(FOUND, "none/none")


def test_scripts_do_what_modules_do(page: Page) -> None:
    page.add_script_tag(content=joined(FOUND, "high/c"))
    assert page.evaluate("quyche['high/c'].found") == [1, 1, 2]
    assert page.evaluate("Object.keys(quyche['high/c'])") == ["found", "none", "Sum"]
    assert page.evaluate("Object.isFrozen(quyche['low/a']) && typeof one") == "undefined"


def test_lines_stand_where_they_stood() -> None:
    for name, source in modules().items():
        script = classic(name, source)
        assert script.count("\n") == source.count("\n") + 1
        for line, made in zip(source.splitlines(), script.splitlines(), strict=False):
            assert made.endswith(line.removeprefix("export ")) or line.startswith("import ")


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("const a = 1;\nexport default a;\n", 2),
        ("const a = 1;\nexport { a };\n", 2),
        ("export let a = 1;\n", 1),
        ('export * from "./b.js";\n', 1),
        ('/* What. */\nimport "./b.js";\n', 2),
        ('import b from "./b.js";\n', 1),
        ('import { b } from "b";\n', 1),
        ('import { b } from "./b.js"\n', 1),
        ('const a = 1;\nimport { b } from "./b.js";\n', 1),
        ('const a = 1;\nasync function go() {\n  await import("./b.js");\n}\n', 3),
    ],
)
def test_what_is_not_of_the_dialect_is_refused_with_its_line(source: str, line: int) -> None:
    with pytest.raises(ScriptError, match=f"^room/name\\.js:{line}: "):
        classic("room/name", source)


def test_data_is_read_as_pages_read_it(page: Page) -> None:
    page.add_script_tag(content=data_script("ten", {"chữ": "</script>"}))
    page.add_script_tag(content=joined(modules(), "common/page"))
    assert page.evaluate("quyche['common/page'].pageData('ten')") == {"chữ": "</script>"}
    assert page.evaluate("quyche['common/page'].pageData('khac') === undefined")
    page.evaluate("document.body.innerHTML = '<h2 id=\"ten\">Tên</h2>'")
    assert page.evaluate("quyche['common/page'].pageData('ten')") == {"chữ": "</script>"}
    page.evaluate("document.body.innerHTML = '<script type=\"application/json\" id=\"ten\">[1]</' + 'script>'")
    assert page.evaluate("quyche['common/page'].pageData('ten')") == [1]


@pytest.mark.parametrize("path", sorted(SENTENCES.iterdir()), ids=lambda path: path.stem)
def test_each_sentence_is_said_as_it_is_written(page: Page, path: Path) -> None:
    page.add_script_tag(content=joined({**modules(), "words/here": words_module(path.name)}, "words/here"))
    written = re.findall(r"^([\w.-]+): ", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert page.evaluate("quyche['words/here'].keys") == written
    said = page.evaluate("quyche['words/here'].keys.map((key) => quyche['words/here'].say(key))")
    assert all(said)
    assert len(set(written)) == len(written) > 50
