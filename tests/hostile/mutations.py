"""Ways to break a YAML file: its bytes, its words, its data. One seed gives one mutant, always the same."""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from typing import Any, TypeAlias

import yaml

from tests.fixtures.editing import plain

Slot: TypeAlias = tuple[Any, Any]
"""A dictionary or list, and a key or place in it."""

SCALARS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 10**30, 1.5, -0.0, float("nan"), float("inf"), 1e308, date(2024, 2, 29)),
    *("", " ", "x", "Ơ", "null", "d1", "d5.k1", "can-cu.p1", "ban-quan-tri", "bai-1", "tron-ven", "2025-02-30"),
    *(
        "a\nb",
        "a\tb",
        "a\u2028b",
        "\x1b[2J",
        "\u202eđảo\u202c",
        "\u200f",
        "Ca\u0302y",
        "\u0301",
        "\u200b",
        "\xa0",
        "😀",
    ),
    *("<script>alert(1)</script>", "&amp;</title>", '" onload="x', "{{ 7*7 }}", "{% raw %}", "{# x #}", "{", "{x}"),
    *("]]>", "$x$ #let", "*x* _y_ [a](javascript:x)", "../../x", "/etc/passwd", "nguon.txt\0", "=1+1", "x" * 300),
)
CONTAINERS: tuple[Any, ...] = ([], {}, [[]], [None], {"": ""}, {"id": "x"}, {"x": {"y": [1, {"z": None}]}}, [[[[1]]]])
"""Values of every kind that an editor, a broken program or an enemy may leave where another was due."""

PIECES: tuple[str, ...] = (
    *(
        "\t",
        "\x00",
        "\x07",
        "\ufeff",
        "\r",
        "\u2028",
        "\x85",
        "\u202e",
        ":",
        ": ",
        "- ",
        "-",
        "? ",
        "#",
        " #",
        "|",
        ">",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        ",",
        "'",
        '"',
        "%",
        "@",
        "`",
        "*x",
        "&x ",
        "!x ",
        "!!python/object/apply:os.system [x]",
        "<<: ",
    ),
    *("---\n", "...\n", "%YAML 9.9\n---\n", "%TAG ! x\n", "{{ x }}", "{% x %}", "\\", '"\\ud800"', '"\\q"', '"\\x0"'),
    *("!!binary x", "!!timestamp x", "!!int x", "!!float x", "!!null x", "!!set {a}", "!!omap [a]", "0x" + "f" * 5000),
    *(
        "1:" * 300 + "1",
        "9" * 5000,
        "2025-13-45",
        "2025-01-01 25:61:61",
        ".nan",
        "~",
        "y",
        "=",
        "<<",
        "0o9",
        "1_0",
        "+.inf",
    ),
)
"""Pieces of YAML's own grammar, whole and broken."""

BOMB = "x: &a [1]\ny: &b [*a, *a, *a]\nz: &c [*b, *b, *b]\nt: [*c, *c, *c]\n"
LOOP = "x: &a [*a]\n"


