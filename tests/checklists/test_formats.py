"""Every format says what the sheet says, row by row and cell by cell, blank and filled; what does not is found out."""

from collections.abc import Callable, Iterator

import pytest

from quyche.checklists.excel.writing import write_excel
from quyche.checklists.filling import filled
from quyche.checklists.ods import write_ods
from quyche.checklists.pdf import write_sheet, write_short
from quyche.checklists.record import Assessment
from quyche.checklists.setup import Setup
from quyche.checklists.sheet import Sheet
from quyche.checklists.word.writing import write_word
from tests.checklists.formats import pdf, word, workbooks
from tests.checklists.formats.cells import Difference, bare, compared
from tests.checklists.making import answered, dated, few, pointed, with_rows

Check = Callable[[list[Sheet], list[Sheet]], list[Difference]]
"""Write the first sheets, and tell where their files differ from the second."""
FORMATS = ("pdf", "short", "word", "excel", "ods")
BODY = "van-phong-huyen-uy"


@pytest.fixture(scope="module")
def checks(setup: Setup, template: bytes) -> dict[str, Check]:
    """Return format -> its check."""

    def full(made: list[Sheet], wanted: list[Sheet]) -> list[Difference]:
        data = write_sheet(made, setup.folder)
        return [*pdf.differences(data, wanted), *pdf.tick_differences(data, wanted)]

    def short(made: list[Sheet], wanted: list[Sheet]) -> list[Difference]:
        data = write_short(made, setup.folder)
        return [*pdf.differences(data, wanted, short=True), *pdf.tick_differences(data, wanted)]

    def document(made: Sheet, wanted: Sheet) -> Iterator[Difference]:
        return compared(word.rows_found(write_word(made, template)), word.rows_wanted(wanted))

    def excel(made: Sheet, wanted: Sheet) -> Iterator[Difference]:
        return compared(workbooks.excel_found(write_excel(made)), workbooks.excel_wanted(wanted))

    def ods(made: Sheet, wanted: Sheet) -> Iterator[Difference]:
        return compared(workbooks.ods_found(write_ods(made)), workbooks.ods_wanted(wanted))

    def each(check: Callable[[Sheet, Sheet], Iterator[Difference]]) -> Check:
        return lambda made, wanted: [one for pair in zip(made, wanted, strict=True) for one in check(*pair)]

    return {"pdf": full, "short": short, "word": each(document), "excel": each(excel), "ods": each(ods)}


@pytest.fixture(scope="module")
def filled_one(marked: dict[str, Sheet]) -> Sheet:
    """Return a sheet with points and another answer in every field, under a letterhead."""
    sheet = dated(pointed(marked[BODY]))
    return filled(sheet, answered(sheet, sheet.heads[1].id))


@pytest.fixture(scope="module")
def uncounted(marked: dict[str, Sheet]) -> list[Sheet]:
    """Return filled sheets with lines that another line answers, and with some that a reference does."""
    return [filled(marked[body], answered(marked[body])) for body in ("ubnd-huyen", "co-quan-tu-phap")]


@pytest.mark.parametrize("name", FORMATS)
def test_the_blank_sheet_of_every_body(name: str, checks: dict[str, Check], blanks: dict[str, Sheet]) -> None:
    sheets = list(blanks.values())
    assert checks[name](sheets, sheets) == []


@pytest.mark.parametrize("name", FORMATS)
def test_every_letterhead(name: str, checks: dict[str, Check], marked: dict[str, Sheet], setup: Setup) -> None:
    letterheads = setup.letterheads.letterheads
    sheets = [few(filled(marked[one.bodies[0]], Assessment(letterhead=one.id))) for one in letterheads]
    assert checks[name](sheets, sheets) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_sheet_filled_in_every_field(name: str, checks: dict[str, Check], filled_one: Sheet) -> None:
    assert checks[name]([filled_one], [filled_one]) == []


@pytest.mark.parametrize("name", FORMATS)
def test_lines_that_do_not_count_have_no_answer_and_are_in_no_sum(
    name: str, checks: dict[str, Check], uncounted: list[Sheet]
) -> None:
    assert {row.same is None for sheet in uncounted for row in sheet.rows if row.instead} == {True, False}
    assert checks[name](uncounted, uncounted) == []


@pytest.mark.parametrize("name", FORMATS)
def test_one_word_changed_is_found_out(name: str, checks: dict[str, Check], filled_one: Sheet) -> None:
    heading = filled_one.parts[0].heading.model_copy(update={"words": "I. NHIỆM VỤ KHÁC"})
    part = filled_one.parts[0].model_copy(update={"heading": heading})
    changed = filled_one.model_copy(update={"parts": (part, *filled_one.parts[1:])})
    assert any("KHÁC" in one.found for one in checks[name]([changed], [filled_one]))
    assert checks[name]([changed], [changed]) == [], "a word of the sheet is a word of every format"


@pytest.mark.parametrize("name", FORMATS)
def test_answers_of_two_lines_swapped_are_found_out(name: str, checks: dict[str, Check], filled_one: Sheet) -> None:
    first, second, *others = filled_one.rows
    swapped = (
        first.model_copy(update={"entry": second.entry}),
        second.model_copy(update={"entry": first.entry}),
        *others,
    )
    assert checks[name]([with_rows(filled_one, iter(swapped))], [filled_one])


def test_a_letterheads_measures_reach_every_office_format(marked: dict[str, Sheet], template: bytes) -> None:
    sheet = few(filled(marked[BODY], Assessment(letterhead=marked[BODY].heads[1].id)))
    head = sheet.head
    sizes = {"left_size": 8.5, "sign_size": 9.5, "number_size": 10.5, "date_size": 11.5, "subject_size": 16.5}
    family = head.family.model_copy(update=sizes)
    made = sheet.model_copy(update={"heads": (head.model_copy(update={"family": family}),)})
    words = {
        head.issuer[-1]: 8.5,
        head.signatures.position: 9.5,
        f"{head.number}{head.symbol}": 10.5,
        head.date: 11.5,
        head.subject: 16.5,
    }
    expected = {bare(one): size for one, size in words.items()}
    for found in (
        word.letter_sizes(write_word(made, template)),
        workbooks.excel_sizes(write_excel(made)),
        workbooks.ods_sizes(write_ods(made)),
    ):
        assert {one: found.get(one) for one in expected} == expected
