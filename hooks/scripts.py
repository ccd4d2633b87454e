"""MkDocs events: our modules as the classic scripts that pages load."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from quyche.scripts import FOLDER, addresses, classic, modules


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have every page load what ``extra_javascript`` names, with all that it needs."""
    entries = (str(path).removeprefix(FOLDER).removesuffix(".js") for path in config.extra_javascript)
    config.extra_javascript = list(addresses(*entries))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put each module's script in its place."""
    for name, source in modules().items():
        path = f"{FOLDER}{name}.js"
        if file := files.get_file_from_path(path):
            files.remove(file)
        files.append(File.generated(config, path, content=classic(name, source)))
    return files
