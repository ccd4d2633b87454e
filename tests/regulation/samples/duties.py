"""Bad samples of the checks in `duties`."""

from quyche.regulation.checks import duties
from tests.regulation.samples.sample import Sample

SAMPLES = (
    Sample(
        duties.unique_duty_ids,
        {"- id: d5.k2.2": "- id: d5.k2.1¦"},
        "d5.k2.1",
        "mã “d5.k2.1” lặp lại — mã đã dùng không dùng lại",
    ),
    Sample(
        duties.former_ids_are_free,
        {"- id: d5.k2.2\n": "- id: d5.k2.2\n    formerly: [d5.k2.1]¦\n"},
        "d5.k2.2",
        "mã “d5.k2.1” lặp lại — mã cũ chỉ thuộc một nhiệm vụ",
    ),
    Sample(
        duties.duty_ids_are_no_provision_ids,
        {"- id: d3.k2.3\n": "- id: d3.k2.2¦\n"},
        "d3.k2.2",
        "“d3.k2.2” là mã của một điều khoản — chọn số khác; mã đã dùng thì ghi ở formerly",
    ),
    Sample(
        duties.duty_ids_name_their_provision,
        {"- id: d5.k2.2": "- id: d5.k1.3¦"},
        "d5.k1.3",
        "mã “d5.k1.3” không thuộc d5.k2",
    ),
    Sample(
        duties.provisions_exist,
        {"- id: d5.k2.2\n    provision: d5.k2": "- id: d5.k8.2\n    provision: d5.k8¦"},
        "d5.k8.2",
        "không có điều khoản “d5.k8” — xem text",
    ),
    Sample(
        duties.provisions_exist, {"provision: d7": "provision: d6¦"}, "d6", "“d6” không có lời văn riêng — chọn khoản"
    ),
    Sample(
        duties.bodies_exist,
        {"by: {ban-quan-thu: guide}": "by: {ban-quan-tho: guide}¦"},
        "d3.k2.3",
        "không có cơ quan “ban-quan-tho” — có phải: ban-quan-thu",
    ),
    Sample(
        duties.bodies_exist,
        {"with: {cac-to: informed}": "with: {xyz: informed}¦"},
        "d3.k3.2",
        "không có cơ quan “xyz” — xem danh sách bodies",
    ),
    Sample(
        duties.bodies_exist,
        {"concerns: [moi-don-vi, ban-doc]": "concerns: [moi-don-vi, ban-docs]¦"},
        "d1.p1",
        "không có cơ quan “ban-docs” — có phải: ban-doc",
    ),
    Sample(
        duties.duties_reach_a_page,
        {"by: {hoi-dong-thu-vien: respond}": "by: {hoi-doc-sach: respond}¦"},
        "d4.k2.1",
        "“hoi-doc-sach” có nhiệm vụ mà không có trang",
    ),
    Sample(
        duties.quotes_are_in_the_text,
        {"quote: Tổ Bạn đọc vận động bạn đọc tặng sách": "quote: Tổ Bạn đọc vận động tặng sách¦"},
        "d5.k1.1",
        "trích dẫn không có trong d5.k1, sai thứ tự hoặc trùng chỗ khác: “Tổ Bạn đọc vận động tặng sách”",
    ),
    Sample(
        duties.quotes_are_in_the_text,
        {"quote: góp phần xây dựng nếp đọc sách": "quote: trực phòng đọc, góp phần xây dựng nếp đọc sách¦"},
        "d6.p1",
        "trích dẫn không có trong d6.p1",
    ),
    Sample(
        duties.every_word_is_covered,
        {
            "quote: Kiểm tra đột xuất phòng đọc": "quote: Kiểm tra đột xuất",
            "text: Kiểm tra đột xuất phòng đọc;": "text: Kiểm tra đột xuất phòng đọc;¦",
        },
        "d4.k1.c",
        "2 từ không thuộc nhiệm vụ nào: “phòng đọc” — thêm vào duties, hoặc vào waivers với lý do",
    ),
    Sample(
        duties.every_word_is_covered,
        {
            "  - provision: d7\n    kind: effect\n    reason: Nêu hiệu lực.\n": "",
            "text: Quy chế này có": "text: Quy chế này có¦",
        },
        "d7",
        "10 từ không thuộc nhiệm vụ nào: “Quy chế này có hiệu lực kể từ ngày ký”",
    ),
    Sample(
        duties.period_words_are_in_the_text,
        {"period_words: đột xuất": "period_words: bất chợt¦"},
        "d4.k1.c.1",
        "“bất chợt” không có trong d4.k1.c",
    ),
    Sample(
        duties.period_words_are_in_the_text,
        {"    period: [ad-hoc]\n    period_words:": "    period_words:¦"},
        "d4.k1.c.1",
        "có period_words mà không có period",
    ),
    Sample(
        duties.periods_without_words_are_explained,
        {"    period_words: đột xuất\n": "", "period: [ad-hoc]": "period: [ad-hoc]¦"},
        "d4.k1.c.1",
        "kỳ không có chữ nào trong văn bản — ghi period_words hoặc reading",
    ),
    Sample(
        duties.intervals_have_words,
        {"    period_words: đột xuất\n": "    reading: Hiểu là hai năm một lần.\n", "[ad-hoc]": "[interval]¦"},
        "d4.k1.c.1",
        "kỳ interval không có chữ nào — ghi period_words, nguyên văn",
    ),
    Sample(
        duties.conditions_are_of_what_may_not_arise,
        {"    period_words: đột xuất\n": "    period_words: đột xuất\n    not_arising_if: không có phòng đọc¦\n"},
        "d4.k1.c.1",
        "có not_arising_if mà không có may_not_arise — thêm may_not_arise: true",
    ),
    Sample(
        duties.due_words_are_in_the_text,
        {"    period_words: đột xuất\n": "    period_words: đột xuất\n    due_words: trước ngày 20¦\n"},
        "d4.k1.c.1",
        "“trước ngày 20” không có trong d4.k1.c",
    ),
    Sample(
        duties.the_same_is_another_duty,
        {"    evidence: [Biên bản kiểm tra]\n": "    evidence: [Biên bản kiểm tra]\n    same_as: d4.k1.c.1¦\n"},
        "d4.k1.c.1",
        "“d4.k1.c.1” là chính việc này — ghi mã của việc được trả lời",
    ),
    Sample(
        duties.the_same_is_another_duty,
        {"    evidence: [Biên bản kiểm tra]\n": "    evidence: [Biên bản kiểm tra]\n    same_as: d4.k1.z.1¦\n"},
        "d4.k1.c.1",
        "“d4.k1.z.1” không có",
    ),
    Sample(
        duties.the_same_is_another_duty,
        {
            "    evidence: [Biên bản kiểm tra]\n": "    evidence: [Biên bản kiểm tra]\n    same_as: d4.k1.d.1¦\n",
            "    evidence: [Lịch sinh hoạt]\n": "    evidence: [Lịch sinh hoạt]\n    same_as: d4.k1.a.1\n",
            "    question: Đã di chuyển sách": "    same_as: d4.k1.a.1\n    question: Đã di chuyển sách",
        },
        "d4.k1.c.1",
        "“d4.k1.d.1” lại dẫn việc khác",
    ),
)