def mutant(good: bytes, seed: int) -> bytes:
    """Return ``good`` with one to three slips that ``seed`` chooses; two seeds give two mutants, mostly."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret
    kinds = (_of_data, _of_words, _of_bytes)
    made = good
    for kind in sorted(chance.choices(kinds, (6, 4, 1), k=chance.choice((1, 1, 1, 2, 3))), key=kinds.index):
        made = kind(made, chance)  # data first: words once broken may be too deep for PyYAML itself to load
    return made


def _of_data(good: bytes, chance: random.Random) -> bytes:
    """Change the data and write it anew; what cannot be written gets a slip in its words."""
    data = plain(good)
    places = list(_slots(data))
    if not places:
        return _of_words(good, chance)
    chance.choice(DATA)(data, places, chance)
    try:
        words: str = yaml.dump(data, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10_000)
    except (yaml.YAMLError, TypeError, ValueError, RecursionError):
        return _of_words(good, chance)
    return words.encode("utf-8", "surrogatepass")


class Plain(yaml.CSafeDumper):
    """Writes what is shared twice, not as an alias."""

    def ignore_aliases(self, _data: object) -> bool:
        """Never."""
        return True


def _slots(here: Any) -> Iterator[Slot]:  # noqa: ANN401 -- YAML holds anything
    pairs = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    for key, value in pairs:
        yield here, key
        yield from _slots(value)


def _drop(_: object, places: list[Slot], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    del holder[key]


def _replace(_: object, places: list[Slot], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    holder[key] = deepcopy(chance.choice(SCALARS + CONTAINERS))


def _same_kind(_: object, places: list[Slot], chance: random.Random) -> None:
    """Put words for words, a number for a number: what most often passes the model."""
    holder, key = chance.choice(places)
    fitting = [odd for odd in SCALARS if type(odd) is type(holder[key])] or list(SCALARS)
    holder[key] = chance.choice(fitting)


def _added_words(_: object, places: list[Slot], chance: random.Random) -> None:
    words = [(holder, key) for holder, key in places if isinstance(holder[key], str)]
    for holder, key in chance.sample(words, min(len(words), chance.choice((1, 5, 50)))):
        holder[key] += f" {chance.choice([odd for odd in SCALARS if isinstance(odd, str)])}"


def _huge(_: object, places: list[Slot], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    holder[key] = chance.choice(("x" * 10**6, "của " * 10**5 + "x", "<b>" * 10**5, [None] * 300, ["x"] * 300))


def _deep(_: object, places: list[Slot], chance: random.Random) -> None:
    holder, key = chance.choice(places)
    for _number in range(chance.choice((3, 30, 70))):
        holder[key] = [holder[key]] if chance.random() < 1 / 2 else {"children": holder[key]}


def _rename(_: object, places: list[Slot], chance: random.Random) -> None:
    holder, key = chance.choice([place for place in places if isinstance(place[0], dict)] or places)
    value = holder.pop(key)
    if isinstance(holder, dict):
        odd = chance.choice(
            (f"{key}s", "", "id", "__class__", "model_config", "<<", 7, None, True, "x" * 500, "Ca\u0302y")
        )
        holder[odd] = value
    else:
        holder.insert(0, value)


def _copy_over(_: object, places: list[Slot], chance: random.Random) -> None:
    (holder, key), (source, place) = chance.choice(places), chance.choice(places)
    holder[key] = deepcopy(source[place])


def _duplicate(_: object, places: list[Slot], chance: random.Random) -> None:
    lists = [(holder, key) for holder, key in places if isinstance(holder, list)] or places
    holder, key = chance.choice(lists)
    if isinstance(holder, list):
        holder.insert(chance.randrange(len(holder) + 1), deepcopy(holder[key]))
    else:
        holder[f"{key}2"] = deepcopy(holder[key])


def _shuffle(_: object, places: list[Slot], chance: random.Random) -> None:
    lists = [holder[key] for holder, key in places if isinstance(holder[key], list)]
    if lists:
        chance.shuffle(chance.choice(lists))


def _cycle(data: object, _: list[Slot], chance: random.Random) -> None:
    """Make groups members of each other, terms and documents follow each other."""
    entries = [value for value in data.values() if isinstance(value, list)] if isinstance(data, dict) else []
    named = [entry for entry in chance.choice(entries) if isinstance(entry, dict)] if entries else []
    keys = ("member_of", "named_by", "see", "replaces", "related", "facts")
    for entry, other in zip(named, [*named[1:], *named[:1]], strict=True):
        for key in keys:
            if key in entry or chance.random() < 1 / 20:
                entry[key] = other.get("id") if key == "replaces" else [other.get("id")]


DATA: tuple[Callable[[object, list[Slot], random.Random], None], ...] = (
    *(_drop, _replace, _replace, _same_kind, _same_kind, _added_words, _deep, _rename, _copy_over, _duplicate),
    *(_drop, _replace, _replace, _same_kind, _same_kind, _added_words, _huge, _rename, _copy_over, _duplicate),
    *(_shuffle, _cycle),
)


def _of_words(good: bytes, chance: random.Random) -> bytes:
    words = good.decode("utf-8", "replace")
    return chance.choice(WORDS)(words, chance).encode("utf-8", "surrogatepass")


def _insert(words: str, chance: random.Random) -> str:
    at = chance.randrange(len(words) + 1)
    return words[:at] + chance.choice(PIECES) + words[at:]


def _value(words: str, chance: random.Random) -> str:
    """Put a piece of grammar in the place of a value."""
    lines = words.split("\n")
    at = chance.choice([number for number, line in enumerate(lines) if ": " in line] or [0])
    lines[at] = f"{lines[at].partition(': ')[0]}: {chance.choice(PIECES)}"
    return "\n".join(lines)


def _line(words: str, chance: random.Random) -> str:
    lines = words.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = f" {lines[at]}" if chance.random() < 1 / 2 else f"\t{lines[at]}"
        case _:
            lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    return "\n".join(lines)


def _cut(words: str, chance: random.Random) -> str:
    return words[: chance.randrange(len(words) + 1)]


def _line_ends(words: str, chance: random.Random) -> str:
    return words.replace("\n", chance.choice(("\r\n", "\r", "\n\n", "\u2028", "\x85")))


def _top(words: str, chance: random.Random) -> str:
    tops = ("\ufeff", "\ufeff\ufeff", "--- \n", "%YAML 1.1\n---\n", "[" * 1000, "- " * 1000, "{a: " * 500, BOMB, LOOP)
    return chance.choice((*tops, "<<: {title: x}\n", "? [a, b]\n: c\n", "---\nx: 1\n---\n", "#" * 10**6 + "\n")) + words


def _only(_: str, chance: random.Random) -> str:
    plain = ("", "\n", "#", "null", "7", "[]", "{}", "x", "- x", "---", "--- ---", "\ufeff", "{}\n---\n{}", "!!set {}")
    return chance.choice((*plain, "[" * 10**5, "a: " * 10**4, "&a [*a]", "*a", BOMB, "!x", "'", "\x00", "|", "%"))


def _decomposed(words: str, chance: random.Random) -> str:
    return "".join(letter + "\u0301" if letter.isalpha() and chance.random() < 1 / 500 else letter for letter in words)


WORDS: tuple[Callable[[str, random.Random], str], ...] = (
    *(
        _insert,
        _insert,
        _insert,
        _value,
        _value,
        _value,
        _line,
        _line,
        _line,
        _cut,
        _line_ends,
        _top,
        _only,
        _decomposed,
    ),
)


def _of_bytes(good: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(good) + 1)
    match chance.randrange(5):
        case 0:
            return good[:at] + chance.randbytes(chance.choice((1, 4, 200))) + good[at:]
        case 1:
            return good[:at] + b"\xed\xa0\x80" + good[at:]  # half of a pair
        case 2:
            return good.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-32", "utf-16-le", "utf-7")))
        case 3:
            return bytes(byte ^ (1 << chance.randrange(8)) if chance.random() < 1 / 2000 else byte for byte in good)
        case _:
            return good[: at // 2] + good[at:]
