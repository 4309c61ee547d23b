"""Looks at a form file before anything opens it: what it really is, and whether it is too large to be a form."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from digiplan_desktop.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileProtected,
    FileTooLarge,
    FileUnreadable,
    FileWrongKind,
)

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = frozenset((".xlsx", ".xls", ".csv", ".md", ".xml"))
MAX_BYTES = 32 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
MAX_CELLS = 4_000_000
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = {
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"%PDF": "pdf",
    b"GIF8": "gif",
    b"Rar!": "rar",
    b"7z\xbc\xaf": "7z",
    b"MZ": "exe",
    b"{\\rtf": "rtf",
}
_ROW = re.compile(rb'<row [^>]*?\br="(\d{1,9})"')
_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,4})\d')


def check_file(path: Path) -> bytes:
    """Give the bytes of a file that may be a form.

    Raises:
        FileMissing, FileUnreadable, FileEmpty, FileTooLarge, FileWrongKind, FileProtected, FileDamaged.
    """
    if not path.is_file():
        raise FileMissing(path)
    size = path.stat().st_size
    if size == 0:
        raise FileEmpty(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileWrongKind(path, suffix.lstrip(".") or "binary")
    if size > MAX_BYTES:
        raise FileTooLarge(path, "bytes", size, MAX_BYTES)
    try:
        content = path.read_bytes()
    except PermissionError:
        raise FileUnreadable(path) from None
    found = _kind(content)
    if suffix == ".xlsx":
        _check_xlsx(path, content, found)
    elif found not in ("", "compound" if suffix == ".xls" else ""):
        raise FileWrongKind(path, found)
    return content


def _kind(content: bytes) -> str:
    """Name what the first bytes say; "" for text or anything not known."""
    if content.startswith(_ZIP):
        return "zip"
    if content.startswith(_COMPOUND):
        return "compound"
    return next((name for magic, name in _MAGIC.items() if content.startswith(magic)), "")


def _check_xlsx(path: Path, content: bytes, found: str) -> None:
    if found == "compound":
        # A password turns the package into a compound document with one encrypted stream.
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise FileProtected(path)
        raise FileWrongKind(path, "xls")
    if found not in ("zip", ""):
        raise FileWrongKind(path, found)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_package(path, archive)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError) as error:
        raise FileDamaged(path, str(error)) from error


def _check_package(path: Path, archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    unpacked = sum(each.file_size for each in archive.infolist())
    if unpacked > MAX_UNPACKED:
        raise FileTooLarge(path, "unpacked", unpacked, MAX_UNPACKED)
    if not any(name.startswith("xl/") for name in names):
        raise FileWrongKind(path, "docx" if any(name.startswith("word/") for name in names) else "zip")
    for name in names:
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_extent(path, archive.read(name))


def _check_extent(path: Path, sheet: bytes) -> None:
    """Refuse a sheet whose table would be huge, though it may hold one cell only, in its last corner."""
    rows = max((int(number) for number in _ROW.findall(sheet)), default=0)
    columns = max((_column_number(letters) for letters in set(_CELL.findall(sheet))), default=0)
    if rows * columns > MAX_CELLS:
        raise FileTooLarge(path, "cells", rows * columns, MAX_CELLS)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
