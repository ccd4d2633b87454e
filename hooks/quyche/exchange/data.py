"""Everything as data, and the JSON Schemas of it and of ``regulation.yaml``."""

import json
from functools import cache
from typing import Any, Literal

from quyche.addresses import provision_address, term_address
from quyche.duties.assignment import Duties, Level
from quyche.exchange.fields import described
from quyche.glossary.loading import Terms
from quyche.glossary.model import Term
from quyche.regulation.citations import citation
from quyche.regulation.model import DutyId, ProvisionId, Record, Regulation, Slug
from quyche.regulation.partners import partner_words, partners_of
from quyche.regulation.vocabulary import Kind, Role
from quyche.sources import Mark


class ProvisionAddress(Record):
    """How a provision is cited and where it stands on the site; ``address`` is relative to the site's root."""

    id: ProvisionId
    kind: Kind
    citation: str
    address: str
    words: str


class DutyLine(Record):
    """How a duty is told where it stands alone.

    ``line`` are its words with those that govern and limit them, ``when`` its period; ``partners`` are told by the
    words of the text, by ``None`` where only the editors' reading names them.
    """

    duty: DutyId
    line: str
    when: str
    partners: dict[Slug, str | None]


class Binding(Record):
    """A duty that binds a body: by its own name, through a group (``via``), or like everybody's.

    ``partners`` are those whom it means for the body: of its level, where the text sets one.
    """

    duty: DutyId
    body: Slug
    roles: tuple[Role, ...]
    level: Level
    via: Slug | None
    partners: tuple[Slug, ...]


class TermData(Record):
    """A term of the glossary, who says what it means, the provisions in which it stands, where it is explained."""

    term: Term
    mark: Mark
    source: str
    provisions: tuple[ProvisionId, ...]
    address: str


class RegulationData(Record):
    """The published file: the regulation as it was written, and what follows from it.

    ``schema_version`` grows when a field goes, gets another name, type or meaning; not when one is added.
    """

    schema_version: Literal[2] = 2
    regulation: Regulation
    provisions: tuple[ProvisionAddress, ...]
    lines: tuple[DutyLine, ...]
    bindings: tuple[Binding, ...]
    terms: tuple[TermData, ...]


def regulation_data(duties: Duties, terms: Terms) -> RegulationData:
    """Return everything that the site knows, as one record."""
    index = duties.index
    return RegulationData(
        regulation=index.regulation,
        provisions=tuple(
            ProvisionAddress(
                id=place.id,
                kind=place.provision.kind,
                citation=citation(place),
                address=provision_address(place),
                words=place.words,
            )
            for place in index.places
        ),
        lines=tuple(
            DutyLine(
                duty=duty.id,
                line=index.cuts[duty.id].line,
                when=duty.when,
                partners={partner: partner_words(index, duty, partner) for partner in duty.partners},
            )
            for duty in index.regulation.duties
        ),
        bindings=tuple(
            Binding(
                duty=assignment.duty.id,
                body=assignment.body.id,
                roles=assignment.roles,
                level=assignment.level,
                via=assignment.via.id if assignment.via else None,
                partners=partners_of(index, assignment.duty, assignment.body),
            )
            for assignments in duties.binding.values()
            for assignment in assignments
        ),
        terms=tuple(
            TermData(
                term=term,
                mark=terms.backings[term.id].mark,
                source=terms.backings[term.id].words,
                provisions=terms.provisions.get(term.id, ()),
                address=term_address(term.id),
            )
            for term in terms.in_order
        ),
    )


def data_json(duties: Duties, terms: Terms) -> str:
    """Return ``quy-che.json``."""
    return regulation_data(duties, terms).model_dump_json(by_alias=True, exclude_none=False, indent=1) + "\n"


@cache
def data_schema() -> str:
    """Return the JSON Schema of ``quy-che.json``."""
    return schema_words(described(RegulationData.model_json_schema(by_alias=True, mode="serialization")))


def editors_schema(model: type[Record]) -> str:
    """Return the JSON Schema that editors use while they write a file of ``model``: ``regulation.yaml`` and others."""
    return schema_words(model.model_json_schema(by_alias=True, mode="validation"))


def schema_words(schema: dict[str, Any]) -> str:
    """Return ``schema`` as a file, with the dialect it is written in."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, ensure_ascii=False, indent=1) + "\n"
