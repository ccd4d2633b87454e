"""Help and proof: the guides that people wrote, the coverage, the data with its schemas."""

from quyche.exchange import akn
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.record import record_schema
from quyche.exchange.rollup import rollup_schema
from quyche.pages.checklists import FORM_GUIDE
from quyche.pages.data import data_page
from quyche.pages.page import Menu
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.pages.section import Section
from quyche.project import Project

GUIDES = (
    ("Cách dùng", "huong-dan/"),
    ("Tìm kiếm", "huong-dan/tim-kiem/"),
    ("Tự đánh giá", FORM_GUIDE),
    ("Khả năng tiếp cận", "huong-dan/tiep-can/"),
)
"""Pages that people write, by address: each stands in the menu where somebody wrote it."""


def help_section(render: Renderer, project: Project, *, has_sheets: bool) -> Section:
    """Return the part of help and proof; the guide to the forms only where there are some."""
    has_duties = project.index.regulation.stage.has_duties
    written = [guide for guide in GUIDES if has_sheets or guide[1] != FORM_GUIDE]
    guides = [Menu(title, path) for title, path in written if (project.root / "docs" / path / "index.md").exists()]
    proof = (Menu("Bảng độ phủ", "do-phu/"),) if has_duties else ()
    return Section(
        (*((proof_page(render),) if has_duties else ()), data_page(render, project.terms)),
        (Menu("Hướng dẫn", entries=(*guides, *proof, Menu("Dữ liệu", "du-lieu/"))),),
        {
            "du-lieu/quy-che.json": data_json(project.duties, project.terms),
            "du-lieu/quy-che.schema.json": data_schema(),
            akn.PATH: akn.akn_xml(project.index),
            "du-lieu/phieu-tu-danh-gia.schema.json": record_schema(),
            "du-lieu/tong-hop.schema.json": rollup_schema(),
        },
    )
