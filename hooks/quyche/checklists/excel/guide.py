"""The sheet ``Hướng dẫn``: how to fill the workbook, what each answer means."""

from collections.abc import Iterator

from quyche.checklists.excel.book import Book
from quyche.checklists.excel.duties import MISSING_REASON, MISSING_REMEDY
from quyche.checklists.excel.remedies import SHEET as REMEDIES
from quyche.checklists.sheet import Sheet
from quyche.checklists.workbook import DUTIES_TAB, EDITORIAL, TITLE

WIDTHS = (5, 112)


def write_guide(book: Book) -> None:
    """Write the sheet."""
    page = book.page("Hướng dẫn", WIDTHS, numbered=False)
    sheet = book.sheet
    page.across(0, (0, 1), f"HƯỚNG DẪN GHI PHIẾU: {sheet.body_name}", 26, **TITLE)
    row = 1
    for number, step in enumerate(_steps(sheet), 1):
        page.text(row, 0, f"{number}.", align="center")
        size, height = page.fitted(row, step, WIDTHS[1])
        page.text(row, 1, step, font_size=size)
        page.sheet.set_row(row, height)
        row += 1
    for words in sheet.key.notices:
        size, height = page.fitted(row, words, WIDTHS[1], most=11)
        page.text(row, 1, words, **{**EDITORIAL, "font_size": size})
        page.sheet.set_row(row, height)
        row += 1
    page.sheet.print_area(0, 0, row - 1, 1)
    page.sheet.fit_to_pages(1, 1)


def _steps(sheet: Sheet) -> Iterator[str]:
    states = sheet.scale.states
    yield (
        "Ghi ở các ô nền vàng nhạt; phần đầu và phần ký cũng sửa được. Các ô khác đã khoá để giữ nguyên văn, không "
        "có mật khẩu. Nếu chữ bị che, kéo cho dòng cao hơn."
    )
    answers = "\n".join(f"– {state.label}: {state.definition}" for state in states)
    yield f"Cột “Tự đánh giá”: chọn một mức ở danh sách thả xuống.\n{answers}"
    reasons = ", ".join(f"“{state.label}”" for state in states if state.needs_reason)
    if reasons:
        yield f"Chọn {reasons} thì ghi lý do ở cột “Ghi chú”; cột “Kiểm tra” báo “{MISSING_REASON}” nếu còn trống."
    remedies = ", ".join(f"“{state.label}”" for state in states if state.needs_remedy)
    if remedies:
        yield (
            f"Chọn {remedies} thì ghi nguyên nhân và biện pháp, người chịu trách nhiệm, thời hạn ở hai cột ngoài "
            f"cùng bên phải; cột “Kiểm tra” báo “{MISSING_REMEDY}” nếu còn trống. Ba cột này không in ở trang "
            f"“{DUTIES_TAB}”: trang “{REMEDIES}” tự lấy các dòng cần khắc phục để in."
        )
    yield (
        "Chọn ô “Nội dung”, “Kết quả”, “Minh chứng” hoặc “Ghi chú” để xem cách hiểu, câu hỏi, gợi ý. Các lời đó do "
        "trang đề xuất, không thuộc văn bản. Minh chứng: ghi loại, số, ngày."
    )
    yield (f"Trang “Tổng hợp” tự cộng. {sheet.totals.share} “Tự xếp loại” do đơn vị ghi {sheet.totals.rating_note}.")
    yield (
        "Để xem riêng một số dòng, dùng nút lọc ở đầu cột. Để sắp xếp, bỏ khoá trang trước; muốn trở lại thứ tự cũ thì "
        "sắp xếp theo cột TT. Tổng hợp vẫn đúng khi đã lọc hay sắp xếp; chỉ chiều cao dòng và lời gợi ý ở ô không đi "
        "theo dòng."
    )
    yield (
        "Ghi năm vào chỗ chấm ở tiêu đề của phiếu. Không đổi tên trang tính, không xoá dòng, cột: nhờ các mã ẩn, tệp "
        "đã ghi mở lại được ở trang điền phiếu, bằng nút “Mở tệp”."
    )
