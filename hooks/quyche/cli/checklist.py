"""``quyche checklist``: the sheets of one's own unit and year as files, blank or with what a saved record says."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.files import writers
from quyche.checklists.filling import filled
from quyche.checklists.record import Assessment, AssessmentRecord
from quyche.checklists.setup import load_setup
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.project import CHECKLISTS, REGULATION
from quyche.regulation.loading import load

NAME = "checklist"
HELP = "tạo phiếu tự đánh giá mang tên đơn vị, năm, phần đầu của mình"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the body, a saved record, the year, the unit, the letterhead and the names of places."""
    parser.add_argument("body", metavar="CƠ-QUAN", help="mã cơ quan trong regulation.yaml")
    parser.add_argument(
        "--record", type=Path, metavar="TỆP", help="tệp phiếu đã lưu từ trang thông tin (.json): tạo phiếu đã điền"
    )
    parser.add_argument("--year", type=int, metavar="NĂM", help="năm đánh giá; để trống thì chừa chỗ ghi")
    parser.add_argument("--unit", metavar="TÊN", help="tên đơn vị")
    parser.add_argument("--letterhead", metavar="MÃ", help="in phần đầu theo thể thức thay cho dạng phụ lục")
    for name, words in (
        ("province", "tỉnh"),
        ("district", "huyện"),
        ("commune", "xã, thị trấn (ghi cả chữ xã, thị trấn)"),
    ):
        parser.add_argument(f"--{name}", metavar="TÊN", help=f"tên {words}, để ghi vào phần đầu")
    parser.add_argument(
        "--output", type=Path, default=Path(), metavar="THƯ-MỤC", help="thư mục ghi tệp; mặc định: thư mục này"
    )


def run(options: argparse.Namespace) -> int:
    """Write the sheets; a wrong body or letterhead is answered with the ones there are, a record with what is wrong."""
    index = load(REGULATION)
    setup = load_setup(CHECKLISTS, index)
    bodies = {body.id: body for body in checklist_bodies(index)}
    if options.body not in bodies:
        return _wrong(f"không có phiếu của “{options.body}”", bodies)
    letterheads = {letterhead.id: letterhead for letterhead in setup.letterheads_of(options.body)}
    if options.letterhead is not None and options.letterhead not in letterheads:
        return _wrong(f"“{options.body}” không có phần đầu “{options.letterhead}”", letterheads)
    try:
        found = _assessment(options)
    except (OSError, ValueError) as error:
        print(f"quyche checklist: {options.record}: {error}", file=sys.stderr)
        return 2
    sheet = filled(worded(build_checklist(Duties(index), setup, bodies[options.body]), setup), found)
    options.output.mkdir(parents=True, exist_ok=True)
    for name, write in writers(setup).items():
        path = options.output / name
        path.write_bytes(write(sheet))
        print(path)
    return 0


def _assessment(options: argparse.Namespace) -> Assessment:
    """Return what fills the sheet: the saved record, if any, and over it what was given."""
    kept = _record(options) if options.record else Assessment()
    names = {"name": options.unit} | {name: getattr(options, name) for name in ("province", "district", "commune")}
    unit = kept.unit.model_copy(update={name: words for name, words in names.items() if words})
    given = {"year": options.year, "letterhead": options.letterhead}
    return kept.model_copy(update={"unit": unit} | {name: value for name, value in given.items() if value})


def _record(options: argparse.Namespace) -> AssessmentRecord:
    try:
        record = AssessmentRecord.model_validate_json(options.record.read_bytes())
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"])) or "cả tệp"
        raise ValueError(f"không phải phiếu đã lưu từ trang thông tin, hoặc có chỗ không đúng ({where})") from error
    if record.body != options.body:
        raise ValueError(f"là phiếu của “{record.body}”, không phải của “{options.body}”")
    return record


def _wrong(words: str, allowed: Iterable[str]) -> int:
    print(f"quyche checklist: {words}. Chọn một trong: {', '.join(allowed)}.", file=sys.stderr)
    return 2
