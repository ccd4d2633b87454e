"""Where a project keeps its files: the folder in which the command is run."""

from pathlib import Path

REGULATION = Path("regulation.yaml")
CHECKLISTS = Path("checklists")
CACHE = Path(".cache")
