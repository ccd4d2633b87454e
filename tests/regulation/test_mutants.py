"""Slips made on purpose in the checks are caught by their samples: the tests of the checks test something."""

from types import ModuleType
from typing import TypeAlias

import pytest

from quyche.regulation.checks import bodies, cuts, duties, partners, text
from quyche.regulation.index import Index
from quyche.regulation.references import Check
from tests.regulation.mutants import Mutant, mutants
from tests.regulation.samples.sample import Sample
from tests.regulation.test_checks import SAMPLES

MODULES = (text, bodies, duties, cuts, partners)
CAUGHT = 0.9
"""The least share; what is left are slips that change nothing that anybody could see."""


Bad: TypeAlias = list[tuple[Sample, Index, list[object]]]
"""Samples with their regulations, and what the checks as they are tell of each."""


@pytest.fixture(scope="module")
def bad() -> Bad:
    pairs = ((sample, sample.regulation) for sample in SAMPLES)
    return [(sample, index, told(sample, sample.check, index)) for sample, index in pairs]


def test_nearly_every_slip_in_a_check_is_caught(bad: Bad, small: Index, ours: Index) -> None:
    survivors, count = [], 0
    for module in MODULES:
        for mutant in mutants(module):
            count += 1
            if not caught(mutant, module, bad, (small, ours)):
                survivors.append(f"{module.__name__}: {mutant.slip}")
    assert count > 100
    assert len(survivors) <= (1 - CAUGHT) * count, "\n".join(survivors)


def told(sample: Sample, check: Check, index: Index) -> list[object]:
    """Return what ``check`` tells of ``index`` in the words of ``sample``."""
    return [problem for problem in check(index) if sample.message in words(problem)]


def caught(mutant: Mutant, module: ModuleType, bad: Bad, clean: tuple[Index, ...]) -> bool:
    """Tell whether the tests of the checks would fail with ``mutant``: a sample not told, or a clean text faulted."""
    try:
        for sample, index, wanted in bad:
            if sample.check in module.CHECKS and told(sample, mutant.names[sample.check.__name__], index) != wanted:
                return True
        return any(list(mutant.names[check.__name__](index)) for index in clean for check in module.CHECKS)
    except Exception:  # noqa: BLE001 -- a check that raises is caught
        return True


def words(problem: object) -> str:
    """Return a problem in words, as a fault puts them."""
    return f"{getattr(problem, 'message', '')} — {getattr(problem, 'allowed', '')}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_as_it_is_is_no_mutant(module: ModuleType, bad: Bad, small: Index, ours: Index) -> None:
    assert not caught(Mutant(vars(module), "nothing"), module, bad, (small, ours))
