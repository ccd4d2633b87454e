"""Load the register and hold it against itself: every slip at once, each with its line."""

from collections.abc import Iterator
from pathlib import Path

from quyche.instruments.finding import NUMBER
from quyche.instruments.model import Assurance, Instrument, Register, Standing
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.references import ids, repeated, unknown
from quyche.vietnamese.letters import slug


def load_register(path: Path, _: Index) -> Register:
    """Return the register in ``path``, in which nothing contradicts anything else.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    return read_layer(path, Register, _problems)


def _problems(register: Register) -> Iterator[Problem]:
    seen: set[str] = set()
    taken: dict[str, str] = {}
    for place, group in enumerate(register.groups):
        named = ((("groups", place, *trail), name) for trail, name in ids("instruments", group.instruments))
        yield from repeated(named, "mỗi văn bản một mã", seen)
        for number, instrument in enumerate(group.instruments):
            yield from _entry_problems(("groups", place, "instruments", number), instrument, register, taken)


def _entry_problems(
    trail: Trail, instrument: Instrument, register: Register, taken: dict[str, str]
) -> Iterator[Problem]:
    yield from _number_problems(trail, instrument)
    yield from _taken_problems(trail, instrument, taken)
    yield from _status_problems(trail, instrument)
    yield from _day_problems(trail, instrument)
    others = register.by_id.keys() - {instrument.id}
    for key in ("replaces", "amends"):
        for at, name in enumerate(getattr(instrument, key)):
            way = (*trail, key, at)
            missing = tuple(unknown(way, "văn bản khác mã", name, others, "ghi mã có trong tệp"))
            yield from missing or _change_problems(way, key, instrument, register.by_id[name])


def _number_problems(trail: Trail, instrument: Instrument) -> Iterator[Problem]:
    """The number has the form of one and the sign of its kind; only what has another name may have none."""
    number, kind = instrument.number, instrument.kind
    if number is None:
        if instrument.title is None or (kind.sign and instrument.note is None):
            allowed = "ghi number; chưa biết số thì ghi title và nói ở note"
            yield Problem((*trail, "kind"), "văn bản không ghi số", allowed)
    elif not NUMBER.fullmatch(number) or " " in number:
        yield Problem((*trail, "number"), f"“{number}” không có dạng số, ký hiệu", "ví dụ 366-QĐ/TW, 59/2023/NĐ-CP")
    elif not kind.may_number(number):
        yield Problem(
            (*trail, "number"), f"“{number}” không mang ký hiệu của {kind}", f"ký hiệu: {kind.sign or 'không có'}"
        )


def _taken_problems(trail: Trail, instrument: Instrument, taken: dict[str, str]) -> Iterator[Problem]:
    """No two instruments bear one number or name, for words name them by it alone."""
    for name in instrument.names:
        other = taken.setdefault(slug(name), instrument.id)
        if other != instrument.id:
            yield Problem(trail, f"“{name}” đã là số, tên của “{other}”", "mỗi số, mỗi tên một văn bản")


def _status_problems(trail: Trail, instrument: Instrument) -> Iterator[Problem]:
    """A status is known from a check with its day; what could not be checked now stands only as of that day."""
    if instrument.status is not Standing.UNKNOWN and instrument.checked is None:
        message = f"“{instrument.status.label}” mà không có ngày kiểm"
        yield Problem((*trail, "status"), message, "ghi checked; chưa kiểm được thì status: unknown")
    if instrument.sure is not Assurance.UNCHECKED and instrument.checked is None:
        yield Problem(
            (*trail, "sure"), f"“{instrument.sure.label}” mà không có ngày kiểm", "ghi checked, hoặc sure: unchecked"
        )


def _day_problems(trail: Trail, instrument: Instrument) -> Iterator[Problem]:
    """Nothing is in force before its day nor checked before it; the year in a number is that of its day."""
    day, number = instrument.date, instrument.number
    if day is None:
        return
    if instrument.in_force is not None and _before(instrument.in_force, day):
        yield Problem((*trail, "in_force"), "có hiệu lực trước ngày ban hành", "xem lại hai ngày")
    if instrument.checked is not None and _before(instrument.checked.isoformat(), day):
        yield Problem((*trail, "checked"), "kiểm trước ngày ban hành", "xem lại hai ngày")
    years = [part for part in (number or "").split("/")[1:] if len(part) == len("2025") and part.isdecimal()]
    if years and years[0] != day[:4]:
        yield Problem((*trail, "date"), f"năm {day[:4]} khác năm trong số “{number}”", "xem lại ngày và số")


def _change_problems(trail: Trail, key: str, instrument: Instrument, other: Instrument) -> Iterator[Problem]:
    """What is replaced or amended is older, and its status says so."""
    if instrument.date and other.date and _before(instrument.date, other.date):
        yield Problem(trail, f"“{other.id}” ban hành sau văn bản này", "văn bản sau thay, sửa văn bản trước")
    wrong = (Standing.IN_FORCE, Standing.AMENDED) if key == "replaces" else (Standing.IN_FORCE,)
    begins = instrument.in_force or instrument.date or ""
    if other.status in wrong and other.checked and begins <= other.checked.isoformat():
        told = Standing.ENDED if key == "replaces" else Standing.AMENDED
        message = f"“{other.id}” còn ghi “{other.status.label}”"
        yield Problem(trail, message, f"sửa status của văn bản đó: {told} hoặc {Standing.UNKNOWN}")


def _before(day: str, other: str) -> bool:
    """Tell whether ``day`` is before ``other``, as far as both are known."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]
