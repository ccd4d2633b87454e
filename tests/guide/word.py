"""A fictitious regulation as Word files: as the editors' guide begins with it, mended, and in a later version."""

from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH

FRONT = ("HỘI ĐỌC SÁCH BẾN MÂY", "QUY CHẾ", "Giữ gìn Thư viện Bến Mây")
BODY = """\
Căn cứ Điều lệ Hội Đọc sách Bến Mây;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc giữ gìn Thư viện Bến Mây.
Chương II
TRÁCH NHIỆM
Điều 2. Ban Quản thư
1. Chủ trì kiểm kê kho sách hằng quý, báo cáo Hội đồng Thư viện.
2. Kịp thời tu sửa sách hỏng.
Điều 3. Hội đồng Thư viện
1. Chỉ đạo Ban Quản thư giữ gìn kho sách.
2. Tiếp nhận, giải quyết ý kiến bạn đọc.
Điều 4. Tổ Bạn đọc
Tổ Bạn đọc vận động bạn đọc tặng sách; định kỳ hằng năm báo cáo Ban Quản thư.
Điều 5. Hiệu lực
Quy chế này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Hội Đọc sách Bến Mây (để báo cáo);
- Lưu.
TM. HỘI ĐỒNG THƯ VIỆN
CHỦ TỊCH
Lê Thị Mẫu
"""
SLIP = ("2. Kịp thời", "3. Kịp thời")
"""A clause with the wrong number, as it happens in typed texts."""
NEXT = ("kiểm kê kho sách hằng quý", "kiểm kê kho sách hằng tháng")
"""What the later version changes."""


def write_first(path: Path) -> None:
    """Write the file as somebody typed it: with the slip."""
    _write(path, BODY.replace(*SLIP))


def write_mended(path: Path) -> None:
    """Write it with the slip mended."""
    _write(path, BODY)


def write_later(path: Path) -> None:
    """Write the later version."""
    _write(path, BODY.replace(*NEXT))


def _write(path: Path, body: str) -> None:
    document = docx.Document()
    for line in FRONT:
        paragraph = document.add_paragraph(line)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in body.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
