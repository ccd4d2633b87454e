"""Keep what takes long to make and depends only on its recipe: fonts cut, sheets written."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

PROGRAM = (".py", ".typ", ".xml", ".yaml")


def cached(folder: Path, name: str, recipe: bytes, make: Callable[[], bytes]) -> bytes:
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


def program(package: Path = Path(__file__).parent) -> bytes:
    """Return a digest of this program, for the recipe of what its code decides.

    Of the whole package, not of the writer's own folder: a writer calls what stands in rooms below it, and a file made
    by code of yesterday is worse than one made once too often.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in package.rglob("*") if path.suffix in PROGRAM):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()
