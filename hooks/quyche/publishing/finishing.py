"""From what MkDocs built to what is published: bundles, the security policy in each page, the service worker."""

from collections.abc import Mapping

from quyche.publishing.app import NO_NETWORK, SERVICE_WORKER, no_network, service_worker
from quyche.publishing.bundles import bundled
from quyche.publishing.policy import HEADERS_FILE, META, NGINX_FILE, headers, nginx


def finished(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of the published site (path -> data), made of those of a built one."""
    files = bundled(site)
    files |= {NO_NETWORK: no_network(files.get("index.html", b""))}
    files = {path: _with_policy(data) if path.endswith(".html") else data for path, data in files.items()}
    return files | {
        HEADERS_FILE: headers(files).encode(),
        NGINX_FILE: nginx().encode(),
        SERVICE_WORKER: service_worker(files).encode(),
    }


def _with_policy(page: bytes) -> bytes:
    return page.replace(b'<meta charset="utf-8">', b'<meta charset="utf-8">' + META.encode(), 1)
