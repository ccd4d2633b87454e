"""The schemas beside the data files, which editors use, are the ones that the models make."""

from pathlib import Path

import pytest
import yaml

from quyche.cli import main
from tests.fixtures.editing import as_json
from tests.schemas import misfits

FILES = {
    "regulation": ("docs/du-lieu/regulation.schema.json", "regulation.yaml"),
    "checklist": ("checklists/checklist.schema.json", "checklists/checklist.yaml"),
    "letterheads": ("checklists/letterheads.schema.json", "checklists/letterheads.yaml"),
}


@pytest.mark.parametrize("file", FILES)
def test_the_schema_beside_a_file_is_the_models_and_the_file_fits(
    file: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema, data = (project / path for path in FILES[file])
    assert main(["schema", file]) == 0
    words = capsys.readouterr().out
    assert words == schema.read_text("utf-8")
    assert misfits(as_json(yaml.safe_load(data.read_text("utf-8"))), words) == []
    assert schema.name in data.read_text("utf-8").splitlines()[0]


def test_the_schema_refuses_an_unknown_key(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "notes"]) == 0
    assert misfits({"article": "d5", "notes": [], "strange": 1}, capsys.readouterr().out)


@pytest.mark.parametrize(
    ("kind", "name"), [("terms", "thuat-ngu.yaml"), ("lineage", "luoc-do.yaml"), ("register", "tai-lieu.yaml")]
)
def test_our_terms_and_documents_fit_their_schema(
    kind: str, name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema", kind]) == 0
    schema = capsys.readouterr().out
    data = as_json(yaml.load((project / "docs" / name).read_text("utf-8"), Loader=yaml.CSafeLoader))
    assert misfits(data, schema) == []
    assert misfits(data | {"strange": 1}, schema)
