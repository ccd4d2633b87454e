"""``quyche diff``: readable without colour, with the exit status of ``diff``."""

import shutil
from pathlib import Path

import pytest

from quyche.cli import main
from tests.comparing.test_comparison import drop, put_first, reword
from tests.fixtures.deriving import derived


def test_the_same_is_0(small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    derived(small_folder, tmp_path / "new")  # other files, no repairs, the same words
    assert main(["diff", str(small_folder), str(tmp_path / "new" / "regulation.yaml")]) == 0
    assert capsys.readouterr().out == "Hai bản giống nhau: từng chữ, từng nhiệm vụ.\n"


def test_a_difference_is_1_and_told_in_plain_letters(
    small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    derived(small_folder, tmp_path, reword, put_first, drop)
    assert main(["diff", str(small_folder), str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert "\x1b" not in out
    for line in (
        "Điều khoản: giữ nguyên 29, sửa 0, chuyển chỗ 2, mới 1, bỏ 1.",
        "CHUYỂN CHỖ: Khoản 1 Điều 5 (Mục 2) → khoản 2 Điều 5 (Mục 2)",
        "    [-1.-] {+2.+} Tổ Bạn đọc vận động bạn đọc tặng [-sách-] {+báo+}, định kỳ báo cáo Ban Quản thư.",
        "MỚI: Khoản 1 Điều 5 (Mục 2)",
        "BỎ: Khoản 2 Điều 4 (Mục 1)",
        "    BỎ: d4.k2.1 Tiếp nhận, giải quyết ý kiến bạn đọc",
        "        câu trả lời cũ không còn dòng: d5.k1.1, d5.k1.2",
    ):
        assert line in out.splitlines(), out


def test_a_duty_alone_is_a_difference(small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = derived(small_folder, tmp_path)
    path.write_text(path.read_text("utf-8").replace("- Sổ trực", "- Sổ trực đêm"), "utf-8")
    assert main(["diff", str(small_folder), str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "SỬA: d6.p2.1 Quét dọn, tắt đèn, khoá cửa [minh chứng]" in out
    assert "Điều khoản:" not in out


@pytest.mark.parametrize("broken", ["missing", "wrong"])
def test_trouble_is_2(small_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], broken: str) -> None:
    if broken == "wrong":
        shutil.copytree(small_folder, tmp_path, dirs_exist_ok=True)
        path = tmp_path / "regulation.yaml"
        path.write_text(path.read_text("utf-8").replace("kind: effect", "kind: hiệu lực"), "utf-8")
    assert main(["diff", str(small_folder), str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "regulation.yaml:" in err
    assert "Traceback" not in err
    assert err.endswith("Không so được: sửa các chỗ trên trước.\n")
