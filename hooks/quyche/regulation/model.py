"""The regulation as frozen records: what ``regulation.yaml`` holds, and nothing else.

The verbatim text stands once, in a tree of provisions. Everything else points at a provision by id and, where it
speaks of particular words, quotes them.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from quyche.regulation.vocabulary import (
    Block,
    Confidence,
    Direction,
    Kind,
    Method,
    Opening,
    PartnerRole,
    Period,
    Role,
    Stage,
    Tier,
    WaiverKind,
)
from quyche.vietnamese.letters import lower_first


class Record(BaseModel):
    """A frozen record; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    bad = next((letter for letter in text if not letter.isprintable()), None)
    if bad is not None:
        raise PydanticCustomError("not_printable", "ký tự không in được {code}", {"code": f"U+{ord(bad):04X}"})
    return text


Words = Annotated[
    str, StringConstraints(min_length=1, max_length=20_000, pattern=r"^\S(.*\S)?$"), AfterValidator(_printable)
]
"""One paragraph of printable words, without line breaks or space at either end."""

INFERRED: Final = "ban biên tập suy ra"
"""Stands behind each period that the text does not state in words."""

Slug = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Small unaccented letters, digits and single hyphens: an address part, and so part of a file's name."""

ProvisionId = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z]+[0-9a-z-]*(\.[0-9a-z]+)*$")]
DutyId = Annotated[str, StringConstraints(max_length=110, pattern=r"^[a-z]+[0-9a-z-]*(\.[0-9a-z]+)*\.[1-9][0-9]*$")]


class Repair(Record):
    """One logged mend of the carrier (never of the words): ``before`` stands exactly once in the raw source."""

    line: Annotated[int, Field(ge=1, description="Line of the raw source at which the fault begins")]
    before: str
    after: str
    reason: Words


class Source(Record):
    """Where the words come from: the raw file, kept byte for byte, and the repairs that lead from it to this text."""

    file: Annotated[Words, Field(description="Path of the raw source, from the folder of regulation.yaml")]
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    note: Words | None = None
    repairs: tuple[Repair, ...] = ()


class Status(Record):
    """What is known of the standing of the text; ``None`` is unknown and shown as such, never guessed."""

    label: Words
    summary: Words
    notice: tuple[Words, ...]
    print_line: Words
    as_of: date
    issuer: Words | None = None
    number: Words | None = None
    issued: date | None = None
    effective: date | None = None
    effective_note: Words | None = None
    replaces: Words | None = None
    replaced_by: Words | None = None


class Provision(Record):
    """A piece of the text with a permanent id.

    ``heading`` and ``text`` are verbatim. ``short_title`` is editorial. ``label`` is the number as printed when it
    differs from the usual form (``Điều 5.``, ``8.``, ``2.1.``, ``a)``). ``emphasis`` lists stretches of ``text`` that
    the source sets in italics.
    """

    id: ProvisionId
    kind: Kind
    num: Words | None = None
    label: Words | None = None
    heading: Words | None = None
    short_title: Words | None = None
    text: Words | None = None
    emphasis: tuple[Words, ...] = ()
    children: tuple["Provision", ...] = ()


class Distribution(Record):
    """The list at the end that says who receives the document (Nơi nhận)."""

    heading: Words
    items: tuple[Words, ...]


class Signature(Record):
    """The signature block, line by line as in the source; kept out of search."""

    lines: tuple[Words, ...]


class Text(Record):
    """The verbatim text from the first line to the last."""

    front: tuple[Words, ...]
    preamble: tuple[Provision, ...] = ()
    body: tuple[Provision, ...]
    distribution: Distribution | None = None
    signature: Signature | None = None


class Successor(Record):
    """What became of a body: editorial, with its source; never a statement of legal equivalence."""

    ended: date | None = None
    status: Words
    nearest: Words | None = None
    source: Words | None = None
    confidence: Confidence


class Body(Record):
    """A body, organisation, group or kind of person that the text names.

    ``tier`` is the level at which it stands; ``None``: at several, or at none. ``member_of`` lists groups whose duties
    and mentions reach this body, ``partly`` those among them to which only some of its kind belong; ``named_by`` lists
    groups whose words name it although their duties do not bind it. ``spellings`` are the forms in the text;
    ``abbreviations`` and ``also`` are what readers type.
    """

    id: Slug
    name: Words
    short: Annotated[Words, Field(max_length=26)] | None = None
    block: Block | None = None
    tier: Tier | None = None
    page: bool = False
    checklist: bool = False
    common: Annotated[bool, Field(description="Its duties are everybody's: the common part of each checklist")] = False
    member_of: tuple[Slug, ...] = ()
    partly: tuple[Slug, ...] = ()
    named_by: tuple[Slug, ...] = ()
    spellings: tuple[Words, ...] = ()
    abbreviations: tuple[Words, ...] = ()
    also: tuple[Words, ...] = ()
    about: Words | None = None
    successor: Successor | None = None
    draft: Annotated[bool, Field(description="Proposed by a program; no person has confirmed it yet")] = False

    @property
    def short_name(self) -> str:
        """The name for narrow places."""
        return self.short or self.name


