"""Loading: every slip is told at once, each with its line and with what is allowed; nothing but DataError comes out."""

import unicodedata
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.vocabulary import Block, Kind, Period, Role, WaiverKind
from tests.fixtures.editing import edited, small_words, written


def faults(folder: Path, words: str | bytes) -> tuple[Fault, ...]:
    """Return the faults of ``words`` as a regulation."""
    with pytest.raises(DataError) as caught:
        load(written(folder, words))
    return caught.value.faults


def test_the_small_regulation_is_read_as_written(small: Index) -> None:
    assert [place.id for place in small.articles] == ["d1", "d2", "d3", "d4", "d5", "d6", "d7"]
    assert small.place["d3.k2.1"].provision.text == "Hằng tháng ghi sổ mượn, trả và đối chiếu với Ban Quản thư."
    assert [parent.id for parent in small.place["d3.k2.1"].parents] == ["c2", "c2.m1", "d3", "d3.k2"]
    assert small.regulation.status.number is None
    assert small.regulation.status.issued == date(2024, 3, 2)
    assert small.regulation.duties[0].roles("ban-quan-thu") == (Role.LEAD, Role.REPORT)
    assert [body.id for body in small.members["cac-to"]] == ["to-ban-doc", "nhom-thieu-nhi"]


def test_loading_twice_gives_the_same(small: Index, small_folder: Path) -> None:
    assert load(small_folder / "regulation.yaml").regulation == small.regulation


