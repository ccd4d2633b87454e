"""The page about the data: what can be downloaded, what each field holds, what is known of the regulation itself."""

import json
from pathlib import PurePosixPath
from typing import Any

from quyche.addresses import DATA
from quyche.exchange import akn
from quyche.exchange.data import RegulationData, data_schema, regulation_data
from quyche.exchange.fields import record_tables
from quyche.exchange.rollup import record_schema
from quyche.glossary.loading import Terms
from quyche.pages.page import Page
from quyche.pages.rendering import Renderer
from quyche.regulation.citations import citation, label
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.days import day_words


def data_page(renderer: Renderer, terms: Terms) -> Page:
    """Return the page about the data."""
    regulation = renderer.duties.index.regulation
    status = regulation.status
    data, record = (record_tables(json.loads(words)) for words in (data_schema(), record_schema()))
    return renderer.page(
        "data",
        DATA,
        source_name=PurePosixPath(regulation.source.file).name,
        schema_version=RegulationData.model_fields["schema_version"].default,
        data=data,
        record=tuple(table for table in record if table not in data),
        examples=_examples(renderer, terms),
        elements=_elements(renderer),
        known=(
            ("Tên văn bản", regulation.title),
            ("Nhiệm kỳ", regulation.term),
            ("Cơ quan ban hành", status.issuer),
            ("Số, ký hiệu", status.number),
            ("Ngày ban hành", day_words(status.issued) if status.issued else None),
            ("Ngày có hiệu lực", day_words(status.effective) if status.effective else status.effective_note),
            ("Thay thế", status.replaces),
            ("Bị thay thế bởi", status.replaced_by),
            ("Tình trạng", f"{status.label} (tính đến {day_words(status.as_of)})"),
            ("Ghi chú về bản nguồn", regulation.source.note),
        ),
    )


def _examples(renderer: Renderer, terms: Terms) -> dict[str, str]:
    """Return name of a record -> one of them as it stands in the file: the first that has words."""
    data = regulation_data(renderer.duties, terms)
    found: dict[str, Any] = {
        "ProvisionAddress": next((provision for provision in data.provisions if provision.words), None),
        "Duty": next(iter(data.regulation.duties), None),
        "Binding": next(iter(data.bindings), None),
    }
    return {name: record.model_dump_json(by_alias=True, indent=1) for name, record in found.items() if record}


def _elements(renderer: Renderer) -> tuple[tuple[str, str, str, str], ...]:
    """Return (kind, element, example, its id there) for each kind of provision that the text has."""
    places = renderer.duties.index.places
    found = []
    for kind, (element, _) in akn.ELEMENTS.items():
        example = next((place for place in places if place.provision.kind is kind and place.article), None)
        example = example or next((place for place in places if place.provision.kind is kind and kind.is_heading), None)
        if example:
            words = citation(example) if kind is not Kind.ARTICLE else label(example.provision).rstrip(".:")
            found.append((kind.label, element, words, akn.eids(renderer.duties.index)[example.id]))
    return tuple(found)
