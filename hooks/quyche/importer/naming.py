"""The name of a text, read from its first lines; an editor may change it."""

import re
from typing import TypedDict

from quyche.importer.grammar import BASIS
from quyche.importer.node import Reading
from quyche.vietnamese.letters import lower_first, slug

TYPES = re.compile(
    r"(?:BỘ LUẬT|LUẬT|HIẾN PHÁP|PHÁP LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG TƯ|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|"
    r"NỘI QUY|QUY TRÌNH|QUY CHUẨN|HƯƠNG ƯỚC|QUY ƯỚC)(?!\w)"
)
LONGEST_ID = 60
SHORT = 60
UNNAMED = "Văn bản"


class Names(TypedDict):
    """What a text is called."""

    id: str
    title: str
    short_title: str
    genre: str


def names(reading: Reading, file_name: str) -> Names:
    """Return the names of the text; those of the file where its first lines tell none."""
    title = _title([passage.words for passage in reading.front]) or _words(file_name.rsplit(".", 1)[0]) or UNNAMED
    found = TYPES.match(title.upper())
    return Names(
        id=slug(title)[:LONGEST_ID].strip("-") or slug(UNNAMED),
        title=title,
        short_title=_short(title),
        genre=found[0].capitalize() if found else UNNAMED,
    )


def _title(lines: list[str]) -> str:
    for number, line in enumerate(lines):
        found = TYPES.match(line)
        if not found or not line.isupper():
            continue
        following = [other for other in lines[number + 1 : number + 2] if other[0] != "(" and not BASIS.match(other)]
        if line != found[0]:
            return line
        kind = line if following and following[0].isupper() else line.capitalize()
        if following and following[0].lower().startswith(line.lower()):
            return following[0]
        return " ".join([kind, *(lower_first(words) if not words.isupper() else words for words in following)])
    return ""


def _short(title: str) -> str:
    if len(title) <= SHORT:
        return title
    return title[:SHORT].rsplit(" ", 1)[0] + " …"


def _words(name: str) -> str:
    return " ".join("".join(" " if letter in "-_" else letter for letter in name if letter.isprintable()).split())
