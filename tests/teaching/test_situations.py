"""The situations: quotes, points, citations are checked; ours are a dozen and more."""

from pathlib import Path

import pytest

from quyche.pages.testing import points_words
from quyche.project import SITUATIONS
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.teaching.situations import Situations, load_situations
from tests.fixtures.slips import assert_told, slipped

GOOD = """\
situations:
  - id: th1
    title: Sách ẩm
    story:
      - Kho sách bị dột.
    questions:
      - text: Ai làm gì?
        expected:
          - provision: d3.k1
            quote: kịp thời tu sửa sách hỏng
        guide:
          - text: Nêu khoản 1 Điều 3
            points: 7.5
          - text: Nêu việc cần làm
            points: 2.5
"""
SLIPS = {
    "lost quote": ("quote: kịp thời tu sửa", "quote: kịp thời mua", 10, "không có trong d3.k1"),
    "unknown provision": ("provision: d3.k1", "provision: d3.k8", 9, "không có điều khoản “d3.k8”"),
    "points that do not add up": ("points: 7.5", "points: 7", 2, "tổng điểm của tình huống là 9.5"),
    "points in thirds": ("points: 7.5", "points: 7.3", 13, "“7.3” không phải số được dùng ở đây"),
    "citation of nothing": ("Nêu khoản 1 Điều 3", "Nêu khoản 1 Điều 30", 12, "không có Điều 30"),
    "unknown key": ("story:", "tale:", 4, "không có mục “tale”"),
}


def load(folder: Path, words: str, index: Index) -> Situations:
    path = folder / "tinh-huong.yaml"
    path.write_text(words, "utf-8")
    return load_situations(path, index)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(slip: str, small: Index, tmp_path: Path) -> None:
    before, after, line, message = SLIPS[slip]
    assert_told(lambda: load(tmp_path, slipped(GOOD, before, after), small), line, message)


def test_an_id_twice_is_told(small: Index, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="mã “th1” lặp lại"):
        load(tmp_path, GOOD + GOOD.removeprefix("situations:\n"), small)


def test_a_good_file_is_read(small: Index, tmp_path: Path) -> None:
    (situation,) = load(tmp_path, GOOD, small).all
    assert situation.points == pytest.approx(10)
    assert [points_words(criterion.points) for criterion in situation.questions[0].guide] == ["7,5", "2,5"]


def test_ours_are_a_dozen_with_provisions_and_points(project: Path, ours: Index) -> None:
    situations = load_situations(project / SITUATIONS, ours).all
    assert len(situations) >= 12
    assert {situation.points for situation in situations} == {10}
    cited = {e.provision for s in situations for q in s.questions for e in q.expected}
    assert len({place.article.id for provision in cited if (place := ours.place[provision]).article}) >= 15
