"""The tests of a file share a window."""

from tests.browser.window import visit, windows

__all__ = ["visit", "windows"]
