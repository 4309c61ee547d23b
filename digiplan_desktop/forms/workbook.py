"""Reads a questionnaire file as its author sees it: sheets, rows as Excel numbers them, column names."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from digiplan_desktop.errors import FileDamaged, FileEmpty, FileMissing, FileTooLarge, FileWrongKind

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 512 * 1024 * 1024
SUFFIXES = frozenset((".xlsx", ".xls", ".csv", ".md", ".xml"))


@dataclass(frozen=True)
class SheetRow:
    """One row below the heading: its number in Excel and its cells by column name."""

    number: int
    cells: dict[str, str]


@dataclass
class Source:
    """A form file: its bytes, and its sheets where it has any."""

    path: Path
    content: bytes
    sheets: dict[str, list[SheetRow]] = field(default_factory=dict)
    columns: dict[str, list[str]] = field(default_factory=dict)

    def rows(self, sheet: str) -> list[SheetRow]:
        """Give the rows of a sheet, none when there is no such sheet."""
        return self.sheets.get(sheet, [])


def read_source(path: Path) -> Source:
    """Read a form file; raises FileMissing, FileEmpty, FileTooLarge, FileWrongKind or FileDamaged."""
    if not path.is_file():
        raise FileMissing(path)
    size = path.stat().st_size
    if size == 0:
        raise FileEmpty(path)
    if size > MAX_BYTES:
        raise FileTooLarge(path, "bytes", size, MAX_BYTES)
    if path.suffix.lower() not in SUFFIXES:
        raise FileWrongKind(path, path.suffix.lower().lstrip(".") or "binary")
    source = Source(path, path.read_bytes())
    if path.suffix.lower() in (".xlsx", ".xls"):
        _check_archive(source)
        _read_workbook(source)
    elif path.suffix.lower() == ".md":
        _read_markdown(source)
    return source


def _check_archive(source: Source) -> None:
    if source.path.suffix.lower() != ".xlsx":
        return
    try:
        with zipfile.ZipFile(source.path) as archive:
            unpacked = sum(each.file_size for each in archive.infolist())
    except (zipfile.BadZipFile, OSError) as error:
        raise FileDamaged(source.path, str(error)) from error
    if unpacked > MAX_UNPACKED:
        raise FileTooLarge(source.path, "unpacked", unpacked, MAX_UNPACKED)


def _read_workbook(source: Source) -> None:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            _add_sheet(source, name.strip(), [[_cell_text(cell) for cell in row] for row in rows])
    except (CalamineError, OSError, ValueError) as error:
        raise FileDamaged(source.path, str(error)) from error


def _cell_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _add_sheet(source: Source, name: str, table: list[list[str]], offset: int = 0) -> None:
    if not table:
        return
    columns = [column.strip() for column in table[0]]
    source.columns[name] = columns
    source.sheets[name] = [
        SheetRow(
            number, {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}
        )
        for number, row in enumerate(table[1:], 2 + offset)
    ]


def _read_markdown(source: Source) -> None:
    """Read the tables of pyxform's Markdown form: a first cell names the sheet, the row after it its columns."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    for line in source.content.decode("utf-8", "replace").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if "|" in line else []
        if not cells or set("".join(cells)) <= set("-: "):
            continue
        if cells[0]:
            name = cells[0]
        elif name:
            tables.setdefault(name, []).append(cells[1:])
    for name, table in tables.items():
        _add_sheet(source, name, table)
