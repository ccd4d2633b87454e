"""What argparse says of its own accord, in the words of those who type the commands."""

import argparse
import re
import sys
from typing import Any, NoReturn

HEADINGS = {"positional arguments:": "phải ghi:", "options:": "tuỳ chọn:"}
ERRORS = (
    (r"the following arguments are required: (.*)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.*)", r"không có tuỳ chọn hay chỗ ghi cho: \1"),
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)", r"\1: không có “\2”; chọn một trong: \3"),
    (r"argument (\S+): invalid int value: '(.*)'", r"\1: “\2” không phải số nguyên"),
    (r"argument (\S+): expected one argument", r"\1: phải ghi thêm một giá trị"),
    (r"argument (\S+): expected (\d+) arguments", r"\1: phải ghi thêm \2 giá trị"),
    (r"argument (\S+): ignored explicit argument '(.*)'", r"\1: không nhận giá trị “\2”"),
)
"""Each message as Python 3.11 and later write it, and what stands for it."""


class Formatter(argparse.HelpFormatter):
    """Begins the line of use with Vietnamese words, so that what follows is indented by them."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = "cách dùng: ") -> None:  # noqa: ANN401 -- handed on
        """Add how the command is typed, after ``prefix``."""
        super().add_usage(usage, actions, groups, prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese; an error it has no words for stays as argparse says it."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 -- handed on
        super().__init__(**settings, formatter_class=Formatter, add_help=False)
        self.add_argument("-h", "--help", action="help", help="in phần hướng dẫn này")

    def format_help(self) -> str:
        """Return the whole help."""
        words = super().format_help()
        for english, vietnamese in HEADINGS.items():
            words = words.replace(english, vietnamese)
        return words

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with what was typed, and exit with status 2."""
        for english, vietnamese in ERRORS:
            if found := re.fullmatch(english, message, re.DOTALL):
                message = found.expand(vietnamese)
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n")
