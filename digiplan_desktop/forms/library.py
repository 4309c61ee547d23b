"""The shipped questionnaires, and compiled forms kept for as long as the process lives."""

from __future__ import annotations

import gc
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from digiplan_desktop import paths
from digiplan_desktop.errors import FileMissing, FormUnknown
from digiplan_desktop.forms.compilation import load_form

if TYPE_CHECKING:
    from digiplan_desktop.forms.definition import Form

_compiled: dict[str, Form] = {}


def shipped_forms(folder: Path = paths.FORMS) -> tuple[Path, ...]:
    """Give the workbooks of the questionnaires in a folder, by name."""
    return tuple(sorted(path for path in folder.glob("*.xlsx") if not path.name.startswith(("~", "."))))


def form_path(form_id: str, folder: Path = paths.FORMS) -> Path:
    """Give the workbook of a shipped questionnaire; raises FormUnknown."""
    found = {path.stem: path for path in shipped_forms(folder)}
    if form_id not in found:
        raise FormUnknown(id=form_id, known=tuple(found))
    return found[form_id]


def cached_form(path: Path) -> Form:
    """Give the compiled form of a file; the same content is compiled only once in a process.

    Raises what `load_form` raises.
    """
    if not path.is_file():
        raise FileMissing(path)
    key = _content_hash(path)
    form = _compiled.get(key)
    if form is None:
        form = _compiled[key] = load_form(path)
        # It stays for as long as the process lives: the collector need not look through it again and again.
        gc.freeze()
    return form


def shipped_form(form_id: str, folder: Path = paths.FORMS) -> Form:
    """Give a shipped questionnaire, compiled."""
    return cached_form(form_path(form_id, folder))


def _content_hash(path: Path) -> str:
    """Hash the file and every data file beside it, for a form may read any of them."""
    digest = hashlib.sha256(path.name.encode())
    beside = [each for each in path.parent.iterdir() if each.suffix.lower() in (".csv", ".geojson", ".xml")]
    for each in [path, *sorted(set(beside) - {path})]:
        digest.update(each.name.encode() + b"\0" + each.read_bytes())
    return digest.hexdigest()
