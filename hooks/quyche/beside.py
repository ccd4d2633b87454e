"""Words and tables that are data: YAML files beside the modules that need them."""

from pathlib import Path
from typing import Any

import yaml


def beside(module: str, name: str) -> Any:  # noqa: ANN401 -- any YAML
    """Return what the file ``name`` holds, which stands beside the file of ``module`` (its ``__file__``)."""
    return yaml.load(Path(module).with_name(name).read_bytes(), Loader=yaml.CSafeLoader)