class Duty(Record):
    """One checkable act: exact words of a provision, who acts, with whom, when, and what a unit asks itself about it.

    ``formerly`` are ids that it had, under which files may still know it. ``quote``, ``under``, ``limits``, ``named``,
    ``period_words`` and ``due_words`` are verbatim; " … " in them stands for words left out. ``under`` are the words
    before the quote that govern it, ``limits`` those behind it that limit it; a quote that begins inside a sentence and
    has no ``under`` says in ``opens`` why. ``named`` is how the text names a partner, where its spellings do not tell,
    and ``at`` where the text sets the partner's level. A period without ``period_words`` is editorial and shown as
    such; ``due_words`` name the day, if the text does. A duty that ``may_not_arise`` says in ``not_arising_if`` for
    whom, where it is not for want of an event. ``same_as`` is another duty that asks the same of whoever has both.
    ``reading`` says which reading of doubtful words is taken, and why; ``aside`` are bodies that it names and that have
    no part in the duty.
    """

    id: DutyId
    formerly: tuple[DutyId, ...] = ()
    provision: ProvisionId
    quote: Words
    under: Words | None = None
    limits: Words | None = None
    opens: Opening | None = None
    task: Words
    by: Annotated[Mapping[Slug, Role | tuple[Role, ...]], Field(min_length=1)]
    partners: Annotated[Mapping[Slug, PartnerRole], Field(alias="with")] = {}
    named: Mapping[Slug, Words] = {}
    at: Mapping[Slug, Direction] = {}
    period: tuple[Period, ...] = ()
    period_words: Words | None = None
    due_words: Words | None = None
    question: Words
    evidence: Annotated[tuple[Words, ...], Field(min_length=1)]
    method: Method = Method.STATE
    may_not_arise: bool = False
    not_arising_if: Words | None = None
    same_as: DutyId | None = None
    reading: Words | None = None
    aside: tuple[Slug, ...] = ()
    draft: Annotated[bool, Field(description="Proposed by a program; no person has confirmed it yet")] = False

    def roles(self, body: str) -> tuple[Role, ...]:
        """Return the roles of the body with id ``body``, which must stand under ``by``."""
        roles = self.by[body]
        return (roles,) if isinstance(roles, Role) else roles

    @property
    def when(self) -> str:
        """The period in words, empty where there is none; one that the text does not state says so."""
        return "; ".join(map(self._said, self.period)) + (f" ({INFERRED})" if self.inferred else "")

    @property
    def inferred(self) -> bool:
        """Whether the period is the editors' and not the text's."""
        return bool(self.period) and self.period_words is None

    def _said(self, period: Period) -> str:
        """Return ``period`` by its label; an interval, and an event that the text names, by its words."""
        words = lower_first(self.period_words or "")
        named = period is Period.INTERVAL or (period is Period.EVENT and words.startswith("khi "))
        return words if words and named else period.label


class Waiver(Record):
    """Words of a provision that are no duty to be assessed, with the reason; without ``quote``, the whole provision."""

    provision: ProvisionId
    quote: Words | None = None
    kind: WaiverKind
    reason: Words
    concerns: tuple[Slug, ...] = ()


class Gap(Record):
    """A number that the official text itself leaves out, such as that of a repealed article; ``reason`` is shown."""

    missing: Annotated[ProvisionId, Field(description="The id that the provision would have: d20, d5.k3")]
    reason: Words


class Home(Record):
    """Words of the home page, editorial; ``quote`` names a provision to show there."""

    headline: Words
    lede: Words
    quote: ProvisionId | None = None


class Regulation(Record):
    """One regulation, whole. ``blocks`` gives the blocks of bodies the names that they have here."""

    schema_version: Literal[1]
    id: Slug
    version: Words
    title: Words
    short_title: Words
    genre: Annotated[Words, Field(description="What such a text is called: Quy chế, Luật, Nghị định")] = "Văn bản"
    term: Words | None = None
    home: Home | None = None
    source: Source
    status: Status
    text: Text
    gaps: tuple[Gap, ...] = ()
    blocks: Mapping[Block, Words] = {}
    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def stage(self) -> Stage:
        """How far the work on this regulation has come, told by what the data holds."""
        if self.duties or self.waivers:
            return Stage.DRAFT if any(duty.draft for duty in self.duties) else Stage.WHOLE
        return Stage.BODIES if self.bodies else Stage.TEXT

    def block_label(self, block: Block) -> str:
        """Return how ``block`` is called in this regulation."""
        return self.blocks.get(block, block.label)
