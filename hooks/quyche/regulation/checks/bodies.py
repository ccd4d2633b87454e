"""Rules of the bodies: ids, groups, names, pages."""

from collections.abc import Iterator

from quyche.regulation.faults import Problem
from quyche.regulation.index import Index, outside
from quyche.regulation.references import Check, absent, ids, repeated, unknown_body
from quyche.regulation.vocabulary import Block


def unique_body_ids(index: Index) -> Iterator[Problem]:
    """No two bodies share an id."""
    yield from repeated(ids("bodies", index.regulation.bodies), "mỗi cơ quan một mã")


def groups_exist(index: Index) -> Iterator[Problem]:
    """A body belongs only to groups that are in the list, and not to itself."""
    for number, body in enumerate(index.regulation.bodies):
        for key in ("member_of", "named_by"):
            for place, group in enumerate(getattr(body, key)):
                trail = ("bodies", number, key, place)
                yield from unknown_body(trail, group, index)
                if group == body.id:
                    yield Problem(trail, f"“{group}” không thể là nhóm của chính nó", "chọn nhóm khác")


def groups_are_one_level(index: Index) -> Iterator[Problem]:
    """A body lists every group that binds it: a group's own groups do not reach its members by themselves."""
    for number, body in enumerate(index.regulation.bodies):
        for group in body.member_of:
            above = index.bodies[group].member_of if group in index.bodies else ()
            for missing in above:
                if missing not in body.member_of and missing != body.id:
                    yield Problem(
                        ("bodies", number, "member_of"),
                        f"thuộc “{group}”, mà “{group}” thuộc “{missing}”",
                        f"thêm “{missing}” vào member_of nếu nhiệm vụ của nhóm đó ràng buộc cơ quan này",
                    )


def partly_is_of_a_group(index: Index) -> Iterator[Problem]:
    """A group to which only some of a kind belong is one of its groups."""
    for number, body in enumerate(index.regulation.bodies):
        for at, group in enumerate(body.partly):
            if group not in body.member_of:
                trail = ("bodies", number, "partly", at)
                yield Problem(trail, f"“{group}” không có trong member_of", "ghi cả ở member_of")


def pages_have_blocks(index: Index) -> Iterator[Problem]:
    """A body with a page belongs to a block, under which lists show it."""
    for number, body in enumerate(index.regulation.bodies):
        if body.page and body.block is None:
            allowed = ", ".join(Block)
            yield Problem(("bodies", number), "có trang riêng mà không thuộc khối nào", f"thêm block: {allowed}")


def checklists_have_pages(index: Index) -> Iterator[Problem]:
    """A body with a checklist has a page."""
    for number, body in enumerate(index.regulation.bodies):
        if body.checklist and not body.page:
            yield Problem(("bodies", number, "checklist"), "có phiếu mà không có trang riêng", "thêm page: true")


def spellings_are_in_the_text(index: Index) -> Iterator[Problem]:
    """Every spelling of a body occurs in the verbatim text."""
    lines = [line for _, line in outside(index.regulation.text)]
    for place in index.places:
        lines += [words for words in (place.provision.heading, place.provision.text) if words]
    whole = "\n".join(lines)
    for number, body in enumerate(index.regulation.bodies):
        for at, spelling in enumerate(body.spellings):
            trail = ("bodies", number, "spellings", at)
            yield from absent(trail, spelling, whole, "văn bản", "chép đúng từng chữ, hoặc chuyển sang also")


CHECKS: tuple[Check, ...] = (
    unique_body_ids,
    groups_exist,
    groups_are_one_level,
    partly_is_of_a_group,
    pages_have_blocks,
    checklists_have_pages,
    spellings_are_in_the_text,
)
