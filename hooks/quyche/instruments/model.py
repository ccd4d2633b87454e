"""The register of instruments as it is written in ``docs/tai-lieu.yaml``: each once, and what is known of it."""

from calendar import monthrange
from datetime import date as Date  # noqa: N812 -- a field is called date
from enum import StrEnum
from functools import cached_property
from re import fullmatch, split
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from quyche.regulation.index import grouped
from quyche.regulation.model import Record, Slug, Words
from quyche.regulation.vocabulary import Labelled
from quyche.vietnamese.days import day_words

SEPARATORS = "[-/–—]"
"""What stands between the parts of a number; the last two only where somebody's editor made them of the first."""


class InstrumentKind(StrEnum):
    """The kinds of instruments, in the words that everybody writes; ``sign`` is the pattern of their sign in a number.

    Of the Party's rule on its instruments and Nghị định 30/2020/NĐ-CP; the National Assembly's numbers carry its own
    sign in the place of the kind's.
    """

    CONSTITUTION = "Hiến pháp"
    CHARTER = "Điều lệ"
    CODE = "Bộ luật", r"QH\d+"
    LAW = "Luật", r"QH\d+"
    ORDINANCE = "Pháp lệnh", "PL"
    RESOLUTION = "Nghị quyết", r"NQ|QH\d+|UBTVQH\d+"
    DECREE = "Nghị định", "NĐ"
    CIRCULAR = "Thông tư", "TT"
    DECISION = "Quyết định", "QĐ"
    RULES = "Quy định", "QĐi?"
    REGULATION = "Quy chế", "QC"
    DIRECTIVE = "Chỉ thị", "CT"
    CONCLUSION = "Kết luận", "KL"
    GUIDANCE = "Hướng dẫn", "HD"
    CIRCULAR_LETTER = "Thông tri", "TT"
    NOTICE = "Thông báo", "TB"
    PROGRAMME = "Chương trình", "CTr"
    PLAN = "Kế hoạch", "KH"
    SCHEME = "Đề án", "ĐA"
    REPORT = "Báo cáo", "BC"
    PROPOSAL = "Tờ trình", "TTr"
    LETTER = "Công văn", "CV"

    sign: str

    def __new__(cls, value: str, sign: str = "") -> Self:
        """Make a member with its ``sign``."""
        member = str.__new__(cls, value)
        member._value_, member.sign = value, sign
        return member

    def may_number(self, number: str) -> bool:
        """Tell whether ``number`` has the sign of this kind among its parts."""
        return any(fullmatch(self.sign, part) for part in split(SEPARATORS, number))


class Standing(Labelled):
    """Whether an instrument is in force."""

    IN_FORCE = "in-force", "còn hiệu lực"
    AMENDED = "amended", "còn hiệu lực, đã sửa một phần"
    ENDED = "ended", "hết hiệu lực"
    UNKNOWN = "unknown", "chưa rõ"


class Assurance(Labelled):
    """What the entry of an instrument rests on. What could not be checked is never told as certain."""

    TEXT = "text", "đã đọc văn bản"
    PART = "part", "đã đọc một phần văn bản"
    OFFICIAL = "official", "theo trang chính thức"
    PRESS = "press", "theo báo chí, nguồn dẫn lại"
    UNCHECKED = "unchecked", "chưa kiểm được"


def _iso(value: object) -> object:
    """Return what YAML makes of a day (a date) or a year (a number) as the letters that stand in the file."""
    return value.isoformat() if isinstance(value, Date) else str(value) if isinstance(value, int) else value


def _real(day: str) -> str:
    year, month, of_month = (*map(int, day.split("-")), 1, 1)[:3]
    if not (1 <= month <= 12 and 1 <= of_month <= monthrange(max(year, 1), month)[1]):  # noqa: PLR2004 -- of a year
        raise PydanticCustomError("date_parsing", "no such day")
    return day


DAY = r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"
Day = Annotated[
    str,
    StringConstraints(pattern=DAY),
    BeforeValidator(_iso),
    AfterValidator(_real),
    WithJsonSchema(
        {"anyOf": [{"type": "string", "pattern": DAY}, {"type": "integer", "minimum": 1000, "maximum": 2999}]}
    ),
]
"""A day as far as it is known: ``2025-08-30``, ``2025-06`` or ``2025``. Letters, so that days sort and begin alike."""


class Instrument(Record):
    """A legal instrument. ``number`` is exactly what it bears, ``title`` its name as it begins with its kind.

    ``also`` are other words by which the data may name it: a number as an old source spells it, the name of one that
    has no number. ``replaces`` and ``amends`` are ids of earlier ones. ``checked`` is the day on which somebody last
    looked whether it is in force, ``source`` where; ``sure`` is what all of the entry rests on.
    """

    id: Slug
    kind: InstrumentKind
    number: Words | None = None
    also: tuple[Words, ...] = ()
    issuer: Words | None = None
    date: Day | None = None
    title: Words | None = None
    in_force: Day | None = None
    replaces: tuple[Slug, ...] = ()
    amends: tuple[Slug, ...] = ()
    status: Standing
    checked: Date | None = None
    source: Words
    sure: Assurance
    note: Words | None = None

    @property
    def name(self) -> str:
        """How it is cited in short: ``Quy định 366-QĐ/TW``; without a number its title."""
        return f"{self.kind} {self.number}" if self.number else self.title or str(self.kind)

    @property
    def names(self) -> tuple[str, ...]:
        """All by which words may name it, its number first."""
        return (*((self.number,) if self.number else ()), *self.also)

    @property
    def issued(self) -> str:
        """When it was issued, as far as that is known: ``ngày 30/8/2025``, ``tháng 6/2025``, ``năm 2012``."""
        if self.date is None:
            return "chưa rõ ngày"
        unit = ("năm", "tháng", "ngày")[self.date.count("-")]
        return f"{unit} {day_words(self.date)}"

    @property
    def checked_words(self) -> str:
        """As of which day its status is known, and what says so; nothing unchecked is told as certain."""
        if self.checked is None:
            return self.sure.label
        day = day_words(str(self.checked))
        again = self.sure is Assurance.UNCHECKED
        return f"chưa kiểm lại từ ngày {day}" if again else f"kiểm ngày {day}, {self.sure.label}"


class Group(Record):
    """Instruments that stand together for readers under one ``title``."""

    title: Words
    instruments: Annotated[tuple[Instrument, ...], Field(min_length=1)]


class Register(Record):
    """The file of instruments. ``made_up`` are numbers that stories for learners invent: they name nothing."""

    made_up: tuple[Words, ...] = ()
    groups: tuple[Group, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Instrument]:
        """Id -> instrument, in order of the file."""
        return {instrument.id: instrument for group in self.groups for instrument in group.instruments}

    @cached_property
    def replaced_by(self) -> dict[str, tuple[Instrument, ...]]:
        """Id -> what replaces that instrument."""
        return grouped((old, one) for one in self.by_id.values() for old in one.replaces)

    @cached_property
    def amended_by(self) -> dict[str, tuple[Instrument, ...]]:
        """Id -> what amends that instrument."""
        return grouped((old, one) for one in self.by_id.values() for old in one.amends)
