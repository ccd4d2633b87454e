"""The text is the source, word for word: no single change of a word passes."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quyche.regulation.faults import DataError
from quyche.regulation.fidelity import differences, printed_lines, raw_text, repaired
from quyche.regulation.index import Index, Place
from quyche.regulation.loading import load
from quyche.regulation.model import Distribution, Provision, Regulation, Signature, Source
from quyche.vietnamese.letters import words
from tests.fixtures.editing import edited, written

CHANGES: dict[str, Callable[[str], str]] = {}
"""Name -> the smallest change of that kind to the words of a provision."""


def change(function: Callable[[str], str]) -> Callable[[str], str]:
    CHANGES[function.__name__] = function
    return function


@change
def other_letter(text: str) -> str:
    middle = next(place for place in range(len(text) // 2, len(text)) if text[place].isalpha())
    return text[:middle] + ("a" if text[middle] != "a" else "ă") + text[middle + 1 :]


@change
def word_gone(text: str) -> str:
    parts = text.split(" ")
    return " ".join(parts[: len(parts) // 2] + parts[len(parts) // 2 + 1 :])


@change
def word_more(text: str) -> str:
    parts = text.split(" ")
    return " ".join([*parts[: len(parts) // 2], "nhanh", *parts[len(parts) // 2 :]])


@change
def words_swapped(text: str) -> str:
    parts = text.split(" ")
    place = next(place for place in range(len(parts) - 1) if parts[place] != parts[place + 1])
    parts[place], parts[place + 1] = parts[place + 1], parts[place]
    return " ".join(parts)


@change
def last_sign_gone(text: str) -> str:
    return text[:-1]


def with_words(regulation: Regulation, place: Place, key: str, changed: str) -> Index:
    """Return ``regulation`` with other words under ``key`` at ``place``."""

    def rebuilt(provision: Provision, steps: tuple[Any, ...]) -> Provision:
        if not steps:
            return provision.model_copy(update={key: changed})
        children = list(provision.children)
        children[steps[1]] = rebuilt(children[steps[1]], steps[2:])
        return provision.model_copy(update={"children": tuple(children)})

    _, part, number, *steps = place.trail
    provisions = list(getattr(regulation.text, str(part)))
    provisions[int(number)] = rebuilt(provisions[int(number)], tuple(steps))
    text = regulation.text.model_copy(update={str(part): tuple(provisions)})
    return Index(regulation.model_copy(update={"text": text}))


def test_our_text_and_the_small_one_are_faithful(ours: Index, small: Index, project: Path, small_folder: Path) -> None:
    assert differences(ours, project) == ()
    assert differences(small, small_folder) == ()
    assert len(list(printed_lines(ours))) > 100


@pytest.mark.parametrize("name", CHANGES)
def test_no_change_in_our_text_passes(name: str, ours: Index, project: Path) -> None:
    tried = 0
    for place in ours.places:
        for key in ("heading", "text"):
            verbatim = getattr(place.provision, key)
            if verbatim is not None:
                changed = CHANGES[name](verbatim)
                assert changed != verbatim
                told = differences(with_words(ours.regulation, place, key, changed), project)
                assert [fault.id for fault in told] == [place.id], (place.id, name)
                assert "lời văn khác bản nguồn" in told[0].message
                tried += 1
    assert tried == 116


@pytest.mark.parametrize("name", CHANGES)
def test_no_change_in_the_small_text_passes(name: str, small: Index, small_folder: Path) -> None:
    for place in small.places:
        for key in ("heading", "text"):
            verbatim = getattr(place.provision, key)
            if verbatim is not None:
                told = differences(with_words(small.regulation, place, key, CHANGES[name](verbatim)), small_folder)
                assert [fault.id for fault in told] == [place.id], (place.id, name)


def test_a_changed_word_is_told_at_its_line_with_both_wordings(tmp_path: Path) -> None:
    words, line = edited({"text: Quy chế này quy định việc phối hợp": "text: Quy chế này quy định sự phối hợp¦"})
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, words))
    (fault,) = caught.value.faults
    assert (fault.line, fault.id) == (line, "d2")
    assert "nguồn “việc”, dữ liệu “sự”" in fault.message


def test_a_changed_heading_is_told_at_its_line(tmp_path: Path) -> None:
    words, line = edited({"heading: CÁC TỔ VÀ VIỆC THI HÀNH": "heading: CÁC TỔ, VIỆC THI HÀNH¦"})
    with pytest.raises(DataError) as caught:
        load(written(tmp_path, words))
    (fault,) = caught.value.faults
    assert (fault.line, fault.id) == (line, "c2.m2")


def test_a_lost_provision_is_told(ours: Index, project: Path) -> None:
    for name in ("d5", "d6.k2.2", "d22.p2"):
        place = ours.place[name]
        parent = place.parents[-1]
        above = ours.place[parent.id]
        children = tuple(child for child in parent.children if child.id != name)
        told = differences(with_words(ours.regulation, above, "children", children), project)  # type: ignore[arg-type] # any value
        assert told, name
        assert any(part in str(told[0]) for part in words(place.provision.text or place.provision.heading or ""))


@pytest.mark.parametrize(
    "piece",
    [
        {"front": ("QUY CHẾ", "Công tác dân vận của hệ thống")},
        {"distribution": Distribution(heading="Nơi nhận:", items=("- Lưu.",))},
        {"distribution": None},
        {"signature": Signature(lines=("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Cao Trang Trọng"))},
        {"preamble": ()},
    ],
    ids=lambda piece: next(iter(piece)),
)
def test_what_stands_around_the_articles_is_compared_too(piece: dict[str, Any], ours: Index, project: Path) -> None:
    text = ours.regulation.text.model_copy(update=piece)
    assert differences(Index(ours.regulation.model_copy(update={"text": text})), project)


def test_a_changed_number_is_told(small: Index, small_folder: Path) -> None:
    for name, key, number in (
        ("d3.k1", "num", "4"),
        ("d6", "label", "Điều 6."),
        ("c2", "num", "III"),
        ("d4.k1.dd", "num", "e"),
    ):
        told = differences(with_words(small.regulation, small.place[name], key, number), small_folder)
        assert len(told) == 1, name
        assert told[0].id.startswith(name)


def test_the_raw_file_has_as_many_words_as_are_printed(
    ours: Index, small: Index, project: Path, small_folder: Path
) -> None:
    for index, folder in ((ours, project), (small, small_folder)):
        source = index.regulation.source
        raw = words(repaired(raw_text(source, folder), source))
        printed = words("\n".join(line.text for line in printed_lines(index)))
        assert Counter(raw) == Counter(printed)
        assert raw == printed


def test_the_repairs_change_no_word(ours: Index, small: Index) -> None:
    for repair in (*ours.regulation.source.repairs, *small.regulation.source.repairs):
        assert words(repair.before) == words(repair.after), repair.line


def test_our_raw_file_is_the_one_that_came(project: Path, ours: Index) -> None:
    assert ours.regulation.source.sha256 == "9a243199a6e308c176abc152dceb2b7755ee7cd81530d150b3f0229a53a3f210"
    assert raw_text(ours.regulation.source, project).startswith("\n\nQUY CHẾ\n")


def test_one_other_byte_in_the_raw_file_is_told(small: Index, small_folder: Path, tmp_path: Path) -> None:
    raw = (small_folder / "nguon.txt").read_bytes()
    for place in (0, len(raw) // 2, len(raw) - 1):
        (tmp_path / "nguon.txt").write_bytes(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises(DataError, match="bản nguồn đã đổi: SHA-256"):
            differences(small, tmp_path)
    (tmp_path / "nguon.txt").write_bytes(raw + b"\n")
    with pytest.raises(DataError, match="bản nguồn đã đổi: SHA-256"):
        differences(small, tmp_path)


def test_a_missing_raw_file_is_told(small: Index, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="không đọc được bản nguồn"):
        differences(small, tmp_path)


REPAIRS = {
    "words that are not there": ({"before: mất bìa*)": "before: mất trang*)¦"}, "không đứng đúng một lần"),
    "words that stand twice": ({"before: (*sách rách": "before: sách¦"}, "không đứng đúng một lần"),
    "other line": ({"- line: 24": "- line: 23¦"}, "chỗ sửa ở dòng 24"),
    "nothing": ({"before: mất bìa*)": "before: ''¦"}, "không đứng đúng một lần"),
}


@pytest.mark.parametrize("slip", REPAIRS)
def test_a_repair_that_does_not_apply_is_told(slip: str, tmp_path: Path) -> None:
    edits, message = REPAIRS[slip]
    with pytest.raises(DataError, match=message):
        load(written(tmp_path, edited(edits)[0]))


def repaired_twice(source: Source) -> Source:
    return source.model_copy(update={"repairs": (*source.repairs, source.repairs[0])})


def test_a_repair_made_twice_is_told(small: Index, small_folder: Path) -> None:
    source = repaired_twice(small.regulation.source)
    with pytest.raises(DataError):
        repaired(raw_text(source, small_folder), source)


def test_a_raw_file_that_is_not_utf8_is_told(small: Index, tmp_path: Path) -> None:
    (tmp_path / "nguon.txt").write_bytes(b"\xff")
    sha256 = "a8100ae6aa1940d0b663bb31cd466142ebbdbd5187131b92d93818987832eb89"
    with pytest.raises(DataError, match="UTF-8"):
        raw_text(small.regulation.source.model_copy(update={"sha256": sha256}), tmp_path)


def test_white_space_is_the_carriers_not_the_texts(small: Index, small_folder: Path, tmp_path: Path) -> None:
    raw = (small_folder / "nguon.txt").read_text("utf-8").replace("Điều 2. Quy chế", "  Điều 2.  Quy\tchế")
    (tmp_path / "nguon.txt").write_text(raw, "utf-8")
    with pytest.raises(DataError) as caught:
        differences(small, tmp_path)
    sha256 = str(caught.value).split("SHA-256 là ")[1][:64]
    source = small.regulation.source.model_copy(update={"sha256": sha256})
    assert differences(Index(small.regulation.model_copy(update={"source": source})), tmp_path) == ()
