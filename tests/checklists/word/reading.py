"""The Word sheets, read back with python-docx and lxml."""

import io
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from lxml import etree

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex text checkbox",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "styles": "docDefaults latentStyles style",
}
"""The order of children that Word's schema demands; LibreOffice and python-docx do not mind another, Word does."""


def opened(data: bytes) -> DocumentObject:
    return Document(io.BytesIO(data))


def saved(document: DocumentObject) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def duty_rows(document: DocumentObject) -> list[list[list[str]]]:
    """Return the lines of parts I to III: of each cell the words of its paragraphs."""
    return [
        [[paragraph.text for paragraph in cell.paragraphs] for cell in row.cells]
        for table in document.tables
        if table.rows[0].cells[0].text == "TT"
        for row in table.rows[1:]
    ]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def controls(document: DocumentObject) -> Iterator[tuple[str, etree._Element]]:
    for control in document.element.body.iter(qn("w:sdt")):
        yield child(child(control, "w:sdtPr"), "w:tag").get(qn("w:val"), ""), control


def members(data: bytes) -> list[tuple[str, bytes]]:
    """Return the parts of an office file; how tightly they are packed is up to the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def child(element: etree._Element, tag: str) -> etree._Element:
    found = element.find(qn(tag))
    assert found is not None
    return found


def words_of(control: etree._Element) -> str:
    return "".join(text.text or "" for text in control.iter(qn("w:t")))


def everything(document: DocumentObject) -> str:
    """Return all words, those in controls too."""
    return "\n".join(words_of(paragraph) for paragraph in document.element.body.iter(qn("w:p")))


def misplaced(data: bytes) -> list[str]:
    """Return where the children of an element do not stand in the order of the schema."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.startswith("word/") or not name.endswith(".xml"):
                continue
            for element in etree.fromstring(archive.read(name)).iter(etree.Element):
                tag = etree.QName(element).localname
                names = [etree.QName(child).localname for child in element.iterchildren(etree.Element)]
                if tag in ORDER:
                    order = ORDER[tag].split()
                    places = [order.index(child) if child in order else -1 for child in names]
                    if -1 in places or places != sorted(places):
                        found.append(f"{name}: {tag}: {names}")
                if tag == "tc" and (len(names) < 2 or names[-1] != "p"):
                    found.append(f"{name}: a cell must end in a paragraph: {names}")
                if tag == "body" and ("tbl", "tbl") in pairwise(names):
                    found.append(f"{name}: Word joins tables that touch")
    return found
