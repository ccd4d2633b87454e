"""The report of an import: what was found, what was repaired, every error and every doubt with its line."""

from collections import Counter

from quyche.importer.importing import Imported
from quyche.importer.node import Finding
from quyche.regulation.index import Index
from quyche.regulation.vocabulary import Kind

SHOWN = 5
"""Repairs of one kind are told line by line up to this many; the rest stand in the data."""


def report(imported: Imported) -> str:
    """Return the report, for the person who must look at the result."""
    regulation = imported.regulation
    text = regulation.text
    counts = imported.counts
    found = [f"{counts[kind]} {kind.label}" for kind in Kind if counts[kind]]
    found += [f"{len(text.preamble)} đoạn căn cứ"] if text.preamble else []
    found += [f"{len(text.distribution.items)} dòng nơi nhận"] if text.distribution else []
    found += [f"{len(text.signature.lines)} dòng chữ ký"] if text.signature else []
    untitled = sum(1 for place in Index(regulation).articles if place.provision.heading is None)
    lines = [f"{regulation.title}", f"Tìm thấy: {', '.join(found)}."]
    if untitled:
        lines.append(f"{untitled} Điều không có tên: tạm gọi bằng mấy chữ đầu (short_title); biên tập đặt lại.")
    lines += imported.notes
    lines += _repairs(imported)
    lines += [f"Số trang đã bỏ: {', '.join(words for _, words in imported.pages)}."] if imported.pages else []
    lines += _told("Lỗi", imported.errors) + _told("Cần xem lại", imported.doubts)
    return "\n".join(lines)


def _repairs(imported: Imported) -> list[str]:
    repairs = imported.regulation.source.repairs
    reasons = Counter(repair.reason for repair in repairs)
    lines = (
        [f"Đã sửa {len(repairs)} chỗ của bản nguồn, ghi đủ ở source.repairs:"]
        if repairs
        else ["Không phải sửa chỗ nào của bản nguồn."]
    )
    for reason, count in reasons.most_common():
        places = [str(repair.line) for repair in repairs if repair.reason == reason]
        told = ", ".join(places[:SHOWN]) + (f" và {count - SHOWN} dòng khác" if count > SHOWN else "")
        lines.append(f"  {reason} Dòng {told}.")
    return lines


def _told(title: str, findings: tuple[Finding, ...]) -> list[str]:
    if not findings:
        return []
    return [f"{title} ({len(findings)}):", *(f"  dòng {finding.line}: {finding.message}" for finding in findings)]
