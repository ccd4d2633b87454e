"""The file of terms: each slip stops the build with its line; ours explains all that the text uses."""

from pathlib import Path

import pytest

from quyche.glossary.loading import Terms, load_terms
from quyche.instruments.checking import REGISTER
from quyche.instruments.loading import load_register
from quyche.instruments.model import Register
from quyche.regulation.faults import DataError
from quyche.regulation.index import Index
from quyche.sources import Mark
from quyche.vietnamese.alphabet import alphabetical
from tests.fixtures.slips import assert_told, slipped

FILE = Path("docs", "thuat-ngu.yaml")
SLIPS = {
    "unknown key": ("also: [độc giả]", "alsi: [độc giả]", 7, "không có mục “alsi”"),
    "no definition": ("    definition: Cháy.\n", "", 18, "thiếu “definition”"),
    "too long": ("Cháy.", "Cháy " * 130 + "to.", 20, "quá dài"),
    "no address": ("id: hoa-hoan", "id: Hoả hoạn", 18, "“Hoả hoạn” không đúng dạng"),
    "one id twice": ("id: hoa-hoan", "id: thu-vien", 18, "mã “thu-vien” lặp lại"),
    "unknown term": ("see: [hoi-doc-sach]", "see: [hoi]", 8, "không có thuật ngữ khác mã “hoi”"),
    "itself": ("see: [hoi-doc-sach]", "see: [ban-doc]", 8, "không có thuật ngữ khác mã “ban-doc”"),
    "not in the text": ("term: hỏa hoạn", "term: hoa hoạn", 19, "“hoa hoạn” không có trong lời văn"),
    "form not in the text": (
        "term: hỏa hoạn",
        "term: cháy\n    forms: [hoả hoạn, bốc lửa]",
        20,
        "“bốc lửa” không có trong lời văn",
    ),
    "not within": (
        "term: hỏa hoạn",
        "term: hỏa hoạn\n    within: [d4.k1.a, d5]",
        19,
        "“hỏa hoạn” không có trong lời văn",
    ),
    "unknown provision": ("term: hỏa hoạn", "term: hỏa hoạn\n    within: [d4, d99]", 20, "không có điều khoản “d99”"),
    "shorter than the term": ("not_in: [Tổ Bạn đọc]", "not_in: [bạn]", 6, "“bạn” không chứa “bạn đọc”"),
    "the term itself": ("not_in: [Tổ Bạn đọc]", "not_in: [Bạn đọc]", 6, "“Bạn đọc” không chứa “bạn đọc”"),
    "two terms": ("term: hỏa hoạn", "term: Thư viện", 19, "đã là chữ của “thu-vien”"),
    "a term from outside that is in the text": (
        "term: hỏa hoạn",
        "term: hỏa hoạn\n    outside: Người đọc hay hỏi.",
        20,
        "“hỏa hoạn” có trong lời văn",
    ),
    "unknown source": ("sources: [d1]", "sources: [d1, d96]", 13, "không có điều khoản “d96”"),
    "no document of the register": ("sources: [d1]", "sources: [{document: 1-qd}]", 13, "không có văn bản “1-qd”"),
    "an opinion that claims a source": ("Nơi giữ sách cho", "Nơi thường giữ sách cho", 12, "“thường” là lời của ban"),
}


@pytest.fixture(scope="module")
def terms(project: Path, ours: Index, register: Register) -> Terms:
    """Return our terms."""
    return load_terms(project / FILE, ours, register)


@pytest.fixture(scope="module")
def small_register(small_folder: Path, small: Index) -> Register:
    """Return the register of the small regulation."""
    return load_register(small_folder / REGISTER, small)


def written(folder: Path, small_folder: Path, before: str = "", after: str = "") -> Path:
    path = folder / "thuat-ngu.yaml"
    path.write_text(slipped((small_folder / FILE).read_text("utf-8"), before, after), "utf-8")
    return path


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_its_line(
    slip: str, small: Index, small_folder: Path, small_register: Register, tmp_path: Path
) -> None:
    before, after, line, message = SLIPS[slip]
    assert_told(
        lambda: load_terms(written(tmp_path, small_folder, before, after), small, small_register), line, message
    )


def test_all_slips_are_told_at_once(small: Index, small_folder: Path, small_register: Register, tmp_path: Path) -> None:
    path = written(tmp_path, small_folder, "see: [hoi-doc-sach]", "see: [hoi]")
    path.write_text(path.read_text("utf-8").replace("term: hỏa hoạn", "term: bốc lửa"), "utf-8")
    with pytest.raises(DataError) as caught:
        load_terms(path, small, small_register)
    assert [fault.line for fault in caught.value.faults] == [8, 19]


