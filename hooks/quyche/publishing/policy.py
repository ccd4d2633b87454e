"""What a page may load and run (Content Security Policy Level 3), and how servers say so.

The policy stands in each page, so it holds on any server; a server's own header adds what a page cannot say of itself.
"""

from importlib.resources import files

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
"""Directive -> sources: this site only. No inline script, no inline style, no ``eval``."""

META = '<meta http-equiv="Content-Security-Policy" content="{}">'.format(
    "; ".join(f"{directive} {sources}" for directive, sources in POLICY.items())
)

HEADERS = {
    "Content-Security-Policy": "; ".join(
        f"{directive} {sources}" for directive, sources in (POLICY | {"frame-ancestors": "'none'"}).items()
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}

FOR_GOOD = "public, max-age=31536000, immutable"
"""For files with a hash of their contents in their names."""
ASK_AGAIN = "no-cache"
"""For all others: kept, but asked about before each use."""


def headers() -> str:
    """Return ``_headers``, as several hosts of static sites read it."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), f"  Cache-Control: {ASK_AGAIN}"]
    for folder in ("css", "js", "fonts", "javascripts"):
        lines += [f"/assets/{folder}/*", "  ! Cache-Control", f"  Cache-Control: {FOR_GOOD}"]
    return "\n".join(lines) + "\n"


def nginx() -> str:
    """Return a configuration of nginx for the site: headers, compression, caching, types of the downloads."""
    words = files("quyche.publishing").joinpath("nginx.conf").read_text(encoding="utf-8")
    added = "\n".join(f'    add_header {name} "{value}" always;' for name, value in HEADERS.items())
    return words.replace("    # HEADERS", added)
