"""Build a checklist from the duties of a body. Passive mentions never become lines; nothing is counted twice."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from quyche.checklists.model import Block, Checklist, LogTask, Part, RegulationRef, Requirement
from quyche.checklists.setup import Setup
from quyche.checklists.wording import WORDS
from quyche.duties.assignment import Assignment, BodyDuties, Duties, Level
from quyche.duties.calendar import CYCLES
from quyche.regulation.citations import citation
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty
from quyche.regulation.partners import recipients
from quyche.regulation.vocabulary import Period
from quyche.vietnamese.letters import lower_first, upper_first


def checklist_bodies(index: Index) -> tuple[Body, ...]:
    """Return the bodies that have a checklist, in order."""
    return tuple(body for body in index.regulation.bodies if body.checklist)


def build_checklist(duties: Duties, setup: Setup, body: Body) -> Checklist:
    """Return the checklist of ``body``."""
    index = duties.index
    regulation = index.regulation
    words, draft = setup.checklist, WORDS["draft"]
    bound = duties.of[body.id]
    numbers = _numbers(bound)
    is_draft = body.draft or any(assignment.duty.draft for assignment in bound.assignments)
    return Checklist(
        regulation=RegulationRef(
            id=regulation.id,
            version=regulation.version,
            sha256=regulation.source.sha256,
            title=regulation.title,
            short_title=regulation.short_title,
            term=regulation.term,
            status=regulation.status.label,
            print_line=regulation.status.print_line,
        ),
        body=body.id,
        body_name=body.name,
        title=words.title,
        basis_citation=citation(index.place[words.basis]),
        disclaimer=f"{draft}. {words.disclaimer}" if is_draft else words.disclaimer,
        warnings=(f"{draft}: còn việc do máy đề xuất.", *words.warnings) if is_draft else words.warnings,
        rating=words.rating,
        document_date=regulation.status.as_of,
        scale=words.scale,
        points=words.points.show,
        parts=tuple(_parts(index, setup, bound, numbers)),
        log=tuple(_log(index, bound, numbers)),
    )


def _numbers(bound: BodyDuties) -> dict[str, int]:
    """Return duty id -> the running number of its line."""
    ordered = (assignment.duty.id for level in Level for assignment in bound.at(level))
    return {duty: number for number, duty in enumerate(ordered, 1)}


def _parts(index: Index, setup: Setup, bound: BodyDuties, numbers: Mapping[str, int]) -> Iterator[Part]:
    for level in Level:
        here = bound.at(level)
        blocks = [
            Block(
                provision=provision,
                requirements=tuple(_requirement(index, setup, assignment, numbers) for assignment in group),
            )
            for provision, group in groupby(here, lambda assignment: assignment.duty.provision)
        ]
        yield Part(id=level, **WORDS["parts"][level], basis=_basis(index, here), blocks=tuple(blocks))


def _requirement(index: Index, setup: Setup, assignment: Assignment, numbers: Mapping[str, int]) -> Requirement:
    """Return a line; what it has under the name of a field of the duty is the duty's, unless it is told here."""
    duty, cut = assignment.duty, index.cuts[assignment.duty.id]
    told = {
        "number": numbers[duty.id],
        "lead": cut.lead,
        "tail": cut.tail,
        "citation": _citation(index, duty.provision),
        "period_label": duty.when,
        "via": assignment.via.name if assignment.via and assignment.level is Level.GROUP else None,
        "same": _same(index, duty, numbers),
        "also": _also(index, duty, numbers),
        "partial": assignment.is_partial,
        "may_not_arise": assignment.may_not_arise,
        "points": setup.checklist.points.most.get(duty.id),
    }
    fields = Requirement.model_fields.keys() & Duty.model_fields.keys()
    return Requirement(**{name: getattr(duty, name) for name in fields} | told)


def _asking_the_same(index: Index, duty: Duty, numbers: Mapping[str, int]) -> list[Duty]:
    """Return the duties of other lines that ask the same, by either one's ``same_as``."""
    others = (duty.same_as or "", *(other.id for other in index.same.get(duty.id, ())))
    return [index.duty[other] for other in others if other in numbers]


def _same(index: Index, duty: Duty, numbers: Mapping[str, int]) -> int | None:
    """Return the number of the earliest line that asks the same and stands before that of ``duty``."""
    found = (numbers[other.id] for other in _asking_the_same(index, duty, numbers))
    return min((number for number in found if number < numbers[duty.id]), default=None)


def _also(index: Index, duty: Duty, numbers: Mapping[str, int]) -> tuple[int, ...]:
    """Return the numbers of the later lines for which that of ``duty`` answers."""
    found = _asking_the_same(index, duty, numbers)
    return tuple(sorted(numbers[other.id] for other in found if _same(index, other, numbers) == numbers[duty.id]))


def _citation(index: Index, provision: str) -> str:
    return upper_first(citation(index.place[provision]))


def _basis(index: Index, assignments: Iterable[Assignment]) -> str:
    """Return the articles behind a part: ``Điều 10, 22, 23``."""
    articles = (index.place[assignment.duty.provision].article for assignment in assignments)
    numbers = dict.fromkeys(article.num for article in articles if article is not None and article.num)
    return f"Điều {', '.join(numbers)}" if numbers else ""


def _log(index: Index, bound: BodyDuties, numbers: Mapping[str, int]) -> Iterator[LogTask]:
    """Yield the tasks of the log; of two duties that ask the same, that of the earlier line."""
    timed = [
        assignment.duty
        for assignment in bound.assignments
        if _occasions(assignment.duty) and _same(index, assignment.duty, numbers) is None
    ]
    known: set[str] = set()
    for (provision, occasions), group in groupby(timed, lambda duty: (duty.provision, _occasions(duty))):
        together = tuple(group)
        yield LogTask(
            id=together[0].id if provision in known else provision,
            duties=tuple(duty.id for duty in together),
            citation=_citation(index, provision),
            task="; ".join(duty.task if not number else lower_first(duty.task) for number, duty in enumerate(together)),
            recipients=recipients(index, *together),
            due="; ".join(dict.fromkeys(duty.due_words for duty in together if duty.due_words)),
            inferred=all(duty.inferred for duty in together),
            occasions=occasions,
        )
        known.add(provision)


def _occasions(duty: Duty) -> tuple[str, ...]:
    """Return the occasions of a year: the months at whose end a cycle closes, then room for the others."""
    cycles = [period for period in duty.period if period in CYCLES]
    months = sorted({month for period in cycles for month in CYCLES[period]})
    named = [_month_words(month, [period for period in cycles if month in CYCLES[period]]) for month in months]
    rest = [words for period in duty.period for words in WORDS["open_occasions"].get(period, ())]
    return (*named, *dict.fromkeys(rest))


def _month_words(month: int, cycles: list[Period]) -> str:
    words = [WORDS["quarters"][month] if period is Period.QUARTER else WORDS["cycles"][period] for period in cycles]
    if not {Period.DAY, Period.WEEK, Period.MONTH} & set(cycles):
        return upper_first(", ".join(words))
    return f"Tháng {month}" + (f" ({', '.join(words)})" if cycles != [Period.MONTH] else "")
