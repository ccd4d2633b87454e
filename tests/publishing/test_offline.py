"""The offline copy as files: links lead to pages, the index and the worker are scripts, nothing is lost."""

import io
import json
import zipfile

import pytest

from quyche.publishing.offline import archive, offline_files, offline_page

WORKER = "assets/javascripts/workers/search.0a1b2c3d.min.js"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="../../co-quan/ubnd-huyen/">', '<a href="../../co-quan/ubnd-huyen/index.html">'),
        ('<a href="../dieu-5/#dieu-5-khoan-8">', '<a href="../dieu-5/index.html#dieu-5-khoan-8">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="../..">', '<a href="../../index.html">'),
        ('<a href="..#dieu-5">', '<a href="../index.html#dieu-5">'),
        ('<option value="co-quan/ubnd-huyen/">', '<option value="co-quan/ubnd-huyen/index.html">'),
        ('<a href="#dieu-5">', '<a href="#dieu-5">'),
        ('<a href="phieu-gon.pdf">', '<a href="phieu-gon.pdf">'),
        ('<a href="../../du-lieu/quy-che.json">', '<a href="../../du-lieu/quy-che.json">'),
        ('<input value="">', '<input value="">'),
        ('<option value="ubnd-huyen">', '<option value="ubnd-huyen">'),
    ],
)
def test_links_to_folders_lead_to_their_page(before: str, after: str) -> None:
    assert offline_page(before, "a/b/index.html") == after


def test_a_page_loads_the_offline_script_from_where_it_is() -> None:
    page = offline_page("<head></head>", "quy-che/dieu-5/index.html")
    assert page == '<head><script src="../../assets/js/reader/offline.js"></script></head>'


def test_the_index_and_the_worker_become_scripts() -> None:
    index = {
        "config": {},
        "docs": [{"location": ""}, {"location": "quy-che/dieu-5/#dieu-5-khoan-8"}, {"location": "a/"}],
    }
    source = 'const end = "</script>";'
    files = offline_files(
        {
            "search/documents.json": json.dumps(index).encode(),
            "search/search_index.json": b"{}",
            WORKER: source.encode(),
        }
    )
    assert "search/search_index.json" not in files
    words = files["search/search_index.js"].decode().removeprefix("var __index = ").removesuffix(";\n")
    assert [document["location"] for document in json.loads(words)["docs"]] == [
        "index.html",
        "quy-che/dieu-5/index.html#dieu-5-khoan-8",
        "a/index.html",
    ]
    script = files["assets/js/search-worker-source.js"].decode()
    assert "</script>" not in script
    assert json.loads(script.removeprefix("var __searchWorker = ").removesuffix(";\n").replace("<\\/", "</")) == source
    assert files[WORKER] == source.encode()


def test_what_only_a_server_uses_is_left_out() -> None:
    assert offline_files({"sw.js": b"", "sitemap.xml": b"", "index.html": b"<html></html>"}) == {
        "index.html": b"<html></html>"
    }


def test_the_archive_is_the_same_twice_and_whole() -> None:
    files = {"index.html": b"x", "tài liệu/phiếu.pdf": b"\x00" * 1000}
    data = archive(files, "quy-che")
    assert data == archive(files, "quy-che")
    packed = zipfile.ZipFile(io.BytesIO(data))
    assert packed.testzip() is None
    assert {name: packed.read(name) for name in packed.namelist()} == {
        f"quy-che/{path}": body for path, body in files.items()
    }
