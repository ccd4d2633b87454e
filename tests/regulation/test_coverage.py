"""Coverage by the word: how quotes divide a text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quyche.regulation.coverage import Coverage, divide
from quyche.regulation.model import Duty, Waiver
from quyche.regulation.vocabulary import Role, WaiverKind
from quyche.vietnamese.letters import WORD, words


def duty(quote: str) -> Duty:
    return Duty(
        id="d1.1",
        provision="d1",
        quote=quote,
        task="Việc",
        by={"ai-do": Role.LEAD},
        question="Chưa?",
        evidence=("Giấy",),
    )


def waiver(quote: str | None) -> Waiver:
    return Waiver(provision="d1", quote=quote, kind=WaiverKind.PRINCIPLE, reason="Nguyên tắc.")


def divided(text: str, duties: tuple[str, ...] = (), waivers: tuple[str | None, ...] = ()) -> Coverage:
    return divide(text, [duty(quote) for quote in duties], [waiver(quote) for quote in waivers])


def places(coverage: Coverage) -> list[tuple[int, int]]:
    return [(stretch.start, stretch.end) for stretch in coverage.stretches]


def test_two_duties_divide_a_text_and_leave_out_only_signs() -> None:
    coverage = divided("Họp, báo cáo; thông tin.", ("Họp, báo cáo", "thông tin"))
    assert places(coverage) == [(0, 12), (14, 23)]
    assert (coverage.lost, coverage.strange, coverage.total, coverage.covered) == ((), (), 5, 5)


def test_words_in_no_entry_are_lost() -> None:
    coverage = divided("Họp, báo cáo; thông tin.", ("Họp", "thông"))
    assert coverage.lost == ("báo", "cáo", "tin")
    assert coverage.covered == 2


def test_nothing_covers_nothing() -> None:
    coverage = divided("Họp, báo cáo.")
    assert coverage.lost == ("Họp", "báo", "cáo")
    assert coverage.stretches == ()


def test_half_a_word_covers_no_word() -> None:
    assert divided("kiểm tra", ("kiểm tr",)).lost == ("tra",)
    assert divided("kiểm tra", ("iểm tra",)).lost == ("kiểm",)
    assert divided("kiểm tra", ("kiểm t", "ra")).lost == ("tra",)


def test_a_phrase_that_occurs_twice_is_found_at_its_own_places() -> None:
    text = "Báo cáo huyện; báo cáo xã; báo cáo huyện."
    coverage = divided(text, ("Báo cáo huyện", "báo cáo xã", "báo cáo huyện"))
    assert (coverage.lost, coverage.strange) == ((), ())
    assert [stretch.start for stretch in coverage.stretches] == [0, 15, 27]
    again = divided("họp; họp; họp", ("họp", "họp", "họp"))
    assert [stretch.start for stretch in again.stretches] == [0, 5, 10]


def test_a_phrase_once_too_often_is_strange() -> None:
    coverage = divided("họp; họp", ("họp", "họp", "họp"))
    assert [entry.quote for entry in coverage.strange] == ["họp"]
    assert coverage.lost == ()


def test_quotes_out_of_order_are_strange() -> None:
    coverage = divided("Họp; báo cáo.", ("báo cáo", "Họp"))
    assert [entry.quote for entry in coverage.strange] == ["Họp"]
    assert coverage.lost == ("Họp",)


def test_overlapping_quotes_are_strange() -> None:
    coverage = divided("tổ chức họp báo cáo", ("tổ chức họp", "họp báo cáo"))
    assert [entry.quote for entry in coverage.strange] == ["họp báo cáo"]
    across = divided("tổ chức họp báo cáo", ("tổ chức họp",), ("họp báo cáo",))
    assert [entry.quote for entry in across.strange] == ["họp báo cáo"]
    assert across.lost == ("báo", "cáo")


def test_other_letters_are_strange() -> None:
    for quote in ("họp", "Họp ,", "Họp.", "Hop"):
        assert [entry.quote for entry in divided("Họp, báo cáo", (quote,)).strange] == [quote]


def test_a_waiver_without_a_quote_takes_the_whole_provision() -> None:
    coverage = divided("Họp, báo cáo.", waivers=(None,))
    assert places(coverage) == [(0, 13)]
    assert coverage.lost == ()


def test_a_whole_waiver_beside_a_duty_is_strange() -> None:
    coverage = divided("Họp, báo cáo.", ("Họp",), (None,))
    assert [entry.quote for entry in coverage.strange] == [None]


def test_a_waiver_may_stand_between_before_or_after_duties() -> None:
    coverage = divided("Một; hai; ba; bốn.", ("hai", "bốn"), ("Một", "ba"))
    assert [stretch.entry.quote for stretch in coverage.stretches] == ["Một", "hai", "ba", "bốn"]
    assert coverage.lost == ()


def test_entries_are_given_back_as_they_came() -> None:
    first, second = duty("Một"), waiver("hai")
    coverage = divide("Một hai", [first], [second])
    assert coverage.stretches[0].entry is first
    assert coverage.stretches[1].entry is second


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(("họp", "báo", "cáo", "xã", "a", "Đảng")), st.sampled_from((" ", ", ", "; ", ". ", " - "))
    ),
    min_size=1,
    max_size=25,
).map(lambda pairs: "".join(word + sign for word, sign in pairs).strip())


@given(text=TEXTS, cuts=st.sets(st.integers(0, 24)))
def test_a_text_cut_at_word_boundaries_is_always_covered(text: str, cuts: set[int]) -> None:
    found = list(WORD.finditer(text))
    begins = sorted({0, *(cut for cut in cuts if cut < len(found))})
    ends = [*(begin - 1 for begin in begins[1:]), len(found) - 1]
    quotes = tuple(text[found[begin].start() : found[end].end()] for begin, end in zip(begins, ends, strict=True))
    coverage = divided(text, quotes)
    assert (coverage.lost, coverage.strange) == ((), ())
    assert [stretch.entry.quote for stretch in coverage.stretches] == list(quotes)
    assert coverage.total == len(words(text))
    waived = divided(text, waivers=quotes)
    assert places(waived) == places(coverage)


@given(text=TEXTS, cuts=st.sets(st.integers(0, 24)), gone=st.integers(0, 24))
def test_a_cut_piece_that_is_left_out_is_lost(text: str, cuts: set[int], gone: int) -> None:
    found = list(WORD.finditer(text))
    begins = sorted({0, *(cut for cut in cuts if cut < len(found))})
    ends = [*(begin - 1 for begin in begins[1:]), len(found) - 1]
    quotes = [text[found[begin].start() : found[end].end()] for begin, end in zip(begins, ends, strict=True)]
    left_out = quotes.pop(gone % len(quotes))
    coverage = divided(text, tuple(quotes))
    assert len(coverage.lost) >= len(words(left_out))
    assert coverage.covered + len(coverage.lost) == coverage.total


@given(
    text=TEXTS, quotes=st.lists(st.text(alphabet="họpbácx ,;", min_size=1, max_size=8).filter(str.strip), max_size=6)
)
def test_stretches_never_overlap_and_quote_the_text(text: str, quotes: list[str]) -> None:
    coverage = divided(
        text, tuple(quote.strip() for quote in quotes[::2]), tuple(quote.strip() for quote in quotes[1::2])
    )
    spots = places(coverage)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spots))
    assert all(text[stretch.start : stretch.end] == stretch.entry.quote for stretch in coverage.stretches)
    assert len(coverage.stretches) + len(coverage.strange) == len(quotes)
