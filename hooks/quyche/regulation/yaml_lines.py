"""Read YAML and remember the line of every value, so that a fault can name it.

Anchors, aliases and repeated keys are refused: the first two hide text from the reader of the file, the last loses it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from yaml.constructor import ConstructorError, SafeConstructor

from quyche.beside import beside
from quyche.regulation.faults import DataError, Fault, Problem, Trail, refusal, relative, system_words

DEEPEST = 60
LONGEST_NUMBER = 64
"""Bits. Python refuses to print numbers of some thousand digits, and nothing here counts that far."""
UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow in a file; found before it is parsed, for libyaml tells no line."""
MEANINGS: Final[Mapping[str, str]] = beside(__file__, "yaml_lines.yaml")
"""What libyaml says of a file, in part, and what that means; the first that fits counts."""


@dataclass(frozen=True)
class YamlFile:
    """A YAML file: its ``data``, and the line (from 1) of each value by its trail."""

    file: str
    data: Any
    lines: dict[Trail, int]

    def line(self, trail: Trail) -> int:
        """Return the line of the value at ``trail``, or of the nearest thing above it that is in the file."""
        while trail and trail not in self.lines:
            trail = trail[:-1]
        return self.lines.get(trail, 1)

    def id_at(self, trail: Trail) -> str:
        """Return the ``id`` of the innermost entry around ``trail`` that has one, or its ``provision``; else ``""``."""
        found, here = "", self.data
        for step in (*trail, None):
            if isinstance(here, dict):
                name = here.get("id", here.get("provision"))
                found = name if isinstance(name, str) else found
            try:
                here = here[step]
            except (KeyError, IndexError, TypeError):
                break
        return found

    def faults(self, problems: Iterable[Problem]) -> list[Fault]:
        """Return ``problems`` with their lines."""
        return [
            Fault(self.file, self.line(found.trail), self.id_at(found.trail), found.message, found.allowed)
            for found in problems
        ]


def read_yaml(path: Path) -> YamlFile:
    """Return the document in ``path``.

    Raises:
        DataError: the file cannot be read, is not UTF-8 or not YAML, or holds an alias or a repeated key.
    """
    file = relative(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise refusal(file, f"không đọc được tệp: {system_words(error)}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise refusal(file, "tệp không phải UTF-8", "lưu lại tệp với mã UTF-8", line) from error
    if found := UNREADABLE.search(text):
        line, code = text.count("\n", 0, found.start()) + 1, ord(found[0])
        raise refusal(file, f"có ký tự không đọc được U+{code:04X}", "xoá ký tự đó", line)
    builder = _Builder(file)
    try:
        _refuse_deep_nesting(text, file)
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        data = None if node is None else builder.build(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise refusal(file, f"không đúng cú pháp YAML: {_meaning(error.problem or '')}", "", line) from error
    except yaml.YAMLError as error:
        raise refusal(file, f"không đúng cú pháp YAML: {_meaning('')}") from error
    if builder.faults:
        raise DataError(builder.faults)
    return YamlFile(file, data, builder.lines)


def _meaning(problem: str) -> str:
    """Return what libyaml calls ``problem`` in words for an editor."""
    return next((words for part, words in MEANINGS.items() if part in problem), "dòng này hoặc dòng ngay trên viết sai")


def _refuse_deep_nesting(text: str, file: str) -> None:
    """Composing recurses in C and would end the process on a file of a hundred thousand brackets."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise refusal(file, "các mục lồng nhau quá sâu", f"nhiều nhất {DEEPEST} lớp", line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Builder:
    """Builds plain data from YAML nodes and notes lines and faults on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Trail, int] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()
        self._scalars = SafeConstructor()

    def build(self, node: yaml.Node, trail: Trail) -> Any:  # noqa: ANN401 -- YAML holds anything
        self.lines.setdefault(trail, node.start_mark.line + 1)
        if id(node) in self._seen:
            return self._fault(node, "dùng bí danh YAML (& và *)", "viết lại nội dung ở từng chỗ")
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*trail, place)) for place, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return dict(self._pairs(node, trail))
        try:
            value = self._scalars.construct_object(node)
        except (ConstructorError, ValueError, LookupError, AttributeError):  # a tag that does not fit its value
            return self._unreadable(node)
        if isinstance(value, int) and value.bit_length() > LONGEST_NUMBER:
            return self._fault(node, "số quá dài", "đặt giá trị trong dấu nháy nếu đó là chữ")
        return value

    def _unreadable(self, node: yaml.Node) -> None:
        if node.tag.endswith("timestamp"):
            return self._fault(node, f"“{node.value}” không phải ngày", "viết dạng 2025-07-01, hoặc đặt trong dấu nháy")
        return self._fault(node, f"giá trị không đọc được: “{node.value}”", "bỏ dấu ! ở đầu, hoặc đặt trong dấu nháy")

    def _pairs(self, node: yaml.MappingNode, trail: Trail) -> Iterator[tuple[str, Any]]:
        keys: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(key_node, "khoá phải là một từ", "viết dạng khoá: giá trị")
                continue
            key = str(key_node.value)
            if key in keys:
                self._fault(key_node, f"khoá “{key}” lặp lại", "mỗi khoá một lần")
            keys.add(key)
            self.lines[(*trail, key)] = key_node.start_mark.line + 1
            yield key, self.build(value_node, (*trail, key))

    def _fault(self, node: yaml.Node, message: str, allowed: str = "") -> None:
        self.faults.append(Fault(self.file, node.start_mark.line + 1, "", message, allowed))
