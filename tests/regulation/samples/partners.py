"""Bad samples of the checks in `partners`."""

from quyche.regulation.checks import partners
from tests.regulation.samples.sample import Sample

SAMPLES = (
    Sample(
        partners.details_are_of_partners,
        {"    task: Vận động tặng sách": "    at: {cac-to: same}¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“cac-to” không có ở with — chỉ ghi cho bên ở with",
    ),
    Sample(
        partners.details_are_of_partners,
        {"    task: Vận động tặng sách": "    named: {cac-to: Tổ Bạn đọc}¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“cac-to” không có ở with",
    ),
    Sample(
        partners.details_are_of_partners,
        {"    task: Vận động tặng sách": "    aside: [ban-doc]¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“ban-doc” đã có ở by hoặc with — ghi cơ quan không có phần ở việc này",
    ),
    Sample(
        partners.details_are_of_partners,
        {"    task: Vận động tặng sách": "    aside: [to-ban-doc]¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“to-ban-doc” đã có ở by hoặc with",
    ),
    Sample(
        partners.details_are_of_partners,
        {"    task: Vận động tặng sách": "    aside: [ban-be]¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“ban-be” không có trong bodies",
    ),
    Sample(
        partners.partners_are_bought_by_words,
        {"by: {to-ban-doc: implement}\n    with: {ban-doc:": "by: {to-ban-doc: implement}\n    with: {ban-quan-thu:¦"},
        "d5.k1.1",
        "không có chữ nào gọi tên “Ban Quản thư” — ghi named (nguyên văn), hoặc nói vì sao ở reading",
    ),
    Sample(
        partners.names_of_partners_are_in_the_text,
        {"    task: Vận động tặng sách": "    named: {ban-doc: bạn đọc … Nhóm}¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "“bạn đọc … Nhóm” không có trong lời trích, under hoặc limits — chép đúng từng chữ",
    ),
    Sample(
        partners.levels_are_told,
        {
            "text: Tổ Bạn đọc vận động bạn đọc tặng sách": "text: Tổ Bạn đọc vận động bạn đọc cùng cấp tặng sách",
            "quote: Tổ Bạn đọc vận động bạn đọc tặng sách": "quote: Tổ Bạn đọc vận động bạn đọc cùng cấp tặng sách",
            "    task: Vận động tặng sách": "    at: {ban-doc: above}¦\n    task: Vận động tặng sách",
        },
        "d5.k1.1",
        "lời trích có chữ “cùng cấp” mà không bên nào mang cấp đó — ghi at: {mã: same}",
    ),
    Sample(
        partners.readings_name_only_those_of_the_data,
        {"    task: Vận động tặng sách": "    reading: Hiểu là cùng Nhóm Thiếu nhi.¦\n    task: Vận động tặng sách"},
        "d5.k1.1",
        "reading nêu “Nhóm Thiếu nhi Bến Mây” (nhom-thieu-nhi), mà dữ liệu của việc không có — thêm vào by hoặc with",
    ),
)
