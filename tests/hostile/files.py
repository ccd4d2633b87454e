"""Broken files of readers: saved forms (JSON) and workbooks. One seed gives one mutant, always the same."""

import io
import json
import random
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        7,
        1.5,
        1e308,
        -0.0,
        10**30,
        "",
        " ",
        "x",
        "d1",
        "done",
        "2025-02-30",
        "a\nb",
        "\x00",
        "\u202ex",
    ),
    *(
        "\ud800",
        "<script>window.ran=1</script>",
        "{{ 7*7 }}",
        "=1+1",
        "x" * 5000,
        "__proto__",
        "constructor",
        "toString",
    ),
    *([], {}, [[]], [None], {"__proto__": {"state": "done"}}, {"constructor": 1}, {"length": 9}, [0] * 600),
)
KEYS = (
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "",
    "id",
    "x" * 400,
    "d1.k1.1",
    "D1",
    "then",
    "toJSON",
)
TEXTS: tuple[bytes, ...] = (
    *(
        b"",
        b" ",
        b"null",
        b"7",
        b"[]",
        b"{}",
        b'"x"',
        b"NaN",
        b"{'a': 1}",
        b"\xff\xfe{\x00}\x00",
        b"\x00" * 99,
        b"<html>",
    ),
    *(
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"__proto__": {"format": "quyche-self-assessment"}}',
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0",
    ),
)


def slots(here: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 -- JSON holds anything
    """Yield every place in ``here`` that holds a value: what holds it, and its key."""
    pairs = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    for key, value in pairs:
        yield here, key
        yield from slots(value)


def record_mutant(record: dict[str, Any], seed: int) -> bytes:
    """Return the file of ``record`` with slips that ``seed`` chooses in its data, its words or its bytes."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret
    if chance.random() < 1 / 12:
        return chance.choice(TEXTS)
    data = deepcopy(record)
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3))):
        holder, key = chance.choice(list(slots(data)))
        _slip(holder, key, chance)
    made = json.dumps(data, ensure_ascii=chance.random() < 1 / 2).encode("utf-8", "surrogatepass")
    return chance.choice(BYTES)(made, chance) if chance.random() < 1 / 3 else made


def _slip(holder: Any, key: Any, chance: random.Random) -> None:  # noqa: ANN401 -- JSON holds anything
    kind = chance.randrange(4)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[chance.choice(KEYS)] = holder.pop(key) if chance.random() < 1 / 2 else deepcopy(chance.choice(ODD))
    elif kind == 2:
        for _ in range(chance.choice((1, 9, 60))):
            holder[key] = [holder[key]]
    else:
        holder[key] = deepcopy(chance.choice(ODD))


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _flip(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 3, 30)) if made else 0):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    piece = (
        b"\xff",
        b"\x00",
        b"\xef\xbb\xbf",
        b"NaN",
        b"1e999",
        b"{",
        b"]",
        b",",
        b'"',
        b"//",
        b"\xed\xa0\x80",
        b"\\ud800",
    )
    return data[:at] + chance.choice(piece) + data[at:]


def _drop(data: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data) + 1), chance.choice((1, 20, 3000))
    return data[:at] + data[at + length :]


BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut, _flip, _insert, _drop)


def parts_of(book: bytes) -> dict[str, bytes]:
    """Return the parts of an office file by name."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an office file of ``parts``."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


XML: tuple[tuple[bytes, bytes], ...] = (
    *(
        (b"<row ", b"<row r='-5' "),
        (b' r="', b' r="ZZZZZZZZZZZZZZZZZZZ'),
        (b"<v>", b"<v>99999999"),
        (b"<v>", b"<v>1e999"),
    ),
    *(
        (b't="s"', b't="e"'),
        (b't="s"', b't="b"'),
        (b't="s"', b't="d"'),
        (b't="s"', b't="zzz"'),
        (b"<c ", b"<f>1/0</f><c "),
    ),
    *((b"<sheetData>", b"<sheetData><sheetData>"), (b"xmlns", b"xmlnz"), (b"</row>", b""), (b"<t", b"<t>&lol;</t><t")),
    *(
        (b"sheetId", b"name"),
        (b"r:id", b"id"),
        (b"rId1", b"rId99"),
        (b"Target=", b"Target='../../x' T="),
        (b"<?xml", b"<?xnl"),
    ),
    *((b"formatCode", b"numFmt"), (b"definedName", b"x"), (b"$", b"#"), (b"quy", b"__proto__"), (b"<si>", b"<si><si>")),
)
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;"><!ENTITY lol SYSTEM "file:///etc/passwd">]>'


def typed(xml: bytes) -> bytes:
    """Return ``xml`` with a document type and what it would unfold to."""
    head, mark, rest = xml.rpartition(b"?>")
    return head + mark + DOCTYPE + rest


def book_mutant(book: bytes, seed: int) -> bytes:
    """Return the workbook with slips that ``seed`` chooses: in its bytes, its parts, their XML."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret
    if chance.random() < 1 / 2:
        return chance.choice(BYTES)(book, chance)
    parts = parts_of(book)
    for _ in range(chance.choice((1, 1, 2))):
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        match chance.randrange(6):
            case 0:
                del parts[name]
            case 1:
                parts[name] = chance.choice(BYTES)(parts[name], chance)
            case 2:
                other = chance.choice(list(parts))
                parts[name], parts[other] = parts[other], parts[name]
            case 3:
                parts[name] = typed(parts[name])
            case _:
                old, new = chance.choice([pair for pair in XML if pair[0] in parts[name]] or [(b"<", b"<<")])
                parts[name] = parts[name].replace(old, new, chance.choice((1, 5, -1)))
    return packed(parts)


def bombs(book: bytes) -> dict[str, bytes]:
    """Return workbooks made to stop a browser: a name -> the file."""
    parts = parts_of(book)
    strings, styles, frame = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
    cells = b"".join(b'<row r="%d">%s</row>' % (row, b'<c t="s"><v>0</v></c>' * 100) for row in range(1, 1500))
    sheet = next(name for name in parts if name.startswith("xl/worksheets/sheet"))
    full = parts[sheet].split(b"<sheetData>")[0] + b"<sheetData>" + cells + b"</sheetData></worksheet>"
    brackets = b'<numFmts count="1"><numFmt numFmtId="200" formatCode="' + b"[" * 10**6 + b'"/>'
    first = parts[frame].partition(b"<sheets>")[2].partition(b"/>")[0] + b"/>"
    long = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"x " * 10**5
        + b"</t></si></sst>"
    )
    return {
        "a long word in every cell": packed(parts | {sheet: full, strings: long}),
        "a sheet a hundred thousand times": packed(
            parts | {frame: parts[frame].replace(b"<sheets>", b"<sheets>" + first * 100_000)}
        ),
        "a format of a million brackets": packed(
            parts | {styles: parts[styles].replace(b"<fonts", brackets + b"</numFmts><fonts", 1)}
        ),
        "a part of 100 MB": packed(parts | {"xl/media/x.bin": bytes(100 * 2**20)}),
        "five thousand parts": packed(parts | {f"x/{number}": b"" for number in range(5000)}),
        "entities": packed(parts | {frame: typed(parts[frame])}),
        "entities in UTF-16": packed(parts | {frame: typed(parts[frame]).decode().encode("utf-16")}),
        "elements in elements": packed(parts | {sheet: b"<a>" * 100_000 + b"</a>" * 100_000}),
        "a size that lies": packed(parts).replace(len(parts[frame]).to_bytes(4, "little"), (9).to_bytes(4, "little")),
    }
