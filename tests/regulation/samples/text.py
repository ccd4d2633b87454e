"""Bad samples of the checks in `text`."""

import unicodedata

from quyche.regulation.checks import text
from tests.regulation.samples.sample import Sample

SAMPLES = (
    Sample(
        text.unique_provision_ids,
        {"- id: d3.k2.2\n                      kind: point\n": "- id: d3.k2.1¦\n                      kind: point\n"},
        "d3.k2.1",
        "mã “d3.k2.1” lặp lại — mỗi mã chỉ dùng một lần",
    ),
    Sample(
        text.ids_follow_numbers,
        {
            "- id: d4.k1.dd\n": "- id: d4.k1.e¦\n",
            "provision: d4.k1.dd": "provision: d4.k1.e",
            "- id: d4.k1.dd.1": "- id: d4.k1.e.1",
        },
        "d4.k1.e",
        "mã “d4.k1.e” không khớp với số và vị trí — phải là “d4.k1.dd”",
    ),
    Sample(text.ids_follow_numbers, {"- id: can-cu.p2": "- id: can-cu.p3¦"}, "can-cu.p3", "phải là “can-cu.p2”"),
    Sample(text.ids_follow_numbers, {"- id: c2.m2": "- id: m2¦"}, "m2", "phải là “c2.m2”"),
    Sample(
        text.ids_follow_numbers,
        {"- id: d1.p2": "- id: d1.p4¦", "provision: d1.p2": "provision: d1.p4"},
        "d1.p4",
        "phải là “d1.p2”",
    ),
    Sample(
        text.provisions_nest,
        {"id: c2.m2\n          kind: section": "id: c2.m2\n          kind: subsection¦"},
        "c2.m2",
        "Tiểu mục không đặt được trong Chương — được đặt: Mục, Điều",
    ),
    Sample(
        text.provisions_nest,
        {"id: can-cu.p1\n      kind: paragraph": "id: can-cu.p1\n      kind: clause¦\n      num: '1'"},
        "can-cu.p1",
        "khoản không đặt được ở ngoài cùng — được đặt: đoạn",
    ),
    Sample(
        text.provisions_have_words,
        {
            "text: Tổ Bạn đọc vận động": "heading: Tổ Bạn đọc vận động",
            "- id: d5.k1\n": "- id: d5.k1¦\n",
        },
        "d5.k1",
        "không có lời văn nào — ghi text hoặc children",
    ),
    Sample(
        text.provisions_have_words,
        {"                      num: b\n": "", "- id: d4.k1.b\n": "- id: d4.k1.b¦\n"},
        "d4.k1.b",
        "điểm thiếu số (num)",
    ),
    Sample(
        text.provisions_have_words,
        {"      heading: NHỮNG ĐIỀU CHUNG\n": "      heading: NHỮNG ĐIỀU CHUNG\n      text: Lời thừa¦\n"},
        "c1",
        "Chương không có lời văn riêng — dùng heading",
    ),
    Sample(
        text.numbers_run,
        {"num: c\n": "num: d¦\n", "num: d\n": "num: c\n"},
        "d4.k1.c",
        "số “d” không liền sau điểm 2 — số tiếp theo phải là 3, hoặc ghi ở gaps",
    ),
    Sample(
        text.numbers_run,
        {"num: '7'": "num: '9'¦"},
        "d7",
        "số “9” không liền sau Điều 6 — số tiếp theo phải là 7, hoặc ghi ở gaps",
    ),
    Sample(
        text.numbers_run,
        {"num: I\n": "num: II¦\n"},
        "c1",
        "số “II” không liền ở Chương đầu tiên — số tiếp theo phải là 1, hoặc ghi ở gaps",
    ),
    Sample(text.numbers_run, {"num: '2.2'": "num: hai¦"}, "d3.k2.2", "không đọc được số “hai”"),
    Sample(
        text.gaps_are_missing,
        {"\nbodies:\n": "\ngaps:\n  - missing: d6¦\n    reason: Điều 6 đã bị bãi bỏ.\n\nbodies:\n"},
        "quy-che-thu-vien-ben-may",
        "“d6” có trong văn bản — chỉ ghi số mà văn bản bỏ trống",
    ),
    Sample(
        text.text_is_nfc,
        {"text: Bạn đọc tự giác": unicodedata.normalize("NFD", "text: Bạn đọc tự giác") + "¦"},
        "d1.p2",
        "không ở dạng dựng sẵn (NFC) — gõ lại bằng Unicode dựng sẵn",
    ),
    Sample(
        text.text_is_nfc,
        {"heading: CÁC TỔ VÀ": "heading: " + unicodedata.normalize("NFD", "CÁC") + " TỔ VÀ¦"},
        "c2.m2",
        "(NFC)",
    ),
    Sample(
        text.text_is_nfc,
        {"    - QUY CHẾ\n": "    - " + unicodedata.normalize("NFD", "QUY CHẾ") + "¦\n"},
        "quy-che-thu-vien-ben-may",
        "(NFC)",
    ),
    Sample(
        text.text_is_nfc,
        {"'- Các tổ,'": unicodedata.normalize("NFD", "'- Các tổ,'") + "¦"},
        "quy-che-thu-vien-ben-may",
        "(NFC)",
    ),
    Sample(
        text.text_is_nfc,
        {"- Lê Thị Mẫu": unicodedata.normalize("NFD", "- Lê Thị Mẫu") + "¦"},
        "quy-che-thu-vien-ben-may",
        "(NFC)",
    ),
    Sample(
        text.emphasis_is_quoted,
        {"- sách rách, sách ẩm, sách mất bìa": "- sách rách và sách ẩm¦"},
        "d3.k1",
        "“sách rách và sách ẩm” không có trong lời văn của d3.k1",
    ),
    Sample(
        text.untitled_articles_have_short_titles,
        {"          short_title: Phạm vi\n": "", "- id: d2\n": "- id: d2¦\n"},
        "d2",
        "Điều 2 không có tên — đặt short_title",
    ),
    Sample(
        text.home_quotes_a_provision,
        {"quote: d2": "quote: d99¦"},
        "quy-che-thu-vien-ben-may",
        "không có điều khoản “d99” có lời văn",
    ),
    Sample(
        text.home_quotes_a_provision,
        {"quote: d2": "quote: d1¦"},
        "quy-che-thu-vien-ben-may",
        "không có điều khoản “d1” có lời văn",
    ),
)
