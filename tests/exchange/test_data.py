"""The published data and the two schemas."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from quyche.duties.assignment import Duties
from quyche.exchange.data import data_json, data_schema, editors_schema
from quyche.glossary.loading import Terms
from quyche.regulation.index import Index
from quyche.regulation.loading import load
from quyche.regulation.model import Regulation
from tests.fixtures.editing import as_json, small_data
from tests.schemas import misfits


def test_the_published_data_fits_its_own_schema(ours: Index, small: Index) -> None:
    for index in (ours, small):
        assert misfits(json.loads(data_json(Duties(index), Terms())), data_schema()) == []


def test_the_schema_refuses_what_is_not_the_data(small: Index) -> None:
    data = json.loads(data_json(Duties(small), Terms()))
    for key in ("schema_version", "regulation", "provisions", "lines", "bindings"):
        assert misfits(data | {key: "không phải"}, data_schema()), key
    assert misfits({}, data_schema())


def test_the_published_data_is_whole(ours: Index, duties: Duties) -> None:
    data = json.loads(data_json(duties, Terms()))
    provisions = {provision["id"]: provision for provision in data["provisions"]}
    assert list(provisions) == [place.id for place in ours.places]
    assert provisions["d5.k8"]["citation"] == "khoản 8 Điều 5"
    assert provisions["d5.k8"]["address"] == "quy-che/dieu-5/#dieu-5-khoan-8"
    assert provisions["c2.m1"]["address"] == "quy-che/#chuong-2-muc-1"
    assert provisions["d5.k8"]["words"] == ours.place["d5.k8"].provision.text
    bindings = [(binding["duty"], binding["body"]) for binding in data["bindings"]]
    assert len(bindings) == len(set(bindings))
    assert set(bindings) == {
        (assignment.duty.id, body) for body, found in duties.of.items() for assignment in found.assignments
    }
    assert data["regulation"]["status"]["number"] is None
    assert len(data["regulation"]["duties"]) == len(ours.regulation.duties)
    assert "with" in data["regulation"]["duties"][0]


def test_a_duty_can_be_printed_rightly_from_the_data_alone(ours: Index, duties: Duties) -> None:
    data = json.loads(data_json(duties, Terms()))
    lines = {line["duty"]: line for line in data["lines"]}
    assert list(lines) == [duty.id for duty in ours.regulation.duties]
    assert lines["d5.k2.2"]["line"].startswith(
        "[Tham mưu, giúp Ban Thường vụ Huyện ủy, Thường trực Huyện ủy …] lãnh đạo, chỉ đạo công tác giám sát"
    )
    sent = lines["d23.k2.1"]["partners"]
    assert (sent["cap-uy"], sent["ban-dan-van-huyen-uy"]) == ("cấp uỷ", "Ban Dân vận cùng cấp")
    assert lines["d10.k7.2"]["partners"]["ubmttq-huyen"] is None, "only the reading names it"
    assert lines["d22.p2.1"]["when"] == "khi có tình huống, sự kiện (ban biên tập suy ra)"
    (bound,) = (one for one in data["bindings"] if (one["duty"], one["body"]) == ("d8.k5.1", "ubnd-huyen"))
    assert "mat-tran-doan-the-co-so" not in bound["partners"], "“cùng cấp” of the district is not “ở cơ sở”"


def test_the_published_regulation_is_the_one_that_was_written(duties: Duties, project: Path) -> None:
    written = as_json(yaml.load((project / "regulation.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader))
    assert holds(json.loads(data_json(duties, Terms()))["regulation"], written)


def holds(published: Any, written: Any) -> bool:  # noqa: ANN401 -- JSON holds anything
    """Tell whether all that is ``written`` stands in ``published``; what was left out may stand as empty."""
    if isinstance(written, dict):
        return all(holds(published[key], value) for key, value in written.items())
    if isinstance(written, list):
        return len(published) == len(written) and all(map(holds, published, written))
    return bool(published == written)


def test_the_data_is_the_same_each_time(small: Index, small_folder: Path) -> None:
    assert data_json(Duties(load(small_folder / "regulation.yaml")), Terms()) == data_json(Duties(small), Terms())


def test_the_schema_for_editors_is_the_one_in_docs(project: Path) -> None:
    assert (project / "docs" / "du-lieu" / "regulation.schema.json").read_text("utf-8") == editors_schema(Regulation)


def test_our_yaml_fits_the_schema_for_editors(project: Path) -> None:
    for path in (project / "regulation.yaml", project / "tests" / "fixtures" / "small" / "regulation.yaml"):
        data = as_json(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
        assert misfits(data, editors_schema(Regulation)) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "Quy chế"),
        ("schema_version", 2),
        ("unknown", 1),
        ("duties", [{"id": "d1.1"}]),
        ("bodies", [{"id": "x", "name": 1}]),
    ],
)
def test_the_schema_for_editors_refuses_slips(key: str, value: object) -> None:
    data = as_json(small_data())  # which fits: see the test above
    assert misfits(data | {key: value}, editors_schema(Regulation))
