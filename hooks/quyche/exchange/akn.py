"""The verbatim text as Akoma Ntoso 3.0, by the schema of OASIS akn-core v1.0.

Khoản are ``paragraph``, unnumbered đoạn ``alinea``; ids are those of the OASIS naming convention (akn-nc v1.0), with
articles, which are numbered through the whole text, as a context of their own. The schema wants a date and an author of
each level: what is not known is not made up, the date is then that on which the status was looked up, and says so.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from lxml import etree

from quyche.regulation.citations import label
from quyche.regulation.index import Index
from quyche.regulation.model import Provision, Regulation
from quyche.regulation.vocabulary import Kind

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COUNTRY, LANGUAGE = "vn", "vie"
UNKNOWN = "Chưa rõ"
ELEMENTS = {
    Kind.PART: ("part", "part"),
    Kind.CHAPTER: ("chapter", "chp"),
    Kind.SECTION: ("section", "sec"),
    Kind.SUBSECTION: ("subsection", "subsec"),
    Kind.ARTICLE: ("article", "art"),
    Kind.CLAUSE: ("paragraph", "para"),
    Kind.POINT: ("point", "point"),
    Kind.PARAGRAPH: ("alinea", "al"),
}
"""Kind -> the element, and what its ids begin with."""


def akn_xml(index: Index) -> str:
    """Return the whole text as an Akoma Ntoso document."""
    regulation, ids = index.regulation, eids(index)
    root = etree.fromstring(f'<akomaNtoso xmlns="{NAMESPACE}"/>')
    act = _add(root, "act", name="quy-che")
    _meta(act, regulation)
    preface = _add(act, "preface", eId="preface")
    _lines(preface, regulation.text.front)
    if regulation.text.preamble:
        _preamble(act, regulation.text.preamble, ids)
    body = _add(act, "body", eId="body")
    for provision in regulation.text.body:
        _provision(body, provision, ids)
    if regulation.text.distribution or regulation.text.signature:
        conclusions = _add(act, "conclusions", eId="conclusions")
        if found := regulation.text.distribution:
            _lines(conclusions, (found.heading, *found.items), "distribution")
        if signature := regulation.text.signature:
            _lines(conclusions, signature.lines, "signature")
    words: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return words.decode()


def eids(index: Index) -> dict[str, str]:
    """Return id of a provision -> its id in the Akoma Ntoso document."""
    found: dict[str, str] = {}
    for place in index.places:
        if place.article is None and not place.provision.kind.is_heading:
            found[place.id] = f"preamble__cits_1__cit_{len(found) + 1}"
            continue
        parent = place.parents[-1] if place.parents else None
        siblings = [child for child in parent.children if child.kind is place.provision.kind] if parent else []
        number = siblings.index(place.provision) + 1 if siblings else 1
        part = f"{ELEMENTS[place.provision.kind][1]}_{_number(place.provision, number)}"
        found[place.id] = f"{found[parent.id]}__{part}" if parent and place.provision.kind is not Kind.ARTICLE else part
    return found


def _number(provision: Provision, place: int) -> str:
    return re.sub(r"[\W_]+", "-", provision.num or str(place)).strip("-")


def _meta(act: etree._Element, regulation: Regulation) -> None:
    meta = _add(act, "meta")
    identification = _add(meta, "identification", source="#editors")
    status = regulation.status
    work = f"/akn/{COUNTRY}/act/{regulation.id}"
    levels = (
        ("FRBRWork", work, (status.issued, "issued") if status.issued else (status.as_of, "status-as-of")),
        ("FRBRExpression", f"{work}/{LANGUAGE}@{regulation.version}", (status.as_of, "status-as-of")),
        ("FRBRManifestation", f"{work}/{LANGUAGE}@{regulation.version}/main.xml", (status.as_of, "status-as-of")),
    )
    for level, uri, when in levels:
        author = "#editors" if level == "FRBRManifestation" else "#issuer"
        element = _core(identification, level, uri, when, author)
        if level == "FRBRWork":
            _add(element, "FRBRcountry", value=COUNTRY)
            if status.number:
                _add(element, "FRBRnumber", value=status.number)
            _add(element, "FRBRname", value=regulation.title)
        elif level == "FRBRExpression":
            _add(element, "FRBRlanguage", language=LANGUAGE)
    references = _add(meta, "references", source="#editors")
    issuer = status.issuer or UNKNOWN
    for eid, shown in (("issuer", issuer), ("editors", "Ban biên tập trang")):
        _add(references, "TLCOrganization", eId=eid, href=f"/akn/ontology/organization/{eid}", showAs=shown)


def _core(identification: etree._Element, level: str, uri: str, when: tuple[date, str], author: str) -> etree._Element:
    element = _add(identification, level)
    _add(element, "FRBRthis", value=f"{uri}/!main" if level != "FRBRManifestation" else uri)
    _add(element, "FRBRuri", value=uri)
    _add(element, "FRBRdate", date=when[0].isoformat(), name=when[1])
    _add(element, "FRBRauthor", href=author)
    return element


def _preamble(act: etree._Element, provisions: Iterable[Provision], ids: Mapping[str, str]) -> None:
    citations = _add(_add(act, "preamble", eId="preamble"), "citations", eId="preamble__cits_1")
    for provision in provisions:
        _words(_add(_add(citations, "citation", eId=ids[provision.id]), "p"), provision)


def _provision(parent: etree._Element, provision: Provision, ids: Mapping[str, str]) -> None:
    element = _add(parent, ELEMENTS[provision.kind][0], eId=ids[provision.id])
    if number := label(provision):
        _add(element, "num").text = number
    if provision.heading is not None:
        _add(element, "heading").text = provision.heading
    if provision.text is not None:
        holds = _add(element, "intro" if provision.children else "content")
        _words(_add(holds, "p"), provision)
    for child in provision.children:
        _provision(element, child, ids)


def _words(paragraph: etree._Element, provision: Provision) -> None:
    """Put the verbatim words into ``paragraph``, the source's italics as ``i``."""
    plain = provision.text or ""
    last: etree._Element | None = None
    for part in provision.emphasis:
        before, found, plain = plain.partition(part)
        _append(paragraph, last, before)
        last = _add(paragraph, "i")
        last.text = found
    _append(paragraph, last, plain)


def _append(paragraph: etree._Element, last: etree._Element | None, words: str) -> None:
    if last is None:
        paragraph.text = words
    else:
        last.tail = words


def _lines(parent: etree._Element, lines: Iterable[str], kind: str | None = None) -> None:
    for line in lines:
        paragraph = _add(parent, "p", **({"class": kind} if kind else {}))
        paragraph.text = line


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
