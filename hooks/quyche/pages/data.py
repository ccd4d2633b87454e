"""The page about the data: what can be downloaded, and what is known of the regulation itself."""

from pathlib import PurePosixPath

from quyche.pages.page import Columns, Heading, Page
from quyche.pages.rendering import Renderer, vietnamese_date


def data_page(renderer: Renderer) -> Page:
    """Return the page about the data."""
    regulation = renderer.duties.index.regulation
    status = regulation.status
    return renderer.page(
        "data",
        "du-lieu/",
        "Dữ liệu",
        description="Toàn bộ nội dung dưới dạng dữ liệu; những điều đã biết và chưa biết về văn bản.",
        headings=(Heading("du-lieu", "Dữ liệu", 1), Heading("tinh-trang", "Đã biết và chưa biết")),
        columns=Columns.NO_CONTENTS,
        source_name=PurePosixPath(regulation.source.file).name,
        known=(
            ("Tên văn bản", regulation.title),
            ("Nhiệm kỳ", regulation.term),
            ("Cơ quan ban hành", status.issuer),
            ("Số, ký hiệu", status.number),
            ("Ngày ban hành", vietnamese_date(status.issued) if status.issued else None),
            ("Ngày có hiệu lực", vietnamese_date(status.effective) if status.effective else status.effective_note),
            ("Thay thế", status.replaces),
            ("Bị thay thế bởi", status.replaced_by),
            ("Tình trạng", f"{status.label} (tính đến {vietnamese_date(status.as_of)})"),
            ("Ghi chú về bản nguồn", regulation.source.note),
        ),
    )
