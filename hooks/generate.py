"""MkDocs events: hand what the package generates to MkDocs, and nothing more."""

import re
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markdown.extensions.toc import nest_toc_tokens
from markupsafe import escape as markup_escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from quyche import addresses
from quyche.pages.fonts import letters_in_italics, web_fonts
from quyche.pages.page import Columns, Menu, Page
from quyche.pages.sections import early_guides
from quyche.pages.site import BUILD, Build, build
from quyche.project import CACHE, CHECKLISTS, load_project
from quyche.regulation.faults import DataError

INDEX = "index.md"
HIDDEN: dict[Columns, tuple[str, ...]] = {
    Columns.BOTH: (),
    Columns.NO_CONTENTS: ("toc",),
    Columns.NONE: ("navigation", "toc"),
}
"""Columns -> those that the theme leaves out, in its words."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the project and generate the site; faults in the data stop the build with their lines."""
    root = Path(config.config_file_path).parent
    try:
        made = build(load_project(root))
    except DataError as error:
        raise PluginError(f"\n{error}") from error
    config.extra[BUILD] = made
    config.watch += [str(root / CHECKLISTS)] if made.project.setup else []
    config.site_name = markup_escape(made.regulation.short_title)  # the theme prints it raw here, escaped there
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and files, and lay the menu over all pages."""
    made: Build = config.extra[BUILD]
    project, site = made.project, made.site
    for path in early_guides(project):
        guide = files.get_file_from_path(_source(path))
        if guide is not None:
            files.remove(guide)
    for page in site.pages:
        files.append(File.generated(config, _source(page.path), content=_front_matter(page)))
    for path, words in site.files.items():
        files.append(File.generated(config, path, content=words))
    raw = project.root / made.regulation.source.file
    source = addresses.source_path(raw.name)
    if files.get_file_from_path(source) is None:  # one kept elsewhere is published there
        files.append(File.generated(config, source, content=raw.read_bytes()))
    italics = letters_in_italics(page.html for page in site.pages)
    for name, data in web_fonts(project.root / CACHE / "fonts", italics).items():
        files.append(File.generated(config, f"{addresses.FONTS}{name}", content=data))
    config.nav = [_nav(entry) for entry in site.menu]
    return files


def on_env(env: Environment, config: MkDocsConfig, **_: Any) -> Environment:  # noqa: ANN401 -- MkDocs's
    """Let the theme's templates use the build and the addresses."""
    env.globals |= {"build": config.extra[BUILD], "addresses": addresses}
    return env


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:  # noqa: ANN401 -- MkDocs's
    """Put the generated HTML in the place of the empty Markdown page, with its list of contents."""
    made: Build = config.extra[BUILD]
    generated = made.pages.get(page.file.src_uri.removesuffix(INDEX))
    if generated is None:
        return html
    headings = [{"level": one.level, "id": one.id, "name": escape(one.label)} for one in generated.headings]
    page.toc = get_toc(nest_toc_tokens(headings))
    page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', generated.html))
    return generated.html


def _source(path: str) -> str:
    return f"{path}{INDEX}"


def _front_matter(page: Page) -> str:
    hidden = "".join(f"\n- {column}" for column in HIDDEN[page.columns])
    title, description = (_quoted(words) for words in (page.title, page.description))
    styles = "".join(f"\n- {path}" for path in page.styles)
    lists = (f"hide:{hidden}\n" if hidden else "") + (f"styles:{styles}\n" if styles else "")
    return f"---\ntitle: {title}\ndescription: {description}\n{lists}---\n"


def _quoted(words: str) -> str:
    """Return ``words`` as HTML in a YAML string: the theme prints titles as they come."""
    return '"' + escape(words).replace("\\", "&#92;") + '"'


def _nav(entry: Menu) -> dict[str, Any]:
    title = escape(entry.title)
    return {title: [_nav(child) for child in entry.entries] if entry.path is None else _source(entry.path)}
