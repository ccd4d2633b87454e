"""Comparisons that the site shows: a file for each, ``docs/so-sanh/NAME.yaml``, that names another regulation."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, TypeAlias

from quyche.regulation.faults import AllFaults, Fault, Problem, relative
from quyche.regulation.index import Index
from quyche.regulation.loading import load, read_layer
from quyche.regulation.model import Record, Words
from quyche.vietnamese.letters import slug

ADDRESS = "chỉ dùng chữ không dấu, chữ số và dấu nối"


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
    faults = AllFaults()
    paths = sorted(folder.glob("*.yaml"))
    faults.found += [
        Fault(relative(path), 1, "", f"tên tệp “{path.name}” không dùng được làm địa chỉ", ADDRESS)
        for path in paths
        if path.stem != slug(path.stem)
    ]
    read = [faults.take(partial(_compared, path)) for path in paths]
    faults.tell()
    return tuple(compared for compared in read if compared)


def _compared(path: Path) -> Compared:
    settings = read_layer(path, Settings, partial(_problems, path))
    return Compared(path.stem, settings, load(path.parent / settings.other))


def _problems(path: Path, settings: Settings) -> Iterator[Problem]:
    if not _is_file(path.parent / settings.other):
        message = f"không có tệp “{settings.other}”"
        yield Problem(("other",), message, "ghi đường đến một tệp regulation.yaml, kể từ tệp này")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no system takes
        return False
