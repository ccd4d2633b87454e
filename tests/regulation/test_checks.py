"""One small check per rule, each with bad samples that it must report at their line."""

from pathlib import Path

import pytest

from quyche.regulation.checks import CHECKS
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.references import Check
from tests.fixtures.editing import edited, written
from tests.regulation.samples import bodies, cuts, duties, partners, text
from tests.regulation.samples.sample import Sample

SAMPLES = (*text.SAMPLES, *bodies.SAMPLES, *duties.SAMPLES, *cuts.SAMPLES, *partners.SAMPLES)


def _name(value: object) -> str | None:
    if isinstance(value, Sample):
        return f"{_name(value.check)}-{value.id}"
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("check", CHECKS, ids=_name)
def test_each_check_has_a_bad_sample_and_passes_the_clean_ones(check: Check, small: Index, ours: Index) -> None:
    assert check in {sample.check for sample in SAMPLES}
    assert list(check(small)) == list(check(ours)) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_a_bad_sample_is_reported_at_its_line(sample: Sample, tmp_path: Path) -> None:
    words, line = edited(sample.edits)
    assert list(sample.check(sample.regulation))
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, words))
    told = [(fault.line, fault.id) for fault in caught.value.faults if sample.message in str(fault)]
    assert told == [(line, sample.id)], str(caught.value)


@pytest.mark.parametrize("sample", SAMPLES, ids=_name)
def test_no_check_raises_whatever_another_finds(sample: Sample) -> None:
    regulation = sample.regulation
    found = {check for check in CHECKS if list(check(regulation))}
    assert sample.check in found


def test_the_table_names_only_known_checks() -> None:
    assert {sample.check for sample in SAMPLES} == set(CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)
