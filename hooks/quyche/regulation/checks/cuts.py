"""Rules of the words around a quote: nothing that governs or limits it stays behind."""

from collections.abc import Iterator

from quyche.regulation.cuts import begins_inside, governing_end, limiting_start
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.model import Duty
from quyche.regulation.references import Check
from quyche.regulation.vocabulary import Opening


def _found(index: Index) -> Iterator[tuple[Trail, Duty, str, int]]:
    """Yield each duty that stands in its provision, with the way to it, the text and where its quote begins."""
    trails = {id(duty): ("duties", number) for number, duty in enumerate(index.regulation.duties)}
    for provision, found in index.coverage.items():
        text = index.place[provision].provision.text or ""
        for stretch in found.stretches:
            if isinstance(stretch.entry, Duty):
                yield trails[id(stretch.entry)], stretch.entry, text, stretch.start


def governing_words_stand_before(index: Index) -> Iterator[Problem]:
    """``under`` stands, letter for letter, before the quote."""
    for trail, duty, text, start in _found(index):
        if duty.under is not None and governing_end(text, start, duty.under) is None:
            yield Problem(
                (*trail, "under"),
                f"“{duty.under}” không đứng trước lời trích trong {duty.provision}",
                "chép đúng từng chữ; chỗ bỏ bớt ghi “ … ”",
            )


def limiting_words_stand_behind(index: Index) -> Iterator[Problem]:
    """``limits`` stands, letter for letter, behind the quote."""
    for trail, duty, text, start in _found(index):
        if duty.limits is not None and limiting_start(text, start + len(duty.quote), duty.limits) is None:
            yield Problem(
                (*trail, "limits"),
                f"“{duty.limits}” không đứng sau lời trích trong {duty.provision}",
                "chép đúng từng chữ; chỗ bỏ bớt ghi “ … ”",
            )


def cuts_inside_a_sentence_say_why(index: Index) -> Iterator[Problem]:
    """A quote that begins inside a sentence has the words that govern it, or says in ``opens`` why none do."""
    for trail, duty, text, start in _found(index):
        inside, before = begins_inside(text, start), text[:start].rstrip()[-1:]
        words = duty.quote[:30]
        if inside and not duty.draft and duty.under is None and duty.opens is None:
            reasons = "; ".join(f"{opening}: sau dấu “{opening.label}”, có động từ riêng" for opening in Opening)
            message = f"lời trích bắt đầu giữa câu (“… {words}”) mà không nói từ nào chi phối"
            yield Problem(trail, message, f"ghi under, hoặc opens ({reasons})")
        elif duty.opens is not None and (not inside or duty.under is not None or before != duty.opens.label):
            message = f"opens: {duty.opens} không hợp với chỗ “{before} {words}”"
            allowed = f"chỉ ghi khi đứng sau dấu “{duty.opens.label}” và không có under"
            yield Problem((*trail, "opens"), message, allowed)


CHECKS: tuple[Check, ...] = (
    governing_words_stand_before,
    limiting_words_stand_behind,
    cuts_inside_a_sentence_say_why,
)
