"""What pyxform made of a workbook, kept on disk by the workbook's content, so that it opens at once the next time.

Only text is kept: the XForm and two small sheets, as JSON behind its own checksum. A file that is not as it was
written is no file; a folder that cannot be written is no cache. What is read is compiled like any other XForm.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digiplan_desktop.forms.workbook import SheetRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Raise it whenever what is kept, or what is made of a workbook, changes.
VERSION = 1
MAX_FILES = 40
SHEETS = ("soft_checks", "settings")


@dataclass(frozen=True)
class CachedForm:
    """A workbook that compiled without an error.

    Attributes:
        xform: the XForm that pyxform made.
        beside: a hash of the data files that the form read.
        sheets: the rows of the sheets that are read after pyxform.
    """

    xform: str
    beside: str
    sheets: Mapping[str, list[SheetRow]]


def cache_folder() -> Path:
    """Give the folder of compiled forms of this user."""
    from platformdirs import user_cache_path

    return user_cache_path("DigiPlan", appauthor=False) / "forms"


def cache_key(path: Path, content: bytes) -> str:
    """Give the name of a workbook's cache file: its content, its kind and the compiler decide it."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"{VERSION} {version('pyxform')} {path.suffix.lower()}\0".encode())
    digest.update(content)
    return digest.hexdigest()


def hash_beside(contents: Sequence[bytes]) -> str:
    """Give one hash of the contents of several files."""
    return hashlib.sha256(b"".join(hashlib.sha256(content).digest() for content in contents)).hexdigest()


def read_cached(key: str, folder: Path | None = None) -> CachedForm | None:
    """Give what is kept under a key; None when there is nothing, or nothing whole."""
    try:
        content = _file(key, folder).read_bytes()
    except OSError:
        return None
    checksum, _, body = content.partition(b"\n")
    if hashlib.sha256(body).hexdigest().encode() != checksum:
        return None
    try:
        return _decode(json.loads(body))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def write_cached(key: str, form: CachedForm, folder: Path | None = None) -> None:
    """Keep a form; the file appears only when it is whole, and the oldest make room."""
    body = json.dumps(_encode(form), ensure_ascii=False).encode("utf-8", "surrogatepass")
    target = _file(key, folder)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
        Path(part).replace(target)
        _make_room(target.parent)
    except OSError:
        # A full or read-only disk costs time at the next opening, nothing else.
        return


def _file(key: str, folder: Path | None) -> Path:
    return (folder if folder is not None else cache_folder()) / f"{key}.form"


def _make_room(folder: Path) -> None:
    files = sorted(folder.glob("*.form"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in files[MAX_FILES:]:
        file.unlink(missing_ok=True)


def _encode(form: CachedForm) -> dict[str, Any]:
    sheets = {name: [[row.number, row.cells] for row in rows] for name, rows in form.sheets.items()}
    return {"xform": form.xform, "beside": form.beside, "sheets": sheets}


def _decode(document: Mapping[str, Any]) -> CachedForm:
    sheets = {
        str(name): [
            SheetRow(int(number), {str(k): str(v) for k, v in cells.items()}) for number, cells in rows
        ]
        for name, rows in document["sheets"].items()
    }
    return CachedForm(str(document["xform"]), str(document["beside"]), sheets)
