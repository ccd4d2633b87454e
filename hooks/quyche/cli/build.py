"""``quyche build``: build the site strictly, beside the old one, and swap."""

import argparse
import os
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from quyche.project import REGULATION
from quyche.publishing.finishing import finished, read_site, write_over
from quyche.regulation.loading import load

NAME = "build"
HELP = "dựng trang thông tin vào thư mục site/; bản cũ còn nguyên nếu có lỗi"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder to write to."""
    parser.add_argument("--output", type=Path, default=Path("site"), metavar="THƯ-MỤC", help="mặc định: site")


def run(options: argparse.Namespace) -> int:
    """Build the site of the regulation in the working folder."""
    index = load(REGULATION)
    return build(options.output, index.regulation.status.as_of)


def build(output: Path, as_of: date) -> int:
    """Build into ``output``, with ``as_of`` as the build's date; return MkDocs's exit status.

    What stands in ``output`` is replaced only by a whole new site.
    """
    output = output.resolve()
    if not _may_replace(output):
        print(
            f"quyche build: {output} có tệp không do lệnh này dựng; chọn thư mục khác hoặc thư mục trống.",
            file=sys.stderr,
        )
        return 2
    fresh, old = (output.with_name(f"{output.name}.{suffix}") for suffix in ("new", "old"))
    if old.exists() and not output.exists():
        old.rename(output)  # a build before was killed between the two halves of the swap
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    clock = int(datetime.combine(as_of, datetime.min.time(), tzinfo=UTC).timestamp())
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(clock)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(fresh)]
    built = subprocess.run(command, env=environment, check=False)  # noqa: S603 -- our own interpreter
    if built.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        return built.returncode
    raw = read_site(fresh)
    write_over(fresh, raw, finished(raw))
    if output.exists():
        output.rename(old)
    fresh.rename(output)
    shutil.rmtree(old, ignore_errors=True)
    return 0


def _may_replace(output: Path) -> bool:
    """Tell whether ``output`` may be replaced: nothing there, an empty folder, an earlier site; not our own source."""
    if output in (Path.cwd(), *Path.cwd().parents) or output.is_file():
        return False
    return not output.exists() or not any(output.iterdir()) or (output / "sitemap.xml").exists()
