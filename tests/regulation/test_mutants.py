"""Slips made on purpose in the checks are caught by their samples: the tests of the checks test something."""

from types import ModuleType

import pytest

from quyche.regulation.checks import bodies, cuts, duties, partners, text
from quyche.regulation.index import Index
from tests.regulation.mutants import Mutant, mutants
from tests.regulation.test_checks import SAMPLES, Sample

MODULES = (text, bodies, duties, cuts, partners)
CAUGHT = 0.9
"""The least share; what is left are slips that change nothing that anybody could see."""


def test_nearly_every_slip_in_a_check_is_caught(small: Index, ours: Index) -> None:
    bad = [(sample, sample.regulation) for sample in SAMPLES]
    survivors, count = [], 0
    for module in MODULES:
        for mutant in mutants(module):
            count += 1
            if not caught(mutant, module, bad, (small, ours)):
                survivors.append(f"{module.__name__}: {mutant.slip}")
    assert count > 100
    assert len(survivors) <= (1 - CAUGHT) * count, "\n".join(survivors)


def caught(mutant: Mutant, module: ModuleType, bad: list[tuple[Sample, Index]], clean: tuple[Index, ...]) -> bool:
    """Tell whether the tests of the checks would fail with ``mutant``: a clean text faulted, or a sample not told."""
    checks = [mutant.names[check.__name__] for check in module.CHECKS]
    try:
        if any(list(check(index)) for check in checks for index in clean):
            return True
        for sample, index in bad:
            if sample.check not in module.CHECKS:
                continue
            told = [
                problem for problem in mutant.names[sample.check.__name__](index) if sample.message in words(problem)
            ]
            if told != [problem for problem in sample.check(index) if sample.message in words(problem)]:
                return True
    except Exception:  # noqa: BLE001 -- a check that raises is caught
        return True
    return False


def words(problem: object) -> str:
    """Return a problem in words, as a fault puts them."""
    return f"{getattr(problem, 'message', '')} — {getattr(problem, 'allowed', '')}"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_as_it_is_is_no_mutant(module: ModuleType, small: Index, ours: Index) -> None:
    bad = [(sample, sample.regulation) for sample in SAMPLES]
    assert not caught(Mutant(vars(module), "nothing"), module, bad, (small, ours))
