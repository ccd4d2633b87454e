"""ZIP archives and office files: the same twice, byte for byte."""

import io
import zipfile
from collections.abc import Iterable

FIXED_DATE = (2026, 1, 1, 0, 0, 0)


def packed(members: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of ``members`` (name, data) in their order, all with one fixed date.

    The type of an OpenDocument file is not compressed: programs look for its letters at a fixed place.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in members:
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else compression
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, compresslevel=6)
    return target.getvalue()


def frozen(data: bytes) -> bytes:
    """Return the ZIP (or office) file ``data`` with fixed dates and the same members: the same twice, byte for byte."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return packed((info.filename, source.read(info)) for info in source.infolist())
