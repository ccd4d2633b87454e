"""What a page may load and run (Content Security Policy Level 3), and how servers say so.

The policy stands in each page, so it holds on any server; a server's own header adds what a page cannot say of itself.
"""

import re
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Final

from quyche.beside import beside

_SAID: Final[Mapping[str, dict[str, str]]] = beside(__file__, "policy.yaml")
POLICY = _SAID["policy"]
"""Directive -> sources: this site only. No inline script, no inline style, no ``eval``."""


def _joined(policy: Mapping[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


META = f'<meta http-equiv="Content-Security-Policy" content="{_joined(POLICY)}">'

HEADERS = {"Content-Security-Policy": _joined(POLICY | {"frame-ancestors": "'none'"}), **_SAID["headers"]}

HASHED = r"^/assets/.+\.[0-9a-f]{8}(\.min)?\.(css|js|woff2)$"
"""Addresses of the files that have a hash of their contents in their names."""
FOR_GOOD = "public, max-age=31536000, immutable"
"""For these files."""
ASK_AGAIN = "no-cache"
"""For all others: kept, but asked about before each use."""


def headers(paths: Iterable[str]) -> str:
    """Return ``_headers`` for the files at ``paths``, as several hosts of static sites read it.

    How long to keep a file is said only where its name holds a hash: hosts let browsers ask about all others anyway,
    and where two rules name one header, some join their values.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for address in sorted(f"/{path}" for path in paths):
        if re.search(HASHED, address):
            lines += [address, f"  Cache-Control: {FOR_GOOD}"]
    return "\n".join(lines) + "\n"


def nginx() -> str:
    """Return a configuration of nginx for the site: headers, compression, caching, types of the downloads."""
    words = files("quyche.publishing").joinpath("nginx.conf").read_text(encoding="utf-8")
    values = {
        "HEADERS": "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        "HASHED": HASHED,
        "FOR_GOOD": FOR_GOOD,
        "ASK_AGAIN": ASK_AGAIN,
    }
    for name, value in values.items():
        words = words.replace(f"@{name}@", value)
    return words
