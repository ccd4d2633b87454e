"""The words of a sheet, laid out as the sheet is: what Typst sets as PDF, what the browser prints."""

from typing import Any

from quyche.checklists import paper
from quyche.checklists.model import Checklist, Part, Requirement

SHORT_PERIOD = 12
SHORT_LABELS, SHORT_LAST = ("TT", "Việc, kỳ", "Điều, khoản"), "Minh chứng, ghi chú"
"""The columns of the short form before and after those of the states."""


def sheet_words(checklist: Checklist) -> dict[str, Any]:
    """Return every word of the sheet of ``checklist``, full and short, as plain values."""
    return _head(checklist) | _table(checklist) | _rest(checklist)


def _head(checklist: Checklist) -> dict[str, Any]:
    day = checklist.document_date
    return {
        "slug": checklist.body,
        "regulation": checklist.regulation.id,
        "date": [day.year, day.month, day.day],
        "header": checklist.form.header,
        "family": checklist.family.model_dump(mode="json"),
        "title": paper.title(checklist),
        "title_lines": paper.title_lines(checklist),
        "annex_line": paper.annex_line(checklist),
        "superior": paper.superior_lines(checklist),
        "issuer": paper.issuer_lines(checklist),
        "symbol": checklist.letterhead.symbol,
        "date_line": paper.date_line(checklist),
        "unit": checklist.unit,
        "body_name": checklist.body_name,
        "basis": paper.basis_line(checklist),
        "notices": paper.notices(checklist),
        "foot": paper.foot_line(checklist),
        "short_note": _short_note(checklist),
        "short_foot": f"{checklist.disclaimer} {checklist.regulation.print_line}",
    }


def _table(checklist: Checklist) -> dict[str, Any]:
    points = checklist.form.points
    labels = paper.duty_labels(points=points)
    reasons = any(state.needs_reason for state in checklist.scale.states)
    return {
        "states": [
            {
                "label": state.label,
                "short": state.short_label,
                "definition": state.definition,
                "reason": state.needs_reason,
            }
            for state in checklist.scale.states
        ],
        "points": points,
        "labels": [*labels[:-1], f"{labels[-1]}*" if reasons else labels[-1]],
        "short_labels": SHORT_LABELS,
        "short_last": SHORT_LAST,
        "parts": [_part(checklist, part) for part in checklist.parts],
        "empty": paper.empty_part(),
    }


def _part(checklist: Checklist, part: Part) -> dict[str, Any]:
    """Return a part; a single group that its duties come from is told in the heading, several on each line."""
    heading, basis = paper.part_line(part)
    groups = {line.via for line in part.requirements}
    group = next(iter(groups)) if len(groups) == 1 else None
    return {
        "heading": (heading, f"{basis} – theo nhóm: {group}" if group else basis),
        "blocks": [[_row(checklist, line, told=bool(group)) for line in block.requirements] for block in part.blocks],
    }


def _row(checklist: Checklist, requirement: Requirement, *, told: bool) -> dict[str, Any]:
    notes = paper.arising_hint if told else paper.note_hints
    return {
        "number": requirement.number,
        "id": requirement.id,
        "task": requirement.task,
        "quote": requirement.quote,
        "citation": paper.citation_lines(requirement.citation),
        "period": _period(requirement),
        "hint": paper.evidence_hint(requirement),
        "notes": notes(checklist, requirement),
        "points": requirement.points,
    }


def _period(requirement: Requirement) -> str:
    """Return the periods, of which short ones (“hằng tháng”) do not break between lines."""
    periods = requirement.period_label.split("; ")
    return "; ".join(each.replace(" ", "\u00a0") if len(each) <= SHORT_PERIOD else each for each in periods)


def _rest(checklist: Checklist) -> dict[str, Any]:
    return {
        "headings": paper.later_headings(),
        "log_labels": paper.log_labels(),
        "log": [task.model_dump(mode="json") for task in checklist.log],
        "totals_labels": paper.totals_labels(checklist),
        "totals": [(f"{part.number}. {part.title}", len(part.requirements)) for part in checklist.parts],
        "count": len(checklist.requirements),
        "share": paper.share_words(checklist.scale),
        "rating": checklist.rating,
        "remarks": paper.remark_headings(checklist),
        "reviewer": paper.reviewer_line().rstrip("… "),
        "on_behalf": paper.on_behalf_line(checklist),
        "position": checklist.letterhead.position,
        "copies": paper.copies_lines(checklist),
    }


def _short_note(checklist: Checklist) -> str:
    """Return what the short form says of itself: whose words the names of the tasks are, where the verbatim text is."""
    regulation = checklist.regulation
    term = f" ({regulation.term})" if regulation.term else ""
    return (
        f"Phiếu gọn: tên việc do ban biên tập trang đặt, không phải lời của {regulation.short_title}. "
        "Nguyên văn ở phiếu "
        f"đầy đủ (cùng số TT, cùng mã) và ở điều, khoản ghi cạnh tên việc trong {regulation.title}{term}. "
        f"{' '.join(checklist.warnings)}"
    )
