"""The language of the theme's search: what its pages load, what its program and a worker say to each other."""

import json
from collections.abc import Mapping
from typing import Final

INDEX: Final = "search/search_index.json"
"""What the theme loads on every page and hands to the worker."""
INDEX_SCRIPT: Final = "search/search_index.js"
"""What its pages load in the place of ``INDEX`` where they are opened from a disk: sets ``__index``."""
SEPARATOR: Final = " ?; ?"
"""At what the theme splits the phrases that it marks on the page that opens; the worker writes them so."""

PROTOCOL: Final = {
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


def index_file(documents: str) -> str:
    """Return the file at ``INDEX``: where the ``documents`` are. The theme passes nothing else on."""
    config = {"lang": ["vi"], "separator": SEPARATOR, "pipeline": [], "file": documents}
    return json.dumps({"config": config, "docs": []}, separators=(",", ":"))