def test_two_terms_may_share_a_form_at_places_apart(
    small: Index, small_folder: Path, small_register: Register, tmp_path: Path
) -> None:
    after = "term: nơi giữ sách\n    forms: [thư viện]\n    within: [{}]"
    path = written(tmp_path, small_folder, "term: thư viện", "term: thư viện\n    within: [d1]")
    path.write_text(path.read_text("utf-8").replace("term: hỏa hoạn", after.format("d2")), "utf-8")
    terms = load_terms(path, small, small_register)
    assert terms.provisions["thu-vien"] == ("d1.p1",)
    assert terms.provisions["hoa-hoan"] == ("d2",)
    path.write_text(path.read_text("utf-8").replace("within: [d2]", "within: [d1.p1]"), "utf-8")
    with pytest.raises(DataError, match="đã là chữ của “thu-vien” ở cùng chỗ"):
        load_terms(path, small, small_register)


def test_the_first_use_is_that_of_the_article(small: Index, small_folder: Path, small_register: Register) -> None:
    terms = load_terms(small_folder / FILE, small, small_register)
    first = terms.first_in(["d1.p1", "d1.p2"])
    assert [use.term for use in first["d1.p1"]] == ["thu-vien", "ban-doc"]
    assert first["d1.p2"] == ()
    assert [use.term for use in terms.first_in(["d1.p2"])["d1.p2"]] == ["ban-doc"]
    assert "d5.k1" in terms.provisions["ban-doc"]
    assert terms.provisions["hoa-hoan"] == ("d4.k1.d",)


def test_no_terms_is_nothing_to_find() -> None:
    assert Terms().in_order == ()
    assert Terms().first_in(["d1"]) == {"d1": ()}


def test_our_terms_are_all_there_in_order(terms: Terms, ours: Index) -> None:
    assert len(terms.in_order) == 101
    assert [term.term for term in terms.in_order] == sorted((term.term for term in terms.in_order), key=alphabetical)
    used = set(terms.provisions)
    unused = [term for term in terms.in_order if term.id not in used]
    assert [term.id for term in unused if not term.outside] == ["dan-van-kheo"]  # only in longer terms, which it names
    assert terms.by_id["dan-van-kheo"].see
    assert [term.id for term in unused if term.outside] == ["ban-xay-dung-dang", "minh-chung"]
    assert all(terms.first_in(place.id for place in ours.within(article.provision)) for article in ours.articles)


def test_no_definition_of_the_editors_own_is_marked_verified(terms: Terms) -> None:
    for term in terms.in_order:
        assert (terms.backings[term.id].mark is Mark.EDITORS) == (not term.sources), term.id
        assert not term.definition.lower().startswith(term.term.lower()), term.id


@pytest.mark.parametrize(
    ("provision", "words", "term"),
    [
        ("d9.k2", "giám sát", "giam-sat-cua-mat-tran-to-quoc"),
        ("d9.k1", "chức năng giám sát", "giam-sat-cua-hoi-dong-nhan-dan"),
        ("d20", "kiểm tra, giám sát", "kiem-tra-giam-sat-cua-dang"),
        ("d14.k4", "hoà giải", "hoa-giai-trong-cong-dong-dan-cu"),
        ("d12.k2", "đối thoại, hòa giải tại tòa án", "hoa-giai-doi-thoai-tai-toa-an"),
        ("d17", 'phong trào thi đua "Dân vận khéo"', "phong-trao-thi-dua-dan-van-kheo"),
        ("d1.p1", "Dân vận", "dan-van"),
        ("d9.k6", "trung cầu ý dân", "trung-cau-y-dan"),
    ],
)
def test_a_word_of_ours_means_what_it_means_there(
    provision: str, words: str, term: str, terms: Terms, ours: Index
) -> None:
    text = ours.place[provision].provision.text or ""
    uses = terms.uses[provision]
    assert words in [text[use.start : use.end] for use in uses if use.term == term]


def test_a_body_is_no_use_of_what_its_name_holds(terms: Terms, ours: Index) -> None:
    for provision, uses in terms.uses.items():
        text = ours.place[provision].provision.text or ours.place[provision].provision.heading or ""
        for use in uses:
            if use.term == "dan-van":
                assert not text[: use.start].lower().endswith("ban "), provision
