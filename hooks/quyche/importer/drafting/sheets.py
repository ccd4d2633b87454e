"""A first set-up of the sheets where there is none: plain words and one plain letterhead, for a person to mend."""

from quyche.importer.drafting.wordlists import ASSESSMENT
from quyche.importer.writing import section_yaml
from quyche.regulation.index import Index
from quyche.vietnamese.letters import fold

CHECKLIST = """\
# What every sheet says; proposed by a program, to be confirmed.
schema_version: 1
title: {title}
basis: {basis}
disclaimer: Phiếu do ban biên tập trang soạn, không phải mẫu ban hành, không thay thế văn bản.
warnings:
  - Phần in nghiêng và các cột để ghi do trang đề xuất, không thuộc văn bản.
  - Không ghi nội dung mật, thông tin người khiếu nại, tố cáo.
rating: theo quy định hiện hành
scale:
  id: four-states
  states:
    - id: done
      label: Đã thực hiện
      definition: Đã làm đủ các việc nêu trong nội dung; có minh chứng.
      counts_as_done: true
    - id: partly
      label: Thực hiện một phần
      short: Một phần
      definition: Mới làm được một phần, hoặc đã làm nhưng chưa đủ minh chứng.
      needs_remedy: true
    - id: not-done
      label: Chưa thực hiện
      definition: Trong năm có việc phải làm nhưng chưa làm.
      needs_remedy: true
    - id: not-arisen
      label: Không phát sinh
      definition: Trong năm không có việc này; phải ghi lý do; không tính vào tỷ lệ.
      excluded: true
      needs_reason: true
"""
FAMILIES = """\
# How the papers of a unit begin and end; proposed by a program, to be confirmed.
schema_version: 1
families:
  - id: plain
    label: Thể thức chung (cần đối chiếu)
    source: Cần đối chiếu với quy định về thể thức của đơn vị
    right:
      - {text: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, size: 12}
      - {text: Độc lập - Tự do - Hạnh phúc, size: 13}
    left_size: 12
    left_rule: 0.4
    number: "Số:"
    number_size: 13
    date_size: 13
    page_size: 13
    title_size: 14
    subject_size: 14
    sign_size: 13
    position_bold: true
    signed_name: Họ và tên
    copies: {size: 12, style: bold-italic, list_size: 11, separator: ";"}
"""


def checklist_yaml(index: Index) -> str:
    """Return a first ``checklist.yaml``: the sheets rest on the article that speaks of assessment, or the last one."""
    articles = [place for place in index.articles if place.provision.heading]
    basis = next(
        (place for words in ASSESSMENT for place in articles if words in fold(place.provision.heading or "")),
        index.articles[-1],
    )
    title = f"Phiếu tự đánh giá kết quả thực hiện {index.regulation.short_title}"
    return CHECKLIST.format(title=_quoted(title), basis=basis.id)


def letterheads_yaml(index: Index) -> str:
    """Return a first ``letterheads.yaml`` with one letterhead, full of blanks, for all bodies that have a sheet."""
    letterhead = {
        "id": "chua-dat",
        "label": "Chưa đặt (cần đối chiếu)",
        "bodies": [body.id for body in index.regulation.bodies if body.checklist],
        "family": "plain",
        "issuer": ["TÊN CƠ QUAN, ĐƠN VỊ"],
        "symbol": "……",
        "position": "CHỨC VỤ NGƯỜI KÝ",
    }
    return FAMILIES + section_yaml("letterheads", [letterhead])


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
