"""The file of other documents: each slip stops the build with its line; ours says only what is known."""

from pathlib import Path

import pytest

from quyche.lineage import Relation, load_lineage
from quyche.regulation.index import Index
from tests.fixtures.slips import assert_told, slipped

FILE = Path("docs", "luoc-do.yaml")
SLIPS = {
    "unknown relation": ("relation: basis", "relation: mother", 5, "“mother” không có trong danh mục"),
    "unknown key": ("known: Có năm phần.", "knows: Có năm phần.", 19, "không có mục “knows”"),
    "no source": ("    source: Phần căn cứ\n", "", 4, "thiếu “source”"),
    "no date": ("date: 2023-05-06", "date: tháng 5", 16, "“tháng 5” không phải ngày"),
    "lost quote": ("quote: Điều lệ Hội", "quote: Điều lệ của Hội", 8, "không có trong can-cu.p1"),
    "unknown provision": ("provision: can-cu.p1", "provision: can-cu.p9", 7, "không có điều khoản “can-cu.p9”"),
    "basis without words": (
        "    provision: can-cu.p1\n    quote: Điều lệ Hội Đọc sách Bến Mây\n",
        "",
        5,
        "phải dẫn chữ của văn bản",
    ),
    "half a quote": ("known: Có năm phần.", "provision: d1", 12, "provision và quote phải đi cùng nhau"),
    "one id twice": ("id: noi-quy-cu", "id: dieu-le", 22, "mã “dieu-le” lặp lại"),
    "replaces nothing": ("replaces: noi-quy-cu", "replaces: noi-quy", 18, "không có văn bản khác mã “noi-quy”"),
    "replaces itself": ("replaces: noi-quy-cu", "replaces: noi-quy-moi", 18, "không có văn bản khác mã “noi-quy-moi”"),
    "unchecked in silence": ("    unknown: Chưa có toàn văn.\n", "", 10, "phải nói rõ điều gì chưa biết"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, small_folder: Path, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    path = tmp_path / "luoc-do.yaml"
    path.write_text(slipped((small_folder / FILE).read_text("utf-8"), before, after), "utf-8")
    assert_told(lambda: load_lineage(path, small), line, message)


def test_good_documents_are_read(small: Index, small_folder: Path) -> None:
    lineage = load_lineage(small_folder / FILE, small)
    assert [other.id for other in lineage.of(Relation.ABOVE)] == ["noi-quy-moi", "noi-quy-cu"]
    assert lineage.of(Relation.REPLACED) == ()


def test_ours_names_what_the_text_names(project: Path, ours: Index) -> None:
    lineage = load_lineage(project / FILE, ours)
    named = {other.provision for other in lineage.of(Relation.BASIS)}
    assert {"can-cu.p1", "can-cu.p2", "can-cu.p3"} <= named
    (replaced,) = lineage.of(Relation.REPLACED)
    assert (replaced.number, replaced.provision) == ("522-QĐ/HU", "d28")
    assert lineage.of(Relation.REPLACING) == ()
    for other in lineage.documents:
        assert other.confidence == "verified" or other.unknown, other.id
