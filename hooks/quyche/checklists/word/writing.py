"""Put the parts of a checklist in the places of a template."""

import copy
import io
from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from quyche.archive import frozen
from quyche.checklists.sheet import Sheet
from quyche.checklists.word.heads import head, scale, signatures, unit
from quyche.checklists.word.names import FOOT_MARKER, TEXT_WIDTH, Marker, Style
from quyche.checklists.word.parts import duties, log, opinion, remarks, totals
from quyche.checklists.word.template import Place, Template, feet, is_marker, open_template, set_words, text_width
from quyche.checklists.word.xml import W14, W, paragraph

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

LONGEST_PROPERTY = 255
PARTS: dict[Marker, Callable[[Sheet, float], str]] = {
    Marker.HEAD: head,
    Marker.UNIT: unit,
    Marker.SCALE: scale,
    Marker.DUTIES: duties,
    Marker.LOG: log,
    Marker.TOTALS: totals,
    Marker.REMARKS: remarks,
    Marker.OPINION: opinion,
    Marker.SIGNATURES: signatures,
}


def write_word(sheet: Sheet, template: bytes) -> bytes:
    """Return ``sheet`` as a Word document made from ``template``.

    Raises:
        DataError: the template cannot be used; it holds all that it lacks.
    """
    opened = open_template(template, "template.docx")
    for marker, build in PARTS.items():
        place = opened.places[marker][0]
        width = text_width(place.section) or TEXT_WIDTH
        _replace(place, _elements(build(sheet, width), opened), opened)
    _fill_feet(opened, sheet)
    _describe(opened, sheet)
    target = io.BytesIO()
    opened.document.save(target)
    return frozen(target.getvalue())


def _elements(pieces: str, template: Template) -> list["BaseOxmlElement"]:
    """Return ``pieces`` as elements, with the template's own ids of the styles."""
    body = parse_xml(f'<w:body xmlns:w="{W}" xmlns:w14="{W14}">{pieces}</w:body>')
    for style in body.iter(qn("w:pStyle")):
        style.set(qn("w:val"), template.styles[style.get(qn("w:val"), "")])
    # Copies: lxml moves an element from one document to another in a time that grows as the square of its size.
    children: list[Any] = [copy.deepcopy(child) for child in body.iterchildren()]
    return children


def _replace(place: Place, elements: list["BaseOxmlElement"], template: Template) -> None:
    """Put ``elements`` where the marker stands; a paragraph between two tables keeps Word from joining them."""
    marker, table = place.element, qn("w:tbl")
    before = marker.getprevious()
    if before is not None and before.tag == table and elements[0].tag == table:
        marker.addprevious(_gap(template))
    for element in elements:
        marker.addprevious(element)
    after = marker.getnext()
    if elements[-1].tag == table and (after is None or after.tag in (table, qn("w:sectPr"))):
        marker.addprevious(_gap(template))
    if marker.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        template.document.element.body.remove(marker)
        return
    for child in list(marker):  # the paragraph ends a section, so it stays
        if child.tag != qn("w:pPr"):
            marker.remove(child)


def _gap(template: Template) -> "BaseOxmlElement":
    return _elements(paragraph("", Style.FOOT, height=1), template)[0]


def _fill_feet(template: Template, sheet: Sheet) -> None:
    """Put the foot line in every foot that the template marks."""
    for section in template.document.sections:
        for _, foot in feet(template.document, section):
            for line in foot.paragraphs:
                if is_marker(line.text, FOOT_MARKER):
                    set_words(line, sheet.foot_line)


def _describe(template: Template, sheet: Sheet) -> None:
    """Write what the sheet is into its properties, so that a filled one can be read back; no clock is asked."""
    regulation = sheet.regulation
    properties = template.document.core_properties
    properties.title = sheet.name[:LONGEST_PROPERTY]
    properties.subject = f"{regulation.title}, {regulation.status}"[:LONGEST_PROPERTY]
    properties.identifier = f"{regulation.id}/{sheet.body}/{sheet.schema_version}"[:LONGEST_PROPERTY]
    properties.version = f"{regulation.version} {regulation.sha256}"[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = sheet.author
    properties.comments = sheet.disclaimer[:LONGEST_PROPERTY]
    properties.language = "vi-VN"
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(sheet.document_date, time(), UTC)
