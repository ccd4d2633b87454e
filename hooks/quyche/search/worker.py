"""The worker: where it starts, and the proof that the theme still speaks the worker's language."""

from collections.abc import Mapping

ENTRY = "search/worker"
"""The module that the worker starts with."""

PROTOCOL = {
    "type:0,data:{config:": "gửi chỉ mục cho bộ tìm kiếm (SETUP)",
    "return e.type===1}": "chờ bộ tìm kiếm sẵn sàng (READY)",
    "next({type:2,data:": "gửi câu tìm (QUERY)",
    "return e.type===3}": "nhận kết quả (RESULT)",
    "search/search_index.json": "đọc tệp search/search_index.json",
    "items:": "đọc danh sách kết quả “items”",
    "md-search-result__item": "vẽ danh sách kết quả",
    '.searchParams.set("h",': "chuyển cụm từ cần tô sang trang được mở",
    "e.separator.split(": "tách cụm từ cần tô theo “separator”",
}
"""What the worker relies on, by the words of the theme's bundle that do it."""


def missing_protocol(bundle: str, expected: Mapping[str, str] = PROTOCOL) -> tuple[str, ...]:
    """Return what the worker relies on and the theme's ``bundle`` does no more."""
    return tuple(meaning for marker, meaning in expected.items() if marker not in bundle)
