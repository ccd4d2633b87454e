"""``quyche diff``: two versions of a regulation, or a regulation and one derived from it, provision by provision."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from quyche.comparing.comparison import Comparison, Row, compare, differing
from quyche.comparing.touched import SheetChange, duty_changes, sheet_changes
from quyche.comparing.words import Step
from quyche.duties.assignment import Duties
from quyche.project import REGULATION
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.vietnamese.letters import upper_first

NAME = "diff"
HELP = (
    "so hai bản quy chế theo từng điều khoản; nêu nhiệm vụ và phiếu bị ảnh hưởng. "
    "Mã kết thúc: 0 giống nhau, 1 có chỗ khác, 2 không so được"
)
SAME, DIFFERENT, TROUBLE = 0, 1, 2
INDENT = "    "
LEGEND = "[-chữ bỏ đi-]  {+chữ thêm vào+}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the two regulations."""
    words = "tệp regulation.yaml, hoặc thư mục chứa tệp đó"
    parser.add_argument("old", type=Path, metavar="BẢN-CŨ", help=words)
    parser.add_argument("new", type=Path, metavar="BẢN-MỚI", help=words)


def run(options: argparse.Namespace) -> int:
    """Print what differs. The exit status is that of ``diff``: 0 the same, 1 different, 2 trouble."""
    found: list[Index] = []
    for path in (options.old, options.new):
        try:
            found.append(load(path / REGULATION if path.is_dir() else path))
        except DataError as error:
            print(error, file=sys.stderr)
    if len(found) < 2:  # noqa: PLR2004 -- old and new
        print("Không so được: sửa các chỗ trên trước.", file=sys.stderr)
        return TROUBLE
    old, new = found
    lines = [*_provisions(compare(old, new)), *_duties(old, new), *_sheets(old, new)]
    print("\n".join((*_head(old, new), *lines)) if lines else "Hai bản giống nhau: từng chữ, từng nhiệm vụ.")
    return DIFFERENT if lines else SAME


def _head(old: Index, new: Index) -> Iterator[str]:
    for words, index in (("Bản cũ", old), ("Bản mới", new)):
        yield f"{words}: {index.regulation.title} (bản {index.regulation.version})"


def _provisions(comparison: Comparison) -> Iterator[str]:
    rows = list(differing(comparison))
    if rows:
        yield "Điều khoản: " + ", ".join(f"{status.label} {count}" for status, count in comparison.counts.items()) + "."
        yield f"Cách ghi: {LEGEND}"
    for row in rows:
        yield ""
        yield f"{row.status.label.upper()}: {_where(row)}"
        yield from (INDENT + line for line in _words(row).split("\n"))


def _where(row: Row) -> str:
    names = [piece.full_name for piece in (row.old, row.new) if piece is not None]
    return upper_first(" → ".join(dict.fromkeys(names)))


def _words(row: Row) -> str:
    if row.old is None or row.new is None:
        piece = row.new or row.old
        return f"{piece.number} {piece.words}".strip() if piece else ""
    number = _marked(Step(row.old.number == row.new.number, row.old.number, row.new.number))
    return f"{number} {''.join(map(_marked, row.steps))}".strip()


def _marked(step: Step) -> str:
    """Return a step with its marks around the words, spaces outside them."""
    if step.same:
        return step.new
    gone, added = step.old.strip(), step.new.strip()
    space = " " if (step.old or step.new)[:1].isspace() else ""
    return space + " ".join((*([f"[-{gone}-]"] if gone else []), *([f"{{+{added}+}}"] if added else [])))


def _duties(old: Index, new: Index) -> Iterator[str]:
    changes = duty_changes(old, new)
    if changes:
        yield from ("", f"Nhiệm vụ ({len(changes)} chỗ khác):")
    for change in changes:
        fields = f" [{', '.join(change.fields)}]" if change.fields else ""
        yield f"{INDENT}{change.status.label.upper()}: {change.id} {change.task}{fields}"


def _sheets(old: Index, new: Index) -> Iterator[str]:
    changes = sheet_changes(Duties(old), Duties(new))
    if changes:
        yield from ("", f"Phiếu tự đánh giá ({len(changes)} phiếu khác):")
    for change in changes:
        yield f"{INDENT}{change.status.label.upper()}: {change.body.name} ({change.body.id})"
        yield from (INDENT * 2 + line for line in _lines(change))


def _lines(change: SheetChange) -> Iterator[str]:
    for words, codes in (
        ("câu trả lời cũ không còn dòng", change.gone),
        ("dòng đã đổi lời trích, cần xem lại câu trả lời cũ", change.reworded),
        ("dòng mới, chưa có câu trả lời", change.new),
    ):
        if codes:
            yield f"{words}: {', '.join(codes)}"
