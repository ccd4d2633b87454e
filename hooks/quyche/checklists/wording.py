"""Word the sheet of a checklist: each word that a format prints stands here, in ``wording.yaml`` or in the data."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from quyche.beside import beside
from quyche.checklists import model
from quyche.checklists.model import Checklist, Requirement
from quyche.checklists.setup import Family, Letterhead, Setup
from quyche.checklists.sheet import (
    POINTS,
    Block,
    Head,
    Heading,
    Key,
    Log,
    OccasionRow,
    Part,
    Row,
    Sheet,
    Signatures,
    Task,
    Totals,
    TotalsRow,
)
from quyche.regulation.model import INFERRED
from quyche.vietnamese.letters import lower_first, upper_first

WORDS: Final[Mapping[str, Any]] = beside(__file__, "wording.yaml")
SHORT_PERIOD = 12
"""Letters of a period (“hằng tháng”) that does not break between lines."""


def worded(checklist: Checklist, setup: Setup) -> Sheet:
    """Return the sheet of ``checklist``, its marks not yet filled, with each head that its body may choose."""
    letterheads = setup.letterheads_of(checklist.body)
    regulation, states = checklist.regulation, checklist.scale.states
    term = f" ({regulation.term})" if regulation.term else ""
    reasons = any(state.needs_reason for state in states)
    words = put(
        WORDS["sheet"],
        checklist=checklist,
        regulation=regulation,
        term=term,
        status=lower_first(regulation.status),
        standing=lower_first(regulation.print_line),
        warnings=" ".join(checklist.warnings),
        count=sum(line.counts for line in checklist.requirements),
    )
    if not reasons:
        words["short"]["reason"] = ""
    return Sheet(
        schema_version=checklist.schema_version,
        regulation=regulation,
        body=checklist.body,
        body_name=checklist.body_name,
        disclaimer=checklist.disclaimer,
        document_date=checklist.document_date,
        scale=checklist.scale,
        points=checklist.points,
        heads=(
            _head(checklist, letterheads[0], setup, annex=True),
            *(_head(checklist, each, setup, annex=False) for each in letterheads),
        ),
        key=Key(**WORDS["key"], notices=tuple(_notices(checklist, words.pop("notices")))),
        labels=tuple(
            f"{label}*" if key == "note" and reasons else label
            for key, label in WORDS["labels"].items()
            if checklist.points or key not in POINTS
        ),
        parts=tuple(_part(checklist, part) for part in checklist.parts),
        log=_log(checklist),
        totals=_totals(checklist),
        **words,
    )


def put(words: Any, **values: object) -> Any:  # noqa: ANN401 -- any piece of WORDS
    """Return ``words`` with ``values`` in the place of their names in braces."""
    match words:
        case dict():
            return {key: put(inner, **values) for key, inner in words.items()}
        case list():
            return [put(inner, **values) for inner in words]
    return words.format_map(values)


def _notices(checklist: Checklist, words: Mapping[str, str]) -> Iterator[str]:
    """Yield what must be known of the sheet; of brackets and of inferred periods where it has any."""
    lines = checklist.requirements
    yield words["source"]
    yield from checklist.warnings
    if any(line.lead or line.tail for line in lines):
        yield words["carried"]
    if any(INFERRED in line.period_label for line in lines):
        yield words["inferred"]
    yield words["sent_to"]


def _head(checklist: Checklist, letterhead: Letterhead, setup: Setup, *, annex: bool) -> Head:
    family = setup.family(letterhead)
    words = put(WORDS["head"], title=checklist.title, symbol=letterhead.symbol)
    paper, whole, date = words["paper"], words["title"], words["date"]
    kind, subject = (paper, whole[len(paper) :].strip()) if whole.startswith(f"{paper} ") else ("", whole)
    on_behalf = f"{family.on_behalf} {letterhead.on_behalf}" if letterhead.on_behalf and family.on_behalf else ""
    return Head(
        id="" if annex else letterhead.id,
        family=family,
        annex=words["annex"] if annex else None,
        superior=letterhead.superior,
        issuer=letterhead.issuer,
        number=family.number,
        symbol=letterhead.symbol,
        date=date,
        kind=kind,
        subject=subject,
        signatures=Signatures(
            date=date if annex else "",
            on_behalf=on_behalf,
            position=letterhead.position,
            signed_name=family.signed_name,
            copies=() if annex else tuple(_copies(letterhead, family)),
            **WORDS["signatures"],
        ),
    )


def _copies(letterhead: Letterhead, family: Family) -> Iterator[str]:
    """Yield the recipients, each line with its own ending: none behind dots to be filled."""
    *others, last = letterhead.copies or ("",)
    yield from (f"- {words}{family.copies.separator}" for words in others)
    if last:
        yield f"- {last}" if last.endswith("…") else f"- {last}."


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
        empty="" if part.blocks else WORDS["empty"],
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
        formerly=line.formerly,
        number=line.number,
        task=f"[Bản nháp] {line.task}" if line.draft else line.task,
        lead=line.lead,
        quote=line.quote,
        tail=line.tail,
        instead=_instead(line),
        same=line.same,
        citation=line.citation,
        citation_lines=tuple(words.replace(" ", "\u00a0") for words in broken.split("\n")),
        period=upper_first(line.period_label).replace(INFERRED, WORDS["inferred"]) or WORDS["no_period"],
        period_short="; ".join(
            words.replace(" ", "\u00a0") if len(words) <= SHORT_PERIOD else words for words in periods
        ),
        hint=f"Gợi ý: {'; '.join(line.evidence)}" if line.evidence and line.same is None else "",
        hints=tuple(_hints(checklist, line, told=told)),
        question=line.question,
        reading=line.reading or "",
        points=line.points if line.counts else None,
    )


def _instead(line: Requirement) -> str:
    if line.counts:
        return ""
    return str(WORDS["instead"]["reference" if line.same is None else "same"]).format(number=line.same)


def _hints(checklist: Checklist, line: Requirement, *, told: bool) -> Iterator[str]:
    """Yield by which group it binds, unless the heading tells; when it may not arise; what else it answers."""
    if line.via and not told:
        yield f"Theo nhóm: {line.via}"
    excluded = next((state.label for state in checklist.scale.states if state.excluded), None)
    if line.may_not_arise and excluded and line.counts:
        why = "partial" if line.partial else "unless" if line.not_arising_if else "event"
        yield WORDS["not_arising"][why].format(excluded=excluded, group=line.via, unless=line.not_arising_if)
    if line.also and line.counts:
        yield WORDS["also"].format(numbers=", ".join(map(str, line.also)))


def _log(checklist: Checklist) -> Log:
    words = WORDS["log"]
    remark = words["dated"] if any(task.due for task in checklist.log) else words["heading"]["remark"]
    return Log(
        heading=Heading(words=words["heading"]["words"], remark=remark),
        labels=words["labels"],
        more=words["more"],
        empty="" if checklist.log else WORDS["empty"],
        tasks=tuple(
            Task(
                id=task.id,
                duties=task.duties,
                citation=f"{task.citation}.",
                task=f"{task.task} (kỳ do {INFERRED})" if task.inferred else task.task,
                recipients=f"Gửi: {task.recipients}" if task.recipients else "",
                due=f"Văn bản nêu: “{task.due}”" if task.due else "",
                occasions=tuple(OccasionRow(name=name) for name in task.occasions),
            )
            for task in checklist.log
        ),
    )


def _totals(checklist: Checklist) -> Totals:
    states = checklist.scale.states
    done = checklist.scale.done.label
    excluded = " và ".join(lower_first(state.label) for state in states if state.excluded)
    less = f" trừ số {excluded}" if excluded else ""
    words = put(WORDS["totals"], checklist=checklist, done=done, done_inside=lower_first(done), less=less)
    part, count, base, share = put(WORDS["totals_labels"], done=done)
    rows = [
        TotalsRow(id=part.id, title=f"{part.number}. {part.title}", count=sum(one.counts for one in part.requirements))
        for part in checklist.parts
    ]
    return Totals(
        labels=(part, count, *(state.label for state in states), base, share),
        rows=(*rows, TotalsRow(id="all", title=WORDS["sum"], count=sum(one.counts for one in checklist.requirements))),
        **words,
    )
