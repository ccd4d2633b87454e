"""Load ``regulation.yaml`` into the model; tell every slip at once."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from quyche.regulation.checks import CHECKS
from quyche.regulation.faults import AllFaults, DataError, Fault, Problem, Trail
from quyche.regulation.fidelity import differences
from quyche.regulation.index import Index
from quyche.regulation.model import Record, Regulation
from quyche.regulation.yaml_lines import YamlFile, read_yaml
from quyche.vietnamese.letters import nfc

RecordT = TypeVar("RecordT", bound=Record)


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
        raise DataError([Fault(document.file, 1, "", "tệp không có nội dung", "viết các cặp khoá: giá trị")])
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


def _words(detail: ErrorDetails) -> tuple[str, str]:  # noqa: C901, PLR0911, PLR0912 -- a table: one case a kind of slip
    name = next((str(step) for step in reversed(detail["loc"]) if isinstance(step, str) and step.isidentifier()), "")
    context = detail.get("ctx", {})
    given = detail["input"] if isinstance(detail["input"], str | int | float) else ""
    match detail["type"]:
        case "missing":
            return f"thiếu “{detail['loc'][-1]}”", "đây là mục bắt buộc"
        case "extra_forbidden":
            return f"không có mục “{detail['loc'][-1]}” ở đây", "xem các mục được dùng trong lược đồ JSON"
        case "enum" | "literal_error":
            return (
                f"“{given}” không có trong danh mục",
                f"được dùng: {context.get('expected', '').replace(' or ', ', ')}",
            )
        case "string_type":
            return f"“{name}” phải là chữ", "đặt giá trị trong dấu nháy nếu đó là số hoặc ngày"
        case "string_pattern_mismatch":
            return f"“{given}” không đúng dạng", f"theo mẫu {context.get('pattern', '')}"
        case "string_too_long" | "too_long":
            return f"“{given}” quá dài", f"nhiều nhất {context.get('max_length')} ký tự"
        case "string_too_short" | "too_short":
            return f"“{name}” để trống", "cần ít nhất một giá trị, hoặc bỏ hẳn mục này"
        case "not_printable":
            return detail["msg"], "bỏ ký tự đó"
        case "tuple_type" | "list_type":
            return f"“{name}” phải là danh sách", "viết mỗi giá trị một dòng, mở đầu bằng dấu gạch"
        case "dict_type" | "mapping_type" | "model_type" | "model_attributes_type":
            return f"“{name}” phải gồm các cặp khoá: giá trị", ""
        case "bool_type" | "bool_parsing":
            return f"“{name}” phải là true hoặc false", ""
        case "date_type" | "date_parsing" | "date_from_datetime_parsing" | "date_from_datetime_inexact":
            return f"“{given}” không phải ngày", "viết dạng 2025-07-01, hoặc bỏ trống nếu chưa rõ"
        case "int_type" | "int_parsing" | "int_from_float" | "int_parsing_size":
            return f"“{given}” không phải số nguyên", ""
        case "float_type" | "float_parsing" | "finite_number":
            return f"“{given}” không phải số", "viết số, phần lẻ sau dấu chấm"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than" | "multiple_of":
            return f"“{given}” không phải số được dùng ở đây", ", ".join(_bounds(context))
        case _:
            return f"“{name}” không hợp lệ", "xem kiểu của mục này trong lược đồ JSON"


def _bounds(context: Mapping[str, Any]) -> Iterator[str]:
    words = {"ge": "từ {} trở lên", "gt": "lớn hơn {}", "le": "nhiều nhất {}", "lt": "nhỏ hơn {}"}
    words["multiple_of"] = "lẻ từng {}"
    return (words[key].format(f"{value:g}") for key, value in context.items() if key in words)
