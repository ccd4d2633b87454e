"""The register: each slip stops the build with its line; ours says nothing that it does not know."""

from pathlib import Path

import pytest

from quyche.instruments.checking import REGISTER
from quyche.instruments.loading import load_register
from quyche.instruments.model import Assurance, Register, Standing
from quyche.regulation.index import Index
from tests.fixtures.slips import assert_told, slipped

SLIPS = {
    "unknown kind": ("kind: Quy định", "kind: Qui định", 13, "“Qui định” không có trong danh mục"),
    "unknown status": ("status: in-force", "status: valid", 20, "“valid” không có trong danh mục"),
    "unknown key": ("    source: Toàn văn\n", "    source: Toàn văn\n        known: x\n", 23, "không có mục “known”"),
    "no source": ("        source: Phần căn cứ\n", "", 5, "thiếu “source”"),
    "no such day": ("date: 2023-05-06", "date: 2023-13", 16, "“2023-13” không phải ngày"),
    "no day at all": ("date: 2023-05-06", "date: tháng 5", 16, "“tháng 5” không đúng dạng"),
    "one id twice": ("id: noi-quy-cu", "id: dieu-le", 24, "mã “dieu-le” lặp lại"),
    "one number twice": ("number: 05/2019/QĐ-HTV", "number: 12/QĐ-HTV", 24, "đã là số, tên của “noi-quy-moi”"),
    "replaces nothing": ("replaces: [noi-quy-cu]", "replaces: [noi-quy]", 19, "không có văn bản khác mã “noi-quy”"),
    "replaces itself": ("[noi-quy-cu]", "[noi-quy-moi]", 19, "không có văn bản khác mã “noi-quy-moi”"),
    "amends nothing": ("replaces: [noi-quy-cu]", "amends: [noi-quy]", 19, "không có văn bản khác mã “noi-quy”"),
    "no number": ("12-QĐ/HTV", "mười hai", 14, "không có dạng số, ký hiệu"),
    "spaces in a number": ("12-QĐ/HTV", "12 - QĐ/HTV", 14, "không có dạng số, ký hiệu"),
    "sign of another kind": ("12-QĐ/HTV", "12-QC/HTV", 14, "không mang ký hiệu của Quy định"),
    "sign of a Quy định": ("05/2019/QĐ-HTV", "05/2019/QĐi-HTV", 26, "không mang ký hiệu của Quyết định"),
    "number unknown in silence": (
        "        number: 05/2019/QĐ-HTV\n        date: 2019\n",
        "        title: Quyết định cũ\n        note: null\n",
        25,
        "văn bản không ghi số",
    ),
    "in force too early": ("in_force: 2023-06", "in_force: 2023-04", 18, "có hiệu lực trước ngày ban hành"),
    "checked too early": ("checked: 2025-01-15", "checked: 2023-01-15", 21, "kiểm trước ngày ban hành"),
    "year of the number": ("date: 2019\n", "date: 2018\n", 27, "năm 2018 khác năm trong số “05/2019/QĐ-HTV”"),
    "known without a day": ("        checked: 2025-01-15\n", "", 20, "mà không có ngày kiểm"),
    "replaces a later one": (
        "05/2019/QĐ-HTV\n        date: 2019",
        "05-QĐ/HTV\n        date: 2024",
        19,
        "ban hành sau văn bản này",
    ),
    "replaced, yet in force": ("status: ended", "status: amended", 19, "“noi-quy-cu” còn ghi “còn hiệu lực"),
    "amended, yet whole": (
        "replaces: [noi-quy-cu]\n        status: in-force",
        "amends: [dieu-le]\n        status: in-force",
        19,
        "“dieu-le” còn ghi “còn hiệu lực”",
    ),
}
ALSO = {
    "amended, yet whole": ("status: unknown", "status: in-force\n        checked: 2025-01-15"),
    "number unknown in silence": ("        note: Tên chưa rõ.\n", ""),
}
"""What else must be other for a slip to be one."""


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, small_folder: Path, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    words = slipped((small_folder / REGISTER).read_text("utf-8"), before, after)
    if slip in ALSO:
        words = slipped(words, *ALSO[slip])
        line += words.count("\n", 0, words.index("noi-quy-moi")) - 11
    path = tmp_path / REGISTER.name
    path.write_text(words, "utf-8")
    assert_told(lambda: load_register(path, small), line, message)


@pytest.fixture(scope="module")
def register(project: Path, ours: Index) -> Register:
    return load_register(project / REGISTER, ours)


def test_a_register_knows_what_changes_what(small: Index, small_folder: Path) -> None:
    register = load_register(small_folder / REGISTER, small)
    assert list(register.by_id) == ["dieu-le", "noi-quy-moi", "noi-quy-cu"]
    assert [one.name for one in register.replaced_by["noi-quy-cu"]] == ["Quy định 12-QĐ/HTV"]
    assert register.amended_by == {}
    assert register.by_id["dieu-le"].name == "Điều lệ Hội Đọc sách Bến Mây"


def test_ours_tells_nothing_unchecked_as_certain(register: Register) -> None:
    for one in register.by_id.values():
        if one.sure is Assurance.UNCHECKED:
            assert one.status is Standing.UNKNOWN or one.checked, one.id
            assert one.checked_words == "chưa kiểm được" or one.checked_words.startswith("chưa kiểm lại từ ngày ")
        else:
            assert one.checked_words.startswith("kiểm ngày "), one.id


def test_ours_calls_each_by_its_kind(register: Register) -> None:
    """Six files called these Quyết định; only the last is one."""
    kinds = {number: register.by_id[f"{number}-qd-tw"].kind for number in (366, 124, 360, 298, 299, 208, 302)}
    assert kinds == dict.fromkeys(kinds, "Quy định") | {302: "Quyết định"}
    assert register.by_id["11-qdi-tw"].number == "11-QĐi/TW"
