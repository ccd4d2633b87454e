"""Style sheets made lean: rules that no page of the site can use are left out, the rest is minified."""

import re
from collections.abc import Iterable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath
from typing import Any

import rcssmin
import tinycss2

WORD = re.compile(rb"[A-Za-z_][\w-]*")
CLASS = re.compile(r"\.((?:[\w-]|[^\x00-\x7f]|\\.)+)")
INNER = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""Innermost brackets. What stands in them need not be on the page (``:not``), or one of it need be (``:is``), or is no
class (``[href$=".pdf"]``): a selector asks for the classes outside of brackets."""
URL = re.compile(r"url\(\s*(['\"]?)(?!data:|#|[a-z]+:|/)([^'\")]+)\1\s*\)")


def words_of(files: Iterable[bytes]) -> frozenset[str]:
    """Return every word in the pages and scripts of a site: a class that is not among them is on no element."""
    return frozenset(word.decode("ascii", "ignore") for data in files for word in set(WORD.findall(data)))


def lean(css: str, words: frozenset[str]) -> str:
    """Return the sheet without rules whose classes are not among ``words``, without pictures that no rule names."""
    rest = "".join(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), words))
    return str(rcssmin.cssmin(_without_unused_pictures(rest)))


def moved(css: str, path: str, target: str, renamed: Mapping[str, str]) -> str:
    """Return the sheet at ``path`` as it must read at ``target``: its relative addresses lead where they led.

    ``renamed`` gives the new paths, from the root, of files that have got another name.
    """

    def there(match: re.Match[str]) -> str:
        seen = normpath(join(dirname(path), match[2]))
        return f"url({match[1]}{relpath(renamed.get(seen, seen), dirname(target))}{match[1]})"

    return URL.sub(there, css)


def _rules(nodes: Iterable[Any], words: frozenset[str]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [selector for selector in _split(node.prelude) if _may_match(selector, words)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(node.content)}}}"
        elif node.type == "at-rule" and node.content is not None and node.lower_at_keyword in ("media", "supports"):
            inner = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            if inside := "".join(_rules(inner, words)):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{inside}}}"
        elif node.type == "error":
            raise ValueError(f"line {node.source_line} of the sheet: {node.message}")
        else:
            yield node.serialize()


def _split(prelude: Iterable[Any]) -> Iterator[str]:
    """Yield the selectors of a list; commas inside brackets belong to one of them."""
    current: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield tinycss2.serialize(current).strip()
            current = []
        else:
            current.append(token)
    yield tinycss2.serialize(current).strip()


def _may_match(selector: str, words: frozenset[str]) -> bool:
    bare, brackets = INNER.subn("", selector)
    while brackets:
        bare, brackets = INNER.subn("", bare)
    return all(name.replace("\\", "") in words for name in CLASS.findall(bare))


def _without_unused_pictures(css: str) -> str:
    """Leave out ``--name:url(data:…)`` that no ``var(--name)`` asks for; sheets declare icons by the dozen."""
    used = set(re.findall(r"var\(\s*(--[\w-]+)", css))
    return re.sub(
        r"(--[\w-]+):\s*url\((?:'[^']*'|\"[^\"]*\"|[^)]*)\);?", lambda found: found[0] if found[1] in used else "", css
    )
