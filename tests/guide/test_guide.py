"""The editors' guides, followed to the letter in new folders from a Word file: they cannot rot."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from quyche.pages.sections import GUIDES
from tests.browser.serving import reserved_port
from tests.guide import word
from tests.guide.following import Block, Reader, blocks, commands

OURS_ALONE = shutil.ignore_patterns(
    ".git", ".venv", ".cache", "site*", "build", "tests", "*.zip", "__pycache__", ".*_cache", ".hypothesis"
)
BY_HAND = {
    "sudo apt-get install git make python3 python3-venv",
    ".venv/bin/python -m pip download --require-hashes -r requirements.lock -d goi-cai-dat",
    'PIP_NO_INDEX=1 PIP_FIND_LINKS="$PWD/goi-cai-dat" make venv',
}
"""What changes the machine or fetches packages: tried by hand."""
AS_ROOT = "may-chu"
"""The mark of a block for the server."""
MOST = 60 * 1024
"""Bytes of a picture."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return a folder with a copy of the program, as somebody brought it, and the Word file beside it."""
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(project, folder / "quyche", ignore=OURS_ALONE)
    word.write_first(folder / "quy-che-thu-vien.docx")
    word.write_later(folder / "quy-che-moi.docx")
    return folder


def pretend_venv(folder: Path, project: Path) -> None:
    """Put a ``.venv`` into ``folder`` that ``make`` takes for whole: this run's programs; no package is fetched."""
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    for name in ("python", "quyche"):
        (programs / name).write_text(f'#!/bin/sh\nexec "{Path(sys.executable).with_name(name)}" "$@"\n')
        (programs / name).chmod(0o755)
    makefile = (project / "Makefile").read_text(encoding="utf-8")
    key = makefile.split("define venv_key\n")[1].split("endef")[0]
    made = subprocess.run([programs / "python", "-c", key], cwd=folder, capture_output=True, text=True, check=True)
    (folder / ".venv" / "made-from").write_text(made.stdout)
    if not (folder / ".cache").exists():
        (folder / ".cache").symlink_to(project / ".cache")  # the fonts, already cut


def see(folder: Path) -> None:
    """Type ``make serve`` in ``folder``, look at the page, and stop it."""
    log = folder.with_name("serve.log")
    with (
        reserved_port() as port,
        log.open("w") as told,
        subprocess.Popen(
            ["make", "serve", f"ADDRESS=127.0.0.1:{port}"],
            cwd=folder, stdout=told, stderr=subprocess.STDOUT, start_new_session=True,
        ) as server,
    ):  # fmt: skip
        try:
            page = _page(f"http://127.0.0.1:{port}/", server)
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGTERM)
    assert "Quy chế giữ gìn Thư viện Bến Mây" in page, log.read_text(encoding="utf-8")


def _page(address: str, server: subprocess.Popen[bytes]) -> str:
    while server.poll() is None:
        try:
            with urllib.request.urlopen(address) as answer:  # noqa: S310 -- our own server
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.2)
    return ""


def follow(guide: Path, reader: Reader, entering: dict[str, Callable[[], object]], project: Path) -> None:
    """Follow ``guide``; ``entering`` says what a person does by hand when a section begins."""
    parts = list(blocks(guide.read_text(encoding="utf-8")))
    for block, following in pairwise([*parts, Block("", (), "", "")]):
        if not block.marks:
            entering.get(block.section, lambda: None)()
        elif "console" in block.marks:
            if not {command for command, _ in commands(block)} <= BY_HAND and AS_ROOT not in block.marks:
                _type(block, reader, project)
        elif "truoc" in block.marks:
            assert "sau" in following.marks
            reader.edit(block, following)
        elif "sau" not in block.marks:
            reader.write(block)


def _type(block: Block, reader: Reader, project: Path) -> None:
    """Type a block command by command: a ``.venv`` is there as soon as a folder has a Makefile."""
    for command, answer in commands(block):
        if (reader.place / "Makefile").exists() and not (reader.place / ".venv").exists():
            pretend_venv(reader.place, project)
        reader.type(Block(block.section, block.marks, "\n".join([f"$ {command}", *answer]), ""))


def test_both_guides_are_true(copy: Path, project: Path) -> None:
    guides = project / "docs" / "huong-dan"
    reader = Reader(copy, {}, see)
    at_hand: dict[str, Callable[[], object]] = {
        "sua-ban-nguon": lambda: word.write_mended(copy / "quy-che-thu-vien.docx"),
        "co-quan-con-lai": reader.confirm_all,
        "nhiem-vu-con-lai": reader.confirm_all,
    }
    follow(guides / "quy-che-cua-don-vi" / "index.md", reader, at_hand, project)
    made = copy / "thu-vien"
    assert {path.name for path in (copy / "phieu").iterdir()} >= {"phieu-gon.pdf", "phieu-tu-danh-gia.docx"}
    home = (made / "site" / "index.html").read_text(encoding="utf-8")
    assert "Quy chế giữ gìn Thư viện Bến Mây" in home
    assert (made / "site" / "tu-danh-gia" / "ban-quan-thu" / "index.html").exists()
    for address in ("huong-dan", "huong-dan/tu-danh-gia", "huong-dan/quy-che-cua-don-vi", "huong-dan/dua-len-mang"):
        assert (made / "site" / address / "index.html").exists(), address
    typed = len(reader.typed)
    assert typed > 25
    reader.place = made
    follow(guides / "dua-len-mang" / "index.md", reader, {}, project)
    assert len(reader.typed) == typed + 3
    with zipfile.ZipFile(made / "quy-che-giu-gin-thu-vien-ben-may.zip") as packed:
        assert any(name.endswith("/index.html") for name in packed.namelist())


def test_what_the_guide_says_of_the_settings_for_nginx_is_in_them(project: Path) -> None:
    guide = (project / "docs/huong-dan/dua-len-mang/index.md").read_text(encoding="utf-8")
    settings = (project / "hooks/quyche/publishing/nginx.conf").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in guide.splitlines() if line.startswith("| `")]
    named = [word_.strip("` …") for row in rows for word_ in row.split(",")]
    assert len(named) >= 10
    assert [name for name in named if name.strip() not in settings] == []


def test_a_wrong_answer_or_a_wrong_end_is_noticed(tmp_path: Path) -> None:
    reader = Reader(tmp_path, {}, see)
    reader.type(Block("", ("console",), "$ echo một hai ba\nmột … ba\n", ""))
    for marks, words in (
        (("console",), "$ echo một\nhai\n"),
        (("console",), "$ false\n"),
        (("console", "co-loi"), "$ true\n"),
    ):
        with pytest.raises(AssertionError):
            reader.type(Block("", marks, words, ""))


def test_pictures_are_small_and_have_words(project: Path) -> None:
    pictures = sorted((project / "docs" / "huong-dan").rglob("*.png"))
    assert len(pictures) >= 4
    for picture in pictures:
        assert picture.stat().st_size <= MOST, picture.name
        shown = f"]({picture.name}){{ width="
        guide = (picture.parent / "index.md").read_text(encoding="utf-8")
        assert len(guide.partition(shown)[0].rpartition("![")[2]) > 40, picture.name


def test_every_guide_is_in_the_menu(project: Path) -> None:
    written = {f"{path.parent.relative_to(project / 'docs')}/" for path in (project / "docs/huong-dan").rglob("*.md")}
    assert written == {path for _, path in GUIDES}
