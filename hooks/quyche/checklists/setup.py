"""What a self-assessment looks like, as data: ``checklist.yaml`` (title, scale, points) and ``letterheads.yaml``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from quyche.regulation.faults import AllFaults, DataError, Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.model import DutyId, ProvisionId, Record, Slug, Words
from quyche.regulation.references import ids, nearest_body, repeated, unknown, unknown_provision

BLANKS = ("province", "district", "commune")
"""The blanks that a letterhead may hold, in braces; filled by the unit, never by us."""


class State(Record):
    """One answer to a line. ``excluded`` answers leave every share; ``counts_as_done`` ones are its numerator."""

    id: Slug
    label: Words
    short: Annotated[Words, Field(max_length=18)] | None = None
    definition: Words
    counts_as_done: bool = False
    excluded: bool = False
    needs_reason: bool = False
    needs_remedy: bool = False

    @property
    def short_label(self) -> str:
        """The label for narrow columns."""
        return self.short or self.label

    @property
    def marked_label(self) -> str:
        """The label for narrow columns, with a star where a reason must be given."""
        return f"{self.short_label}*" if self.needs_reason else self.short_label


class Scale(Record):
    """The answers that a line may have, in order."""

    id: Slug
    states: Annotated[tuple[State, ...], Field(min_length=2, max_length=6)]

    @property
    def done(self) -> State:
        """The answer that counts as done."""
        return next(state for state in self.states if state.counts_as_done)

    @property
    def asks_remedies(self) -> bool:
        """Whether an answer asks for a remedy."""
        return any(state.needs_remedy for state in self.states)


class Points(Record):
    """Three columns for points (most, self, reviewer); off unless ``show``. ``most``: the most that a line gives."""

    show: bool = False
    most: dict[DutyId, Annotated[int, Field(ge=1, le=1000)]] = Field(default_factory=dict)


class ChecklistSetup(Record):
    """``checklist.yaml``: the words and the scale of every sheet."""

    schema_version: Literal[1]
    title: Words
    """Of the sheet, without the year: “Phiếu tự đánh giá kết quả …”."""
    basis: ProvisionId
    """The provision that asks for the evaluation."""
    basis_note: Words | None = None
    """What that provision says and leaves open, for the page of the checklists."""
    disclaimer: Words
    """What the sheet is and is not; in the foot of every page."""
    warnings: tuple[Words, ...] = ()
    rating: Words
    """The words behind the blank for the unit's own rating, which nothing computes."""
    scale: Scale
    points: Points = Points()


Size = Annotated[float, Field(ge=8, le=20)]
"""Of letters, in points; beyond that a sheet cannot be read, or falls off its page."""


class HeadLine(Record):
    """A line of a letterhead's right side: words and size in points."""

    text: Words
    size: Size


class CopiesStyle(Record):
    """How the list of recipients (Nơi nhận) looks: sizes in points, the sign at the end of each line."""

    size: Size
    style: Literal["underline", "bold-italic"]
    list_size: Size
    separator: Literal[",", ";"]


class Family(Record):
    """How a part of the political system lays out its papers; sizes in points, rules as shares of the text above."""

    id: Slug
    label: Words
    source: Words
    right: tuple[HeadLine, ...]
    left_size: Size
    left_mark: Words | None = None
    left_rule: Annotated[float, Field(ge=0, le=1)] = 0
    number: Words
    number_size: Size
    date_size: Size
    page_size: Size
    title_size: Size
    subject_size: Size
    subject_mark: Words | None = None
    on_behalf: Words | None = None
    sign_size: Size
    position_bold: bool
    signed_name: Words
    copies: CopiesStyle


class Letterhead(Record):
    """The letterhead and signature of a kind of unit. ``{province}``, ``{district}``, ``{commune}`` are blanks."""

    id: Slug
    label: Words
    bodies: Annotated[tuple[Slug, ...], Field(min_length=1)]
    family: Slug
    superior: tuple[Words, ...] = ()
    issuer: Annotated[tuple[Words, ...], Field(min_length=1)]
    symbol: Words
    on_behalf: Words | None = None
    position: Words
    copies: tuple[Words, ...] = ()
    verified: bool = False


