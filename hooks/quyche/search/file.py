"""The file of the search: the documents and the names, which the worker loads when somebody searches."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quyche.material.search import SEPARATOR
from quyche.regulation.index import Index
from quyche.search.documents import Document, DocumentKind
from quyche.search.names import Name, by_provision

ENTRY = "search/worker"
"""The module that the worker starts with."""


def search_file(index: Index, documents: Sequence[Document], names: Iterable[Name]) -> str:
    """Return the documents' file: every word once, in UTF-8, as small as JSON can be."""
    bodies = _bodies(index, documents)
    number = {body: at for at, body in enumerate(bodies)}
    provisions = {document.provision: at for at, document in enumerate(documents) if document.provision}
    pages = {document.body: at for at, document in enumerate(documents) if document.body}
    places = {document.location: at for at, document in enumerate(documents)}
    data = {
        "config": {
            "lang": ["vi"],
            "separator": SEPARATOR,
            "pipeline": [],
            "kinds": [[kind, kind.label] for kind in used_kinds(documents)],
            "bodies": [
                {
                    "name": index.bodies[body].short_name,
                    "groups": [number[group] for group in index.bodies[body].member_of if group in number],
                }
                for body in bodies
            ],
            "names": [
                {"names": name.spellings, "docs": by_provision(provisions, name, pages) + _there(places, name)}
                | ({"body": number[name.page]} if name.page else {})
                for name in names
            ],
        },
        "docs": [_entry(document, number) for document in documents],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def filters(index: Index, documents: Sequence[Document]) -> dict[str, list[list[str]]]:
    """Return what the page offers to choose among: kinds, and bodies with their numbers in the file."""
    bodies = [
        [str(at), index.bodies[body].short_name]
        for at, body in enumerate(_bodies(index, documents))
        if index.bodies[body].page
    ]
    return {"kinds": [[kind, kind.label] for kind in used_kinds(documents)], "bodies": bodies}


def used_kinds(documents: Iterable[Document]) -> list[DocumentKind]:
    """Return the kinds that occur, in order."""
    used = {document.kind for document in documents}
    return [kind for kind in DocumentKind if kind in used]


def _bodies(index: Index, documents: Iterable[Document]) -> list[str]:
    """Return the ids of the bodies with a page, then those that only documents name, in order of the data."""
    named = {body for document in documents for body in document.bodies}
    return [body.id for body in index.pages] + [
        body for body in index.bodies if body in named and not index.bodies[body].page
    ]


def _there(places: Mapping[str, int], name: Name) -> list[int]:
    return [places[name.location]] if name.location and name.location in places else []


def _entry(document: Document, number: dict[str, int]) -> dict[str, Any]:
    beside = {
        "text": document.text,
        "id": document.provision,
        "bodies": [number[body] for body in document.bodies],
        "with": [number[body] for body in document.partners],
        "body": number[document.body] if document.body else None,
    }
    entry = {"location": document.location, "title": document.title, "kind": document.kind}
    return entry | {key: value for key, value in beside.items() if value not in (None, "", [])}
