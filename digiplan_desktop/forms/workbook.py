"""Reads a questionnaire file as its author sees it: sheets, rows as Excel numbers them, column names."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digiplan_desktop.errors import FileDamaged, FileTooLarge
from digiplan_desktop.forms.file_kinds import MAX_CELLS, check_file

if TYPE_CHECKING:
    from pathlib import Path

_KNOWN_COLUMNS = frozenset(
    (
        "type", "name", "label", "hint", "guidance_hint", "relevant", "relevance", "required", "required_message",
        "readonly", "read_only", "constraint", "constraint_message", "calculation", "calculate", "choice_filter",
        "repeat_count", "default", "appearance", "parameters", "trigger", "list_name", "list name", "value", "image",
        "audio", "video", "media", "bind", "form_id", "id_string", "form_title", "title", "version",
    )
)  # fmt: skip


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
    """Read a form file; raises what `check_file` raises, and FileDamaged."""
    source = Source(path, check_file(path))
    readers = {".xlsx": _read_xlsx, ".xls": _read_xls, ".md": _read_markdown, ".csv": _read_csv}
    reader = readers.get(path.suffix.lower())
    if reader is not None:
        reader(source)
    return source


def _read_xlsx(source: Source) -> None:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(source.path))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            _add_sheet(source, name.strip(), [[_cell_text(cell) for cell in row] for row in rows])
    except (CalamineError, OSError, ValueError) as error:
        raise FileDamaged(source.path, str(error)) from error


def _read_xls(source: Source) -> None:
    """Read the old binary format row by row: a lone cell in the last corner must not become a whole table."""
    import xlrd
    from xlrd.compdoc import CompDocError

    try:
        workbook = xlrd.open_workbook(file_contents=source.content, ragged_rows=True, logfile=_Silence())
    except (xlrd.XLRDError, CompDocError, ValueError, IndexError, KeyError, AssertionError) as error:
        raise FileDamaged(source.path, str(error)) from error
    for sheet in workbook.sheets():
        if sheet.nrows * sheet.ncols > MAX_CELLS:
            raise FileTooLarge(source.path, "cells", sheet.nrows * sheet.ncols, MAX_CELLS)
        rows = [[_cell_text(cell) for cell in sheet.row_values(row)] for row in range(sheet.nrows)]
        _add_sheet(source, sheet.name.strip(), rows)


class _Silence:
    """A log that nobody reads."""

    def write(self, _text: str) -> None:
        """Let the text go."""


def _cell_text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def _column_name(column: str) -> str:
    """Give a known column in small letters, as pyxform reads it; an author's own columns stay as they are."""
    kind, mark, language = column.partition("::")
    return kind.strip().lower() + mark + language if kind.strip().lower() in _KNOWN_COLUMNS else column


def _add_sheet(source: Source, name: str, table: list[list[str]]) -> None:
    if not table:
        return
    name = name.lower()
    columns = [_column_name(column.strip()) for column in table[0]]
    source.columns[name] = columns
    source.sheets[name] = [
        SheetRow(
            number, {column: cell for column, cell in zip(columns, row, strict=False) if column and cell}
        )
        for number, row in enumerate(table[1:], 2)
    ]


def _read_markdown(source: Source) -> None:
    lines = source.content.decode("utf-8", "replace").splitlines()
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if "|" in line]
    _read_stacked(source, [row for row in rows if not set("".join(row)) <= set("-: ")])


def _read_csv(source: Source) -> None:
    text = source.content.decode("utf-8-sig", "replace")
    _read_stacked(
        source, [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    )


def _read_stacked(source: Source, rows: list[list[str]]) -> None:
    """Read sheets that stand one below the other: a first cell names the sheet, the rows after it leave it empty."""
    tables: dict[str, list[list[str]]] = {}
    name = ""
    for row in rows:
        if row and row[0]:
            name = row[0]
        elif name and any(row):
            tables.setdefault(name, []).append(row[1:])
    for name, table in tables.items():
        _add_sheet(source, name, table)
