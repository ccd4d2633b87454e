"""Comparisons that the site shows: a file for each, ``docs/so-sanh/NAME.yaml``, that names another regulation."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import load, read_record
from quyche.regulation.model import Record, Words
from quyche.vietnamese.letters import slug


class Settings(Record):
    """One comparison as it is written: ``other`` is a path from the folder of the file.

    ``ours`` says which of the two is the older one, or the one from which the other was derived.
    """

    title: Words
    other: Words
    ours: Literal["old", "new"]
    intro: Words | None = None


@dataclass(frozen=True)
class Compared:
    """A comparison that is to be shown: its ``name`` in the address, its settings, the other regulation."""

    name: str
    settings: Settings
    other: Index


Comparisons: TypeAlias = tuple[Compared, ...]


def load_comparisons(folder: Path, _: Index) -> Comparisons:
    """Return the comparisons in ``folder``, in order of their names.

    Raises:
        DataError: a file or the regulation that it names is wrong; it holds every fault of all.
    """
    faults: list[Fault] = []
    found: list[Compared] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            document, settings = read_record(path, Settings)
            if path.stem != slug(path.stem):
                message = f"tên tệp “{path.name}” thành địa chỉ trang"
                faults.append(document.fault((), message, "chỉ dùng chữ không dấu, chữ số và dấu nối"))
            elsewhere = path.parent / settings.other
            if not _is_file(elsewhere):
                message = f"không có tệp “{settings.other}”"
                faults.append(
                    document.fault(("other",), message, "ghi đường đến một tệp regulation.yaml, kể từ tệp này")
                )
                continue
            found.append(Compared(path.stem, settings, load(elsewhere)))
        except DataError as error:
            faults += error.faults
    if faults:
        raise DataError(faults)
    return tuple(found)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no system takes
        return False
