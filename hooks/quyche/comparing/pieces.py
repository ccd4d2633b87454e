"""A regulation as pieces: each stretch of verbatim words that is read as one, with the number printed before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from quyche.regulation.citations import citation, label
from quyche.regulation.index import Index, Place
from quyche.regulation.vocabulary import Kind

OUTSIDE = {"front": "phần đầu văn bản", "distribution": "nơi nhận", "signature": "phần ký"}
"""Parts of a text that are no provisions, and how they are called."""


@dataclass(frozen=True)
class Piece:
    """One piece. ``key`` is the provision's id; of a title that stands over words, the id and ``#``.

    ``words`` of the parts outside the provisions hold their lines, parted by line breaks. ``place`` is ``None`` there.
    """

    key: str
    name: str
    number: str
    words: str
    place: Place | None = None

    @property
    def full_name(self) -> str:
        """How it is called, with the section or chapter in which it stands, which may be all that changed."""
        headings = self.place.headings if self.place and not self.place.provision.kind.is_heading else ()
        return self.name + (f" ({headings[-1].kind.label} {headings[-1].num})" if headings else "")

    @property
    def holder(self) -> str:
        """The id of what stands right around the provision, ``""`` at the top."""
        return self.place.parents[-1].id if self.place and self.place.parents else ""


def pieces(index: Index) -> Iterator[Piece]:
    """Yield the pieces of a regulation in reading order."""
    text = index.regulation.text
    yield _outside("front", text.front)
    for place in index.places:
        provision = place.provision
        if provision.heading is not None and provision.text is not None:
            yield Piece(f"{place.id}#", f"tên {citation(place)}", label(provision), provision.heading, place)
            yield Piece(place.id, citation(place), "", provision.text, place)
        elif words := provision.text or provision.heading:
            title = provision.kind is Kind.ARTICLE and provision.text is None
            name = f"tên {citation(place)}" if title else citation(place)
            yield Piece(place.id, name, label(provision), words, place)
    if text.distribution:
        yield _outside("distribution", (text.distribution.heading, *text.distribution.items))
    if text.signature:
        yield _outside("signature", text.signature.lines)


def _outside(key: str, lines: tuple[str, ...]) -> Piece:
    return Piece(key, OUTSIDE[key], "", "\n".join(lines))
