"""One file in the place of many: what a browser asks for, under a name that changes when its contents do.

A page of the finished site asks for one style sheet that all pages share, perhaps one for what only its kind shows, and
a few scripts. Names hold a hash of the contents, so a server may let browsers keep them for good.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import TypeAlias

from quyche.addresses import FONTS
from quyche.material.files import NEEDLESS, WORKERS
from quyche.publishing.styles import lean, moved, words_of

TAG = re.compile(
    r'<link rel="stylesheet" href="(?P<sheet_up>(?:\.\./|\./|/)*)(?P<sheet>assets/[^":?]+\.css)">\s*'
    r'|<script src="(?P<script_up>(?:\.\./|\./|/)*)(?P<script>assets/js/[^":?]+\.js)"(?P<attributes>[^>]*)></script>\s*'
)
RUN = re.compile(f"(?:{re.sub(r'[?]P<[a-z_]+>', '?:', TAG.pattern)})+")
HASHED = (FONTS, WORKERS)
"""Below these stands what keeps its contents and gets a hash into its name."""
NAME = re.compile(r"^(?P<stem>.*?)(?:\.[0-9a-f]{8})?(?P<ending>(?:\.min)?\.\w+)$")

Parts: TypeAlias = tuple[str, ...]
"""The paths that one bundle is made of, in order."""


def bundled(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a built site (path from its root -> data) with bundles in the place of what they hold."""
    files, renamed = _renamed(site)
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    shared = _shared(pages.values())
    parts = {_parts(tags) for page in pages.values() for run in RUN.finditer(page) for tags in _groups(run[0], shared)}
    made = _bundles(files, parts, renamed)
    names = {paths: name for paths, (name, _) in made.items()}
    linked = {
        path: RUN.sub(lambda run: "".join(_tags(run[0], shared, names)), page).encode() for path, page in pages.items()
    }
    taken = {path for paths in parts for path in paths}
    others = {path: data for path, data in files.items() if path not in taken}
    return dict(sorted((others | linked | dict(made.values())).items()))


def _renamed(site: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the files that are needed, some under a hashed name, by which pages name them; and old name -> new."""
    needed = {path: data for path, data in site.items() if not NEEDLESS.search(path)}
    renamed = {path: hashed(path, data) for path, data in needed.items() if path.startswith(HASHED)}
    files = {
        renamed.get(path, path): _with_names(data, renamed) if path.endswith(".html") else data
        for path, data in needed.items()
    }
    return files, renamed


def _bundles(
    files: Mapping[str, bytes], parts: Iterable[Parts], renamed: Mapping[str, str]
) -> dict[Parts, tuple[str, bytes]]:
    """Return the parts of each bundle -> its path and data; what no page or script of the site can use is left out."""
    words = words_of(data for path, data in files.items() if path.endswith((".html", ".js")))
    made = {paths: _bundle(files, paths, words, renamed) for paths in sorted(parts)}
    return {paths: (hashed(paths[-1], data), data) for paths, data in made.items()}


def hashed(path: str, data: bytes) -> str:
    """Return ``path`` with a hash of ``data`` in its name, in the place of one that is there."""
    found = NAME.match(path)
    assert found is not None  # noqa: S101 -- every file of a site has an ending
    return f"{found['stem']}.{hashlib.sha256(data).hexdigest()[:8]}{found['ending']}"


def _shared(pages: Iterable[str]) -> frozenset[str]:
    """Return the style sheets that most pages link to."""
    pages = tuple(pages)
    counts = Counter(path for page in pages for path in {tag["sheet"] for tag in TAG.finditer(page) if tag["sheet"]})
    return frozenset(path for path, count in counts.items() if 2 * count > len(pages))


def _groups(run: str, shared: frozenset[str]) -> Iterator[list[re.Match[str]]]:
    """Yield the tags of a run that become one: sheets for all pages, sheets for some, scripts that load alike.

    A first script may carry data for itself.
    """
    for (kind, _), tags in groupby(TAG.finditer(run), lambda tag: (bool(tag["sheet"]), tag["sheet"] in shared)):
        if kind:
            yield list(tags)
            continue
        group: list[re.Match[str]] = []
        for tag in tags:
            alike = group and (tag["attributes"] == group[-1]["attributes"] or "data-" in group[0]["attributes"])
            if group and not (alike and "data-" not in tag["attributes"]):
                yield group
                group = []
            group.append(tag)
        yield group


def _parts(tags: Iterable[re.Match[str]]) -> Parts:
    return tuple(tag["sheet"] or tag["script"] for tag in tags)


def _tags(run: str, shared: frozenset[str], names: Mapping[Parts, str]) -> Iterator[str]:
    for tags in _groups(run, shared):
        first, name = tags[0], names[_parts(tags)]
        if first["sheet"]:
            yield f'<link rel="stylesheet" href="{first["sheet_up"]}{name}">\n'
        else:
            yield f'<script src="{first["script_up"]}{name}"{first["attributes"]}></script>\n'


def _bundle(files: Mapping[str, bytes], paths: Parts, words: frozenset[str], renamed: Mapping[str, str]) -> bytes:
    target = paths[-1]
    texts = [files[path].decode() for path in paths]
    if target.endswith(".css"):
        sheets = (moved(text, path, target, renamed) for text, path in zip(texts, paths, strict=True))
        return lean("\n".join(sheets), words).encode()
    return "".join(f"{text.strip()}\n" for text in texts).encode()  # as written: minifiers have broken nested templates


def _with_names(page: bytes, renamed: Mapping[str, str]) -> bytes:
    for old, new in renamed.items():
        page = page.replace(old.encode(), new.encode())
    return page
