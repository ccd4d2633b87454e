"""``quyche import``: make ``regulation.yaml`` of a text, and tell what was found, repaired and doubted."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from quyche.importer.importing import SOURCE_FILE, import_text
from quyche.importer.reading import read_source
from quyche.importer.report import report
from quyche.importer.writing import regulation_yaml
from quyche.project import REGULATION

NAME = "import"
HELP = "lập regulation.yaml từ một văn bản .txt, .docx, .md"
SUFFIX = ".new"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the source, the file to write, and which text where there are several."""
    parser.add_argument("source", type=Path, metavar="NGUỒN", help="tệp .txt, .docx hoặc .md")
    parser.add_argument(
        "-o", "--output", type=Path, default=REGULATION, metavar="TỆP", help="mặc định: regulation.yaml"
    )
    parser.add_argument("--text", type=int, metavar="SỐ", help="lấy văn bản thứ mấy, khi tệp có nhiều văn bản")
    parser.add_argument("--force", action="store_true", help="ghi đè tệp đã có")


def run(options: argparse.Namespace) -> int:
    """Import, write beside and swap; nothing that exists is replaced without ``--force``."""
    return import_file(options.source, options.output, options.text, may_replace=options.force)


def import_file(source: Path, output: Path, chosen: int | None, *, may_replace: bool) -> int:
    """Write what ``source`` says to ``output`` and its raw words beside it; return the exit status.

    Where the text has errors, the result stands beside ``output`` to be looked at, and ``output`` is left alone.
    """
    raw = read_source(source)
    imported = import_text(raw, datetime.now(tz=UTC).astimezone().date(), chosen)
    print(report(imported))
    kept = output.parent / SOURCE_FILE
    beside = [path.with_name(path.name + SUFFIX) for path in (output, kept)]
    taken = [path for path in (output, kept) if path.exists()]
    if kept in taken and kept.read_bytes() == imported.data:
        taken.remove(kept)
    if taken and not may_replace:
        names = ", ".join(map(str, taken))
        print(f"quyche import: đã có {names}; không ghi đè. Thêm --force nếu muốn thay.", file=sys.stderr)
        return 2
    kept.parent.mkdir(parents=True, exist_ok=True)
    beside[0].write_text(regulation_yaml(imported.regulation), encoding="utf-8")
    beside[1].write_bytes(imported.data)
    if imported.errors:
        print(
            f"quyche import: có {len(imported.errors)} lỗi phải sửa ở bản nguồn; kết quả để xem ở {beside[0]}.",
            file=sys.stderr,
        )
        return 1
    beside[1].replace(kept)
    beside[0].replace(output)
    print(f"Đã ghi {output}.")
    return 0
