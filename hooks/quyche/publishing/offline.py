"""The site as one ZIP that works from ``file://``: unpack, open ``index.html``.

A browser that opens files shows a folder as a list, so links to folders get their ``index.html``; it starts no worker
from a file and reads no JSON from one, so the documents of the search and its worker become scripts (the theme and
the page's own ``offline.js`` take them up).
"""

import json
import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch

from quyche.addresses import HEADERS, MANIFEST, NGINX, NO_NETWORK, SEARCH_DOCUMENTS, SERVICE_WORKER
from quyche.archive import packed
from quyche.material.files import WORKER
from quyche.material.search import INDEX, INDEX_SCRIPT

LINK = re.compile(
    r'(?P<before>\s(?:href|action|value)=")(?P<path>(?:\.\.?/)*(?:[\w.-]+/)*(?:\.\.?(?=["#]))?)(?P<fragment>#[^"]*)?(?=")'
)
"""A link to a folder: ``../thu-muc/``, and ``..`` or ``.`` without a slash, as the theme writes the way home."""
ONLINE = re.compile(r'<link rel="(?:manifest|canonical)"[^>]*>|<meta http-equiv="Content-Security-Policy"[^>]*>')
"""What only a server's pages can use: from a disk a policy of “this site only” allows nothing."""
NEEDLESS = (
    *(SERVICE_WORKER, NO_NETWORK, HEADERS, NGINX, INDEX, MANIFEST),
    *("sitemap.xml", "sitemap.xml.gz", "404.html"),
)


def offline_files(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of ``site`` (path -> data), changed so that they work when opened from a disk."""
    return dict(sorted(_offline_files(site)))


def _offline_files(site: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for path, data in site.items():
        if path in NEEDLESS:
            continue
        if path.endswith(".html"):
            yield path, offline_page(data.decode("utf-8"), path).encode("utf-8")
        elif path == SEARCH_DOCUMENTS:
            yield INDEX_SCRIPT, _index_script(data)
        else:
            yield path, data
            if fnmatch(path, WORKER):
                source = json.dumps(data.decode("utf-8"), ensure_ascii=False).replace("</", "<\\/")
                yield "assets/js/search-worker-source.js", f"var __searchWorker = {source};\n".encode()


def offline_page(html: str, path: str) -> str:
    """Return the page at ``path``: links to folders lead to the page in them, what only a server uses is left out.

    The page gains ``offline.js``, before the theme's own scripts.
    """
    script = f'<script src="{"../" * path.count("/")}assets/js/reader/offline.js"></script>'
    return LINK.sub(_to_page, ONLINE.sub("", html)).replace("</head>", f"{script}</head>", 1)


def _to_page(match: re.Match[str]) -> str:
    path, fragment = match["path"], match["fragment"] or ""
    if not path:
        return match[0]
    folder = path if path.endswith("/") else f"{path}/"
    return f"{match['before']}{folder.removeprefix('./')}index.html{fragment}"


def _index_script(data: bytes) -> bytes:
    index = json.loads(data)
    for document in index["docs"]:
        page, _, fragment = document["location"].partition("#")
        if page == "" or page.endswith("/"):
            document["location"] = f"{page}index.html" + (f"#{fragment}" if fragment else "")
    words = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"var __index = {words};\n".encode()


def archive(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return ``files`` in one ZIP, under ``folder``, with fixed dates: the same twice, byte for byte."""
    return packed((f"{folder}/{path}", data) for path, data in files.items())
