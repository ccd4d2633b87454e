"""All files of all checklists: blank sheets in three formats, short forms, one PDF and one ZIP of everything."""

import hashlib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from quyche.archive import packed
from quyche.cache import cached, program
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.model import Checklist
from quyche.checklists.pdf import write_sheet, write_short
from quyche.checklists.setup import Setup
from quyche.checklists.word.writing import write_word
from quyche.duties.assignment import Duties
from quyche.regulation.model import Body

TEMPLATES = ("sheet.typ", "short.typ", "parts.typ", "template.docx")
WRITERS_NEED = ("typst", "python-docx", "XlsxWriter", "lxml")
THREADS = 2
NAME = "phieu-tu-danh-gia"
SHORT_NAME = "phieu-gon"


@dataclass(frozen=True)
class BodySheets:
    """The checklist of one body and its files, by name."""

    body: Body
    checklist: Checklist
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class AllSheets:
    """The sheets of every body, and the ``bundles`` (file name -> data) that hold them all."""

    bodies: tuple[BodySheets, ...]
    bundles: Mapping[str, bytes]


def writers(setup: Setup) -> dict[str, Callable[[Checklist], bytes]]:
    """Return file name -> what writes that file of one checklist."""
    template = setup.folder / "template.docx"
    return {
        f"{NAME}.pdf": lambda checklist: write_sheet([checklist], setup.folder),
        f"{NAME}.docx": lambda checklist: write_word(checklist, template.read_bytes()),
        f"{NAME}.xlsx": write_excel,
        f"{SHORT_NAME}.pdf": lambda checklist: write_short([checklist], setup.folder),
    }


def all_sheets(duties: Duties, setup: Setup, cache: Path) -> AllSheets:
    """Return every sheet as a file; what was made from the same data, templates and code comes from ``cache``."""
    recipe = _recipe(setup)
    checklists = [build_checklist(duties, setup, body) for body in checklist_bodies(duties.index)]
    everything = b"".join([recipe, *(checklist.model_dump_json().encode() for checklist in checklists)])
    with ThreadPoolExecutor(THREADS) as pool:  # Typst runs beside the writers in Python
        combined = pool.submit(cached, cache, "tat-ca.pdf", everything, lambda: write_sheet(checklists, setup.folder))
        files = list(pool.map(lambda checklist: dict(_files(checklist, setup, recipe, cache)), checklists))
    bodies = duties.index.bodies
    made = tuple(BodySheets(bodies[one.body], one, data) for one, data in zip(checklists, files, strict=True))
    return AllSheets(made, {"tat-ca.pdf": combined.result(), "tat-ca.zip": _archive(made, combined.result())})


def _files(checklist: Checklist, setup: Setup, recipe: bytes, cache: Path) -> Iterator[tuple[str, bytes]]:
    data = checklist.model_dump_json().encode()
    for name, write in writers(setup).items():
        yield name, cached(cache, name, recipe + name.encode() + data, partial(write, checklist))


def _recipe(setup: Setup) -> bytes:
    """Return a digest of what decides the files besides the data: our program, the templates, the libraries."""
    digest = hashlib.sha256(program())
    for name in TEMPLATES:
        path = setup.folder / name
        digest.update(path.read_bytes() if path.exists() else b"")
    digest.update(repr([version(name) for name in WRITERS_NEED]).encode())
    return digest.digest()


def _archive(made: tuple[BodySheets, ...], combined: bytes) -> bytes:
    """Return everything in one archive; PDF and office files are compressed already."""
    return packed((("tat-ca.pdf", combined), *_archived(made)), zipfile.ZIP_STORED)


def _archived(made: tuple[BodySheets, ...]) -> Iterator[tuple[str, bytes]]:
    for sheets in made:
        for name, data in sheets.files.items():
            yield f"{sheets.body.id}/{name}", data
