"""``_headers`` read as its hosts read it: blocks of an address and indented headers, a star for anything."""

import re
from collections.abc import Iterator

import pytest

from quyche.publishing.policy import HEADERS, headers
from tests.site.building import Site

KEPT = "public, max-age=31536000, immutable"
MOST_RULES, LONGEST_LINE = 100, 2000
"""What the strictest host takes."""


def rules(words: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield (address with stars, its headers) of each block."""
    for block in re.split(r"(?m)^(?=\S)", words):
        if block.strip() and not block.startswith("#"):
            address, *lines = block.splitlines()
            yield address, [(name.strip(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]


def answered(words: str, address: str) -> dict[str, str]:
    """Return the headers for ``address``; where two rules give the same one, both values, as some hosts join them."""
    found: dict[str, str] = {}
    for pattern, given in rules(words):
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), address):
            for name, value in given:
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def test_every_file_of_our_site_gets_its_headers(site: Site) -> None:
    words = (site.folder / "_headers").read_text(encoding="utf-8")
    kept = set()
    paths = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()]
    for path in paths:
        found = answered(words, f"/{path}")
        if found.pop("Cache-Control", None):
            kept.add(path)
        assert found == HEADERS, path
    hashed = {path for path in paths if re.search(r"\.[0-9a-f]{8}\.(?:min\.)?\w+$", path)}
    assert kept == hashed
    assert len(kept) > 20


def test_the_file_is_within_what_hosts_take(site: Site) -> None:
    words = (site.folder / "_headers").read_text(encoding="utf-8")
    found = list(rules(words))
    assert 1 < len(found) <= MOST_RULES
    assert max(map(len, words.splitlines())) < LONGEST_LINE
    assert max(pattern.count("*") for pattern, _ in found) == 1
    assert all(given for _, given in found)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("assets/css/a.0a1b2c3d.css", True),
        ("assets/javascripts/workers/search.bb5aec48.min.js", True),
        ("assets/css/compare.css", False),
        ("assets/js/reader/offline.js", False),
        ("assets/icons/192.png", False),
        ("other/a.0a1b2c3d.css", False),
        ("assets/css/a.0a1b2c3d.css.html", False),
    ],
)
def test_only_a_hash_in_the_name_lets_a_file_be_kept(path: str, *, kept: bool) -> None:
    assert answered(headers([path]), f"/{path}").get("Cache-Control") == (KEPT if kept else None)
