"""The roll-up in Chromium: fifty files give the figures that Python works out from the same answers."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from quyche.addresses import ROLLUP
from quyche.checklists.sheet import Sheet
from tests.browser.looking import OVERFLOW, violations
from tests.browser.visiting import Visit, Visitor, settled, until
from tests.timing import IN_A_PAGE, ratio
from tests.tong_hop.making import (
    Record,
    fifty,
    figures,
    lines_of,
    on_disk,
    payload,
    percent,
    record,
    share_words,
    states_of,
    workbook,
)

EXCEL = frozenset(range(4, 50, 9))
MEASURED = "performance.getEntriesByName('tong-hop').at(-1).duration"
MOST = 50
"""How many times as long fifty files may take: two seconds on a quiet machine."""


@pytest.fixture(scope="module")
def made(checklists: tuple[Sheet, ...]) -> list[Record]:
    """Return fifty records."""
    return fifty(checklists)


@pytest.fixture(scope="module")
def files(checklists: tuple[Sheet, ...], made: list[Record]) -> list[FilePayload]:
    """Return them as files, some of them Excel."""
    known = {one.body: one for one in checklists}
    return [
        payload(workbook(known[one["body"]], one), f"phiếu {number}.xlsx")
        if number in EXCEL
        else payload(one, f"phiếu {number}.json")
        for number, one in enumerate(made)
    ]


def give(page: Page, files: list[FilePayload] | list[Path]) -> None:
    """Choose ``files`` and wait until they have been read."""
    before = page.locator("#bao-nap").inner_text()
    page.set_input_files("#chon-tep", files)
    expect(page.locator("#bao-nap")).not_to_have_text(before)
    expect(page.locator("#bao-nap")).not_to_contain_text("Đang đọc")


def told(page: Page) -> Locator:
    """Return what a screen reader is told."""
    return page.get_by_role("status").and_(page.locator("#bao-nap"))


def rows(page: Page, table: str) -> list[list[str]]:
    """Return the words of each row of the tables of a kind."""
    script = "all => all.map((row) => [...row.cells].map((cell) => cell.textContent))"
    found: list[list[str]] = page.locator(f"table.{table} tbody tr").evaluate_all(script)
    return found


def quiet(visit: Visit, asked: list[str]) -> None:
    """Check that the page complained of nothing and asked for nothing since ``asked``."""
    assert visit.complaints == []
    assert [url for url in visit.requests[len(asked) :] if not url.startswith(("blob:", "data:"))] == []


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_fifty_files_roll_up_to_the_figures_of_python(  # noqa: PLR0913, PLR0917 -- fixtures
    visit: Visitor,
    request: pytest.FixtureRequest,
    checklists: tuple[Sheet, ...],
    made: list[Record],
    files: list[FilePayload],
    scheme: str,
) -> None:
    root = request.getfixturevalue("address" if scheme == "http" else "disk")
    opened = visit(f"{root}{ROLLUP}" if scheme == "http" else f"{root}{ROLLUP}index.html")
    page = opened.page
    settled(page)
    asked = list(opened.requests)
    give(page, files)
    expect(told(page)).to_have_text("Đã có 50 phiếu đọc được của 50 đơn vị; từ chối 0 tệp.")
    check_time(page, files)
    known = {one.body: one for one in checklists}
    check_units(page, known, made)
    check_lines(page, known, made)
    whole = figures(chain.from_iterable(states_of(one, lines_of(known[one["body"]])) for one in made))
    standing = page.locator("#tinh-hinh").inner_text().replace(".", "")
    assert f"Đã trả lời {whole.answered}/{whole.lines} dòng" in standing
    assert f"“Đã thực hiện”: {share_words(whole)} số dòng áp dụng" in standing
    assert f"TẠM TÍNH: còn {whole.lines - whole.answered} dòng chưa trả lời" in standing
    assert not [key for key in page.evaluate("() => Object.keys(localStorage)") if key.startswith("quyche:")]
    quiet(opened, asked)


def check_time(page: Page, files: list[FilePayload]) -> None:
    """Check how long fifty files took beside the yardstick."""

    def again() -> float:
        page.get_by_role("button", name="Bỏ tất cả").click()
        give(page, files)
        return float(page.evaluate(MEASURED))

    first = iter([float(page.evaluate(MEASURED))])
    assert ratio(lambda: next(first, None) or again(), lambda: float(page.evaluate(IN_A_PAGE)), below=MOST) < MOST


def check_units(page: Page, known: dict[str, Sheet], made: list[Record]) -> None:
    """Compare each unit's row with Python's figures, part by part."""
    shown = {row[0]: row[1:] for row in rows(page, "by-unit")}
    for one in made:
        checklist = known[one["body"]]
        parts = [figures(states_of(one, lines_of(part))) for part in checklist.parts]
        whole = figures(states_of(one, lines_of(checklist)))
        answered, *shares = shown[one["unit"]["name"]]
        assert answered == f"{whole.answered}/{whole.lines}"
        for share, expected in zip(shares, [*parts, whole], strict=True):
            assert share.startswith(share_words(expected))
            assert ("TẠM TÍNH" in share) == (expected.answered < expected.lines)
            if expected.answered < expected.lines:
                most = expected.applicable + expected.lines - expected.answered
                blank = expected.lines - expected.answered
                assert f"TẠM TÍNH {percent(expected.done, most)} – {percent(expected.done + blank, most)}" in share
    assert sum(row[0].startswith("Cộng ") for row in rows(page, "by-unit")) == len(known)


def check_lines(page: Page, known: dict[str, Sheet], made: list[Record]) -> None:
    """Compare each line's row of every checklist, and the lines most often not done, with Python's figures."""
    page.get_by_label("Phiếu", exact=True).select_option("*")
    undone: dict[str, int] = {}
    expected = []
    for checklist in known.values():
        units = [one for one in made if one["body"] == checklist.body]
        for code in lines_of(checklist):
            found = figures(state for one in units for state in states_of(one, [code]))
            states = [str(found.states.get(state.id, 0)) for state in checklist.scale.states]
            left = found.applicable - found.done
            expected.append([f"{left}/{found.applicable} đơn vị", *states, str(found.lines - found.answered)])
            undone[code] = undone.get(code, 0) + left
    shown = [row[2:-1] for row in rows(page, "lines") if len(row) > 1]
    ranked = len(shown) - len(expected)
    assert shown[ranked:] == expected
    counts = [int(row[0].split("/")[0]) for row in shown[:ranked]]
    assert counts == sorted(undone.values(), reverse=True)[:ranked]
    assert ranked == 15


def refusals(checklist: Sheet) -> list[tuple[str, object, str]]:
    """Return files that must be refused: name, what is in it, words of the reason."""
    good = record(checklist, "Xã A", 1)
    other = good["regulation"] | {"id": "quy-che-b"}
    return [
        ("hong.json", b"{", "không phải phiếu đã lưu từ trang thông tin này, hoặc đã bị hỏng"),
        ("rong.json", b"", "Tệp rỗng"),
        ("anh.png", b"\x89PNG\r\n\x1a\n", "không phải phiếu đã lưu từ trang"),
        ("khac.json", {"a": 1}, "không phải phiếu tự đánh giá"),
        ("moi.json", good | {"format_version": 2}, "bản mới hơn của trang"),
        ("quy-che-khac.json", good | {"regulation": other}, "quy chế khác (quy-che-b)"),
        ("co-quan-la.json", good | {"body": "so-la"}, "không có trên trang thông tin này (so-la)"),
        ("sai.json", good | {"year": "2025"}, "có chỗ không đúng (year)"),
        ("to.json", b" " * (20 * 1024 * 1024 + 1), "Tệp quá lớn"),
        ("hoi-to.json", b" " * (6 * 1024 * 1024), "Tệp quá lớn"),
        ("zip.xlsx", b"PK\x03\x04hong", "không phải tệp Excel (.xlsx)"),
    ]  # fmt: skip


def test_each_refused_file_is_named_with_its_reason(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...], tmp_path: Path
) -> None:
    page = visit(rollup).page
    bad = refusals(checklists[0])
    no_year = workbook(checklists[0], record(checklists[0], "Xã A", 1) | {"year": None})
    bad.append(("khong-nam.xlsx", no_year, "chưa ghi năm"))
    good = record(checklists[0], "Xã B", 2)
    more = [payload(good, "tot.json"), payload(good, "tot-2.json")]
    give(page, on_disk(tmp_path, [*(payload(data, name) for name, data, _ in bad), *more]))
    expect(told(page)).to_have_text(f"Đã có 1 phiếu đọc được của 1 đơn vị; từ chối {len(bad) + 1} tệp.")
    found = {name: reason for name, reason, _ in rows(page, "refused")}
    assert set(found) == {name for name, _, _ in bad} | {"tot-2.json"}
    assert found["tot-2.json"] == "Giống hệt tệp tot.json đã nạp, nên chỉ tính một lần."
    for name, _, reason in bad:
        assert reason in found[name], name
    give(page, [payload(good, "tot.json")])
    expect(told(page)).to_contain_text("1 tệp đã nạp từ trước.")
    assert len(rows(page, "register")) == 1


def test_only_refused_files_leave_a_page_that_says_so(visit: Visitor, rollup: str) -> None:
    page = visit(rollup).page
    give(page, [payload(b"{", "hong.json")])
    expect(page.get_by_role("heading", name="Theo đơn vị và phần")).to_be_hidden()
    expect(page.get_by_role("button", name="Lưu kết quả")).to_be_hidden()
    expect(page.locator("table.refused")).to_be_visible()
    page.get_by_role("button", name="Bỏ tệp: hong.json").click()
    expect(page.locator("#ket-qua")).to_be_hidden()
    expect(told(page)).to_have_text("Đã bỏ tệp hong.json.")


def test_a_unit_that_comes_twice_counts_once_and_the_reader_chooses(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    page = visit(rollup).page
    draft = record(checklists[0], "Đảng uỷ xã Hoà Bình", 9)
    final = record(checklists[0], "ĐẢNG ỦY XÃ HÒA BÌNH", 3, blank=0)
    give(page, [payload(draft, "nháp.json"), payload(final, "xong.json")])
    expect(told(page)).to_contain_text("của 1 đơn vị; từ chối 0 tệp. Có 1 đơn vị nộp nhiều tệp cho một năm")
    choice = page.get_by_role("group", name="2 tệp. Chọn tệp được tính")
    expect(choice.get_by_role("radio", name="xong.json")).to_be_checked()

    def counted() -> str:
        ((_, answered, *_),) = [row for row in rows(page, "by-unit") if len(row) > 1]
        return answered

    lines = lines_of(checklists[0])
    assert counted() == f"{len(lines)}/{len(lines)}"
    assert [row[0] for row in rows(page, "register") if "Không tính" in row[6]] == ["Đảng uỷ xã Hoà Bình"]
    choice.get_by_role("radio", name="xong.json").press("ArrowDown")
    assert counted() == f"{sum(code in draft['answers'] for code in lines)}/{len(lines)}"
    expect(choice.get_by_role("radio", name="nháp.json")).to_be_focused()
    assert page.locator("#tinh-hinh").inner_text().startswith("Năm 2025: 1 đơn vị")


def test_who_is_missing_from_a_list(visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]) -> None:
    page = visit(rollup).page
    page.get_by_text("Đối chiếu với danh sách").click()
    page.get_by_label("Danh sách đơn vị").fill("Xã A\nxã b\tghi chú\nXã C")
    give(page, [payload(record(checklists[0], name, 1), f"{name}.json") for name in ("Xã A", "Xã B", "Xã D")])
    expect(page.get_by_role("heading", name="Chưa nộp năm 2025: 1/3 đơn vị")).to_be_visible()
    assert page.locator(".missing .names").first.locator("li").all_inner_texts() == ["Xã C"]
    page.get_by_text("Đã nộp nhưng không có trong danh sách: 1").click()
    expect(page.locator(".missing details li")).to_have_text("Xã D")
    page.get_by_label("Danh sách đơn vị").fill("Xã A")
    expect(page.get_by_text("Cả 1 đơn vị trong danh sách đã nộp phiếu năm 2025.")).to_be_visible()


def test_an_older_text_is_marked_and_rows_left_out_of_excel_are_told(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    page = visit(rollup).page
    old = record(checklists[0], "Xã A", 1)
    old["regulation"] = old["regulation"] | {"version": "0", "sha256": "0" * 64}
    old["answers"]["d99.1"] = {"state": "done"}
    filled = record(checklists[0], "Xã B", 2, blank=0)
    sheet = payload(broken_row(checklists[0], filled), "b.xlsx")
    give(page, [payload(old, "a.json"), sheet])
    first, second = rows(page, "register")
    assert "Tệp được lưu theo bản 0 của quy chế" in first[6]
    assert "d99.1" in first[6]
    assert "Bỏ qua 1 dòng của tệp Excel: dòng " in second[6]
    assert "mức “Tốt” không có trong thang đánh giá" in second[6]
    assert second[3] == "Excel"
    lines = len(lines_of(checklists[0]))
    assert second[4] == f"{lines - 1}/{lines}"


def broken_row(checklist: Sheet, made: Record) -> bytes:
    """Return a filled workbook with an answer of another scale in one line."""
    scale = checklist.scale
    first, *rest = scale.states
    strange = scale.model_copy(update={"states": (first.model_copy(update={"label": "Tốt"}), *rest)})
    (code, *_) = made["answers"]
    plain = made | {"answers": {key: value | {"state": "partly"} for key, value in made["answers"].items()}}
    plain["answers"][code] = {"state": first.id}
    return workbook(checklist, plain, strange)


def test_years_are_compared_and_remedies_stand_by_deadline(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    page = visit(rollup).page
    one, two, three, *_ = [line.id for line in checklists[0].rows]

    def remedy(deadline: str | None, *, done: bool = False) -> dict[str, Any]:
        return {"state": "partly", "remedy": {"action": f"Việc {deadline}", "deadline": deadline, "done": done}}

    now = record(checklists[0], "Xã A", 1) | {"final": False}
    now["answers"] = {one: remedy("2026-03-01"), two: remedy("2026-06-15"), three: {"state": "done"}}
    before = record(checklists[0], "Xã A", 1, year=2023)
    before["answers"] = {one: {"state": "done"}, two: {"state": "partly"}, three: {"state": "partly"}}
    other = record(checklists[0], "Xã B", 1)
    other["answers"] = {one: remedy(None), two: remedy("2026-01-01", done=True), three: {"state": "not-done"}}
    give(page, [payload(now, "1.json"), payload(before, "2.json"), payload(other, "3.json")])
    ((_, _, earlier, latest, both, gained, lost),) = rows(page, "years")
    assert (gained, lost, both) == ("1", "1", "3 dòng: trước đã làm 1, nay 1")
    assert earlier.startswith("2023: 1/3 = 33,3%TẠM TÍNH")
    assert latest.startswith("1/3 = 33,3%TẠM TÍNH")

    def boxes() -> dict[str, list[str]]:
        script = """all => all.map((box) =>
          [box.dataset.box, [...box.querySelectorAll("tbody th")].map((head) => head.textContent)])"""
        return dict(page.locator("[data-box]").evaluate_all(script))

    assert boxes() == {"dated": ["01/3/2026", "15/6/2026"], "undated": ["–"], "done": ["01/01/2026"]}
    page.get_by_label("Tính quá hạn đến ngày").fill("2026-06-15")
    page.get_by_label("Tính quá hạn đến ngày").dispatch_event("change")
    assert boxes() == {"overdue": ["01/3/2026"], "ahead": ["15/6/2026"], "undated": ["–"], "done": ["01/01/2026"]}
    expect(page.get_by_text("1 dòng cần biện pháp khắc phục mà phiếu chưa ghi.")).to_be_visible()
    page.get_by_label("Năm tổng hợp").select_option("2023")
    assert page.locator("#tinh-hinh").inner_text().startswith("Năm 2023: 1 đơn vị")
    expect(page.get_by_text("Chưa có đơn vị nào có cả phiếu năm 2023")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_full_page_is_accessible_and_at_home_on_a_phone(
    visit: Visitor,
    rollup: str,
    files: list[FilePayload],
    scheme: Any,  # noqa: ANN401 -- of Playwright
) -> None:
    page = visit(rollup, scheme=scheme).page
    page.get_by_text("Đối chiếu với danh sách").click()
    page.get_by_label("Danh sách đơn vị").fill("Xã A")
    give(page, [*files[:5], files[16], payload(b"{", "hỏng.json")])
    assert violations(page, scheme) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(OVERFLOW) == [0]


TAKEN_AWAY = """
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    return this.name === "mat.json" ? Promise.reject(new DOMException("", "NotReadableError")) : read.call(this);
  };