SLIPS = {
    "unknown key": (
        {"    short: Nhóm Thiếu nhi\n": "    shrot: Nhóm Thiếu nhi¦\n"},
        "nhom-thieu-nhi",
        "không có mục “shrot” ở đây",
    ),
    "unknown key at the top": ({"term: 2024": "temr: 2024¦"}, "quy-che-thu-vien-ben-may", "không có mục “temr” ở đây"),
    "missing key": (
        {"- id: ban-doc\n    name: Bạn đọc\n": "- id: ban-doc¦\n"},
        "ban-doc",
        "thiếu “name” — đây là mục bắt buộc",
    ),
    "list for words": ({"task: Ghi sổ mượn, trả\n": "task: [Ghi sổ mượn, trả]¦\n"}, "d3.k2.1.1", "“task” phải là chữ"),
    "number for words": (
        {"version: '1'": "version: 1¦"},
        "quy-che-thu-vien-ben-may",
        "“version” phải là chữ — đặt giá trị trong dấu nháy",
    ),
    "words for a list": (
        {"evidence: [Sổ mượn trả]": "evidence: Sổ mượn trả¦"},
        "d3.k2.1.1",
        "“evidence” phải là danh sách",
    ),
    "empty list": ({"evidence: [Sổ mượn trả]": "evidence: []¦"}, "d3.k2.1.1", "“evidence” để trống"),
    "empty words": ({"name: Bạn đọc\n": "name: ''¦\n"}, "ban-doc", "“name” để trống"),
    "words for pairs": (
        {"by: {to-ban-doc: report}": "by: to-ban-doc¦"},
        "d5.k1.2",
        "“by” phải gồm các cặp khoá: giá trị",
    ),
    "no answer": (
        {"    name: Mọi đơn vị\n    common: true": "    name: Mọi đơn vị\n    common: có¦"},
        "moi-don-vi",
        "“common” phải là true hoặc false",
    ),
    "bad date": (
        {"issued: 2024-03-02": "issued: ngày 02/3/2024¦"},
        "quy-che-thu-vien-ben-may",
        "“ngày 02/3/2024” không phải ngày — viết dạng 2025-07-01",
    ),
    "no such date": ({"issued: 2024-03-02": "issued: 2024-13-02¦"}, "", "“2024-13-02” không phải ngày"),
    "bad line": ({"- line: 24": "- line: 0¦"}, "quy-che-thu-vien-ben-may", "“0” không phải số được dùng ở đây — từ 1"),
    "no number": ({"- line: 24": "- line: .inf¦"}, "quy-che-thu-vien-ben-may", "“inf” không phải số"),
    "number without end": ({"- line: 24": f"- line: 0x{'f' * 5000}¦"}, "", "số quá dài"),
    "half of a letter": ({"name: Bạn đọc\n": 'name: "\\ud800"¦\n'}, "", "không đúng cú pháp YAML: có dấu \\ viết sai"),
    "control character": ({"name: Bạn đọc\n": "name: Bạn\x07đọc¦\n"}, "", "có ký tự không đọc được U+0007"),
    "tab": ({"    name: Bạn đọc\n": "\tname: Bạn đọc¦\n"}, "", "có dấu Tab ở đầu dòng; dùng dấu cách"),
    "name of a megabyte": ({"name: Bạn đọc\n": f"name: {'x' * 10**6}¦\n"}, "ban-doc", " … "),
    "id too long for a file": ({"- id: hoi-doc-sach": f"- id: {'x' * 300}¦"}, "x" * 300, "nhiều nhất 100 ký tự"),
    "file that no system can name": (
        {"file: nguon.txt": 'file: "nguon\\0.txt"¦'},
        "quy-che-thu-vien-ben-may",
        "U+0000",
    ),
    "terminal's command": ({"name: Bạn đọc\n": 'name: "Bạn\\e[2Jđọc"¦\n'}, "ban-doc", "U+001B"),
    "bad slug": (
        {"- id: hoi-doc-sach": "- id: Hội-đọc-sách¦"},
        "Hội-đọc-sách",
        "“Hội-đọc-sách” không đúng dạng — theo mẫu ^[a-z0-9]+",
    ),
    "bad SHA-256": ({"  sha256: ": "  sha256: A" + "¦"}, "quy-che-thu-vien-ben-may", "không đúng dạng"),
    "space at an end": ({"name: Bạn đọc\n": "name: 'Bạn đọc '¦\n"}, "ban-doc", "“Bạn đọc ” không đúng dạng"),
    "line break in words": ({"name: Bạn đọc\n": 'name: "Bạn\\nđọc"¦\n'}, "ban-doc", "không đúng dạng"),
    "unseen letter": (
        {"name: Bạn đọc\n": 'name: "Bạn\\u200bđọc"¦\n'},
        "ban-doc",
        "ký tự không in được U+200B — bỏ ký tự đó",
    ),
    "other schema": (
        {"schema_version: 1": "schema_version: 2¦"},
        "quy-che-thu-vien-ben-may",
        "“2” không có trong danh mục — được dùng: 1",
    ),
    "repeated key": (
        {"name: Bạn đọc\n": "name: Bạn đọc\n    name: Bạn¦\n"},
        "",
        "khoá “name” lặp lại — mỗi khoá một lần",
    ),
    "list as a key": ({"name: Bạn đọc\n": "[name]: Bạn đọc¦\n"}, "", "khoá phải là một từ"),
    "unknown tag": ({"name: Bạn đọc\n": "name: !chu Bạn đọc¦\n"}, "", "giá trị không đọc được"),
}
"""Name of a slip -> its edit, the id that the fault names, and a piece of the message."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, tmp_path: Path) -> None:
    edits, name, message = SLIPS[slip]
    words, line = edited(edits)
    told = faults(tmp_path, words)
    assert [(fault.id, fault.line) for fault in told if message in str(fault)] == [(name, line)], "\n".join(
        map(str, told)
    )


ENUMS: dict[str, tuple[str, str, str, type[StrEnum]]] = {
    "kind of a provision": ("id: d2\n          kind: article", "id: d2\n          kind: điều¦", "d2", Kind),
    "role": ("by: {to-ban-doc: report}", "by: {to-ban-doc: reports}¦", "d5.k1.2", Role),
    "period": ("period: [ad-hoc]", "period: [adhoc]¦", "d4.k1.c.1", Period),
    "kind of a waiver": ("kind: effect", "kind: hiệu lực¦", "d7", WaiverKind),
    "block": ("block: people", "block: nhân dân¦", "ban-doc", Block),
}


@pytest.mark.parametrize("slip", ENUMS)
def test_a_word_outside_a_closed_list_is_told_with_the_whole_list(slip: str, tmp_path: Path) -> None:
    old, new, name, members = ENUMS[slip]
    words, line = edited({old: new})
    told = faults(tmp_path, words)
    assert {(fault.id, fault.line) for fault in told} == {(name, line)}
    for member in members:
        assert any(f"'{member}'" in fault.allowed for fault in told), member


def test_all_slips_are_told_at_once_in_order_of_lines(tmp_path: Path) -> None:
    slips = (
        ("kind: effect", "kind: effects"),
        ("period: [ad-hoc]", "period: [adhoc]"),
        ("    block: people", "    blcok: people"),
        ("issued: 2024-03-02", "issued: hôm qua"),
        ("- id: d2\n", "- id: D2\n"),
    )
    words = small_words()
    for old, new in slips:
        assert words.count(old) == 1
        words = words.replace(old, new)
    told = faults(tmp_path, words)
    lines = [fault.line for fault in told]
    assert lines == sorted(lines)
    assert lines == sorted(words.count("\n", 0, words.index(new)) + 1 for _, new in slips)


def test_all_broken_rules_are_told_at_once_in_order_of_lines(tmp_path: Path) -> None:
    words = (
        small_words()
        .replace("quote: Kiểm tra đột xuất phòng đọc", "quote: Kiểm tra đột xuất")
        .replace("num: '7'", "num: '8'")
    )
    told = faults(tmp_path, words.replace("quote: d2\n", "quote: d22\n"))
    assert [fault.line for fault in told] == sorted(fault.line for fault in told)
    assert {fault.id for fault in told} == {"quy-che-thu-vien-ben-may", "d4.k1.c", "d7"}


def test_a_fault_is_told_as_one_line() -> None:
    fault = Fault("regulation.yaml", 12, "d5.k8", "sai", "viết lại")
    assert str(fault) == "regulation.yaml:12: d5.k8: sai — viết lại"
    assert str(Fault("regulation.yaml", 1, "", "sai")) == "regulation.yaml:1: sai"
    error = DataError(
        [Fault("b.yaml", 1, "", "ba"), Fault("a.yaml", 9, "", "hai"), fault, Fault("a.yaml", 2, "", "một")]
    )
    assert str(error).splitlines() == ["a.yaml:2: một", "a.yaml:9: hai", "b.yaml:1: ba", str(fault)]


def test_an_alias_is_refused(tmp_path: Path) -> None:
    words, line = edited(
        {"spellings: [Tổ Bạn đọc]": "spellings: &ten [Tổ Bạn đọc]¦", "spellings: [các tổ]": "spellings: *ten"}
    )
    (fault,) = faults(tmp_path, words)
    assert "dùng bí danh YAML (& và *)" in str(fault)
    assert fault.line == line  # where the anchor stands: PyYAML keeps no other place


def test_broken_yaml_is_told_near_its_line(tmp_path: Path) -> None:
    words, line = edited({"name: Bạn đọc\n": "name: [Bạn đọc¦\n"})
    (fault,) = faults(tmp_path, words)
    assert "không đúng cú pháp YAML" in str(fault)
    assert line <= fault.line <= line + 2


def test_a_file_that_is_not_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    words, line = edited({"name: Bạn đọc\n": "name: Bạn đọc¦\n"})
    raw = words.encode().replace("name: Bạn đọc".encode(), "name: Bán doc".encode("latin-1"))
    (fault,) = faults(tmp_path, raw)
    assert (fault.line, fault.message) == (line, "tệp không phải UTF-8")


@pytest.mark.parametrize("words", ["", "# chỉ có ghi chú\n", "- một\n- hai\n", "chữ\n", "null\n"])
def test_a_file_without_a_regulation_is_refused(words: str, tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, words)
    assert (fault.line, fault.message) == (1, "tệp không có nội dung")


def test_two_documents_in_one_file_are_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, f"{small_words()}---\nid: hai\n")
    assert "không đúng cú pháp YAML" in fault.message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "khong-co.yaml"):
        with pytest.raises(DataError, match="không đọc được tệp"):
            load(path)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(small: Index, tmp_path: Path) -> None:
    words = "\ufeff" + small_words().replace("\n", "\r\n")
    assert load(written(tmp_path, words.encode())).regulation == small.regulation


def test_nfd_outside_the_text_is_brought_to_nfc(small: Index, tmp_path: Path) -> None:
    head, rest = small_words().split("\ntext:\n")
    text, rest = rest.split("\nbodies:\n")
    words = unicodedata.normalize("NFD", head) + "\ntext:\n" + text + "\nbodies:\n" + unicodedata.normalize("NFD", rest)
    assert words != small_words()
    assert load(written(tmp_path, words)).regulation == small.regulation


@pytest.mark.parametrize("piece", ["label: 'Điều 6:'", "heading: 'Nơi nhận:'", "short_title: Hiệu lực"])
def test_nfd_in_a_number_heading_or_short_title_is_refused(piece: str, tmp_path: Path) -> None:
    words, line = edited({piece: unicodedata.normalize("NFD", piece) + "¦"})
    found = [fault for fault in faults(tmp_path, words) if "không ở dạng dựng sẵn (NFC)" in fault.message]
    assert [fault.line for fault in found] == [line]


TAGS = {"bool": "!!bool có", "int": "!!int ''", "float": "!!float ''", "timestamp": "!!timestamp hôm qua"}


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_that_does_not_fit_its_value_is_told(tag: str, tmp_path: Path) -> None:
    words, line = edited({"name: Bạn đọc\n": f"name: {TAGS[tag]}¦\n"})
    (fault,) = faults(tmp_path, words)
    assert fault.line == line


def test_a_short_name_that_is_too_long_is_told_in_vietnamese(tmp_path: Path) -> None:
    words, line = edited({"short: Nhóm Thiếu nhi": "short: Nhóm Thiếu nhi của Thư viện Bến Mây¦"})
    (fault,) = faults(tmp_path, words)
    assert (fault.line, fault.id) == (line, "nhom-thieu-nhi")
    assert "quá dài — nhiều nhất 26 ký tự" in str(fault)


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, "[" * 100_000 + "]" * 100_000)
    assert fault.message == "các mục lồng nhau quá sâu"
