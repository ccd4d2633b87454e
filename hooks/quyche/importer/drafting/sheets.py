"""A first set-up of the sheets where there is none: plain words and one plain letterhead, for a person to mend."""

from pathlib import Path
from typing import Final

from quyche.importer.drafting.wordlists import ASSESSMENT
from quyche.importer.writing import quoted, section_yaml
from quyche.regulation.index import Index
from quyche.vietnamese.letters import fold

CHECKLIST: Final = Path(__file__).with_name("checklist.yaml").read_text(encoding="utf-8")
"""With ``title`` and ``basis`` in braces."""
FAMILIES: Final = Path(__file__).with_name("families.yaml").read_text(encoding="utf-8")


def checklist_yaml(index: Index) -> str:
    """Return a first ``checklist.yaml``: the sheets rest on the article that speaks of assessment, or the last one."""
    articles = [place for place in index.articles if place.provision.heading]
    basis = next(
        (place for words in ASSESSMENT for place in articles if words in fold(place.provision.heading or "")),
        index.articles[-1],
    )
    title = f"Phiếu tự đánh giá kết quả thực hiện {index.regulation.short_title}"
    return CHECKLIST.format(title=quoted(title), basis=basis.id)


def letterheads_yaml(index: Index) -> str:
    """Return a first ``letterheads.yaml`` with one letterhead, full of blanks, for all bodies that have a sheet."""
    letterhead = {
        "id": "chua-dat",
        "label": "Chưa đặt (cần đối chiếu)",
        "bodies": [body.id for body in index.regulation.bodies if body.checklist],
        "family": "plain",
        "issuer": ["TÊN CƠ QUAN, ĐƠN VỊ"],
        "symbol": "……",
        "position": "CHỨC VỤ NGƯỜI KÝ",
    }
    return FAMILIES + section_yaml("letterheads", [letterhead])
