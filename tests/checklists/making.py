"""Sheets: blank ones of a checklist, and one that is filled with another answer in every field."""

from collections.abc import Iterator
from datetime import date, timedelta

from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.record import Answer, Assessment, EvidenceItem, Occasion, Remarks, Remedy, Unit
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Block, Part, Row, Sheet
from quyche.checklists.wording import worded

FIRST = date(2026, 1, 1)


def written(checklist: Checklist, setup: Setup, found: Assessment | None = None) -> Sheet:
    """Return the sheet of ``checklist``, blank or filled with ``found``."""
    return filled(worded(checklist, setup), found or Assessment())


def with_rows(sheet: Sheet, rows: Iterator[Row]) -> Sheet:
    """Return ``sheet`` with these rows, as many as it has, in the place of its own."""

    def block(old: Block) -> Block:
        return old.model_copy(update={"rows": tuple(next(rows) for _ in old.rows)})

    def part(old: Part) -> Part:
        return old.model_copy(update={"blocks": tuple(map(block, old.blocks))})

    return sheet.model_copy(update={"parts": tuple(map(part, sheet.parts))})


def pointed(sheet: Sheet, *, most: int = 10) -> Sheet:
    """Return ``sheet``, not yet filled, as it is where every other line gives points."""
    labels = (*sheet.labels[:7], "Điểm tối đa", "Tự chấm", "Thẩm định", *sheet.labels[7:])
    whole = sheet.model_copy(update={"points": True, "labels": labels})
    given = (most + row.number if row.number % 2 and row.counts else None for row in sheet.rows)
    rows = zip(sheet.rows, given, strict=True)
    return with_rows(whole, (row.model_copy(update={"points": number}) for row, number in rows))


def dated(sheet: Sheet) -> Sheet:
    """Return ``sheet`` as it is where the text names a day for each task of the log."""
    tasks = (
        task.model_copy(update={"due": f"Văn bản nêu: “trước ngày {number} hằng tháng”"})
        for number, task in enumerate(sheet.log.tasks, 1)
    )
    return sheet.model_copy(update={"log": sheet.log.model_copy(update={"tasks": tuple(tasks)})})


def few(sheet: Sheet) -> Sheet:
    """Return ``sheet`` with the first provision of each part: enough where only the head is looked at."""
    parts = tuple(part.model_copy(update={"blocks": part.blocks[:1]}) for part in sheet.parts)
    counts = [sum(row.counts for row in part.rows) for part in parts]
    rows = zip(sheet.totals.rows, (*counts, sum(counts)), strict=True)
    totals = tuple(row.model_copy(update={"count": count}) for row, count in rows)
    own = sheet.totals.model_copy(update={"rows": totals})
    return sheet.model_copy(update={"parts": parts, "totals": own})


def answered(sheet: Sheet, head: str | None = None) -> Assessment:
    """Return a record in which no two fields of any two lines hold the same words; the states go round."""
    states = [state.id for state in sheet.scale.states]
    return Assessment(
        year=2031,
        letterhead=head,
        unit=Unit(
            name="Đơn vị mẫu số 1",
            province="Tỉnh Mẫu",
            district="Huyện Mẫu",
            commune="xã Mẫu",
            preparer="Người lập Mẫu",
        ),
        answers={row.id: _answer(row, states[row.number % len(states)], points=sheet.points) for row in sheet.rows},
        log={
            task.id: tuple(
                Occasion(due=f"hạn {at}.{n}", held=f"ngày {at}.{n}", number=f"{at}-{n}/BC", note=f"dặn {at}.{n}")
                for n in range(len(task.occasions) + 1)
            )
            for at, task in enumerate(sheet.log.tasks)
        },
        remarks=Remarks(
            shortcomings="Thiếu một\nThiếu hai",
            causes="Vì một",
            commendations="Khen một",
            proposals="Xin một",
            rating="Hạng mẫu",
        ),
    )


def _answer(row: Row, state: str, *, points: bool) -> Answer:
    at = row.number
    papers = (
        EvidenceItem(kind=f"Báo cáo {at}", number=f"{at}-BC", date=f"ngày thứ {at}", place=f"tủ {at}"),
        EvidenceItem(kind=f"Biên bản {at}"),
    )
    remedy = Remedy(action=f"Sửa {at}", owner=f"Tổ {at}", deadline=FIRST + timedelta(at), done=at % 3 == 0)
    return Answer(
        state=state,
        result=f"Kết quả {at}\nthêm {at}",
        evidence=papers,
        note=f"Dặn {at}",
        reason=f"Bởi {at}",
        cause=f"Nguồn {at}",
        remedy=remedy,
        points=at + 0.5 if points else None,
    )
