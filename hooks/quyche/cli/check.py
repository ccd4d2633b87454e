"""``quyche check``: tell every fault in the data, each with its line."""

import argparse

from quyche.checklists.setup import load_setup
from quyche.cli.project import CHECKLISTS, NOTES, REGULATION
from quyche.notes.loading import load_notes
from quyche.regulation.loading import load

NAME = "check"
HELP = "kiểm tra dữ liệu, nêu mọi chỗ sai cùng số dòng"


def arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_: argparse.Namespace) -> int:
    """Check the regulation in the working folder, its notes and its checklists; a fault raises ``DataError``."""
    index = load(REGULATION)
    regulation = index.regulation
    load_notes(NOTES, index)
    if CHECKLISTS.is_dir():
        load_setup(CHECKLISTS, index)
    counts = f"{len(regulation.duties)} nhiệm vụ, {len(regulation.bodies)} cơ quan, tổ chức"
    print(f"{regulation.title}: không có lỗi. {counts}.")
    return 0
