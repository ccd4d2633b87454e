"""MkDocs events: our search worker in the place of the theme's, and the file that it searches."""

from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from quyche.addresses import SEARCH_DOCUMENTS
from quyche.material.files import BUNDLE, WORKER
from quyche.material.search import INDEX, index_file, missing_protocol
from quyche.pages.site import BUILD, Build
from quyche.scripts import FOLDER, data_script, joined, modules
from quyche.search.documents import page_document
from quyche.search.file import ENTRY, filters, search_file
from quyche.search.written import page_sections

PAGE_SCRIPT = "assets/js/material/search-page.js"
PARTS = f"{FOLDER}search/"


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Serve our worker under the name by which the theme's pages load theirs; leave its parts out."""
    theirs = _the_one(files, WORKER)
    bundle = Path(str(_the_one(files, BUNDLE).abs_src_path)).read_text(encoding="utf-8")
    if missing := missing_protocol(bundle):
        raise PluginError(
            "Bộ tìm kiếm (docs/assets/js/search/) làm việc với giao diện Material theo cách của bản 9.8.1. Bản này "
            "không còn làm những việc sau: "
            + "; ".join(missing)
            + ". Cài lại đúng bản đã khoá (requirements.lock), hoặc "
            "sửa bộ tìm kiếm theo bản mới rồi sửa PROTOCOL trong hooks/quyche/material/search.py."
        )
    for file in [theirs, *(file for file in files if file.src_uri.startswith(PARTS))]:
        files.remove(file)
    files.append(File.generated(config, theirs.src_uri, content=joined(modules(), ENTRY)))
    return files


@event_priority(100)  # before the theme's own search reads the page
def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:  # noqa: ANN401 -- MkDocs's
    """Make the documents of a hand-written page; spare the theme's search the work on every page.

    A page whose front matter says ``search: {exclude: true}`` is found by its title and description only.
    """
    excluded = (page.meta.get("search") or {}).get("exclude")
    page.meta["search"] = {"exclude": True}
    build: Build = config.extra[BUILD]
    if page.url and page.url not in build.pages:
        brief = page_document(page.url, str(page.title), str(page.meta.get("description", "")))
        written = [brief] if excluded else page_sections(page.url, str(page.title), html)
        config.extra[BUILD] = replace(build, documents=(*build.documents, *written))
    return html


@event_priority(-50)  # the theme's search writes its file at 0; the offline plug-in reads it at -100
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that the theme and the worker load, and tell the page what there is to choose among."""
    build: Build = config.extra[BUILD]
    index = build.project.index
    site = Path(config.site_dir)
    (site / INDEX).parent.mkdir(exist_ok=True)
    (site / INDEX).write_text(index_file(SEARCH_DOCUMENTS), encoding="utf-8")
    (site / SEARCH_DOCUMENTS).write_text(search_file(index, build.documents, build.names), encoding="utf-8")
    script = site / PAGE_SCRIPT
    choices = data_script("bo-loc", filters(index, build.documents))
    script.write_text(choices + script.read_text(encoding="utf-8"), encoding="utf-8")


def _the_one(files: Files, pattern: str) -> File:
    found = [file for file in files if fnmatch(file.src_uri, pattern)]
    if len(found) != 1:
        raise PluginError(
            f"Giao diện Material phải có đúng một tệp {pattern}, nhưng có {len(found)}. Cài lại đúng bản đã khoá "
            "(requirements.lock), hoặc sửa hooks/search.py theo bản mới."
        )
    return found[0]
