"""The bodies: the list by block, and a page for each with all that the text asks of it."""

from dataclasses import dataclass
from itertools import groupby

from quyche.addresses import BODIES, body_path
from quyche.duties.assignment import Assignment, BodyDuties, Level, Mention
from quyche.pages.page import Heading, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index
from quyche.regulation.model import Body
from quyche.regulation.vocabulary import Block, Period

PARTNERS_SHOWN = 6


@dataclass(frozen=True)
class DutyGroup:
    """One group of duties on a body's page; assignments stand together by provision."""

    id: str
    title: str
    short: str
    intro: str
    assignments: tuple[Assignment, ...]

    @property
    def blocks(self) -> tuple[tuple[str, tuple[Assignment, ...]], ...]:
        """(provision id, its assignments), in reading order."""
        return tuple((key, tuple(group)) for key, group in groupby(self.assignments, lambda a: a.duty.provision))


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


def by_block(index: Index) -> dict[Block, tuple[Body, ...]]:
    """Return block -> its bodies with a page, both in order."""
    blocks = {block: tuple(body for body in index.pages if body.block is block) for block in Block}
    return {block: bodies for block, bodies in blocks.items() if bodies}


def bodies_page(renderer: Renderer) -> Page:
    """Return the list of bodies by block."""
    blocks = by_block(renderer.duties.index)
    return renderer.page(
        "bodies",
        BODIES,
        headings=(Heading("co-quan", "Cơ quan, tổ chức", 1), *(Heading(block, block.label) for block in blocks)),
        blocks={block: [renderer.duties.of[body.id] for body in bodies] for block, bodies in blocks.items()},
    )


def body_page(renderer: Renderer, found: BodyDuties) -> Page:
    """Return the page of one body."""
    sections = tuple(DutyGroup(id_, title, short, intro, found.at(level)) for level, id_, title, short, intro in GROUPS)
    return renderer.page(
        "body",
        body_path(found.body),
        found.body.name,
        menu=found.body.short_name,
        description=f"{found.body.name}: việc riêng, việc theo nhóm, việc chung, làm cùng ai, kỳ nào.",
        found=found,
        body=found.body,
        sections=sections,
        periodic=_by_period(found),
        partners=found.partners[:PARTNERS_SHOWN],
        named=_by_provision(found.named),
        named_with_all=_by_provision(found.named_with_all),
    )


def _by_period(found: BodyDuties) -> dict[Period, tuple[Assignment, ...]]:
    rows = {period: tuple(a for a in found.assignments if period in a.duty.period) for period in Period}
    return {period: assignments for period, assignments in rows.items() if assignments}


def _by_provision(mentions: tuple[Mention, ...]) -> tuple[tuple[str, tuple[Mention, ...]], ...]:
    return tuple((key, tuple(group)) for key, group in groupby(mentions, lambda mention: mention.duty.provision))
