"""Help and proof: the guides that people wrote, the coverage, the data with its schemas."""

from quyche.exchange import akn
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.rollup import record_schema, rollup_schema
from quyche.pages.checklists import FORM_GUIDE
from quyche.pages.data import data_page
from quyche.pages.page import Menu
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.pages.section import Section
from quyche.project import Project

READERS_GUIDE = "huong-dan/"
GUIDES = (
    ("Cách dùng", READERS_GUIDE),
    ("Tìm kiếm", "huong-dan/tim-kiem/"),
    ("Tự đánh giá", FORM_GUIDE),
    ("Làm trang cho quy chế khác", "huong-dan/quy-che-cua-don-vi/"),
    ("Đưa trang lên mạng", "huong-dan/dua-len-mang/"),
    ("Khả năng tiếp cận", "huong-dan/tiep-can/"),
)
"""Pages that people write, by address: each stands in the menu where somebody wrote it."""


def early_guides(project: Project) -> tuple[str, ...]:
    """Return the addresses of guides that tell of what ``project`` does not have yet: its site leaves them out."""
    return (
        *(() if project.index.regulation.stage.has_duties else (READERS_GUIDE,)),
        *(() if project.has_sheets else (FORM_GUIDE,)),
    )


def help_section(render: Renderer, project: Project) -> Section:
    """Return the part of help and proof."""
    has_duties = project.index.regulation.stage.has_duties
    early = early_guides(project)
    written = [(title, path) for title, path in GUIDES if (project.root / "docs" / path / "index.md").exists()]
    guides = [Menu(title, path) for title, path in written if path not in early]
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
