"""``checklists/``: every slip is told with its line; what is allowed is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quyche.checklists.setup import load_setup
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index

SLIPS: dict[str, tuple[str, str, str, str]] = {
    "unknown basis": ("checklist.yaml", "basis: d27", "basis: d99", "không có điều khoản “d99”"),
    "state twice": ("checklist.yaml", "- id: partly", "- id: done", "“done” lặp lại"),
    "no state is done": (
        "checklist.yaml",
        "counts_as_done: true",
        "counts_as_done: false",
        "đúng một mức counts_as_done",
    ),
    "points of no duty": ("checklist.yaml", "most: {}", "most: {d99.k1.1: 5}", "không có nhiệm vụ “d99.k1.1”"),
    "unknown key": ("checklist.yaml", "rating: theo", "ratings: theo", "không có mục “ratings”"),
    "unknown family": ("letterheads.yaml", "family: armed", "family: navy", "không có kiểu “navy”"),
    "unknown body": ("letterheads.yaml", "[hdnd-huyen]", "[hdnd-xa]", "“hdnd-xa” không phải cơ quan có phiếu"),
    "unknown blank": ("letterheads.yaml", "TỈNH ĐOÀN {province}", "TỈNH ĐOÀN {tinh}", "không có chỗ trống {tinh}"),
    "letterhead twice": ("letterheads.yaml", "- id: van-phong\n", "- id: ban-dan-van\n", "mã “ban-dan-van” lặp lại"),
}


@pytest.fixture
def copied(project: Path, tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Return a way to copy our set-up with one edit."""

    def copy(file: str, before: str, after: str) -> Path:
        for name in ("checklist.yaml", "letterheads.yaml"):
            words = (project / "checklists" / name).read_text("utf-8")
            if name == file:
                assert before in words
                words = words.replace(before, after, 1)
            (tmp_path / name).write_text(words, "utf-8")
        return tmp_path

    return copy


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told(slip: str, ours: Index, copied: Callable[[str, str, str], Path]) -> None:
    file, before, after, message = SLIPS[slip]
    folder = copied(file, before, after)
    with pytest.raises(DataError) as caught:
        load_setup(folder, ours)
    told = [fault for fault in caught.value.faults if message in fault.message]
    assert told, str(caught.value)
    assert told[0].file.endswith(file)
    assert told[0].line > 1


def test_a_body_without_a_letterhead_is_told(ours: Index, copied: Callable[[str, str, str], Path]) -> None:
    folder = copied("letterheads.yaml", "bodies: [ubmttq-huyen]", "bodies: [hdnd-huyen]")
    with pytest.raises(DataError, match="“ubmttq-huyen” chưa có phần đầu nào"):
        load_setup(folder, ours)


def test_faults_of_both_files_come_at_once(ours: Index, tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_setup(tmp_path, ours)
    assert {Path(fault.file).name for fault in caught.value.faults} == {"checklist.yaml", "letterheads.yaml"}
