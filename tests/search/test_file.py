"""What the worker is given: every provision once, no signature, no line twice; and the worker as one file."""

import json
from importlib.resources import files
from pathlib import Path

import pytest

from quyche.material.search import PROTOCOL, SEPARATOR, missing_protocol
from quyche.regulation.citations import html_id
from quyche.regulation.index import Index
from quyche.scripts import classic, joined, modules, ordered
from quyche.search.documents import DocumentKind, page_document
from quyche.search.file import ENTRY
from quyche.search.written import page_sections
from tests.search.engine import documents_of, file_of


@pytest.mark.parametrize("name", ["ours", "small"])
def test_each_provision_is_one_document_with_its_words(name: str, request: pytest.FixtureRequest) -> None:
    index: Index = request.getfixturevalue(name)
    documents = {document.provision: document for document in documents_of(index) if document.provision}
    assert list(documents) == [place.id for place in index.places]
    for place in index.places:
        document = documents[place.id]
        assert document.text.endswith(place.provision.text or "")
        assert document.location.endswith(f"#{html_id(place.id)}") or place.article is place.provision


def test_the_signature_is_not_searched(ours: Index) -> None:
    assert ours.regulation.text.signature
    words = file_of(ours, None)
    for line in ours.regulation.text.signature.lines:
        if line not in {text for place in ours.places for text in (place.provision.text, place.provision.heading)}:
            assert json.dumps(line, ensure_ascii=False)[1:-1] not in words or len(line.split()) < 3


def test_locations_are_unique(ours: Index) -> None:
    locations = [document.location for document in documents_of(ours)]
    assert len(set(locations)) == len(locations)


def test_the_file_is_little_more_than_the_text(ours: Index, project: Path) -> None:
    file = json.loads(file_of(ours, project / "docs" / "tu-dong-nghia.yaml"))
    words = sum(len(place.provision.text or "") for place in ours.places)
    assert len(json.dumps(file["docs"], ensure_ascii=False)) < 2 * words
    assert file["config"]["separator"] == SEPARATOR


def test_a_hand_written_page_is_found_by_its_sections() -> None:
    html = (
        '<h1 id="a">Cách <em>dùng</em></h1><p>Lời đầu.</p><script>x()</script>'
        '<h2 id="b">In &amp; gửi</h2><p>Bấm<b> nút</b></p><p>In.</p><h2 id="c">Trống</h2>'
    )
    first, second = page_sections("huong-dan/", "Tên", html)
    assert (first.location, first.title, first.text) == ("huong-dan/", "Cách dùng", "Lời đầu.")
    assert (second.location, second.title, second.text) == ("huong-dan/#b", "In & gửi", "Bấm nút In.")


def test_the_address_of_a_page_tells_its_kind() -> None:
    assert page_document("tu-danh-gia/x/", "T", "").kind is DocumentKind.CHECKLIST
    assert page_document("lich/", "T", "").kind is DocumentKind.GUIDE


def test_the_theme_still_speaks_the_language_of_the_worker() -> None:
    [bundle] = (Path(str(files("material"))) / "templates/assets/javascripts").glob("bundle.*.min.js")
    assert missing_protocol(bundle.read_text(encoding="utf-8")) == ()


def test_a_theme_that_does_not_is_told_apart() -> None:
    [first, *_] = PROTOCOL
    bundle = " ".join(marker for marker in PROTOCOL if marker != first)
    assert missing_protocol(bundle) == (PROTOCOL[first],)


def test_the_worker_is_one_script_of_all_modules() -> None:
    found = modules()
    names, script = ordered(found, ENTRY), joined(found, ENTRY)
    assert {name for name in found if name.startswith("search/")} <= set(names)
    assert all(classic(name, found[name]) in script for name in names)
    assert not any(line.startswith(("import ", "export ")) for line in script.splitlines())


def test_the_worker_knows_nothing_of_our_regulation(ours: Index) -> None:
    script = joined(modules(), ENTRY)
    code = "\n".join(line.split("//")[0] for line in script.splitlines() if not line.lstrip().startswith(("/*", "*")))
    assert "dân vận" not in code.lower()
    assert not any(f'"{name}"' in code for body in ours.bodies.values() for name in (*body.abbreviations, *body.also))
