"""The register as a page: each instrument, what changes it, whether it is in force by whom, where it is named."""

from collections.abc import Sequence

from quyche.addresses import INSTRUMENTS, TEXT
from quyche.instruments.finding import Mentions
from quyche.pages.meanings import changes
from quyche.pages.page import Columns, Page
from quyche.pages.rendering import Renderer
from quyche.regulation.index import Index, grouped


def instruments_page(renderer: Renderer, others: Sequence[Page], *, has_lineage: bool) -> Page:
    """Return the page of the register; it leads to those of the ``others`` that name an instrument."""
    register = renderer.mentions.register
    return renderer.page(
        "instruments",
        INSTRUMENTS,
        styles=("assets/css/lineage.css",),
        columns=Columns.NO_CONTENTS,
        groups=register.groups,
        count=len(register.by_id),
        changes={one.id: changes(one, register) for one in register.by_id.values()},
        in_text=_in_text(renderer.duties.index, renderer.mentions),
        named_on=_named_on(others),
        has_lineage=has_lineage,
    )


def _in_text(index: Index, mentions: Mentions) -> dict[str, tuple[str, ...]]:
    """Return id -> the provisions in whose words the text itself names it."""
    found = grouped(
        (mention.instrument.id, place.id)
        for place in index.places
        for mention in mentions.found(place.words)
        if mention.instrument is not None
    )
    return {one: tuple(dict.fromkeys(provisions)) for one, provisions in found.items()}


def _named_on(pages: Sequence[Page]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return id -> the pages that name it, each in short with its address; the whole text only repeats."""
    return grouped((one, (_short(page), page.path)) for page in pages for one in page.instruments if page.path != TEXT)


def _short(page: Page) -> str:
    number, dot, _ = page.title.partition(". ")
    return number if dot else page.menu
