"""``quyche schema``: print the JSON Schema that editors use while they write one of the data files."""

import argparse
import sys

from quyche.checklists.setup import ChecklistSetup, Letterheads
from quyche.exchange.data import editors_schema
from quyche.glossary.model import Glossary
from quyche.instruments.model import Register
from quyche.lineage import Lineage
from quyche.notes import ArticleNotes
from quyche.regulation.model import Record, Regulation
from quyche.teaching.exercise import Exercise
from quyche.teaching.lessons.model import Classes, Lesson

NAME = "schema"
HELP = "in lược đồ JSON của một tệp dữ liệu"
MODELS: dict[str, type[Record]] = {
    "regulation": Regulation,
    "checklist": ChecklistSetup,
    "letterheads": Letterheads,
    "notes": ArticleNotes,
    "lesson": Lesson,
    "classes": Classes,
    "exercise": Exercise,
    "terms": Glossary,
    "register": Register,
    "lineage": Lineage,
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the kind of file, the regulation by default."""
    words = f"{', '.join(MODELS)}; mặc định: regulation"
    parser.add_argument("file", nargs="?", choices=MODELS, default="regulation", metavar="LOẠI", help=words)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    sys.stdout.write(editors_schema(MODELS[options.file]))
    return 0
