"""What a part of the site gives: pages, entries of the menu over them, files."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quyche.pages.page import Menu, Page


@dataclass(frozen=True)
class Section:
    """One part of the site; ``files`` go by their paths from the root. A part that has nothing to show is empty."""

    pages: tuple[Page, ...] = ()
    menu: tuple[Menu, ...] = ()
    files: Mapping[str, str | bytes] = field(default_factory=dict)
