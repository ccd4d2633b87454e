"""Each kind of text becomes the tree that it is; what is doubtful is told with its line."""

from functools import partial
from pathlib import Path

import pytest

from quyche.duties.assignment import Duties
from quyche.importer.importing import Imported, import_text
from quyche.importer.reading import RawText
from quyche.notes import Notes
from quyche.pages.rendering import renderer
from quyche.pages.whole_text import whole_text_page
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.regulation.model import Gap
from quyche.regulation.vocabulary import Kind
from tests.importer import texts
from tests.importer.texts import imported
from tests.timing import ratio, seconds, yardstick


def ids(found: Imported) -> list[str]:
    return [place.id for place in Index(found.regulation).places]


def text_of(found: Imported, provision: str) -> str | None:
    return Index(found.regulation).place[provision].provision.text


def test_a_whole_law() -> None:
    found = imported(texts.law())
    assert not found.errors
    assert not found.doubts
    assert found.counts[Kind.ARTICLE] == 91
    assert found.counts[Kind.CHAPTER] == 6
    assert found.counts[Kind.SECTION] == 6
    assert found.counts[Kind.SUBSECTION] == 2
    assert found.counts[Kind.POINT] == 13 * 7
    index = Index(found.regulation)
    assert index.place["c4.m2.t1"].provision.heading == "KỆ GỖ"
    assert index.place["c2.m1"].provision.heading == "SỔ SÁCH, KỆ SÁCH"
    assert index.place["d3"].provision.heading is None
    assert index.place["d7.k1.dd"].provision.num == "đ"
    assert found.regulation.title == "LUẬT GIỮ SÁCH Ở BẾN MÂY"
    assert found.regulation.genre == "Luật"


def test_a_text_of_180_kilobytes_takes_little_time() -> None:
    long = texts.law().replace("giữ sách loại", "giữ sách, " + "quét dọn kệ gỗ, " * 160 + "loại")
    assert len(long.encode()) > 180_000
    assert not imported(long).errors
    assert ratio(partial(seconds, lambda: imported(long)), yardstick, below=25) < 25


def test_of_a_decree_and_its_regulation_one_is_chosen() -> None:
    with pytest.raises(DataError, match=r"(?s)thử\.txt:22: tệp có 2 văn bản.*dòng 22.*QUY CHẾ GIỮ GÌN.*--text"):
        imported(texts.DECREE)
    decree = imported(texts.DECREE, 1)
    assert ids(decree) == ["can-cu.p1", "d1", "d2", "d2.p1", "d2.p2"]
    assert decree.regulation.text.signature is not None
    assert decree.regulation.text.signature.lines == ("TM. HỘI ĐỌC SÁCH", "CHỦ TỊCH", "Lê Thị Mẫu")
    regulation = imported(texts.DECREE, 2)
    assert regulation.regulation.title == "QUY CHẾ GIỮ GÌN THƯ VIỆN BẾN MÂY"
    assert ids(regulation)[:9] == ["c1", "d1", "d1.k1", "d1.k2", "d1.k2.a", "d1.k2.b", "d1.k2.c", "d1.k2.d", "d1.k2.dd"]
    assert Index(regulation.regulation).place["c2"].provision.heading == "THI HÀNH"
    assert not decree.errors
    assert not regulation.errors
    with pytest.raises(DataError, match="2 văn bản"):
        imported(texts.DECREE, 3)


def test_points_without_clauses() -> None:
    found = imported(texts.POINTS_WITHOUT_CLAUSES)
    assert not found.errors
    assert [name for name in ids(found) if name.startswith("d1.")] == ["d1.a", "d1.b", "d1.c", "d1.d", "d1.dd"]
    assert [text_of(found, name) for name in ("d2.p1", "d2.p2")] == ["Chi hội có:", "- Chi hội trưởng."]
    assert found.regulation.text.front[1] == "Số -QC/CH"
    assert found.regulation.title == "Quy chế làm việc của Chi hội"
    assert found.regulation.genre == "Quy chế"


def test_articles_without_titles_and_half_decomposed_letters() -> None:
    found = imported(texts.UNTITLED)
    assert not found.errors
    assert found.counts[Kind.ARTICLE] == 4
    articles = Index(found.regulation).articles
    assert all(place.provision.heading is None and place.provision.short_title for place in articles)
    assert text_of(found, "d2.k1.p1") == "Sách quý chỉ đọc tại chỗ."
    assert len(found.regulation.text.preamble) == 1


def test_glued_and_dotless_numbers() -> None:
    found = imported(texts.GLUED)
    assert not found.errors
    index = Index(found.regulation)
    labels = {place.id: place.provision.label for place in index.places if place.provision.label}
    assert labels == {"d1.k2": "2..", "d2": "Điều 2", "d2.k1": "1", "d2.k2": "2", "d3": "Điều 3:"}
    assert index.place["d2"].provision.heading == "Chính sách về sổ sách"
    assert text_of(found, "d1.k4") == "Thiết lập sổ mượn theo quy định tại Điều 3 của Luật này."
    assert text_of(found, "d2.k2.p1") == "10 năm là đủ."
    assert text_of(found, "d3.p1") == "Sách trả tại bàn thủ thư."
    assert {finding.line for finding in found.doubts} >= {13, 14}
    assert index.place["c1.m1"].provision.heading == "SỔ SÁCH"


