"""Word the sheet of a checklist: every word that any format prints is written here, or comes from the data."""

from collections.abc import Iterator
from typing import Final

from quyche.checklists import model
from quyche.checklists.model import Checklist, Requirement
from quyche.checklists.setup import Family, Letterhead, Setup
from quyche.checklists.sheet import (
    Block,
    Box,
    Head,
    Heading,
    Key,
    Log,
    Named,
    OccasionRow,
    Opinion,
    Part,
    Remedies,
    Row,
    Sheet,
    Short,
    Signatures,
    Task,
    Totals,
    TotalsRow,
)
from quyche.vietnamese.letters import lower_first, upper_first

ANNEX: Final = "Phụ lục ………"
PAPER: Final = "Phiếu tự đánh giá"
"""The kind of paper, which a letterhead sets in a line of its own."""
EMPTY: Final = "Không có nhiệm vụ thuộc phần này đối với loại đơn vị này."
NO_PERIOD: Final = "–"
SHORT_PERIOD = 12
"""Letters of a period (“hằng tháng”) that does not break between lines."""


def worded(checklist: Checklist, setup: Setup) -> Sheet:
    """Return the sheet of ``checklist``, its marks not yet filled, with each head that its body may choose."""
    letterheads = setup.letterheads_of(checklist.body)
    usual = letterheads[0]
    regulation = checklist.regulation
    term = f" ({regulation.term})" if regulation.term else ""
    status = lower_first(regulation.status)
    return Sheet(
        schema_version=checklist.schema_version,
        regulation=regulation,
        body=checklist.body,
        body_name=checklist.body_name,
        author="Ban biên tập trang",
        disclaimer=checklist.disclaimer,
        document_date=checklist.document_date,
        scale=checklist.scale,
        points=checklist.points,
        heads=(
            _head(checklist, usual, setup.family(usual), annex=True),
            *(_head(checklist, each, setup.family(each), annex=False) for each in letterheads),
        ),
        unit=Named(label="Đơn vị:", words="{unit}"),
        kind=Named(label="Loại phiếu:", words=checklist.body_name),
        basis=Named(label="Căn cứ:", words=f"{checklist.basis_citation} {regulation.title}{term}; {status}."),
        key=Key(
            states="Cột “Tự đánh giá”: mỗi dòng đánh dấu một ô",
            reason="(ghi lý do)",
            notices_label="Lưu ý",
            notices=(*regulation.notice, *checklist.warnings, "Nơi gửi (nếu có yêu cầu): ……………………"),
        ),
        labels=_labels(checklist),
        parts=tuple(_part(checklist, part) for part in checklist.parts),
        log=_log(checklist),
        totals=_totals(checklist),
        remarks_heading=Heading(words="VI. HẠN CHẾ, NGUYÊN NHÂN, ĐỀ XUẤT, KIẾN NGHỊ"),
        remarks=tuple(_boxes(checklist)),
        remedies=Remedies(
            heading=Heading(words="KHẮC PHỤC HẠN CHẾ", remark="(kèm phần VI)"),
            labels=(
                *("TT", "Việc", "Điều, khoản", "Tự đánh giá", "Nguyên nhân"),
                "Biện pháp, người chịu trách nhiệm, thời hạn",
            ),
        ),
        opinion=Opinion(
            heading=Heading(words="VII. Ý KIẾN CỦA CƠ QUAN THẨM ĐỊNH", remark="(nếu có)"),
            reviewer="Ngày …… tháng …… năm ………, người thẩm định (ký, ghi rõ họ tên):",
        ),
        foot=f"{checklist.disclaimer} Nội dung trích nguyên văn {regulation.short_title}{term}, {status}.",
        short=_short(checklist, term),
    )


def _head(checklist: Checklist, letterhead: Letterhead, family: Family, *, annex: bool) -> Head:
    whole = f"{checklist.title} năm {{year}}"
    kind, subject = (PAPER, whole[len(PAPER) :].strip()) if whole.startswith(f"{PAPER} ") else ("", whole)
    tied = f"(Kèm theo Báo cáo số ………{letterhead.symbol} ngày …… tháng …… năm ……… của {{unit}})"
    date = "{where}, ngày …… tháng …… năm {year}"
    on_behalf = f"{family.on_behalf} {letterhead.on_behalf}" if letterhead.on_behalf and family.on_behalf else ""
    return Head(
        id="" if annex else letterhead.id,
        family=family,
        annex=(ANNEX, tied) if annex else None,
        superior=letterhead.superior,
        issuer=letterhead.issuer,
        number=family.number,
        symbol=letterhead.symbol,
        date=date,
        kind=kind,
        subject=subject,
        signatures=Signatures(
            date=date if annex else "",
            preparer="NGƯỜI LẬP PHIẾU",
            preparer_note="(Ký, ghi rõ họ tên)",
            preparer_name="",
            on_behalf=on_behalf,
            position=letterhead.position,
            signed_name=family.signed_name,
            copies_label="Nơi nhận:",
            copies=() if annex else tuple(_copies(letterhead, family)),
        ),
    )


def _copies(letterhead: Letterhead, family: Family) -> Iterator[str]:
    """Yield the recipients, each line with its own ending: none behind dots to be filled."""
    *others, last = letterhead.copies or ("",)
    yield from (f"- {words}{family.copies.separator}" for words in others)
    if last:
        yield f"- {last}" if last.endswith("…") else f"- {last}."


def _labels(checklist: Checklist) -> tuple[str, ...]:
    score = ("Điểm tối đa", "Tự chấm", "Thẩm định") if checklist.points else ()
    labels = ("TT", "Nội dung (nguyên văn)", "Điều, khoản", "Kỳ", "Kết quả trong năm", "Minh chứng (loại, số, ngày)")
    reasons = any(state.needs_reason for state in checklist.scale.states)
    return (*labels, "Tự đánh giá", *score, "Ghi chú, lý do*" if reasons else "Ghi chú, lý do")


