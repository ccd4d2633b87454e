"""All files of all checklists: blank sheets in four formats, short forms, one PDF and one ZIP of everything."""

import hashlib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from quyche.archive import packed
from quyche.cache import cached, program
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.model import Checklist
from quyche.checklists.ods import write_ods
from quyche.checklists.pdf import write_sheet, write_short
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.word.writing import write_word
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.regulation.model import Body

TEMPLATES = ("sheet.typ", "short.typ", "parts.typ", "template.docx")
WRITERS_NEED = ("typst", "python-docx", "XlsxWriter", "odfdo", "lxml")
NAME = "phieu-tu-danh-gia"
SHORT_NAME = "phieu-gon"


@dataclass(frozen=True)
class BodySheets:
    """The checklist of one body, its sheet with the marks that a unit fills, and its blank files, by name."""

    body: Body
    checklist: Checklist
    sheet: Sheet
    files: Mapping[str, bytes]


@dataclass(frozen=True)
class AllSheets:
    """The sheets of every body, and the ``bundles`` (file name -> data) that hold them all."""

    bodies: tuple[BodySheets, ...]
    bundles: Mapping[str, bytes]


def writers(setup: Setup) -> dict[str, Callable[[Sheet], bytes]]:
    """Return file name -> what writes that file of one sheet."""
    template = setup.folder / "template.docx"
    return {
        f"{NAME}.pdf": lambda sheet: write_sheet([sheet], setup.folder),
        f"{NAME}.docx": lambda sheet: write_word(sheet, template.read_bytes()),
        f"{NAME}.xlsx": write_excel,
        f"{NAME}.ods": write_ods,
        f"{SHORT_NAME}.pdf": lambda sheet: write_short([sheet], setup.folder),
    }


def all_sheets(duties: Duties, setup: Setup, cache: Path) -> AllSheets:
    """Return every sheet as a file; what was made from the same data, templates and code comes from ``cache``."""
    recipe = _recipe(setup)
    checklists = [build_checklist(duties, setup, body) for body in checklist_bodies(duties.index)]
    sheets = [worded(checklist, setup) for checklist in checklists]
    blanks = [filled(sheet) for sheet in sheets]
    recipes = [recipe + blank.model_dump_json().encode() for blank in blanks]
    with ThreadPoolExecutor(1) as pool:  # for Typst alone: lxml, beneath the office files, crashes in two threads
        pdfs = pool.submit(_files, setup, cache, blanks, recipes, pdf=True)
        combined = pool.submit(
            cached, cache, "tat-ca.pdf", b"".join(recipes), lambda: write_sheet(blanks, setup.folder)
        )
        office = _files(setup, cache, blanks, recipes, pdf=False)
        files = [of_office | of_typst for of_office, of_typst in zip(office, pdfs.result(), strict=True)]
    bodies = duties.index.bodies
    made = tuple(
        BodySheets(bodies[one.body], one, sheet, data)
        for one, sheet, data in zip(checklists, sheets, files, strict=True)
    )
    whole = ("tat-ca.pdf", combined.result())
    members = ((f"{one.body.id}/{name}", data) for one in made for name, data in one.files.items())
    archive = packed((whole, *members), zipfile.ZIP_STORED)  # PDF and office files are compressed already
    return AllSheets(made, dict((whole, ("tat-ca.zip", archive))))


def _files(
    setup: Setup, cache: Path, blanks: Sequence[Sheet], recipes: Sequence[bytes], *, pdf: bool
) -> list[dict[str, bytes]]:
    """Return the PDF files, or all others, of each of ``blanks``, which goes by its recipe in ``cache``."""
    wanted = {name: write for name, write in writers(setup).items() if name.endswith(".pdf") == pdf}
    return [
        {name: cached(cache, name, name.encode() + recipe, partial(write, blank)) for name, write in wanted.items()}
        for blank, recipe in zip(blanks, recipes, strict=True)
    ]


def _recipe(setup: Setup) -> bytes:
    """Return a digest of what decides the files besides the data: our program, the templates, the libraries."""
    digest = hashlib.sha256(program())
    for name in TEMPLATES:
        path = setup.folder / name
        digest.update(path.read_bytes() if path.exists() else b"")
    digest.update(repr([version(name) for name in WRITERS_NEED]).encode())
    return digest.digest()
