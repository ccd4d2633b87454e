"""Load the other documents and hold what they quote against the text: every slip at once, each with its line."""

from collections.abc import Iterator
from pathlib import Path

from quyche.lineage.model import NAMED, Lineage, Other
from quyche.regulation.faults import DataError, Fault
from quyche.regulation.index import Index
from quyche.regulation.loading import read_record
from quyche.regulation.vocabulary import Confidence
from quyche.regulation.yaml_lines import Document, Trail


def load_lineage(path: Path, index: Index) -> Lineage:
    """Return the documents in ``path``, checked against the regulation.

    Raises:
        DataError: anything is wrong; it holds every fault.
    """
    document, lineage = read_record(path, Lineage)
    faults = list(_faults(document, lineage, index))
    if faults:
        raise DataError(faults)
    return lineage


def _faults(document: Document, lineage: Lineage, index: Index) -> Iterator[Fault]:
    ids = [other.id for other in lineage.documents]
    for number, other in enumerate(lineage.documents):
        trail = ("documents", number)
        if other.id in ids[:number]:
            yield document.fault((*trail, "id"), f"mã “{other.id}” lặp lại", "mỗi văn bản một mã")
        if other.replaces is not None and (other.replaces not in ids or other.replaces == other.id):
            message = f"không có văn bản khác mã “{other.replaces}”"
            yield document.fault((*trail, "replaces"), message, "ghi mã có trong tệp")
        if other.confidence is not Confidence.VERIFIED and other.unknown is None:
            message, allowed = "chưa đối chiếu thì phải nói rõ điều gì chưa biết", "ghi ở mục unknown"
            yield document.fault((*trail, "confidence"), message, allowed)
        yield from _quote(document, trail, other, index)


def _quote(document: Document, trail: Trail, other: Other, index: Index) -> Iterator[Fault]:
    if other.relation in NAMED and (other.provision is None or other.quote is None):
        message = f"“{other.relation.label}” phải dẫn chữ của văn bản"
        yield document.fault((*trail, "relation"), message, "ghi provision và quote")
    elif (other.provision is None) != (other.quote is None):
        yield document.fault(trail, "provision và quote phải đi cùng nhau", "ghi cả hai, hoặc bỏ cả hai")
    elif other.provision is not None and other.provision not in index.place:
        message = f"không có điều khoản “{other.provision}”"
        yield document.fault((*trail, "provision"), message, "xem regulation.yaml")
    elif other.provision is not None and (other.quote or "") not in (index.place[other.provision].provision.text or ""):
        message = f"“{other.quote}” không có trong {other.provision}"
        yield document.fault((*trail, "quote"), message, "chép đúng từng chữ của điều khoản")
