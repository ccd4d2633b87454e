"""A build that fails or is killed leaves the good site of before as it was, byte for byte, and says why."""

import os
import re
import signal
import subprocess
from pathlib import Path

import pytest

from quyche.cli import main
from tests.hostile.whole import FOREIGN, whole_project
from tests.site.building import QUYCHE, Site, built_once


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Site:
    """Return the small project with every layer, and its site."""
    return built_once(tmp_path_factory, "whole", lambda folder: whole_project(folder, project))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def started(site: Site, **environment: str) -> subprocess.Popen[str]:
    """Start a build in a group of processes of its own."""
    return subprocess.Popen(
        [QUYCHE, "build", "--output", site.folder],
        cwd=site.project,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


BROKEN: dict[str, tuple[str, bytes]] = {
    "a layer cut in the middle": ("docs/giang-day/bai-1.yaml", b"id: bai-1\ntitle: [x"),
    "a letterhead without letters": ("checklists/letterheads.yaml", b"\xff\xfe\x00"),
    "ten thousand brackets": ("docs/thuat-ngu.yaml", b"[" * 10_000),
    "a comparison with nothing": ("docs/so-sanh/ban-2020.yaml", b"title: x\nother: 'khong-co.yaml'\nours: new\n"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_layer_leaves_the_good_site(
    name: str, good: Site, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path, content = BROKEN[name]
    file = good.project / path
    before, kept = contents(good.folder), file.read_bytes()
    monkeypatch.chdir(good.project)
    file.write_bytes(content)
    try:
        assert main(["build", "--output", str(good.folder)]) != 0
    finally:
        file.write_bytes(kept)
    told = "".join(capfd.readouterr())
    assert re.search(rf"{re.escape(path)}:\d+: ", told), told
    assert "Traceback" not in told
    assert contents(good.folder) == before


MOMENTS = {"as it reads": "regulation.yaml", "while it writes": "site.new/quy-che/index.html"}
"""The file that a build is about to open when it is killed."""
KILLER = """
import os, signal, sys
def kill(event, arguments):
    if event == "open" and str(arguments[0]).endswith({file!r}):
        os.killpg(0, signal.SIGKILL)
sys.addaudithook(kill)
"""
"""Python runs it at its start: no other process could tell the moment without luck."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_the_good_site(moment: str, good: Site, tmp_path: Path) -> None:
    before = contents(good.folder)
    (tmp_path / "sitecustomize.py").write_text(KILLER.format(file=MOMENTS[moment]), "utf-8")
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    build = started(good, PYTHONPATH=os.pathsep.join(paths))
    build.communicate()
    assert build.returncode == -signal.SIGKILL
    assert contents(good.folder) == before


def test_a_build_after_a_killed_one_makes_the_same_site_and_leaves_nothing_beside(good: Site) -> None:
    before = contents(good.folder)
    (good.folder / "old.html").write_text("left over", "utf-8")
    (good.folder.with_name(f"{good.folder.name}.new") / "nửa-chừng").mkdir(parents=True, exist_ok=True)
    build = started(good)
    told, _ = build.communicate()
    assert build.returncode == 0, told
    assert contents(good.folder) == before
    assert sorted(path.name for path in good.folder.parent.glob("site*")) == ["site"]


def test_a_site_set_aside_by_a_killed_swap_comes_back(
    good: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    aside = tmp_path / "trang.old"
    aside.mkdir()
    (aside / "sitemap.xml").write_text("cũ", "utf-8")
    monkeypatch.chdir(good.project)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 3))
    assert main(["build", "--output", str(tmp_path / "trang")]) == 3
    assert contents(tmp_path) == {"trang/sitemap.xml": "cũ".encode()}


def test_a_stopped_build_says_so(
    good: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    before = contents(good.folder)
    monkeypatch.chdir(good.project)
    monkeypatch.setattr(subprocess, "run", stopped)
    assert main(["build", "--output", str(good.folder)]) == 130
    assert capsys.readouterr().err == "Đã dừng giữa chừng theo yêu cầu.\n"
    assert contents(good.folder) == before


def test_a_full_disk_is_told(good: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device", "trang.new")

    monkeypatch.chdir(good.project)
    monkeypatch.setattr(subprocess, "run", full)
    assert main(["build", "--output", str(good.folder)]) == 1
    told = capsys.readouterr().err
    assert told == "trang.new: ổ đĩa đã đầy\n"
    assert not FOREIGN.search(told.partition(": ")[2])
