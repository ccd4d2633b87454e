"""Bundles: fewer files under names that hold their contents, and pages that look and work as they did."""

import re

import pytest

from quyche.publishing.bundles import bundled, hashed

HEAD = (
    '<link rel="stylesheet" href="{up}assets/stylesheets/main.57a0d79d.min.css">\n'
    '<link rel="stylesheet" href="{up}assets/css/own.css">\n'
)
SCRIPTS = (
    '<script src="{up}assets/js/first.js" data-base=".."></script>\n<script src="{up}assets/js/second.js"></script>\n'
    '<script src="{up}assets/javascripts/bundle.a5f9d56c.min.js"></script>\n'
    '<script src="{up}assets/js/third.js" defer></script><script src="{up}assets/js/fourth.js" defer></script>'
)
SITE = {
    "index.html": (HEAD + SCRIPTS).format(up="").encode()
    + b'{"search":"assets/javascripts/workers/search.0a1b2c3d.js"}',
    "a/index.html": (HEAD + SCRIPTS).format(up="../").encode(),
    "form/index.html": (HEAD + '<link rel="stylesheet" href="{up}assets/css/form.css">').format(up="../").encode(),
    "assets/stylesheets/main.57a0d79d.min.css": b"p{color:red}",
    "assets/css/own.css": b'@font-face{src:url("../fonts/a.woff2")}',
    "assets/css/form.css": b"form{color:red}",
    "assets/fonts/a.woff2": b"font",
    **{f"assets/js/{name}.js": f"say('{name}');".encode() for name in ("first", "second", "third", "fourth", "alone")},
    "assets/javascripts/bundle.a5f9d56c.min.js": b"theme();",
    "assets/javascripts/bundle.a5f9d56c.min.js.map": b"{}",
    "assets/javascripts/workers/search.0a1b2c3d.js": b"worker();",
}


def test_runs_become_one_file_each() -> None:
    files = bundled(SITE)
    page = files["a/index.html"].decode()
    links = re.findall(r'(?:href|src)="\.\./(assets/[^"]+)"( data-base="\.\."| defer)?', page)
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".#.", path) + more for path, more in links] == [
        "assets/css/own.#.css",
        'assets/js/second.#.js data-base=".."',
        "assets/javascripts/bundle.#.min.js",
        "assets/js/fourth.#.js defer",
    ]
    assert all(path in files for path, _ in links)
    assert files[links[1][0]] == b"say('first');\nsay('second');\n"


def test_what_only_some_pages_show_is_a_file_of_its_own() -> None:
    files = bundled(SITE)
    shared, own = re.findall(r'href="\.\./([^"]+)"', files["form/index.html"].decode())
    assert shared in files["a/index.html"].decode()
    assert files[own] == b"form{color:red}"


def test_names_hold_their_contents_wherever_they_are_named() -> None:
    files = bundled(SITE)
    (font,) = (path for path in files if path.startswith("assets/fonts/"))
    (worker,) = (path for path in files if "/workers/" in path)
    assert font == hashed("assets/fonts/a.woff2", b"font") != "assets/fonts/a.woff2"
    assert any(f"../fonts/{font.rsplit('/', 1)[1]}" in data.decode() for path, data in files.items() if ".css" in path)
    assert worker in files["index.html"].decode()
    changed = bundled(SITE | {"assets/javascripts/workers/search.0a1b2c3d.js": b"other();"})
    assert worker not in changed


def test_what_was_bundled_and_what_nobody_asks_for_is_gone() -> None:
    files = bundled(SITE)
    assert not any(path.endswith(".map") for path in files)
    assert "assets/js/first.js" not in files
    assert "assets/js/alone.js" in files


def test_the_same_twice() -> None:
    assert bundled(SITE) == bundled(dict(reversed(SITE.items())))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("assets/js/app.js", r"assets/js/app\.[0-9a-f]{8}\.js"),
        ("x/search.0a1b2c3d.min.js", r"x/search\.[0-9a-f]{8}\.min\.js"),
        ("a.b/c.woff2", r"a\.b/c\.[0-9a-f]{8}\.woff2"),
    ],
)
def test_the_hash_stands_before_the_ending(path: str, name: str) -> None:
    assert re.fullmatch(name, hashed(path, b"data"))
