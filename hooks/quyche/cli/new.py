"""``quyche new``: a project for another regulation, with a copy of this generator; run again, it renews the copy."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import quyche
from quyche.beside import beside
from quyche.cli.importing import import_file, places_beside, source_arguments
from quyche.project import CHECKLISTS, REGULATION, TEMPLATE

NAME = "new"
HELP = "lập dự án cho một văn bản khác; chạy lại không có --from để cập nhật chương trình trong dự án đó"
OFFICES = CHECKLISTS / TEMPLATE
"""Given once: an office may have put a template of its own in its place."""
GENERATOR: Final[Sequence[str]] = beside(__file__, "generator.yaml")
"""What is the generator's and no regulation's. A project never edits these, but ``OFFICES``; they are renewed whole."""
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info", "*.pyc")
NEXT = """\
Việc tiếp theo: cd {folder}, rồi ở đó
  1. make serve: xem kết quả, có ngay khi mới có lời văn. Lần đầu, lệnh này cài chương trình vào .venv.
  2. Đối chiếu lời văn trong regulation.yaml với bản chính; sửa title, status. Kiểm tra: .venv/bin/quyche check
  3. .venv/bin/quyche draft bodies, rồi draft duties: chương trình đề xuất, người biên soạn xem từng mục rồi
     bỏ dòng draft: true."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder, the source, and which text where there are several."""
    parser.add_argument("folder", type=Path, metavar="THƯ-MỤC")
    parser.add_argument("--from", dest="source", type=Path, metavar="NGUỒN", help="tệp .txt, .docx hoặc .md")
    source_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make the project, or renew the generator in one that stands."""
    folder: Path = options.folder
    root = Path(quyche.__file__).resolve().parents[2]
    if not (root / "mkdocs.yml").exists():
        return _wrong("chương trình này được cài rời, không có các tệp để chép; chạy từ thư mục của dự án gốc")
    if folder.resolve() == root or root in folder.resolve().parents:
        return _wrong(f"{folder} nằm trong chính dự án này; chọn thư mục khác")
    if options.source is None:
        if not (folder / REGULATION).exists():
            return _wrong(f"{folder} chưa có {REGULATION}; thêm --from NGUỒN để lập dự án mới")
        copy_generator(root, folder)
        print(f"Đã cập nhật chương trình trong {folder}; dữ liệu giữ nguyên.")
        return 0
    left = {path for path in folder.rglob("*") if path.is_file()} if folder.is_dir() else set()
    if not left.issubset(places_beside(folder / REGULATION)):  # what an import with errors left may be there
        return _wrong(f"{folder} đã có tệp; chọn thư mục mới hoặc trống")
    status = import_file(options, folder / REGULATION, may_replace=False)
    if status == 0:
        copy_generator(root, folder)
        print(NEXT.format(folder=folder))
    return status


def copy_generator(root: Path, folder: Path) -> None:
    """Put the generator's files of ``root`` into ``folder``, each whole in the place of the old one but ``OFFICES``."""
    for name in GENERATOR:
        source, target = root / name, folder / name
        if not source.exists() or (name == str(OFFICES) and target.exists()):
            continue
        beside = target.with_name(f"{target.name}.new")
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(beside)
        if source.is_dir():
            shutil.copytree(source, beside, ignore=LEFT_OUT)
        else:
            shutil.copyfile(source, beside)
        _remove(target)
        beside.rename(target)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _wrong(words: str) -> int:
    print(f"quyche new: {words}.", file=sys.stderr)
    return 2
