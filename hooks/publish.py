"""MkDocs events: once all files stand in the site's folder, write the service worker that knows them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from quyche.publishing.app import service_worker
from quyche.publishing.offline import read_site


@event_priority(-100)  # after the search index has its last form
def on_post_build(config: MkDocsConfig) -> None:
    """Write ``sw.js``."""
    folder = Path(config.site_dir)
    (folder / "sw.js").write_text(service_worker(read_site(folder)), encoding="utf-8")
