"""The commands: nothing good is overwritten, errors leave the result beside, a new project stands on its own."""

from pathlib import Path

import pytest

from quyche.cli import main
from tests.importer import texts


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("luat.txt").write_text(texts.law(20), encoding="utf-8")
    return tmp_path


def test_import_writes_the_data_and_keeps_the_source(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "luat.txt"]) == 0
    assert "20 Điều" in capsys.readouterr().out
    assert (folder / "docs/du-lieu/nguon.txt").read_bytes() == (folder / "luat.txt").read_bytes()
    assert main(["check"]) == 0
    assert "Giai đoạn: mới có lời văn." in capsys.readouterr().out


def test_import_never_overwrites_unless_forced(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "regulation.yaml").write_text("của tôi", encoding="utf-8")
    assert main(["import", "luat.txt"]) == 2
    assert "không ghi đè" in capsys.readouterr().err
    assert (folder / "regulation.yaml").read_text(encoding="utf-8") == "của tôi"
    assert main(["import", "luat.txt", "--force"]) == 0
    assert main(["check"]) == 0


def test_a_text_with_errors_leaves_what_stands_and_puts_the_result_beside(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "luat.txt"]) == 0
    before = (folder / "regulation.yaml").read_bytes()
    (folder / "thieu.txt").write_text(texts.law(20).replace("Điều 9.", "Điều 10."), encoding="utf-8")
    assert main(["import", "thieu.txt", "--force"]) == 1
    captured = capsys.readouterr()
    assert "Thiếu Điều 9: sau Điều 8 là Điều 10." in captured.out
    assert "regulation.yaml.new" in captured.err
    assert (folder / "regulation.yaml").read_bytes() == before
    assert (folder / "regulation.yaml.new").exists()


def test_a_refused_text_is_told_in_a_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "khong.txt").write_text(texts.NO_ARTICLES, encoding="utf-8")
    assert main(["import", "khong.txt"]) == 1
    assert "không có Điều nào" in capsys.readouterr().err
    assert not (folder / "regulation.yaml").exists()


def test_layers_are_drafted_one_after_another_and_told_by_check(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "luat.txt"]) == 0
    assert main(["draft", "bodies"]) == 0
    assert main(["draft", "bodies"]) == 2
    assert main(["draft", "duties"]) == 0
    assert (folder / "checklists/letterheads.yaml").exists()
    capsys.readouterr()
    assert main(["check"]) == 0
    told = capsys.readouterr().out
    assert "Cơ quan còn là bản nháp (3): ban-quan-thu" in told
    assert "Nhiệm vụ còn là bản nháp" in told
    assert "từ chưa thuộc nhiệm vụ nào" in told


def test_duties_without_bodies_are_not_drafted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "luat.txt"]) == 0
    before = (folder / "regulation.yaml").read_bytes()
    assert main(["draft", "duties"]) == 1
    assert "không tìm thấy gì" in capsys.readouterr().err
    assert (folder / "regulation.yaml").read_bytes() == before


def test_a_new_project_has_the_generator_and_nothing_of_ours(folder: Path, project: Path) -> None:
    assert main(["new", "moi", "--from", "luat.txt"]) == 0
    made = folder / "moi"
    assert (made / "hooks/generate.py").read_bytes() == (project / "hooks/generate.py").read_bytes()
    assert not (made / "docs/chu-thich").exists()
    assert not (made / "docs/tu-dong-nghia.yaml").exists()
    assert not (made / "checklists/letterheads.yaml").exists()
    data = (made / "regulation.yaml").read_text(encoding="utf-8")
    assert "dân vận" not in data.lower()


def test_new_renews_the_generator_and_leaves_the_data(folder: Path) -> None:
    assert main(["new", "moi", "--from", "luat.txt"]) == 0
    made = folder / "moi"
    (made / "regulation.yaml").write_text("của tôi", encoding="utf-8")
    (made / "hooks/generate.py").write_text("hỏng", encoding="utf-8")
    (made / "overrides/cu.html").write_text("tệp cũ", encoding="utf-8")
    (made / "checklists/template.docx").write_bytes(b"of an office")
    assert main(["new", "moi"]) == 0
    assert (made / "hooks/generate.py").read_text(encoding="utf-8") != "hỏng"
    assert not (made / "overrides/cu.html").exists()
    assert (made / "checklists/template.docx").read_bytes() == b"of an office"
    assert (made / "regulation.yaml").read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(("moi",), "thêm --from"), ((".", "--from", "luat.txt"), "đã có tệp")],
)
def test_new_refuses_in_words(
    arguments: tuple[str, ...], told: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", *arguments]) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["luat.txt"]


def test_new_runs_again_over_what_an_import_with_errors_left(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = folder / "luat.txt"
    whole = source.read_text(encoding="utf-8")
    source.write_text(whole.replace("Điều 9.", "Điều 10."), encoding="utf-8")
    assert main(["new", "moi", "--from", "luat.txt"]) == 1
    assert "phải sửa trong luat.txt, rồi chạy lại lệnh này" in capsys.readouterr().err
    source.write_text(whole, encoding="utf-8")
    assert main(["new", "moi", "--from", "luat.txt"]) == 0
    assert not list((folder / "moi").rglob("*.new"))


def test_an_import_by_force_keeps_the_work_that_was_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "luat.txt"]) == 0
    assert main(["draft", "bodies"]) == 0
    before = (folder / "regulation.yaml").read_bytes()
    assert main(["import", "luat.txt", "--force"]) == 0
    assert "regulation.yaml.old" in capsys.readouterr().out
    assert (folder / "regulation.yaml.old").read_bytes() == before


def test_a_number_that_the_text_itself_leaves_out_is_declared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = texts.law(20)
    start, end = text.index("Điều 12."), text.index("Điều 13.")
    (folder / "luat.txt").write_text(text[:start] + text[end:], encoding="utf-8")
    assert main(["import", "luat.txt"]) == 1
    assert "Thiếu Điều 12" in capsys.readouterr().out
    assert main(["import", "luat.txt", "--gap", "d11", "Không có."]) == 1
    assert "Thiếu Điều 12" in capsys.readouterr().out
    assert main(["import", "luat.txt", "--gap", "d12", "Điều 12 đã bị bãi bỏ.", "--gap", "d30", "Thừa."]) == 1
    assert "“d30” không nằm giữa hai số của văn bản" in capsys.readouterr().out
    assert main(["import", "luat.txt", "--gap", "Điều 12", "Điều 12 đã bị bãi bỏ."]) == 1
    assert "không hiểu “Điều 12”" in capsys.readouterr().err
    assert main(["import", "luat.txt", "--gap", "d12", "Điều 12 đã bị bãi bỏ."]) == 0
    assert "gaps:\n  - missing: d12\n" in (folder / "regulation.yaml").read_text(encoding="utf-8")
    assert main(["check"]) == 0
