"""MkDocs events: our modules as the classic scripts that pages load."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from quyche.scripts import FOLDER, ScriptError, classic, modules, script_paths


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Have every page load what ``extra_javascript`` names, with all that it needs."""
    entries = (str(path).removeprefix(FOLDER).removesuffix(".js") for path in config.extra_javascript)
    try:
        config.extra_javascript = list(script_paths(modules(), *entries))
    except ScriptError as error:
        raise PluginError(str(error)) from error
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put each module's script in its place; what is not of the dialect stops the build with its file and line."""
    for name, source in modules().items():
        path = f"{FOLDER}{name}.js"
        if file := files.get_file_from_path(path):
            files.remove(file)
        try:
            files.append(File.generated(config, path, content=classic(name, source)))
        except ScriptError as error:
            raise PluginError(str(error)) from error
    return files
