"""Every address of the site, from its root: what people link to and bookmark, so none ever changes.

A page's address ends in a slash, a file's does not. What shows an element adds ``#`` and its id; the ids of provisions
are those of ``regulation.citations.html_id``.
"""

from typing import Final

from quyche.regulation.citations import html_id
from quyche.regulation.index import Place
from quyche.regulation.model import Body, Provision

HOME: Final = ""

TEXT: Final = "quy-che/"
GLOSSARY: Final = "thuat-ngu/"
LINEAGE: Final = "luoc-do/"
INSTRUMENTS: Final = "tai-lieu/"
BODIES: Final = "co-quan/"
MATRIX: Final = "ma-tran/"
CALENDAR: Final = "lich/"
COMPARISONS: Final = "so-sanh/"

CHECKLISTS: Final = "tu-danh-gia/"
ROLLUP: Final = f"{CHECKLISTS}tong-hop/"

TEACHING: Final = "giang-day/"
EXERCISE: Final = f"{TEACHING}bai-tap/"
EXERCISE_KEY: Final = f"{EXERCISE}dap-an.json"
PRACTICE: Final = f"{TEACHING}luyen-tap/"
EXAM: Final = f"{TEACHING}de-kiem-tra/"
SITUATIONS: Final = f"{TEACHING}tinh-huong/"
HANDOUTS: Final = f"{TEACHING}phat-tay/"
QUESTIONS_SCRIPT: Final = f"{TEACHING}ngan-hang.js"
QUESTIONS_GIFT: Final = f"{TEACHING}cau-hoi.gift"
QUESTIONS_TABLE: Final = f"{TEACHING}cau-hoi.csv"
PRESENTATION: Final = "trinh-chieu/"
"""Below a lesson's page."""
PRESENTATION_PACK: Final = "trinh-chieu.zip"
"""Beside it."""

GUIDE: Final = "huong-dan/"
GUIDE_SEARCH: Final = f"{GUIDE}tim-kiem/"
GUIDE_FORM: Final = f"{GUIDE}tu-danh-gia/"
GUIDE_EDITORS: Final = f"{GUIDE}quy-che-cua-don-vi/"
GUIDE_PUBLISHING: Final = f"{GUIDE}dua-len-mang/"
ACCESSIBILITY: Final = f"{GUIDE}tiep-can/"
PROOF: Final = "do-phu/"

DATA: Final = "du-lieu/"
DATA_JSON: Final = f"{DATA}quy-che.json"
DATA_SCHEMA: Final = f"{DATA}quy-che.schema.json"
DATA_AKN: Final = f"{DATA}quy-che.akn.xml"
RECORD_SCHEMA: Final = f"{DATA}phieu-tu-danh-gia.schema.json"
ROLLUP_SCHEMA: Final = f"{DATA}tong-hop.schema.json"
REGULATION_SCHEMA: Final = f"{DATA}regulation.schema.json"

FONTS: Final = "assets/fonts/"
PAGE_FOOT: Final = "assets/css/page-foot.css"
SEARCH_DOCUMENTS: Final = "search/documents.json"

MANIFEST: Final = "app.webmanifest"
SERVICE_WORKER: Final = "sw.js"
NO_NETWORK: Final = "khong-co-mang.html"
HEADERS: Final = "_headers"
NGINX: Final = "may-chu/nginx.conf"


def article_path(article: Provision) -> str:
    """Return the address of an article's page."""
    return f"{TEXT}{html_id(article.id)}/"


def provision_address(place: Place) -> str:
    """Return where a provision stands: on its article's page, or in the whole text."""
    return f"{article_path(place.article) if place.article else TEXT}#{html_id(place.id)}"


def body_path(body: Body) -> str:
    """Return the address of a body's page."""
    return f"{BODIES}{body.id}/"


def checklist_path(body: Body) -> str:
    """Return the address of a body's checklist."""
    return f"{CHECKLISTS}{body.id}/"


def handout_path(body: Body) -> str:
    """Return the address of a body's handout."""
    return f"{HANDOUTS}{body.id}.pdf"


def term_id(term: str) -> str:
    """Return the HTML id of a term on the page of all terms."""
    return f"tn-{term}"


def term_address(term: str) -> str:
    """Return where the term with this id is explained."""
    return f"{GLOSSARY}#{term_id(term)}"


def instrument_id(instrument: str) -> str:
    """Return the HTML id of an instrument on the pages of all of them and of the lineage."""
    return f"vb-{instrument}"


def instrument_address(instrument: str) -> str:
    """Return where the instrument with this id is told of."""
    return f"{INSTRUMENTS}#{instrument_id(instrument)}"


def lesson_path(lesson: str) -> str:
    """Return the address of the page of the lesson with this id."""
    return f"{TEACHING}{lesson}/"


def comparison_path(name: str) -> str:
    """Return the address of the page of the comparison with this name."""
    return f"{COMPARISONS}{name}/"


def source_path(name: str) -> str:
    """Return the address of the raw source, a file called ``name``."""
    return f"{DATA}{name}"


def icon_path(size: int) -> str:
    """Return the address of the site's mark as a square of ``size`` pixels."""
    return f"assets/icons/{size}.png"
