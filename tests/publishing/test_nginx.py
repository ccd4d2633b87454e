"""The configuration for nginx that the site brings, tried with nginx itself."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quyche.publishing.policy import HEADERS
from tests.browser.visiting import Visitor, settled, until
from tests.publishing.serving import Answer, Server, behind_nginx
from tests.site.building import Site

UTF_8 = "; charset=utf-8"
OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "html": "text/html" + UTF_8,
    "css": "text/css" + UTF_8,
    "js": "text/javascript" + UTF_8,
    "csv": "text/csv" + UTF_8,
    "txt": "text/plain" + UTF_8,
    "gift": "text/plain" + UTF_8,
    "conf": "text/plain" + UTF_8,
    "xml": "application/xml" + UTF_8,
    "json": "application/json",
    "webmanifest": "application/manifest+json",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "gz": "application/gzip",
    "docx": OFFICE + "wordprocessingml.document",
    "xlsx": OFFICE + "spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pptx": OFFICE + "presentationml.presentation",
    "woff2": "font/woff2",
    "png": "image/png",
    "svg": "image/svg+xml",
}
SQUEEZED = ("html", "css", "js", "json", "csv", "xml", "svg", "webmanifest")
AS_THEY_ARE = ("png", "woff2", "pdf", "docx", "xlsx", "ods", "pptx", "zip")
PATHS = (
    *("", "quy-che/dieu-5/", "ma-tran/", "tu-danh-gia/", "tu-danh-gia/tong-hop/", "giang-day/luyen-tap/"),
    *("luoc-do/", "thuat-ngu/", "khong/co/trang/nay/"),
)


@pytest.fixture(scope="module")
def server(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give our site behind nginx."""
    with behind_nginx(site.folder, tmp_path_factory.mktemp("nginx")) as found:
        yield found


def with_ending(site: Site, ending: str) -> str:
    """Return the address of the largest file with ``ending``: small ones need not be compressed."""
    files = [path for path in site.folder.rglob(f"*.{ending}") if path.is_file()]
    return "/" + max(files, key=lambda path: path.stat().st_size).relative_to(site.folder).as_posix()


def missing_headers(answer: Answer) -> set[str]:
    return {name for name, value in HEADERS.items() if answer.headers.get(name.lower()) != value}


def test_every_file_is_served_with_its_type_and_all_headers(site: Site, server: Server) -> None:
    found = {}
    paths = [path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()]
    assert len(paths) > 150
    for path in paths:
        answer = server.ask(f"/{path}", "HEAD")
        ending = path.rsplit(".")[-1] if "." in path else ""
        expected = TYPES[ending] if ending else "application/octet-stream"
        found[path] = (answer.status, answer.headers["content-type"] == expected, missing_headers(answer))
    assert {path: what for path, what in found.items() if what != (200, True, set())} == {}


def test_what_is_not_there_answers_with_our_page_that_no_browser_keeps(site: Site, server: Server) -> None:
    for path in ("/khong-co/", "/assets/", "/assets/js/app.00000000.js", "/quy-che/dieu-5/khong-co.pdf"):
        answer = server.ask(path)
        assert answer.status == 404
        assert answer.body == (site.folder / "404.html").read_bytes()
        assert answer.headers["content-type"] == TYPES["html"]
        assert answer.headers["cache-control"] == "no-cache"
        assert missing_headers(answer) == set()


def test_only_names_with_a_hash_are_kept_for_good(site: Site, server: Server) -> None:
    kept = set()
    for path in site.folder.rglob("*"):
        if path.is_file() and path.suffix in {".css", ".js", ".woff2", ".html", ".png", ".svg"}:
            name = path.relative_to(site.folder).as_posix()
            control = server.ask(f"/{name}", "HEAD").headers["cache-control"]
            assert control in {"public, max-age=31536000, immutable", "no-cache"}
            if control != "no-cache":
                kept.add(name)
    assert len(kept) > 20
    assert {name for name in kept if not re.search(r"\.[0-9a-f]{8}\.", name)} == set()
    assert {"sw.js", "index.html", "giang-day/ngan-hang.js", "assets/js/reader/offline.js"} & kept == set()


@pytest.mark.parametrize("path", ["/", "/quy-che/dieu-5/", "/du-lieu/quy-che.json", "/sw.js"])
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(server: Server, path: str, encoding: str) -> None:
    first = server.ask(path, Accept_Encoding=encoding)
    again = server.ask(path, Accept_Encoding=encoding, If_None_Match=first.headers["etag"])
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert again.headers["cache-control"] == "no-cache"
    other = server.ask(path, Accept_Encoding=encoding, If_None_Match='"other"')
    assert (other.status, other.body) == (200, first.body)


def test_words_travel_compressed_and_what_is_compressed_already_does_not(site: Site, server: Server) -> None:
    for ending in SQUEEZED:
        path = with_ending(site, ending)
        answer, data = server.ask(path, Accept_Encoding="gzip"), (site.folder / path[1:]).read_bytes()
        if len(data) >= 512:
            assert answer.headers["content-encoding"] == "gzip", path
            assert answer.headers["vary"] == "Accept-Encoding", path
            assert gzip.decompress(answer.body) == data, path
            assert len(answer.body) < 0.7 * len(data), path
    for ending in AS_THEY_ARE:
        path = with_ending(site, ending)
        answer = server.ask(path, Accept_Encoding="gzip")
        assert "content-encoding" not in answer.headers, path
        assert answer.body == (site.folder / path[1:]).read_bytes(), path


def test_a_folder_without_its_slash_leads_to_the_folder(server: Server) -> None:
    answer = server.ask("/quy-che/dieu-5")
    assert (answer.status, answer.headers["location"]) == (301, "/quy-che/dieu-5/")
    assert missing_headers(answer) == set()


@pytest.mark.parametrize("path", ["/%2e%2e/%2e%2e/etc/passwd", "/assets/", "/.git/config", "/tu-danh-gia/..%2f..%2f"])
def test_nothing_beside_the_site_is_shown(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in {400, 404}
    assert b"root:" not in answer.body
    assert b"Index of" not in answer.body


def test_the_server_does_not_tell_its_version(server: Server) -> None:
    assert server.ask("/").headers["server"] == "nginx"


@pytest.mark.parametrize("path", PATHS)
def test_pages_work_behind_it_without_a_complaint(visit: Visitor, server: Server, path: str) -> None:
    found = visit(server.address + path)
    settled(found.page)
    complaints = [line for line in found.complaints if not (path.startswith("khong") and "status of 404" in line)]
    assert complaints == []
    assert found.page.evaluate("document.styleSheets.length") > 0
    assert found.page.evaluate("document.fonts.ready.then(fonts => fonts.size)") > 0
    assert {
        request for request in found.requests if not request.startswith((server.address, "data:", "blob:"))
    } == set()


def test_the_form_and_its_office_files_work_behind_it(visit: Visitor, server: Server) -> None:
    found = visit(f"{server.address}tu-danh-gia/ubnd-huyen/")
    page = found.page
    page.get_by_label("Năm đánh giá").fill("2025")
    until(page, "quyche['data/phieu-trong']")
    page.locator("[data-field=state]").first.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải bản Word đã điền").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    assert found.complaints == []
