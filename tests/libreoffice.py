"""LibreOffice, which opens the files that were written and says what it makes of them."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


def converted(files: Sequence[Path], kind: str, folder: Path, *options: str) -> list[Path]:
    """Return what LibreOffice makes of ``files``, in order; it stands in ``folder``.

    ``kind`` is the extension to convert to, and after a colon the filter that writes it. One run takes all files, for
    starting takes long; it has a profile of its own, for two that share one do not run beside each other.
    """
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is missing"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        soffice,
        profile,
        "--headless",
        *options,
        "--convert-to",
        kind,
        "--outdir",
        folder,
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True)
    return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]
