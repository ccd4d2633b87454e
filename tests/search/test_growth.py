"""What a keystroke costs follows the length of the text."""

import json
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser

from quyche.regulation.index import Index
from tests.search.engine import documents_of, file_of, prefixes, start
from tests.timing import ratio, yardstick

TIMES = 10
TYPED = (
    "giao ban hoi quan chung",
    "phãn biện xã hội",
    "daan vaanj kheos",
    "khoản 2 điều 23",
    "ai phải báo cáo hằng tháng",
    "UBND",
)


def test_ten_times_the_text_costs_at_most_ten_times_as_much_a_keystroke(
    browser: Browser, project: Path, ours: Index
) -> None:
    file = file_of(ours, project / "docs" / "tu-dong-nghia.yaml")
    data = json.loads(file)
    data["docs"] = [
        document | {"location": f"{copy}/{document['location']}", "id": f"x{copy}.{document.get('id', 'x')}"}
        if copy
        else document
        for copy in range(TIMES)
        for document in data["docs"]
    ]
    queries = [text for query in TYPED for text in (*prefixes(query), query)]
    with browser.new_context() as context:
        one, ten = (start(context.new_page(), searched, documents_of(ours)) for searched in (file, json.dumps(data)))
        for engine in (one, ten):
            engine.milliseconds(queries)  # warm
        most = TIMES * 1.3
        assert ratio(partial(ten.milliseconds, queries), partial(one.milliseconds, queries), below=most) < most
        assert ratio(lambda: one.milliseconds(queries) / 1000, yardstick, below=0.5) < 0.5
