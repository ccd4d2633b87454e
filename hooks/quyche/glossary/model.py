"""Terms as they are written in ``docs/thuat-ngu.yaml``."""

from datetime import date
from typing import Annotated

from pydantic import Field

from quyche.regulation.model import ProvisionId, Record, Slug, Words
from quyche.sources import Source


class Term(Record):
    """A term, what it means and who says so.

    ``forms`` are its words in the text, where they are others than ``term``; letters' case and the place of tone marks
    do not matter, with ``match_case`` the case does. ``not_in`` are longer words of the text that hold a form and are
    something else. ``within`` names the articles or provisions in which the words mean this; empty is everywhere.
    ``outside`` says why a term is explained whose words the text does not have. ``also`` is what people say or type
    otherwise; ``see`` names related terms. The definition is what its ``sources`` say; without any, the editors' own.
    """

    id: Slug
    term: Words
    forms: tuple[Words, ...] = ()
    match_case: bool = False
    not_in: tuple[Words, ...] = ()
    within: tuple[ProvisionId, ...] = ()
    outside: Words | None = None
    also: tuple[Words, ...] = ()
    see: tuple[Slug, ...] = ()
    definition: Annotated[Words, Field(max_length=600)]
    sources: tuple[Source, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """The words that are this term in the text."""
        return self.forms or (self.term,)


class Glossary(Record):
    """The file of terms; ``as_of`` is the day on which they were last held against their sources."""

    as_of: date | None = None
    terms: tuple[Term, ...] = ()