"""


def test_a_file_taken_away_after_it_was_chosen_is_named_and_the_others_are_read(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    found = visit(rollup, script=TAKEN_AWAY)
    data = record(checklists[0], "Xã A", 1)
    give(found.page, [payload(data, "mat.json"), payload(data, "con.json")])
    expect(told(found.page)).to_have_text("Đã có 1 phiếu đọc được của 1 đơn vị; từ chối 1 tệp.")
    ((name, reason, _),) = rows(found.page, "refused")
    assert (name, reason.split(":")[0]) == ("mat.json", "Không mở được tệp")
    assert found.complaints == []


DROP_TWICE = """words => {
  for (const [name, text] of words) {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], name));
    document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true }));
    dropped.items.clear(); // a browser takes the list away when the drop has been told
  }
}"""


def test_files_dropped_while_others_are_being_read_are_taken(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    page = visit(rollup).page
    files = [payload(record(checklists[0], unit, 1), f"{unit}.json") for unit in ("a", "b")]
    page.evaluate(DROP_TWICE, [(file["name"], file["buffer"].decode()) for file in files])
    expect(told(page)).to_contain_text("Đã có 2 phiếu")


def test_files_can_be_dropped_and_the_picker_takes_the_keyboard(
    visit: Visitor, rollup: str, checklists: tuple[Sheet, ...]
) -> None:
    page = visit(rollup).page
    words = payload(record(checklists[0], "Xã A", 1), "a.json")["buffer"].decode()
    transfer = page.evaluate_handle(
        "words => { const all = new DataTransfer(); all.items.add(new File([words], 'a.json')); return all; }", words
    )
    page.dispatch_event("h1", "drop", {"dataTransfer": transfer})
    expect(told(page)).to_contain_text("Đã có 1 phiếu")
    page.evaluate("""() => document.getElementById("chon-tep").addEventListener("click", (event) => {
      event.preventDefault();
      window.asked = (window.asked || 0) + 1;
    })""")
    page.locator("#chon-tep").press("Enter")  # what opens the browser's own window
    until(page, "window.asked === 1")