def test_lines_broken_at_a_width_and_page_numbers() -> None:
    found = imported(texts.WRAPPED)
    assert not found.errors
    assert found.pages == ((8, "2"), (17, "- 3 -"))
    index = Index(found.regulation)
    assert str(text_of(found, "d1")).endswith("để sách lại Kệ số Một khi đọc xong.")
    assert str(index.place["d2"].provision.heading).endswith("giữ gìn kho sách của Thư viện Bến Mây")
    assert [place.id for place in index.within(index.place["d2"].provision)] == ["d2", "d2.k1", "d2.k2", "d2.k3"]
    assert str(text_of(found, "d2.k2")).endswith("không gấp trang, không viết vào sách.")


@pytest.mark.parametrize("text", ["", "\n\n", "QUY CHẾ\nVề việc giữ sách", texts.NO_ARTICLES])
def test_a_text_without_articles_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(DataError, match=r"thử\.txt:1: văn bản không có Điều nào"):
        imported(text)


def test_an_article_in_a_sample_form_makes_no_text_of_articles() -> None:
    form = texts.NO_ARTICLES + "\n".join(f"Dòng thứ {n} của mẫu." for n in range(80)) + "\nĐiều 1. Mẫu\nNội dung.\n"
    with pytest.raises(DataError, match="không có Điều nào"):
        imported(form)


@pytest.mark.parametrize(
    ("lines", "line", "told"),
    [
        (("Điều 1. A.", "Điều 3. B."), 2, "Thiếu Điều 2: sau Điều 1 là Điều 3"),
        (("Điều 2. A.",), 1, "Thiếu Điều 1: Điều đầu tiên là 2"),
        (("Điều 1. A.", "Điều 2. B.", "Điều 2. C."), 3, "Điều 2 lặp lại"),
        (("Điều 1. A.", "Điều 1a. B.", "Điều 1a. C."), 3, "Điều 1a lặp lại"),
        (("Chương I", "A", "Điều 1. B.", "2. C."), 4, "Thiếu khoản 1 của Điều 1 Chương I: khoản đầu tiên là 2"),
        (("Điều 1. Tên", "1. A.", "3. B."), 3, "Thiếu khoản 2 của Điều 1: sau khoản 1 là khoản 3"),
        (("Điều 1. Tên", "1. A.", "1. B."), 3, "Khoản 1 của Điều 1 lặp lại"),
        (("Điều 1. Tên", "1. A:", "a) B;", "c) C;"), 4, "Thiếu điểm b của khoản 1 Điều 1"),
        (("Điều 1. Tên", "1. A:", "1.1. B;", "1.3. C;"), 4, "Thiếu điểm 1.2 của khoản 1 Điều 1"),
        (("Chương I", "A", "Điều 1. B.", "Chương III", "C", "Điều 2. D."), 4, "Thiếu Chương"),
    ],
)
def test_gaps_and_repeats_are_errors_that_name_the_place(lines: tuple[str, ...], line: int, told: str) -> None:
    errors = imported("\n".join(lines)).errors
    assert [(error.line, told in error.message) for error in errors] == [(line, True)], errors


def test_chapters_may_run_on_from_part_to_part() -> None:
    text = "PHẦN THỨ NHẤT\nMỞ ĐẦU\nChương I\nA\nĐiều 1. B.\nPHẦN THỨ HAI\nVIỆC\nChương II\nC\nĐiều 2. D.\n"
    found = imported(text)
    assert not found.errors
    assert ids(found) == ["ph1", "ph1.c1", "d1", "ph2", "ph2.c2", "d2"]


def test_what_stands_between_a_heading_and_its_articles_is_kept_and_told() -> None:
    found = imported("Chương I\nVIỆC CHUNG\nMấy lời dặn thêm.\nĐiều 1. Giữ sách.\n")
    assert Index(found.regulation).place["c1"].provision.heading == "VIỆC CHUNG Mấy lời dặn thêm."
    assert [(doubt.line, "đứng giữa" in doubt.message) for doubt in found.doubts] == [(3, True)]


def test_a_declared_gap_is_told_on_the_page_of_the_whole_text(tmp_path: Path) -> None:
    text = texts.law(20)
    start, end = text.index("Điều 12."), text.index("Điều 13.")
    raw = text[:start] + text[end:]
    gap = Gap(missing="d12", reason="Điều 12 đã bị bãi bỏ.")
    source = RawText("thử.txt", raw.encode(), raw, is_markdown=False, notes=())
    found = import_text(source, texts.DAY, None, (gap,))
    assert not found.errors
    duties = Duties(Index(found.regulation))
    shown = whole_text_page(renderer(duties, tmp_path), Notes()).html
    assert '<div class="edit"><p class="by">Biên tập</p><p>Điều 12 đã bị bãi bỏ.</p></div>' in shown
