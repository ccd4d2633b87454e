"""Where a project keeps its files: the folder in which the command is run."""

from pathlib import Path

REGULATION = Path("regulation.yaml")
NOTES = Path("docs", "chu-thich")
CHECKLISTS = Path("checklists")
CACHE = Path(".cache")
