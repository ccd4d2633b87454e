"""How headings and numbers of official texts look: one match function for each, and nothing of any one text."""

import re
from dataclasses import dataclass

from quyche.importer.passage import Passage
from quyche.regulation.vocabulary import Kind
from quyche.vietnamese.letters import fold
from quyche.vietnamese.numerals import from_roman

ARTICLE = re.compile(r"(?:Điều|ĐIỀU|điều)\s*(\d{1,4}[a-zđ]?)(?!\w)\s*([.:)]*)\s*[-–—]?(?=\s|$|\w|[“\"(\[])")
HEADING = re.compile(
    r"(?P<word>PHẦN|CHƯƠNG|TIỂU\s+MỤC|MỤC)\s+(?P<num>THỨ\s+\w+|[IVXLC]+|\d{1,3})(?!\w)\s*(?P<sep>[.:]*)\s*(?P<dash>[-–—]*)",
    re.IGNORECASE,
)
HEADING_KINDS = {"PHẦN": Kind.PART, "CHƯƠNG": Kind.CHAPTER, "MỤC": Kind.SECTION, "TIỂU MỤC": Kind.SUBSECTION}
CLAUSE = re.compile(r"(\d{1,3}[a-zđ]?)(?!\w)(?:\s?[.)]+|\s?[-–—](?!\d))(?=\s|[^\W\d]|[“\"(\[])")
BARE_CLAUSE = re.compile(r"(\d{1,2})\s+(?=[^\W\d_])")
SUBNUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){1,3})(?:[.)]+|(?=\s))(?=\s|[^\W\d])")
POINT = re.compile(r"([a-zđ])\s?[.)](?=\s|\w|[“\"(\[])")
BULLET = re.compile(r"[-–—+•*]\s*(?=(?:[a-zđ]|\d{1,3}(?:\.\d{1,3})*)\s?[.)])")
BASIS = re.compile(
    r"\W*(?:căn cứ|xét (?:đề nghị|tờ trình)|theo đề nghị|thực hiện (?:luật|nghị|quy|kết luận))\b", re.IGNORECASE
)
DISTRIBUTION = re.compile(r"nơi nhận\s*:?(?!\w)", re.IGNORECASE)
ON_BEHALF = re.compile(
    r"(?:T\s?/?\s?M|K\s?/?\s?T|T\s?/?\s?L|T\s?/?\s?U\s?/?\s?Q|Q\s?\.?)\s?[./](?!\w*\d)|(?:TM|KT|TL|TUQ)\.?\s(?=[A-ZĐÀ-Ỹ]{2})"
)
TITLE_OF_TEXT = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|PHỤ LỤC|QUY TRÌNH|QUY CHUẨN|HƯỚNG DẪN|CHƯƠNG TRÌNH|ĐỀ ÁN|KẾ HOẠCH)(?!\w)"
)
LONGEST_POST = 80
LONGEST_TITLE = 160
ENDS = (".", ";", ":", "!", "?", "…", "./.")
CLOSERS = "”\"')]»"
FOLLOWED = frozenset((
    "bằng", "bởi", "cho", "chương", "các", "cùng", "của", "do", "dưới", "giữa", "hoặc", "khi", "khoản", "là", "mà",
    "mọi", "mỗi", "một", "mục", "như", "nhất", "những", "nếu", "sau", "theo", "thì", "trong", "trên", "tại", "từ",
    "và", "vào", "về", "với", "điều", "điểm", "được", "đến", "để",
))  # fmt: skip
"""Words that never end a sentence: what comes after a line that ends with one belongs to it."""


@dataclass(frozen=True)
class Mark:
    """A heading or number found at the beginning of a line: its words as printed, its number, and what follows."""

    kind: Kind
    num: str
    label: Passage
    rest: Passage


def article_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open an article; a citation (“Điều 5 của Luật này”) is none."""
    found = ARTICLE.match(passage.text)
    if not found:
        return None
    number, dots = found.groups()
    rest = passage.cut(found.end())
    if rest.text[:1].islower() or (
        rest.text and not dots and not rest.text[0].isupper() and rest.text[0] not in '“"(['
    ):
        return None
    label = passage.cut(0, found.end(2) if dots else found.end(1))
    return Mark(Kind.ARTICLE, _number(number), label, rest)


def heading_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open a Phần, Chương, Mục or Tiểu mục; a citation of one is none."""
    found = HEADING.match(passage.text)
    if not found:
        return None
    word = " ".join(found["word"].upper().split())
    number = " ".join(found["num"].split())
    roman = from_roman(number)
    if not number.isdecimal() and not fold(number).startswith("thu ") and (roman is None or not number.isupper()):
        return None
    rest = passage.cut(found.end())
    marked = bool(found["sep"] or found["dash"])
    if rest.text and (not rest.text[0].isalpha() or rest.text[0].islower() or not (marked or title_like(rest.text))):
        return None
    label = passage.cut(0, found.end("sep") if found["sep"] and not rest.text else found.end("num"))
    return Mark(HEADING_KINDS[word], _number(number) if number.isdecimal() else number, label, rest)


def clause_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open a khoản: ``1.``, ``1)``, ``1-``, also glued to its words."""
    found = CLAUSE.match(passage.text)
    return _mark(Kind.CLAUSE, found, passage) if found else None


def bare_clause_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open a khoản whose number lost its dot: ``1 Cá nhân …``."""
    found = BARE_CLAUSE.match(passage.text)
    return _mark(Kind.CLAUSE, found, passage) if found and passage.text[found.end()].isupper() else None


def subnumber_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open a numbered sub-item: ``2.1.``."""
    found = SUBNUMBER.match(passage.text)
    return _mark(Kind.POINT, found, passage) if found else None


def point_mark(passage: Passage) -> Mark | None:
    """Return the mark of a line that may open a điểm: ``a)``, ``đ)``."""
    found = POINT.match(passage.text)
    return _mark(Kind.POINT, found, passage) if found else None


def _mark(kind: Kind, found: re.Match[str], passage: Passage) -> Mark | None:
    rest = passage.cut(found.end())
    return Mark(kind, _number(found[1]), passage.cut(0, found.end()).cut(0), rest) if rest.text else None


def _number(number: str) -> str:
    return number.lstrip("0") or "0" if number.isdecimal() else number


def title_like(words: str) -> bool:
    """Tell whether ``words`` read as a title: in capitals, or short and without a sentence's end."""
    return words.isupper() or (len(words) <= LONGEST_TITLE and not is_finished(words) and words[:1].isupper())


def is_finished(words: str) -> bool:
    """Tell whether ``words`` end as a sentence or an item of a list does."""
    return words.rstrip(CLOSERS + " ").endswith(ENDS) or words.endswith(ENDS)


def leads_on(words: str) -> bool:
    """Tell whether ``words`` cannot be the end of anything: a comma, or a word that wants another."""
    last = words.rsplit(maxsplit=1)[-1] if words.split() else ""
    return last.endswith(",") or last.lower() in FOLLOWED


def opens_signature(words: str) -> bool:
    """Tell whether a line opens the signature: ``TM. …``, or a post in capitals."""
    is_post = words[0].isalpha() and words.isupper() and len(words.split()) > 1
    return bool(ON_BEHALF.match(words)) or (is_post and len(words) <= LONGEST_POST)
