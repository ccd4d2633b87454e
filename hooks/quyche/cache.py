"""Keep what takes long to make and depends only on its recipe: fonts cut, sheets written."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def kept(folder: Path, name: str, recipe: bytes, make: Callable[[], bytes]) -> bytes:
    """Return what ``make`` returns, from ``folder`` if it was made from the same ``recipe`` before.

    Written beside and swapped, so that an interrupted or a parallel run leaves no half file.
    """
    path = folder / f"{hashlib.sha256(recipe).hexdigest()[:20]}-{name}"
    if path.exists():
        return path.read_bytes()
    data = make()
    folder.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(data)
    beside.replace(path)
    return data
