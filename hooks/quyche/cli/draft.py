"""``quyche draft``: propose a layer over the text, marked as a draft until a person confirms it."""

import argparse
import sys
from pathlib import Path

from quyche.importer.drafting.bodies import draft_bodies
from quyche.importer.drafting.duties import draft_duties
from quyche.importer.drafting.sheets import checklist_yaml, letterheads_yaml
from quyche.importer.writing import section_yaml
from quyche.project import CHECKLIST, CHECKLISTS, REGULATION
from quyche.regulation.index import Index
from quyche.regulation.loading import load

NAME = "draft"
HELP = "đề xuất cơ quan hoặc nhiệm vụ từ lời văn; mọi mục là bản nháp cho đến khi có người xác nhận"
LAYERS = ("bodies", "duties")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the layer to propose."""
    parser.add_argument("layer", choices=LAYERS, metavar="LỚP", help="bodies: cơ quan; duties: nhiệm vụ")


def run(options: argparse.Namespace) -> int:
    """Add the layer at the end of ``regulation.yaml``; a layer that is there is never touched."""
    index = load(REGULATION)
    if getattr(index.regulation, options.layer):
        print(f"quyche draft: {REGULATION} đã có {options.layer}; không sửa phần đã có.", file=sys.stderr)
        return 2
    entries = draft_bodies(index) if options.layer == "bodies" else draft_duties(index)
    if not entries:
        print(f"quyche draft: không tìm thấy gì để đề xuất cho {options.layer}.", file=sys.stderr)
        return 1
    data = [entry.model_dump(mode="json", by_alias=True, exclude_defaults=True) for entry in entries]
    words = REGULATION.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + section_yaml(options.layer, data)
    beside = REGULATION.with_name(f"{REGULATION.name}.new")
    beside.write_text(words, encoding="utf-8")
    beside.replace(REGULATION)
    print(f"Đã thêm {len(entries)} mục bản nháp vào {options.layer}. Xem từng mục, sửa, rồi bỏ dòng draft: true.")
    if options.layer == "duties":
        _first_sheets(load(REGULATION), Path(CHECKLISTS))
    return 0


def _first_sheets(index: Index, folder: Path) -> None:
    """Write a first set-up of the sheets where there is none."""
    folder.mkdir(exist_ok=True)
    for name, words in ((CHECKLIST, checklist_yaml(index)), ("letterheads.yaml", letterheads_yaml(index))):
        if not (folder / name).exists():
            (folder / name).write_text(words, encoding="utf-8")
            print(f"Đã đặt {folder / name}; cần đối chiếu.")
