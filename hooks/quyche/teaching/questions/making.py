"""Questions made from the duties: who leads, when, with whom, to whom. Pure: one regulation gives one list.

Each asks about one provision and names it, so that what other provisions say cannot make a second option right. The
wrong options are rows of the same data; `wrong.py` says which rows are surely wrong.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from hashlib import sha256
from typing import TypeAlias, TypeVar

from quyche.duties.calendar import CYCLES
from quyche.regulation.citations import citation
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Duty
from quyche.regulation.partners import named_together
from quyche.regulation.vocabulary import PartnerRole, Period, Role
from quyche.teaching.questions.model import CognitiveLevel, Question
from quyche.teaching.questions.wrong import OCCASIONS, Bodies, leads_in, related, surely_other_period, surely_others
from quyche.vietnamese.letters import fold, lower_first, upper_first, words

RowT = TypeVar("RowT")
PartnerRows: TypeAlias = Mapping[Bodies, str]
"""Bodies that a duty names in one role -> its words for them: those lists that are short enough to be an option."""

LEADS = Role.LEAD.label
WRONG = 3
WIDEST = 3
"""A list of more names than this is no option that one can read."""


def made_questions(index: Index, taken: Collection[str] = ()) -> tuple[Question, ...]:
    """Return the questions that the duties of ``index`` give, in order of the duties.

    A question whose text is in ``taken`` is left out, and so is one that only repeats the answer of another of the same
    kind on the same provision.
    """
    rows = _partner_rows(index)
    makers = (_who_leads, _when, partial(_with_whom, rows), partial(_to_whom, rows))
    seen = set(taken)
    found = []
    for duty in index.regulation.duties:
        for question in (question for make in makers for question in make(index, duty)):
            same = f"{question.provision} {question.id.rsplit('.', 1)[-1]} {question.right}"
            if not {question.text, same} & seen:
                found.append(question)
            seen |= {question.text, same}
    return tuple(found)


def _who_leads(index: Index, duty: Duty) -> Iterator[Question]:
    leaders = tuple(body for body in duty.by if Role.LEAD in duty.roles(body))
    said_so = LEADS in duty.quote.lower()
    asks_so = said_so or (len(duty.by) == 1 and LEADS not in duty.task.lower())
    if len(leaders) != 1 or _names_one(index, leaders, duty.task) or not asks_so:
        return
    right = index.bodies[leaders[0]]
    leading = leads_in(index, duty.provision)
    free = [body.id for body in index.pages if not any(related(index, body.id, leader) for leader in leading)]
    near = {*duty.partners, *duty.by}
    wrong = sorted(
        _shuffled(duty, free, str), key=lambda body: (body not in near, index.bodies[body].block != right.block)
    )
    given = "được giao chủ trì" if said_so and not duty.task.startswith("Chủ trì") else "được giao"
    yield from _question(
        index,
        duty,
        "ai",
        f"cơ quan, tổ chức nào {given} việc “{duty.task}”?",
        right.name,
        [index.bodies[body].name for body in wrong],
        f"{'Bên chủ trì' if said_so else 'Bên được giao'} là {said(index, leaders)}.",
    )


def _when(index: Index, duty: Duty) -> Iterator[Question]:
    right = frozenset(duty.period)
    vague = Period.INTERVAL in right or len(right & OCCASIONS) > 1
    if duty.period_words is None or _names_period(duty) or vague:
        return
    rows = [frozenset(other.period) for other in index.regulation.duties if other.period]
    rows += [frozenset({period}) for row in rows for period in row]
    free = [row for row in dict.fromkeys(rows) if Period.INTERVAL not in row and surely_other_period(right, row)]
    wrong = sorted(
        _shuffled(duty, free, period_words),
        key=lambda row: (-len(row & right), bool(row & CYCLES.keys()) != bool(right & CYCLES.keys())),
    )
    yield from _question(
        index,
        duty,
        "ky",
        f"việc “{duty.task}” được thực hiện khi nào, theo kỳ nào?",
        period_words(right),
        [period_words(row) for row in wrong],
        f"Văn bản ghi “{duty.period_words}”.",
    )


def _with_whom(rows: PartnerRows, index: Index, duty: Duty) -> Iterator[Question]:
    yield from _partners(
        rows, index, duty, PartnerRole.ATTENDS, "du", "giao ban, làm việc với những cơ quan, tổ chức nào?"
    )
    act = upper_first(duty.task.removeprefix("Phối hợp "))
    told = _names_one(index, partners(duty, PartnerRole.COORDINATES), duty.task)
    if not told and not act.startswith(("Với ", "Trong ")):
        asks = f"phối hợp với cơ quan, tổ chức nào trong việc “{act}”?"
        yield from _partners(rows, index, duty, PartnerRole.COORDINATES, "ph", asks)


def _to_whom(rows: PartnerRows, index: Index, duty: Duty) -> Iterator[Question]:
    if any(Role.REPORT in duty.roles(body) for body in duty.by):
        asks = "gửi báo cáo, phản ánh tới cơ quan, tổ chức nào?"
        yield from _partners(rows, index, duty, PartnerRole.RECEIVES, "nhan", asks)


def _partner_rows(index: Index) -> PartnerRows:
    every = {
        partners(duty, role): partner_list(index, duty, role)
        for duty in index.regulation.duties
        for role in PartnerRole
    }
    return {row: said for row, said in every.items() if _readable(index, row)}


def _partners(  # noqa: PLR0913, PLR0917 -- what is asked, and of what
    rows: PartnerRows, index: Index, duty: Duty, role: PartnerRole, code: str, asks: str
) -> Iterator[Question]:
    right = partners(duty, role)
    beside = [other for other in index.duties[duty.provision] if other.by.keys() & duty.by.keys()]
    answers = {partners(other, role) for other in beside if partners(other, role)}
    named = named_together(index, duty, right)
    if len(answers) > 1 or "" in named or not _readable(index, right):  # two answers, none, or none of the text's
        return
    involved = {*duty.by, *(body for other in index.duties[duty.provision] for body in other.partners)}
    spelled = {fold(words) for body in involved for words in _spellings(index.bodies[body])}
    free = [
        row
        for row, said_so in rows.items()
        if surely_others(index, tuple(involved), row) and not any(words in fold(said_so) for words in spelled)
    ]
    wrong = sorted(_shuffled(duty, free, " ".join), key=lambda row: abs(len(row) - len(right)))
    yield from _question(
        index,
        duty,
        code,
        f"{said(index, tuple(duty.by))} {asks}",
        upper_first("; ".join(named)),
        [upper_first(rows[row]) for row in wrong],
        f"{upper_first(role.label)}: {'; '.join(named)}.",
    )


def _question(  # noqa: PLR0913, PLR0917 -- a question's parts
    index: Index, duty: Duty, code: str, asks: str, right: str, wrong: list[str], explanation: str
) -> Iterator[Question]:
    cut = index.cuts[duty.id]
    different = tuple(dict.fromkeys(option for option in wrong if option != right))[:WRONG]
    if len(different) == WRONG:
        yield Question(
            id=f"dl.{duty.id}.{code}",
            provision=duty.provision,
            level=CognitiveLevel.RECALL,
            text=f"Theo {citation(index.place[duty.provision])}, {asks}",
            right=right,
            wrong=different,
            quote=cut.quote,
            explanation=explanation,
            duty=duty.id,
            lead=cut.lead,
            tail=cut.tail,
        )


def partners(duty: Duty, role: PartnerRole) -> Bodies:
    """Return the ids of the bodies that ``duty`` names in ``role``, in order of the data."""
    return tuple(body for body, given in duty.partners.items() if given is role)


def partner_list(index: Index, duty: Duty, role: PartnerRole) -> str:
    """Return those whom ``duty`` names in ``role``, by the words of the text; whom it does not name by the body's."""
    named = named_together(index, duty, partners(duty, role))
    return "; ".join(words or said(index, bodies) for words, bodies in named.items())


