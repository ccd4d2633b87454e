"""Words that every sheet shares, whatever its format; the guard against letters that no office file may hold."""

import io
import re
import zipfile

from quyche.archive import packed
from quyche.checklists.model import Checklist, Part, Place, Requirement
from quyche.checklists.setup import Scale
from quyche.vietnamese.letters import lower_first, upper_first

BLANK = "……………"
LONG_BLANK = "………………………………………"


def title(checklist: Checklist) -> str:
    """Return ``Phiếu tự đánh giá … năm 2026``, with a blank for an unknown year."""
    return f"{checklist.title} năm {year(checklist)}"


def title_lines(checklist: Checklist) -> tuple[str, str]:
    """Return the title as a letterhead sets it: the kind of paper (may be empty), and below it what it is about."""
    whole, kind = title(checklist), "Phiếu tự đánh giá"
    return (kind, whole[len(kind) :].strip()) if whole.startswith(f"{kind} ") else ("", whole)


def year(checklist: Checklist) -> str:
    """Return the year, or a blank."""
    return str(checklist.year) if checklist.year is not None else "………"


def unit(checklist: Checklist) -> str:
    """Return the unit's name, or a blank."""
    return checklist.unit or LONG_BLANK


def filled(words: str, place: Place) -> str:
    """Return a line of a letterhead with its blanks filled from ``place``, or dotted."""
    for name in ("province", "district", "commune"):
        words = words.replace(f"{{{name}}}", (getattr(place, name) or BLANK).upper())
    return words


def superior_lines(checklist: Checklist) -> tuple[str, ...]:
    """Return the lines of the superior body at the left of the letterhead."""
    return tuple(filled(line, checklist.place) for line in checklist.letterhead.superior)


def issuer_lines(checklist: Checklist) -> tuple[str, ...]:
    """Return the lines of the issuing body at the left of the letterhead."""
    return tuple(filled(line, checklist.place) for line in checklist.letterhead.issuer)


def date_line(checklist: Checklist) -> str:
    """Return the line of place and date, dotted: no day is ever filled in."""
    commune = re.sub(r"^(xã|phường|thị trấn) ", "", checklist.place.commune or "", flags=re.IGNORECASE)
    where = commune or checklist.place.district or "………………"
    return f"{where}, ngày …… tháng …… năm {year(checklist)}"


def annex_line(checklist: Checklist) -> str:
    """Return the line that ties the annex to its report."""
    symbol = checklist.letterhead.symbol
    return f"(Kèm theo Báo cáo số ………{symbol} ngày …… tháng …… năm ……… của {unit(checklist)})"


def basis_line(checklist: Checklist) -> str:
    """Return what the evaluation rests on, with the standing of the text."""
    regulation = checklist.regulation
    term = f" ({regulation.term})" if regulation.term else ""
    return f"{checklist.basis_citation} {regulation.title}{term}; {lower_first(regulation.status)}."


def on_behalf_line(checklist: Checklist) -> str | None:
    """Return ``T/M …`` or ``TM. …``, as the letterhead writes it; ``None`` where the head signs."""
    words, mark = checklist.letterhead.on_behalf, checklist.family.on_behalf
    return f"{mark} {words}" if words and mark else None


def copies_lines(checklist: Checklist) -> tuple[str, ...]:
    """Return the list of recipients, each line with its own ending."""
    copies = checklist.letterhead.copies
    separator = checklist.family.copies.separator
    endings = [separator] * (len(copies) - 1) + ["" if copies and copies[-1].endswith("…") else "."]
    return tuple(f"- {line}{ending}" for line, ending in zip(copies, endings, strict=False))


def foot_line(checklist: Checklist) -> str:
    """Return the foot of every page: what the sheet is, what the quoted text is."""
    regulation = checklist.regulation
    term = f" ({regulation.term})" if regulation.term else ""
    status = lower_first(regulation.status)
    return f"{checklist.disclaimer} Nội dung trích nguyên văn {regulation.short_title}{term}, {status}."


def share_words(scale: Scale) -> str:
    """Return how the share is worked out, as printed under the totals."""
    done = next(lower_first(state.label) for state in scale.states if state.counts_as_done)
    excluded = " và ".join(lower_first(state.label) for state in scale.states if state.excluded)
    return (
        f"Số tính tỷ lệ = số nhiệm vụ đã đánh giá{' trừ số ' if excluded else ''}{excluded}. "
        f"Tỷ lệ = {done} : số tính tỷ lệ × 100. Tỷ lệ không phải là xếp loại."
    )


