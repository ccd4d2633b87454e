"""Hand-written pages as documents: one for each section that has an address of its own."""

from collections.abc import Iterator
from html.parser import HTMLParser

from quyche.search.documents import Document, page_document

HEADINGS = {f"h{level}" for level in range(1, 7)}
SILENT = {"script", "style", "template"}


def page_sections(path: str, title: str, html: str) -> Iterator[Document]:
    """Yield the page at ``path`` and its sections, in order; what stands before the first of them is the page's."""
    reader = _Sections(title)
    reader.feed(html)
    reader.close()
    for anchor, heading, words in reader.sections:
        text = " ".join("".join(words).split())
        document = page_document(f"{path}#{anchor}" if anchor else path, " ".join("".join(heading).split()), text)
        if text or not anchor:
            yield document


class _Sections(HTMLParser):
    """Divides a page at its headings with an id; the first heading of level 1 names the page."""

    def __init__(self, title: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[tuple[str, list[str], list[str]]] = [("", [title], [])]
        self._heading = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        anchor = dict(attrs).get("id")
        if tag in SILENT:
            self._silent += 1
        elif tag in HEADINGS and anchor:
            self._heading = True
            if tag == "h1" and len(self.sections) == 1:
                self.sections[0][1].clear()
            else:
                self.sections.append((anchor, [], []))
        else:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self._silent -= 1
        elif tag in HEADINGS:
            self._heading = False
        else:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            _, heading, words = self.sections[-1]
            (heading if self._heading else words).append(data)
