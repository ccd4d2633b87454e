"""Files that the theme ships, by their addresses; their names hold hashes."""

import re
from typing import Final

BUNDLE: Final = "assets/javascripts/bundle.*.min.js"
"""The theme's program, as a pattern of ``fnmatch``."""
WORKER: Final = "assets/javascripts/workers/search.*.min.js"
"""What answers a search: ours stands in its place."""
WORKERS: Final = "assets/javascripts/workers/"
NEEDLESS: Final = re.compile(r"\.map$|^assets/javascripts/lunr/")
"""What no page of ours asks for."""
