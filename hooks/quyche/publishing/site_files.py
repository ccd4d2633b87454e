"""A built site between the disk and the functions that change it: path from its root -> data."""

from collections.abc import Mapping
from pathlib import Path


def read_site(folder: Path) -> dict[str, bytes]:
    """Return the files of the site in ``folder``."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def write_over(folder: Path, before: Mapping[str, bytes], site: Mapping[str, bytes]) -> None:
    """Make ``folder``, which holds the files ``before``, hold ``site`` and no other file."""
    for path in before.keys() - site.keys():
        (folder / path).unlink()
    for empty in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(empty.iterdir()):
            empty.rmdir()
    for path, data in site.items():
        if before.get(path) != data:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
