"""What each field of the published data holds, in the words of the page about the data and of the published schemas.

Name of a record or list -> name of a field or value -> what it is; ``""`` is the record itself. A field without words,
or words without a field, fail the tests.
"""

from typing import Any, Final

from quyche.regulation.vocabulary import (
    Block,
    Confidence,
    Kind,
    Labelled,
    PartnerRole,
    Period,
    Role,
    Signed,
    WaiverKind,
)

LISTS: Final[tuple[type[Kind] | type[Signed] | type[Labelled], ...]] = (
    Kind,
    Role,
    PartnerRole,
    Period,
    WaiverKind,
    Block,
    Confidence,
)
"""Closed lists whose values carry their own words."""

FIELDS: Final[dict[str, dict[str, str]]] = {
    "RegulationData": {
        "": "Toàn bộ tệp quy-che.json",
        "schema_version": "Phiên bản của lược đồ",
        "regulation": "Quy chế đúng như người biên tập đã ghi trong regulation.yaml",
        "provisions": "Mọi điều khoản theo thứ tự đọc, kèm cách dẫn và địa chỉ trên trang",
        "bindings": "Nhiệm vụ nào ràng buộc cơ quan nào",
        "terms": "Các thuật ngữ theo vần, kèm nơi dùng",
    },
    "ProvisionAddress": {
        "": "Cách dẫn và địa chỉ của một điều khoản",
        "id": "Mã vĩnh viễn của điều khoản, ghép từ số chính thức",
        "kind": "Loại điều khoản",
        "citation": "Cách dẫn trong văn bản hành chính",
        "address": "Địa chỉ trên trang, tính từ trang đầu",
        "words": "Lời văn nguyên văn; điều khoản chỉ có tên thì là tên; để trống nếu lời văn nằm ở cấp dưới",
    },
    "TermData": {
        "": "Một thuật ngữ và nơi dùng",
        "term": "Thuật ngữ đúng như người biên tập đã ghi trong thuat-ngu.yaml",
        "provisions": "Mã các điều khoản có từ này",
        "address": "Địa chỉ trên trang, tính từ trang đầu",
    },
    "Term": {
        "": "Một thuật ngữ",
        "id": "Mã của thuật ngữ",
        "term": "Từ được giải thích",
        "forms": "Các cách viết trong văn bản, khi khác với từ trên; viết hoa và vị trí dấu thanh không kể",
        "match_case": "Có kể chữ hoa, chữ thường khi tìm trong văn bản hay không",
        "not_in": "Những cụm từ dài hơn chứa từ này mà mang nghĩa khác",
        "within": "Mã các điều, khoản mà từ này có nghĩa như vậy; để trống là mọi nơi",
        "also": "Cách nói, cách gõ khác",
        "see": "Mã các thuật ngữ liên quan",
        "definition": "Nghĩa",
        "source": "Nguồn của nghĩa",
        "confidence": "Mức tin cậy của nguồn",
    },
    "Binding": {
        "": "Một nhiệm vụ ràng buộc một cơ quan",
        "duty": "Mã nhiệm vụ",
        "body": "Mã cơ quan",
        "roles": "Các vai của cơ quan trong việc đó",
        "level": "Nhiệm vụ đến với cơ quan bằng cách nào",
        "via": "Mã nhóm đã mang nhiệm vụ đến; null nếu gọi đích danh",
    },
    "Level": {
        "": "Cách nhiệm vụ đến với cơ quan",
        "own": "gọi đích danh",
        "group": "qua một nhóm",
        "common": "như mọi cơ quan, tổ chức",
    },
    "Regulation": {
        "": "Cả quy chế",
        "schema_version": "Phiên bản của lược đồ regulation.yaml",
        "id": "Mã của quy chế, dùng trong tên tệp",
        "version": "Phiên bản dữ liệu của quy chế, ghi vào mọi phiếu đã lưu",
        "title": "Tên đầy đủ",
        "short_title": "Tên ngắn",
        "genre": "Loại văn bản: Quy chế, Luật, Nghị định",
        "term": "Nhiệm kỳ",
        "home": "Lời ở trang đầu",
        "source": "Bản nguồn",
        "status": "Tình trạng văn bản",
        "text": "Lời văn nguyên văn, từ dòng đầu đến chữ ký",
        "gaps": "Các số mà chính văn bản bỏ trống, kèm lý do",
        "blocks": "Tên gọi của từng khối cơ quan, nếu khác tên mặc định",
        "bodies": "Các cơ quan, tổ chức, nhóm được nêu",
        "duties": "Các nhiệm vụ kiểm được",
        "waivers": "Các quãng chữ không thành dòng của phiếu, kèm lý do",
    },
    "Home": {
        "": "Lời ở trang đầu (biên tập)",
        "headline": "Câu mở đầu",
        "lede": "Đoạn giới thiệu",
        "quote": "Mã điều khoản được trích ở trang đầu",
    },
    "Source": {
        "": "Bản nguồn, giữ nguyên từng byte",
        "file": "Đường đến tệp nguồn",
        "sha256": "Mã băm SHA-256 của tệp nguồn",
        "note": "Ghi chú về bản nguồn",
        "repairs": "Các chỗ sửa lỗi của bản chép; không chỗ nào đổi chữ",
    },
    "Repair": {
        "": "Một chỗ sửa lỗi của bản chép",
        "line": "Dòng của bản nguồn",
        "before": "Trong bản chép",
        "after": "Sửa thành",
        "reason": "Lý do",
    },
    "Status": {
        "": "Những gì đã biết về tình trạng văn bản; null là chưa rõ",
        "label": "Nhãn ngắn",
        "summary": "Một câu nói rõ nhãn",
        "notice": "Các đoạn giải thích",
        "print_line": "Dòng in ở chân mọi trang",
        "as_of": "Ngày đối chiếu tình trạng",
        "issuer": "Cơ quan ban hành",
        "number": "Số, ký hiệu",
        "issued": "Ngày ban hành",
        "effective": "Ngày có hiệu lực",
        "effective_note": "Văn bản nói gì về hiệu lực, khi không có ngày",
        "replaces": "Văn bản bị thay thế",
        "replaced_by": "Văn bản đã thay thế quy chế này",
    },
    "Text": {
        "": "Lời văn nguyên văn",
        "front": "Các dòng đầu",
        "preamble": "Phần căn cứ",
        "body": "Các chương hoặc các điều",
        "distribution": "Nơi nhận",
        "signature": "Phần ký",
    },
    "Provision": {
        "": "Một điều khoản ở bất kỳ cấp nào",
        "id": "Mã vĩnh viễn: d5 là Điều 5, d5.k8 là khoản 8 Điều 5, d22.p2 là đoạn 2 Điều 22",
        "kind": "Loại điều khoản",
        "num": "Số chính thức; đoạn thì không có",
        "label": "Số như đã in, chỉ ghi khi khác dạng thường",
        "heading": "Tên, nguyên văn",
        "short_title": "Tên ngắn do ban biên tập đặt",
        "text": "Lời văn, nguyên văn",
        "emphasis": "Các quãng chữ nghiêng trong bản nguồn",
        "children": "Các điều khoản bên trong",
    },
    "Distribution": {
        "": "Nơi nhận, nguyên văn",
        "heading": "Dòng mở đầu",
        "items": "Từng dòng",
    },
    "Signature": {"": "Phần ký, nguyên văn", "lines": "Từng dòng"},
    "Body": {
        "": "Một cơ quan, tổ chức, nhóm hoặc hạng người mà văn bản nêu",
        "id": "Mã, cũng là phần cuối địa chỉ trang",
        "name": "Tên đầy đủ",
        "short": "Tên cho chỗ hẹp",
        "block": "Khối trong danh sách",
        "page": "Có trang riêng",
        "checklist": "Có phiếu tự đánh giá",
        "common": "Nhóm gồm mọi cơ quan: nhiệm vụ của nhóm là phần chung của mọi phiếu",
        "member_of": "Mã các nhóm có nhiệm vụ ràng buộc cơ quan này",
        "named_by": "Mã các nhóm có lời văn nhắc đến cơ quan này nhưng nhiệm vụ không ràng buộc",
        "spellings": "Các cách viết trong văn bản",
        "abbreviations": "Chữ viết tắt mà người tìm hay gõ",
        "also": "Cách gọi khác mà người tìm hay gõ",
        "about": "Giới thiệu ngắn (biên tập)",
        "successor": "Cơ quan nay ra sao (biên tập)",
        "draft": "Bản nháp: máy đề xuất, chưa ai xác nhận",
    },
    "Successor": {
        "": "Cơ quan nay ra sao; không khẳng định ai kế thừa nhiệm vụ",
        "ended": "Ngày kết thúc hoạt động",
        "status": "Hiện trạng",
        "nearest": "Cơ quan gần nhất hiện nay",
        "source": "Văn bản đã đối chiếu",
        "confidence": "Mức chắc chắn",
    },
    "Duty": {
        "": "Một việc kiểm được, gắn với đúng một quãng chữ",
        "id": "Mã vĩnh viễn: mã điều khoản và số thứ tự, không dùng lại",
        "provision": "Mã điều khoản",
        "quote": "Quãng chữ giao việc, nguyên văn",
        "task": "Tên việc (biên tập)",
        "by": "Ai phải làm: mã cơ quan và vai",
        "with": "Cùng với ai: mã cơ quan và vai",
        "period": "Kỳ",
        "period_words": "Chữ nêu kỳ, nguyên văn; không có thì kỳ do ban biên tập suy ra",
        "question": "Câu hỏi tự đánh giá (biên tập)",
        "evidence": "Gợi ý minh chứng (biên tập)",
        "may_not_arise": "Có năm có thể không có việc này",
        "reading": "Cách hiểu chỗ còn nhiều nghĩa (biên tập)",
        "draft": "Bản nháp: máy đề xuất, chưa ai xác nhận",
    },
    "Gap": {
        "": "Số mà chính văn bản bỏ trống, ví dụ của điều đã bị bãi bỏ",
        "missing": "Mã mà điều khoản đó lẽ ra có",
        "reason": "Lý do",
    },
    "Waiver": {
        "": "Quãng chữ không thành dòng của phiếu",
        "provision": "Mã điều khoản",
        "quote": "Quãng chữ, nguyên văn; null là cả điều khoản",
        "kind": "Loại lý do",
        "reason": "Lý do",
        "concerns": "Mã những cơ quan mà quãng chữ nói đến",
    },
    "Kind": {"": "Loại điều khoản"},
    "Role": {"": "Vai của người phải làm"},
    "PartnerRole": {"": "Vai của người được nêu cùng; không phải nhiệm vụ của họ"},
    "Period": {"": "Kỳ, theo chữ của văn bản; không bao giờ là ngày"},
    "WaiverKind": {"": "Loại lý do miễn"},
    "Block": {"": "Khối cơ quan"},
    "Confidence": {"": "Mức chắc chắn của một điều nói về hiện nay"},
    "AssessmentRecord": {
        "": "Tệp mà trang phiếu lưu ra và mở lại",
        "format": "Tên định dạng, luôn như nhau",
        "format_version": "Phiên bản của định dạng",
        "regulation": "Quy chế mà các câu trả lời nói về",
        "body": "Mã cơ quan có phiếu",
        "year": "Năm đánh giá",
        "scale": "Mã của thang mức đã dùng",
        "letterhead": "Mã kiểu phần đầu",
        "unit": "Đơn vị tự đánh giá",
        "answers": "Câu trả lời theo mã dòng",
        "log": "Phần theo kỳ, theo mã điều khoản",
        "remarks": "Phần VI và tự xếp loại",
        "final": "Đơn vị đã chốt phiếu",
        "saved": "Lúc lưu",
        "revision": "Số lần đã lưu",
    },
    "RecordRegulation": {
        "": "Quy chế của phiếu",
        "id": "Mã quy chế",
        "version": "Phiên bản dữ liệu",
        "sha256": "Mã băm của bản nguồn",
    },
    "Unit": {
        "": "Đơn vị, do đơn vị tự ghi",
        "name": "Tên đơn vị",
        "province": "Tỉnh",
        "district": "Huyện",
        "commune": "Xã, thị trấn",
        "preparer": "Người lập",
    },
    "Answer": {
        "": "Câu trả lời của một dòng",
        "state": "Mã mức đánh giá; để trống là chưa đánh giá",
        "result": "Kết quả trong năm",
        "evidence": "Minh chứng",
        "note": "Ghi chú",
        "reason": "Lý do chọn mức",
        "cause": "Nguyên nhân",
        "remedy": "Biện pháp khắc phục",
        "points": "Điểm tự chấm",
    },
    "EvidenceItem": {
        "": "Một minh chứng: chỉ dẫn đến giấy tờ, không phải giấy tờ",
        "kind": "Loại",
        "number": "Số, ký hiệu",
        "date": "Ngày",
        "place": "Nơi lưu",
    },
    "Remedy": {
        "": "Biện pháp khắc phục",
        "action": "Việc sẽ làm",
        "owner": "Người chịu trách nhiệm",
        "deadline": "Thời hạn",
        "done": "Đã xong",
    },
    "Occasion": {
        "": "Một lần trong phần theo kỳ",
        "due": "Hạn do đơn vị ghi",
        "held": "Ngày đã làm",
        "number": "Số văn bản",
        "note": "Ghi chú",
    },
    "Remarks": {
        "": "Phần VI",
        "shortcomings": "Hạn chế",
        "causes": "Nguyên nhân",
        "commendations": "Đề xuất khen thưởng",
        "proposals": "Kiến nghị",
        "rating": "Tự xếp loại, không máy nào tính",
    },
}


def value_words() -> dict[str, dict[str, str]]:
    """Return name of a closed list -> value -> its words."""
    found = {members.__name__: {str(member): member.label for member in members} for members in LISTS}
    return found | {"Level": {value: words for value, words in FIELDS["Level"].items() if value}}


def described(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a JSON Schema with our words as its descriptions."""
    records = {name: _described(name, record) for name, record in schema.get("$defs", {}).items()}
    return _described(str(schema.get("title")), schema) | ({"$defs": records} if records else {})


def _described(name: str, record: dict[str, Any]) -> dict[str, Any]:
    words = FIELDS.get(name, {})
    properties = {
        field: held | ({"description": words[field]} if field in words else {})
        for field, held in record.get("properties", {}).items()
    }
    told = {"description": words[""]} if "" in words else {}
    return record | told | ({"properties": properties} if properties else {})
