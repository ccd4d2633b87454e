"""The bodies: the list by block, and a page for each with all that the text asks of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from quyche.addresses import BODIES, body_path
from quyche.duties.assignment import Assignment, BodyDuties, Duties, Level, Mention
from quyche.pages.page import Heading, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index
from quyche.regulation.model import Body, Waiver
from quyche.regulation.vocabulary import Block, Period, WaiverKind

COMPANIONS_SHOWN = 6


@dataclass(frozen=True)
class Fact:
    """How many of one kind there are for a body, and the section of its page that lists them; ``""``: none does."""

    count: int
    words: str
    section: str


@dataclass(frozen=True)
class DutyGroup:
    """One group of duties on a body's page."""

    id: str
    title: str
    intro: str
    assignments: tuple[Assignment, ...]


GROUPS = (
    (Level.OWN, "viec-rieng", "Việc của chính cơ quan", "việc riêng", "Văn bản gọi đúng tên để giao."),
    (
        Level.GROUP,
        "theo-nhom",
        "Việc theo nhóm",
        "việc theo nhóm",
        "Văn bản giao cho một nhóm mà cơ quan này thuộc về.",
    ),
    (Level.COMMON, "viec-chung", "Việc chung", "việc chung", "Văn bản giao cho mọi cơ quan, tổ chức."),
)
PERSONAL, MENTIONS = "ca-nhan", "nhac-den"
"""Sections of a body's page: what is asked of each person, where duties of others name it."""


def by_block(index: Index) -> dict[Block, tuple[Body, ...]]:
    """Return block -> its bodies with a page, both in order."""
    blocks = {block: tuple(body for body in index.pages if body.block is block) for block in Block}
    return {block: bodies for block, bodies in blocks.items() if bodies}


def bound_in_person(duties: Duties, waivers: Iterable[Waiver]) -> tuple[Body, ...]:
    """Return the bodies with a page of which ``waivers`` ask something of each person, in order of the data."""
    asked = set(waivers)
    return tuple(found.body for found in duties.of.values() if asked.intersection(found.personal))


def facts(found: BodyDuties) -> tuple[Fact, ...]:
    """Return what there is for a body, kind by kind; what there is none of is left out.

    Only a body that the text does not bind in any way is told so.
    """
    binding = (
        *(Fact(len(found.at(level)), short, section) for level, section, _, short, _ in GROUPS),
        Fact(len(found.personal), WaiverKind.INDIVIDUAL.label, PERSONAL),
    )
    bound = [fact for fact in binding if fact.count] or [Fact(0, "việc được giao", "")]
    return (*bound, *([Fact(len(found.named), "lần được nhắc", MENTIONS)] if found.named else []))


def bodies_page(renderer: Renderer) -> Page:
    """Return the list of bodies by block."""
    blocks = by_block(renderer.duties.index)
    return renderer.page(
        "bodies",
        BODIES,
        headings=(Heading("co-quan", "Cơ quan, tổ chức", 1), *(Heading(block, block.label) for block in blocks)),
        blocks={
            block: [(body, facts(renderer.duties.of[body.id])) for body in bodies] for block, bodies in blocks.items()
        },
    )


def body_page(renderer: Renderer, found: BodyDuties) -> Page:
    """Return the page of one body."""
    sections = tuple(DutyGroup(id_, title, intro, found.at(level)) for level, id_, title, _, intro in GROUPS)
    return renderer.page(
        "body",
        body_path(found.body),
        found.body.name,
        menu=found.body.short_name,
        description=f"{found.body.name}: việc riêng, việc theo nhóm, việc chung, làm cùng ai, kỳ nào.",
        found=found,
        body=found.body,
        facts=facts(found),
        sections=sections,
        personal=PERSONAL,
        mentions=MENTIONS,
        waivers=tuple(waiver for waiver in found.waivers if waiver not in found.personal),
        periodic=_by_period(found),
        companions=found.companions[:COMPANIONS_SHOWN],
        named=_by_provision(found.named),
        named_with_all=_by_provision(found.named_with_all),
    )


def _by_period(found: BodyDuties) -> dict[Period, tuple[Assignment, ...]]:
    rows = {period: tuple(a for a in found.assignments if period in a.duty.period) for period in Period}
    return {period: assignments for period, assignments in rows.items() if assignments}


def _by_provision(mentions: tuple[Mention, ...]) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    return tuple((key, tuple(group)) for key, group in groupby(mentions, lambda mention: mention.duty.provision))
