"""``quyche checklist``: the sheets of one's own unit."""

import io
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from quyche.cli import main


def test_a_unit_gets_its_own_sheets(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    unit = "Ủy ban nhân dân xã Bến Mây"
    names = ["--unit", unit, "--district", "Bến Mây", "--commune", "xã Hoa Sen"]
    options = ["--year", "2026", *names, "--letterhead", "ubnd-xa", "--output", str(tmp_path)]
    assert main(["checklist", "chinh-quyen-cac-cap", *options]) == 0
    first = PdfReader(io.BytesIO((tmp_path / "phieu-tu-danh-gia.pdf").read_bytes())).pages[0].extract_text()
    words = " ".join(first.split())
    assert unit in words
    assert "XÃ HOA SEN" in words
    assert "Hoa Sen, ngày" in words
    assert "2026" in words
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words
    assert unit in "".join(Document(str(tmp_path / "phieu-tu-danh-gia.docx")).element.itertext())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khong-co"], "không có phiếu của “khong-co”"),
        (
            ["ubnd-huyen", "--letterhead", "toa-an"],
            "không có phần đầu “toa-an”. Chọn một trong: ubnd-huyen",
        ),
    ],
)
def test_a_wrong_choice_is_answered_with_the_choices(
    arguments: list[str],
    message: str,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    assert main(["checklist", *arguments]) == 2
    assert message in capsys.readouterr().err
