"""The verbatim text as Akoma Ntoso 3.0, by the schema of OASIS akn-core v1.0.

Khoản are ``paragraph``, unnumbered đoạn ``alinea``; ids are those of the OASIS naming convention (akn-nc v1.0), with
articles, which are numbered through the whole text, as a context of their own. The schema wants a date and an author of
each level: what is not known is not made up, the date is then that on which the status was looked up, and says so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from lxml import etree
from lxml.builder import ElementMaker

from quyche.regulation.citations import label
from quyche.regulation.index import Index
from quyche.regulation.model import Provision, Regulation
from quyche.regulation.vocabulary import Kind

NAMESPACE: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
AKN: Final = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
"""Makes an element of its text, its children and its attributes."""
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
    text, ids = index.regulation.text, eids(index)
    parts = [_meta(index.regulation), AKN.preface(*_lines(text.front), eId="preface")]
    if text.preamble:
        cited = (AKN.citation(AKN.p(*_words(one)), eId=ids[one.id]) for one in text.preamble)
        parts.append(AKN.preamble(AKN.citations(*cited, eId="preamble__cits_1"), eId="preamble"))
    parts.append(AKN.body(*(_provision(one, ids) for one in text.body), eId="body"))
    ends: list[Any] = []
    if found := text.distribution:
        ends += _lines((found.heading, *found.items), "distribution")
    if signature := text.signature:
        ends += _lines(signature.lines, "signature")
    if ends:
        parts.append(AKN.conclusions(*ends, eId="conclusions"))
    root = AKN.akomaNtoso(AKN.act(*parts, name="quy-che"))
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


def _meta(regulation: Regulation) -> Any:  # noqa: ANN401 -- an element
    status = regulation.status
    work = f"/akn/{COUNTRY}/act/{regulation.id}"
    expression = f"{work}/{LANGUAGE}@{regulation.version}"
    main = f"{expression}/main.xml"
    looked_up = (status.as_of, "status-as-of")
    organizations = (("issuer", status.issuer or UNKNOWN), ("editors", "Ban biên tập"))
    return AKN.meta(
        AKN.identification(
            AKN.FRBRWork(
                *_core(f"{work}/!main", work, (status.issued, "issued") if status.issued else looked_up, "#issuer"),
                AKN.FRBRcountry(value=COUNTRY),
                *([AKN.FRBRnumber(value=status.number)] if status.number else ()),
                AKN.FRBRname(value=regulation.title),
            ),
            AKN.FRBRExpression(
                *_core(f"{expression}/!main", expression, looked_up, "#issuer"), AKN.FRBRlanguage(language=LANGUAGE)
            ),
            AKN.FRBRManifestation(*_core(main, main, looked_up, "#editors")),
            source="#editors",
        ),
        AKN.references(
            *(
                AKN.TLCOrganization(eId=eid, href=f"/akn/ontology/organization/{eid}", showAs=shown)
                for eid, shown in organizations
            ),
            source="#editors",
        ),
    )


def _core(this: str, uri: str, when: tuple[date, str], author: str) -> Iterator[Any]:
    yield AKN.FRBRthis(value=this)
    yield AKN.FRBRuri(value=uri)
    yield AKN.FRBRdate(date=when[0].isoformat(), name=when[1])
    yield AKN.FRBRauthor(href=author)


def _provision(provision: Provision, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 -- an element
    parts = []
    if number := label(provision):
        parts.append(AKN.num(number))
    if provision.heading is not None:
        parts.append(AKN.heading(provision.heading))
    if provision.text is not None:
        holds = AKN.intro if provision.children else AKN.content
        parts.append(holds(AKN.p(*_words(provision))))
    parts += (_provision(child, ids) for child in provision.children)
    return AKN(ELEMENTS[provision.kind][0], *parts, eId=ids[provision.id])


def _words(provision: Provision) -> Iterator[Any]:
    """Yield the verbatim words, the source's italics as ``i``."""
    plain = provision.text or ""
    for part in provision.emphasis:
        before, found, plain = plain.partition(part)
        yield from (before, AKN.i(found))
    yield plain


def _lines(lines: Iterable[str], kind: str = "") -> Iterator[Any]:
    return (AKN.p(line, **({"class": kind} if kind else {})) for line in lines)
