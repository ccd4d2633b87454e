"""The closed lists of the data: kinds of provisions, roles, periods, waivers, each word with its Vietnamese label."""

from enum import StrEnum
from typing import Self


class Labelled(StrEnum):
    """A word of the data with its Vietnamese label, and a sign where one stands for it."""

    label: str
    sign: str

    def __new__(cls, value: str, label: str, sign: str = "") -> Self:
        """Make a member with its ``label`` and its ``sign``."""
        member = str.__new__(cls, value)
        member._value_, member.label, member.sign = value, label, sign
        return member


class Kind(Labelled):
    """Kinds of provisions, named after Akoma Ntoso; labels are those of the official texts, signs open parts of ids."""

    PART = "part", "Phần", "ph"
    CHAPTER = "chapter", "Chương", "c"
    SECTION = "section", "Mục", "m"
    SUBSECTION = "subsection", "Tiểu mục", "t"
    ARTICLE = "article", "Điều", "d"
    CLAUSE = "clause", "khoản", "k"
    POINT = "point", "điểm", ""
    PARAGRAPH = "paragraph", "đoạn", "p"

    @property
    def is_heading(self) -> bool:
        """Whether provisions of this kind only group articles and hold no words of their own but a heading."""
        return self in (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION)


class Role(Labelled):
    """What a body that must act does, in the order in which a narrow place prefers them; signs stand in the matrix."""

    LEAD = "lead", "chủ trì", "CT"
    STANDING = "standing", "làm cơ quan thường trực", "TTr"
    CONVENE = "convene", "giao ban, làm việc", "GB"
    DIRECT = "direct", "lãnh đạo, chỉ đạo", "LĐ"
    IMPLEMENT = "implement", "thực hiện", "TH"
    ADVISE = "advise", "tham mưu", "TM"
    APPRAISE = "appraise", "thẩm định", "TĐ"
    OPINE = "opine", "tham gia ý kiến", "YK"
    GUIDE = "guide", "hướng dẫn", "HD"
    CHECK = "check", "kiểm tra", "KTr"
    SUPERVISE = "supervise", "giám sát", "GS"
    INSPECT = "inspect", "thanh tra", "TTra"
    CRITIQUE = "critique", "phản biện", "PB"
    ENABLE = "enable", "tạo điều kiện", "ĐK"
    HEAR = "hear", "tiếp công dân, đối thoại", "TCD"
    RESPOND = "respond", "giải quyết", "GQ"
    HANDLE = "handle", "xử lý", "XL"
    REPORT = "report", "báo cáo", "BC"
    INFORM = "inform", "thông tin", "TT"
    PETITION = "petition", "phản ánh, kiến nghị", "PA"
    COORDINATE = "coordinate", "phối hợp", "PH"
    PARTICIPATE = "participate", "tham gia", "TG"
    EVALUATE = "evaluate", "đánh giá", "ĐG"
    REWARD = "reward", "biểu dương, khen thưởng", "KTh"
    DISCIPLINE = "discipline", "phê bình, kỷ luật", "KL"


class PartnerRole(Labelled):
    """How a duty of others names a body: never a duty of that body."""

    COORDINATES = "coordinates", "cùng phối hợp", "PH"
    ATTENDS = "attends", "dự họp, làm việc", "DỰ"
    RECEIVES = "receives", "nhận báo cáo", "NB"
    HEARS = "hears", "nhận phản ánh, kiến nghị", "PA"
    INFORMED = "informed", "được thông tin", "TT"
    ADVISED = "advised", "được tham mưu", "TM"
    CONSULTED = "consulted", "được tham gia ý kiến", "YK"
    DIRECTED = "directed", "được lãnh đạo, chỉ đạo, hướng dẫn", "LĐ"
    CHECKED = "checked", "được kiểm tra, giám sát", "KTr"
    SUPERVISED = "supervised", "được giám sát", "GS"
    ENABLED = "enabled", "được tạo điều kiện", "ĐK"
    CONCERNED = "concerned", "được nêu tên", "NT"


class Tier(Labelled):
    """The level of the political system at which a body stands, highest first."""

    CENTRAL = "central", "Trung ương"
    PROVINCE = "province", "tỉnh"
    DISTRICT = "district", "huyện"
    COMMUNE = "commune", "xã, cơ sở"


class Direction(Labelled):
    """Where a partner stands, seen from whoever must act, if the text says so."""

    SAME = "same", "cùng cấp"
    ABOVE = "above", "cấp trên"
    BELOW = "below", "cấp dưới"
    PLACE = "place", "ở địa phương"


class Opening(Labelled):
    """Why a quote that begins inside a sentence is governed by no words before it; the label is what stands there."""

    CLAUSE = "clause", ";"
    ROW = "row", ","


class Method(Labelled):
    """How a unit assesses a duty of its own."""

    STATE = "state", "chọn một mức đánh giá"
    REFERENCE = "reference", "dẫn số, ngày báo cáo năm"


class Period(Labelled):
    """When a duty falls due, in words of the text. Never a date; an interval is told by the words of the text."""

    DAY = "day", "hằng ngày"
    WEEK = "week", "hằng tuần"
    MONTH = "month", "hằng tháng"
    QUARTER = "quarter", "hằng quý"
    HALF_YEAR = "half-year", "6 tháng"
    NINE_MONTHS = "nine-months", "9 tháng"
    YEAR = "year", "hằng năm"
    INTERVAL = "interval", "theo khoảng cách văn bản nêu"
    PERIODIC = "periodic", "định kỳ (không nêu chu kỳ)"
    AS_NEEDED = "as-needed", "khi cần thiết"
    ONGOING = "ongoing", "thường xuyên"
    PROMPT = "prompt", "kịp thời"
    EVENT = "event", "khi có tình huống, sự kiện"
    AD_HOC = "ad-hoc", "đột xuất"
    BEFORE_SUBMISSION = "before-submission", "trước khi trình"
    AS_DIRECTED = "as-directed", "theo chỉ đạo, hướng dẫn"
    ONCE = "once", "một lần"


class WaiverKind(Labelled):
    """Why words of the text are no line of a checklist."""

    PRINCIPLE = "principle", "nguyên tắc chung"
    SCOPE = "scope", "phạm vi điều chỉnh"
    FRAMEWORK = "framework", "khung, mục tiêu chung"
    EFFECT = "effect", "hiệu lực"
    INDIVIDUAL = "individual", "trách nhiệm cá nhân", "CN"


class Block(Labelled):
    """The kind of body under which lists show it; a regulation may call a block by a name of its own."""

    PARTY = "party", "Tổ chức đảng"
    STATE = "state", "Cơ quan"
    FRONT = "front", "Tổ chức, hội"
    PEOPLE = "people", "Cá nhân"
    OUTSIDE = "outside", "Cấp trên và bên ngoài"


class Confidence(Labelled):
    """How far a statement about today is known."""

    VERIFIED = "verified", "đã đối chiếu văn bản"
    TO_CHECK = "to-check", "cần đối chiếu"
    UNKNOWN = "unknown", "chưa rõ"


class Stage(Labelled):
    """How far the work on a regulation has come. Only a whole one must have each word in a duty or a waiver."""

    TEXT = "text", "mới có lời văn"
    BODIES = "bodies", "đã có cơ quan, chưa có nhiệm vụ"
    DRAFT = "draft", "nhiệm vụ còn bản nháp"
    WHOLE = "whole", "đủ lời văn, cơ quan, nhiệm vụ"

    @property
    def has_duties(self) -> bool:
        """Whether there are duties, drafted or confirmed."""
        return self in (Stage.DRAFT, Stage.WHOLE)
