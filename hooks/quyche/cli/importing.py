"""``quyche import``: make ``regulation.yaml`` of a text, and tell what was found, repaired and doubted."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from quyche.importer.importing import SOURCE_FILE, import_text
from quyche.importer.reading import read_source
from quyche.importer.report import report
from quyche.importer.writing import regulation_yaml
from quyche.project import REGULATION
from quyche.regulation.faults import refusal
from quyche.regulation.model import Gap

NAME = "import"
HELP = "lập regulation.yaml từ một văn bản .txt, .docx, .md"
SUFFIX = ".new"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the source, the file to write, and which text where there are several."""
    parser.add_argument("source", type=Path, metavar="NGUỒN", help="tệp .txt, .docx hoặc .md")
    parser.add_argument(
        "-o", "--output", type=Path, default=REGULATION, metavar="TỆP", help="mặc định: regulation.yaml"
    )
    source_arguments(parser)
    parser.add_argument("--force", action="store_true", help="ghi đè tệp đã có")


def source_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what must be told of a source: which text of several, and what the official text leaves out."""
    parser.add_argument("--text", type=int, metavar="SỐ", help="lấy văn bản thứ mấy, khi tệp có nhiều văn bản")
    parser.add_argument(
        "--gap",
        nargs=2,
        action="append",
        default=[],
        metavar=("MÃ", "LÝ-DO"),
        help="số mà chính văn bản bỏ trống: --gap d20 'Điều 20 đã bị bãi bỏ.'; ghi được nhiều lần",
    )


def run(options: argparse.Namespace) -> int:
    """Import, write beside and swap; nothing that exists is replaced without ``--force``."""
    return import_file(options, options.output, may_replace=options.force)


def import_file(options: argparse.Namespace, output: Path, *, may_replace: bool) -> int:
    """Write what ``options.source`` says to ``output`` and its raw words beside it; return the exit status.

    Where the text has errors, the result stands beside ``output`` to be looked at, and ``output`` is left alone.
    """
    raw = read_source(options.source)
    gaps = _gaps(options.gap)
    imported = import_text(raw, datetime.now(tz=UTC).astimezone().date(), options.text, gaps)
    print(report(imported))
    kept = output.parent / SOURCE_FILE
    beside = places_beside(output)
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
            f"quyche import: có {len(imported.errors)} lỗi phải sửa trong {options.source}, rồi chạy lại lệnh này; "
            f"kết quả tạm để xem ở {beside[0]}.",
            file=sys.stderr,
        )
        return 1
    if output.exists():  # it may hold a long work of bodies and duties
        old = output.with_name(f"{output.name}.old")
        output.replace(old)
        print(f"Bản trước, với mọi cơ quan, nhiệm vụ đã ghi, giữ ở {old}.")
    beside[1].replace(kept)
    beside[0].replace(output)
    print(f"Đã ghi {output}.")
    return 0


def places_beside(output: Path) -> list[Path]:
    """Return where the result of an import into ``output`` stands as long as its text has errors."""
    return [path.with_name(path.name + SUFFIX) for path in (output, output.parent / SOURCE_FILE)]


def _gaps(told: Sequence[Sequence[str]]) -> tuple[Gap, ...]:
    try:
        return tuple(Gap(missing=missing, reason=reason) for missing, reason in told)
    except ValidationError as error:
        wrong = "; ".join(str(one["input"]) for one in error.errors())
        raise refusal("--gap", f"không hiểu “{wrong}”", "MÃ viết như d20 (Điều 20), d5.k3 (khoản 3 Điều 5)") from error
