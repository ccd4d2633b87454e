"""The worker: its modules as one file."""

from pathlib import Path

MODULES = "assets/js/search/"


def joined(folder: Path) -> str:
    """Return the modules in ``folder``, in order of their names, as one script that shares nothing with others."""
    modules = sorted(folder.glob("*.js"))
    return (
        '(function () {\n"use strict"\n'
        + "\n".join(module.read_text(encoding="utf-8") for module in modules)
        + "})()\n"
    )
