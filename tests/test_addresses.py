"""Addresses: those of the contract, and none written anywhere but in the module that knows them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche import addresses
from quyche.regulation.index import Index

CONTRACT = {
    *("quy-che/", "co-quan/", "ma-tran/", "lich/", "tu-danh-gia/", "tu-danh-gia/tong-hop/", "thuat-ngu/"),
    *("giang-day/", "huong-dan/", "do-phu/", "du-lieu/quy-che.json"),
}
KNOWN = {name: value for name, value in vars(addresses).items() if isinstance(value, str) and name.isupper()}
QUOTED = re.compile(r"""["']([^"']*)["']""")
FOLDERS = {"hooks/quyche/pages/testing.py"}
"""Names scripts that stand in a folder of ``assets/js`` called like an address."""


def test_the_addresses_of_the_contract_are_known() -> None:
    assert set(KNOWN.values()) >= CONTRACT
    assert len(set(KNOWN.values()) - {"trinh-chieu/"}) == len(KNOWN) - 1, "two names for one address"


@pytest.mark.parametrize(
    ("provision", "address"),
    [
        ("d5", "quy-che/dieu-5/#dieu-5"),
        ("d5.k8", "quy-che/dieu-5/#dieu-5-khoan-8"),
        ("d6.k2.1", "quy-che/dieu-6/#dieu-6-khoan-2-1"),
        ("d22.p2", "quy-che/dieu-22/#dieu-22-doan-2"),
        ("c1", "quy-che/#chuong-1"),
    ],
)
def test_a_provision_has_one_address(ours: Index, provision: str, address: str) -> None:
    assert addresses.provision_address(ours.place[provision]) == address


def test_no_other_module_writes_an_address(project: Path) -> None:
    files = [path for path in sorted((project / "hooks").rglob("*.py")) if path.name != "addresses.py"]
    templates = [*sorted((project / "hooks").rglob("*.j2")), *sorted((project / "overrides").rglob("*.html"))]
    assert len(files) > 100
    assert len(templates) > 30
    found = [(path, words) for path in files for words in strings(path)]
    found += [(path, words) for path in templates for words in QUOTED.findall(path.read_text(encoding="utf-8"))]
    values = tuple(value for value in KNOWN.values() if value)
    written = [(path.relative_to(project).as_posix(), words) for path, words in found if words.startswith(values)]
    assert [(path, words) for path, words in written if path not in FOLDERS] == []


def strings(path: Path) -> Iterator[str]:
    """Yield every string in a Python file, those that f-strings begin with among them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
