"""Load ``regulation.yaml`` into the model; tell every slip at once."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quyche.beside import beside
from quyche.regulation.checks import CHECKS
from quyche.regulation.faults import AllFaults, DataError, Problem, Trail, refusal
from quyche.regulation.fidelity import differences
from quyche.regulation.index import Index
from quyche.regulation.model import Record, Regulation
from quyche.regulation.yaml_lines import YamlFile, read_yaml
from quyche.vietnamese.letters import nfc

RecordT = TypeVar("RecordT", bound=Record)

SLIPS: Final[Sequence[Mapping[str, str]]] = beside(__file__, "slips.yaml")
"""What to say of each kind of error that pydantic tells; the last is for any other."""
BOUNDS: Final[Mapping[str, str]] = {
    "ge": "từ {} trở lên",
    "gt": "lớn hơn {}",
    "le": "nhiều nhất {}",
    "lt": "nhỏ hơn {}",
    "multiple_of": "lẻ từng {}",
}


def load(path: Path) -> Index:
    """Return the regulation in ``path``, checked and faithful to its raw source, with its look-ups.

    Text is brought to NFC on the way in, except the verbatim text, which must be NFC already.

    Raises:
        DataError: anything is wrong; it holds every fault found, each with its line.
    """
    document, regulation = read_record(path, Regulation, verbatim=("text",))
    index = Index(regulation)
    problems = [problem for check in CHECKS for problem in check(index)]
    faults = AllFaults()
    problems += faults.take(lambda: differences(index, path.parent)) or ()
    faults.found += document.faults(problems)
    faults.tell()
    return index


def read_layer(path: Path, model: type[RecordT], check: Callable[[RecordT], Iterable[Problem]]) -> RecordT:
    """Return the YAML file at ``path`` as the record ``model``, in which ``check`` finds nothing wrong.

    Raises:
        DataError: the file cannot be read, does not fit the model or is refused by ``check``; it holds every fault.
    """
    document, record = read_record(path, model)
    if faults := document.faults(check(record)):
        raise DataError(faults)
    return record


def read_record(path: Path, model: type[RecordT], verbatim: Container[str] = ()) -> tuple[YamlFile, RecordT]:
    """Return the YAML file at ``path`` as a document with lines and as the record ``model``.

    All words but those under the top-level keys in ``verbatim`` are brought to NFC.

    Raises:
        DataError: the file cannot be read or does not fit the model; it holds every fault found, each with its line.
    """
    document = read_yaml(path)
    if not isinstance(document.data, dict):
        raise refusal(document.file, "tệp không có nội dung", "viết các cặp khoá: giá trị")
    data = {key: value if key in verbatim else _nfc(value) for key, value in document.data.items()}
    try:
        return document, model.model_validate(data)
    except ValidationError as error:
        raise DataError(document.faults(_model_problems(document, error))) from error


def _nfc(value: Any) -> Any:  # noqa: ANN401 -- YAML holds anything
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, list):
        return [_nfc(item) for item in value]
    if isinstance(value, Mapping):
        return {nfc(str(key)): _nfc(item) for key, item in value.items()}
    return value


def _model_problems(document: YamlFile, error: ValidationError) -> Iterator[Problem]:
    """Yield what the model refuses, in words for an editor; each once a place."""
    seen: set[tuple[Trail, str]] = set()
    for detail in error.errors():
        trail = _trail(document.data, detail["loc"])
        message, allowed = _words(detail)
        if (trail, message) not in seen:
            seen.add((trail, message))
            yield Problem(trail, message, allowed)


def _trail(data: Any, location: tuple[str | int, ...]) -> Trail:  # noqa: ANN401 -- YAML holds anything
    """Drop what pydantic adds to the way (names of union members) and keep what is in the file, with the last step."""
    trail: list[str | int] = []
    for step in location:
        in_dict = isinstance(data, dict) and step in data
        if in_dict or (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            data = data[step]
        elif step is not location[-1] or not isinstance(data, dict):
            continue
        trail.append(step)
    return tuple(trail)


def _words(detail: ErrorDetails) -> tuple[str, str]:
    """Return what is wrong and what is allowed, as ``slips.yaml`` says of this kind of slip."""
    location, context = detail["loc"], detail.get("ctx", {})
    bounds = (BOUNDS[key].format(f"{value:g}") for key, value in context.items() if key in BOUNDS)
    known = {
        "given": detail["input"] if isinstance(detail["input"], str | int | float) else "",
        "name": next((str(step) for step in reversed(location) if isinstance(step, str) and step.isidentifier()), ""),
        "last": location[-1] if location else "",
        "expected": str(context.get("expected", "")).replace(" or ", ", "),
        "pattern": context.get("pattern", ""),
        "most": context.get("max_length"),
        "bounds": ", ".join(bounds),
        "told": detail["msg"],
    }
    slip = next((slip for slip in SLIPS if detail["type"] in slip["types"].split()), SLIPS[-1])
    return slip["message"].format_map(known), slip["allowed"].format_map(known)
