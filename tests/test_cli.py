"""The command line: what it prints, how it exits, and that a failed build leaves a good site as it was."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from quyche.cli import main
from tests.fixtures.editing import edited, small_words, written

COMMAND = Path(sys.executable).with_name("quyche")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with the small regulation and a good site in it."""
    monkeypatch.chdir(tmp_path)
    written(tmp_path, small_words())
    (tmp_path / "site" / "quy-che").mkdir(parents=True)
    (tmp_path / "site" / "index.html").write_text("trang cũ", "utf-8")
    (tmp_path / "site" / "sitemap.xml").write_text("", "utf-8")  # by which an earlier site is known
    (tmp_path / "site" / "quy-che" / "index.html").write_bytes(b"\x00\xff")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


class MkDocs:
    """Stands in for MkDocs: writes one file into the folder it is given and exits with ``status``."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.command: Sequence[str] = ()
        self.environment: dict[str, str] = {}

    def __call__(self, command: Sequence[str], *, env: dict[str, str], check: bool) -> subprocess.CompletedProcess[str]:
        assert not check
        self.command, self.environment = command, env
        fresh = Path(command[command.index("--site-dir") + 1])
        fresh.mkdir()
        (fresh / "index.html").write_text("trang mới", "utf-8")
        return subprocess.CompletedProcess(list(command), self.status)


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [COMMAND, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_check_of_good_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    out, err = capsys.readouterr()
    assert out == "Quy chế phối hợp giữ gìn Thư viện Bến Mây: không có lỗi. 20 nhiệm vụ, 9 cơ quan, tổ chức.\n"
    assert err == ""
    assert folder == Path.cwd()


def test_check_of_bad_data_tells_file_and_line(folder: Path) -> None:
    words, line = edited({"kind: effect": "kind: hiệu lực¦"})
    written(folder, words)
    finished = run("check", folder=folder)
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert f"regulation.yaml:{line}: d7: “hiệu lực” không có trong danh mục" in finished.stderr
    assert finished.stderr.endswith("Có 1 chỗ cần sửa.\n")
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize("name", ["regulation.yaml", "nguon.txt"])
def test_check_without_a_file_is_no_traceback(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).unlink()
    assert main(["check"]) == 1
    assert f"{name}:1: không đọc được" in capsys.readouterr().err


def test_check_sees_a_changed_word(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, line = edited({"      heading: NHỮNG ĐIỀU CHUNG": "      heading: NHỮNG ĐIỀU RIÊNG¦"})
    written(folder, words)
    assert main(["check"]) == 1
    assert (
        f"regulation.yaml:{line}: c1: lời văn khác bản nguồn: nguồn “CHUNG”, dữ liệu “RIÊNG”" in capsys.readouterr().err
    )


def test_schema_prints_the_schema(folder: Path, project: Path) -> None:
    finished = run("schema", folder=folder)
    assert finished.returncode == 0
    assert finished.stdout == (project / "docs" / "du-lieu" / "regulation.schema.json").read_text("utf-8")
    assert json.loads(finished.stdout)["title"] == "Regulation"


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--more"]])
def test_a_wrong_command_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "cách dùng: quyche" in capsys.readouterr().err


def test_a_good_build_takes_the_place_of_the_old_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mkdocs = MkDocs(0)
    monkeypatch.setattr(subprocess, "run", mkdocs)
    assert main(["build"]) == 0
    assert contents(folder / "site")["index.html"] == "trang mới".encode()
    assert sorted(path.name for path in folder.iterdir()) == ["nguon.txt", "regulation.yaml", "site"]
    assert "--strict" in mkdocs.command
    assert mkdocs.environment["SOURCE_DATE_EPOCH"] == "1736899200"  # 2025-01-15, the day of the status


def test_a_build_makes_a_folder_that_was_not_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", MkDocs(0))
    shutil.copytree(folder / "site", folder / "site.new")  # left over by a build that was killed
    assert main(["build", "--output", "trang"]) == 0
    assert contents(folder / "trang").keys() == {
        "index.html",
        "_headers",
        "khong-co-mang.html",
        "may-chu/nginx.conf",
        "sw.js",
    }
    assert (folder / "site" / "index.html").read_text("utf-8") == "trang cũ"


def test_bad_data_leaves_the_old_site_byte_for_byte(folder: Path) -> None:
    before = contents(folder / "site")
    words, line = edited({"kind: effect": "kind: hiệu lực¦"})
    written(folder, words)
    finished = run("build", folder=folder)
    assert finished.returncode == 1
    assert f"regulation.yaml:{line}: d7: " in finished.stderr
    assert "Traceback" not in finished.stderr
    assert contents(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir()) == ["nguon.txt", "regulation.yaml", "site"]


def test_a_failed_build_leaves_the_old_site_byte_for_byte(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(folder / "site")
    monkeypatch.setattr(subprocess, "run", MkDocs(3))
    assert main(["build"]) == 3
    assert contents(folder / "site") == before
    assert sorted(path.name for path in folder.iterdir()) == ["nguon.txt", "regulation.yaml", "site"]


def test_a_folder_that_is_no_site_is_not_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = folder / "ghi-chep" / "quan-trong.txt"
    notes.parent.mkdir()
    notes.write_text("đừng xoá", "utf-8")
    monkeypatch.setattr(subprocess, "run", MkDocs(0))
    assert main(["build", "--output", "ghi-chep"]) != 0
    assert notes.read_text("utf-8") == "đừng xoá"
