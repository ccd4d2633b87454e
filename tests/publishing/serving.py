"""The site behind nginx, set up by the configuration that the site itself brings."""

import http.client
import os
import pwd
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.serving import reserved_port

NGINX = "/usr/sbin/nginx"
MAIN = """
daemon off;
user {user};
pid {folder}/nginx.pid;
error_log stderr warn;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
"""What Debian's nginx.conf says around a site, for a process that touches nothing outside ``folder``."""


@dataclass(frozen=True)
class Answer:
    """What the server answered: status, headers (names in small letters), body as sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running server at ``port`` of this machine."""

    port: int

    @property
    def address(self) -> str:
        """Its address, with a slash at the end."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Return the answer to one request; ``If_None_Match="…"`` is a header of it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


@contextmanager
def behind_nginx(site: Path, folder: Path) -> Iterator[Server]:
    """Serve ``site`` with nginx on a free port; ``folder`` takes its files."""
    with reserved_port() as port:
        words = (site / "may-chu" / "nginx.conf").read_text(encoding="utf-8")
        for ours, here in (("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/quy-che;", f"root {site};")):
            assert words.count(ours) == 1
            words = words.replace(ours, here)
        (folder / "site.conf").write_text(words, encoding="utf-8")
        user = pwd.getpwuid(os.getuid()).pw_name
        (folder / "main.conf").write_text(MAIN.format(folder=folder, user=user), encoding="utf-8")
        command = [NGINX, "-p", str(folder), "-c", str(folder / "main.conf"), "-e", "stderr"]
        tried = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
        assert tried.returncode == 0, tried.stderr
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                _wait_for(port, process)
                yield Server(port)
            finally:
                process.terminate()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    pytest.fail("nginx has ended")
