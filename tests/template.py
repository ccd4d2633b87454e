"""Make the Word template that we ship: a plain document with nothing in it but the page, the styles and the markers.

``python -m tests.template`` writes it. A project gets it as a file; no program makes it there, so this is not a part of
the package. ``tests/checklists/word/test_template.py`` holds the file against it.
"""

import io
import zipfile
from html import escape
from pathlib import Path

from quyche.archive import frozen
from quyche.checklists.word.names import BOTTOM, FOOT_MARKER, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP, Marker, Style
from quyche.checklists.word.xml import W14, W, twips

FONT = "Times New Roman"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FIXED_TIME = "2026-01-01T00:00:00Z"
RELATED = {"rId1": "styles", "rId2": "settings", "rId3": "header", "rId4": "header", "rId5": "footer", "rId6": "footer"}
FILES = {
    "rId1": "styles",
    "rId2": "settings",
    "rId3": "header1",
    "rId4": "header2",
    "rId5": "footer1",
    "rId6": "footer2",
}
STYLE_IDS = {
    Style.CELL: "PhieuO",
    Style.SMALL: "PhieuONho",
    Style.CHECK: "PhieuDanhDau",
    Style.HINT: "PhieuGoiY",
    Style.HEADING: "PhieuMuc",
    Style.TITLE: "PhieuTen",
    Style.ANNEX: "PhieuKemTheo",
    Style.FOOT: "PhieuChan",
}


def make_template() -> bytes:
    """Return our template: A4 landscape, Times New Roman, Vietnamese, nine markers and one in the feet."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in _files().items():
            archive.writestr(name, (DECLARATION + content).encode())
    return frozen(target.getvalue())


def _files() -> dict[str, str]:
    number = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr>{}</w:r>'
    field = "".join(
        number.format(piece)
        for piece in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    foot = _part("ftr", _paragraph(Style.FOOT, FOOT_MARKER))
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            {
                "rId1": (f"{OFFICE}/officeDocument", "word/document.xml"),
                "rId2": (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relations(
            {key: (f"{OFFICE}/{kind}", f"{FILES[key]}.xml") for key, kind in RELATED.items()}
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/header1.xml": _part(
            "hdr", f'<w:p><w:pPr><w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>{field}</w:p>'
        ),
        "word/header2.xml": _part("hdr", '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p>'),
        "word/footer1.xml": foot,
        "word/footer2.xml": foot,
    }


def _content_types() -> str:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings"}
    kinds |= {file: file[:-1] for file in ("header1", "header2", "footer1", "footer2")}
    overrides = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{TYPE}.{kind}+xml"/>' for file, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relations(related: dict[str, tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, (kind, target) in related.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>Mẫu phiếu tự đánh giá</dc:title><dc:description>Giữ các dấu chỗ [[…]], mỗi dấu một đoạn riêng, và "
        "các kiểu chữ có tên bắt đầu bằng “Phiếu”; phông, cỡ, lề và chữ ở ngoài các dấu chỗ sửa tùy ý.</dc:description>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{FIXED_TIME}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{FIXED_TIME}</dcterms:modified><dc:language>vi-VN</dc:language>'
        "</cp:coreProperties>"
    )


def _document() -> str:
    markers = "".join(_paragraph(None, marker) for marker in Marker)
    references = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{key}"/>'
        for kind, pages, key in (
            ("header", "default", "rId3"),
            ("header", "first", "rId4"),
            ("footer", "default", "rId5"),
            ("footer", "first", "rId6"),
        )
    )
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:w14="{W14}" xmlns:mc="{COMPATIBILITY}" mc:Ignorable="w14">'
        f"<w:body>{markers}<w:sectPr>{references}"
        f'<w:pgSz w:w="{twips(PAGE_WIDTH)}" w:h="{twips(PAGE_HEIGHT)}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{twips(TOP)}" w:right="{twips(RIGHT)}" w:bottom="{twips(BOTTOM)}" w:left="{twips(LEFT)}" '
        f'w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/><w:cols w:space="708"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )


def _part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{W}">{content}</w:{name}>'


def _paragraph(style: Style | None, words: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{STYLE_IDS[style]}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def _settings() -> str:
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),  # without it Word says “Compatibility Mode” and hangs tables out into the margin
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compatible}</w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _styles() -> str:
    fonts = " ".join(f'w:{letters}="{FONT}"' for letters in ("ascii", "hAnsi", "eastAsia", "cs"))
    kind = '<w:style w:type="{}" {}w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    hidden = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'
    plain = (
        kind.format("paragraph", 'w:default="1" ', "Normal", "Normal", "<w:qFormat/>"),
        kind.format("character", 'w:default="1" ', "DefaultParagraphFont", "Default Paragraph Font", hidden),
        kind.format(
            "table",
            'w:default="1" ',
            "TableNormal",
            "Normal Table",
            f'{hidden}<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>',
        ),
        kind.format("numbering", 'w:default="1" ', "NoList", "No List", hidden),
        kind.format("paragraph", "", "Header", "header", '<w:basedOn w:val="Normal"/>'),
        kind.format("paragraph", "", "Footer", "footer", '<w:basedOn w:val="Normal"/>'),
    )
    grey = '<w:color w:val="595959"/>'
    heading = '<w:keepNext/><w:spacing w:before="240" w:after="100"/><w:outlineLvl w:val="1"/>'
    own = (
        _style(Style.CELL, 12),
        _style(Style.SMALL, 11),
        _style(Style.CHECK, 10, paragraph='<w:spacing w:after="40"/>'),
        _style(Style.HINT, 9.5, before="<w:i/><w:iCs/>" + grey),
        _style(Style.HEADING, 13, before="<w:b/><w:bCs/>", paragraph=heading),
        _style(Style.TITLE, 14, before="<w:b/><w:bCs/>", paragraph='<w:jc w:val="center"/><w:outlineLvl w:val="0"/>'),
        _style(Style.ANNEX, 13, before="<w:i/><w:iCs/>", paragraph='<w:spacing w:after="120"/><w:jc w:val="center"/>'),
        _style(Style.FOOT, 8.5, before=grey),
    )
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="24"/>'
        '<w:szCs w:val="24"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f"{''.join(plain + own)}</w:styles>"
    )


def _style(name: Style, size: float, *, before: str = "", paragraph: str = "") -> str:
    """Return a style; ``before`` are the run properties that come before the size."""
    letters = f'<w:rPr>{before}<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/></w:rPr>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{STYLE_IDS[name]}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{letters}</w:style>'
    )


if __name__ == "__main__":
    Path("checklists/template.docx").write_bytes(make_template())
