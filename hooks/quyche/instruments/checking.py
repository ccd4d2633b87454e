"""Hold what a project writes against its register: each mention of an instrument has its number, form, kind and day.

Files are read as they are written, comments too, so that a mention has its line whatever kind of file it stands in.
"""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from quyche.instruments.finding import Mention, Mentions
from quyche.instruments.model import Register
from quyche.regulation.faults import DataError, Fault, relative
from quyche.regulation.index import Index
from quyche.vietnamese.days import day_words
from quyche.vietnamese.letters import nfc, slug

REGISTER = Path("docs", "tai-lieu.yaml")
WRITTEN = ("regulation.yaml", "checklists/*.yaml", "docs/**/*.yaml", "docs/**/*.md")
"""What people write, from the folder of the project. The ``regulation.yaml`` of another text is that text's own."""


def check_mentions(root: Path, register: Register, index: Index) -> None:
    """Let pass only what names the instruments of ``register`` rightly in the files of the project in ``root``.

    Words that stand so in the text itself are the text's, whatever they call an instrument; but the register knows it.
    The number of the regulation itself is known.

    Raises:
        DataError: anything is named wrongly; it holds every mention that is.
    """
    mentions = Mentions(register)
    text = " ".join(place.words for place in index.places)
    faults = [
        Fault(relative(path), words.count("\n", 0, mention.start) + 1, "", message, allowed)
        for path in _files(root)
        for words in (nfc(path.read_bytes().decode("utf-8", "replace")),)
        for mention in mentions.found(words)
        if mention.written != index.regulation.status.number
        for message, allowed in slips(mention, register, quoted=mention.whole in text)
    ]
    if faults:
        raise DataError(faults)


def slips(mention: Mention, register: Register, *, quoted: bool = False) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a mention and what is allowed; with ``quoted`` words only that nobody knows it."""
    found, written = mention.instrument, mention.written
    if found is None:
        if written not in register.made_up:
            yield f"“{written}” không có trong {REGISTER}", _nearest(written, register)
        return
    if quoted:
        return
    if written not in found.names:
        yield f"“{written}” không đúng số, ký hiệu", f"viết {found.number}"
    if mention.kind not in {None, found.kind}:
        yield f"“{written}” ghi là {mention.kind}", f"viết {found.name}"
    if mention.day and found.date and not (mention.day.startswith(found.date) or found.date.startswith(mention.day)):
        yield f"“{written}” ghi ngày {day_words(mention.day)}", f"trong {REGISTER}: {day_words(found.date)}"


def _files(root: Path) -> Iterator[Path]:
    for path in (path for pattern in WRITTEN for path in sorted(root.glob(pattern))):
        of_another_text = path.name == WRITTEN[0] and path.parent != root
        if not of_another_text and path.is_file() and os.access(path, os.R_OK):
            yield path


def _nearest(written: str, register: Register) -> str:
    known = {slug(name): name for instrument in register.by_id.values() for name in instrument.names}
    close = get_close_matches(slug(written), known, n=2, cutoff=0.75)
    asked = f"có phải {', '.join(known[name] for name in close)}? Nếu không, " if close else ""
    return f"{asked}thêm văn bản vào {REGISTER}"
