"""Web fonts: subsets of two packaged families (SIL Open Font License), with just the letters that Vietnamese needs.

Of the italics, just those that the text has: few words are in italics, and a page with them would load 11 KB for them.

Fixed weights, not a variable font: Chromium prints a variable font as Type 3 glyphs, ragged on office printers.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import unescape
from importlib.metadata import version
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from quyche.beside import beside
from quyche.cache import cached

LETTERS = (
    *range(0x20, 0x7F),
    *(0xA0, 0xA7, 0xAB, 0xB0, 0xB1, 0xB7, 0xBB, 0xD7, 0xF7),
    *(ord(letter) for letter in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"),
    *range(0x1EA0, 0x1EFA),
    *(0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x2190, 0x2191, 0x2192, 0x2193),
)
DROPPED = ("GDEF", "GPOS", "GSUB", "DSIG")
"""Layout tables: the text is NFC, so no mark is placed by the font; kerning would cost half the bytes and the time."""
ITALICS = re.compile(r"<em>(.*?)</em>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Face:
    """One web font: the file it becomes, and where it is cut from; ``axes`` fix the weight of a variable font."""

    name: str
    package: str
    file: str
    axes: Mapping[str, float] | None = None
    italic: bool = False


def faces() -> tuple[Face, ...]:
    """Return the web fonts, as ``fonts.yaml`` lists them."""
    return tuple(Face(**face) for face in beside(__file__, "fonts.yaml"))


def letters_in_italics(pages: Iterable[str]) -> tuple[int, ...]:
    """Return the code points of the space and of all that stands in ``em`` on ``pages`` (HTML), in order."""
    words = "".join(TAG.sub("", inner) for page in pages for inner in ITALICS.findall(page))
    return tuple(sorted({ord(letter) for letter in f" {unescape(words)}"}))


def web_fonts(cache: Path, italics: tuple[int, ...]) -> dict[str, bytes]:
    """Return file name -> WOFF2 data of each face, kept in the folder ``cache`` between builds.

    The italic face has the code points ``italics``, each other one ``LETTERS``.
    """
    fonts = {}
    for face in faces():
        letters = italics if face.italic else LETTERS
        versions = version("fonttools"), version(face.package.replace("_", "-"))
        recipe = repr((face, letters, DROPPED, *versions)).encode()
        fonts[face.name] = cached(cache, face.name, recipe, partial(_cut, face, letters))
    return fonts


def _cut(face: Face, letters: tuple[int, ...]) -> bytes:
    package = find_spec(face.package)
    if package is None or package.origin is None:
        raise FileNotFoundError(f"the package {face.package} is not installed")
    font = TTFont(Path(package.origin).parent / "files" / face.file, recalcTimestamp=False)
    for table in DROPPED:
        if table in font:
            del font[table]
    subsetter = Subsetter(Options(hinting=False))
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)
    if face.axes:
        font = instantiateVariableFont(font, dict(face.axes), inplace=True)
    font.flavor = "woff2"
    data = BytesIO()
    font.save(data)
    return data.getvalue()
