"""What a keystroke costs follows the length of the text."""

import json
from pathlib import Path

from playwright.sync_api import Browser

from quyche.regulation.index import Index
from tests.search.engine import documents_of, file_of, prefixes, start

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
    costs = []
    for searched in (file, json.dumps(data)):
        page = browser.new_page()
        engine = start(page, project, searched, documents_of(ours))
        engine.milliseconds(queries)  # warm
        costs.append(min(engine.milliseconds(queries) for _ in range(3)))
        page.close()
    one, ten = costs
    assert one < 20
    assert ten < one * TIMES * 1.3
