"""``quyche offline``: the whole site in one ZIP that works from a disk, without network."""

import argparse
import tempfile
from pathlib import Path

from quyche.cli.build import build
from quyche.project import REGULATION
from quyche.publishing.finishing import read_site
from quyche.publishing.offline import archive, offline_files
from quyche.regulation.loading import load

NAME = "offline"
HELP = "đóng gói trang thông tin thành một tệp ZIP: giải nén rồi mở index.html, không cần mạng"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file to write."""
    parser.add_argument("--output", type=Path, metavar="TỆP", help="mặc định: mã quy chế và đuôi .zip")


def run(options: argparse.Namespace) -> int:
    """Build the site and pack it."""
    regulation = load(REGULATION).regulation
    output: Path = options.output or Path(f"{regulation.id}.zip")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if status := build(site, regulation.status.as_of):
            return status
        data = archive(offline_files(read_site(site)), regulation.id)
    beside = output.with_name(f"{output.name}.new")
    beside.write_bytes(data)
    beside.replace(output)
    print(f"{output}: {len(data) / 1024 / 1024:.1f} MB")
    return 0