def _part(checklist: Checklist, part: model.Part) -> Part:
    """Return a part; a single group that its duties come from is told in the heading, several on each line."""
    groups = {line.via for line in part.requirements}
    group = next(iter(groups)) if len(groups) == 1 else None
    basis = f"({part.basis})" if part.basis else ""
    return Part(
        id=part.id,
        number=part.number,
        title=part.title,
        heading=Heading(
            words=f"{part.number}. {part.title.upper()}", remark=f"{basis} – theo nhóm: {group}" if group else basis
        ),
        empty="" if part.blocks else EMPTY,
        blocks=tuple(
            Block(rows=tuple(_row(checklist, line, told=bool(group)) for line in block.requirements))
            for block in part.blocks
        ),
    )


def _row(checklist: Checklist, line: Requirement, *, told: bool) -> Row:
    broken = line.citation.replace(" khoản", "\nkhoản").replace(" Điều", "\nĐiều")
    periods = line.period_label.split("; ")
    return Row(
        id=line.id,
        number=line.number,
        task=f"[Bản nháp] {line.task}" if line.draft else line.task,
        quote=line.quote,
        citation=line.citation,
        citation_lines=tuple(words.replace(" ", "\u00a0") for words in broken.split("\n")),
        period=upper_first(line.period_label) or NO_PERIOD,
        period_short="; ".join(
            words.replace(" ", "\u00a0") if len(words) <= SHORT_PERIOD else words for words in periods
        ),
        hint=f"Gợi ý: {'; '.join(line.evidence)}" if line.evidence else "",
        hints=tuple(_hints(checklist, line, told=told)),
        question=line.question,
        reading=line.reading or "",
        points=line.points,
    )


def _hints(checklist: Checklist, line: Requirement, *, told: bool) -> Iterator[str]:
    """Yield through which group the duty binds, unless the heading tells, and when it may not arise."""
    if line.via and not told:
        yield f"Theo nhóm: {line.via}"
    excluded = next((state.label for state in checklist.scale.states if state.excluded), None)
    if line.may_not_arise and excluded:
        yield f"“{excluded}” nếu trong năm không có việc"


def _log(checklist: Checklist) -> Log:
    return Log(
        heading=Heading(words="IV. THEO KỲ", remark="(lời văn không nêu ngày; đơn vị tự ghi)"),
        labels=("Việc", "Kỳ", "Hạn (nếu có)", "Ngày thực hiện", "Số, ký hiệu văn bản", "Ghi chú"),
        empty="" if checklist.log else EMPTY,
        more="Dòng thêm {number}",
        tasks=tuple(
            Task(
                id=task.id,
                duties=task.duties,
                citation=f"{task.citation}.",
                task=task.task,
                recipients=f"Gửi: {task.recipients}" if task.recipients else "",
                occasions=tuple(OccasionRow(name=name) for name in task.occasions),
            )
            for task in checklist.log
        ),
    )


def _totals(checklist: Checklist) -> Totals:
    states = checklist.scale.states
    done = next(state.label for state in states if state.counts_as_done)
    excluded = " và ".join(lower_first(state.label) for state in states if state.excluded)
    return Totals(
        heading=Heading(words="V. TỔNG HỢP"),
        labels=("Phần", "Số nhiệm vụ", *(state.label for state in states), "Số tính tỷ lệ", f"{done} (%)"),
        workings=("Chưa đánh giá", f"{done} / số tính tỷ lệ", "Khi còn dòng chưa đánh giá"),
        rows=(
            *(
                TotalsRow(id=part.id, title=f"{part.number}. {part.title}", count=len(part.requirements))
                for part in checklist.parts
            ),
            TotalsRow(id="all", title="Cộng", count=len(checklist.requirements)),
        ),
        share=(
            f"Số tính tỷ lệ = số nhiệm vụ đã đánh giá{' trừ số ' if excluded else ''}{excluded}. "
            f"Tỷ lệ = {lower_first(done)} : số tính tỷ lệ × 100. Tỷ lệ không phải là xếp loại."
        ),
        rating=Named(label="Tự xếp loại:", words=""),
        rating_note=f"({checklist.rating})",
    )


def _boxes(checklist: Checklist) -> Iterator[Box]:
    yield Box(id="shortcomings", title="1. Hạn chế (ghi số dòng TT)")
    yield Box(id="causes", title="2. Nguyên nhân")
    yield Box(id="commendations", title=f"3. Đề xuất khen thưởng ({checklist.basis_citation})")
    yield Box(id="proposals", title="4. Kiến nghị")


def _short(checklist: Checklist, term: str) -> Short:
    """Return the words of the short form: whose words the names of tasks are, where the verbatim text is."""
    regulation = checklist.regulation
    return Short(
        labels=("TT", "Việc, kỳ", "Điều, khoản"),
        last_label="Minh chứng, ghi chú",
        states="Mỗi dòng đánh dấu một ô:",
        reason=("(*) Ghi lý do ở cột cuối." if any(state.needs_reason for state in checklist.scale.states) else ""),
        note=(
            f"Phiếu gọn: tên việc do ban biên tập trang đặt, không phải lời của {regulation.short_title}. Nguyên văn "
            f"ở phiếu đầy đủ (cùng số TT, cùng mã) và ở điều, khoản ghi cạnh tên việc trong {regulation.title}{term}. "
            f"{' '.join(checklist.warnings)}"
        ),
        period="Kỳ:",
        sum=f"Cộng {len(checklist.requirements)} việc:",
        foot=f"{checklist.disclaimer} {regulation.print_line}",
    )
