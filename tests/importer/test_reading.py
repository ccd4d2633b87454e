"""Files as they come: Word with its own numbers, Markdown, other codings; what cannot be read is refused in words."""

import io
from pathlib import Path

import docx
import pytest

from quyche.importer.importing import import_text
from quyche.importer.reading import read_source
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.vietnamese.letters import words
from tests.importer import texts
from tests.importer.texts import DAY


def word_file(folder: Path, text: str) -> Path:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "HỘI ĐỌC SÁCH"
    table.cell(0, 1).text = "Bến Mây, ngày tháng năm"
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        for part in line.split(" "):  # Word cuts a sentence into runs as it likes
            paragraph.add_run(f"{part} ")
    path = folder / "van-ban.docx"
    document.save(str(path))
    return path


def test_a_word_file_gives_the_tree_of_its_words(tmp_path: Path) -> None:
    law = texts.law(20)
    found = import_text(read_source(word_file(tmp_path, law)), DAY)
    plain = texts.imported(law)
    assert not found.errors
    assert [place.id for place in Index(found.regulation).places] == [
        place.id for place in Index(plain.regulation).places
    ]
    assert words(found.data.decode()) == ["HỘI", "ĐỌC", "SÁCH", "Bến", "Mây", "ngày", "tháng", "năm", *words(law)]
    assert "Word" in found.notes[0]


def test_numbers_that_word_writes_by_itself_become_words(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Điều 1. Tên", "Giữ sách.", "Trả sách.", "Điều 2. Tên nữa", "Đọc sách."):
        document.add_paragraph(line, style="List Number" if "Điều" not in line else None)
    path = tmp_path / "so.docx"
    document.save(str(path))
    text = read_source(path).text.splitlines()
    assert text[:3] == ["Điều 1. Tên", "1. Giữ sách.", "2. Trả sách."]
    assert any("tự đánh" in note for note in read_source(path).notes)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_codings_give_the_same_words(tmp_path: Path, coding: str) -> None:
    path = tmp_path / "van-ban.txt"
    path.write_bytes(texts.DECREE.encode(coding))
    assert read_source(path).text == texts.DECREE
    read_source(path).data.decode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF", r"không đọc được loại tệp “\.pdf”"),
        ("a.docx", b"no zip", "không phải tệp Word"),
        ("a.txt", "Điều 1.\nĐ".encode() + b"\xff", r"a\.txt:2: tệp không phải UTF-8"),
        ("missing.txt", None, "không đọc được tệp"),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, name: str, data: bytes | None, told: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(DataError, match=told):
        read_source(tmp_path / name)


def test_a_broken_word_file_is_refused_in_words(tmp_path: Path) -> None:
    whole = io.BytesIO()
    docx.Document().save(whole)
    path = tmp_path / "hong.docx"
    path.write_bytes(whole.getvalue()[:2000])
    with pytest.raises(DataError, match="không phải tệp Word"):
        read_source(path)


def test_markdown_marks_are_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.md"
    path.write_text(
        "# QUY CHẾ\n\n## **Chương I**\n\nVIỆC CHUNG\n\n### Điều 1\\. Tên\n\n1\\. Giữ *sách quý*.\n", encoding="utf-8"
    )
    found = import_text(read_source(path), DAY)
    place = Index(found.regulation).place["d1.k1"]
    assert (place.provision.text, place.provision.emphasis) == ("Giữ sách quý.", ("sách quý",))
    assert not found.errors
