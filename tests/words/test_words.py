"""Words that people see are written by one rule: `rules.yaml` says which, CONTRIBUTING.md why."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

from quyche.beside import beside
from quyche.checklists.building import build_checklist, checklist_bodies
from quyche.checklists.setup import Setup
from quyche.checklists.wording import worded
from quyche.duties.assignment import Duties
from quyche.instruments.model import Register
from quyche.regulation.index import Index
from tests.site.building import Site
from tests.words.seen import Seen, of_files, of_sheets, of_site, own


@dataclass(frozen=True)
class Rule:
    """What is ``never`` written but where ``but`` finds it, and on which surfaces (none: all)."""

    id: str
    never: re.Pattern[str]
    but: re.Pattern[str] | None
    where: tuple[str, ...]
    bad: tuple[str, ...]
    good: tuple[str, ...]

    def breaches(self, seen: Iterable[Seen]) -> Iterator[str]:
        """Yield what breaks the rule in ``seen``, with its place."""
        for piece in seen:
            if self.where and piece.surface not in self.where:
                continue
            words = self.but.sub(" ", piece.words) if self.but else piece.words
            if match := self.never.search(words):
                yield f"{piece.place}: {words[max(match.start() - 40, 0) : match.end() + 40]}"


def _pattern(parts: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def _rules() -> Iterator[Rule]:
    for found in beside(__file__, "rules.yaml"):
        phrases = found.get("phrases", {})
        never = [found["never"]] if "never" in found else [rf"(?<!\w){re.escape(phrase)}(?!\w)" for phrase in phrases]
        but = _pattern(found["but"]) if "but" in found else None
        bad, good = (tuple(found.get(key, [])) for key in ("bad", "good"))
        yield Rule(found["id"], _pattern(never), but, tuple(found.get("where", [])), (*bad, *phrases), good)


RULES = tuple(_rules())


@pytest.fixture(scope="module")
def seen(project: Path, site: Site, duties: Duties, setup: Setup, register: Register) -> list[Seen]:
    """Return all that people see of ours, quotations left out."""
    sheets = (worded(build_checklist(duties, setup, body), setup) for body in checklist_bodies(duties.index))
    titles = [one.title for group in register.groups for one in group.instruments if one.title]
    return list(own(chain(of_files(project), of_site(site), of_sheets(sheets)), duties.index, titles))


def test_enough_is_seen(seen: list[Seen]) -> None:
    found = {
        surface: sum(piece.surface == surface for piece in seen) for surface in ("page", "data", "sheet", "program")
    }
    assert min(found.values()) > 300, found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_rule_is_kept(rule: Rule, seen: list[Seen]) -> None:
    assert list(rule.breaches(seen)) == []


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in RULES for words in rule.bad])
def test_what_breaks_the_rule_is_refused(rule: Rule, words: str) -> None:
    assert list(rule.breaches([Seen((*rule.where, "page")[0], "", words)])) != []


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule in RULES for words in rule.good])
def test_what_keeps_the_rule_passes(rule: Rule, words: str) -> None:
    assert list(rule.breaches([Seen((*rule.where, "page")[0], "", words)])) == []


def test_quotations_of_the_text_are_left_out(ours: Index) -> None:
    quoted = "Văn bản ghi “Định kỳ sáu tháng, một năm … tổ chức giao ban”, không ghi ngày sáu tháng."
    (left,) = own([Seen("page", "", quoted), Seen("page", "", "Định kỳ sáu tháng, một năm.")], ours)
    assert left.words == "Văn bản ghi “…”, không ghi ngày sáu tháng."
