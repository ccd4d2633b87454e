"""Another regulation, other bodies, another scale: loaded without a fault, every layer of it."""

import pytest

from quyche.cli import main
from quyche.duties.proof import proof
from quyche.project import Project
from tests.site.building import Site


def test_it_has_every_layer(second: Project) -> None:
    assert second.setup is not None
    assert [state.label for state in second.setup.checklist.scale.states] == ["Trọn vẹn", "Dở dang", "Được miễn"]
    assert len(second.notes.articles) == 1
    assert [term.term for term in second.synonyms.terms] == ["vớt bèo"]
    assert [found.name for found in second.comparisons] == ["ban-2020"]


def test_check_finds_nothing(
    second_site: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(second_site.project)
    assert main(["check"]) == 0
    assert "không có lỗi. 12 nhiệm vụ, 7 cơ quan, tổ chức" in capsys.readouterr().out


def test_every_word_is_in_a_duty_or_waived(second: Project) -> None:
    rows = proof(second.index)
    assert len(rows) == 9
    assert all(row.covered == row.words for row in rows)
