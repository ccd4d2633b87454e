"""Fictitious texts, made here: each kind of text that an importer meets, and what must come of it."""

from datetime import date

from quyche.importer.importing import Imported, import_text
from quyche.importer.reading import RawText
from quyche.regulation.fidelity import carrier_text

DAY = date(2025, 1, 15)

DECREE = """\
HỘI ĐỌC SÁCH

NGHỊ ĐỊNH
Ban hành Quy chế giữ gìn Thư viện Bến Mây

Căn cứ Điều lệ Hội Đọc sách;

Điều 1. Ban hành kèm theo Nghị định này Quy chế giữ gìn Thư viện Bến Mây.

Điều 2. Nghị định này có hiệu lực từ ngày ký.

Các tổ chịu trách nhiệm thi hành.

Nơi nhận:
- Các tổ;
- Lưu: VT.

TM. HỘI ĐỌC SÁCH
CHỦ TỊCH
Lê Thị Mẫu

QUY CHẾ GIỮ GÌN THƯ VIỆN BẾN MÂY
(Kèm theo Nghị định của Hội Đọc sách)

Chương I - VIỆC CHUNG

Điều 1. Phạm vi

1. Quy chế này quy định việc giữ gìn Thư viện.

2. Ban Quản thư làm các việc sau:
   - a) Ghi sổ;
   - b) Quét dọn;
   - c) Khoá cửa;
   - d) Tắt đèn;
   - đ) Trực đêm.

Điều 2. Các tổ

Các tổ giữ trật tự.

Chương II - THI HÀNH

Điều 3. Hiệu lực

Quy chế này có hiệu lực từ ngày ký.
"""

POINTS_WITHOUT_CLAUSES = """\
CHI HỘI BẾN MÂY
*
Số      -QC/CH

QUY CHẾ
Quy chế làm việc của Chi hội
-----

- Căn cứ Điều lệ Hội;

Chương I
QUY ĐỊNH CHUNG
Điều 1. Nguyên tắc
a) Làm việc tập thể.
b) Giữ lời hứa.
c) Trả sách đúng hẹn.
d) Không nói to.
đ) Không ăn quà.
Điều 2. Cơ cấu
Chi hội có:
- Chi hội trưởng.
- Chi hội phó.

Nơi nhận:
- Lưu.

T/M CHI HỘI
CHI HỘI TRƯỞNG

[họ và tên]
"""

UNTITLED = """\
ĐIỀU LỆ
HỘI ĐỌC SÁCH

LỜI NÓI ĐẦU
Trải qua nhiều mùa nước lớn, người Bến Mây vẫn giữ được kho sách, và vì vậy bạn đọc cùng nhau đặt ra điều lệ này \
để sách được giữ gìn, để người đọc có chỗ ngồi, để trẻ nhỏ có chuyện nghe, và để ai mượn thì ai cũng trả.
Chương I.
VIỆC CHUNG
Điều 1.
Hội là của mọi bạn đọc Bến Mây, do bạn đọc lập ra và cùng nhau gìn giữ qua các mùa nước.
Điều 2.
1. Bạn đọc được mượn sách.
Sách quý chỉ đọc tại chỗ.
2. Bạn đọc phải trả sách.
Đie\u0302\u0300u 3.
Hội họp mỗi năm một lần để nghe báo cáo về kho sách, bầu người trông coi và bàn việc năm sau.
Điều 4.
1. Ai cũng được góp ý.

CHỦ TỊCH HỘI

Lê Thị Mẫu
"""

GLUED = """\
LUẬT
GIỮ SÁCH
Chương I
VIỆC CHUNG
Điều 1.Phạm vi giữ sách
1.Giữ sách là việc chung.
2..Sách là của mọi người.
3. Ai mượn thì trả.
4.Thiết lập sổ mượn theo quy định tại
Điều 3 của Luật này.
Mục 1: SỔ SÁCH
Điều 2 Chính sách về sổ sách
1 Sổ ghi bằng tay.
2 Sổ giữ mười năm.
10 năm là đủ.
Điều 3:Việc trả sách
Sách trả tại bàn thủ th\u00adư.
"""

WRAPPED = """\
                             QUY CHẾ
                    Giữ gìn Thư viện Bến Mây

Điều 1. Thư viện là của chung, ai cũng được vào đọc, ai cũng phải
giữ gìn. Bạn đọc vào thư viện thì đi nhẹ, nói khẽ và để sách lại
Kệ số Một khi đọc xong.

                                2

Điều 2. Ban Quản thư và Tổ Bạn đọc cùng nhau giữ gìn kho sách của
Thư viện Bến Mây

1. Ban Quản thư ghi sổ hằng tháng, đối chiếu với sổ của năm trước,
2. Tổ Bạn đọc nhắc nhau trả sách đúng hẹn, không gấp trang, không
viết vào sách.

                              - 3 -

3. Hai bên họp khi cần thiết để bàn việc sửa mái, lợp lại chái nhà
phía đông và quét vôi tường.
"""

NO_ARTICLES = """\
Phụ lục I
THỂ THỨC
Phần I
QUY ĐỊNH CHUNG
I. KHỔ GIẤY
1. Khổ giấy A4.
2. Theo quy định tại Điều 5 của Quy chế.
a) In một mặt.
"""


def law(articles: int = 91) -> str:
    """Return a law of six chapters with sections and subsections, some articles with points, some with paragraphs."""
    lines = ["HỘI ĐỌC SÁCH", "Luật số: 00/SÁCH", "", "LUẬT", "GIỮ SÁCH Ở BẾN MÂY", ""]
    section = subsection = 0
    for number in range(1, articles + 1):
        chapter, place = divmod(number - 1, 16)
        if place == 0:
            lines += [f"Chương {('I', 'II', 'III', 'IV', 'V', 'VI')[chapter]}", f"VIỆC THỨ {chapter + 1}", ""]
            section = 0
        if chapter in (1, 2, 3) and place in (0, 8):
            section += 1
            subsection = 0
            lines += [f"Mục {section}", "SỔ SÁCH,", "KỆ SÁCH", ""]
        if chapter == 3 and place in (8, 11):
            subsection += 1
            lines += [f"Tiểu mục {subsection}", "KỆ GỖ", ""]
        lines += _article(number)
    return "\n".join(lines) + "\n"


def _article(number: int) -> list[str]:
    head = f"Điều {number}. Việc giữ sách thứ {number}"
    if number % 7 == 3:
        return [f"Điều {number}. Tổ Bạn đọc số {number} định kỳ hằng năm kiểm kê kho sách và báo cáo Ban Quản thư.", ""]
    if number % 7 == 5:
        return [head, "Hội đồng Thư viện phối hợp với Tổ Bạn đọc mở ngày hội.", "Sách quý để riêng.", ""]
    points = [f"{letter}) Ban Quản thư ghi sổ loại {letter};" for letter in "abcdđeg"] if number % 7 == 0 else []
    return [
        head,
        f"1. Ban Quản thư chủ trì, phối hợp với Hội đồng Thư viện giữ sách loại {number} hằng quý.",
        *points,
        "2. Hội đồng Thư viện chỉ đạo Ban Quản thư; kịp thời giải quyết ý kiến bạn đọc.",
        "",
    ]


def imported(text: str, chosen: int | None = None, *, is_markdown: bool = False) -> Imported:
    """Return what comes of ``text``."""
    source = RawText("thử.txt", text.encode(), carrier_text(text), is_markdown=is_markdown, notes=())
    return import_text(source, DAY, chosen)
