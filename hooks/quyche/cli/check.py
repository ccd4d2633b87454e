"""``quyche check``: tell every fault in the data, each with its line, and what is still a draft."""

import argparse
from functools import partial
from pathlib import Path

from quyche.checklists.word.template import open_template
from quyche.project import CHECKLISTS, TEMPLATE, load_project
from quyche.regulation.faults import AllFaults, DataError
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Stage

NAME = "check"
HELP = "kiểm tra dữ liệu, nêu mọi chỗ sai cùng số dòng, mọi mục còn là bản nháp"


def arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_: argparse.Namespace) -> int:
    """Check the regulation in the working folder and every layer over it; a fault raises ``DataError``."""
    faults = AllFaults()
    project = faults.take(partial(load_project, Path()))
    template = CHECKLISTS / TEMPLATE
    if template.exists():  # a build opens it only when it writes sheets anew
        faults.take(lambda: open_template(template.read_bytes(), str(template)))
    if project is None or faults.found:
        raise DataError(faults.found)
    index = project.index
    regulation = index.regulation
    counts = f"{len(regulation.duties)} nhiệm vụ, {len(regulation.bodies)} cơ quan, tổ chức"
    print(f"{regulation.title}: không có lỗi. {counts}.")
    for line in unfinished(index):
        print(line)
    return 0


def unfinished(index: Index) -> list[str]:
    """Return what is still to be done, a line each; nothing where the work is whole."""
    regulation = index.regulation
    bodies = [body.id for body in regulation.bodies if body.draft]
    duties = [duty.id for duty in regulation.duties if duty.draft]
    lines = [] if regulation.stage is Stage.WHOLE else [f"Giai đoạn: {regulation.stage.label}."]
    lines += [f"Cơ quan còn là bản nháp ({len(bodies)}): {', '.join(bodies)}."] if bodies else []
    lines += [f"Nhiệm vụ còn là bản nháp ({len(duties)}): {', '.join(duties)}."] if duties else []
    if regulation.stage is Stage.DRAFT:
        lost = {
            provision: len(found.lost)
            for provision, found in index.coverage.items()
            if found.lost and index.place[provision].article is not None
        }
        told = ", ".join(f"{place} ({count})" for place, count in lost.items())
        lines += [f"Còn {sum(lost.values())} từ chưa thuộc nhiệm vụ nào: {told}."] if lost else []
    return lines
