"""The second fictitious regulation as a project of its own, with an older version of it to compare with."""

import shutil
from pathlib import Path
from typing import Any

from tests.fixtures.deriving import derived, entry, provision
from tests.site.building import new_project

COMPARISON = """\
title: Bản 2025 so với bản 2020
other: ban-2020/regulation.yaml
ours: new
intro: Hai bản tưởng tượng của một hợp tác xã tưởng tượng.
"""
TEMPLATES = ("parts.typ", "sheet.typ", "short.typ", "template.docx")
"""What sheets look like, whatever the regulation."""


def second_project(folder: Path, ours: Path, second: Path) -> Path:
    """Return a project in ``folder``: the program of ``ours``, and everything that ``second`` says."""
    regulation, source = ((second / name).read_bytes() for name in ("regulation.yaml", "nguon.txt"))
    project = new_project(folder, ours, regulation, source)
    shutil.copytree(second / "docs", project / "docs", dirs_exist_ok=True)
    shutil.copytree(second / "checklists", project / "checklists")
    for name in TEMPLATES:
        shutil.copy(ours / "checklists" / name, project / "checklists" / name)
    comparisons = project / "docs" / "so-sanh"
    derived(second, comparisons / "ban-2020", older)
    (comparisons / "ban-2020.yaml").write_text(COMPARISON, "utf-8")
    return project


def older(data: dict[str, Any]) -> None:
    """Make the regulation what it was before: one clause less, one word else, a clause at another number."""
    data["version"] = "2020"
    data["status"]["replaced_by"] = "Quyết định số 07/QĐ-HTX"
    board = provision(data, "d3")["children"]
    board.pop(0)
    board[0] |= {"id": "d3.k1", "num": "1"}
    data["duties"] = [duty for duty in data["duties"] if not duty["id"].startswith("d3.k1.")]
    for duty in data["duties"]:
        if duty["provision"] == "d3.k2":
            duty |= {"provision": "d3.k1", "id": f"d3.k1.{duty['id'][-1]}"}
    words = provision(data, "d5.k1")
    words["text"] = words["text"].replace("Thường xuyên", "Hằng quý")
    duty = entry(data, "duties", "d5.k1.1")
    duty |= {"quote": "Hằng quý nạo vét kênh, vớt bèo", "period": ["quarter"], "period_words": "Hằng quý"}
    group = entry(data, "bodies", "cac-to-doi")
    group["spellings"] = []
    provision(data, "d6")["text"] += " Đội Máy kéo lập sổ xe."
    data["waivers"].append({"provision": "d6", "quote": "Đội Máy kéo lập sổ xe", "kind": "framework", "reason": "Thử."})
