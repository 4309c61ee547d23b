"""Workbooks as offices make them, and files that only pretend to be workbooks."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl

HEADING = ("STT", "Tên doanh nghiệp", "Mã số thuế", "Địa chỉ", "Xã/phường", "Huyện")


def tax_code(number: int, province: str = "60") -> str:
    """Give a valid tax code; numbers whose check digit would be 10 are passed over."""
    while True:
        digits = f"{province}{number:07}"
        rest = (
            sum(
                weight * int(digit)
                for weight, digit in zip((31, 29, 23, 19, 17, 13, 7, 5, 3), digits, strict=True)
            )
            % 11
        )
        if rest != 0:
            return digits + str(10 - rest)
        number += 5_000_000


def make_workbook(
    path: Path, rows: Iterable[Sequence[Any]], *, sheet: str = "Sheet1", merges: Iterable[str] = ()
) -> Path:
    """Write one sheet cell by cell, with merged ranges such as "D5:F5"."""
    return make_sheets(path, {sheet: rows}, merges={sheet: tuple(merges)})


def make_sheets(
    path: Path,
    sheets: dict[str, Iterable[Sequence[Any]]],
    *,
    hidden: Sequence[str] = (),
    merges: dict[str, Sequence[str]] | None = None,
) -> Path:
    """Write several sheets; the file's ending plays no part."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(number, column, value)
        for area in (merges or {}).get(name, ()):
            sheet.merge_cells(area)
        if name in hidden:
            sheet.sheet_state = "hidden"
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    return path


def make_corner_workbook(path: Path, value: object = "x", *, formatted_only: bool = False) -> Path:
    """Write a small list and one cell in the last corner of the sheet, with a value or only with a format."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Tên doanh nghiệp", "MST"])
    sheet.append(["Công ty TNHH Một", tax_code(1)])
    corner = sheet["XFD1048576"]
    if formatted_only:
        corner.font = openpyxl.styles.Font(bold=True)
    else:
        corner.value = value
    book.save(path)
    return path


def make_zip_bomb(path: Path, mebibytes: int = 300) -> Path:
    """Write a workbook whose sheet unpacks to that many MiB of empty rows."""
    start, end = _minimal_parts()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in start.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(end[0])
            block = b"<row><c><v>1</v></c></row>" * 40_330
            for _ in range(mebibytes):
                sheet.write(block)
            sheet.write(end[1])
    return path


def make_many_members(path: Path, members: int = 20_000) -> Path:
    """Write a workbook with far more parts than any has."""
    start, end = _minimal_parts()
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in start.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", b"".join(end))
        for number in range(members):
            archive.writestr(f"xl/media/{number}.bin", b"")
    return path


def _minimal_parts() -> tuple[dict[str, str], tuple[bytes, bytes]]:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
        f'ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
        f'ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    }
    sheet = f'<worksheet xmlns="{main}"><sheetData>'.encode(), b"</sheetData></worksheet>"
    return parts, sheet


def make_document(path: Path) -> Path:
    """Write what is recognisably a Word document."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return path


def make_protected_workbook(path: Path) -> Path:
    """Write the container that Excel makes of a workbook with a password: only its streams' names matter."""
    path.write_bytes(
        compound_file({"EncryptionInfo": b"\x04\x00\x04\x00" + bytes(60), "EncryptedPackage": bytes(5_000)})
    )
    return path


def make_xls(
    path: Path, rows: Iterable[Sequence[Any]], sheet: str = "Sheet1", *, password: bool = False
) -> Path:
    """Write a BIFF8 workbook (Excel 97-2003) of texts and numbers."""
    cells = b"".join(
        _xls_cell(number, column, value)
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if value is not None
    )
    body = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    if password:
        start += _record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    name = sheet.encode("utf-16-le")
    length = len(start) + 4 + 8 + len(name) + 4
    bounds = _record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(sheet), 1) + name)
    content = start + bounds + _record(0x000A, b"") + body
    path.write_bytes(compound_file({"Workbook": content.ljust(4_096, b"\0")}))
    return path


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _xls_cell(row: int, column: int, value: object) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, (int, float)):
        return _record(0x0203, place + struct.pack("<d", value))
    text = str(value)
    return _record(0x0204, place + struct.pack("<HB", len(text), 1) + text.encode("utf-16-le"))


def compound_file(streams: dict[str, bytes]) -> bytes:
    """Pack streams into an OLE compound file with 512-byte sectors; each stream is at least 4,096 bytes then."""
    sectors: list[bytes] = []
    entries = [_directory_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    table: list[int] = []
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content.ljust(max(4_096, -(-len(content) // 512) * 512), b"\0")
        first = len(sectors)
        sectors += [padded[start : start + 512] for start in range(0, len(padded), 512)]
        table += [*range(first + 1, len(sectors)), 0xFFFFFFFE]
        following = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_directory_entry(name, 2, first, len(padded), right=following))
    directory = b"".join(entries).ljust(512, b"\0")
    directory_sector = len(sectors)
    sectors.append(directory)
    table.append(0xFFFFFFFE)
    tables = -(-(len(table) + 2) // 128) if len(table) > 127 else 1
    table += [0xFFFFFFFD] * tables
    table += [0xFFFFFFFF] * (tables * 128 - len(table))
    first_table = len(sectors)
    packed = struct.pack(f"<{len(table)}I", *table)
    sectors += [packed[start : start + 512] for start in range(0, len(packed), 512)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, directory_sector, 0, 4_096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    places = [first_table + index for index in range(tables)]
    header += struct.pack("<109I", *(places + [0xFFFFFFFF] * (109 - tables)))
    return header + b"".join(sectors)


def _directory_entry(
    name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF
) -> bytes:
    wide = name.encode("utf-16-le") + b"\0\0"
    entry = wide.ljust(64, b"\0") + struct.pack("<HBBIII", len(wide), kind, 1, 0xFFFFFFFF, right, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db0"
    "0000000049454e44ae426082"
)


def make_ods(path: Path, rows: Iterable[Sequence[str]], *, jump: int = 0) -> Path:
    """Write an OpenDocument sheet of texts; `jump` empty rows stand before the last one.

    It ends, as every such sheet does, in a run of empty rows down to the last that a sheet can have.
    """
    written = [
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in rows
    ]
    if jump:
        written.insert(
            -1, f'<table:table-row table:number-rows-repeated="{jump}"><table:table-cell/></table:table-row>'
        )
    name = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{name}:office:1.0" '
        f'xmlns:table="{name}:table:1.0" xmlns:text="{name}:text:1.0"><office:body><office:spreadsheet>'
        '<table:table table:name="DS"><table:table-column table:number-columns-repeated="16384"/>'
        + "".join(written)
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{name}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return path
