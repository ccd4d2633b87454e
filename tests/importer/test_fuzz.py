"""Random mixes of lines: never a traceback, never a lost word, and what is written can be loaded as it is."""

import re
from collections import Counter
from datetime import date

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quyche.importer.importing import Imported, import_text
from quyche.importer.reading import RawText
from quyche.importer.report import report
from quyche.importer.writing import regulation_yaml
from quyche.regulation.faults import DataError
from quyche.regulation.fidelity import carrier_text, printed_lines, repaired, text_differences
from quyche.regulation.index import Index
from quyche.regulation.model import Regulation
from quyche.vietnamese.letters import words

DAY = date(2025, 1, 15)
HEADS = (
    "Chương I", "CHƯƠNG 2: VIỆC CHUNG", "Mục 1", "MỤC II. CÁC TỔ", "Tiểu mục 1", "PHẦN THỨ NHẤT", "Phần I - MỞ ĐẦU",
    "Chương X.",
    "Điều 1. Phạm vi", "Điều 2: Mọi tổ giữ sách.", "ĐIỀU 3", "Điều 4 Ban Quản thư", "Điều 5.Tổ Bạn đọc",
    "### **Điều 6. Tổ**", "Điều 9a. Thêm",
    "Điều 1. Quy chế này có hiệu lực.", "XÃ HỘI**Điều 7. Tổ**", "hết câu.Chương II",
)  # fmt: skip
ITEMS = (
    "1. Giữ sách.", "2.Trả sách", "3- Quét dọn;", "1) Mở cửa", "2..Đóng cửa.", "2.1. Ghi sổ", "2.2 Rà soát.",
    "1.500 cuốn sách", "4 Người trực.",
    "a) Kệ sách;", "b. Bàn ghế;", "đ) Tủ", "   - a) Sách cũ", "e)Sách mới", "f) Lạ", "1.", "a)", "5. ", "a)b)c)",
    "1)1)1",
)  # fmt: skip
PLAIN = (
    "QUY CHẾ", "- Căn cứ Điều lệ Hội;", "Theo đề nghị của tổ,", "Bạn đọc giữ gìn sách (*sách quý*)",
    "cùng nhau trả sách.", "theo quy định tại",
    "Điều 5 của Quy chế này, và", "Điều 5. Của", "khoản 1 Điều 2.", "Nơi nhận:", "Nơi nhận: - Các tổ;", "- Lưu.",
    "TM. HỘI ĐỒNG", "CHỦ TỊCH", "Lê Thị Mẫu",
    "-----", "* * *", "2", "- 3 -", "Trang 4", "", "", "  ", "**", "*", "__", "# ", "> trích",
    "Các tổ trư\u00adởng\u200b họp", "Ca\u0302\u0300n\u00a0thie\u0302\u0301t",
    "\ufeffBOM", "\x00\x07", "a\x0cb", "x\u2028y", "\\- lạ \\*", "“Điều 8. Trích", "[họ và tên]", "...",
    "Số:   /QĐ", "😀 sách", "\ue000 sách", "*a* **b** *c",
)  # fmt: skip
LINES = st.one_of(st.sampled_from(HEADS), st.sampled_from(ITEMS), st.sampled_from(PLAIN), st.text(max_size=30))
MIXES = st.lists(LINES, max_size=40).map("\n".join)


def imported(text: str, *, is_markdown: bool, chosen: int | None = None) -> Imported | DataError:
    source = RawText("lẫn.txt", text.encode(), carrier_text(text), is_markdown=is_markdown, notes=())
    try:
        return import_text(source, DAY, chosen)
    except DataError as error:
        return error


def check_nothing_lost(found: Imported) -> None:
    raw = carrier_text(found.data.decode())
    index = Index(found.regulation)
    assert text_differences(index, raw) == ()
    shown = Counter(words(" ".join(line.text for line in printed_lines(index))))
    assert shown == Counter(words(repaired(raw, found.regulation.source)))
    dropped = Counter(words(" ".join(page for _, page in found.pages)))
    visible = "".join(letter for letter in raw if letter.isprintable() or letter.isspace())
    loose = "".join(letter if letter.isalnum() else "" for letter in visible)
    kept = "".join(letter for line in printed_lines(index) for letter in line.text if letter.isalnum())
    assert len(loose) == len(kept) + sum(len(word) * count for word, count in dropped.items())
    assert Regulation.model_validate(yaml.safe_load(regulation_yaml(found.regulation))) == found.regulation
    assert report(found)


@settings(max_examples=250, deadline=None)
@given(MIXES, st.booleans(), st.sampled_from((None, 1, 2)))
def test_no_mix_of_lines_breaks_it_or_loses_a_word(text: str, is_markdown: bool, chosen: int | None) -> None:  # noqa: FBT001 -- hypothesis gives by place
    found = imported(text, is_markdown=is_markdown, chosen=chosen)
    if isinstance(found, DataError):
        assert re.match(r"lẫn\.txt:\d+: (văn bản không có Điều nào|tệp có \d+ văn bản)", str(found))
    else:
        check_nothing_lost(found)
