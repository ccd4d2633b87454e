"""``quyche check``: tell every fault in the data, each with its line."""

import argparse
from pathlib import Path

from quyche.project import load_project

NAME = "check"
HELP = "kiểm tra dữ liệu, nêu mọi chỗ sai cùng số dòng"


def arguments(_: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_: argparse.Namespace) -> int:
    """Check the regulation in the working folder and every layer over it; a fault raises ``DataError``."""
    regulation = load_project(Path()).index.regulation
    counts = f"{len(regulation.duties)} nhiệm vụ, {len(regulation.bodies)} cơ quan, tổ chức"
    print(f"{regulation.title}: không có lỗi. {counts}.")
    return 0
