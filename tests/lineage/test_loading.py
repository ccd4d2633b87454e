"""The file of other documents: each slip stops the build with its line; ours says how each stands to the text."""

from pathlib import Path

import pytest

from quyche.instruments.checking import REGISTER
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.lineage import Relation, load_lineage
from quyche.regulation.index import Index
from tests.fixtures.slips import assert_told, slipped

FILE = Path("docs", "luoc-do.yaml")
SLIPS = {
    "unknown relation": ("relation: basis", "relation: mother", 5, "“mother” không có trong danh mục"),
    "unknown key": ("known: Có năm phần.", "number: 12-QĐ/HTV", 11, "không có mục “number”"),
    "no relation": ("    relation: basis\n", "", 4, "thiếu “relation”"),
    "known by whom": ("    source: Toàn văn\n", "", 9, "điều đã biết mà không có nguồn"),
    "lost quote": ("quote: Điều lệ Hội", "quote: Điều lệ của Hội", 7, "không có trong can-cu.p1"),
    "unknown provision": ("provision: can-cu.p1", "provision: can-cu.p9", 6, "không có điều khoản “can-cu.p9”"),
    "basis without words": (
        "    provision: can-cu.p1\n    quote: Điều lệ Hội Đọc sách Bến Mây\n",
        "",
        5,
        "phải dẫn chữ của văn bản",
    ),
    "half a quote": ("known: Có năm phần.", "provision: d1", 9, "provision và quote phải đi cùng nhau"),
    "one document twice": ("document: noi-quy-cu", "document: dieu-le", 14, "mã “dieu-le” lặp lại"),
    "not in the register": ("document: noi-quy-cu", "document: noi-quy", 14, "không có văn bản “noi-quy”"),
    "unchecked in silence": ("    unknown: Chưa có toàn văn.\n", "", 4, "phải nói rõ điều gì chưa biết"),
}


@pytest.fixture(scope="module")
def register(small_folder: Path, small: Index) -> Register:
    return load_register(small_folder / REGISTER, small)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(
    slip: str, small: Index, small_folder: Path, register: Register, tmp_path: Path
) -> None:
    before, after, line, message = SLIPS[slip]
    path = tmp_path / "luoc-do.yaml"
    path.write_text(slipped((small_folder / FILE).read_text("utf-8"), before, after), "utf-8")
    assert_told(lambda: load_lineage(path, small, register), line, message)


def test_good_documents_are_read(small: Index, small_folder: Path, register: Register) -> None:
    lineage = load_lineage(small_folder / FILE, small, register)
    assert [other.document for other in lineage.of(Relation.ABOVE)] == ["noi-quy-moi", "noi-quy-cu"]
    assert lineage.of(Relation.REPLACED) == ()


def test_ours_names_what_the_text_names(project: Path, ours: Index) -> None:
    lineage = load_lineage(project / FILE, ours, load_register(project / REGISTER, ours))
    named = {other.provision for other in lineage.of(Relation.BASIS)}
    assert {"can-cu.p1", "can-cu.p2", "can-cu.p3"} <= named
    (replaced,) = lineage.of(Relation.REPLACED)
    assert (replaced.document, replaced.provision) == ("522-qd-hu", "d28")
    assert lineage.of(Relation.REPLACING) == ()
    for other in lineage.documents:
        assert other.confidence == "verified" or other.unknown, other.document
