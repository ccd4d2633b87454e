"""Read a source file: its text in NFC with plain line ends, and what was found about the file itself."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from quyche.importer.word_file import word_text
from quyche.regulation.faults import refusal, relative, system_words
from quyche.regulation.fidelity import carrier_text
from quyche.vietnamese.letters import is_nfc

BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
KINDS = (".txt", ".md", ".docx")


@dataclass(frozen=True)
class RawText:
    """A source: ``data`` is kept byte for byte as the project's raw source, ``text`` is what it says.

    ``notes`` tell what the carrier did: another coding, decomposed letters, words taken from a Word file.
    """

    name: str
    data: bytes
    text: str
    is_markdown: bool
    notes: tuple[str, ...]


def read_source(path: Path) -> RawText:
    """Return the text of the file at ``path``.

    Raises:
        DataError: the file cannot be read, is of another kind or in an unknown coding.
    """
    file, kind = relative(path), path.suffix.lower()
    if kind not in KINDS:
        raise refusal(file, f"không đọc được loại tệp “{path.suffix}”", f"dùng: {', '.join(KINDS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise refusal(file, f"không đọc được tệp: {system_words(error)}") from error
    if kind == ".docx":
        try:
            words, notes = word_text(data)
        except ValueError as error:
            raise refusal(file, str(error), "mở bằng Word rồi lưu lại dạng .docx") from error
        return RawText(path.name, words.encode(), carrier_text(words), is_markdown=False, notes=notes)
    return _plain(path, data, is_markdown=kind == ".md")


def _plain(path: Path, data: bytes, *, is_markdown: bool) -> RawText:
    notes = []
    coding = next((name for bom, name in BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(coding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal(relative(path), "tệp không phải UTF-8", "lưu lại tệp dạng UTF-8 (Unicode)", line) from error
    if coding != "utf-8":
        notes.append("Tệp ở dạng UTF-16; bản nguồn được lưu lại dạng UTF-8.")
        data = text.encode()
    if text.startswith("\ufeff"):
        notes.append("Tệp có dấu BOM ở đầu; bỏ qua.")
    if "\r" in text:
        notes.append("Tệp xuống dòng kiểu Windows (CRLF); đọc như xuống dòng thường.")
    if not is_nfc(text):
        notes.append("Tệp có chữ ở dạng tổ hợp (NFD); đọc thành chữ dựng sẵn (NFC).")
    return RawText(path.name, data, carrier_text(text), is_markdown=is_markdown, notes=tuple(notes))