def frozen_zip(data: bytes) -> bytes:
    """Return the ZIP (or office) file ``data`` with fixed dates and the same members: the same twice, byte for byte."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return packed((info.filename, source.read(info)) for info in source.infolist())


def duty_labels(*, points: bool) -> tuple[str, ...]:
    """Return the heads of the columns of parts I to III; with ``points`` three more before the last."""
    score = ("Điểm tối đa", "Tự chấm", "Thẩm định") if points else ()
    labels = ("TT", "Nội dung (nguyên văn)", "Điều, khoản", "Kỳ", "Kết quả trong năm", "Minh chứng (loại, số, ngày)")
    return (*labels, "Tự đánh giá", *score, "Ghi chú, lý do")


def log_labels() -> tuple[str, ...]:
    """Return the heads of the columns of part IV."""
    return ("Việc", "Kỳ", "Hạn (nếu có)", "Ngày thực hiện", "Số, ký hiệu văn bản", "Ghi chú")


def totals_labels(checklist: Checklist) -> tuple[str, ...]:
    """Return the heads of the columns of part V: one for each answer of the scale."""
    states = [state.label for state in checklist.scale.states]
    return ("Phần", "Số nhiệm vụ", *states, "Số tính tỷ lệ", f"{done_label(checklist)} (%)")


def done_label(checklist: Checklist) -> str:
    """Return the label of the answer that counts as done."""
    return next(state.label for state in checklist.scale.states if state.counts_as_done)


def part_line(part: Part) -> tuple[str, str]:
    """Return the heading of a part and, in brackets, the articles behind it: ``I. NHIỆM VỤ RIÊNG``, ``(Điều 10)``."""
    return f"{part.number}. {part.title.upper()}", f"({part.basis})" if part.basis else ""


def later_headings() -> tuple[tuple[str, str], ...]:
    """Return the headings of parts IV to VII, each with its remark in brackets."""
    return (
        ("IV. THEO KỲ", "(lời văn không nêu ngày; đơn vị tự ghi)"),
        ("V. TỔNG HỢP", ""),
        ("VI. HẠN CHẾ, NGUYÊN NHÂN, ĐỀ XUẤT, KIẾN NGHỊ", ""),
        ("VII. Ý KIẾN CỦA CƠ QUAN THẨM ĐỊNH", "(nếu có)"),
    )


def remark_headings(checklist: Checklist) -> tuple[str, ...]:
    """Return the four boxes of part VI."""
    praise = f"3. Đề xuất khen thưởng ({checklist.basis_citation})"
    return ("1. Hạn chế (ghi số dòng TT)", "2. Nguyên nhân", praise, "4. Kiến nghị")


def notices(checklist: Checklist) -> tuple[str, ...]:
    """Return what must be known before the sheet is used: the standing of the text, then our own warnings."""
    return (*checklist.regulation.notice, *checklist.warnings, "Nơi gửi (nếu có yêu cầu): ……………………")


def evidence_hint(requirement: Requirement) -> str:
    """Return ``Gợi ý: …``, or nothing."""
    return f"Gợi ý: {'; '.join(requirement.evidence)}" if requirement.evidence else ""


def note_hints(checklist: Checklist, requirement: Requirement) -> tuple[str, ...]:
    """Return the editorial words for the column of notes: through which group the duty binds, when it may not arise."""
    group = (f"Theo nhóm: {requirement.via}",) if requirement.via else ()
    return (*group, *arising_hint(checklist, requirement))


def arising_hint(checklist: Checklist, requirement: Requirement) -> tuple[str, ...]:
    """Return the editorial words on a line for which a year may bring no occasion; none for other lines."""
    excluded = next((state.label for state in checklist.scale.states if state.excluded), None)
    return (f"“{excluded}” nếu trong năm không có việc",) if requirement.may_not_arise and excluded else ()


def period_words(requirement: Requirement) -> str:
    """Return the period for its column: a dash where the text names none."""
    words = requirement.period_label
    return upper_first(words) or "–"


def citation_lines(citation: str) -> tuple[str, ...]:
    """Return ``Khoản 5 Điều 8`` as two lines for a narrow column; no line breaks between a word and its number."""
    broken = citation.replace(" khoản", "\nkhoản").replace(" Điều", "\nĐiều")
    return tuple(line.replace(" ", "\u00a0") for line in broken.split("\n"))


def empty_part() -> str:
    """Return what stands in a part without lines."""
    return "Không có nhiệm vụ thuộc phần này đối với loại đơn vị này."


def reviewer_line() -> str:
    """Return the line that the reviewer signs."""
    return "Ngày …… tháng …… năm ………, người thẩm định (ký, ghi rõ họ tên): ………………………………………………"
