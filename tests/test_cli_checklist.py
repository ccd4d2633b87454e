"""``quyche checklist``: the sheets of one's own unit."""

import io
import json
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from pypdf import PdfReader

from quyche.cli import main


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in our project, and return its folder."""
    monkeypatch.chdir(project)
    return project


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


def test_a_saved_record_comes_out_as_filled_sheets(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = project / "tests" / "phieu" / "samples" / "phieu-2026-11.json"
    monkeypatch.chdir(project)
    assert main(["checklist", "ban-dan-van-huyen-uy", "--record", str(record), "--output", str(tmp_path)]) == 0
    answers = json.loads(record.read_text("utf-8"))["answers"]
    results = [answer["result"] for answer in answers.values()]
    rows = list(openpyxl.load_workbook(tmp_path / "phieu-tu-danh-gia.xlsx")["Phiếu"].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] == "TT")
    code, result = (rows[head].index(label) for label in ("Mã", "Kết quả trong năm"))
    found = {row[code]: row[result] for row in rows[head + 1 :] if row[code]}
    assert found == {line: answer["result"] for line, answer in answers.items()}
    words = "".join(page.extract_text() for page in PdfReader(tmp_path / "phieu-tu-danh-gia.pdf").pages)
    assert all(result.split("\n")[0] in words for result in results)
    assert {path.name for path in tmp_path.iterdir()} >= {"phieu-tu-danh-gia.ods", "phieu-tu-danh-gia.docx"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("{", "không phải phiếu đã lưu từ trang thông tin, hoặc có chỗ không đúng (cả tệp)"),
        ('{"body": 1}', "có chỗ không đúng (year)"),
        (None, "là phiếu của “ban-dan-van-huyen-uy”, không phải của “ubnd-huyen”"),
    ],
)
def test_a_record_that_does_not_fit_is_refused(
    words: str | None, told: str, here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = here / "tests" / "phieu" / "samples" / "phieu-2026-11.json"
    if words is not None:
        record = tmp_path / "phieu.json"
        record.write_text(words, encoding="utf-8")
    assert main(["checklist", "ubnd-huyen", "--record", str(record), "--output", str(tmp_path / "ra")]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


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
