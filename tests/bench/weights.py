"""What comes over the wire: bytes and requests of a page, first and second visit, from a server that compresses."""

import gzip
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from tests.browser.visiting import settled

TEXT = re.compile(r"\.(html|css|js|json|svg|xml|webmanifest)$")
FOR_GOOD = re.compile(r"\.[0-9a-f]{8}(\.min)?\.(css|js|woff2)$")
BACKGROUND = ("sw.js", "app.webmanifest", "favicon")


@dataclass(frozen=True)
class Weight:
    """Compressed bytes without fonts, bytes of fonts, requests."""

    bytes: int
    fonts: int
    requests: int


class Handler(BaseHTTPRequestHandler):
    """Serves files as our nginx settings do: compressed, hashed names kept for good, others asked about again."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, folder: Path, log: list[tuple[str, int]]) -> None:  # noqa: ANN401 -- the server's own three
        self.folder, self.log = folder, log
        super().__init__(*arguments)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file, or that it has not changed."""
        path = self.path.split("?")[0].lstrip("/")
        file = self.folder / path
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self._answer(HTTPStatus.NOT_FOUND, b"", {})
            return
        data = file.read_bytes()
        headers = {"ETag": f'"{hashlib.sha256(data).hexdigest()[:16]}"', "Content-Type": guess_type(file.name)[0] or ""}
        headers["Cache-Control"] = "max-age=31536000, immutable" if FOR_GOOD.search(path) else "no-cache"
        if TEXT.search(file.name):
            data, headers["Content-Encoding"] = gzip.compress(data, 6), "gzip"
        if self.headers.get("If-None-Match") == headers["ETag"]:
            self._answer(HTTPStatus.NOT_MODIFIED, b"", headers)
        else:
            self._answer(HTTPStatus.OK, data, headers)

    def _answer(self, status: HTTPStatus, data: bytes, headers: dict[str, str]) -> None:
        self.log.append((self.path, len(data)))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def compressing(folder: Path) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Serve ``folder``; give its address and the list of what was sent: path, bytes."""
    log: list[tuple[str, int]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, folder=folder, log=log)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", log
        server.shutdown()


def weights(browser: Browser, site: Path, first: str, second: str) -> tuple[Weight, Weight]:
    """Return what a first visit costs at ``first``, and then a page of the same kind at ``second``."""
    with compressing(site) as (address, log):
        context = browser.new_context(locale="vi-VN", service_workers="block")
        found = tuple(_visit(context, address + path, log) for path in (first, second))
        context.close()
    return found[0], found[1]


def _visit(context: BrowserContext, address: str, log: list[tuple[str, int]]) -> Weight:
    log.clear()
    page = context.new_page()
    page.goto(address)
    settled(page)
    page.close()
    sent = [(path, size) for path, size in log if not any(name in path for name in BACKGROUND)]
    fonts = sum(size for path, size in sent if path.endswith(".woff2"))
    return Weight(sum(size for _, size in sent) - fonts, fonts, len(sent))
