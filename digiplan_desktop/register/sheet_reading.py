"""The part of reading a workbook that runs in a process of its own, under limits of memory and time.

Kept free of everything the child does not need: it is imported anew in every child.
"""

from __future__ import annotations

import os
import re
import sys
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.connection import Connection

    from python_calamine import CalamineSheet, CalamineWorkbook

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A cell as its workbook types it; "" when empty."""
Merge = tuple[int, int, int, int]
"""Merged cells: first row, first column, last row, last column, counted from 0."""

MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_CELLS = 5_000_000
_CHUNK_ROWS = 2_000
_SCAN_BYTES = 1 << 20
_SCAN_OVERLAP = 256
# A cell with a value, beyond column CV (100) or row 200,000; cells with only a format end in "/>".
_FAR_CELL = re.compile(
    rb'<c\b[^>]*?\br="(?:([A-Z]{3}|[D-Z][A-Z]|C[W-Z])(\d+)|([A-Z]+)([2-9]\d{5}|\d{7}))"[^>]*[^/>]>'
)
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')
_OPEN_DOCUMENT_MARK = re.compile(
    rb'<table:(?:covered-)?table-(row|cell)\b[^>]*?table:number-(?:rows|columns)-repeated="(\d{1,9})"'
    rb"|</table:table-row>|</table:table>|office:value-type="
)


@dataclass(frozen=True)
class Request:
    """What the child is to read: `sheet` None means every visible sheet."""

    path: str
    kind: str
    sheet: str | None
    memory: int


class TooMuch(Exception):
    """A sheet is larger than any list; args are measure, found, limit."""


def serve(connection: Connection, request: Request) -> None:
    """Read the file and send it in pieces: ("sheets", …), ("sheet", …), ("rows", …) and at last ("end",).

    What goes wrong is sent as ("problem", kind, details…). A crash of the parser shows as a closed pipe.
    """
    from python_calamine import CalamineError, PasswordError

    _be_quiet()
    _limit_memory(request.memory)
    try:
        for message in _read(request):
            connection.send(message)
        connection.send(("end",))
    except PasswordError:
        connection.send(("problem", "protected"))
    except TooMuch as problem:
        connection.send(("problem", "too_large", *problem.args))
    except MemoryError:
        connection.send(("problem", "too_large", "memory", request.memory, request.memory))
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        connection.send(("problem", "damaged", str(error)))
    finally:
        connection.close()


def _be_quiet() -> None:
    """Keep the parser's last words off the user's terminal."""
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the life of the process


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the checks before parsing stand alone there
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _read(request: Request) -> Iterator[tuple[Any, ...]]:
    if request.kind == "text":
        yield from _read_text(Path(request.path))
        return
    if request.kind in _EXTENT_CHECKS:
        _EXTENT_CHECKS[request.kind](Path(request.path))
    from python_calamine import CalamineWorkbook

    # By its content: given a path, the library would go by the ending of its name.
    with Path(request.path).open("rb") as file, CalamineWorkbook.from_filelike(file) as workbook:
        yield from _read_workbook(workbook, request.sheet)


def _read_text(path: Path) -> Iterator[tuple[Any, ...]]:
    from digiplan_desktop.register.delimited import decode, read_rows

    yield "sheets", ("",), ()
    yield "sheet", "", ()
    yield from _send_rows(read_rows(decode(path.read_bytes())), 0, [0])


def _read_workbook(workbook: CalamineWorkbook, wanted: str | None) -> Iterator[tuple[Any, ...]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    hidden = tuple(sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible)
    names = tuple(sheet.name for sheet in sheets)
    yield "sheets", names, hidden
    seen = [0]
    for name in _choose(names, hidden, wanted):
        sheet = workbook.get_sheet_by_name(name)
        yield "sheet", name, _merges(sheet)
        yield from _send_rows(sheet.iter_rows(), sheet.start[1] if sheet.start else 0, seen)


def _choose(names: tuple[str, ...], hidden: tuple[str, ...], wanted: str | None) -> list[str]:
    if wanted is not None:
        return [name for name in names if name == wanted]
    return [name for name in names if name not in hidden] or list(names)


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple((first[0], first[1], last[0], last[1]) for first, last in ranges)


def _send_rows(rows: Iterable[list[Any]], left: int, seen: list[int]) -> Iterator[tuple[Any, ...]]:
    """Send rows in chunks, without empty cells at their ends; `seen` counts cells over all sheets."""
    source = iter(rows)
    count = 0
    while chunk := [_trim(row, left) for row in islice(source, _CHUNK_ROWS)]:
        count += len(chunk)
        seen[0] += sum(map(len, chunk))
        widest = max(map(len, chunk))
        for measure, found, limit in (
            ("rows", count, MAX_ROWS),
            ("columns", widest, MAX_COLUMNS),
            ("cells", seen[0], MAX_CELLS),
        ):
            if found > limit:
                raise TooMuch(measure, found, limit)
        yield "rows", chunk


def _trim(row: list[Any], left: int) -> list[Any]:
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return [""] * left + row[:end] if left and end else row[:end]


def check_extent(path: Path) -> None:
    """Look through the sheets of an .xlsx for values far out, before a parser makes room for all between.

    Raises TooMuch, or what zipfile raises for a damaged member.
    """
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if re.fullmatch(r"/?xl/worksheets/[^/]+\.xml", member.replace("\\", "/"), re.IGNORECASE):
                _check_sheet(archive, member)


def _check_sheet(archive: zipfile.ZipFile, member: str) -> None:
    columns = rows = 0
    tail = b""
    with archive.open(member) as file:
        while block := file.read(_SCAN_BYTES):
            text = tail + block
            for far in _FAR_CELL.finditer(text):
                columns = max(columns, _column_number(far[1] or far[3]))
                rows = max(rows, int(far[2] or far[4]))
                _check_far(columns, rows)
            tail = text[-_SCAN_OVERLAP:]
    last = _ROW.findall(tail)
    if columns and columns * max(rows, int(last[-1]) if last else 0) > 4 * MAX_CELLS:
        raise TooMuch("cells", columns * rows, MAX_CELLS)


def _check_far(columns: int, rows: int) -> None:
    if rows > MAX_ROWS:
        raise TooMuch("rows", rows, MAX_ROWS)
    if columns > MAX_COLUMNS:
        raise TooMuch("columns", columns, MAX_COLUMNS)


def check_open_document(path: Path) -> None:
    """Look through an .ods for a value behind a jump over more rows or columns than a list has.

    Every sheet ends in such a jump to the last row; only a value behind it makes a parser fill the gap.
    """
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
        jumps = {b"row": 0, b"cell": 0}
        tail = b""
        while block := file.read(_SCAN_BYTES):
            text = tail + block
            end = text.rfind(b">") + 1
            for mark in _OPEN_DOCUMENT_MARK.finditer(text, 0, end):
                _follow_mark(mark, jumps)
            tail = text[end:]


def _follow_mark(mark: re.Match[bytes], jumps: dict[bytes, int]) -> None:
    if mark[1]:
        jumps[mark[1]] = max(jumps[mark[1]], int(mark[2]))
    elif mark[0].startswith(b"</"):
        jumps[b"cell"] = 0
        if mark[0] == b"</table:table>":
            jumps[b"row"] = 0
    else:
        _check_far(jumps[b"cell"], jumps[b"row"])


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


_EXTENT_CHECKS = {"xlsx": check_extent, "ods": check_open_document}
