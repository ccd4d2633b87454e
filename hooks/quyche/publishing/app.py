"""The site as an app: a manifest, icons, and a service worker that keeps the pages for reading without network."""

import hashlib
import json
import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import typst

from quyche.addresses import NO_NETWORK, SERVICE_WORKER, icon_path

ICON_SIZES = (192, 512)
KEPT = (".html", ".css", ".js", ".json", ".woff2", ".svg", ".webmanifest")
"""What can be kept for reading without network. Sheets (PDF, Word, Excel) are kept when they are first opened."""
STYLE_SHEET = re.compile(rb'<link rel="stylesheet" href="assets/[^"]*">')


def manifest(name: str, short_name: str) -> str:
    """Return ``app.webmanifest``."""
    icons = [
        {"src": icon_path(size), "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any maskable"}
        for size in ICON_SIZES
    ]
    described = {
        "name": name,
        "short_name": short_name,
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#991b1e",
        "icons": icons,
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def icon(size: int) -> bytes:
    """Return the mark as a square PNG of ``size`` pixels."""
    data = typst.compile(
        Path(__file__).with_name("mark.typ").read_bytes(), format="png", ppi=72 * size / 512, ignore_system_fonts=True
    )
    assert isinstance(data, bytes)  # noqa: S101 -- one page, one picture
    return data


def service_worker(site: Mapping[str, bytes]) -> str:
    """Return ``sw.js`` for the built files in ``site``: what to keep, a version made of its contents, the code.

    The page at ``NO_NETWORK`` and what the home page names are kept from the start; pages when they are read, or all
    when the reader asks: a phone pays for each byte.
    """
    kept = sorted(path for path in site if path.endswith(KEPT) and path != SERVICE_WORKER)
    digests = (path.encode() + hashlib.sha256(site[path]).digest() for path in kept)
    home = site.get("index.html", b"")
    core = [path for path in kept if path == NO_NETWORK or (path.startswith("assets/") and path.encode() in home)]
    values = {
        "VERSION": hashlib.sha256(b"".join(digests)).hexdigest()[:16],
        "CORE": [address(path) for path in core],
        "ALL": [address(path) for path in kept],
        "NO_NETWORK": NO_NETWORK,
        "BYTES": sum(len(site[path]) for path in kept),
    }
    code = files("quyche.publishing").joinpath("service-worker.js").read_text(encoding="utf-8")
    return (
        "".join(f"const {name} = {json.dumps(value, separators=(',', ':'))};\n" for name, value in values.items())
        + code
    )


def no_network(home: bytes) -> bytes:
    """Return what stands in for a page that is not kept, dressed in the style sheets of ``home``, kept with it."""
    page = files("quyche.material").joinpath("no-network.html").read_bytes()
    return page.replace(b"<!-- styles -->", b"\n".join(STYLE_SHEET.findall(home)))


def address(path: str) -> str:
    """Return the address, from the root, at which a browser asks for the file at ``path``."""
    return path.removesuffix("index.html") or "./"
