"""What search engines read in the pages: schema.org ``Legislation`` as JSON-LD. Only what is known is said.

Addresses are relative: a reader of JSON-LD resolves them against the page, wherever the site stands.
Types and properties: schema.org/Legislation, schema.org/CreativeWork.
"""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from quyche.addresses import DATA_AKN, DATA_JSON, TEXT, article_path
from quyche.regulation.citations import label
from quyche.regulation.index import Index
from quyche.regulation.model import Provision, Regulation

Link: TypeAlias = Callable[[str], str]
"""Makes an address from the site's root one from the page."""

LANGUAGE = "vi"


def legislation(index: Index, link: Link) -> str:
    """Return the data block of the whole text."""
    regulation, status = index.regulation, index.regulation.status
    known: dict[str, Any] = {
        "alternateName": regulation.short_title if regulation.short_title != regulation.title else None,
        "identifier": regulation.id,
        "inLanguage": LANGUAGE,
        "version": regulation.version,
        "creativeWorkStatus": status.label,
        "legislationIdentifier": status.number,
        "legislationPassedBy": {"@type": "Organization", "name": status.issuer} if status.issuer else None,
        "legislationDate": status.issued.isoformat() if status.issued else None,
        "legislationDateOfApplicability": status.effective.isoformat() if status.effective else None,
        "legislationLegalForce": "https://schema.org/NotInForce" if status.replaced_by else None,
        "legislationRepeals": {"@type": "Legislation", "name": status.replaces} if status.replaces else None,
        "encoding": [
            {"@type": "MediaObject", "contentUrl": link(path), "encodingFormat": kind}
            for path, kind in ((DATA_JSON, "application/json"), (DATA_AKN, "application/akn+xml"))
        ],
        "hasPart": [_part(place.provision, link) for place in index.articles],
    }
    return _script(_whole(regulation, link) | {key: value for key, value in known.items() if value is not None})


def article_legislation(index: Index, article: Provision, link: Link) -> str:
    """Return the data block of one article."""
    return _script(_part(article, link) | {"inLanguage": LANGUAGE, "isPartOf": _whole(index.regulation, link)})


def _whole(regulation: Regulation, link: Link) -> dict[str, Any]:
    return {"@type": "Legislation", "@id": link(TEXT), "url": link(TEXT), "name": regulation.title}


def _part(article: Provision, link: Link) -> dict[str, Any]:
    """Return an article in short: by its own title, never by one that editors gave it."""
    number = label(article).rstrip(".:")
    name = f"{number}. {article.heading}" if article.heading else number
    address = link(article_path(article))
    return {"@type": "Legislation", "@id": address, "url": address, "name": name, "position": article.num}


def _script(data: dict[str, Any]) -> str:
    """Return ``data`` as an element that no browser runs."""
    return f'<script type="application/ld+json">{script_json({"@context": "https://schema.org"} | data)}</script>'


def script_json(data: object) -> str:
    """Return ``data`` as JSON that may stand in a script element: no letter in it can end the element."""
    words = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for letter in "<>&":
        words = words.replace(letter, f"\\u{ord(letter):04x}")
    return words
