"""Rules of the verbatim text: ids, numbers, words."""

from collections.abc import Iterator

from quyche.regulation.citations import expected_id, leaps
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index, outside
from quyche.regulation.references import Check, absent, repeated
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import is_nfc

VERBATIM = ("label", "heading", "text", "short_title")
"""Words of a provision; the short title is editorial, but stands under ``text``, which loading leaves as it is."""

ALLOWED_INSIDE: dict[Kind | None, tuple[Kind, ...]] = {
    None: (Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE),
    Kind.PART: (Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE),
    Kind.CHAPTER: (Kind.SECTION, Kind.ARTICLE),
    Kind.SECTION: (Kind.SUBSECTION, Kind.ARTICLE),
    Kind.SUBSECTION: (Kind.ARTICLE,),
    Kind.ARTICLE: (Kind.CLAUSE, Kind.POINT, Kind.PARAGRAPH),
    Kind.CLAUSE: (Kind.POINT, Kind.PARAGRAPH),
    Kind.POINT: (Kind.POINT, Kind.PARAGRAPH),
    Kind.PARAGRAPH: (Kind.POINT,),
}


def unique_provision_ids(index: Index) -> Iterator[Problem]:
    """No two provisions share an id."""
    yield from repeated((((*place.trail, "id"), place.id) for place in index.places), "mỗi mã chỉ dùng một lần")


def ids_follow_numbers(index: Index) -> Iterator[Problem]:
    """An id is made of the official numbers; articles count through the whole text."""
    paragraphs: dict[str, int] = {}
    for place in index.places:
        if place.trail[1] == "preamble":
            parent_id, wanted = "can-cu", f"can-cu.p{int(place.trail[2]) + 1}"
        else:
            parent = place.parents[-1] if place.parents else None
            parent_id = parent.id if parent else ""
            if place.provision.kind is Kind.PARAGRAPH:
                paragraphs[parent_id] = paragraphs.get(parent_id, 0) + 1
            wanted = expected_id(place.provision, parent, paragraphs.get(parent_id, 0))
        if place.id != wanted:
            yield Problem((*place.trail, "id"), f"mã “{place.id}” không khớp với số và vị trí", f"phải là “{wanted}”")


def provisions_nest(index: Index) -> Iterator[Problem]:
    """Each kind of provision stands only inside the kinds that may hold it; the preamble holds paragraphs."""
    for place in index.places:
        kind = place.provision.kind
        parent = place.parents[-1].kind if place.parents else None
        allowed = (Kind.PARAGRAPH,) if place.trail[1] == "preamble" else ALLOWED_INSIDE[parent]
        if kind not in allowed:
            where = f"trong {parent.label}" if parent else "ở ngoài cùng"
            yield Problem(
                (*place.trail, "kind"), f"{kind.label} không đặt được {where}", f"được đặt: {_labels(allowed)}"
            )


def _labels(kinds: tuple[Kind, ...]) -> str:
    return ", ".join(kind.label for kind in kinds)


def provisions_have_words(index: Index) -> Iterator[Problem]:
    """A heading has a number and a title or articles; any other provision has words, or holds some that do."""
    for place in index.places:
        provision = place.provision
        if provision.kind is not Kind.PARAGRAPH and provision.num is None:
            yield Problem(place.trail, f"{provision.kind.label} thiếu số (num)", "ghi đúng số trong văn bản")
        if provision.kind.is_heading and provision.text is not None:
            yield Problem((*place.trail, "text"), f"{provision.kind.label} không có lời văn riêng", "dùng heading")
        if provision.text is None and not provision.children:
            yield Problem(place.trail, "không có lời văn nào", "ghi text hoặc children")


def numbers_run(index: Index) -> Iterator[Problem]:
    """Numbers run without a gap: articles through the text, everything else inside what holds it.

    Chapters and sections may also run on from those of the part or chapter before. What the official text itself
    leaves out is told under ``gaps``.
    """
    declared = {gap.missing for gap in index.regulation.gaps}
    for leap in leaps(index):
        kind, num = leap.place.provision.kind, leap.place.provision.num
        trail = (*leap.place.trail, "num")
        if leap.number is None:
            yield Problem(trail, f"không đọc được số “{num}”", "1, 2, 3; I, II, III; a, b, c, d, đ; 2.1")
        elif not leap.missing or not declared.issuperset(leap.missing):
            after = f"sau {kind.label} {leap.before}" if leap.before else f"ở {kind.label} đầu tiên"
            yield Problem(
                trail, f"số “{num}” không liền {after}", f"số tiếp theo phải là {leap.before + 1}, hoặc ghi ở gaps"
            )


def gaps_are_missing(index: Index) -> Iterator[Problem]:
    """A gap is a number that is left out before one that is there."""
    missing = {one for leap in leaps(index) for one in leap.missing}
    for number, gap in enumerate(index.regulation.gaps):
        if gap.missing not in missing:
            what = "có trong văn bản" if gap.missing in index.place else "không nằm giữa hai số của văn bản"
            yield Problem(("gaps", number, "missing"), f"“{gap.missing}” {what}", "chỉ ghi số mà văn bản bỏ trống")


def text_is_nfc(index: Index) -> Iterator[Problem]:
    """The verbatim text is in Unicode normal form C, letter for letter as the source."""
    parts: list[tuple[Trail, str]] = [*outside(index.regulation.text)]
    for place in index.places:
        parts += [((*place.trail, key), part) for key in VERBATIM if (part := getattr(place.provision, key))]
    for trail, part in parts:
        if not is_nfc(part):
            bad = next(word for word in part.split() if not is_nfc(word))
            yield Problem(trail, f"chữ “{bad}” không ở dạng dựng sẵn (NFC)", "gõ lại bằng Unicode dựng sẵn")


def emphasis_is_quoted(index: Index) -> Iterator[Problem]:
    """Words set in italics stand in the text of their provision."""
    for place in index.places:
        for number, part in enumerate(place.provision.emphasis):
            trail = (*place.trail, "emphasis", number)
            yield from absent(trail, part, place.provision.text or "", f"lời văn của {place.id}")


def untitled_articles_have_short_titles(index: Index) -> Iterator[Problem]:
    """An article that the source leaves without a title has an editorial short title, so that lists can name it."""
    for place in index.articles:
        article = place.provision
        if article.heading is None and article.short_title is None:
            yield Problem(place.trail, f"Điều {article.num} không có tên", "đặt short_title (tên do ban biên tập đặt)")


def home_quotes_a_provision(index: Index) -> Iterator[Problem]:
    """The home page quotes a provision that has words."""
    home = index.regulation.home
    if home and home.quote and (home.quote not in index.place or index.place[home.quote].provision.text is None):
        yield Problem(("home", "quote"), f"không có điều khoản “{home.quote}” có lời văn", "chọn một khoản trong text")


CHECKS: tuple[Check, ...] = (
    unique_provision_ids,
    ids_follow_numbers,
    provisions_nest,
    provisions_have_words,
    numbers_run,
    gaps_are_missing,
    text_is_nfc,
    emphasis_is_quoted,
    untitled_articles_have_short_titles,
    home_quotes_a_provision,
)
