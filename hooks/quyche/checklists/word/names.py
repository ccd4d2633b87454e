"""The names that a template and the writer agree on: markers, styles, measures of the page."""

from enum import StrEnum


class Style(StrEnum):
    """The paragraph styles that a template must have, by the names that Word shows."""

    CELL = "Phiếu ô"
    SMALL = "Phiếu ô nhỏ"
    CHECK = "Phiếu đánh dấu"
    HINT = "Phiếu gợi ý"
    HEADING = "Phiếu mục"
    TITLE = "Phiếu tên"
    ANNEX = "Phiếu kèm theo"
    FOOT = "Phiếu chân"


class Marker(StrEnum):
    """The places of the parts: each alone in a paragraph, outside tables."""

    HEAD = "[[đầu phiếu]]"
    UNIT = "[[đơn vị]]"
    SCALE = "[[cách ghi]]"
    DUTIES = "[[nhiệm vụ]]"
    LOG = "[[theo kỳ]]"
    TOTALS = "[[tổng hợp]]"
    REMARKS = "[[hạn chế]]"
    OPINION = "[[thẩm định]]"
    SIGNATURES = "[[chữ ký]]"


FOOT_MARKER = "[[chân phiếu]]"
"""In every foot of the pages that hold the parts."""

PAGE_WIDTH, PAGE_HEIGHT = 297, 210
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
LEAST_WIDTH = 240
"""Millimetres between the margins of a template; narrower, the columns would be too narrow to write in."""