class Letterheads(Record):
    """``letterheads.yaml``: the families, and the letterheads of each body, the usual one first."""

    schema_version: Literal[1]
    families: tuple[Family, ...]
    letterheads: tuple[Letterhead, ...]


@dataclass(frozen=True)
class Setup:
    """Everything in ``checklists/`` that decides how sheets look."""

    folder: Path
    checklist: ChecklistSetup
    letterheads: Letterheads

    def letterheads_of(self, body: str) -> tuple[Letterhead, ...]:
        """Return the letterheads of the body with id ``body``, the usual one first."""
        return tuple(letterhead for letterhead in self.letterheads.letterheads if body in letterhead.bodies)

    def family(self, letterhead: Letterhead) -> Family:
        """Return the family of ``letterhead``."""
        return next(family for family in self.letterheads.families if family.id == letterhead.family)


def load_setup(folder: Path, index: Index) -> Setup:
    """Return the set-up in ``folder``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault of both files, each with its line.
    """
    faults = AllFaults()
    checklist = faults.take(
        partial(read_layer, folder / "checklist.yaml", ChecklistSetup, partial(_checklist_problems, index))
    )
    letterheads = faults.take(
        partial(read_layer, folder / "letterheads.yaml", Letterheads, partial(_letterhead_problems, index))
    )
    if checklist is None or letterheads is None:
        raise DataError(faults.found)
    return Setup(folder, checklist, letterheads)


def _checklist_problems(index: Index, checklist: ChecklistSetup) -> Iterator[Problem]:
    yield from unknown_provision(("basis",), checklist.basis, index, "ghi mã của điều quy định việc đánh giá")
    states = checklist.scale.states
    for key in ("id", "label"):
        values = [getattr(state, key) for state in states]
        for number, value in enumerate(values):
            if value in values[:number]:
                yield Problem(("scale", "states", number, key), f"“{value}” lặp lại", "mỗi mức một tên, một mã")
    if sum(state.counts_as_done for state in states) != 1:
        yield Problem(("scale", "states"), "phải có đúng một mức counts_as_done: true", "chọn mức là đã thực hiện")
    duties = {duty.id for duty in index.regulation.duties}
    for duty in checklist.points.most:
        yield from unknown(("points", "most", duty), "nhiệm vụ", duty, duties, "ghi mã có trong regulation.yaml")


def _letterhead_problems(index: Index, letterheads: Letterheads) -> Iterator[Problem]:
    yield from repeated(ids("letterheads", letterheads.letterheads), "mỗi phần đầu một mã")
    families = [family.id for family in letterheads.families]
    for number, letterhead in enumerate(letterheads.letterheads):
        trail = ("letterheads", number)
        yield from unknown((*trail, "family"), "kiểu", letterhead.family, families)
        for at, body in enumerate(letterhead.bodies):
            if body not in index.bodies or not index.bodies[body].checklist:
                message = f"“{body}” không phải cơ quan có phiếu"
                yield Problem((*trail, "bodies", at), message, nearest_body(body, index))
        yield from _blank_problems(trail, letterhead)
    covered = {body for letterhead in letterheads.letterheads for body in letterhead.bodies}
    for missing in (body.id for body in index.regulation.bodies if body.checklist and body.id not in covered):
        yield Problem(("letterheads",), f"“{missing}” chưa có phần đầu nào", "thêm một mục có bodies chứa mã này")


def _blank_problems(trail: Trail, letterhead: Letterhead) -> Iterator[Problem]:
    for key in ("superior", "issuer"):
        for at, line in enumerate(getattr(letterhead, key)):
            for blank in re.findall(r"\{(.*?)\}", line):
                if blank not in BLANKS:
                    allowed = f"được dùng: {', '.join(BLANKS)}"
                    yield Problem((*trail, key, at), f"không có chỗ trống {{{blank}}}", allowed)
