"""The settings of the comparisons on the site: every slip told with its line, in the words of an editor."""

from pathlib import Path

import pytest

from quyche.comparing.loading import load_comparisons
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from tests.fixtures.deriving import derived

GOOD = "title: Bản của xã\nother: xa/regulation.yaml\nours: old\n"


def test_a_good_file_is_read(tmp_path: Path, small: Index, small_folder: Path) -> None:
    derived(small_folder, tmp_path / "xa")
    (tmp_path / "xa-ben-may.yaml").write_text(GOOD, "utf-8")
    (found,) = load_comparisons(tmp_path, small)
    assert (found.name, found.settings.ours) == ("xa-ben-may", "old")
    assert found.other.regulation.duties == small.regulation.duties


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (GOOD.replace("old", "cũ"), "xa.yaml:3: “cũ” không có trong danh mục — được dùng: 'old', 'new'"),
        (GOOD.replace("xa/", "huyen/"), "xa.yaml:2: không có tệp “huyen/regulation.yaml”"),
        (GOOD, "Xã.yaml:1: tên tệp “Xã.yaml” không dùng được làm địa chỉ"),
        ("title: Bản của xã\n", "xa.yaml:1: thiếu “other”"),
        (f"title: Bản của xã\nother: {'x' * 5000}\nours: old\n", "xa.yaml:2: không có tệp “xxx"),
    ],
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, small: Index, small_folder: Path, words: str, told: str) -> None:
    derived(small_folder, tmp_path / "xa")
    (tmp_path / told.split(":", maxsplit=1)[0]).write_text(words, "utf-8")
    with pytest.raises(DataError) as caught:
        load_comparisons(tmp_path, small)
    assert told in str(caught.value)


def test_faults_of_the_other_regulation_are_told_with_those_of_all_files(
    tmp_path: Path, small: Index, small_folder: Path
) -> None:
    path = derived(small_folder, tmp_path / "xa")
    path.write_text(path.read_text("utf-8").replace("kind: effect", "kind: hiệu lực"), "utf-8")
    (tmp_path / "mot.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "hai.yaml").write_text("title: Hai\n", "utf-8")
    with pytest.raises(DataError) as caught:
        load_comparisons(tmp_path, small)
    assert {Path(fault.file).name for fault in caught.value.faults} == {"regulation.yaml", "hai.yaml"}
