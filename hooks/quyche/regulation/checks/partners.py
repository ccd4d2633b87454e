"""Rules of those whom a duty names: no wider than the words, at the level that the text sets."""

from collections.abc import Iterator

from quyche.regulation.cuts import LEFT_OUT
from quyche.regulation.faults import Problem
from quyche.regulation.index import Index
from quyche.regulation.model import Duty
from quyche.regulation.partners import partner_words
from quyche.regulation.references import Check
from quyche.regulation.vocabulary import Direction


def details_are_of_partners(index: Index) -> Iterator[Problem]:
    """Words and levels are told of partners of the duty; a body aside has no part in it."""
    for number, duty in enumerate(index.regulation.duties):
        for key in ("named", "at"):
            for body in getattr(duty, key):
                if body not in duty.partners:
                    yield Problem(("duties", number, key, body), f"“{body}” không có ở with", "chỉ ghi cho bên ở with")
        for at, body in enumerate(duty.aside):
            if body not in index.bodies or body in duty.partners or body in duty.by:
                what = "đã có ở by hoặc with" if body in index.bodies else "không có trong bodies"
                trail = ("duties", number, "aside", at)
                yield Problem(trail, f"“{body}” {what}", "ghi cơ quan không có phần ở việc này")


def partners_are_bought_by_words(index: Index) -> Iterator[Problem]:
    """A partner is named by the quote, by the words around it, or by the reading, which says why."""
    for number, duty in enumerate(index.regulation.duties):
        for body in duty.partners:
            if body not in index.bodies or duty.draft:
                continue
            words = partner_words(index, duty, body)
            if words is None and body not in index.named_in(duty.reading or ""):
                yield Problem(
                    ("duties", number, "with", body),
                    f"không có chữ nào gọi tên “{index.bodies[body].name}”",
                    "ghi named (nguyên văn), hoặc nói vì sao ở reading",
                )


def names_of_partners_are_in_the_text(index: Index) -> Iterator[Problem]:
    """The words for a partner stand in the quote or in the words around it."""
    for number, duty in enumerate(index.regulation.duties):
        whole = "\n".join((duty.under or "", duty.quote, duty.limits or ""))
        for body, words in duty.named.items():
            if not all(part in whole for part in words.split(LEFT_OUT)):
                yield Problem(
                    ("duties", number, "named", body),
                    f"“{words}” không có trong lời trích, under hoặc limits",
                    "chép đúng từng chữ; chỗ bỏ bớt ghi “ … ”",
                )


def levels_are_told(index: Index) -> Iterator[Problem]:
    """Where the quote says “cùng cấp” and the like, and not of whoever must act, the data say of which partners."""
    for number, duty in enumerate(index.regulation.duties):
        actors = (index.bodies[name] for name in duty.by if name in index.bodies)
        of_actors = " ".join(words for actor in actors for words in actor.spellings)
        said = [each for each in Direction if each.label in duty.quote and each.label not in of_actors]
        for direction in () if duty.draft or not duty.partners else said:
            if direction not in duty.at.values():
                yield Problem(
                    ("duties", number, "at"),
                    f"lời trích có chữ “{direction.label}” mà không bên nào mang cấp đó",
                    f"ghi at: {{mã: {direction}}}",
                )


def readings_name_only_those_of_the_data(index: Index) -> Iterator[Problem]:
    """A body that the reading names has a part in the duty, or stands under ``aside``, and the reading says why not."""
    for number, duty in enumerate(index.regulation.duties):
        if duty.reading is None:
            continue
        for body in sorted(index.named_in(duty.reading)):
            if not _has_part(index, duty, body):
                yield Problem(
                    ("duties", number, "reading"),
                    f"reading nêu “{index.bodies[body].name}” ({body}), mà dữ liệu của việc không có",
                    "thêm vào by hoặc with, hoặc vào aside và nói vì sao không",
                )


def _has_part(index: Index, duty: Duty, body: str) -> bool:
    groups = {body, *index.bodies[body].member_of, *index.bodies[body].named_by}
    members = {member.id for member in (*index.members.get(body, ()), *index.named.get(body, ()))}
    return bool((groups | members) & {*duty.by, *duty.partners, *duty.aside})


CHECKS: tuple[Check, ...] = (
    details_are_of_partners,
    partners_are_bought_by_words,
    names_of_partners_are_in_the_text,
    levels_are_told,
    readings_name_only_those_of_the_data,
)
