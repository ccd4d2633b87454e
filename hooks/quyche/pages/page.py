"""What a page is (its address, its words for menus and tabs, its HTML), and what a part of the site gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Self


@dataclass(frozen=True)
class Heading:
    """An entry of the list of contents: ``id`` of the element, words, level (1 is the page's own heading)."""

    id: str
    label: str
    level: int = 2


class Columns(Enum):
    """Which columns stand beside the page: the menu at the left, the list of contents at the right."""

    BOTH = auto()
    NO_CONTENTS = auto()
    NONE = auto()


@dataclass(frozen=True)
class Menu:
    """An entry of the site's menu: a page, or a group of entries."""

    title: str
    path: str | None = None
    entries: tuple[Self, ...] = ()


@dataclass(frozen=True)
class Page:
    """One page. ``path`` is its address from the root, ending in a slash (``""`` for home); words are plain text."""

    path: str
    title: str
    menu: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    columns: Columns = Columns.BOTH
    styles: tuple[str, ...] = ()
    """Style sheets beside those of every page: paths from the root."""
    instruments: tuple[str, ...] = ()
    """Ids of the instruments that it names."""

    @property
    def entry(self) -> Menu:
        """The page in the menu."""
        return Menu(self.menu, self.path)


@dataclass(frozen=True)
class Section:
    """One part of the site; ``files`` go by their paths from the root. A part that has nothing to show is empty."""

    pages: tuple[Page, ...] = ()
    menu: tuple[Menu, ...] = ()
    files: Mapping[str, str | bytes] = field(default_factory=dict)


def href(here: str, path: str, fragment: str = "") -> str:
    """Return the relative link from the page at ``here`` to ``path``, both from the root."""
    anchor = f"#{fragment}" if fragment else ""
    if path == here:
        return anchor or "./"
    return ("../" * here.count("/") + path or "./") + anchor