def period_words(periods: Collection[Period]) -> str:
    """Return periods as words, in the order of the vocabulary: ``Sáu tháng, hằng năm và khi cần thiết``."""
    labels = [period.label for period in Period if period in periods]
    return upper_first(" và ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels))


def said(index: Index, bodies: Bodies) -> str:
    """Return the names of ``bodies`` as they stand inside a sentence: “Ban Quản thư; các tổ bạn đọc”."""
    return "; ".join(_inside(index.bodies[body]) for body in bodies)


def _inside(body: Body) -> str:
    """Return the body's name with a small first letter, unless it is a proper name."""
    small = lower_first(body.name)
    common = {"các", "những", *(spelling.split()[0] for spelling in body.spellings if spelling.islower())}
    proper = not small.islower() and not small.startswith("các ")
    return body.name if proper or small.split()[0] not in common else small


def _spellings(body: Body) -> tuple[str, ...]:
    return (body.name, *body.spellings)


def _readable(index: Index, row: Bodies) -> bool:
    return 0 < len(row) <= WIDEST and not any(_is_vague(index.bodies[body]) for body in row)


def _is_vague(body: Body) -> bool:
    """Tell whether nobody could say which bodies these are: “the bodies concerned”, everybody."""
    return body.block is None or body.common


def _names_one(index: Index, bodies: Collection[str], task: str) -> bool:
    """Tell whether ``task`` names one of ``bodies``, by two words that open one of its names: it would give it away."""
    said = f" {' '.join(words(fold(task)))} "
    for body in (index.bodies[name] for name in bodies):
        for name in (body.short_name, *body.also, *_spellings(body)):
            opening = [word for word in words(fold(name)) if word not in {"cac", "nhung"}][:2]
            if f" {' '.join(opening)} " in said:
                return True
    return False


def _names_period(duty: Duty) -> bool:
    said = fold(duty.task)
    labels = (period.label.split(" (")[0] for period in duty.period)
    return any(fold(words) in said for words in (*labels, duty.period_words or ""))


def _shuffled(duty: Duty, rows: Iterable[RowT], words_of: Callable[[RowT], str]) -> list[RowT]:
    """Return ``rows`` in an order that differs from duty to duty and never from run to run."""
    return sorted(rows, key=lambda row: sha256(f"{duty.id} {words_of(row)}".encode()).hexdigest())
