"""Help and proof: the guides that people wrote, the coverage, the data with its schemas."""

from quyche import addresses
from quyche.exchange.akn import akn_xml
from quyche.exchange.data import data_json, data_schema
from quyche.exchange.rollup import record_schema, rollup_schema
from quyche.pages.data import data_page
from quyche.pages.page import Menu, Section
from quyche.pages.proof import proof_page
from quyche.pages.rendering import Renderer
from quyche.project import Project

GUIDES = (
    ("Cách dùng", addresses.GUIDE),
    ("Tìm kiếm", addresses.GUIDE_SEARCH),
    ("Tự đánh giá", addresses.GUIDE_FORM),
    ("Làm trang cho quy chế khác", addresses.GUIDE_EDITORS),
    ("Đưa trang lên mạng", addresses.GUIDE_PUBLISHING),
    ("Khả năng tiếp cận", addresses.ACCESSIBILITY),
)
"""Pages that people write, by address: each stands in the menu where somebody wrote it."""


def early_guides(project: Project) -> tuple[str, ...]:
    """Return the addresses of guides that tell of what ``project`` does not have yet: its site leaves them out."""
    return (
        *(() if project.index.regulation.stage.has_duties else (addresses.GUIDE,)),
        *(() if project.has_sheets else (addresses.GUIDE_FORM,)),
    )


def help_entries(project: Project) -> tuple[Menu, ...]:
    """Return the entries of the help, the guide for readers first where there is one."""
    early = early_guides(project)
    written = [(title, path) for title, path in GUIDES if (project.root / "docs" / path / "index.md").exists()]
    guides = (Menu(title, path) for title, path in written if path not in early)
    proof = (Menu("Bảng độ phủ", addresses.PROOF),) if project.index.regulation.stage.has_duties else ()
    return (*guides, *proof, Menu("Dữ liệu", addresses.DATA))


def help_section(render: Renderer, project: Project) -> Section:
    """Return the part of help and proof."""
    has_duties = project.index.regulation.stage.has_duties
    return Section(
        (*((proof_page(render),) if has_duties else ()), data_page(render, project.terms)),
        (Menu("Hướng dẫn", entries=help_entries(project)),),
        {
            addresses.DATA_JSON: data_json(project.duties, project.terms),
            addresses.DATA_SCHEMA: data_schema(),
            addresses.DATA_AKN: akn_xml(project.index),
            addresses.RECORD_SCHEMA: record_schema(),
            addresses.ROLLUP_SCHEMA: rollup_schema(),
        },
    )
