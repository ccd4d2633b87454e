"""Rules of the duties and waivers: ids, references, quotes, coverage, periods."""

from collections.abc import Iterator

from quyche.regulation.faults import Problem
from quyche.regulation.index import Index
from quyche.regulation.references import Check, absent, ids, repeated, unknown_body, unknown_provision
from quyche.regulation.vocabulary import Period, Stage

WORDS_TOLD = 12


def unique_duty_ids(index: Index) -> Iterator[Problem]:
    """No two duties share an id."""
    yield from repeated(ids("duties", index.regulation.duties), "mã đã dùng không dùng lại")


def former_ids_are_free(index: Index) -> Iterator[Problem]:
    """An id that a duty had is no other's, and was had by one duty only."""
    taken = {duty.id for duty in index.regulation.duties}
    former = (
        (("duties", number, "formerly", at), old)
        for number, duty in enumerate(index.regulation.duties)
        for at, old in enumerate(duty.formerly)
    )
    yield from repeated(former, "mã cũ chỉ thuộc một nhiệm vụ", taken)


def duty_ids_are_no_provision_ids(index: Index) -> Iterator[Problem]:
    """A duty is not called as a provision is, such as the first of ``d6.k2`` where there is a point ``d6.k2.1``."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.id in index.place:
            allowed = "chọn số khác; mã đã dùng thì ghi ở formerly"
            yield Problem(("duties", number, "id"), f"“{duty.id}” là mã của một điều khoản", allowed)


def duty_ids_name_their_provision(index: Index) -> Iterator[Problem]:
    """A duty's id is its provision's id and a running number."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.id.rpartition(".")[0] != duty.provision:
            yield Problem(
                ("duties", number, "id"),
                f"mã “{duty.id}” không thuộc {duty.provision}",
                f"viết {duty.provision} rồi dấu chấm và số thứ tự",
            )


def provisions_exist(index: Index) -> Iterator[Problem]:
    """A duty or waiver points at a provision that has words."""
    for key in ("duties", "waivers"):
        for number, entry in enumerate(getattr(index.regulation, key)):
            trail, place = (key, number, "provision"), index.place.get(entry.provision)
            yield from unknown_provision(trail, entry.provision, index)
            if place and place.provision.text is None:
                yield Problem(trail, f"“{entry.provision}” không có lời văn riêng", "chọn khoản")


def bodies_exist(index: Index) -> Iterator[Problem]:
    """Every body that a duty or waiver names is in the list."""
    for number, duty in enumerate(index.regulation.duties):
        for key, named in (("by", duty.by), ("with", duty.partners)):
            for body in named:
                yield from unknown_body(("duties", number, key, body), body, index)
    for number, waiver in enumerate(index.regulation.waivers):
        for at, body in enumerate(waiver.concerns):
            yield from unknown_body(("waivers", number, "concerns", at), body, index)


def duties_reach_a_page(index: Index) -> Iterator[Problem]:
    """Whoever must act has a page, or is a group with a member that has one."""
    for number, duty in enumerate(index.regulation.duties):
        for name in duty.by:
            body = index.bodies.get(name)
            if body and not body.page and not any(member.page for member in index.members.get(name, ())):
                yield Problem(
                    ("duties", number, "by", name),
                    f"“{name}” có nhiệm vụ mà không có trang riêng, cũng không có thành viên nào có trang riêng",
                    "thêm page: true, hoặc ghi member_of ở cơ quan thành viên",
                )


def quotes_are_in_the_text(index: Index) -> Iterator[Problem]:
    """Every quote stands, letter for letter, in its provision, after the quote before it and outside the others."""
    numbers = {id(duty): ("duties", number) for number, duty in enumerate(index.regulation.duties)}
    numbers |= {id(waiver): ("waivers", number) for number, waiver in enumerate(index.regulation.waivers)}
    for provision, found in index.coverage.items():
        for entry in found.strange:
            quote = entry.quote or "cả điều khoản"
            yield Problem(
                (*numbers[id(entry)], "quote"),
                f"trích dẫn không có trong {provision}, sai thứ tự hoặc trùng chỗ khác: “{quote}”",
                "chép đúng từng chữ, theo thứ tự của lời văn",
            )


