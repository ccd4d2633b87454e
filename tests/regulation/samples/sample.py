"""A slip in the small regulation, and what must be told of it."""

from dataclasses import dataclass

import yaml

from quyche.regulation.index import Index
from quyche.regulation.model import Regulation
from quyche.regulation.references import Check
from tests.fixtures.editing import edited


@dataclass(frozen=True)
class Sample:
    """A slip (see ``edited``), the check that finds it, and the fault: nearest id, a piece of the message."""

    check: Check
    edits: dict[str, str]
    id: str
    message: str

    @property
    def regulation(self) -> Index:
        """The bad regulation, past the model but not past the checks."""
        data = yaml.load(edited(self.edits)[0], Loader=yaml.CSafeLoader)
        return Index(Regulation.model_validate(data))
