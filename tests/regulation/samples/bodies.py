"""Bad samples of the checks in `bodies`."""

from quyche.regulation.checks import bodies
from tests.regulation.samples.sample import Sample

SAMPLES = (
    Sample(
        bodies.unique_body_ids,
        {"- id: phong-doc-luu-dong": "- id: to-ban-doc¦"},
        "to-ban-doc",
        "mã “to-ban-doc” lặp lại — mỗi cơ quan một mã",
    ),
    Sample(
        bodies.groups_exist,
        {"named_by: [cac-to]": "named_by: [cac-too]¦"},
        "phong-doc-luu-dong",
        "không có cơ quan “cac-too” — có phải: cac-to",
    ),
    Sample(
        bodies.groups_exist,
        {"    name: Các tổ\n": "    name: Các tổ\n    member_of: [cac-to]¦\n"},
        "cac-to",
        "“cac-to” không thể là nhóm của chính nó",
    ),
    Sample(
        bodies.groups_are_one_level,
        {
            "    name: Tổ Bạn đọc\n    block: front\n    page: true\n    checklist: true\n    member_of:": (
                "    name: Tổ Bạn đọc\n    block: front\n    page: true\n    checklist: true\n    member_of:¦"
            ),
            "    member_of: [cac-to, moi-don-vi]\n    spellings: [Nhóm": (
                "    member_of: [cac-to, moi-don-vi, hoi-doc-sach]\n    spellings: [Nhóm"
            ),
            "    name: Các tổ\n": "    name: Các tổ\n    member_of: [hoi-doc-sach]\n",
        },
        "to-ban-doc",
        "thuộc “cac-to”, mà “cac-to” thuộc “hoi-doc-sach” — thêm “hoi-doc-sach” vào member_of",
    ),
    Sample(
        bodies.pages_have_blocks,
        {"    block: people\n": "", "- id: ban-doc\n": "- id: ban-doc¦\n"},
        "ban-doc",
        "có trang riêng mà không thuộc khối nào — thêm block: party, state",
    ),
    Sample(
        bodies.checklists_have_pages,
        {"    name: Các tổ\n": "    name: Các tổ\n    checklist: true¦\n"},
        "cac-to",
        "có phiếu mà không có trang",
    ),
    Sample(
        bodies.spellings_are_in_the_text,
        {"spellings: [Tổ Bạn đọc]": "spellings: [Tổ bạn đọc]¦"},
        "to-ban-doc",
        "“Tổ bạn đọc” không có trong văn bản — chép đúng từng chữ, hoặc chuyển sang also",
    ),
    Sample(
        bodies.partly_is_of_a_group,
        {"    spellings: [Nhóm Thiếu nhi]": "    partly: [cac-to, hoi-doc-sach]¦\n    spellings: [Nhóm Thiếu nhi]"},
        "nhom-thieu-nhi",
        "“hoi-doc-sach” không có trong member_of — ghi cả ở member_of",
    ),
)
