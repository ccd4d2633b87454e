"""One small check per rule, each with bad samples that it must report at their line."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from quyche.regulation.checks import CHECKS, bodies, cuts, duties, partners, text
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.model import Regulation
from quyche.regulation.references import Check
from tests.fixtures.editing import edited, written


@dataclass(frozen=True)
class Sample:
    """A slip (see ``edited``), the check that finds it, and the fault: nearest id, a piece of the message."""

    check: Check
    edits: dict[str, str]
    id: str
    message: str

    @property
    def regulation(self) -> Index:
        """The bad regulation, past the model but not past the checks."""
        data = yaml.load(edited(self.edits)[0], Loader=yaml.CSafeLoader)
        return Index(Regulation.model_validate(data))


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
    Sample(
        bodies.partly_is_of_a_group,
        {"    spellings: [Nhóm Thiếu nhi]": "    partly: [cac-to, hoi-doc-sach]¦\n    spellings: [Nhóm Thiếu nhi]"},
        "nhom-thieu-nhi",
        "“hoi-doc-sach” không có trong member_of — ghi cả ở member_of",
    ),
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


def _name(value: object) -> str | None:
    if isinstance(value, Sample):
        return f"{_name(value.check)}-{value.id}"
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_each_check_has_a_bad_sample_and_passes_the_clean_ones(check: Check, small: Index, ours: Index) -> None:
    assert check in {sample.check for sample in SAMPLES}
    assert list(check(small)) == list(check(ours)) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_bad_sample_is_reported_at_its_line(sample: Sample, tmp_path: Path) -> None:
    words, line = edited(sample.edits)
    assert list(sample.check(sample.regulation))
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, words))
    told = [(fault.line, fault.id) for fault in caught.value.faults if sample.message in str(fault)]
    assert told == [(line, sample.id)], str(caught.value)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_no_check_raises_whatever_another_finds(sample: Sample) -> None:
    regulation = sample.regulation
    found = {check for check in CHECKS if list(check(regulation))}
    assert sample.check in found


def test_the_table_names_only_known_checks() -> None:
    assert {sample.check for sample in SAMPLES} == set(CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)
