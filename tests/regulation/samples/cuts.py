"""Bad samples of the checks in `cuts`."""

from quyche.regulation.checks import cuts
from tests.regulation.samples.sample import Sample

SAMPLES = (
    Sample(
        cuts.governing_words_stand_before,
        {"under: Tổ Bạn đọc": "under: Nhóm Thiếu nhi¦"},
        "d5.k1.2",
        "“Nhóm Thiếu nhi” không đứng trước lời trích trong d5.k1 — chép đúng từng chữ",
    ),
    Sample(
        cuts.governing_words_stand_before,
        {"under: Tổ Bạn đọc": "under: vận động … Tổ Bạn đọc¦"},
        "d5.k1.2",
        "“vận động … Tổ Bạn đọc” không đứng trước lời trích",
    ),
    Sample(
        cuts.governing_words_stand_before,
        {"under: Tổ Bạn đọc": "under: Ban Quản thư¦"},
        "d5.k1.2",
        "“Ban Quản thư” không đứng trước lời trích",
    ),
    Sample(
        cuts.limiting_words_stand_behind,
        {"    task: Vận động tặng sách": "    limits: định kỳ … vận động¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“định kỳ … vận động” không đứng sau lời trích trong d5.k1 — chép đúng từng chữ",
    ),
    Sample(
        cuts.cuts_inside_a_sentence_say_why,
        {"    under: Tổ Bạn đọc\n": "", "- id: d5.k1.2": "- id: d5.k1.2¦"},
        "d5.k1.2",
        "lời trích bắt đầu giữa câu (“… định kỳ báo cáo Ban Quản thư”) mà không nói từ nào chi phối — ghi under, hoặc",
    ),
    Sample(
        cuts.cuts_inside_a_sentence_say_why,
        {"    under: Tổ Bạn đọc\n": "    opens: clause¦\n"},
        "d5.k1.2",
        "opens: clause không hợp với chỗ “, định kỳ báo cáo Ban Quản thư” — chỉ ghi khi đứng sau dấu “;”",
    ),
    Sample(
        cuts.cuts_inside_a_sentence_say_why,
        {"    under: Tổ Bạn đọc\n": "    under: Tổ Bạn đọc\n    opens: row¦\n"},
        "d5.k1.2",
        "opens: row không hợp với chỗ",
    ),
    Sample(
        cuts.cuts_inside_a_sentence_say_why,
        {"    task: Vận động tặng sách": "    opens: row¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "opens: row không hợp với chỗ “ Tổ Bạn đọc vận động bạn đọc tặ”",
    ),
)
