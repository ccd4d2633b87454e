"""Words of the language by which bodies, roles and periods are told in any official text; none is of one regulation."""

from quyche.regulation.vocabulary import Block, PartnerRole, Period, Role

HEADS = (
    "Ban", "Ủy ban", "Uỷ ban", "Hội đồng", "Văn phòng", "Sở", "Bộ", "Chi bộ", "Đảng bộ", "Đảng ủy", "Đảng uỷ",
    "Chi ủy", "Chi uỷ", "Huyện ủy",
    "Huyện uỷ", "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Mặt trận", "Tòa án", "Toà án", "Viện", "Công an",
    "Công đoàn", "Liên đoàn", "Đoàn",
    "Hội", "Tổ", "Nhóm", "Trung tâm", "Phòng", "Cục", "Vụ", "Tổng cục", "Kiểm toán", "Thanh tra", "Khối",
    "Thường trực", "Ngân hàng", "Trường",
    "Chủ tịch", "Phó Chủ tịch", "Bí thư", "Phó Bí thư", "Trưởng", "Thủ trưởng", "Giám đốc",
)  # fmt: skip
"""The first words of names; a name goes on with a capital or with words of ``TAILS``."""
WHOLE = (
    "Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Bộ trưởng", "Chủ tịch nước",
    "Tòa án nhân dân", "Viện kiểm sát nhân dân",
)  # fmt: skip
"""Names that may end here."""
TAILS = (
    "nhân dân", "các cấp", "cấp tỉnh", "cấp huyện", "cấp xã", "cấp trên", "cùng cấp", "tối cao", "trung ương",
    "ngang bộ", "thường vụ", "kiểm sát",
    "kiểm tra", "thanh tra", "giám sát", "tỉnh", "huyện", "xã", "phường", "thành phố", "thị trấn", "quân sự",
    "bầu cử", "nước",
)  # fmt: skip
BLOCKS = (
    (Block.FRONT, ( "mat tran", "cong doan", "lien doan", "doan thanh nien", "hoi nong dan", "hoi phu nu",
    "hoi cuu chien binh", "hoi lien hiep" )),
    (Block.PARTY, ( "dang", "chi bo", "chi uy", "huyen uy", "tinh uy", "thanh uy", "cap uy", "ban thuong vu",
    "thuong truc", "ban chap hanh" )),
)  # fmt: skip
"""Block -> folded words of the names that are proposed for it; any other name is proposed for the state."""
POSTS = (
    "chu tich",
    "pho chu tich",
    "thu tuong",
    "pho thu tuong",
    "bo truong",
    "bi thu",
    "pho bi thu",
    "thu truong",
    "giam doc",
)
"""Folded beginnings of the names of posts."""
ROLES = (
    (Role.LEAD, ("chủ trì",)),
    (Role.ADVISE, ("tham mưu", "đề xuất", "kiến nghị")),
    (Role.DIRECT, ("lãnh đạo", "chỉ đạo", "quyết định", "phân công", "phê duyệt")),
    (Role.GUIDE, ("hướng dẫn", "tập huấn", "bồi dưỡng")),
    (Role.SUPERVISE, ("kiểm tra", "giám sát", "thanh tra", "theo dõi", "đôn đốc")),
    (Role.REPORT, ("báo cáo", "thông báo")),
    (Role.RESPOND, ("tiếp nhận", "giải quyết", "trả lời")),
    (Role.ENABLE, ("tạo điều kiện", "bảo đảm", "hỗ trợ")),
    (Role.EVALUATE, ("đánh giá", "khen thưởng", "kỷ luật", "biểu dương")),
    (Role.COORDINATE, ("phối hợp",)),
)
"""The first of these words in a sentence tells the role that is proposed."""
PARTNERS = (
    (PartnerRole.COORDINATES, ("phối hợp", "cùng")),
    (PartnerRole.RECEIVES, ("báo cáo", "trình", "gửi", "phản ánh")),
    (PartnerRole.ADVISED, ("tham mưu", "giúp")),
    (PartnerRole.DIRECTED, ("lãnh đạo", "chỉ đạo", "hướng dẫn", "phân công")),
    (PartnerRole.SUPERVISED, ("kiểm tra", "giám sát", "thanh tra", "đôn đốc")),
    (PartnerRole.ENABLED, ("tạo điều kiện", "hỗ trợ")),
    (PartnerRole.ATTENDS, ("họp", "giao ban", "làm việc với")),
)
"""The last of these words before a name tells how the name is proposed to stand in the duty."""
PERIODS = (
    (Period.MONTH, ("hằng tháng", "hàng tháng", "mỗi tháng")),
    (Period.QUARTER, ("hằng quý", "hàng quý", "mỗi quý")),
    (Period.HALF_YEAR, ("sáu tháng", "06 tháng", "6 tháng")),
    (Period.NINE_MONTHS, ("chín tháng", "09 tháng", "9 tháng")),
    (Period.YEAR, ("hằng năm", "hàng năm", "mỗi năm")),
    (Period.PERIODIC, ("định kỳ",)),
    (Period.AS_NEEDED, ("khi cần thiết", "trường hợp cần thiết")),
    (Period.ONGOING, ("thường xuyên",)),
    (Period.PROMPT, ("kịp thời",)),
    (Period.AD_HOC, ("đột xuất",)),
    (Period.BEFORE_SUBMISSION, ("trước khi trình",)),
)
NO_DUTIES = ("pham vi", "doi tuong ap dung", "giai thich tu ngu", "nguyen tac", "hieu luc", "dieu khoan chuyen tiep")
"""Folded beginnings of the titles of articles that give nobody anything to do."""
ASSESSMENT = ("danh gia", "so ket", "tong ket", "to chuc thuc hien", "trach nhiem thi hanh")
"""Folded words of the article that is proposed as the basis of the sheets."""
