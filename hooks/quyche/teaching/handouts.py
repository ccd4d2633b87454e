"""The handouts as PDF: one A4 page for each body, set by Typst from ``handout.typ``.

Every duty of the body stands on its page by its short name, with its citation; where there are many, the letters
shrink, and a page that still does not hold all of them stops the build.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from quyche.checklists.pdf import compiled
from quyche.duties.assignment import BodyDuties, Duties, Level
from quyche.regulation.citations import citation
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty, Waiver
from quyche.regulation.vocabulary import WaiverKind
from quyche.vietnamese.letters import upper_first

TEMPLATE = Path(__file__).with_name("handout.typ")
PARTS = (
    (Level.OWN, "Việc của chính cơ quan"),
    (Level.GROUP, "Việc theo nhóm"),
    (Level.COMMON, "Việc chung của mọi cơ quan, tổ chức"),
)
FEW = 5
"""A body with fewer duties also gets what names it: its page has room, and its part lies in the duties of others."""


def write_handouts(duties: Duties, bodies: Sequence[Body]) -> bytes:
    """Return one PDF with a page for each of ``bodies``."""
    index = duties.index
    title = f"Tài liệu phát tay: {bodies[0].name if len(bodies) == 1 else index.regulation.short_title}"
    sheets = [_sheet(index, duties.of[body.id]) for body in bodies]
    return compiled(TEMPLATE, sheets, title)


def _sheet(index: Index, found: BodyDuties) -> dict[str, Any]:
    regulation = index.regulation
    day = regulation.status.as_of
    term = f" ({regulation.term})" if regulation.term else ""
    return {
        "date": [day.year, day.month, day.day],
        "kicker": f"Tài liệu phát tay. {regulation.title}{term}",
        "name": found.body.name,
        "lede": f"{_count(found)} Tên việc do ban biên tập đặt; nguyên văn ở điều, khoản bên phải.",
        "parts": [part for part in _parts(index, found) if part["rows"]],
        "notes": "Ghi chép",
        "foot": regulation.status.print_line,
    }


def _parts(index: Index, found: BodyDuties) -> Iterable[dict[str, Any]]:
    for level, title in PARTS:
        rows = [_row(index, one.duty) for one in found.assignments if one.level is level]
        yield {"title": f"{title} ({len(rows)})", "rows": rows}
    if len(found.assignments) < FEW:
        mentioned = {mention.duty.id: mention.duty for mention in found.mentions}
        rows = [_row(index, duty) for duty in mentioned.values()]
        yield {"title": f"Được nhắc đến trong việc của cơ quan khác ({len(rows)})", "rows": rows}
        others = [waiver for waiver in found.waivers if waiver not in found.personal]
        named = (("Trách nhiệm cá nhân", found.personal), ("Được nêu nhưng không phải tự đánh giá", others))
        for title, waivers in named:
            quoted = [_quoted(index, waiver) for waiver in waivers]
            yield {"title": f"{title} ({len(quoted)})", "rows": quoted}


def _count(found: BodyDuties) -> str:
    if found.assignments:
        return f"{len(found.assignments)} việc."
    if found.personal:
        return f"{len(found.personal)} {WaiverKind.INDIVIDUAL.label}, không đưa vào phiếu tự đánh giá."
    return "Không có việc phải tự đánh giá."


def _quoted(index: Index, waiver: Waiver) -> dict[str, str]:
    words = f"“{waiver.quote or index.place[waiver.provision].provision.text}”"
    return {"words": words, "period": "", "citation": _citation(index, waiver.provision)}


def _row(index: Index, duty: Duty) -> dict[str, str]:
    period = "; ".join(filter(None, (duty.when, duty.due_words and f"“{duty.due_words}”")))
    return {"words": duty.task, "period": period, "citation": _citation(index, duty.provision)}


def _citation(index: Index, provision: str) -> str:
    return upper_first(citation(index.place[provision])).replace(" ", "\u00a0")
