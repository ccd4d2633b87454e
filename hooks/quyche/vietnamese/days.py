"""Days as people write them; ``docs/assets/js/common/days.js`` does the same, held by ``tests/vectors/days.json``."""

import re
from datetime import date

_WRITTEN = re.compile(r"(?P<day>[0-9]{1,2})[/.-](?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")


FIRST_MONTH_OF_ONE_DIGIT = "03"
"""From March on, a month cannot be read as the beginning of another one."""


def day_words(day: date | str) -> str:
    """Return a day as officials write it, as far as it is known: ``01/7/2025``, ``6/2025``, ``2025``.

    Days under 10 have two digits, and months 1 and 2.
    """
    year, *parts = str(day).split("-")
    written = [month if month < FIRST_MONTH_OF_ONE_DIGIT else month.lstrip("0") for month in parts[:1]]
    return "/".join((*parts[1:], *written, year))


def day_of(words: str) -> date | None:
    """Return the day that ``words`` name (“5/3/2025”, “05-03-2025”, “2025-03-05”); ``None`` where they name none."""
    found = _ISO.fullmatch(words.strip()) or _WRITTEN.fullmatch(words.strip())
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
