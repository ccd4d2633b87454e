"""From what MkDocs built to what is published: bundles, the security policy in each page, the service worker.

A site is its files: path from its root -> data.
"""

from collections.abc import Mapping
from pathlib import Path

from quyche.addresses import HEADERS, NGINX, NO_NETWORK, SERVICE_WORKER
from quyche.publishing.app import no_network, service_worker
from quyche.publishing.bundles import bundled
from quyche.publishing.policy import META, headers, nginx


def finished(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the published site, made of those of a built one."""
    files = bundled(site)
    files |= {NO_NETWORK: no_network(files.get("index.html", b""))}
    mark = b'<meta charset="utf-8">'
    for path in filter(lambda path: path.endswith(".html"), files):
        files[path] = files[path].replace(mark, mark + META.encode(), 1)
    return files | {
        HEADERS: headers(files).encode(),
        NGINX: nginx().encode(),
        SERVICE_WORKER: service_worker(files).encode(),
    }


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
