"""PDF files as poppler reads them."""

import subprocess


def text_of(pdf: bytes, *options: str) -> str:
    """Return what pdftotext reads; pages end with a form feed."""
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pages_of(pdf: bytes, *options: str) -> list[str]:
    """Return what pdftotext reads on each page."""
    return text_of(pdf, *options).split("\f")[:-1]


def fonts_of(pdf: bytes) -> list[str]:
    """Return a line for each font: name, type, encoding, whether embedded, a subset, with a map to Unicode."""
    found = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return found.splitlines()[2:]
