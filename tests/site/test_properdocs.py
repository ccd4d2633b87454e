"""MkDocs is not the only program that builds the site: ProperDocs, which carries MkDocs 1 on, builds the same."""

import re
from pathlib import Path

from quyche.publishing.finishing import read_site
from tests.site.building import Site, build_with_mkdocs

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
"""Names the program."""


def test_properdocs_builds_the_same_site(small_site: Site, tmp_path: Path) -> None:
    ours, theirs = (
        read_site(build_with_mkdocs(small_site.project, tmp_path / program, program))
        for program in ("mkdocs", "properdocs")
    )
    assert b"ProperDocs" in theirs["index.html"]
    assert ours.keys() == theirs.keys()
    different = [path for path in ours if GENERATOR.sub(b"", ours[path]) != GENERATOR.sub(b"", theirs[path])]
    assert different == []
