"""MkDocs events: our search worker in the place of the theme's, and the file that it searches."""

from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from quyche.pages.glossary import term_address
from quyche.pages.rendering import article_name, article_path, body_path
from quyche.pages.whole_text import PATH as WHOLE_TEXT
from quyche.scripts import FOLDER, data_script, joined, modules
from quyche.search.document import page_document
from quyche.search.documents import Site, documents, term_documents, term_names
from quyche.search.file import DOCUMENTS, INDEX, filters, search_file, theme_file
from quyche.search.names import names
from quyche.search.worker import ENTRY, missing_protocol
from quyche.search.written import page_sections

if TYPE_CHECKING:
    from quyche.project import Project

WORKER = "assets/javascripts/workers/search.*.min.js"  # the names hold hashes
BUNDLE = "assets/javascripts/bundle.*.min.js"
PAGE_SCRIPT = "assets/js/material/search-page.js"
PARTS = f"{FOLDER}search/"


@event_priority(-50)  # after the site has been generated
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Make the documents of the text, the bodies and the generated pages."""
    project: Project = config.extra["project"]
    found = list(documents(project.duties, Site(WHOLE_TEXT, article_path, article_name, body_path)))
    known = {document.location for document in found}
    pages = [page for page in config.extra["site"].pages if page.path and page.path not in known]
    found += [page_document(page.path, page.title, page.description) for page in pages]
    config.extra["search_documents"] = [*found, *term_documents(project.terms, term_address)]
    config.extra["search_names"] = (
        *names(project.index, project.synonyms),
        *term_names(project.terms, term_address),
    )
    return config


@event_priority(-50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Serve our worker under the name by which the theme's pages load theirs; leave its parts out."""
    theirs = _the_one(files, WORKER)
    bundle = Path(str(_the_one(files, BUNDLE).abs_src_path)).read_text(encoding="utf-8")
    if missing := missing_protocol(bundle):
        raise PluginError(
            "Bộ tìm kiếm (docs/assets/js/search/) nói chuyện với giao diện Material theo cách của bản 9.8.1. Bản này "
            "không còn làm những việc sau: "
            + "; ".join(missing)
            + ". Cài lại đúng bản đã khoá (requirements.lock), hoặc "
            "sửa bộ tìm kiếm theo bản mới rồi sửa PROTOCOL trong hooks/quyche/search/worker.py."
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
    if page.file.src_uri not in config.extra["generated"] and page.url:
        brief = page_document(page.url, str(page.title), str(page.meta.get("description", "")))
        config.extra["search_documents"] += [brief] if excluded else page_sections(page.url, str(page.title), html)
    return html


@event_priority(-50)  # the theme's search writes its file at 0; the offline plug-in reads it at -100
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files that the theme and the worker load, and tell the page what there is to choose among."""
    index, found = config.extra["project"].index, config.extra["search_documents"]
    site = Path(config.site_dir)
    (site / INDEX).parent.mkdir(exist_ok=True)
    (site / INDEX).write_text(theme_file(), encoding="utf-8")
    (site / DOCUMENTS).write_text(search_file(index, found, config.extra["search_names"]), encoding="utf-8")
    script = site / PAGE_SCRIPT
    choices = data_script("bo-loc", filters(index, found))
    script.write_text(choices + script.read_text(encoding="utf-8"), encoding="utf-8")


def _the_one(files: Files, pattern: str) -> File:
    found = [file for file in files if fnmatch(file.src_uri, pattern)]
    if len(found) != 1:
        raise PluginError(
            f"Giao diện Material phải có đúng một tệp {pattern}, nhưng có {len(found)}. Cài lại đúng bản đã khoá "
            "(requirements.lock), hoặc sửa hooks/search.py theo bản mới."
        )
    return found[0]