def every_word_is_covered(index: Index) -> Iterator[Problem]:
    """Every word of every article stands in a duty or in a waiver with its reason, once no duty is a draft."""
    if index.regulation.stage is not Stage.WHOLE:
        return
    for provision, found in index.coverage.items():
        place = index.place[provision]
        if place.article is not None and found.lost and not found.strange:
            words = " ".join(found.lost[:WORDS_TOLD]) + (" …" if len(found.lost) > WORDS_TOLD else "")
            yield Problem(
                (*place.trail, "text"),
                f"{len(found.lost)} từ không thuộc nhiệm vụ nào: “{words}”",
                "thêm vào duties, hoặc vào waivers với lý do",
            )


def period_words_are_in_the_text(index: Index) -> Iterator[Problem]:
    """Words of time are words of the provision, and stand only where a period does."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.period_words is None:
            continue
        place = index.place.get(duty.provision)
        trail = ("duties", number, "period_words")
        if place:
            yield from absent(trail, duty.period_words, place.provision.text or "", duty.provision)
        if not duty.period:
            yield Problem(trail, "có period_words mà không có period", "chọn kỳ trong danh mục")


def periods_without_words_are_explained(index: Index) -> Iterator[Problem]:
    """A period that the text does not state in words is a reading, and says so."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.period and duty.period_words is None and duty.reading is None:
            yield Problem(
                ("duties", number, "period"), "kỳ không có chữ nào trong văn bản", "ghi period_words hoặc reading"
            )


def intervals_have_words(index: Index) -> Iterator[Problem]:
    """An interval of its own is told by the words of the text."""
    for number, duty in enumerate(index.regulation.duties):
        if Period.INTERVAL in duty.period and duty.period_words is None:
            yield Problem(("duties", number, "period"), "kỳ interval không có chữ nào", "ghi period_words, nguyên văn")


def conditions_are_of_what_may_not_arise(index: Index) -> Iterator[Problem]:
    """Only a duty that may not arise says when."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.not_arising_if is not None and not duty.may_not_arise:
            trail = ("duties", number, "not_arising_if")
            yield Problem(trail, "có not_arising_if mà không có may_not_arise", "thêm may_not_arise: true")


def due_words_are_in_the_text(index: Index) -> Iterator[Problem]:
    """Words that name the day are words of the provision."""
    for number, duty in enumerate(index.regulation.duties):
        place = index.place.get(duty.provision)
        if place and duty.due_words is not None:
            trail = ("duties", number, "due_words")
            yield from absent(trail, duty.due_words, place.provision.text or "", duty.provision)


def the_same_is_another_duty(index: Index) -> Iterator[Problem]:
    """``same_as`` names another duty, which answers for both and itself refers to none."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.same_as is None:
            continue
        other = index.duty.get(duty.same_as)
        if other is None or other is duty or other.same_as is not None:
            what = "là chính việc này" if other is duty else "lại dẫn việc khác" if other else "không có"
            yield Problem(("duties", number, "same_as"), f"“{duty.same_as}” {what}", "ghi mã của việc được trả lời")


CHECKS: tuple[Check, ...] = (
    unique_duty_ids,
    former_ids_are_free,
    duty_ids_are_no_provision_ids,
    duty_ids_name_their_provision,
    provisions_exist,
    bodies_exist,
    duties_reach_a_page,
    quotes_are_in_the_text,
    every_word_is_covered,
    period_words_are_in_the_text,
    periods_without_words_are_explained,
    intervals_have_words,
    conditions_are_of_what_may_not_arise,
    due_words_are_in_the_text,
    the_same_is_another_duty,
)
