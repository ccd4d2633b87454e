"""Load the other documents and hold what they quote against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from quyche.lineage.model import NAMED, Lineage, Other
from quyche.regulation.faults import Problem, Trail
from quyche.regulation.index import Index
from quyche.regulation.loading import read_layer
from quyche.regulation.references import ids, misquoted, repeated, unknown
from quyche.regulation.vocabulary import Confidence


def load_lineage(path: Path, index: Index) -> Lineage:
    """Return the documents in ``path``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    return read_layer(path, Lineage, partial(_problems, index))


def _problems(index: Index, lineage: Lineage) -> Iterator[Problem]:
    yield from repeated(ids("documents", lineage.documents), "mỗi văn bản một mã")
    known = {other.id for other in lineage.documents}
    for number, other in enumerate(lineage.documents):
        trail = ("documents", number)
        if other.replaces is not None:
            others = known - {other.id}
            yield from unknown((*trail, "replaces"), "văn bản khác mã", other.replaces, others, "ghi mã có trong tệp")
        if other.confidence is not Confidence.VERIFIED and other.unknown is None:
            message, allowed = "chưa đối chiếu thì phải nói rõ điều gì chưa biết", "ghi ở mục unknown"
            yield Problem((*trail, "confidence"), message, allowed)
        yield from _quote_problems(trail, other, index)


def _quote_problems(trail: Trail, other: Other, index: Index) -> Iterator[Problem]:
    if other.relation in NAMED and (other.provision is None or other.quote is None):
        message = f"“{other.relation.label}” phải dẫn chữ của văn bản"
        yield Problem((*trail, "relation"), message, "ghi provision và quote")
    elif (other.provision is None) != (other.quote is None):
        yield Problem(trail, "provision và quote phải đi cùng nhau", "ghi cả hai, hoặc bỏ cả hai")
    elif other.provision is not None and other.quote is not None:
        yield from misquoted((*trail, "quote"), other.provision, other.quote, index)
