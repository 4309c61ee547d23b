"""What a file is, judged by its content: names and endings lie."""

from __future__ import annotations

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from digiplan_desktop.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileProtected,
    FileTooLarge,
    FileUnreadable,
    FileWrongKind,
)

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEMBERS = 2_000
MAX_RATIO = 100
# Small members may well be very repetitive; only big ones can hurt.
_RATIO_MATTERS = 10 * 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"RIFF", "media"),
    (b"{\\rtf", "rtf"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "sqlite"),
    (b"\x7fELF", "program"),
)
_FILEPASS = 0x2F
_INNER_SIGNATURES = {b"ftyp": "media"}
_MARKUP = (
    (b"<!doctype html", "html"),
    (b"<html", "html"),
    (b"<table", "html"),
    (b"<meta", "html"),
    (b"<head", "html"),
    (b"<body", "html"),
    (b"<?xml", "xml"),
)
_OLE_STREAMS = (
    ("EncryptedPackage", "protected"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
)
_ZIP_MEMBERS = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_KINDS = {"spreadsheet": "ods", "text": "odt", "presentation": "odp", "graphics": "odg"}
# A stray control character happens in honest text; a tenth of all bytes does not.
_FEW_CONTROLS = 0.05
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))


@dataclass(frozen=True)
class FileKind:
    """A file that may be a list: `name` is xlsx, xlsb, xls, ods or text; `unpacked` its size in bytes."""

    name: str
    unpacked: int


def recognise(path: Path) -> FileKind:
    """Say what the file is; refuse what cannot be a list or would be too much to read.

    Reads the beginning and the directory only. Raises FileMissing, FileUnreadable, FileEmpty, FileWrongKind,
    FileProtected, FileDamaged or FileTooLarge.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for without end
            raise FileMissing(path)
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise FileMissing(path) from None
    except PermissionError:
        raise FileUnreadable(path) from None
    except OSError as error:
        raise FileDamaged(path, error.strerror or "") from error
    if not head:
        raise FileEmpty(path)
    if size > MAX_BYTES:
        raise FileTooLarge(path, "bytes", size, MAX_BYTES)
    return _recognise(path, head, size)


def _recognise(path: Path, head: bytes, size: int) -> FileKind:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _recognise_archive(path)
    if head.startswith(_OLE):
        return _recognise_ole(path, size)
    found = _recognise_foreign(head)
    if found:
        raise FileWrongKind(path, found)
    return FileKind("text", size)


def _recognise_foreign(head: bytes) -> str:
    """Give the name of a kind that is no list, or "" for text."""
    signed = next((name for signature, name in _SIGNATURES if head.startswith(signature)), "")
    return signed or _INNER_SIGNATURES.get(head[4:8], "") or _recognise_text(head)


def _recognise_text(head: bytes) -> str:
    """Give "" for what reads as a list in text, and the name of other text or of nameless bytes."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or _is_wide_text(head):
        return ""
    if b"\0" in head[:64]:
        return {b"BM": "bmp", b"MZ": "program"}.get(head[:2], "binary")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    marked = next((name for beginning, name in _MARKUP if start.startswith(beginning)), "")
    if marked:
        return marked
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary" if controls > _FEW_CONTROLS * len(head) else ""


def _is_wide_text(head: bytes) -> bool:
    """UTF-16 without its mark: nearly every other byte of plain text is zero."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) * 0.3 and min(even, odd) < len(head) * 0.02


def _recognise_ole(path: Path, size: int) -> FileKind:
    content = path.read_bytes()
    for stream, name in _OLE_STREAMS:
        if _has_stream(content, stream):
            if name == "protected":
                raise FileProtected(path)
            if name != "xls":
                raise FileWrongKind(path, name)
            if _has_password(content):
                raise FileProtected(path)
            return FileKind(name, size)
    if size % 512:
        raise FileDamaged(path, "the file ends within a sector")
    raise FileWrongKind(path, "ole")


def _has_stream(content: bytes, name: str) -> bool:
    """Look for a directory entry of the compound file: 128 bytes, name first, its length at byte 64."""
    wide = name.encode("utf-16-le") + b"\0\0"
    start = content.find(wide)
    while start >= 0:
        length = int.from_bytes(content[start + 64 : start + 66], "little")
        if start % 128 == 0 and length == len(wide):
            return True
        start = content.find(wide, start + 2)
    return False


def _has_password(content: bytes) -> bool:
    """Look for the record FILEPASS (0x2F) among the first of an .xls, right behind its BOF record (0x809)."""
    start = content.find(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    position = start
    while 0 <= position < start + 400:
        kind, length = struct.unpack_from("<HH", content.ljust(position + 4, b"\0"), position)
        if kind == _FILEPASS:
            return True
        position += 4 + length
    return False


def _recognise_archive(path: Path) -> FileKind:
    _check_directory_size(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            mimetype = archive.read("mimetype")[:100] if "mimetype" in archive.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise FileDamaged(path, str(error)) from error
    name = _archive_kind(
        {member.filename.replace("\\", "/").lstrip("/").lower() for member in members}, mimetype
    )
    if name not in {"xlsx", "xlsb", "ods"}:
        raise FileWrongKind(path, name)
    if any(member.flag_bits & 1 for member in members):
        raise FileProtected(path)
    return FileKind(name, _check_members(path, members))


def _check_directory_size(path: Path) -> None:
    """Read the number of members from the end record, before anything makes an object of each."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 65_557))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        raise FileDamaged(path, "the directory of the archive is missing")
    count = int.from_bytes(tail[end + 10 : end + 12], "little")
    if count > MAX_MEMBERS:
        raise FileTooLarge(path, "members", count, MAX_MEMBERS)


def _archive_kind(names: set[str], mimetype: bytes) -> str:
    for member, name in _ZIP_MEMBERS:
        if member in names:
            return name
    kind = mimetype.decode("ascii", "replace").strip()
    if kind.startswith(_OPEN_DOCUMENT):
        return _OPEN_KINDS.get(kind.removeprefix(_OPEN_DOCUMENT).split("-")[0], "zip")
    return "zip"


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> int:
    total = sum(member.file_size for member in members)
    if total > MAX_UNPACKED:
        raise FileTooLarge(path, "unpacked", total, MAX_UNPACKED)
    for member in members:
        swollen = member.file_size > _RATIO_MATTERS and member.file_size > MAX_RATIO * member.compress_size
        if swollen:
            raise FileTooLarge(path, "unpacked", member.file_size, MAX_RATIO * member.compress_size)
    return total
