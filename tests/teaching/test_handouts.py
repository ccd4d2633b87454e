"""The handouts opened again: one A4 page for each body, every duty of it with its citation, readable letters."""

import io
import unicodedata
from functools import cache

import pytest
import typst
from pypdf import PdfReader

from quyche.duties.assignment import Duties
from quyche.regulation.citations import citation
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.teaching.handouts import write_handouts
from tests.conftest import PROJECT

INDEX = load(PROJECT / "regulation.yaml")
BODIES = [body.id for body in INDEX.pages]
A4 = (595.28, 841.89)


def flat(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", words).split()).casefold()


@cache
def handout(body: str) -> bytes:
    return write_handouts(Duties(INDEX), [INDEX.bodies[body]])


@pytest.mark.parametrize("body", BODIES)
def test_each_body_has_one_page_with_every_duty_and_its_citation(body: str) -> None:
    reader = PdfReader(io.BytesIO(handout(body)))
    assert len(reader.pages) == 1
    page = reader.pages[0]
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(A4, abs=0.1)
    text = flat(page.extract_text())
    assert flat(INDEX.bodies[body].name) in text
    assert flat(INDEX.regulation.status.print_line) in text
    for assignment in Duties(INDEX).of[body].assignments:
        assert flat(assignment.duty.task) in text, assignment.duty.id
        assert flat(citation(INDEX.place[assignment.duty.provision])) in text, assignment.duty.id


def test_the_fullest_page_is_still_readable() -> None:
    duties = Duties(INDEX)
    fullest = max(BODIES, key=lambda body: len(duties.of[body].assignments))
    sizes = []
    PdfReader(io.BytesIO(handout(fullest))).pages[0].extract_text(
        visitor_text=lambda text, _user, matrix, _font, size: (
            sizes.append(size * abs(matrix[3])) if text.strip() else None
        )
    )
    assert min(sizes) >= 8


def test_a_body_without_duties_is_told_where_it_is_named(duties: Duties) -> None:
    text = flat(PdfReader(io.BytesIO(handout("hoi-quan-chung"))).pages[0].extract_text())
    assert not duties.of["hoi-quan-chung"].assignments
    assert all(flat(mention.duty.task) in text for mention in duties.of["hoi-quan-chung"].mentions)


def test_whom_the_text_binds_in_person_is_told_of_it(duties: Duties) -> None:
    text = flat(PdfReader(io.BytesIO(handout("can-bo-dang-vien"))).pages[0].extract_text())
    count = len(duties.of["can-bo-dang-vien"].personal)
    assert flat(f"{count} trách nhiệm cá nhân, không đưa vào phiếu tự đánh giá.") in text
    assert flat(f"Trách nhiệm cá nhân ({count})") in text
    assert all(flat(waiver.quote or "") in text for waiver in duties.of["can-bo-dang-vien"].personal)


def test_a_period_of_the_editors_is_marked(duties: Duties) -> None:
    text = flat(PdfReader(io.BytesIO(handout("ban-dan-van-huyen-uy"))).pages[0].extract_text())
    inferred = [one.duty for one in duties.of["ban-dan-van-huyen-uy"].assignments if one.duty.inferred]
    assert text.count(flat("(ban biên tập suy ra)")) == len(inferred) > 0


def test_all_in_one_is_a_page_a_body_and_the_same_twice(ours: Index) -> None:
    together = write_handouts(Duties(ours), ours.pages)
    assert len(PdfReader(io.BytesIO(together)).pages) == len(ours.pages)
    assert together == write_handouts(Duties(ours), ours.pages)


def test_more_than_a_page_holds_stops_the_build(ours: Index) -> None:
    body = ours.bodies["ubnd-huyen"]
    long = [duty.model_copy(update={"task": f"{duty.task} và {duty.question}" * 3}) for duty in ours.regulation.duties]
    swollen = Index(ours.regulation.model_copy(update={"duties": tuple(long)}))
    with pytest.raises(typst.TypstError, match="không vừa một trang"):
        write_handouts(Duties(swollen), [body])
